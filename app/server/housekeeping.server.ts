/** What goes by itself while the server runs: sessions that have expired, and answers, proof of consent and audit lines whose term is over. */
import { removeExpiredSessions } from "#db/sessions.server.ts";
import type { Store } from "#db/store.server.ts";
import { keepTerms } from "../workflows/keep-terms.server.ts";
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
      const { answers, proofs } = await keepTerms(store);
      if (answers > 0) log({ event: "answers-expired", count: answers, ms: Math.round(performance.now() - began) });
      if (proofs > 0) log({ event: "proofs-forgotten", count: proofs, ms: Math.round(performance.now() - began) });
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
