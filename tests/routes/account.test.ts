/** One's own account over HTTP: devices, password and recovery codes. */
import { expect, test } from "vitest";
import {
  auditOf,
  comeIn,
  cookieIn,
  email,
  giveCode,
  laterBy,
  password,
  phone,
  signIn,
  withAccount,
} from "../auth/coming-in.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

const other = "het regent al de hele dag";

/** Somebody on two devices: their cookies, and what a page shows. */
async function onTwoDevices() {
  const world = await testStore();
  await withAccount(world);
  const app = await testApp(world);
  const { cookie: here, key, codes } = await comeIn(world, app);
  laterBy(world, 60);
  const there = cookieIn(await giveCode(app, cookieIn(await signIn(app, email, password)), phone(world, key)));
  laterBy(world, 60);
  const shows = async (cookie: string) => {
    const answer = await app.get("/account", { headers: { cookie } });
    return answer.status === 200 ? answer.text() : null;
  };
  const post = (form: Record<string, string>, cookie = here) => app.post("/account", form, { headers: { cookie } });
  return { world, app, here, there, key, codes, shows, post };
}

/** The ids of the sessions on a page, and which of them is this one. */
function listed(page: string | null): { ids: Array<string>; current: number } {
  const rows = (page ?? "").split("<li>").slice(1);
  const ids = rows.flatMap((row) => /name="sessionId" value="([^"]+)"/.exec(row)?.[1] ?? []);
  return {
    ids,
    current: rows.filter((row) => row.includes("sessionId")).findIndex((row) => row.includes("Dit apparaat")),
  };
}

test("the devices are listed, this one is marked, and one is signed out alone", async () => {
  const { there, here, shows, post } = await onTwoDevices();
  const { ids, current } = listed(await shows(here));
  expect([ids.length, current]).toEqual([2, 1]);
  expect((await post({ intent: "end", sessionId: ids[0] ?? "" })).headers.get("location")).toBe("/account");
  expect(await shows(there)).toBeNull();
  expect(listed(await shows(here)).ids).toEqual([ids[1]]);
  const out = await post({ intent: "end", sessionId: ids[1] ?? "" });
  expect([out.headers.get("location"), cookieIn(out)]).toEqual(["/sign-in", "leeroogst="]);
  expect(await shows(here)).toBeNull();
});

test("all others are signed out at once, and those of somebody else stay", async () => {
  const { world, app, here, there, shows, post } = await onTwoDevices();
  const jan = await world.person("Jan", ["editor", null]);
  const jans = await app.cookieOf(jan.personId);
  const [theirs = ""] = listed(await shows(jans)).ids;
  await post({ intent: "end", sessionId: theirs });
  expect((await post({ intent: "end-others" })).status).toBe(302);
  expect(await shows(there)).toBeNull();
  expect(listed(await shows(here)).ids).toHaveLength(1);
  expect(listed(await shows(jans)).ids).toEqual([theirs]);
  expect(await auditOf(world, "account.end-other-sessions")).toHaveLength(1);
});

test("a new password needs the current one, and ends the sessions elsewhere", async () => {
  const { world, app, here, there, shows, post } = await onTwoDevices();
  const form = { intent: "password", current: password, password: other, again: other };
  const cases: Array<[Record<string, string>, string]> = [
    [{ current: "een gok van niets" }, "Dit is niet je wachtwoord van nu."],
    [{ password: "kort", again: "kort" }, "Neem minstens 15 tekens."],
    [{ password: "wachtwoord123456", again: "wachtwoord123456" }, "veel mensen gebruiken dit"],
    [{ again: `${other}!` }, "Dit is niet hetzelfde wachtwoord."],
  ];
  for (const [wrong, sentence] of cases) {
    const answer = await post({ ...form, ...wrong });
    expect(answer.status, sentence).toBe(400);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).not.toContain(password);
  }
  expect(await shows(there)).not.toBeNull();
  const done = await post(form);
  expect(await done.text()).toContain("Je hebt een nieuw wachtwoord.");
  expect([await shows(there), (await shows(here)) !== null]).toEqual([null, true]);
  expect((await signIn(app, email, password)).status).toBe(400);
  expect((await signIn(app, email, other)).status).toBe(302);
  expect((await auditOf(world, "account.change-password")).map(([outcome]) => outcome)).toEqual(["failed", "done"]);
});

test("guessing the current password is slowed down like signing in", async () => {
  const { post } = await onTwoDevices();
  const form = { intent: "password", current: "een gok van niets", password: other, again: other };
  for (let guess = 0; guess < 3; guess += 1) expect((await post(form)).status).toBe(400);
  expect((await post({ ...form, current: password })).status).toBe(429);
});

test("new recovery codes need a fresh code and end the old ones", async () => {
  const { world, app, key, codes, here, post } = await onTwoDevices();
  expect((await post({ intent: "codes", code: "000000" })).status).toBe(400);
  const made = await (await post({ intent: "codes", code: phone(world, key) })).text();
  const fresh = [...made.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, code = ""]) => code);
  expect(new Set([...fresh, ...codes]).size).toBe(20);
  expect(await (await app.get("/account", { headers: { cookie: here } })).text()).not.toContain(fresh[0]);
  const halfway = async () => cookieIn(await signIn(app, email, password));
  expect((await giveCode(app, await halfway(), codes[0] ?? "")).status).toBe(400);
  expect((await giveCode(app, await halfway(), fresh[0] ?? "")).status).toBe(302);
});

test("somebody without a role has an account page, and nothing else", async () => {
  const world = await testStore();
  const jan = await world.person("Jan");
  const app = await testApp(world);
  expect((await app.get("/account", { as: jan })).status).toBe(200);
  expect((await app.get("/guides", { as: jan })).status).toBe(404);
  expect((await app.post("/account", { intent: "else" }, { as: jan })).status).toBe(400);
});

test("in a demo there are devices, but no password and no codes", async () => {
  const world = await testStore();
  const jan = await world.person("Jan", ["editor", null]);
  await world.operator.settings.markDemo();
  const app = await testApp(world);
  const page = await (await app.get("/account", { as: jan })).text();
  expect(page).toContain("In de oefenomgeving heb je geen wachtwoord");
  expect(page).not.toContain('name="code"');
  expect((await app.get("/second-factor", { as: jan })).headers.get("location")).toBe("/");
  expect((await app.post("/account", { intent: "password", current: "x", password: other }, { as: jan })).status).toBe(
    404,
  );
});
