/** A passkey as the second factor: it comes in as a code does, and nothing but a right and fresh answer of one's own key counts. */
import { expect, test } from "vitest";
import { hashPassword } from "#app/auth/auth.server.ts";
import * as tables from "#db/schema/index.ts";
import { type TestStore, testStore } from "../db/store.ts";
import { type TestApp, testApp } from "../harness.ts";
import { type Authenticator, authenticator, passkeyOptions, type Wrong } from "./authenticator.ts";
import {
  auditOf,
  comeIn,
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

const halfwayIn = async (app: TestApp, address = email) => cookieIn(await signIn(app, address, password));

function send(app: TestApp, path: string, cookie: string, form: Record<string, string>): Promise<Response> {
  return app.post(path, form, { headers: { cookie } });
}

/** Chooses a passkey after the password, for the first time. */
async function setUp(app: TestApp, halfway: string, device: Authenticator, wrong?: Wrong) {
  const { challenge } = await passkeyOptions(app, halfway, "add");
  const passkey = device.register(challenge, wrong);
  const answer = await send(app, "/second-factor", halfway, { intent: "set-up", passkey, to: "/admin/people" });
  const codes = [...(await answer.clone().text()).matchAll(/<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})<\/code>/g)];
  return { answer, passkey, cookie: cookieIn(answer), codes: codes.map(([, code = ""]) => code) };
}

/** Signs what a session is asked to sign, and gives that. */
async function give(app: TestApp, cookie: string, device: Authenticator, wrong?: Wrong): Promise<Response> {
  const { challenge } = await passkeyOptions(app, cookie, "give");
  return send(app, "/second-factor", cookie, { passkey: device.sign(challenge, wrong), to: "/admin/audit" });
}

/** Wies, in with a passkey. */
async function withPasskey(): Promise<{
  world: TestStore;
  app: TestApp;
  device: Authenticator;
  cookie: string;
  codes: Array<string>;
  personId: string;
}> {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const device = authenticator(app);
  const { cookie, codes } = await setUp(app, await halfwayIn(app), device);
  return { world, app, device, cookie, codes, personId };
}

const keptPasskeys = (world: TestStore) => world.store.connections.read((db) => db.select().from(tables.passkey));

/** Makes the second factors of all sessions older than a quarter of an hour. */
async function growStale(world: TestStore): Promise<void> {
  const secondFactorAt = new Date(Date.now() - 16 * 60_000).toISOString();
  await world.store.connections.write(async (db) => {
    await db.update(tables.sessionState).set({ secondFactorAt });
  });
}

test("a first passkey in the place of the app opens a session, tells ten recovery codes, and is asked for the next time", async () => {
  const world = await testStore();
  const { personId } = await withAccount(world);
  const app = await testApp(world);
  const device = authenticator(app);
  const halfway = await halfwayIn(app);
  const { options } = await passkeyOptions(app, halfway, "add");
  expect(options).toMatchObject({
    rp: { id: "localhost", name: "Leeroogst" },
    attestation: "none",
    authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
    excludeCredentials: [],
  });
  const { answer, cookie, codes, passkey } = await setUp(app, halfway, device);
  expect([answer.status, codes.length, new Set(codes).size]).toEqual([200, 10, 10]);
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(200);
  expect((await app.get("/second-factor", { headers: { cookie: halfway } })).headers.get("location")).toBe("/sign-in");

  const next = await halfwayIn(app);
  expect(await shownKey(app, next)).toBe("");
  const page = await (await app.get("/second-factor", { headers: { cookie: next } })).text();
  expect(page).toContain("Gebruik je passkey");
  expect(page).not.toContain("Code van zes cijfers");
  expect((await passkeyOptions(app, next, "give")).options).toMatchObject({
    rpId: "localhost",
    userVerification: "required",
    allowCredentials: [{ id: device.credentialId }],
  });
  const given = await give(app, next, device);
  expect([given.status, given.headers.get("location")]).toEqual([302, "/admin/audit"]);
  expect((await app.get("/admin/audit", { headers: { cookie: cookieIn(given) } })).status).toBe(200);
  expect((await giveCode(app, await halfwayIn(app), codes[0] ?? "")).status).toBe(302);

  for (const action of ["account.set-up-passkey", "account.use-passkey"])
    expect(await auditOf(world, action), action).toEqual([["done", personId]]);
  expect(await auditOf(world, "session.begin")).toHaveLength(3);
  const audit = JSON.stringify(await world.store.connections.read((db) => db.query.audit.findMany()));
  const [kept] = await keptPasskeys(world);
  const attestation = JSON.parse(passkey).response.attestationObject;
  for (const secret of [device.credentialId, kept?.publicKey ?? "none", attestation])
    expect(audit + JSON.stringify(app.log)).not.toContain(secret);
});

test.each<[string, Wrong]>([
  ["another origin", { origin: "https://leeroogst.example" }],
  ["another host that the key belongs to", { rpId: "leeroogst.example" }],
  ["a device that did not check who holds it", { verified: false }],
])("%s is refused, for a new key and for one that is known", async (_, wrong) => {
  const { world, app, device } = await withPasskey();
  expect((await give(app, await halfwayIn(app), device, wrong)).status).toBe(400);
  expect((await give(app, await halfwayIn(app), device)).status).toBe(302);
  expect((await auditOf(world, "account.use-passkey")).map(([outcome]) => outcome)).toEqual(["failed", "done"]);

  const empty = await testStore();
  await withAccount(empty);
  const other = await testApp(empty);
  const { answer, cookie } = await setUp(other, await halfwayIn(other), authenticator(other), wrong);
  expect([answer.status, cookie, await keptPasskeys(empty)]).toEqual([400, "", []]);
});

test("a flipped bit in the signature is refused", async () => {
  const { app, device } = await withPasskey();
  expect((await give(app, await halfwayIn(app), device, { flipped: true })).status).toBe(400);
});

test("a challenge counts once, and for its session", async () => {
  const { app, device } = await withPasskey();
  const [first, second] = [await halfwayIn(app), await halfwayIn(app)];
  const { challenge } = await passkeyOptions(app, first, "give");
  await passkeyOptions(app, second, "give");
  const answer = () => ({ passkey: device.sign(challenge) });
  expect((await send(app, "/second-factor", second, answer())).status).toBe(400);
  const used = answer();
  const came = await send(app, "/second-factor", first, used);
  expect(came.status).toBe(302);
  const inside = cookieIn(came);
  expect((await send(app, "/second-factor", inside, used)).status).toBe(400);

  const third = await halfwayIn(app);
  const asked = await passkeyOptions(app, third, "give");
  const wrong = { passkey: device.sign(asked.challenge, { flipped: true }) };
  expect((await send(app, "/second-factor", third, wrong)).status).toBe(400);
  expect((await send(app, "/second-factor", third, { passkey: device.sign(asked.challenge) })).status).toBe(400);
});

test("a challenge counts for five minutes", async () => {
  const { world, app, device } = await withPasskey();
  const halfway = await halfwayIn(app);
  for (const [seconds, status] of [
    [5 * 60, 400],
    [5 * 60 - 1, 302],
  ] as const) {
    const late = await passkeyOptions(app, halfway, "give");
    laterBy(world, seconds);
    const given = await send(app, "/second-factor", halfway, { passkey: device.sign(late.challenge) });
    expect(given.status, String(seconds)).toBe(status);
  }
});

test("the answer sent many times at the same moment lets in once", async () => {
  const { app, device } = await withPasskey();
  const halfway = await halfwayIn(app);
  const { challenge } = await passkeyOptions(app, halfway, "give");
  const form = { passkey: device.sign(challenge) };
  const answers = await Promise.all([1, 2, 3].map(() => send(app, "/second-factor", halfway, form)));
  expect(answers.filter((answer) => cookieIn(answer) !== "")).toHaveLength(1);
});

test("a counter that goes back or stands still is refused, and zero of a device that does not count is not", async () => {
  const { app, device } = await withPasskey();
  for (const [counter, status] of [
    [0, 302],
    [7, 302],
    [7, 400],
    [3, 400],
    [8, 302],
    [0, 400],
  ] as const)
    expect((await give(app, await halfwayIn(app), device, { counter })).status, String(counter)).toBe(status);
});

test("the key of somebody else does not let in, and cannot be added by another", async () => {
  const { world, app, device, personId } = await withPasskey();
  const about = { email: "jan@example.org", name: "Jan", role: "editor" as const, regionId: null };
  const { token } = await world.operator.people.invite(about);
  const passwordHash = await hashPassword(password);
  await world.operator.people.accept({ token, name: "", email: "", passwordHash });
  const taken = await setUp(app, await halfwayIn(app, about.email), device);
  expect(taken.answer.status).toBe(400);
  const own = authenticator(app);
  await setUp(app, await halfwayIn(app, about.email), own);
  expect((await give(app, await halfwayIn(app, about.email), device)).status).toBe(400);
  expect((await give(app, await halfwayIn(app), own)).status).toBe(400);
  expect((await keptPasskeys(world)).filter((kept) => kept.personId === personId)).toHaveLength(1);
});

test("the password alone adds no passkey and no phone beside the second factor that is there", async () => {
  const { world, app } = await withPasskey();
  const halfway = await halfwayIn(app);
  expect((await passkeyOptions(app, halfway, "add")).status).toBe(404);
  const { challenge } = await passkeyOptions(app, halfway, "give");
  const passkey = authenticator(app).register(challenge);
  expect((await send(app, "/second-factor", halfway, { intent: "set-up", passkey })).status).toBe(400);
  expect((await send(app, "/account", halfway, { intent: "add-passkey", passkey })).headers.get("location")).toContain(
    "/sign-in",
  );
  expect(await keptPasskeys(world)).toHaveLength(1);

  const before = await testStore();
  await withAccount(before);
  const other = await testApp(before);
  const [early, late] = [await halfwayIn(other), await halfwayIn(other)];
  const key = await shownKey(other, early);
  await setUp(other, late, authenticator(other));
  const form = { intent: "set-up", code: phone(before, key) };
  expect((await send(other, "/second-factor", early, form)).status).toBe(400);
});

test("after three wrong passkeys one has to wait, as with codes", async () => {
  const { app, device } = await withPasskey();
  const halfway = await halfwayIn(app);
  const statuses: Array<number> = [];
  for (let times = 0; times < 4; times += 1)
    statuses.push((await give(app, halfway, device, { flipped: true })).status);
  expect(statuses).toEqual([400, 400, 400, 429]);
  for (const passkey of ["", "{}", "null", `"${"x".repeat(30_000)}"`]) {
    const other = await withPasskey();
    expect((await send(other.app, "/second-factor", await halfwayIn(other.app), { passkey })).status).toBe(400);
  }
});

test("a passkey is added beside the app with a fresh second factor, listed, makes it fresh again, and is removed", async () => {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { cookie, key } = await comeIn(world, app);
  const device = authenticator(app);
  const add = async () => {
    const { challenge } = await passkeyOptions(app, cookie, "add");
    return send(app, "/account", cookie, { intent: "add-passkey", passkey: device.register(challenge) });
  };
  await growStale(world);
  const again = "/second-factor?to=%2Faccount";
  expect((await passkeyOptions(app, cookie, "add")).status).toBe(302);
  expect((await add()).headers.get("location")).toBe(again);
  laterBy(world, 60);
  await giveCode(app, cookie, phone(world, key), "/account");
  expect((await add()).headers.get("location")).toBe("/account");
  const shown = await (await app.get("/account", { headers: { cookie } })).text();
  expect(shown).toContain("toegevoegd op");
  expect(shown).toContain("nog niet gebruikt");
  await growStale(world);
  const both = await (await app.get("/second-factor", { headers: { cookie } })).text();
  expect(both).toContain("Code van zes cijfers");
  const [kept] = await keptPasskeys(world);
  const remove = () => send(app, "/account", cookie, { intent: "remove-passkey", passkeyId: kept?.id ?? "" });
  expect((await remove()).headers.get("location")).toBe(again);
  expect((await give(app, cookie, device)).status).toBe(302);
  expect(await (await app.get("/account", { headers: { cookie } })).text()).toContain("laatst gebruikt op");
  expect((await remove()).headers.get("location")).toBe("/account");
  expect(await keptPasskeys(world)).toEqual([]);
  for (const action of ["account.add-passkey", "account.remove-passkey"])
    expect((await auditOf(world, action)).at(-1)?.[0], action).toBe("done");
});

test("the last second factor is not removed, nor a passkey of somebody else", async () => {
  const { world, app, cookie, personId } = await withPasskey();
  const [kept] = await keptPasskeys(world);
  const form = { intent: "remove-passkey", passkeyId: kept?.id ?? "" };
  expect((await send(app, "/account", cookie, form)).status).toBe(409);
  const ans = await world.person("Ans", ["administrator", null]);
  await app.post("/account", form, { as: ans });
  expect(await keptPasskeys(world)).toHaveLength(1);
  const second = authenticator(app);
  const { challenge } = await passkeyOptions(app, cookie, "add");
  await send(app, "/account", cookie, { intent: "add-passkey", passkey: second.register(challenge) });
  expect((await send(app, "/account", cookie, form)).headers.get("location")).toBe("/account");
  const left = await keptPasskeys(world);
  expect(left.map((one) => [one.personId, one.credentialId])).toEqual([[personId, second.credentialId]]);
});

test("who has passkeys only makes new recovery codes with a fresh one", async () => {
  const { world, app, cookie, codes } = await withPasskey();
  const renew = () => send(app, "/account", cookie, { intent: "codes" });
  await growStale(world);
  expect((await renew()).headers.get("location")).toBe("/second-factor?to=%2Faccount");
  expect((await giveCode(app, cookie, codes[1] ?? "", "/account")).status).toBe(302);
  expect((await renew()).status).toBe(200);
  expect((await giveCode(app, await halfwayIn(app), codes[2] ?? "")).status).toBe(400);
});

test("an administrator sees that there is a second factor and takes it away: the passkey lets nobody in any more", async () => {
  const { world, app, device, cookie, personId } = await withPasskey();
  await world.person("Ans", ["administrator", null]);
  const secondFactorOf = async () =>
    (await world.operator.people.list()).people.find(({ id }) => id === personId)?.secondFactor;
  expect(await secondFactorOf()).toBe(true);
  await world.operator.people.removeSecondFactor({ personId });
  expect([await secondFactorOf(), await keptPasskeys(world)]).toEqual([false, []]);
  expect((await app.get("/admin/people", { headers: { cookie } })).status).toBe(302);
  const halfway = await halfwayIn(app);
  expect((await passkeyOptions(app, halfway, "give")).status).toBe(404);
  expect((await setUp(app, halfway, device)).answer.status).toBe(200);
});
