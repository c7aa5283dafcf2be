/**
 * Saves an answer while one types, as operations with ids of their own: one at a time, tried again with the same id until the server
 * says yes or no, so that nothing is saved twice and nothing is lost.
 */
import type { Answer } from "#app/domain/answer.ts";
import type { PersonalFinding } from "#app/domain/personal-data.ts";
import type { ProblemCode } from "#app/domain/problem.ts";

/** An answer as the screen holds it; a shared screen holds no note and leaves it alone. */
export type SpokenAnswer = Omit<Answer, "note"> & { note?: string };

export type Operation = {
  opId: string;
  answer: SpokenAnswer;
  baseSequence: number;
  baseOpId?: string;
  confirmHidden?: boolean;
};

export type SendResult =
  | { kind: "saved"; sequence: number; at: string; conflict: boolean; found?: Array<PersonalFinding> }
  | { kind: "refused"; code: ProblemCode; ids: Array<string> }
  /** Nobody knows whether it arrived: it has to be tried again. `code` when the server said why. */
  | { kind: "unreachable"; code: ProblemCode | null };

export type SaveStatus =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "conflict"; at: string }
  | { kind: "refused"; code: ProblemCode; ids: Array<string> }
  | { kind: "unreachable"; code: ProblemCode | null };

export type AutosaveOptions = {
  /** What is saved already, and the sequence that the next save builds on (0 for none). */
  saved: SpokenAnswer | null;
  sequence: number;
  send(operation: Operation, leaving: boolean): Promise<SendResult>;
  newId(): string;
  onStatus(status: SaveStatus): void;
  /** Milliseconds of silence before a save. */
  wait?: number;
};

export type Autosave = {
  /** The answer changed on screen. */
  change(answer: SpokenAnswer): void;
  /** Saves at once what is not saved yet; resolves to whether everything on screen is kept now. */
  flush(): Promise<boolean>;
  /** Saves although answers to questions that this hides will go. */
  confirmHidden(): Promise<boolean>;
  /** Whether everything on screen is kept. */
  isClean(): boolean;
  /** The page goes away: sends what is not saved, without waiting. */
  leave(): void;
  /** Stops timers. */
  dispose(): void;
};

const firstRetry = 2000;
const longestRetry = 30_000;

function same(a: SpokenAnswer | null, b: SpokenAnswer | null): boolean {
  return JSON.stringify([a?.state, a?.value, a?.note]) === JSON.stringify([b?.state, b?.value, b?.note]);
}

export function createAutosave({ saved, sequence, send, newId, onStatus, wait = 600 }: AutosaveOptions): Autosave {
  let acknowledged = saved;
  let latest = saved;
  let base = sequence;
  /** Operations that the server has not answered yet, oldest first; each builds on the one before. */
  let queue: Array<Operation> = [];
  let running: Promise<boolean> | null = null;
  let refusedAnswer: SpokenAnswer | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry = firstRetry;

  const isClean = () => queue.length === 0 && same(latest, acknowledged);

  function add(answer: SpokenAnswer, confirmHidden: boolean): Operation {
    const before = queue.at(-1);
    const operation: Operation = {
      opId: newId(),
      answer,
      baseSequence: base,
      ...(before ? { baseOpId: before.opId } : {}),
      ...(confirmHidden ? { confirmHidden } : {}),
    };
    queue.push(operation);
    return operation;
  }

  async function sendFirst(operation: Operation): Promise<boolean> {
    onStatus({ kind: "saving" });
    const result = await send(operation, false);
    if (result.kind === "saved") {
      queue.shift();
      acknowledged = operation.answer;
      base = result.sequence;
      retry = firstRetry;
      onStatus({ kind: result.conflict ? "conflict" : "saved", at: result.at });
      return true;
    }
    onStatus(result);
    if (result.kind === "refused") {
      queue = [];
      refusedAnswer = operation.answer;
      return false;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), retry);
    retry = Math.min(retry * 2, longestRetry);
    return false;
  }

  async function untilClean(confirm: boolean): Promise<boolean> {
    while (!isClean()) {
      const first = queue[0];
      if (!first && (latest === null || same(latest, refusedAnswer))) return latest === null;
      if (!(await sendFirst(first ?? add(latest as SpokenAnswer, confirm)))) return false;
    }
    return true;
  }

  function start(confirm: boolean): Promise<boolean> {
    clearTimeout(timer);
    running ??= untilClean(confirm).finally(() => {
      running = null;
    });
    return running;
  }

  function flush(): Promise<boolean> {
    return start(false);
  }

  return {
    change(answer) {
      latest = answer;
      if (!same(answer, refusedAnswer)) refusedAnswer = null;
      if (isClean()) return;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), wait);
    },
    flush,
    confirmHidden() {
      refusedAnswer = null;
      return start(true);
    },
    isClean,
    leave() {
      const last = queue.at(-1)?.answer ?? acknowledged;
      if (latest === null || same(latest, last) || same(latest, refusedAnswer)) return;
      const operation = add(latest, false);
      void send(operation, true);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
