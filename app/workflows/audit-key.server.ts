/** The key of this installation that signs what stands for removed lines of the audit log; it lies beside the database, for its owner alone. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Path of the key of the database at this path. */
export function auditKeyPath(database: string): string {
  return `${database}.audit-key.pem`;
}

/** The key (Ed25519, private), or null where none was made yet or it is lost. Throws when the file is not a key. */
export function readAuditKey(database: string): KeyObject | null {
  const path = auditKeyPath(database);
  return existsSync(path) ? createPrivateKey(readFileSync(path)) : null;
}

/** The key, made at its first use. */
export function ensureAuditKey(database: string): KeyObject {
  const known = readAuditKey(database);
  if (known) return known;
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  writeFileSync(auditKeyPath(database), pem, { mode: 0o600, flag: "wx", flush: true });
  return privateKey;
}
