/** The second factor's secrets and codes: how they are made, sealed and recognised. Nothing here knows a person or a database. */
import { createHmac, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import type { Env } from "../env.server.ts";
import { keyFor, seal, unseal } from "./keys.server.ts";

/** Seconds that one code lasts; the one before and the one after are taken too, for clocks that differ. */
const period = 30;
const window = 1;

/** How many recovery codes somebody gets. */
export const recoveryCodeCount = 10;

/** Crockford's 32 signs: no I, L, O or U, so that a code can be read from paper. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const recoveryCodeLength = 12;

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: "Leeroogst",
    label,
    algorithm: "SHA1",
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });
}

/** A fresh secret of 160 bits, in base32 as authenticator apps take it. */
export function newSecret(): string {
  return Secret.fromHex(randomBytes(20).toString("hex")).base32;
}

/** Seals a secret; it opens for this person only, so that a row cannot be put under another. */
export function sealSecret(env: Pick<Env, "secret">, personId: string, secret: string): string {
  return seal(env, "second factor", personId, secret);
}

/** The secret that `sealSecret` sealed; null when it was changed, belongs to somebody else, or the installation's secret is another. */
export function openSecret(env: Pick<Env, "secret">, personId: string, sealed: string): string | null {
  return unseal(env, "second factor", personId, sealed);
}

/** The step of 30 seconds that a code of six digits belongs to, when it is one of those that count at `at` (milliseconds); else null. */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const delta = totp(secret, "").validate({ token: code, timestamp: at, window });
  return delta === null ? null : Math.floor(at / 1000 / period) + delta;
}

/** The code that a secret gives at `at` (milliseconds), as an app would show it. */
export function codeAt(secret: string, at: number): string {
  return totp(secret, "").generate({ timestamp: at });
}

/** What an app needs: the key in groups of four, and the QR code of its address as a path on a field of `size` by `size`. */
export type Enrolment = { key: string; size: number; path: string };

/** How a secret gets into an app: by camera or by hand. `label` names the account in the app. */
export function enrolmentOf(secret: string, label: string): Enrolment {
  const { data, size } = encode(totp(secret, label).toString(), { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { key: secret.replaceAll(/(.{4})(?=.)/g, "$1 "), size, path };
}

/** Fresh recovery codes of 60 bits each, as they are shown. */
export function newRecoveryCodes(): Array<string> {
  return Array.from({ length: recoveryCodeCount }, () =>
    [...randomBytes(recoveryCodeLength)]
      .map((byte) => signs[byte % signs.length])
      .join("")
      .replaceAll(/(.{4})(?=.)/g, "$1-"),
  );
}

/** What somebody typed as a code: without spaces and hyphens, in capitals, and with the signs that look alike set right. */
export function readCode(typed: string): { kind: "app" | "recovery"; code: string } {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  if (/^\d{6}$/.test(code)) return { kind: "app", code };
  return { kind: "recovery", code: code.replaceAll("O", "0").replaceAll(/[IL]/g, "1") };
}

/**
 * What is kept of a recovery code: a hash under a key that is not in the database, so that a copy of the database does not give the
 * codes away however short they are.
 */
export function hashRecoveryCode(env: Pick<Env, "secret">, personId: string, code: string): string {
  return createHmac("sha256", keyFor(env, "recovery code"))
    .update(`${personId} ${readCode(code).code}`)
    .digest("base64url");
}
