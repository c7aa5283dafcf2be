/** Reads one cookie of a request, and writes ours: names, what browsers are told about all of them, and the two of a visitor's preferences. */
import type { Env } from "../env.server.ts";

/** The decoded value of a cookie in a `Cookie` header, or null. */
export function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key !== name) continue;
    try {
      return decodeURIComponent(value.join("="));
    } catch {
      return null;
    }
  }
  return null;
}

/** The name of a cookie of ours; with https browsers keep a `__Host-` cookie to this very host. */
export function cookieName(name: string, env: Pick<Env, "https">): string {
  return env.https ? `__Host-${name}` : name;
}

/** The `Set-Cookie` of a cookie of ours, closed to scripts and to other sites; 0 seconds remove it. */
export function ownCookie(name: string, value: string, seconds: number, env: Pick<Env, "https">): string {
  const secure = env.https ? "; Secure" : "";
  return `${cookieName(name, env)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** The `Set-Cookie` of a preference, kept for a year; an empty value removes it. */
export function preferenceCookie(name: "language" | "theme", value: string, env: Pick<Env, "https">): string {
  return ownCookie(name, value, value === "" ? 0 : 365 * 24 * 60 * 60, env);
}
