/** Keys derived from the installation's secret, one for each purpose, so that none of them tells another; and what is sealed under them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Env } from "../env.server.ts";

type Secret = Pick<Env, "secret">;

/** The key of 256 bits for a purpose. */
export function keyFor(env: Secret, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env.secret, "", `leeroogst ${purpose} v1`, 32));
}

/** Seals a text with AES-256-GCM under the key of a purpose; it opens together with the same `about` only, so that it cannot be put elsewhere. */
export function seal(env: Secret, purpose: string, about: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(env, purpose), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** What `seal` sealed; null when it was changed, is about something else, or the installation's secret is another. */
export function unseal(env: Secret, purpose: string, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(env, purpose), bytes.subarray(0, 12), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
