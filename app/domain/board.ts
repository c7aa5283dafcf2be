/** What the region board says about each perspective of a youth, and which one step comes next. */
import type { FamilyConsent } from "./consent.ts";
import { neededFirst } from "./consent.ts";
import type { AgeBand, Perspective } from "./guide.ts";
import { perspectives } from "./guide.ts";
import { type InterviewState, weeksTogether } from "./interview.ts";

/** What the board needs to know of an interview and of a youth. */
export type BoardedInterview = {
  id: string;
  perspective: Perspective;
  state: InterviewState;
  agreed: "yes" | "no" | null;
  conductedOn: string;
};
export type BoardedYouth<Interview extends BoardedInterview> = {
  id: string;
  ageBand: AgeBand;
  workingSince: string;
  family: FamilyConsent;
  interviews: ReadonlyArray<Interview>;
};

export const cellKinds = [
  "busy",
  "waiting-consent",
  "ready",
  "early",
  "guardian-first",
  "youth-first",
  "family-first",
  "unplanned",
  "to-approve",
  "approved",
  "refused",
  "withdrawn",
  "expired",
  "objection",
] as const;
export type CellKind = (typeof cellKinds)[number];

/** One perspective of one youth: the interview that matters most now, what there is to say about it, and how many others there are. */
export type Cell<Interview extends BoardedInterview> = {
  perspective: Perspective;
  kind: CellKind;
  interview: Interview | null;
  others: number;
};

/** Days on which the work with the family is that many weeks old: `YYYY-MM-DD`. */
export function ripeOn(workingSince: string, weeks: number): string {
  return new Date(Date.parse(`${workingSince}-01T00:00:00Z`) + weeks * 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

const urgency: ReadonlyArray<InterviewState> = [
  "running",
  "paused",
  "stopped",
  "planned",
  "completed",
  "approved",
  "refused",
  "withdrawn",
  "expired",
];

function mattersMost<Interview extends BoardedInterview>(interviews: ReadonlyArray<Interview>): Interview | null {
  const living = interviews.filter((interview) => interview.state !== "discarded");
  return [...living].sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))[0] ?? null;
}

function kindOf(
  youth: BoardedYouth<BoardedInterview>,
  perspective: Perspective,
  interview: BoardedInterview | null,
  early: boolean,
): CellKind {
  switch (interview?.state) {
    case "running":
    case "paused":
    case "stopped":
      if (youth.family.objection) return "objection";
      return interview.agreed === null ? "waiting-consent" : "busy";
    case "completed":
      return "to-approve";
    case "approved":
      return "approved";
    case "refused":
      return "refused";
    case "withdrawn":
      return "withdrawn";
    case "expired":
      return "expired";
    default: {
      const first = neededFirst(perspective, youth.ageBand, youth.family);
      if (first === "guardian-objects" || first === "youth-objects") return "objection";
      if (early) return "early";
      if (first === "guardian-consent-missing") return "guardian-first";
      if (first) return first === "youth-consent-missing" ? "youth-first" : "family-first";
      return interview ? "ready" : "unplanned";
    }
  }
}

/**
 * The three cells of a youth. `today` is `YYYY-MM-DD`; work younger than `earlyWeeks` weeks is "early": a reason to wait, never a bar.
 */
export function cellsOf<Interview extends BoardedInterview>(
  youth: BoardedYouth<Interview>,
  today: string,
  earlyWeeks: number,
): Array<Cell<Interview>> {
  const early = weeksTogether(youth.workingSince, today) < earlyWeeks;
  return perspectives.map((perspective) => {
    const own = youth.interviews.filter((interview) => interview.perspective === perspective);
    const interview = mattersMost(own);
    return {
      perspective,
      kind: kindOf(youth, perspective, interview, early),
      interview,
      others: own.filter((other) => other !== interview && other.state !== "discarded").length,
    };
  });
}

/** How much a step asks for attention; the smallest comes first. */
const attention: Partial<Record<CellKind, number>> = {
  busy: 1,
  "waiting-consent": 2,
  ready: 3,
  "to-approve": 4,
  unplanned: 5,
};

export type NextStep<Interview extends BoardedInterview> = { youthId: string; cell: Cell<Interview> };

/**
 * The one step that comes next on a board, or null when there is none: an interview that was begun, then one planned for today or
 * earlier, then what waits for the lead's approval, then what can be planned. A planned interview of a later day waits for its day.
 */
export function nextStep<Interview extends BoardedInterview>(
  rows: ReadonlyArray<{ youthId: string; cells: ReadonlyArray<Cell<Interview>> }>,
  today: string,
  mayApprove: boolean,
): NextStep<Interview> | null {
  const candidates = rows.flatMap(({ youthId, cells }) =>
    cells
      .filter((cell) => attention[cell.kind] !== undefined)
      .filter((cell) => cell.kind !== "to-approve" || mayApprove)
      .map((cell) => {
        const later = cell.kind === "ready" && (cell.interview?.conductedOn ?? today) > today;
        return { youthId, cell, rank: later ? 4.5 : (attention[cell.kind] ?? 9) };
      }),
  );
  const [first] = candidates.sort(
    (a, b) =>
      a.rank - b.rank || (a.cell.interview?.conductedOn ?? "").localeCompare(b.cell.interview?.conductedOn ?? ""),
  );
  return first ? { youthId: first.youthId, cell: first.cell } : null;
}
