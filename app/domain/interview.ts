/** An interview's life: its states, which step leads where, and what is allowed in each. */
import { Problem } from "./problem.ts";

export const interviewStates = [
  "planned",
  "running",
  "paused",
  "completed",
  "approved",
  "stopped",
  "refused",
  "discarded",
  "withdrawn",
  "expired",
] as const;
export type InterviewState = (typeof interviewStates)[number];

export const channels = ["at-home", "elsewhere", "video", "phone", "walking"] as const;
export type Channel = (typeof channels)[number];

export const interviewMoves = [
  "start",
  "pause",
  "resume",
  "stop",
  "refuse",
  "complete",
  "reopen",
  "approve",
  "discard",
  "withdraw",
] as const;
export type InterviewMove = (typeof interviewMoves)[number];

/** move -> [from, to]. */
const moves: Record<InterviewMove, { from: ReadonlyArray<InterviewState>; to: InterviewState }> = {
  start: { from: ["planned"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused", "stopped"], to: "running" },
  stop: { from: ["running", "paused"], to: "stopped" },
  refuse: { from: ["running", "paused", "stopped", "completed"], to: "refused" },
  complete: { from: ["running", "paused", "stopped"], to: "completed" },
  reopen: { from: ["completed"], to: "running" },
  approve: { from: ["completed"], to: "approved" },
  discard: { from: ["planned", "running", "paused", "stopped", "completed"], to: "discarded" },
  withdraw: {
    from: ["running", "paused", "stopped", "completed", "approved", "discarded", "expired"],
    to: "withdrawn",
  },
};

/** The state after a move. Throws Problem `interview-state` when the move does not start from `state`. */
export function nextState(state: InterviewState, move: InterviewMove): InterviewState {
  if (!mayMove(state, move)) throw new Problem("interview-state");
  return moves[move].to;
}

/** Whether a move starts from this state. */
export function mayMove(state: InterviewState, move: InterviewMove): boolean {
  return moves[move].from.includes(state);
}

/**
 * Whether what was told is gone for good: `withdrawn` by the speaker, or `expired` because the term for answers is over. Nothing is saved
 * to such an interview, and nothing of it is read.
 */
export function isErased(state: InterviewState): boolean {
  return state === "withdrawn" || state === "expired";
}

/** States of an interview that may hold what was told. */
export const tellingStates = [
  "running",
  "paused",
  "stopped",
  "completed",
  "approved",
  "discarded",
] as const satisfies ReadonlyArray<InterviewState>;

/** Whether answers may still change: until the lead approves (with history), and not once refused, discarded or erased. */
export function isEditable(state: InterviewState): boolean {
  return ["running", "paused", "stopped", "completed"].includes(state);
}

/** Whether the codings of this interview count in a report, and its answers can be coded. */
export function countsInReports(state: InterviewState): boolean {
  return state === "completed" || state === "approved";
}

/** Moves that ask for a reason. */
export function needsReason(move: InterviewMove): boolean {
  return move === "discard";
}

/** Whole weeks between the month in which the work with the family began (`YYYY-MM`) and a day (`YYYY-MM-DD`); never negative. */
export function weeksTogether(workingSince: string, day: string): number {
  const begin = Date.parse(`${workingSince}-01T00:00:00Z`);
  const end = Date.parse(`${day}T00:00:00Z`);
  return Math.max(0, Math.floor((end - begin) / (7 * 24 * 3600 * 1000)));
}
