/** Somebody with an account, and the way in over HTTP as a browser goes it: password, phone, code. */

import { hashPassword } from "#app/auth/auth.server.ts";
import { codeAt } from "#app/auth/codes.server.ts";
import type { Actor, Role } from "#app/domain/actor.ts";
import type { TestStore } from "../db/store.ts";
import type { TestApp } from "../harness.ts";

export const password = "de koeien staan weer buiten";
export const email = "wies@example.org";

/** Wies, an administrator unless told otherwise, with an account and no phone yet. */
export async function withAccount(
  world: TestStore,
  { role = "administrator", regionId = null }: { role?: Role; regionId?: string | null } = {},
): Promise<{ personId: string; email: string }> {
  const { token } = await world.operator.people.invite({ email, name: "Wies", role, regionId });
  const passwordHash = await hashPassword(password);
  return { email, ...(await world.operator.people.accept({ token, name: "", email: "", passwordHash })) };
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieIn(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Gives the password; a browser goes on to the second factor. */
export function signIn(app: TestApp, address: string, secret: string, from?: string): Promise<Response> {
  const headers: Record<string, string> = from === undefined ? {} : { "x-forwarded-for": from };
  return app.post("/sign-in", { email: address, password: secret, to: "/admin/people" }, { headers });
}

/** The key that the page shows for a phone that is to be connected. */
export async function shownKey(app: TestApp, cookie: string): Promise<string> {
  const page = await (await app.get("/second-factor", { headers: { cookie } })).text();
  return /<code class="key">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(" ", "") ?? "";
}

/** What the phone shows now, or some half minutes later; the clock is that of the test's store. */
export function phone(world: TestStore, key: string, later = 0): string {
  return codeAt(key, Date.parse(world.clock.now) + later * 30_000);
}

/** Connects a phone after the password: the cookie of the whole session, the key in the phone and the recovery codes. */
export async function connectPhone(
  world: TestStore,
  app: TestApp,
  halfway: string,
): Promise<{ cookie: string; key: string; codes: Array<string>; answer: Response }> {
  const key = await shownKey(app, halfway);
  const form = { intent: "set-up", code: phone(world, key), to: "/admin/people" };
  const answer = await app.post("/second-factor", form, { headers: { cookie: halfway } });
  const codes = [...(await answer.clone().text()).matchAll(/<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})<\/code>/g)];
  return { cookie: cookieIn(answer), key, codes: codes.map(([, code = ""]) => code), answer };
}

/** The whole way in for the first time. */
export async function comeIn(world: TestStore, app: TestApp) {
  return connectPhone(world, app, cookieIn(await signIn(app, email, password)));
}

/** Gives a code on the page of the second factor. */
export function giveCode(app: TestApp, cookie: string, code: string, to = "/admin/people"): Promise<Response> {
  return app.post("/second-factor", { code, to }, { headers: { cookie } });
}

/** Lets the clock of the store run on, so that the phone shows its next codes. */
export function laterBy(world: TestStore, seconds: number): void {
  world.clock.now = new Date(Date.parse(world.clock.now) + seconds * 1000).toISOString();
}

/** The audit lines of an action, as outcome and who. */
export async function auditOf(world: TestStore, action: string): Promise<Array<[string, Actor["personId"]]>> {
  const lines = await world.store.connections.read((db) => db.query.audit.findMany());
  return lines.filter((line) => line.action === action).map(({ outcome, personId }) => [outcome, personId]);
}
