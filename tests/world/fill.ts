/**
 * Fills a store with regions of invented interviews. Regions, people and youths are made by the store's verbs; interviews and all in them
 * are written in batches, because the verbs commit each answer and each coding on its own and a database of the size of the country would
 * take most of an hour. The rows are those that the verbs write: the test compares every table with what the verbs make of the same stories.
 */
import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { v7 as uuidv7 } from "uuid";
import { type Actor, operator, type Role } from "#app/domain/actor.ts";
import { textOf } from "#app/domain/answer.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import { findQuestion, type Guide, type Perspective, perspectives, type Question } from "#app/domain/guide.ts";
import { type AuditLine, appendAudit } from "#db/audit.server.ts";
import { operationDigest } from "#db/queries/answers.server.ts";
import * as tables from "#db/schema/index.ts";
import type { Store, Verbs } from "#db/store.server.ts";
import type { Sources } from "#db/verb.server.ts";
import { type CodingStory, chainOf, type InterviewStory, type Size, storyteller } from "./stories.ts";
import { inventedLines } from "./world.ts";

type Person = Actor & { kind: "person" };
export type Team = Record<"interviewer" | "analyst" | "lead", Person>;
export type FilledRegion = { id: string; key: string; team: Team; youthIds: Array<string> };
export type Place = {
  regionId: string;
  youthId: string;
  respondentNumber: number;
  codebookVersion: string;
  team: Team;
};

/** Writes interviews; `done` is awaited after the last one of a region. */
export type Scribe = {
  write(story: InterviewStory, place: Place): Promise<void>;
  done(): Promise<void>;
};

/** Ids, clock and chance that are the same for the same seed; every look at the clock moves it on by twenty seconds. */
export function inventedSources(seed: number): Sources {
  const random = chainOf(seed);
  let clock = Date.parse("2025-01-06T08:00:00.000Z");
  let ids = 0;
  return {
    now() {
      clock += 20_000;
      ids = 0;
      return new Date(clock).toISOString();
    },
    newId() {
      ids += 1;
      return uuidv7({ msecs: clock + ids, random: Uint8Array.from({ length: 16 }, () => random() * 256) });
    },
    random,
  };
}

type Row<T extends Table> = T["$inferInsert"];

/** Rows of one table that wait to be written. */
function basket<T extends SQLiteTable>(table: T) {
  const rows: Array<Row<T>> = [];
  return { table, rows, add: (row: Row<T>) => void rows.push(row) };
}

/** Writes the rows with one prepared statement: with as many rows as here, Drizzle would spend most of the time on building statements. */
function insertAll(
  handle: Store["connections"]["handle"],
  { table, rows }: { table: SQLiteTable; rows: Array<object> },
) {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const statement = handle.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${marks})`);
  for (const row of rows as Array<Record<string, unknown>>) {
    statement.run(columns.map(([key, column]) => (row[key] == null ? null : column.mapToDriverValue(row[key]))));
  }
  rows.length = 0;
}

/** Writes interviews by inserting the rows that the verbs would make, in the same order and with the same ids. */
export function bulkScribe({ connections, sources }: Store): Scribe {
  const baskets = {
    respondent: basket(tables.respondent),
    interview: basket(tables.interview),
    assignment: basket(tables.assignment),
    operation: basket(tables.operation),
    answerRevision: basket(tables.answerRevision),
    answer: basket(tables.answer),
    consent: basket(tables.consent),
    passage: basket(tables.passage),
    coding: basket(tables.coding),
    codingAct: basket(tables.codingAct),
  };
  const lines: Array<AuditLine> = [];
  const { now, newId } = sources;
  const assigned = new Set<string>();

  type Written = Place & { interviewId: string; guide: Guide };

  function note(place: Place, person: Person, role: Role, action: string, subjects: Array<string>): void {
    const { personId } = person;
    const line = { role, action, regionId: place.regionId, subjects: [place.youthId, ...subjects] };
    lines.push({ at: now(), personId, ...line, outcome: "done", reason: null, requestId: null });
  }

  function plan(story: InterviewStory, place: Place): Row<typeof tables.interview> {
    const { regionId, youthId, respondentNumber: number, team } = place;
    const { perspective, channel } = story;
    const respondentId = newId();
    baskets.respondent.add({ id: respondentId, regionId, youthId, perspective, number, createdAt: now() });
    const id = newId();
    const interviewerId = team.interviewer.personId;
    const createdAt = now();
    if (!assigned.has(youthId)) {
      assigned.add(youthId);
      baskets.assignment.add({ youthId, personId: interviewerId, createdAt: now() });
    }
    note(place, team.lead, "lead", "interview.plan", [id]);
    const startedAt = now();
    note(place, team.interviewer, "interviewer", "interview.start", [id]);
    return {
      id,
      regionId,
      youthId,
      respondentId,
      perspective,
      guideId: story.guide.id,
      guideVersion: story.guide.version,
      state: story.approved ? "approved" : "completed",
      reason: null,
      language: "nl",
      channel,
      conductedOn: amsterdamDay(startedAt),
      interviewerId,
      createdAt,
      startedAt,
      operations: story.answers.length,
    };
  }

  function save(
    row: Row<typeof tables.interview>,
    place: Written,
    said: InterviewStory["answers"][number],
    sequence: number,
  ) {
    const { interviewId, youthId, regionId, guide, team } = place;
    const { questionId, answer } = said;
    const question = findQuestion(guide, questionId) as Question;
    const { personId } = team.interviewer;
    const opId = newId();
    const digest = operationDigest({ opId, interviewId, questionId, answer, baseSequence: 0 });
    const kind = question.consentScope ? "consent" : "answer";
    const at = now();
    baskets.operation.add({ opId, interviewId, sequence, questionId, kind, digest, personId, at });
    const key = { interviewId, questionId, sequence };
    if (question.consentScope) {
      baskets.consent.add({
        ...key,
        opId,
        respondentId: row.respondentId,
        youthId,
        scope: question.consentScope,
        value: answer.value as string | Array<string>,
        textVersion: `${guide.id} ${guide.version}`,
        recordedBy: personId,
        at: now(),
      });
    } else {
      baskets.answerRevision.add({ ...key, opId, ...answer, baseSequence: 0, conflict: false });
      const textValue = textOf(question, answer);
      baskets.answer.add({ ...key, ...answer, regionId, textValue, conflictSequence: null });
    }
    note(place, team.interviewer, "interviewer", "answer.save", [interviewId]);
  }

  function code(
    place: Written,
    story: InterviewStory,
    one: CodingStory,
    marked: Map<string, Row<typeof tables.passage>>,
  ) {
    const { interviewId, regionId, team, codebookVersion } = place;
    const { questionId, field, start, end, theme, code: codeId, forReport } = one;
    const index = story.answers.findIndex((said) => said.questionId === questionId);
    const { value, note: noteText } = story.answers[index]?.answer ?? { value: "", note: "" };
    const quote = (field === "note" ? noteText : String(value)).slice(start, end);
    const createdAt = now();
    const spot = `${questionId} ${field} ${start} ${end}`;
    const there = marked.get(spot);
    const span = { interviewId, questionId, field, sequence: index + 1, start, end };
    const passage = there ?? { ...span, id: newId(), regionId, quote, flag: null, createdAt };
    marked.set(spot, passage);
    if (!there) baskets.passage.add(passage);
    const { personId } = team.analyst;
    const coding = {
      id: newId(),
      regionId,
      passageId: passage.id,
      codebookVersion,
      theme,
      code: codeId,
      facets: {},
      memo: "",
      forReport,
      coderId: personId,
      createdAt,
    };
    baskets.coding.add(coding);
    const passages = there ? [] : [{ id: passage.id, before: null, after: passage }];
    const change = { kind: "code", passages, codings: [{ id: coding.id, before: null, after: coding }] };
    baskets.codingAct.add({
      id: newId(),
      regionId,
      personId,
      interviewId,
      questionId,
      change,
      undone: false,
      at: now(),
    });
    note(place, team.analyst, "analyst", "coding.code", [interviewId, passage.id, coding.id]);
  }

  return {
    async write(story, place) {
      const row = plan(story, place);
      const written = { ...place, interviewId: row.id, guide: story.guide };
      story.answers.forEach((said, index) => {
        save(row, written, said, index + 1);
      });
      row.completedAt = now();
      note(place, place.team.interviewer, "interviewer", "interview.complete", [row.id]);
      const marked = new Map<string, Row<typeof tables.passage>>();
      for (const one of story.codings) code(written, story, one, marked);
      row.approvedAt = story.approved ? now() : null;
      row.approvedBy = story.approved ? place.team.lead.personId : null;
      if (story.approved) note(place, place.team.lead, "lead", "interview.approve", [row.id]);
      baskets.interview.add(row);
    },

    done: () =>
      connections.write(async (db) => {
        for (const one of Object.values(baskets)) insertAll(connections.handle, one);
        for (const line of lines.splice(0)) await appendAudit(db, line);
      }),
  };
}

async function teamOf(verbs: Verbs, regionId: string, key: string): Promise<Team> {
  async function member(role: "interviewer" | "analyst" | "lead"): Promise<Person> {
    const name = `${role.charAt(0).toUpperCase()}${role.slice(1)} of ${key}`;
    const memberships = [{ role, regionId }];
    const { personId } = await verbs.people.add({ name, email: `${role}.${key}@leeroogst.example`, memberships });
    return { kind: "person", personId, name, memberships };
  }
  return { interviewer: await member("interviewer"), analyst: await member("analyst"), lead: await member("lead") };
}

async function newestGuides(verbs: Verbs): Promise<Record<Perspective, Guide>> {
  const found = {} as Record<Perspective, Guide>;
  for (const { id, perspective, versions } of await verbs.guides.list()) {
    const [newest] = versions;
    if (newest) found[perspective] = await verbs.guides.version({ guideId: id, version: newest.version });
  }
  return found;
}

/**
 * Adds regions with their people, youths and interviews to a store that has the shipped guides: three interviews about each youth, with
 * a parent, the youth and a professional. The same store, sources and seed give the same database.
 */
export async function fillStore(
  store: Store,
  size: Size,
  seed: number,
  scribe: Scribe = bulkScribe(store),
): Promise<Array<FilledRegion>> {
  const verbs = store.as(operator);
  const codebook = await verbs.guides.codebook({});
  const teller = storyteller(inventedLines(), await newestGuides(verbs), codebook, seed);
  const regions: Array<FilledRegion> = [];
  for (let number = 1; number <= size.regions; number += 1) {
    const key = `region-${String(number).padStart(3, "0")}`;
    const { id } = await verbs.regions.add({ key, name: `Region ${number}`, practice: true });
    const team = await teamOf(verbs, id, key);
    const region: FilledRegion = { id, key, team, youthIds: [] };
    const stories = Array.from({ length: Math.ceil(size.interviews / perspectives.length) }, () => teller.youth());
    for (const story of stories) region.youthIds.push((await verbs.regions.addYouth({ regionId: id, ...story })).id);
    const place = { regionId: id, respondentNumber: 1, codebookVersion: codebook.version, team };
    for (let index = 0; index < size.interviews; index += 1) {
      const of = Math.floor(index / perspectives.length);
      const [youth, youthId] = [stories[of], region.youthIds[of]];
      if (youth && youthId) await scribe.write(teller.interview(youth, index, size), { ...place, youthId });
    }
    await scribe.done();
    regions.push(region);
  }
  return regions;
}
