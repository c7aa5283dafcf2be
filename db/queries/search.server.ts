/** Full-text search over answers within the actor's reach; the only file that speaks to the full-text index. */
import { and, eq, gt, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { type Actor, mayIn, regionsFor } from "#app/domain/actor.ts";
import { countsInReports } from "#app/domain/interview.ts";
import {
  type Excerpt,
  excerptOf,
  hitRanges,
  parseSearch,
  type SearchHit,
  type SearchHits,
  type SearchTerm,
  toFts5,
} from "#app/domain/search-query.ts";
import type { Db } from "../open.server.ts";
import { answer, interview, region, respondent, youth } from "../schema/index.ts";
import { anywhere, type Context, read, withinReach } from "../verb.server.ts";
import { codableStates, pageSize, questionLookup } from "./coding-lists.server.ts";

/**
 * Up to this many answers within reach, the index is asked first and each match checked against the list of those answers. With more,
 * matches are so dense that looking each one up until a page is full is faster.
 */
const fewAnswers = 10_000;

const everything = sql`1`;

/**
 * Which answers an actor may find: what they may code, in finished interviews; and what they may read as interviewer or lead, in
 * interviews that were not refused, discarded or withdrawn.
 */
function findable({ actor, within }: Context): SQL | undefined {
  const columns = [interview.regionId, interview.youthId] as const;
  return and(
    within(...columns),
    or(
      and(withinReach(actor, "answer.code")(...columns) ?? everything, inArray(interview.state, codableStates)),
      and(
        withinReach(actor, "interview.read")(...columns) ?? everything,
        notInArray(interview.state, ["refused", "discarded", "withdrawn", "expired"]),
      ),
    ),
  );
}

async function reachesFew(db: Db, actor: Actor): Promise<boolean> {
  const regions = regionsFor(actor, "answer.search");
  const rows = db
    .select({ rowId: answer.rowId })
    .from(answer)
    .where(regions === "all" ? gt(answer.rowId, 0) : inArray(answer.regionId, regions))
    .limit(fewAnswers + 1)
    .as("reached");
  const [counted] = await db.select({ rows: sql<number>`count(*)` }).from(rows);
  return (counted?.rows ?? 0) <= fewAnswers;
}

/**
 * Row ids of matching answers, newest first. The plus signs keep SQLite from asking the index once for every answer within reach, which
 * takes seconds.
 */
async function matchingRows(db: Db, match: string, before: number | null, context: Context): Promise<Array<number>> {
  const matches = and(sql`f.answer_fts MATCH ${match}`, before === null ? undefined : sql`f.rowid < ${before}`);
  const rowId = sql<number>`f.rowid`;
  const query = db.select({ rowId }).from(sql`answer_fts AS f`);
  if (await reachesFew(db, context.actor)) {
    const reached = db
      .select({ rowId: answer.rowId })
      .from(answer)
      .innerJoin(interview, eq(interview.id, answer.interviewId))
      .where(findable(context));
    const rows = await query
      .where(and(matches, sql`+f.rowid IN ${reached}`))
      .orderBy(sql`f.rowid DESC`)
      .limit(pageSize + 1);
    return rows.map((row) => row.rowId);
  }
  const rows = await query
    .innerJoin(answer, sql`${answer.rowId} = +f.rowid`)
    .innerJoin(interview, eq(interview.id, answer.interviewId))
    .where(and(matches, findable(context)))
    .orderBy(sql`f.rowid DESC`)
    .limit(pageSize + 1);
  return rows.map((row) => row.rowId);
}

function excerpt(text: string, terms: Array<SearchTerm>): Excerpt | null {
  const ranges = hitRanges(text, terms);
  return ranges.length === 0 ? null : excerptOf(text, ranges);
}

async function hitsOf(
  db: Db,
  rowIds: Array<number>,
  terms: Array<SearchTerm>,
  actor: Actor,
): Promise<Array<SearchHit>> {
  if (rowIds.length === 0) return [];
  const rows = await db
    .select({
      rowId: answer.rowId,
      interviewId: answer.interviewId,
      questionId: answer.questionId,
      regionId: interview.regionId,
      regionName: region.name,
      practice: region.practice,
      youthLabel: youth.label,
      perspective: interview.perspective,
      respondentNumber: respondent.number,
      conductedOn: interview.conductedOn,
      state: interview.state,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
      text: answer.textValue,
      note: answer.note,
    })
    .from(answer)
    .innerJoin(interview, eq(interview.id, answer.interviewId))
    .innerJoin(region, eq(region.id, interview.regionId))
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .where(inArray(answer.rowId, rowIds));
  const lookup = await questionLookup(db, rows);
  const found = new Map(
    rows.map(({ rowId, text, note, state, guideId, guideVersion, ...row }) => {
      const codable = countsInReports(state) && mayIn(actor, "answer.code", row.regionId);
      const hit: SearchHit = {
        ...row,
        question: lookup({ guideId, guideVersion }, row.questionId)?.question.text ?? {
          nl: row.questionId,
          en: row.questionId,
        },
        value: excerpt(text, terms),
        note: excerpt(note, terms),
        opens: codable ? "coding" : "interview",
      };
      return [rowId, hit];
    }),
  );
  return rowIds.flatMap((rowId) => found.get(rowId) ?? []);
}

export const search = {
  /**
   * A page of 50 answers in which every word, beginning (`woord*`) and "phrase" of the query occurs, accents and case aside, with the
   * places to mark. Nothing for a query without a letter or digit. The query itself goes nowhere but to the index.
   */
  answers: read<{ query: string; cursor?: string }, SearchHits>({
    action: "answer.search",
    right: "answer.search",
    target: anywhere,
    async run(db, { query, cursor }, context) {
      const terms = parseSearch(query);
      if (terms.length === 0) return { hits: [], next: null };
      const before = cursor !== undefined && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
      const rowIds = await matchingRows(db, toFts5(terms), before, context);
      const page = rowIds.slice(0, pageSize);
      const next = rowIds.length > pageSize ? String(page.at(-1)) : null;
      return { hits: await hitsOf(db, page, terms, context.actor), next };
    },
    subjects: ({ hits }) => [...new Set(hits.map((hit) => hit.interviewId))],
  }),
};
