/** Signing in and out, one-time links, and that a change of what somebody may do acts on the next request. */
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "#app/auth/auth.server.ts";
import { browserOf } from "#app/auth/browser.ts";
import * as tables from "#db/schema/index.ts";
import { removeExpiredSessions, sessionOf } from "#db/sessions.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";
import { fillWorld } from "../world/world.ts";
import {
  auditOf,
  comeIn,
  connectPhone,
  cookieIn,
  giveCode,
  laterBy,
  password,
  phone,
  signIn,
  withAccount,
} from "./coming-in.ts";

test("somebody signs in with e-mail, password and code, goes where they wanted to be, and signs out", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  const asked = await app.get("/admin/people");
  expect(asked.status).toBe(302);
  expect(asked.headers.get("location")).toBe("/sign-in?to=%2Fadmin%2Fpeople");
  const answer = await signIn(app, email.toUpperCase(), password);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/second-factor?to=%2Fadmin%2Fpeople");
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  const connected = await connectPhone(world, app, cookieIn(answer));
  const { cookie } = connected;
  expect(connected.answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  expect(await connected.answer.text()).toContain('href="/admin/people"');
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
  const out = await app.post("/sign-out", {}, { headers: { cookie } });
  expect(out.headers.get("location")).toBe("/sign-in");
  expect(out.headers.get("clear-site-data")).toBe('"storage"');
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(302);
});

test("a visitor is sent to sign in from pages and their data, and gets 401 where a script writes", async () => {
  const world = await testStore();
  const app = await testApp(world);
  const to = async (path: string) => (await app.get(path)).headers.get("location");
  expect(await to("/")).toBe("/sign-in");
  expect(await to("/guides-that-are-not-there")).toBeNull();
  expect(await to("/admin/settings?x=geheim")).toBe("/sign-in?to=%2Fadmin%2Fsettings");
  expect(await (await app.get("/admin/settings.data")).text()).toContain("/sign-in?to=%2Fadmin%2Fsettings");
  const interview = "00000000-0000-7000-8000-000000000001";
  const written = await app.postJson(`/interviews/${interview}/answers`, {});
  expect([written.status, (await written.json()).problem]).toEqual([401, "sign-in-required"]);
});

test("an unknown address and a wrong password look the same, and neither gives a cookie", async () => {
  const world = await testStore();
  const { email, personId } = await withAccount(world);
  const app = await testApp(world);
  const bare = (html: string) => html.replace(/nonce="[^"]*"/g, "").replace(/:R[\w]*:|_R_\w*_/g, "");
  const answers = [await signIn(app, email, `${password}!`), await signIn(app, "nobody@example.org", password)];
  expect(answers.map((answer) => answer.status)).toEqual([400, 400]);
  expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
  const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
  expect(bare(first ?? "")).toBe(bare(second ?? "-"));
  expect(first).not.toContain(password);
  const lines = await world.store.connections.read((db) => db.query.audit.findMany());
  const refused = lines.filter(({ action }) => action === "session.refuse");
  expect(refused.map(({ subjects }) => subjects)).toEqual([[personId], []]);
});

test("with a session that has ended, what was typed in an interview comes back instead of getting lost", async () => {
  const { store } = await testStore();
  const world = await fillWorld(store);
  const app = await testApp(store);
  const interview = `/interviews/${world.interviews.running}`;
  const typed = { questionId: "development-seen", value: "Hij bakt elke zondag brood.", note: "" };
  for (const passwordOnly of [false, true]) {
    const cookie = await app.cookieOf(world.people.interviewer.personId, passwordOnly);
    if (!passwordOnly) {
      const lastSeenAt = new Date(Date.now() - 15 * 60_000).toISOString();
      await store.connections.write(async (db) => {
        await db.update(tables.sessionState).set({ lastSeenAt });
      });
    }
    const form = await app.post(interview, typed, { headers: { cookie } });
    expect(form.status).toBe(401);
    expect(await form.text()).toContain(typed.value);
    const script = await app.postJson(`${interview}/answers`, typed, { headers: { cookie } });
    expect([script.status, (await script.json()).problem]).toEqual([401, "sign-in-required"]);
  }
});

test("guesses sent all at once are slowed down, for an address that exists and one that does not; the owner elsewhere is not", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  for (const [address, from] of [
    [email, "203.0.113.7"],
    ["nobody@example.org", "203.0.113.8"],
  ] as const) {
    const guesses = Array.from({ length: 8 }, () => signIn(app, address, "een gok van niets", from));
    const answers = await Promise.all(guesses);
    expect(answers.map(({ status }) => status).sort()).toEqual([400, 400, 400, 429, 429, 429, 429, 429]);
    const slowed = answers.find(({ status }) => status === 429);
    expect(await slowed?.text()).toContain("Wacht een seconde");
    expect(slowed?.headers.get("retry-after")).toBe("1");
  }
  expect((await signIn(app, email, password, "203.0.113.9")).status).toBe(302);
});

test("an address that a visitor makes up does not make a guess count elsewhere, unless a proxy of ours vouches for it", async () => {
  const world = await testStore();
  const app = await testApp(world, { LEEROOGST_PROXY: "192.0.2.1" });
  const answers: Array<number> = [];
  for (let guess = 0; guess < 5; guess += 1)
    answers.push((await signIn(app, "nobody@example.org", "een gok van niets", `203.0.113.${guess}`)).status);
  expect(answers).toEqual([400, 400, 400, 429, 429]);
});

test("a known device never waits for guesses from its own address; its mark opens nothing and is nobody else's", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  const { answer } = await comeIn(world, app);
  const set = answer.headers.getSetCookie();
  expect(set[1]).toMatch(/^leeroogst-device=[\w-]{22}\.[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
  const device = set[1]?.split(";")[0] ?? "";
  expect(device).not.toContain("wies");
  const guesses = (address: string) => Array.from({ length: 6 }, () => signIn(app, address, "een gok van niets"));
  const waits = (cookie: string, address = email) =>
    app.post("/sign-in", { email: address, password }, { headers: { cookie } }).then(({ status }) => status === 429);
  const guessing = guesses(email);
  const marks = [device, "", `${device}x`, "leeroogst-device=x.y"];
  expect(await Promise.all(marks.map((mark) => waits(mark)))).toEqual([false, true, true, true]);
  expect((await app.get("/admin/people", { headers: { cookie: device } })).status).toBe(302);
  guessing.push(...guesses("jan@example.org"));
  expect(await waits(device, "jan@example.org")).toBe(true);
  await Promise.all(guessing);
});

test("a cookie that we did not sign, or that has been changed, is nobody's", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const cookie = await app.cookieOf(personId);
  expect((await app.get("/", { headers: { cookie } })).status).toBe(200);
  const elsewhere = await testApp(world, { LEEROOGST_SECRET: "another secret of more than thirty-two characters" });
  const changed = [
    `${cookie.slice(0, -6)}AAAA%3D`,
    cookie.replace("leeroogst=", "leeroogst=x"),
    "leeroogst=x.y",
    "leeroogst=%",
  ];
  for (const one of changed) expect((await app.get("/", { headers: { cookie: one } })).status).toBe(302);
  expect((await elsewhere.get("/", { headers: { cookie } })).status).toBe(302);
});

test("a session lasts twelve hours, and expired ones are removed", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const { connections } = world.store;
  const token = decodeURIComponent((await app.cookieOf(personId)).split("=")[1] ?? "").split(".")[0] ?? "";
  const after = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const day = 24 * 60;
  expect(await sessionOf(connections, token, after(11.9), day)).toMatchObject({ person: { personId } });
  expect(await sessionOf(connections, token, after(12.1), day)).toBeNull();
  await removeExpiredSessions(connections, after(11.9));
  expect(await connections.read((db) => db.select().from(tables.session))).toHaveLength(1);
  await removeExpiredSessions(connections, after(12.1));
  expect(await connections.read((db) => db.select().from(tables.session))).toEqual([]);
});

test("the password is kept as argon2id with at least 46 MiB", async () => {
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: `${password} ` })).toBe(false);
  const long = "x".repeat(72);
  expect(await verifyPassword({ hash: await hashPassword(`${long}a`), password: `${long}b` })).toBe(false);
});

test("a session that was not seen for a quarter of an hour has ended, and being seen is written once a minute", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const cookie = await app.cookieOf(personId);
  const { connections } = world.store;
  const states = () => connections.read((db) => db.select().from(tables.sessionState));
  async function seen(minutesAgo: number): Promise<string> {
    const lastSeenAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    await connections.write(async (db) => {
      await db.update(tables.sessionState).set({ lastSeenAt });
    });
    return lastSeenAt;
  }
  const ask = () => app.get("/admin/people", { headers: { cookie } });
  const recent = await seen(0.5);
  expect((await ask()).status).toBe(200);
  expect((await states())[0]?.lastSeenAt).toBe(recent);
  const before = await seen(14);
  expect((await ask()).status).toBe(200);
  expect((await states())[0]?.lastSeenAt).not.toBe(before);
  await seen(15);
  const ended = await ask();
  expect([ended.status, ended.headers.get("location")]).toEqual([302, "/sign-in?to=%2Fadmin%2Fpeople"]);
  const sent = await app.post("/admin/settings", { earlyWeeks: "9" }, { headers: { cookie } });
  expect(sent.headers.get("location")).toBe("/sign-in?to=%2Fadmin%2Fsettings");
  const patient = await testApp(world, { LEEROOGST_IDLE_MINUTES: "60" });
  expect((await patient.get("/admin/people", { headers: { cookie } })).status).toBe(200);
});

test("a password without a code is forgotten after the same quarter of an hour", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const token = decodeURIComponent((await app.cookieOf(personId, true)).split("=")[1] ?? "").split(".")[0] ?? "";
  const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const { connections } = world.store;
  expect(await sessionOf(connections, token, after(14), 15)).toMatchObject({ secondFactorAt: null });
  expect(await sessionOf(connections, token, after(15), 15)).toBeNull();
});

test("of a browser two words are kept", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
  expect(browserOf(chrome)).toBe("Chrome, Linux");
  expect(browserOf("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0")).toBe(
    "Firefox, Windows",
  );
  const safari =
    "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";
  expect(browserOf(safari)).toBe("Safari, iOS");
  expect(browserOf(`${chrome} Edg/131.0.0.0`)).toBe("Edge, Linux");
  expect([browserOf(null), browserOf("curl/8"), browserOf("<script>")]).toEqual(["", "", ""]);
});

test("a one-time link makes the account, signs in, and then never works again", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const link = { email: "Jan@Example.org", name: "Jan", role: "interviewer" as const, regionId: region };
  const { token } = await world.operator.people.invite(link);
  const app = await testApp(world);
  const page = await app.get(`/welcome/${token}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("jan@example.org");
  for (const wrong of [
    { password: "kort", again: "kort" },
    { password, again: `${password}?` },
  ]) {
    expect((await app.post(`/welcome/${token}`, wrong)).status).toBe(400);
  }
  const made = await app.post(`/welcome/${token}`, { password, again: password });
  expect(made.status).toBe(302);
  const { cookie } = await connectPhone(world, app, cookieIn(made));
  const home = await app.get("/", { headers: { cookie } });
  expect(await home.text()).toContain("Achter de-dijk");
  expect((await app.get(`/welcome/${token}`)).status).toBe(410);
  expect((await app.post(`/welcome/${token}`, { password, again: password })).status).toBe(410);
  expect((await signIn(app, "jan@example.org", password)).status).toBe(302);
  const kept = await world.store.connections.read((db) => db.select().from(tables.invitation));
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("a link expires, and a newer one for the same address ends it", async () => {
  const world = await testStore();
  const about = { email: "jan@example.org", name: "Jan", role: "editor" as const, regionId: null };
  const older = await world.operator.people.invite(about);
  const newer = await world.operator.people.invite(about);
  const app = await testApp(world);
  expect((await app.get(`/welcome/${older.token}`)).status).toBe(410);
  world.clock.now = "2026-03-05T12:59:59.000Z";
  expect((await app.get(`/welcome/${newer.token}`)).status).toBe(200);
  world.clock.now = "2026-03-05T13:00:00.000Z";
  expect((await app.get(`/welcome/${newer.token}`)).status).toBe(410);
});

test("a link for a new password works for ten minutes and once, and a newer one ends it", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const older = await world.operator.people.renew({ personId });
  const newer = await world.operator.people.renew({ personId });
  expect((await app.get(`/welcome/${older.token}`)).status).toBe(410);
  laterBy(world, 599);
  expect((await app.get(`/welcome/${newer.token}`)).status).toBe(200);
  laterBy(world, 1);
  expect((await app.post(`/welcome/${newer.token}`, { password, again: password })).status).toBe(410);
});

test("the first administrator gives name and address; once there is one, no such link is made", async () => {
  const world = await testStore();
  const link = await world.operator.people.inviteFirst();
  const app = await testApp(world);
  const account = { password, again: password };
  expect((await app.post(`/welcome/${link?.token}`, { ...account, name: "", email: "wies" })).status).toBe(400);
  const made = await app.post(`/welcome/${link?.token}`, { ...account, name: "Wies", email: "wies@example.org" });
  expect(made.status).toBe(302);
  expect(await world.operator.people.inviteFirst()).toBeNull();
  const { cookie } = await connectPhone(world, app, cookieIn(made));
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
});

test("a new password ends the old one and every session", async () => {
  const world = await testStore();
  const { personId, email } = await withAccount(world);
  const app = await testApp(world);
  const cookie = await app.cookieOf(personId);
  const { token } = await world.operator.people.renew({ personId });
  const other = "het regent al de hele dag";
  expect((await app.post(`/welcome/${token}`, { password: other, again: other })).status).toBe(302);
  expect((await app.get("/", { headers: { cookie } })).status).toBe(302);
  expect((await signIn(app, email, password)).status).toBe(400);
  expect((await signIn(app, email, other)).status).toBe(302);
});

test("somebody who is barred has no session from the next request on, and cannot begin one", async () => {
  const world = await testStore();
  const { email, personId } = await withAccount(world);
  const other = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const { cookie } = await comeIn(world, app);
  expect((await app.get("/", { headers: { cookie } })).status).toBe(200);
  await world.as(other).people.disable({ personId });
  expect((await app.get("/", { headers: { cookie } })).status).toBe(302);
  expect((await signIn(app, email, password)).status).toBe(400);
  await world.as(other).people.enable({ personId });
  expect((await app.get("/", { headers: { cookie } })).status).toBe(302);
  expect((await signIn(app, email, password)).status).toBe(302);
});

test("a role that ends is gone on the next request of the same session", async () => {
  const world = await testStore();
  const person = await world.person("Ans", ["administrator", null]);
  const other = await world.person("Wies", ["administrator", null]);
  const app = await testApp(world);
  const cookie = await app.cookieOf(person.personId);
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
  const { people } = await world.as(other).people.list();
  const held = people.find(({ id }) => id === person.personId)?.memberships[0]?.id ?? "";
  await world.as(other).people.endMembership({ membershipId: held });
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(404);
  expect((await app.get("/", { headers: { cookie } })).status).toBe(200);
});

test("in a demo one picks who to be; anywhere else that is refused", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk", true);
  const person = await world.person("Fatima", ["analyst", region]);
  const real = await testApp(world);
  const refused = await real.post("/sign-in", { person: person.personId });
  expect(refused.status).toBe(400);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect(await (await real.get("/sign-in")).text()).not.toContain("Fatima");

  await world.operator.settings.markDemo();
  const demo = await testApp(world);
  const page = await (await demo.get("/sign-in")).text();
  expect(page).toContain("Fatima");
  expect(page).toContain("Alles wat je hier ziet, is verzonnen.");
  const picked = await demo.post("/sign-in", { person: person.personId });
  expect(picked.status).toBe(302);
  expect((await demo.get("/", { headers: { cookie: cookieIn(picked) } })).status).toBe(200);
  expect((await demo.post("/sign-in", { person: "somebody-else" })).status).toBe(400);
});

test("a database with accounts never becomes a demo", async () => {
  const world = await testStore();
  await withAccount(world);
  await expect(world.operator.settings.markDemo()).rejects.toThrow("accounts");
});

test("the log never names who tried to sign in", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  await signIn(app, email, "een gok van niets");
  const { key } = await comeIn(world, app);
  expect(await auditOf(world, "session.begin")).toHaveLength(1);
  laterBy(world, 60);
  const halfway = cookieIn(await signIn(app, email, password));
  expect(await auditOf(world, "session.begin")).toHaveLength(1);
  await giveCode(app, halfway, phone(world, key));
  expect(await auditOf(world, "session.begin")).toHaveLength(2);
  expect(JSON.stringify(app.log)).not.toMatch(/wies|gok|koeien/i);
});
