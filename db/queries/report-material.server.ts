/** Everything that the report of a region is compiled from, read in a handful of queries however much there is. */
import { and, asc, count, eq, gte, inArray, isNotNull, lte, notInArray, type SQL } from "drizzle-orm";
import { scopesOf } from "#app/domain/consent.ts";
import type { Guide, Perspective } from "#app/domain/guide.ts";
import { countsInReports, interviewStates } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import {
  type InputCoding,
  type InputInterview,
  isReportSection,
  type ReportInput,
  type ReportPeriod,
} from "#app/domain/report.ts";
import type { Db } from "../open.server.ts";
import { coding, consent, interview, passage, region } from "../schema/index.ts";
import { codebookBody, guideBody } from "./guides.server.ts";
import { currentTexts } from "./report-texts.server.ts";

const countedStates = interviewStates.filter(countsInReports);

/** Interviews of this region that count and were held in the period. */
function counted(regionId: string, { from, to }: ReportPeriod): SQL | undefined {
  return and(
    eq(interview.regionId, regionId),
    inArray(interview.state, countedStates),
    from === null ? undefined : gte(interview.conductedOn, from),
    to === null ? undefined : lte(interview.conductedOn, to),
  );
}

/** Interviews with the scopes that stand for each, oldest first. */
async function interviewsWhere(db: Db, where: SQL | undefined): Promise<Array<InputInterview>> {
  const rows = await db
    .select({
      id: interview.id,
      youthId: interview.youthId,
      state: interview.state,
      perspective: interview.perspective,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
      conductedOn: interview.conductedOn,
    })
    .from(interview)
    .where(where)
    .orderBy(asc(interview.conductedOn), asc(interview.id));
  const records = await db
    .select({
      interviewId: consent.interviewId,
      questionId: consent.questionId,
      scope: consent.scope,
      value: consent.value,
      sequence: consent.sequence,
    })
    .from(consent)
    .innerJoin(interview, eq(interview.id, consent.interviewId))
    .where(where);
  const byInterview = new Map<string, typeof records>();
  for (const record of records) {
    const known = byInterview.get(record.interviewId);
    if (known) known.push(record);
    else byInterview.set(record.interviewId, [record]);
  }
  return rows.flatMap(({ guideVersion, ...row }) =>
    guideVersion === null ? [] : [{ ...row, guideVersion, scopes: [...scopesOf(byInterview.get(row.id) ?? [])] }],
  );
}

function codingsWhere(db: Db, where: SQL | undefined): Promise<Array<InputCoding>> {
  return db
    .select({
      id: coding.id,
      interviewId: passage.interviewId,
      passageId: passage.id,
      questionId: passage.questionId,
      field: passage.field,
      start: passage.start,
      end: passage.end,
      quote: passage.quote,
      flagged: isNotNull(passage.flag).mapWith(Boolean),
      theme: coding.theme,
      code: coding.code,
      memo: coding.memo,
      forReport: coding.forReport,
      coderId: coding.coderId,
    })
    .from(coding)
    .innerJoin(passage, eq(passage.id, coding.passageId))
    .innerJoin(interview, eq(interview.id, passage.interviewId))
    .where(where);
}

/** How many interviews the region planned or held by perspective; refused, discarded and withdrawn ones do not show. */
async function plannedCounts(db: Db, regionId: string): Promise<Record<Perspective, number>> {
  const rows = await db
    .select({ perspective: interview.perspective, number: count() })
    .from(interview)
    .where(and(eq(interview.regionId, regionId), notInArray(interview.state, ["refused", "discarded", "withdrawn"])))
    .groupBy(interview.perspective);
  const planned = { parent: 0, youth: 0, professional: 0 };
  for (const { perspective, number } of rows) planned[perspective] = number;
  return planned;
}

async function guidesOf(db: Db, interviews: ReadonlyArray<InputInterview>): Promise<Array<Guide>> {
  const pinned = new Map(interviews.map((one) => [`${one.guideId} ${one.guideVersion}`, one]));
  const guides: Array<Guide> = [];
  for (const { guideId, guideVersion } of pinned.values()) {
    const body = await guideBody(db, guideId, guideVersion);
    if (body) guides.push(body);
  }
  return guides;
}

/** What the report of a region is compiled from. Throws Problem `not-found` for an unknown region, and when there is no codebook. */
export async function regionMaterial(
  db: Db,
  { regionId, period, language }: { regionId: string; period: ReportPeriod; language: Language },
): Promise<ReportInput> {
  const where = counted(regionId, period);
  const [about] = await db
    .select({ key: region.key, name: region.name, practice: region.practice })
    .from(region)
    .where(eq(region.id, regionId));
  const codebook = await codebookBody(db);
  if (!about || !codebook) throw new Problem("not-found");
  const interviews = await interviewsWhere(db, where);
  const texts = await currentTexts(db, regionId, language);
  return {
    region: about,
    language,
    period,
    interviews,
    codings: await codingsWhere(db, where),
    planned: await plannedCounts(db, regionId),
    guides: await guidesOf(db, interviews),
    codebook,
    texts: Object.fromEntries(
      texts.filter(({ section }) => isReportSection(section)).map(({ section, body }) => [section, body]),
    ),
  };
}
