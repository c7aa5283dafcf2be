/** The region board as one page shows it: every youth with three cells, the headline's counts and the one next step. */
import { type Actor, mayIn } from "#app/domain/actor.ts";
import { type CellKind, cellsOf, nextStep, ripeOn } from "#app/domain/board.ts";
import type { AgeBand, EnrolmentStatus, Guide, Perspective } from "#app/domain/guide.ts";
import { type InterviewState, weeksTogether } from "#app/domain/interview.ts";
import type { BoardInterview, BoardYouth, Region } from "#db/queries/regions.server.ts";
import type { Verbs } from "#db/store.server.ts";

export type CellView = {
  perspective: Perspective;
  kind: CellKind;
  interviewId: string | null;
  state: InterviewState | null;
  conductedOn: string | null;
  /** Which step of how many was saved last; null before anything was. */
  step: { number: number; of: number } | null;
  others: number;
};
export type RowView = {
  youthId: string;
  label: string;
  enrolmentStatus: EnrolmentStatus;
  ageBand: AgeBand;
  workingSince: string;
  weeks: number;
  /** The day (`YYYY-MM-DD`) until which one better waits. */
  ripeOn: string;
  cells: Array<CellView>;
};
export type BoardView = {
  region: Region;
  today: string;
  rows: Array<RowView>;
  counts: { done: number; busy: number };
  next: { youthId: string; perspective: Perspective } | null;
  mayManage: boolean;
  mayApprove: boolean;
};

function stepReached(guide: Guide | undefined, questionId: string | null): { number: number; of: number } | null {
  if (!guide || questionId === null) return null;
  const index = guide.steps.findIndex((step) => step.questions.some((question) => question.id === questionId));
  return index < 0 ? null : { number: index + 1, of: guide.steps.length };
}

async function guidesOf(verbs: Verbs, youths: ReadonlyArray<BoardYouth>): Promise<Map<string, Guide>> {
  const guides = new Map<string, Guide>();
  for (const { guideId, guideVersion } of youths.flatMap((youth) => youth.interviews)) {
    const key = `${guideId} ${guideVersion}`;
    if (guideVersion !== null && !guides.has(key))
      guides.set(key, await verbs.guides.version({ guideId, version: guideVersion }));
  }
  return guides;
}

/** The board of a region for this actor. `today` is `YYYY-MM-DD`. Throws Problem `not-found`. */
export async function regionBoard(
  verbs: Verbs,
  actor: Actor,
  input: { regionId: string; today: string; earlyWeeks: number },
): Promise<BoardView> {
  const { region, youths } = await verbs.regions.board({ regionId: input.regionId });
  const guides = await guidesOf(verbs, youths);
  const rows = youths.map((youth) => ({
    youth,
    youthId: youth.id,
    cells: cellsOf<BoardInterview>(youth, input.today, input.earlyWeeks),
  }));
  const mayApprove = mayIn(actor, "interview.approve", region.id);
  const next = nextStep(rows, input.today, mayApprove);
  const states = youths.flatMap((youth) => youth.interviews.map((interview) => interview.state));
  return {
    region,
    today: input.today,
    counts: {
      done: states.filter((state) => state === "completed" || state === "approved").length,
      busy: states.filter((state) => state === "running" || state === "paused" || state === "stopped").length,
    },
    next: next ? { youthId: next.youthId, perspective: next.cell.perspective } : null,
    mayManage: mayIn(actor, "youth.manage", region.id),
    mayApprove,
    rows: rows.map(({ youth, cells }) => ({
      youthId: youth.id,
      label: youth.label,
      enrolmentStatus: youth.enrolmentStatus,
      ageBand: youth.ageBand,
      workingSince: youth.workingSince,
      weeks: weeksTogether(youth.workingSince, input.today),
      ripeOn: ripeOn(youth.workingSince, input.earlyWeeks),
      cells: cells.map(({ perspective, kind, interview, others }) => ({
        perspective,
        kind,
        interviewId: interview?.id ?? null,
        state: interview?.state ?? null,
        conductedOn: interview?.conductedOn ?? null,
        step: interview
          ? stepReached(guides.get(`${interview.guideId} ${interview.guideVersion}`), interview.lastQuestionId)
          : null,
        others,
      })),
    })),
  };
}
