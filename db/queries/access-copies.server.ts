/** The verbs behind an access copy: everything that was ever saved in one interview, and who looked at it when. */
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Look } from "#app/domain/access-copy.ts";
import type { Answer } from "#app/domain/answer.ts";
import type { Perspective } from "#app/domain/guide.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { answerRevision, audit, consent, interview, operation, region, user } from "../schema/index.ts";
import { interviewTarget, read } from "../verb.server.ts";
import { toldTarget } from "./interviews.server.ts";

/** A page of looks at one interview, newest first; `next` is the line to go on before, null at the end. */
export type InterviewLooks = {
  perspective: Perspective;
  conductedOn: string;
  practice: boolean;
  looks: Array<Look>;
  next: number | null;
};

/** One value that was saved, a consent record in the shape of an answer. */
export type ToldRevision = Answer & { questionId: string; sequence: number; at: string };

export type AccessMaterial = { revisions: Array<ToldRevision>; looks: Array<Look> };

async function revisionsOf(db: Db, interviewId: string): Promise<Array<ToldRevision>> {
  const said = await db
    .select({
      questionId: answerRevision.questionId,
      state: answerRevision.state,
      value: answerRevision.value,
      note: answerRevision.note,
      sequence: answerRevision.sequence,
      at: operation.at,
    })
    .from(answerRevision)
    .innerJoin(operation, eq(operation.opId, answerRevision.opId))
    .where(eq(answerRevision.interviewId, interviewId));
  const agreed = await db
    .select({ questionId: consent.questionId, value: consent.value, sequence: consent.sequence, at: consent.at })
    .from(consent)
    .where(eq(consent.interviewId, interviewId));
  const asAnswers = agreed.map((record) => ({ ...record, state: "answered" as const, note: "" }));
  return [...said, ...asAnswers].sort((a, b) => a.sequence - b.sequence);
}

/** What was done with the interview itself, and every report about its youth: that is made from what was said. Newest first; no limit is all of it. */
function looksAt(
  db: Db,
  interviewId: string,
  youthId: string,
  page: { before?: number; limit?: number } = {},
): Promise<Array<Look & { sequence: number }>> {
  const about = (id: string) => sql`instr(${audit.subjects}, ${`"${id}"`}) > 0`;
  return db
    .select({
      sequence: audit.sequence,
      at: audit.at,
      personId: audit.personId,
      person: user.name,
      role: audit.role,
      action: audit.action,
    })
    .from(audit)
    .leftJoin(user, eq(user.id, audit.personId))
    .where(
      and(
        eq(audit.outcome, "done"),
        or(about(interviewId), and(eq(audit.action, "report.compile"), about(youthId))),
        page.before === undefined ? undefined : lt(audit.sequence, page.before),
      ),
    )
    .orderBy(desc(audit.sequence))
    .limit(page.limit ?? -1);
}

/** Lines on one page of who looked. */
const pageSize = 50;

export const accessCopies = {
  /** Everything that the respondent of one interview said, every version of it, and who did what with it. Never that of others about the same youth. */
  material: read<{ interviewId: string }, AccessMaterial>({
    action: "interview.copy",
    right: "interview.copy",
    target: (db, { interviewId }) => toldTarget(db, interviewId),
    async run(db, { interviewId }, { target }) {
      return {
        revisions: await revisionsOf(db, interviewId),
        looks: (await looksAt(db, interviewId, target.youthId ?? "")).reverse(),
      };
    },
  }),

  /**
   * A page of who did what with one interview, as the access copy counts it. It holds no word of an answer, and so is there after a
   * withdrawal too. Throws Problem `not-found`.
   */
  looks: read<{ interviewId: string; before?: number }, InterviewLooks>({
    action: "interview.looks",
    right: "interview.copy",
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, { interviewId, before }, { target }) {
      const [about] = await db
        .select({ perspective: interview.perspective, conductedOn: interview.conductedOn, practice: region.practice })
        .from(interview)
        .innerJoin(region, eq(region.id, interview.regionId))
        .where(eq(interview.id, interviewId));
      if (!about) throw new Problem("not-found");
      const found = await looksAt(db, interviewId, target.youthId ?? "", { before, limit: pageSize + 1 });
      const looks = found.slice(0, pageSize);
      return { ...about, looks, next: found.length > pageSize ? (looks.at(-1)?.sequence ?? null) : null };
    },
  }),
};
