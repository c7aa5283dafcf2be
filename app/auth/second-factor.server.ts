/** The second factor of whoever is signing in: set up, given, given again, and the codes for when it is lost. */
import { redirect } from "react-router";
import { Problem } from "#app/domain/problem.ts";
import { noteSecondFactor, type Session } from "#db/sessions.server.ts";
import type { RequestContext } from "../context.server.ts";
import {
  type Enrolment,
  enrolmentOf,
  hashRecoveryCode,
  newRecoveryCodes,
  newSecret,
  openSecret,
  readCode,
  sealSecret,
  stepOfCode,
} from "./codes.server.ts";
import { deviceCookie } from "./device.server.ts";
import { optionsToAdd, optionsToGive, readNewPasskey, readPasskey } from "./passkeys.server.ts";
import { beginSession } from "./session.server.ts";
import { type Refused, secondFactorPath, tooMany } from "./sign-in.server.ts";

type Visit = Pick<
  RequestContext,
  "store" | "env" | "log" | "attempts" | "address" | "requestId" | "retryAfter" | "demo" | "browser" | "session"
>;

/** For how long a second factor counts as fresh, in milliseconds: what is hard to undo asks for one that is. */
const freshFor = 15 * 60_000;

/**
 * What the page asks for: a first code after showing the secret or a first passkey, a second factor to come in, or a fresh one of
 * somebody who is in already. `app` and `passkey`: which of them the person has.
 */
export type Asked =
  | { step: "set-up"; enrolment: Enrolment }
  | { step: "verify" | "again"; app: boolean; passkey: boolean };

/** What somebody gives: what they typed, or the answer of their passkey as JSON. */
export type Given = { code: string } | { passkey: string };

function verbsOf({ store, requestId }: Visit, session: Session) {
  return store.as(session.person, requestId).own;
}

/** What to ask of this session. A secret that was shown but not confirmed is shown again. */
export async function askedOf(visit: Visit, session: Session): Promise<Asked> {
  const { env } = visit;
  const { personId } = session.person;
  const own = verbsOf(visit, session);
  const known = await own.secondFactor();
  const has = { app: known !== null && known.confirmedAt !== null, passkey: (await own.passkeys()).length > 0 };
  if (session.secondFactorAt !== null) return { step: "again", ...has };
  if (has.app || has.passkey) return { step: "verify", ...has };
  const kept = known && openSecret(env, personId, known.secret);
  const secret = kept ?? newSecret();
  if (!kept) await own.prepareSecondFactor({ secret: sealSecret(env, personId, secret) });
  const { email } = await own.account();
  return { step: "set-up", enrolment: enrolmentOf(secret, email) };
}

/** Runs the check of a code or a passkey unless there were too many wrong ones; Problem `code-wrong` becomes the fault `wrong`. */
async function guarded(visit: Visit, session: Session, check: () => Promise<void>): Promise<Refused | null> {
  const guess = visit.attempts.code(session.person.personId, visit.address);
  if ("wait" in guess) {
    visit.log({ event: "code-slowed", requestId: visit.requestId });
    return tooMany(visit, guess.wait);
  }
  try {
    await check();
    guess.right();
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "code-wrong") throw error;
    visit.log({ event: "code-refused", requestId: visit.requestId });
    return { fault: "wrong" };
  }
}

function now({ store }: Visit): number {
  return Date.parse(store.sources.now());
}

/** Checks what was given against the app, the recovery codes or the passkeys, and uses it up. Resolves to null when it was right. */
function check(visit: Visit, session: Session, given: Given): Promise<Refused | null> {
  const { env } = visit;
  const { personId } = session.person;
  const own = verbsOf(visit, session);
  return guarded(visit, session, async () => {
    if ("passkey" in given) return own.takePasskey({ used: await readPasskey(visit, session, given.passkey) });
    const { kind, code } = readCode(given.code);
    if (kind === "recovery") return own.takeRecoveryCode({ hash: hashRecoveryCode(env, personId, code) });
    const known = await own.secondFactor();
    const secret = known && openSecret(env, personId, known.secret);
    await own.takeCode({ step: secret ? stepOfCode(secret, code, now(visit)) : null });
  });
}

/**
 * The session that has its second factor, in the place of one that had not, and the mark of a device that is known now; notes in the
 * audit who signed in.
 */
async function comeIn(visit: Visit, session: Session): Promise<Array<string>> {
  const cookie = await beginSession(visit, session.person.personId, {
    factorGivenBy: visit.browser,
    replaces: session.id,
  });
  if (cookie === null) throw new Problem("sign-in-required");
  await visit.store.as(session.person, visit.requestId).people.noteSignIn();
  const { email } = await verbsOf(visit, session).account();
  return [cookie, deviceCookie(visit.env, email)];
}

/** Confirms the secret that was shown by a code from it, or takes a first passkey. The recovery codes are told this once. */
export async function setUp(
  visit: Visit,
  session: Session,
  given: Given,
): Promise<{ cookies: Array<string>; codes: Array<string> } | Refused> {
  const { env } = visit;
  const { personId } = session.person;
  const own = verbsOf(visit, session);
  const codes = newRecoveryCodes();
  const hashes = codes.map((one) => hashRecoveryCode(env, personId, one));
  const refused = await guarded(visit, session, async () => {
    if ("passkey" in given)
      return own.setUpPasskey({ made: await readNewPasskey(visit, session, given.passkey), hashes });
    const known = await own.secondFactor();
    const secret = known && openSecret(env, personId, known.secret);
    const { kind, code } = readCode(given.code);
    const step = secret && kind === "app" ? stepOfCode(secret, code, now(visit)) : null;
    await own.confirmSecondFactor({ step, hashes });
  });
  return refused ?? { cookies: await comeIn(visit, session), codes };
}

/** Lets a session in by a code or a passkey; for one that is in already, it makes its second factor fresh (then without cookies). */
export async function give(
  visit: Visit,
  session: Session,
  given: Given,
): Promise<{ cookies: Array<string> } | Refused> {
  const refused = await check(visit, session, given);
  if (refused) return refused;
  if (session.secondFactorAt === null) return { cookies: await comeIn(visit, session) };
  await noteSecondFactor(visit.store.connections, session.id, new Date());
  return { cookies: [] };
}

/**
 * What a device is asked to sign, as JSON for the browser. A key is added by who has no second factor yet, or is in with a fresh one:
 * throws Problem `not-found` to somebody who still has to give theirs, and the redirect of `needFreshFactor`.
 */
export async function passkeyOptions(visit: Visit, session: Session, purpose: "add" | "give") {
  if (purpose === "give") return optionsToGive(visit, session);
  if (session.secondFactorAt !== null) needFreshFactor(visit, "/account");
  else if ((await askedOf(visit, session)).step !== "set-up") throw new Problem("not-found");
  return optionsToAdd(visit, session);
}

/** Adds one more passkey for somebody who is in, with a fresh second factor. Resolves to null when it was added. */
export function addPasskey(visit: Visit, session: Session, answer: string): Promise<Refused | null> {
  return guarded(visit, session, async () =>
    verbsOf(visit, session).addPasskey({ made: await readNewPasskey(visit, session, answer) }),
  );
}

/** Makes recovery codes in the place of the old ones, for a fresh code, or the fresh passkey of who has no app; they are told this once. */
export async function renewRecoveryCodes(
  visit: Visit,
  session: Session,
  typed: string,
): Promise<{ codes: Array<string> } | Refused> {
  const known = await verbsOf(visit, session).secondFactor();
  if (known === null || known.confirmedAt === null) needFreshFactor(visit, "/account");
  else {
    const refused = await check(visit, session, { code: typed });
    if (refused) return refused;
  }
  const codes = newRecoveryCodes();
  const hashes = codes.map((one) => hashRecoveryCode(visit.env, session.person.personId, one));
  await verbsOf(visit, session).renewRecoveryCodes({ hashes });
  return { codes };
}

/** Whether the second factor was given in the last quarter of an hour; in a demo, where nobody has one, always. */
export function hasFreshFactor({ session, demo }: Pick<Visit, "session" | "demo">): boolean {
  const at = session?.secondFactorAt;
  return demo || (at != null && Date.now() - Date.parse(at) < freshFor);
}

/**
 * Asks for a second factor of the last quarter of an hour, for what is hard to undo: throws a redirect to the page that takes one and
 * comes back to `to`.
 */
export function needFreshFactor(visit: Pick<Visit, "session" | "demo">, to: string): void {
  if (!hasFreshFactor(visit)) throw redirect(secondFactorPath(to));
}
