/** Erasure while the server runs: now for what was missed, and then every minute for what was asked since. */
import type { Store } from "#db/store.server.ts";
import { eraseWaiting } from "../workflows/erase-waiting.server.ts";
import type { Log } from "./log.server.ts";

/** How often it is looked whether something waits, in milliseconds. */
const lookEvery = 60 * 1000;
/** How many looks are left out after an erasure that failed. */
const restAfterFailure = 4;

/** Erases whatever waits, beginning now; what fails is tried again a few minutes later. Returns how to stop. */
export function scheduleErasures(store: Store, log: Log): () => void {
  let busy = false;
  let resting = 0;
  async function look(): Promise<void> {
    if (busy) return;
    if (resting > 0) {
      resting -= 1;
      return;
    }
    busy = true;
    const began = performance.now();
    try {
      const { done, failed } = await eraseWaiting(store);
      const ms = Math.round(performance.now() - began);
      if (done > 0) log({ event: "erased", count: done, ms });
      if (failed > 0) {
        resting = restAfterFailure;
        log({ event: "erasure-failed", count: failed, ms });
      }
    } catch {
      resting = restAfterFailure;
      log({ event: "erasure-failed", count: 0, ms: Math.round(performance.now() - began) });
    } finally {
      busy = false;
    }
  }
  void look();
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
