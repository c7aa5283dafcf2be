/** Lets lines of the audit log go once they are older than the installation keeps them. */
import { operator } from "#app/domain/actor.ts";
import { yearsLater } from "#app/domain/terms.ts";
import type { Store } from "#db/store.server.ts";
import { ensureAuditKey } from "./audit-key.server.ts";

/**
 * Removes the lines that are older than the setting `auditYears` at `now` (UTC, ISO 8601) and leaves an anchor for them, signed with the key
 * beside `database`. Returns how many went; a run that finds none leaves no line in the log.
 */
export async function pruneOldAudit(store: Pick<Store, "as">, database: string, now: string): Promise<number> {
  const { auditLog, settings } = store.as(operator);
  const before = yearsLater(now, -(await settings.all()).auditYears);
  const oldest = await auditLog.oldest();
  if (oldest === null || oldest >= before) return 0;
  return auditLog.prune({ before, key: ensureAuditKey(database) });
}
