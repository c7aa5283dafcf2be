/** The second factor: nothing opens without it, a code works once, and a lost phone is not the end. */
import { expect, test } from "vitest";
import { operator } from "#app/domain/actor.ts";
import * as tables from "#db/schema/index.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";
import { fillWorld } from "../world/world.ts";
import {
  auditOf,
  comeIn,
  connectPhone,
  cookieIn,
  email,
  giveCode,
  laterBy,
  password,
  phone,
  shownKey,
  signIn,
  withAccount,
} from "./coming-in.ts";

test("after the password nothing opens but the page that connects a phone", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const answer = await signIn(app, email, password);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/second-factor?to=%2Fadmin%2Fpeople"]);
  const cookie = cookieIn(answer);
  const asking = { headers: { cookie } };
  for (const path of ["/", "/admin/people", "/account", "/admin/people.data"]) {
    const closed = await app.get(path, asking);
    expect([302, 202], path).toContain(closed.status);
    expect(await closed.text(), path).not.toContain("Wies");
  }
  expect((await app.get("/sign-in?to=/admin/audit", asking)).headers.get("location")).toBe(
    "/second-factor?to=%2Fadmin%2Faudit",
  );
  expect((await app.post("/admin/settings", { earlyWeeks: "9" }, asking)).status).toBe(302);
  expect((await app.get("/second-factor", asking)).status).toBe(200);
});

test("the first code connects the phone, shows ten recovery codes once, and opens a session of its own", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const halfway = cookieIn(await signIn(app, email, password));
  const key = await shownKey(app, halfway);
  expect(await shownKey(app, halfway)).toBe(key);
  const wrong = await app.post(
    "/second-factor",
    { intent: "set-up", code: "000000" },
    { headers: { cookie: halfway } },
  );
  expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([400, []]);
  expect(await shownKey(app, halfway)).toBe(key);
  const { cookie, codes, answer } = await connectPhone(world, app, halfway);
  expect([answer.status, codes.length, new Set(codes).size]).toEqual([200, 10, 10]);
  expect(cookie).not.toBe(halfway);
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
  expect((await app.get("/second-factor", { headers: { cookie: halfway } })).headers.get("location")).toBe("/sign-in");
  for (const path of ["/second-factor", "/account"])
    expect(await (await app.get(path, { headers: { cookie } })).text()).not.toContain(codes[0]);
  expect(await auditOf(world, "account.confirm-second-factor")).toEqual([
    ["failed", personId],
    ["done", personId],
  ]);
  const kept = JSON.stringify([
    await world.store.connections.read((db) => db.select().from(tables.secondFactor)),
    await world.store.connections.read((db) => db.select().from(tables.recoveryCode)),
    app.log,
  ]);
  for (const secret of [key, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
    expect(kept).not.toContain(secret);
});

test("the next time only a code is asked, and it comes back to the page one was on", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { key } = await comeIn(world, app);
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(app, email, password));
  expect(await shownKey(app, halfway)).toBe("");
  const answer = await giveCode(app, halfway, phone(world, key), "/admin/audit");
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/admin/audit"]);
  expect((await app.get("/admin/audit", { headers: { cookie: cookieIn(answer) } })).status).toBe(200);
  const elsewhere = await giveCode(app, halfway, "000000", "https://elsewhere.example/");
  expect(elsewhere.headers.get("location")).toBe("/sign-in");
});

test("a code works once, also when it is sent many times at the same moment", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { key } = await comeIn(world, app);
  const first = phone(world, key);
  const halfway = cookieIn(await signIn(app, email, password));
  expect((await giveCode(app, halfway, first)).status).toBe(400);
  laterBy(world, 60);
  const others = await Promise.all([1, 2, 3].map(async () => cookieIn(await signIn(app, email, password))));
  const answers = await Promise.all(others.map((cookie) => giveCode(app, cookie, phone(world, key))));
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 400)).toHaveLength(2);
});

test("the clocks of phone and server may differ by half a minute, and no more", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { key } = await comeIn(world, app);
  for (const [off, status] of [
    [-2, 400],
    [2, 400],
    [-1, 302],
    [1, 302],
  ] as const) {
    laterBy(world, 300);
    const halfway = cookieIn(await signIn(app, email, password));
    expect((await giveCode(app, halfway, phone(world, key, off))).status, String(off)).toBe(status);
  }
});

test("a recovery code stands in for the phone, once each", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const { codes } = await comeIn(world, app);
  const [first = "", second = ""] = codes;
  const fresh = async () => cookieIn(await signIn(app, email, password));
  const answer = await giveCode(app, await fresh(), first.toLowerCase().replaceAll("-", " "));
  expect(answer.status).toBe(302);
  expect((await giveCode(app, await fresh(), first)).status).toBe(400);
  expect((await giveCode(app, await fresh(), "ZZZZ-ZZZZ-ZZZZ")).status).toBe(400);
  const page = await (await app.get("/account", { headers: { cookie: cookieIn(answer) } })).text();
  expect(page).toContain("Je hebt nog 9 herstelcodes");
  expect((await giveCode(app, await fresh(), second)).status).toBe(302);
  expect((await auditOf(world, "account.use-recovery-code")).map(([outcome]) => outcome)).toEqual([
    "done",
    "failed",
    "failed",
    "done",
  ]);
  expect((await auditOf(world, "session.begin")).every(([, who]) => who === personId)).toBe(true);
});

test("after three wrong codes one has to wait, from whatever address, and nobody else does", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  await comeIn(world, app);
  const halfway = cookieIn(await signIn(app, email, password));
  const guesses = Array.from({ length: 6 }, (_, index) => {
    const headers = { cookie: halfway, "x-forwarded-for": `203.0.113.${index}` };
    return app.post("/second-factor", { code: "000000" }, { headers });
  });
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([400, 400, 400, 429, 429, 429]);
});

test("a link for a new password keeps the second factor, and an invitation leads to connecting a phone", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const { key, cookie } = await comeIn(world, app);
  const { token } = await world.operator.people.renew({ personId });
  const other = "het regent al de hele dag";
  const renewed = await app.post(`/welcome/${token}`, { password: other, again: other });
  expect(renewed.headers.get("location")).toBe("/second-factor");
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(302);
  const halfway = cookieIn(renewed);
  expect((await app.get("/admin/people", { headers: { cookie: halfway } })).status).toBe(302);
  expect(await shownKey(app, halfway)).toBe("");
  laterBy(world, 60);
  expect((await giveCode(app, halfway, phone(world, key))).status).toBe(302);

  const about = { email: "jan@example.org", name: "Jan", role: "editor" as const, regionId: null };
  const invited = await world.operator.people.invite(about);
  const made = await app.post(`/welcome/${invited.token}`, { password, again: password });
  expect((await app.get("/guides", { headers: { cookie: cookieIn(made) } })).status).toBe(302);
  expect(await shownKey(app, cookieIn(made))).toMatch(/^[A-Z2-7]{32}$/);
});

test("an administrator disconnects a lost phone: sessions end, the password stays, a new phone is connected", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world, { role: "editor" });
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const { key, cookie, codes } = await comeIn(world, app);
  const page = `/admin/people/${personId}`;
  expect(await (await app.get(page, { as: ans })).text()).toContain("Verwijder de tweede stap");
  expect((await app.post(page, { intent: "remove-second-factor" }, { as: ans })).status).toBe(302);
  expect((await app.get("/guides", { headers: { cookie } })).status).toBe(302);
  expect(await (await app.get(page, { as: ans })).text()).toContain(
    "Bij het aanmelden kiest deze persoon een tweede stap: een telefoon of een passkey.",
  );
  expect(await auditOf(world, "people.remove-second-factor")).toEqual([["done", ans.personId]]);
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(app, email, password));
  for (const old of [phone(world, key), codes[0] ?? ""]) expect((await giveCode(app, halfway, old)).status).toBe(400);
  const again = await connectPhone(world, app, halfway);
  expect(again.key).not.toBe(key);
  expect((await app.get("/guides", { headers: { cookie: again.cookie } })).status).toBe(200);
});

test("under another secret of the installation no code and no recovery code works", async () => {
  const world = await testStore();
  await withAccount(world);
  const { key, codes } = await comeIn(world, await testApp(world));
  const elsewhere = await testApp(world, { LEEROOGST_SECRET: "another secret of more than thirty-two characters" });
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(elsewhere, email, password));
  for (const code of [phone(world, key), codes[0] ?? ""])
    expect((await giveCode(elsewhere, halfway, code)).status).toBe(400);
});

test("a confirmed phone is not replaced by sending the form that connects one", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { key } = await comeIn(world, app);
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(app, email, password));
  const form = { intent: "set-up", code: phone(world, key) };
  expect((await app.post("/second-factor", form, { headers: { cookie: halfway } })).status).toBe(400);
});

test("somebody who is barred between password and code gets no further", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world, { role: "editor" });
  const app = await testApp(world);
  const { key } = await comeIn(world, app);
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(app, email, password));
  await world.person("Ans", ["administrator", null]);
  await world.operator.people.disable({ personId });
  expect((await giveCode(app, halfway, phone(world, key))).headers.get("location")).toBe("/sign-in");
});

test("what is hard to undo asks for a code of the last quarter of an hour, and comes back", async () => {
  const world = await testStore();
  await withAccount(world);
  const jan = await world.person("Jan", ["editor", null]);
  const app = await testApp(world);
  const { key, cookie } = await comeIn(world, app);
  const page = `/admin/people/${jan.personId}`;
  const disable = () => app.post(page, { intent: "disable" }, { headers: { cookie } });
  const long = new Date(Date.now() - 16 * 60_000).toISOString();
  await world.store.connections.write(async (db) => {
    await db.update(tables.sessionState).set({ secondFactorAt: long });
  });
  const asked = await disable();
  expect([asked.status, asked.headers.get("location")]).toEqual([302, `/second-factor?to=${encodeURIComponent(page)}`]);
  expect((await app.get(page, { headers: { cookie } })).status).toBe(200);
  laterBy(world, 60);
  const given = await giveCode(app, cookie, phone(world, key), page);
  expect([given.headers.get("location"), given.headers.getSetCookie()]).toEqual([page, []]);
  expect((await disable()).headers.get("location")).toBe(page);
  expect(await auditOf(world, "people.disable")).toHaveLength(1);
});

test("so do approving an interview and the files of the case team, and nothing else of the same lead", async () => {
  const { store } = await testStore();
  const world = await fillWorld(store);
  const app = await testApp(store);
  const cookie = await app.cookieOf(world.people.lead.personId);
  const long = new Date(Date.now() - 15 * 60_000).toISOString();
  await store.connections.write(async (db) => {
    await db.update(tables.sessionState).set({ secondFactorAt: long });
  });
  const asking = { headers: { cookie } };
  const board = `/regions/${world.regions.waterkant}`;
  const back = `/interviews/${world.interviews.completed}/read-back`;
  const caseTeam = await app.get(`${board}/report/region-a-case-team.html`, asking);
  expect(caseTeam.headers.get("location")).toBe(`/second-factor?to=${encodeURIComponent(`${board}/report`)}`);
  const approved = await app.post(back, { move: "approve" }, asking);
  expect(approved.headers.get("location")).toBe(`/second-factor?to=${encodeURIComponent(back)}`);
  const { interview } = await store.as(operator).interviews.file({ interviewId: world.interviews.completed });
  expect(interview.state).toBe("completed");
  for (const path of [board, `${board}/report`, `${board}/report/region-a-region.html`, back])
    expect((await app.get(path, asking)).status, path).toBe(200);
});
