/** Signing in and out, one-time links, and that a change of what somebody may do acts on the next request. */
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "#app/auth/auth.server.ts";
import { passwordFault } from "#app/auth/passwords.ts";
import * as tables from "#db/schema/index.ts";
import { personOfSession, removeExpiredSessions } from "#db/sessions.server.ts";
import { type TestStore, testStore } from "../db/store.ts";
import { type TestApp, testApp } from "../harness.ts";

const password = "de koeien staan weer buiten";

async function withAccount(world: TestStore): Promise<{ personId: string; email: string }> {
  const email = "wies@example.org";
  const { token } = await world.operator.people.invite({ email, name: "Wies", role: "administrator", regionId: null });
  const passwordHash = await hashPassword(password);
  return { email, ...(await world.operator.people.accept({ token, name: "", email: "", passwordHash })) };
}

function cookieIn(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function signIn(app: TestApp, email: string, secret: string): Promise<Response> {
  return app.post("/sign-in", { email, password: secret, to: "/admin/people" });
}

test("somebody signs in with e-mail and password, goes where they wanted to be, and signs out", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  const asked = await app.get("/admin/people");
  expect(asked.status).toBe(302);
  expect(asked.headers.get("location")).toBe("/sign-in?to=%2Fadmin%2Fpeople");
  const answer = await signIn(app, email.toUpperCase(), password);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/admin/people");
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  const cookie = cookieIn(answer);
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
  const out = await app.post("/sign-out", {}, { headers: { cookie } });
  expect(out.headers.get("location")).toBe("/sign-in");
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
  const { email } = await withAccount(world);
  const app = await testApp(world);
  const bare = (html: string) => html.replace(/nonce="[^"]*"/g, "").replace(/:R[\w]*:|_R_\w*_/g, "");
  const answers = [await signIn(app, email, `${password}!`), await signIn(app, "nobody@example.org", password)];
  expect(answers.map((answer) => answer.status)).toEqual([400, 400]);
  expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
  const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
  expect(bare(first ?? "")).toBe(bare(second ?? "-"));
  expect(first).not.toContain(password);
});

test("after ten wrong guesses even the right password has to wait", async () => {
  const world = await testStore();
  const { email } = await withAccount(world);
  const app = await testApp(world);
  for (let guess = 0; guess < 10; guess += 1) expect((await signIn(app, email, "een gok van niets")).status).toBe(400);
  expect((await signIn(app, email, password)).status).toBe(429);
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
  expect(await personOfSession(connections, token, after(11.9))).toMatchObject({ personId });
  expect(await personOfSession(connections, token, after(12.1))).toBeNull();
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

test("a new password is long and not one character over and over", () => {
  expect(passwordFault("veertien teken", [])).toBe("too-short");
  expect(passwordFault("a".repeat(40), [])).toBe("too-simple");
  expect(passwordFault("wies.van.dijk@example.org", ["wies.van.dijk@example.org"])).toBe("too-simple");
  expect(passwordFault("x".repeat(201), [])).toBe("too-long");
  expect(passwordFault(password, ["wies@example.org", ""])).toBeNull();
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
  const home = await app.get("/", { headers: { cookie: cookieIn(made) } });
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
  expect((await app.get(`/welcome/${newer.token}`)).status).toBe(200);
  world.clock.now = "2026-03-10T13:00:00.000Z";
  expect((await app.get(`/welcome/${newer.token}`)).status).toBe(410);
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
  expect((await app.get("/admin/people", { headers: { cookie: cookieIn(made) } })).status).toBe(200);
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
  const cookie = cookieIn(await signIn(app, email, password));
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
  await signIn(app, email, password);
  expect(JSON.stringify(app.log)).not.toMatch(/wies|gok|koeien/);
  const audit = await world.store.connections.read((db) => db.select().from(tables.audit));
  expect(audit.filter((line) => line.action === "session.begin")).toHaveLength(1);
});
