/** Reads one cookie of a request, and writes the two that hold a visitor's preferences. */
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

/** The `Set-Cookie` of a preference, kept for a year; an empty value removes it. */
export function preferenceCookie(name: "language" | "theme", value: string, env: Pick<Env, "https">): string {
  const seconds = value === "" ? 0 : 365 * 24 * 60 * 60;
  return `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${env.https ? "; Secure" : ""}; SameSite=Lax`;
}
