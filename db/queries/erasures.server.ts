/** Verbs on erasure: what waits for it, what came of a run, and the list for who answers for it. */
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { mayIn } from "#app/domain/actor.ts";
import type { Erased, ErasureReason } from "#app/domain/erasure.ts";
import type { Perspective } from "#app/domain/guide.ts";
import { erasure, interview, region, respondent, youth } from "../schema/index.ts";
import { anywhere, read, write } from "../verb.server.ts";

/** One erasure as its list shows it. `about`: the label of the youth, for who may see the youths of that region; else null. */
export type ErasureView = {
  interviewId: string;
  region: string;
  about: string | null;
  perspective: Perspective;
  respondentNumber: number;
  reason: ErasureReason;
  askedAt: string;
  failures: number;
  failedAt: string | null;
  failure: string | null;
  doneAt: string | null;
};

/** The list shows everything that waits, and the newest of what is done, up to this many together. */
const pageSize = 100;

export const erasures = {
  /** Erasures of which the last traces still have to go, oldest first. */
  waiting: read<void, Array<Erased>>({
    action: "erasure.waiting",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    run: (db) =>
      db
        .select({ interviewId: erasure.interviewId, reason: erasure.reason, at: erasure.askedAt })
        .from(erasure)
        .where(isNull(erasure.doneAt))
        .orderBy(asc(erasure.askedAt)),
  }),

  /** Notes that nothing of these interviews is left. */
  finish: write<{ interviewIds: Array<string> }, Array<string>>({
    action: "erasure.finish",
    right: "installation.manage",
    target: anywhere,
    async run(db, { interviewIds }, { now }) {
      await db.update(erasure).set({ doneAt: now() }).where(inArray(erasure.interviewId, interviewIds));
      return interviewIds;
    },
    subjects: (interviewIds) => interviewIds,
  }),

  /** Notes that it was tried in vain; `failure` is a short word for what stood in the way. It will be tried again. */
  postpone: write<{ interviewIds: Array<string>; failure: string }, Array<string>>({
    action: "erasure.postpone",
    right: "installation.manage",
    target: anywhere,
    async run(db, { interviewIds, failure }, { now }) {
      await db
        .update(erasure)
        .set({ failures: sql`${erasure.failures} + 1`, failedAt: now(), failure })
        .where(and(inArray(erasure.interviewId, interviewIds), isNull(erasure.doneAt)));
      return interviewIds;
    },
    subjects: (interviewIds) => interviewIds,
  }),

  /** What waits first, then what is done, the newest on top; an administrator sees every region, without youths. */
  list: read<void, Array<ErasureView>>({
    action: "erasure.list",
    right: "erasure.read",
    target: anywhere,
    async run(db, _input, { actor, within }) {
      const rows = await db
        .select({
          interviewId: erasure.interviewId,
          regionId: erasure.regionId,
          region: region.name,
          label: youth.label,
          perspective: interview.perspective,
          respondentNumber: respondent.number,
          reason: erasure.reason,
          askedAt: erasure.askedAt,
          failures: erasure.failures,
          failedAt: erasure.failedAt,
          failure: erasure.failure,
          doneAt: erasure.doneAt,
        })
        .from(erasure)
        .innerJoin(interview, eq(interview.id, erasure.interviewId))
        .innerJoin(region, eq(region.id, erasure.regionId))
        .innerJoin(youth, eq(youth.id, interview.youthId))
        .innerJoin(respondent, eq(respondent.id, interview.respondentId))
        .where(within(erasure.regionId))
        .orderBy(sql`${erasure.doneAt} IS NOT NULL`, desc(erasure.askedAt))
        .limit(pageSize);
      return rows.map(({ regionId, label, ...row }) => ({
        ...row,
        about: mayIn(actor, "interview.approve", regionId) ? label : null,
      }));
    },
    subjects: (rows) => rows.map((row) => row.interviewId),
  }),
};
