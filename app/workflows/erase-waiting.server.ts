/** One run of the erasure: takes the last traces of everything that waits out of the files, and notes what came of it. */
import { operator } from "#app/domain/actor.ts";
import type { Store, Verbs } from "#db/store.server.ts";

export type ErasureRun = { done: number; failed: number };

/** A short word for what stood in the way: the code of the machine or the database, never a text. */
function failureOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^[A-Za-z_-]{1,40}$/.test(code) ? code : "fault";
}

/** Erases what waits. What fails stays waiting and counts as tried; run it again later. Nothing waiting leaves no trace of the run. */
export async function eraseWaiting(store: Pick<Store, "as" | "wipe">): Promise<ErasureRun> {
  const { erasures } = store.as(operator);
  const waiting = await erasures.waiting();
  if (waiting.length === 0) return { done: 0, failed: 0 };
  const interviewIds = waiting.map(({ interviewId }) => interviewId);
  let failure: string | null = null;
  try {
    if (!(await store.wipe(waiting))) failure = "in-use";
  } catch (error) {
    failure = failureOf(error);
  }
  if (failure !== null) {
    await erasures.postpone({ interviewIds, failure });
    return { done: 0, failed: interviewIds.length };
  }
  await erasures.finish({ interviewIds });
  return { done: interviewIds.length, failed: 0 };
}

/**
 * Takes back the consent for an interview: what was said is gone for everybody when this returns, and the last traces too unless the
 * database was in use elsewhere; then the next run takes them. Throws Problem `interview-state`.
 */
export async function withdrawInterview(
  store: Pick<Store, "as" | "wipe">,
  verbs: Verbs,
  input: { interviewId: string },
): Promise<void> {
  await verbs.interviews.withdraw(input);
  await eraseWaiting(store).catch(() => undefined);
}
