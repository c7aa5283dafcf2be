/** Reading for coders: which answers there are to code, in a fixed order, and one answer with its passages and its neighbours. */
import { and, asc, eq, exists, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import type {
  AnswerKey,
  AnswersToCode,
  AnswerToCode,
  CodingFilters,
  CodingView,
  OtherVoice,
  PassageView,
  SpeakerView,
} from "#app/domain/coding.ts";
import {
  type Guide,
  type Perspective,
  perspectives,
  type Question,
  questionsOf,
  type Step,
} from "#app/domain/guide.ts";
import { countsInReports, interviewStates } from "#app/domain/interview.ts";
import type { Db } from "../open.server.ts";
import { answer, coding, guideVersion, interview, passage, respondent, user, youth } from "../schema/index.ts";
import type { Context, Target } from "../verb.server.ts";
import { guideBody } from "./guides.server.ts";

/** States in which the answers of an interview can be coded. */
export const codableStates = interviewStates.filter(countsInReports);

/** How many lines a page of a list holds. */
export const pageSize = 50;

/** Target of a verb about an interview whose answers can be coded; any other does not exist for a coder. */
export async function codableTarget(db: Db, interviewId: string): Promise<Target | null> {
  const [found] = await db
    .select({ regionId: interview.regionId, youthId: interview.youthId })
    .from(interview)
    .where(and(eq(interview.id, interviewId), inArray(interview.state, codableStates)));
  return found ? { ...found, subjects: [found.youthId, interviewId] } : null;
}

type Place = { order: number; question: Question; step: Step };
const placesOf = new WeakMap<Guide, Map<string, Place>>();

/** Every question of a guide version by id, with its place in the guide; made once per version. */
function places(guide: Guide): Map<string, Place> {
  let known = placesOf.get(guide);
  if (!known) {
    known = new Map(questionsOf(guide).map(({ step, question }, order) => [question.id, { order, question, step }]));
    placesOf.set(guide, known);
  }
  return known;
}

type VersionKey = { guideId: string; guideVersion: string | null };

/** Looks up questions in the guide versions that these rows are pinned to. */
export async function questionLookup(db: Db, rows: ReadonlyArray<VersionKey>) {
  const versions = new Map<string, Map<string, Place>>();
  for (const { guideId, guideVersion: version } of rows) {
    const key = `${guideId} ${version}`;
    if (versions.has(key)) continue;
    const guide = version === null ? undefined : await guideBody(db, guideId, version);
    versions.set(key, guide ? places(guide) : new Map());
  }
  return (row: VersionKey, questionId: string): Place | undefined =>
    versions.get(`${row.guideId} ${row.guideVersion}`)?.get(questionId);
}

/** Every published guide version. */
export async function publishedGuides(db: Db): Promise<Array<Guide>> {
  const keys = await db.select({ guideId: guideVersion.guideId, version: guideVersion.version }).from(guideVersion);
  const bodies = await Promise.all(keys.map(({ guideId, version }) => guideBody(db, guideId, version)));
  return bodies.filter((body) => body !== undefined);
}

/** The answers to every question about a construct; no answer at all when no guide knows it. */
async function aboutConstruct(db: Db, construct: string): Promise<SQL | undefined> {
  const byGuide = new Map<string, Set<string>>();
  for (const guide of await publishedGuides(db)) {
    const ids = byGuide.get(guide.id) ?? new Set<string>();
    for (const { question } of questionsOf(guide)) if (question.construct === construct) ids.add(question.id);
    if (ids.size > 0) byGuide.set(guide.id, ids);
  }
  if (byGuide.size === 0) return sql`0`;
  return or(
    ...[...byGuide].map(([guideId, ids]) => and(eq(interview.guideId, guideId), inArray(answer.questionId, [...ids]))),
  );
}

function codedBy(db: Db, personId: string | null): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(passage)
      .innerJoin(coding, eq(coding.passageId, passage.id))
      .where(
        and(
          eq(passage.interviewId, answer.interviewId),
          eq(passage.questionId, answer.questionId),
          personId === null ? undefined : eq(coding.coderId, personId),
        ),
      ),
  );
}

function interviewConditions(filters: CodingFilters, { within }: Context): SQL | undefined {
  return and(
    inArray(interview.state, codableStates),
    within(interview.regionId, interview.youthId),
    filters.regionId ? eq(interview.regionId, filters.regionId) : undefined,
    filters.perspective ? eq(interview.perspective, filters.perspective) : undefined,
    filters.guideVersion ? eq(interview.guideVersion, filters.guideVersion) : undefined,
  );
}

async function answerConditions(db: Db, filters: CodingFilters, { actor }: Context): Promise<SQL | undefined> {
  return and(
    or(ne(answer.textValue, ""), ne(answer.note, "")),
    filters.questionId ? eq(answer.questionId, filters.questionId) : undefined,
    filters.construct ? await aboutConstruct(db, filters.construct) : undefined,
    filters.uncoded ? not(codedBy(db, filters.mine ? actor.personId : null)) : undefined,
    filters.mine && !filters.uncoded ? codedBy(db, actor.personId) : undefined,
  );
}

type InterviewKey = { id: string; guideId: string; guideVersion: string | null; sortKey: string };

/** Where an interview stands in the list: by youth as they were added, parent, youth, professional, then by interview. */
function interviewKey(row: { youthId: string; perspective: Perspective }, interviewId: string): string {
  return `${row.youthId} ${perspectives.indexOf(row.perspective)} ${interviewId}`;
}

/** Where an answer stands in the list: by interview, then in the order of the guide. */
export function sortKeyOf(
  row: { youthId: string; perspective: Perspective },
  interviewId: string,
  order: number | undefined,
): string {
  return `${interviewKey(row, interviewId)} ${String(order ?? 9999).padStart(4, "0")}`;
}

function interviewPart(sortKey: string): string {
  return sortKey.slice(0, sortKey.lastIndexOf(" "));
}

function bySortKey(a: { sortKey: string }, b: { sortKey: string }): number {
  return a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0;
}

/** One answer in the order of the list; `sortKey` also serves as cursor. */
export type ListKey = AnswerKey & { sortKey: string };

/** The answers that match filters within the actor's reach, in order. Only as many interviews are looked into as an outcome needs. */
export type AnswerList = {
  /** The first `most` answers after a sort key, or of all. */
  after(sortKey: string | null, most: number): Promise<Array<ListKey>>;
  /** The last answer before a sort key. */
  before(sortKey: string): Promise<ListKey | undefined>;
  /** How many match, and which of them, from 1, the answer with this sort key is; 0 when it is none of them. */
  count(sortKey?: string): Promise<{ total: number; position: number }>;
};

/** Opens the list of answers to code. */
export async function answerList(db: Db, filters: CodingFilters, context: Context): Promise<AnswerList> {
  const matching = await answerConditions(db, filters, context);
  const rows = await db
    .select({
      id: interview.id,
      youthId: interview.youthId,
      perspective: interview.perspective,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
    })
    .from(interview)
    .where(interviewConditions(filters, context));
  const interviews: Array<InterviewKey> = rows
    .map(({ id, guideId, guideVersion, ...row }) => ({ id, guideId, guideVersion, sortKey: interviewKey(row, id) }))
    .sort(bySortKey);
  const lookup = await questionLookup(db, rows);

  async function answersIn(some: Array<InterviewKey>): Promise<Array<ListKey>> {
    const ids = some.map((one) => one.id);
    const found = await db
      .select({ interviewId: answer.interviewId, questionId: answer.questionId })
      .from(answer)
      .innerJoin(interview, eq(interview.id, answer.interviewId))
      .where(and(inArray(answer.interviewId, ids), matching));
    const byId = new Map(some.map((one) => [one.id, one]));
    return found
      .flatMap((key) => {
        const home = byId.get(key.interviewId);
        const order = home && (lookup(home, key.questionId)?.order ?? 9999);
        return home ? [{ ...key, sortKey: `${home.sortKey} ${String(order).padStart(4, "0")}` }] : [];
      })
      .sort(bySortKey);
  }

  /** Answers of these interviews in their order, a few interviews first and then ever more, until `enough` says so. */
  async function gather(
    some: Array<InterviewKey>,
    keep: (key: ListKey) => boolean,
    most: number,
  ): Promise<Array<ListKey>> {
    const found: Array<ListKey> = [];
    for (
      let from = 0, size = 4;
      from < some.length && found.length < most;
      from += size, size = Math.min(size * 4, 4096)
    ) {
      found.push(...(await answersIn(some.slice(from, from + size))).filter(keep));
    }
    return found;
  }

  return {
    async after(sortKey, most) {
      const home = sortKey === null ? "" : interviewPart(sortKey);
      const later = interviews.filter((one) => one.sortKey >= home);
      return (await gather(later, (key) => sortKey === null || key.sortKey > sortKey, most)).slice(0, most);
    },
    async before(sortKey) {
      const home = interviewPart(sortKey);
      const earlier = interviews.filter((one) => one.sortKey <= home).reverse();
      return (await gather(earlier, (key) => key.sortKey < sortKey, 1)).sort(bySortKey).at(-1);
    },
    async count(sortKey) {
      const home = sortKey === undefined ? "" : interviewPart(sortKey);
      const speaker = sql`CASE ${interview.perspective} WHEN 'parent' THEN 0 WHEN 'youth' THEN 1 ELSE 2 END`;
      const key = sql`${interview.youthId} || ' ' || ${speaker} || ' ' || ${interview.id}`;
      const [row] = await db
        .select({ total: sql<number>`count(*)`, earlier: sql<number>`coalesce(sum(${key} < ${home}), 0)` })
        .from(answer)
        .innerJoin(interview, eq(interview.id, answer.interviewId))
        .where(and(interviewConditions(filters, context), matching));
      const own = sortKey === undefined ? [] : await answersIn(interviews.filter((one) => one.sortKey === home));
      const place = own.findIndex((one) => one.sortKey === sortKey);
      return { total: row?.total ?? 0, position: place < 0 ? 0 : (row?.earlier ?? 0) + place + 1 };
    },
  };
}

const speakerColumns = {
  regionId: interview.regionId,
  youthId: interview.youthId,
  youthLabel: youth.label,
  enrolmentStatus: youth.enrolmentStatus,
  ageBand: youth.ageBand,
  perspective: interview.perspective,
  respondentNumber: respondent.number,
  guideId: interview.guideId,
  guideVersion: interview.guideVersion,
  conductedOn: interview.conductedOn,
};

function pairs(
  keys: ReadonlyArray<AnswerKey>,
  interviewColumn: typeof answer.interviewId,
  questions: typeof answer.questionId,
) {
  const ids = [...new Set(keys.map((key) => key.interviewId))];
  const questionIds = [...new Set(keys.map((key) => key.questionId))];
  return and(inArray(interviewColumn, ids), inArray(questions, questionIds));
}

const keyOf = ({ interviewId, questionId }: AnswerKey) => `${interviewId} ${questionId}`;

/** How many passages and codings each of these answers has, in one query. */
async function counts(db: Db, keys: ReadonlyArray<AnswerKey>, personId: string) {
  const ids = [...new Set(keys.map((key) => key.interviewId))];
  const rows = await db
    .select({
      interviewId: passage.interviewId,
      questionId: passage.questionId,
      passages: sql<number>`count(DISTINCT ${passage.id})`,
      codings: sql<number>`count(${coding.id})`,
      mine: sql<number>`coalesce(sum(${coding.coderId} = ${personId}), 0)`,
      flagged: sql<number>`count(DISTINCT CASE WHEN ${passage.flag} IS NOT NULL THEN ${passage.id} END)`,
    })
    .from(passage)
    .leftJoin(coding, eq(coding.passageId, passage.id))
    .where(inArray(passage.interviewId, ids))
    .groupBy(passage.interviewId, passage.questionId);
  return new Map(rows.map(({ interviewId, questionId, ...row }) => [keyOf({ interviewId, questionId }), row]));
}

/** A page of answers to code after a cursor, with four queries however long it is. */
export async function answersPage(
  db: Db,
  filters: CodingFilters,
  cursor: string | undefined,
  context: Context,
): Promise<AnswersToCode> {
  const list = await answerList(db, filters, context);
  const found = await list.after(cursor ?? null, pageSize + 1);
  const page = found.slice(0, pageSize);
  return {
    rows: await linesOf(db, page, context.actor.personId),
    next: found.length > pageSize ? (page.at(-1)?.sortKey ?? null) : null,
    total: (await list.count()).total,
  };
}

async function linesOf(db: Db, page: ReadonlyArray<ListKey>, personId: string): Promise<Array<AnswerToCode>> {
  if (page.length === 0) return [];
  const rows = await db
    .select({
      ...speakerColumns,
      interviewId: answer.interviewId,
      questionId: answer.questionId,
      state: answer.state,
      beginning: sql<string>`substr(${answer.textValue}, 1, 300)`,
      noteBeginning: sql<string>`substr(${answer.note}, 1, 300)`,
    })
    .from(answer)
    .innerJoin(interview, eq(interview.id, answer.interviewId))
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .where(pairs(page, answer.interviewId, answer.questionId));
  const lookup = await questionLookup(db, rows);
  const counted = await counts(db, page, personId);
  const none = { passages: 0, codings: 0, mine: 0, flagged: 0 };
  const lines = new Map(
    rows.map((row) => {
      const question = lookup(row, row.questionId)?.question;
      const text = question?.text ?? { nl: row.questionId, en: row.questionId };
      const line: AnswerToCode = {
        ...row,
        guideVersion: row.guideVersion ?? "",
        construct: question?.construct ?? "",
        question: text,
        ...(counted.get(keyOf(row)) ?? none),
      };
      return [keyOf(row), line];
    }),
  );
  return page.flatMap((key) => lines.get(keyOf(key)) ?? []);
}

/** The passages with these ids, each with the codings of everybody, in the order of the text. */
export async function passageViews(
  db: Db,
  condition: SQL | undefined,
  personId: string,
): Promise<Array<PassageView & AnswerKey>> {
  const rows = await db
    .select({ passage, coding, coderName: user.name })
    .from(passage)
    .innerJoin(coding, eq(coding.passageId, passage.id))
    .leftJoin(user, eq(user.id, coding.coderId))
    .where(condition)
    .orderBy(asc(passage.start), asc(passage.end), asc(passage.id), asc(coding.createdAt), asc(coding.id));
  const views = new Map<string, PassageView & AnswerKey>();
  for (const row of rows) {
    const { id, regionId: _, createdAt: __, ...columns } = row.passage;
    const view = views.get(id) ?? { id, ...columns, codings: [] };
    view.codings.push(codingView(row.coding, row.coderName, personId));
    views.set(id, view);
  }
  return [...views.values()];
}

function codingView(row: typeof coding.$inferSelect, coderName: string | null, personId: string): CodingView {
  const { id, theme, code, codebookVersion, facets, memo, forReport, coderId, createdAt } = row;
  const coder = { id: coderId, name: coderName };
  return { id, theme, code, codebookVersion, facets, memo, forReport, coder, mine: coderId === personId, createdAt };
}

export type AnswerRow = SpeakerView & {
  state: (typeof answer.$inferSelect)["state"];
  value: (typeof answer.$inferSelect)["value"];
  text: string;
  note: string;
  sequence: number;
  conflictSequence: number | null;
};

/** One answer with its speaker, or undefined. */
export async function answerRow(db: Db, key: AnswerKey): Promise<AnswerRow | undefined> {
  const [found] = await db
    .select({
      ...speakerColumns,
      state: answer.state,
      value: answer.value,
      text: answer.textValue,
      note: answer.note,
      sequence: answer.sequence,
      conflictSequence: answer.conflictSequence,
    })
    .from(answer)
    .innerJoin(interview, eq(interview.id, answer.interviewId))
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .where(and(eq(answer.interviewId, key.interviewId), eq(answer.questionId, key.questionId)));
  return found && { ...found, guideVersion: found.guideVersion ?? "" };
}

/** What others told about the same construct and the same youth, in the order parent, youth, professional. */
export async function otherVoices(
  db: Db,
  interviewId: string,
  youthId: string,
  construct: string,
): Promise<Array<OtherVoice>> {
  const rows = await db
    .select({
      interviewId: answer.interviewId,
      questionId: answer.questionId,
      perspective: interview.perspective,
      respondentNumber: respondent.number,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
      conductedOn: interview.conductedOn,
      state: answer.state,
      text: answer.textValue,
      note: answer.note,
    })
    .from(answer)
    .innerJoin(interview, eq(interview.id, answer.interviewId))
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .where(
      and(
        eq(interview.youthId, youthId),
        ne(interview.id, interviewId),
        inArray(interview.state, codableStates),
        await aboutConstruct(db, construct),
      ),
    );
  const lookup = await questionLookup(db, rows);
  const ids = [...new Set(rows.map((row) => row.interviewId))];
  const marked = ids.length === 0 ? [] : await passageViews(db, inArray(passage.interviewId, ids), "");
  const order = (one: { perspective: Perspective }) => perspectives.indexOf(one.perspective);
  return rows
    .map(({ guideId, guideVersion: version, ...row }) => {
      const marks = marked.filter((one) => keyOf(one) === keyOf(row));
      const question = lookup({ guideId, guideVersion: version }, row.questionId)?.question.text ?? {
        nl: row.questionId,
        en: row.questionId,
      };
      return { ...row, question, passages: marks.length, marks };
    })
    .sort((a, b) => order(a) - order(b) || (keyOf(a) < keyOf(b) ? -1 : 1));
}
