/** Erasure: why nothing of an interview may be left, by when it has to be gone, and how far that is. */

export const erasureReasons = ["withdrawn", "refused", "expired"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** Whether the words of an erased interview may live on in reports that were released: the term ends the answers, not what was passed on. */
export function staysInReleases(reason: ErasureReason): boolean {
  return reason === "expired";
}

/** Within how many hours after a withdrawal the last trace has to be gone (rule R5). */
export const erasureHours = 24;

/** One line of the list of erased interviews that lies beside the database: ids and times, never content. */
export type Erased = { interviewId: string; reason: ErasureReason; at: string };

/** UTC time before which the last trace has to be gone. */
export function erasedBefore(askedAt: string): string {
  return new Date(Date.parse(askedAt) + erasureHours * 3600 * 1000).toISOString();
}

export const erasureStates = ["waiting", "failed", "late", "done"] as const;
export type ErasureState = (typeof erasureStates)[number];

/** How far an erasure is. `failed`: it was tried in vain and will be tried again. `late`: it should have been done by now. */
export function erasureState(
  erasure: { askedAt: string; doneAt: string | null; failures: number },
  now: string,
): ErasureState {
  if (erasure.doneAt !== null) return "done";
  if (erasedBefore(erasure.askedAt) < now) return "late";
  return erasure.failures > 0 ? "failed" : "waiting";
}
