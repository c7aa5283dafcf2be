/** Verbs of retrieval: counts per theme and code, and the passages of a theme or code in their context, page by page. */
import { and, asc, eq, exists, gt, inArray, sql } from "drizzle-orm";
import { type ThemeId, themeIds } from "#app/domain/guide.ts";
import { surroundings } from "#app/domain/passage.ts";
import { Problem } from "#app/domain/problem.ts";
import type { PassageQuery, RetrievedPassage, RetrievedPassages, ThemeCount } from "#app/domain/retrieval.ts";
import type { Db } from "../open.server.ts";
import { answer, coding, interview, passage, region, respondent, youth } from "../schema/index.ts";
import { anywhere, type Context, read } from "../verb.server.ts";
import { codableStates, pageSize, passageViews, questionLookup } from "./coding-lists.server.ts";
import { codebookBody } from "./guides.server.ts";
import { revisionText } from "./passages.server.ts";

async function reachedRegions(db: Db, regionId: string | undefined, within: Context["within"]): Promise<Array<string>> {
  const rows = await db
    .select({ id: region.id })
    .from(region)
    .where(and(within(region.id), regionId === undefined ? undefined : eq(region.id, regionId)))
    .orderBy(asc(region.id));
  return rows.map((row) => row.id);
}

type Tally = { theme: ThemeId; code: string | null; passages: number; codings: number };

/** Passages and codings by theme (code null) and by code, in interviews whose answers can be coded. */
async function tallies(db: Db, regionIds: Array<string>): Promise<Array<Tally>> {
  if (regionIds.length === 0) return [];
  const counted = {
    passages: sql<number>`count(DISTINCT ${coding.passageId})`,
    codings: sql<number>`count(*)`,
  };
  const standing = and(
    inArray(coding.regionId, regionIds),
    inArray(
      coding.passageId,
      db
        .select({ id: passage.id })
        .from(passage)
        .innerJoin(interview, eq(interview.id, passage.interviewId))
        .where(and(inArray(passage.regionId, regionIds), inArray(interview.state, codableStates))),
    ),
  );
  const byTheme = await db
    .select({ theme: coding.theme, ...counted })
    .from(coding)
    .where(standing)
    .groupBy(coding.theme);
  const byCode = await db
    .select({ theme: coding.theme, code: coding.code, ...counted })
    .from(coding)
    .where(standing)
    .groupBy(coding.theme, coding.code);
  return [...byTheme.map((row) => ({ ...row, code: null })), ...byCode];
}

/** The ids of a page of passages under a theme or code, in the order of region and making; walks an index, region by region. */
async function pageOfIds(
  db: Db,
  { theme, code }: PassageQuery,
  regionIds: Array<string>,
  cursor: string | undefined,
): Promise<{ ids: Array<string>; next: string | null }> {
  const [cursorRegion = "", cursorPassage = ""] = cursor?.split(" ") ?? [];
  const found: Array<{ regionId: string; id: string }> = [];
  for (const regionId of regionIds) {
    if (regionId < cursorRegion) continue;
    const rows = await db
      .selectDistinct({ regionId: coding.regionId, id: coding.passageId })
      .from(coding)
      .where(
        and(
          eq(coding.regionId, regionId),
          eq(coding.theme, theme),
          code === undefined ? undefined : eq(coding.code, code),
          regionId === cursorRegion ? gt(coding.passageId, cursorPassage) : undefined,
          exists(
            db
              .select({ one: sql`1` })
              .from(passage)
              .innerJoin(interview, eq(interview.id, passage.interviewId))
              .where(and(eq(passage.id, coding.passageId), inArray(interview.state, codableStates))),
          ),
        ),
      )
      .orderBy(asc(coding.passageId))
      .limit(pageSize + 1 - found.length);
    found.push(...rows);
    if (found.length > pageSize) break;
  }
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const next = found.length > pageSize && last ? `${last.regionId} ${last.id}` : null;
  return { ids: page.map((row) => row.id), next };
}

/** These passages, in this order, each with its codings and the text around it. */
async function inContext(db: Db, ids: Array<string>, personId: string): Promise<Array<RetrievedPassage>> {
  if (ids.length === 0) return [];
  const views = new Map((await passageViews(db, inArray(passage.id, ids), personId)).map((view) => [view.id, view]));
  const rows = await db
    .select({
      id: passage.id,
      interviewId: passage.interviewId,
      questionId: passage.questionId,
      regionId: passage.regionId,
      regionName: region.name,
      practice: region.practice,
      youthLabel: youth.label,
      perspective: interview.perspective,
      respondentNumber: respondent.number,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
      text: sql<string>`CASE ${passage.field} WHEN 'note' THEN ${answer.note} ELSE ${answer.textValue} END`,
    })
    .from(passage)
    .innerJoin(interview, eq(interview.id, passage.interviewId))
    .innerJoin(answer, and(eq(answer.interviewId, passage.interviewId), eq(answer.questionId, passage.questionId)))
    .innerJoin(region, eq(region.id, passage.regionId))
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .where(inArray(passage.id, ids));
  const lookup = await questionLookup(db, rows);
  const complete = new Map<string, RetrievedPassage>();
  for (const { text, guideId, guideVersion, ...row } of rows) {
    const view = views.get(row.id);
    if (!view) continue;
    const { interviewId, questionId } = row;
    const markedIn = view.flag === null ? text : await revisionText(db, interviewId, view.sequence, view.field);
    const question = lookup({ guideId, guideVersion }, questionId)?.question.text ?? { nl: questionId, en: questionId };
    complete.set(row.id, { ...row, ...view, question, ...surroundings(markedIn, view) });
  }
  return ids.flatMap((id) => complete.get(id) ?? []);
}

export const retrieval = {
  /**
   * How much stands under each theme and code of the newest codebook, in its order; codes of older versions follow. Zero where nothing
   * does. Covers one region, or all that the actor reaches.
   */
  themes: read<{ regionId?: string }, Array<ThemeCount>>({
    action: "retrieval.themes",
    right: "answer.code",
    target: anywhere,
    async run(db, { regionId }, { within }) {
      const rows = await tallies(db, await reachedRegions(db, regionId, within));
      const codebook = await codebookBody(db);
      return themeIds.map((theme) => {
        const own = rows.filter((row) => row.theme === theme);
        const inBook = codebook?.themes.find((one) => one.id === theme)?.codes.map((code) => code.id) ?? [];
        const older = own.flatMap((row) => (row.code === null || inBook.includes(row.code) ? [] : [row.code]));
        const of = (code: string | null) => {
          const row = own.find((one) => one.code === code);
          return { passages: row?.passages ?? 0, codings: row?.codings ?? 0 };
        };
        return { theme, ...of(null), codes: [...inBook, ...older.sort()].map((code) => ({ code, ...of(code) })) };
      });
    },
  }),

  /** A page of 50 passages of a theme or one of its codes, each once, with its codings and the text around it. */
  passagesOf: read<PassageQuery & { cursor?: string }, RetrievedPassages>({
    action: "retrieval.passages",
    right: "answer.code",
    target: anywhere,
    async run(db, { cursor, ...query }, { within, actor }) {
      if (!themeIds.includes(query.theme)) throw new Problem("code-unknown");
      const regionIds = await reachedRegions(db, query.regionId, within);
      const { ids, next } = await pageOfIds(db, query, regionIds, cursor);
      return { passages: await inContext(db, ids, actor.personId), next };
    },
    subjects: ({ passages }) => [...new Set(passages.map((one) => one.interviewId))],
  }),
};
