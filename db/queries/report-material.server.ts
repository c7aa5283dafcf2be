/** Everything that the report of a region is compiled from, read in a handful of queries however much there is. */
import { and, asc, count, eq, gte, inArray, lte, notInArray, type SQL } from "drizzle-orm";
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

/** Interviews of these regions (null: all) that count and were held in the period. */
function counted(regionId: string | null, { from, to }: ReportPeriod): SQL | undefined {
  return and(
    regionId === null ? undefined : eq(interview.regionId, regionId),
    inArray(interview.state, countedStates),
    from === null ? undefined : gte(interview.conductedOn, from),
    to === null ? undefined : lte(interview.conductedOn, to),
  );
}

function groupBy<Row>(rows: ReadonlyArray<Row>, keyOf: (row: Row) => string): Map<string, Array<Row>> {
  const groups = new Map<string, Array<Row>>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

type InRegion<Row> = Row & { regionId: string };

/** Interviews with the scopes that stand for each, oldest first. */
async function interviewsWhere(db: Db, where: SQL | undefined): Promise<Array<InRegion<InputInterview>>> {
  const rows = await db
    .select({
      id: interview.id,
      regionId: interview.regionId,
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
  const byInterview = groupBy(records, (record) => record.interviewId);
  return rows.flatMap(({ guideVersion, ...row }) =>
    guideVersion === null ? [] : [{ ...row, guideVersion, scopes: [...scopesOf(byInterview.get(row.id) ?? [])] }],
  );
}

async function codingsWhere(db: Db, where: SQL | undefined): Promise<Array<InRegion<InputCoding>>> {
  const rows = await db
    .select({
      id: coding.id,
      regionId: interview.regionId,
      interviewId: passage.interviewId,
      passageId: passage.id,
      questionId: passage.questionId,
      field: passage.field,
      start: passage.start,
      end: passage.end,
      quote: passage.quote,
      flag: passage.flag,
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
  return rows.map(({ flag, ...row }) => ({ ...row, flagged: flag !== null }));
}

/** How many interviews each region planned or held by perspective; refused and discarded ones do not show. */
async function plannedCounts(db: Db, regionId: string | null): Promise<Map<string, Record<Perspective, number>>> {
  const rows = await db
    .select({ regionId: interview.regionId, perspective: interview.perspective, number: count() })
    .from(interview)
    .where(
      and(
        regionId === null ? undefined : eq(interview.regionId, regionId),
        notInArray(interview.state, ["refused", "discarded"]),
      ),
    )
    .groupBy(interview.regionId, interview.perspective);
  const planned = new Map<string, Record<Perspective, number>>();
  for (const row of rows) {
    const known = planned.get(row.regionId) ?? { parent: 0, youth: 0, professional: 0 };
    planned.set(row.regionId, { ...known, [row.perspective]: row.number });
  }
  return planned;
}

async function guidesOf(db: Db, interviews: ReadonlyArray<InputInterview>): Promise<Map<string, Guide>> {
  const keys = new Map(interviews.map((one) => [`${one.guideId} ${one.guideVersion}`, one]));
  const guides = new Map<string, Guide>();
  for (const [key, { guideId, guideVersion }] of keys) {
    const body = await guideBody(db, guideId, guideVersion);
    if (body) guides.set(key, body);
  }
  return guides;
}

/** One region's material, or every region's when `regionId` is null. Throws Problem `not-found` without a codebook. */
async function materialOf(
  db: Db,
  regionId: string | null,
  period: ReportPeriod,
  language: Language,
): Promise<Array<ReportInput>> {
  const where = counted(regionId, period);
  const regions = await db
    .select({ id: region.id, key: region.key, name: region.name, practice: region.practice })
    .from(region)
    .where(regionId === null ? undefined : eq(region.id, regionId))
    .orderBy(asc(region.key));
  const codebook = await codebookBody(db);
  if (!codebook) throw new Problem("not-found");
  const interviews = await interviewsWhere(db, where);
  const interviewsBy = groupBy(interviews, (one) => one.regionId);
  const codingsBy = groupBy(await codingsWhere(db, where), (one) => one.regionId);
  const planned = await plannedCounts(db, regionId);
  const guides = await guidesOf(db, interviews);
  const inputs: Array<ReportInput> = [];
  for (const { id, key, name, practice } of regions) {
    const own = interviewsBy.get(id) ?? [];
    const pinned = new Set(own.map((one) => `${one.guideId} ${one.guideVersion}`));
    const texts = regionId === null ? [] : await currentTexts(db, id, language);
    inputs.push({
      region: { key, name, practice },
      language,
      period,
      interviews: own,
      codings: codingsBy.get(id) ?? [],
      planned: planned.get(id) ?? { parent: 0, youth: 0, professional: 0 },
      guides: [...guides].filter(([version]) => pinned.has(version)).map(([, guide]) => guide),
      codebook,
      texts: Object.fromEntries(
        texts.filter(({ section }) => isReportSection(section)).map(({ section, body }) => [section, body]),
      ),
    });
  }
  return inputs;
}

/** What one region's report is compiled from. Throws Problem `not-found`. */
export async function regionMaterial(
  db: Db,
  input: { regionId: string; period: ReportPeriod; language: Language },
): Promise<ReportInput> {
  const [material] = await materialOf(db, input.regionId, input.period, input.language);
  if (!material) throw new Problem("not-found");
  return material;
}

/** What the reports of all regions are compiled from, without the leads' own texts. */
export function allRegionsMaterial(db: Db, input: { period: ReportPeriod; language: Language }) {
  return materialOf(db, null, input.period, input.language);
}
