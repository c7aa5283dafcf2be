/** Signing in with a password, or in a demo by picking who to be; both give the `Set-Cookie` of a session, or say why not. */
import { operator, type Role } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { personOfSession } from "#db/sessions.server.ts";
import type { RequestContext } from "../context.server.ts";
import { beginSession, sessionToken } from "./session.server.ts";

export type SignInOutcome = { cookie: string } | { fault: "wrong" | "too-many" };
type Visit = Pick<RequestContext, "store" | "auth" | "env" | "log" | "attempts" | "address" | "requestId" | "demo">;

/** Notes in the audit who signed in, when they have a role in which to do so. */
async function note(visit: Visit, cookie: string): Promise<void> {
  const token = sessionToken(cookie, visit.env);
  const actor = token === null ? null : await personOfSession(visit.store.connections, token, new Date());
  if (actor?.kind === "person" && actor.memberships.length > 0) {
    await visit.store.as(actor, visit.requestId).people.noteSignIn();
  }
}

/** Tries an e-mail address with a password. The answer does not tell an unknown address from a wrong password. */
export async function signInWithPassword(visit: Visit, email: string, password: string): Promise<SignInOutcome> {
  const { auth, log, attempts, address, requestId } = visit;
  if (!attempts.mayTry(email, address)) {
    log({ event: "sign-in-slowed", requestId });
    return { fault: "too-many" };
  }
  const answer = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  if (answer.status >= 500) throw new Problem("storage-failed");
  const cookie = answer.headers.getSetCookie()[0];
  if (!answer.ok || cookie === undefined) {
    attempts.failed(email, address);
    log({ event: "sign-in-refused", requestId });
    return { fault: "wrong" };
  }
  attempts.succeeded(email);
  await note(visit, cookie);
  return { cookie };
}

/** Signs in as somebody of a demo; refused wherever the database does not carry the demo mark. */
export async function signInAs(visit: Visit, personId: string): Promise<SignInOutcome> {
  const persons = await demoPersons(visit);
  if (!persons.some((person) => person.id === personId)) return { fault: "wrong" };
  const cookie = await beginSession(visit.auth, visit.env, personId);
  if (cookie === null) return { fault: "wrong" };
  await note(visit, cookie);
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
