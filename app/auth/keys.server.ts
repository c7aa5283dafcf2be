/** Keys derived from the installation's secret, one for each purpose, so that none of them tells another. */
import { hkdfSync } from "node:crypto";
import type { Env } from "../env.server.ts";

/** The key of 256 bits for a purpose. */
export function keyFor(env: Pick<Env, "secret">, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env.secret, "", `leeroogst ${purpose} v1`, 32));
}
