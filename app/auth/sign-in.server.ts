/** Signing in with a password, or in a demo by picking who to be; both give the `Set-Cookie` of a session, or say why not. */
import { operator, type Role } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import type { RequestContext } from "../context.server.ts";
import { held } from "./attempts.server.ts";
import { knownDevice } from "./device.server.ts";
import { beginSession, visitorOf } from "./session.server.ts";

/** `seconds`: how long it has to wait. */
export type Refused = { fault: "wrong" } | { fault: "too-many"; seconds: number };
export type SignInOutcome = { cookie: string } | Refused;
type Visit = Pick<
  RequestContext,
  "store" | "auth" | "env" | "log" | "attempts" | "address" | "requestId" | "retryAfter" | "demo" | "browser"
>;

/**
 * Tries an e-mail address with a password; its session has still to be given the second factor. The answer does not tell an unknown
 * address from a wrong password, and the same work is done for both: the library hashes the password either way.
 */
export async function signInWithPassword(
  visit: Visit,
  email: string,
  password: string,
  cookies: string | null,
): Promise<SignInOutcome> {
  const { store, auth, log, attempts, address, requestId } = visit;
  const guess = attempts.password(email, address, knownDevice(cookies, visit.env, email));
  if ("wait" in guess) {
    log({ event: "sign-in-slowed", requestId });
    return tooMany(visit, guess.wait);
  }
  await held(guess.hold);
  const answer = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  if (answer.status >= 500) throw new Problem("storage-failed");
  const cookie = answer.headers.getSetCookie()[0];
  if (!answer.ok || cookie === undefined) {
    log({ event: "sign-in-refused", requestId });
    await store.as(operator, requestId).people.noteRefusedSignIn({ email });
    return { fault: "wrong" };
  }
  guess.right();
  return { cookie };
}

/** Refuses a guess for so many milliseconds, and tells the browser too. */
export function tooMany({ retryAfter }: Pick<RequestContext, "retryAfter">, wait: number): Refused {
  const seconds = Math.ceil(wait / 1000);
  retryAfter(seconds);
  return { fault: "too-many", seconds };
}

/** The HTTP status of the answer to a refused sign-in or code. */
export function statusOf({ fault }: Refused): number {
  return fault === "wrong" ? 400 : 429;
}

/** Where the second factor is asked for before one goes on to `to`, a path of our own. */
export function secondFactorPath(to: string): string {
  return to === "/" ? "/second-factor" : `/second-factor?to=${encodeURIComponent(to)}`;
}

/** Signs in as somebody of a demo, without a second factor; refused wherever the database does not carry the demo mark. */
export async function signInAs(visit: Visit, personId: string): Promise<SignInOutcome> {
  const persons = await demoPersons(visit);
  if (!persons.some((person) => person.id === personId)) return { fault: "wrong" };
  const cookie = await beginSession(visit, personId, { factorGivenBy: visit.browser });
  if (cookie === null) return { fault: "wrong" };
  const { actor } = await visitorOf(cookie, visit.env, visit.store.connections);
  if (actor) await visit.store.as(actor, visit.requestId).people.noteSignIn();
  return { cookie };
}

export type DemoPerson = { id: string; name: string; role: Role; regionName: string | null };

const order: ReadonlyArray<Role> = ["interviewer", "analyst", "lead", "reader", "editor", "administrator"];

/** Whom one can be in a demo, each under their first role, in the order of the work and of their making; nobody outside a demo. */
export async function demoPersons(visit: Pick<Visit, "store" | "demo" | "requestId">): Promise<Array<DemoPerson>> {
  if (!visit.demo) return [];
  const { people } = await visit.store.as(operator, visit.requestId).people.list();
  return people
    .filter((person) => person.disabledAt === null)
    .flatMap(({ id, name, memberships: [first] }) =>
      first ? [{ id, name, role: first.role, regionName: first.regionName }] : [],
    )
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.id < b.id ? -1 : 1));
}
