/** What goes by itself while the server runs: sessions that have expired, and lines of the audit log that are old enough. */
import { removeExpiredSessions } from "#db/sessions.server.ts";
import type { Store } from "#db/store.server.ts";
import { pruneOldAudit } from "../workflows/prune-audit.server.ts";
import type { Log } from "./log.server.ts";

/** How often it is looked whether something may go, in milliseconds. */
const lookEvery = 3600 * 1000;

/** Clears away now and then every hour. What fails is logged and tried again the next time. Returns how to stop. */
export function scheduleHousekeeping(store: Store, database: string, log: Log): () => void {
  async function look(): Promise<void> {
    const began = performance.now();
    try {
      await removeExpiredSessions(store.connections, new Date());
      const count = await pruneOldAudit(store, database, store.sources.now());
      if (count > 0) log({ event: "audit-pruned", count, ms: Math.round(performance.now() - began) });
    } catch {
      log({ event: "housekeeping-failed", ms: Math.round(performance.now() - began) });
    }
  }
  void look();
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
