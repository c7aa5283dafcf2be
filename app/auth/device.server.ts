/**
 * A cookie by which a browser shows that this account has come in with it before. It opens nothing: its wrong guesses are counted apart,
 * so that whoever guesses elsewhere, or behind the same address, never makes the owner wait.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Env } from "../env.server.ts";
import { cookieName, ownCookie, readCookie } from "../server/cookies.server.ts";
import { keyFor } from "./keys.server.ts";

type Settings = Pick<Env, "https" | "secret">;

const seconds = 365 * 24 * 60 * 60;

const name = "leeroogst-device";

function signature(env: Settings, device: string, email: string): string {
  return createHmac("sha256", keyFor(env, "device"))
    .update(`${device} ${email.trim().toLowerCase()}`)
    .digest("base64url");
}

/** The `Set-Cookie` for a browser with which this account has just come in. */
export function deviceCookie(env: Settings, email: string): string {
  const device = randomBytes(16).toString("base64url");
  return ownCookie(name, `${device}.${signature(env, device, email)}`, seconds, env);
}

/** The name of the device in a `Cookie` header, when this account has come in with it; else null. */
export function knownDevice(cookies: string | null, env: Settings, email: string): string | null {
  const [device = "", given = ""] = (readCookie(cookies, cookieName(name, env)) ?? "").split(".");
  const [expected, said] = [Buffer.from(signature(env, device, email)), Buffer.from(given)];
  return expected.length === said.length && timingSafeEqual(expected, said) ? device : null;
}
