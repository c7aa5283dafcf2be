/** Sessions: begin one for a person, find who stands behind a request's cookie, end it. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import type { Connections } from "#db/open.server.ts";
import { deleteSession, insertSession, noteSeen, type Session, sessionOf } from "#db/sessions.server.ts";
import type { Store } from "#db/store.server.ts";
import type { Env } from "../env.server.ts";
import { cookieName, ownCookie, readCookie } from "../server/cookies.server.ts";
import { sessionCookie, sessionSeconds } from "./auth.server.ts";

/** How much later than the last time a session has to be seen before that is written down. */
const seenPrecision = 60_000;

/** The library's signature of a token: HMAC-SHA-256 in base64. */
function signature(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

/** The session's token in a `Cookie` header, or null when there is none or we did not sign it. */
export function sessionToken(cookies: string | null, env: Pick<Env, "https" | "secret">): string | null {
  const value = readCookie(cookies, cookieName(sessionCookie, env));
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signature(token, env.secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** A request's session, and who may act by it: nobody until the second factor has been given. */
export type Visitor = { session: Session | null; actor: Actor | null };

/**
 * Who asks, by the request's cookies. This is the one gate of the second factor: what needs an actor stays closed to a session that
 * has only the password.
 */
export async function visitorOf(
  cookies: string | null,
  env: Env,
  connections: Connections,
  at = new Date(),
): Promise<Visitor> {
  const token = sessionToken(cookies, env);
  const session = token === null ? null : await sessionOf(connections, token, at, env.idleMinutes);
  if (session === null || session.secondFactorAt === null) return { session, actor: null };
  if (at.getTime() - Date.parse(session.seenAt) >= seenPrecision) {
    // A disk that is full must not close the pages that only read; the session then ends a little early.
    await noteSeen(connections, session.id, at).catch(() => undefined);
  }
  return { session, actor: session.person };
}

/**
 * Begins a session for a person and returns its `Set-Cookie`; null when they may not sign in. `factorGivenBy` names the browser that
 * gave the second factor; null when it has still to be given. `replaces`: the session that ends by it.
 */
export async function beginSession(
  { store, env }: { store: Store; env: Env },
  personId: string,
  { factorGivenBy, replaces = null }: { factorGivenBy: string | null; replaces?: string | null },
): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const at = new Date();
  const expiresAt = new Date(at.getTime() + sessionSeconds * 1000);
  const id = store.sources.newId();
  const made = { id, token, personId, at, expiresAt, factorGivenBy, replaces };
  if (!(await insertSession(store.connections, made))) return null;
  const value = encodeURIComponent(`${token}.${signature(token, env.secret)}`);
  return ownCookie(sessionCookie, value, sessionSeconds, env);
}

/** Ends the session of a request, if there is one, and returns the `Set-Cookie` that removes it from the browser. */
export async function endSession({ store, env }: { store: Store; env: Env }, cookies: string | null): Promise<string> {
  const token = sessionToken(cookies, env);
  if (token !== null) await deleteSession(store.connections, token);
  return ownCookie(sessionCookie, "", 0, env);
}
