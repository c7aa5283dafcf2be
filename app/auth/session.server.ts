/** Sessions: begin one for a person, find who stands behind a request's cookie, end it. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import type { Connections } from "#db/open.server.ts";
import { personOfSession } from "#db/sessions.server.ts";
import type { Env } from "../env.server.ts";
import { readCookie } from "../server/cookies.server.ts";
import { type Auth, sessionCookieName, sessionSeconds } from "./auth.server.ts";

/** The library's signature of a token: HMAC-SHA-256 in base64. */
function signature(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

/** The session's token in a `Cookie` header, or null when there is none or we did not sign it. */
export function sessionToken(cookies: string | null, env: Pick<Env, "https" | "secret">): string | null {
  const value = readCookie(cookies, sessionCookieName(env));
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signature(token, env.secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** Who asks, by the request's cookies; null for a visitor. */
export async function actorOf(cookies: string | null, env: Env, connections: Connections): Promise<Actor | null> {
  const token = sessionToken(cookies, env);
  return token === null ? null : personOfSession(connections, token, new Date());
}

function cookie(value: string, seconds: number, env: Env): string {
  const secure = env.https ? "; Secure" : "";
  return `${sessionCookieName(env)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** Begins a session for a person without a password and returns its `Set-Cookie`; null when they may not sign in. */
export async function beginSession(auth: Auth, env: Env, personId: string): Promise<string | null> {
  const { internalAdapter } = await auth.$context;
  const session = await internalAdapter.createSession(personId);
  if (!session) return null;
  return cookie(encodeURIComponent(`${session.token}.${signature(session.token, env.secret)}`), sessionSeconds, env);
}

/** Ends the session of a request, if there is one, and returns the `Set-Cookie` that removes it from the browser. */
export async function endSession(auth: Auth, env: Env, cookies: string | null): Promise<string> {
  const token = sessionToken(cookies, env);
  if (token !== null) await (await auth.$context).internalAdapter.deleteSession(token);
  return cookie("", 0, env);
}
