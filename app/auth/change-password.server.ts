/** Changing one's own password: the current one is asked for, and guessing it is slowed down like signing in. */
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import type { Session } from "#db/sessions.server.ts";
import type { RequestContext } from "../context.server.ts";
import { held } from "./attempts.server.ts";
import { hashPassword, verifyPassword } from "./auth.server.ts";
import { newPasswordFaults } from "./passwords.ts";
import { type Refused, tooMany } from "./sign-in.server.ts";

type Visit = Pick<RequestContext, "store" | "attempts" | "address" | "requestId" | "retryAfter">;
type Typed = { current: string; password: string; again: string };

/** Changes the password of the person behind a session and ends their other sessions; or says what is wrong. Null when it is done. */
export async function changePassword(
  visit: Visit,
  { id: sessionId, person }: Session,
  { current, password, again }: Typed,
): Promise<{ faults: Array<FieldFault> } | Refused | null> {
  const { store, attempts, address, requestId } = visit;
  const { own } = store.as(person, requestId);
  const { email, passwordHash } = await own.account();
  if (passwordHash === null) throw new Problem("not-found");
  const faults = newPasswordFaults(password, again, { name: person.name, email });
  if (faults.length > 0) return { faults };
  const guess = attempts.password(email, address, sessionId);
  if ("wait" in guess) return tooMany(visit, guess.wait);
  await held(guess.hold);
  const right = await verifyPassword({ hash: passwordHash, password: current });
  try {
    await own.changePassword({ passwordHash: right ? await hashPassword(password) : null, sessionId });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "password-wrong") throw error;
    return { faults: [{ path: "current", code: "password-wrong" }] };
  }
  guess.right();
  return null;
}
