/** Verbs on interviews: read one whole, move it through its states, change when and how it is held, and read an answer's history. */
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { mayIn } from "#app/domain/actor.ts";
import { type Answer, isSettled } from "#app/domain/answer.ts";
import { type ConsentRecord, type NeededFirst, neededFirst, participation, scopesOf } from "#app/domain/consent.ts";
import { amsterdamDay, isDay } from "#app/domain/dates.ts";
import { type ConsentScope, type Guide, type Perspective, questionsOf } from "#app/domain/guide.ts";
import {
  type Channel,
  channels,
  type InterviewMove,
  type InterviewState,
  isEditable,
  isErased,
  needsReason,
  nextState,
} from "#app/domain/interview.ts";
import { type Language, languages } from "#app/domain/languages.ts";
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import { type Facts, visibleQuestions } from "#app/domain/visibility.ts";
import { eraseInterviewContent, noteErasure, takeBackReleases } from "../erasure.server.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import {
  answer,
  answerRevision,
  consent,
  erasure,
  interview,
  operation,
  region,
  respondent,
  user,
  youth,
} from "../schema/index.ts";
import { interviewTarget, read, type Target, write } from "../verb.server.ts";
import { familyConsent } from "./families.server.ts";
import { guideBody, newestGuide } from "./guides.server.ts";
import type { Region, Youth } from "./regions.server.ts";

/** The current answer to a question, or the latest consent record in the shape of one. `sequence` is what a next save builds on. */
export type HeldAnswer = Answer & { sequence: number; conflictSequence: number | null; at: string };

export type Interview = {
  id: string;
  state: InterviewState;
  reason: string | null;
  perspective: Perspective;
  respondentNumber: number;
  guideId: string;
  guideVersion: string | null;
  language: Language;
  channel: Channel;
  conductedOn: string;
  startedAt: string | null;
  completedAt: string | null;
  approvedAt: string | null;
  interviewerId: string;
  interviewerName: string | null;
};

/** One interview with all that its screens show. `guide` is the pinned version, or before the start the one that it would get. */
export type InterviewFile = {
  interview: Interview;
  region: Region;
  youth: Youth;
  guide: Guide;
  answers: Record<string, HeldAnswer>;
  agreed: "yes" | "no" | null;
  scopes: Array<ConsentScope>;
  /** What has to be agreed to first by somebody else, or null. */
  neededFirst: NeededFirst | null;
  /** When a withdrawn or expired interview was erased and, once it is so, when its last trace was; null for any other. */
  erased: { at: string; erasedAt: string | null } | null;
  mayApprove: boolean;
};

export type InterviewRow = typeof interview.$inferSelect;

/** One revision of an answer, newest first in a history. `conflict`: it met a newer one and is kept beside it. */
export type RevisionView = Answer & {
  sequence: number;
  at: string;
  by: string | null;
  conflict: boolean;
  baseSequence: number;
};

const interviewId = sql.placeholder("interviewId");
const queriesOf = preparedOnce((db) => ({
  row: db.select().from(interview).where(eq(interview.id, interviewId)).prepare(),
  consent: db
    .select({
      questionId: consent.questionId,
      scope: consent.scope,
      value: consent.value,
      sequence: consent.sequence,
      at: consent.at,
    })
    .from(consent)
    .where(eq(consent.interviewId, interviewId))
    .orderBy(asc(consent.sequence))
    .prepare(),
  answers: db
    .select({
      questionId: answer.questionId,
      state: answer.state,
      value: answer.value,
      note: answer.note,
      sequence: answer.sequence,
      conflictSequence: answer.conflictSequence,
      at: operation.at,
    })
    .from(answer)
    .innerJoin(operation, and(eq(operation.interviewId, answer.interviewId), eq(operation.sequence, answer.sequence)))
    .where(eq(answer.interviewId, interviewId))
    .prepare(),
  youth: db
    .select({ enrolmentStatus: youth.enrolmentStatus, ageBand: youth.ageBand })
    .from(youth)
    .where(eq(youth.id, sql.placeholder("youthId")))
    .prepare(),
  file: db
    .select({ interview, respondentNumber: respondent.number, interviewerName: user.name, region, youth })
    .from(interview)
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .innerJoin(region, eq(region.id, interview.regionId))
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .leftJoin(user, eq(user.id, interview.interviewerId))
    .where(eq(interview.id, interviewId))
    .prepare(),
}));

/** The row of an interview. Throws Problem `not-found`. */
export async function interviewRow(db: Db, interviewId: string): Promise<InterviewRow> {
  const [found] = await queriesOf(db).row.execute({ interviewId });
  if (!found) throw new Problem("not-found");
  return found;
}

/** Target of a verb that shows what was said: an interview of which that is erased does not exist there. */
export async function toldTarget(db: Db, interviewId: string): Promise<Target | null> {
  const [row] = await queriesOf(db).row.execute({ interviewId });
  return row === undefined || isErased(row.state) ? null : interviewTarget(db, interviewId);
}

async function erasureOf(db: Db, interviewId: string): Promise<InterviewFile["erased"]> {
  const [found] = await db
    .select({ at: erasure.askedAt, erasedAt: erasure.doneAt })
    .from(erasure)
    .where(eq(erasure.interviewId, interviewId));
  return found ?? null;
}

/** The consent records of an interview, oldest first. */
export async function consentRecords(db: Db, interviewId: string): Promise<Array<ConsentRecord & { at: string }>> {
  return queriesOf(db).consent.execute({ interviewId });
}

/** The guide version of an interview: the pinned one, or the newest published one before the start. Throws Problem `not-found`. */
export async function guideOf(db: Db, row: InterviewRow): Promise<Guide> {
  const version = row.guideVersion ?? (await newestGuide(db, row.perspective))?.version;
  const body = version === undefined ? undefined : await guideBody(db, row.guideId, version);
  if (!body) throw new Problem("not-found");
  return body;
}

/** Every current answer of an interview by question id, consent records included as if they were answers. */
export async function heldAnswers(db: Db, interviewId: string): Promise<Map<string, HeldAnswer>> {
  const rows = await queriesOf(db).answers.execute({ interviewId });
  const held = new Map<string, HeldAnswer>(rows.map(({ questionId, ...row }) => [questionId, row]));
  for (const { questionId, value, sequence, at } of await consentRecords(db, interviewId)) {
    held.set(questionId, { state: "answered", value, note: "", sequence, conflictSequence: null, at });
  }
  return held;
}

/** The revisions of one answer that also fit `others`, oldest first, with who made them. */
export async function revisionsWhere(
  db: Db,
  { interviewId, questionId }: { interviewId: string; questionId: string },
  others: ReadonlyArray<SQL> = [],
): Promise<Array<RevisionView>> {
  return db
    .select({
      state: answerRevision.state,
      value: answerRevision.value,
      note: answerRevision.note,
      sequence: answerRevision.sequence,
      at: operation.at,
      by: user.name,
      conflict: answerRevision.conflict,
      baseSequence: answerRevision.baseSequence,
    })
    .from(answerRevision)
    .innerJoin(operation, eq(operation.opId, answerRevision.opId))
    .leftJoin(user, eq(user.id, operation.personId))
    .where(and(eq(answerRevision.interviewId, interviewId), eq(answerRevision.questionId, questionId), ...others))
    .orderBy(asc(answerRevision.sequence));
}

/** What `showIf` looks at in this interview. */
export async function factsOf(db: Db, row: InterviewRow, answers: ReadonlyMap<string, Answer>): Promise<Facts> {
  const [about] = await queriesOf(db).youth.execute({ youthId: row.youthId });
  if (!about) throw new Problem("not-found");
  return { youth: about, answers };
}

async function openQuestions(db: Db, row: InterviewRow): Promise<{ missing: Array<string>; conflicts: Array<string> }> {
  const guide = await guideOf(db, row);
  const answers = await heldAnswers(db, row.id);
  const visible = visibleQuestions(guide, await factsOf(db, row, answers));
  const missing = questionsOf(guide)
    .filter(({ question }) => question.required && visible.has(question.id))
    .filter(({ question }) =>
      question.consentScope ? !answers.has(question.id) : !isSettled(answers.get(question.id)),
    )
    .map(({ question }) => question.id);
  const conflicts = [...answers].filter(([, held]) => held.conflictSequence !== null).map(([id]) => id);
  return { missing, conflicts };
}

async function checkStart(db: Db, row: InterviewRow): Promise<{ guideVersion: string }> {
  const [about] = await db.select({ ageBand: youth.ageBand }).from(youth).where(eq(youth.id, row.youthId));
  if (!about) throw new Problem("not-found");
  const first = neededFirst(row.perspective, about.ageBand, await familyConsent(db, row.youthId));
  if (first) throw new Problem(first);
  const newest = await newestGuide(db, row.perspective);
  if (!newest) throw new Problem("not-found");
  return { guideVersion: newest.version };
}

type Move = { interviewId: string; reason?: string };

/** The reason for a discard, in the interviewer's words; at most 500 UTF-16 code units. */
function checkedReason(move: InterviewMove, reason: string | undefined): string | null {
  const text = reason?.trim() ?? "";
  if (needsReason(move) && text === "")
    throw new Problem("invalid-input", { fields: [{ path: "reason", code: "required" }] });
  if (text.length > 500) throw new Problem("invalid-input", { fields: [{ path: "reason", code: "too-long" }] });
  return text === "" ? null : text;
}

function moveVerb(move: InterviewMove, right: "interview.conduct" | "interview.approve") {
  return write<Move, { state: InterviewState }>({
    action: `interview.${move}`,
    right,
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, { interviewId, reason }, { actor, now }) {
      const row = await interviewRow(db, interviewId);
      const state = nextState(row.state, move);
      const at = now();
      const changes: Partial<InterviewRow> = { state, reason: checkedReason(move, reason) ?? row.reason };
      if (move === "start") {
        Object.assign(changes, await checkStart(db, row), { startedAt: at, conductedOn: amsterdamDay(at) });
      }
      if (move === "complete") {
        const { missing, conflicts } = await openQuestions(db, row);
        if (conflicts.length > 0) throw new Problem("answer-conflict", { ids: conflicts });
        if (missing.length > 0) throw new Problem("interview-incomplete", { ids: missing });
        changes.completedAt = at;
      }
      if (move === "approve") {
        const { conflicts } = await openQuestions(db, row);
        if (conflicts.length > 0) throw new Problem("answer-conflict", { ids: conflicts });
        Object.assign(changes, { approvedAt: at, approvedBy: actor.personId });
      }
      await db.update(interview).set(changes).where(eq(interview.id, interviewId));
      return { state };
    },
  });
}

export type HowHeld = { interviewId: string; conductedOn: string; channel: Channel; language: Language };

export const interviews = {
  /** One interview with its guide version, answers and consent. */
  file: read<{ interviewId: string }, InterviewFile>({
    action: "interview.view",
    right: "interview.read",
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, { interviewId }, { actor, target }) {
      const [found] = await queriesOf(db).file.execute({ interviewId });
      if (!found) throw new Problem("not-found");
      const { interview: row } = found;
      const records = await consentRecords(db, interviewId);
      const answers = await heldAnswers(db, interviewId);
      const first =
        row.state === "planned"
          ? neededFirst(row.perspective, found.youth.ageBand, await familyConsent(db, row.youthId))
          : null;
      return {
        interview: {
          id: row.id,
          state: row.state,
          reason: row.reason,
          perspective: row.perspective,
          respondentNumber: found.respondentNumber,
          guideId: row.guideId,
          guideVersion: row.guideVersion,
          language: row.language,
          channel: row.channel,
          conductedOn: row.conductedOn,
          startedAt: row.startedAt,
          completedAt: row.completedAt,
          approvedAt: row.approvedAt,
          interviewerId: row.interviewerId,
          interviewerName: found.interviewerName,
        },
        region: {
          id: found.region.id,
          key: found.region.key,
          name: found.region.name,
          practice: found.region.practice,
        },
        youth: {
          id: found.youth.id,
          regionId: found.youth.regionId,
          label: found.youth.label,
          enrolmentStatus: found.youth.enrolmentStatus,
          ageBand: found.youth.ageBand,
          workingSince: found.youth.workingSince,
        },
        guide: await guideOf(db, row),
        answers: Object.fromEntries(answers),
        agreed: participation(records),
        scopes: [...scopesOf(records)],
        neededFirst: first,
        erased: isErased(row.state) ? await erasureOf(db, interviewId) : null,
        mayApprove: mayIn(actor, "interview.approve", target.regionId),
      };
    },
  }),

  /** Starts a planned interview with the newest guide version. Throws `interview-state`, and what `neededFirst` names. */
  start: moveVerb("start", "interview.conduct"),
  pause: moveVerb("pause", "interview.conduct"),
  /** Takes a paused or stopped interview up again. */
  resume: moveVerb("resume", "interview.conduct"),
  /** Ends an interview before its end; what was said stays and can be taken up again. */
  stop: moveVerb("stop", "interview.conduct"),
  /**
   * Closes an interview that was read back. Throws `interview-incomplete` with the ids of required questions that are open, and
   * `answer-conflict` with the ids of answers of which two texts exist.
   */
  complete: moveVerb("complete", "interview.conduct"),
  /** Opens a completed interview again. */
  reopen: moveVerb("reopen", "interview.conduct"),
  /** Sets an interview aside with a reason; it counts nowhere. */
  discard: moveVerb("discard", "interview.conduct"),
  /** The lead's approval: from now on nothing changes. */
  approve: moveVerb("approve", "interview.approve"),

  /**
   * The speaker takes the consent back: everything that was said is gone at once, for everybody, and the last traces in the files within
   * a day. Throws Problem `interview-state`.
   */
  withdraw: write<{ interviewId: string }, void>({
    action: "interview.withdraw",
    right: "interview.conduct",
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, { interviewId }, { actor, now, erased }) {
      const row = await interviewRow(db, interviewId);
      const state = nextState(row.state, "withdraw");
      const at = now();
      eraseInterviewContent(db, interviewId);
      takeBackReleases(db, interviewId, now());
      await db.update(interview).set({ state }).where(eq(interview.id, interviewId));
      noteErasure(db, {
        interviewId,
        regionId: row.regionId,
        reason: "withdrawn",
        askedBy: actor.personId,
        askedAt: at,
      });
      erased({ interviewId, reason: "withdrawn", at });
    },
  }),

  /** Changes the day, the way and the language of an interview. Throws Problem `invalid-input` or `interview-state`. */
  editHowHeld: write<HowHeld, void>({
    action: "interview.edit",
    right: "interview.conduct",
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, { interviewId, conductedOn, channel, language }) {
      const row = await interviewRow(db, interviewId);
      if (row.state !== "planned" && !isEditable(row.state)) throw new Problem("interview-state");
      const fields: Array<FieldFault> = [];
      if (!isDay(conductedOn)) fields.push({ path: "conductedOn", code: "not-a-date" });
      if (!channels.includes(channel)) fields.push({ path: "channel", code: "required" });
      if (!languages.includes(language)) fields.push({ path: "language", code: "required" });
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      await db.update(interview).set({ conductedOn, channel, language }).where(eq(interview.id, interviewId));
    },
  }),

  /** Every revision of an answer, newest first; empty for a question never answered. */
  history: read<{ interviewId: string; questionId: string }, Array<RevisionView>>({
    action: "answer.history",
    right: "interview.read",
    target: (db, { interviewId }) => toldTarget(db, interviewId),
    async run(db, { interviewId, questionId }) {
      const revisions = await revisionsWhere(db, { interviewId, questionId });
      const records = await db
        .select({ value: consent.value, sequence: consent.sequence, at: consent.at, by: user.name })
        .from(consent)
        .leftJoin(user, eq(user.id, consent.recordedBy))
        .where(and(eq(consent.interviewId, interviewId), eq(consent.questionId, questionId)));
      const asRevisions = records.map((record) => ({
        ...record,
        state: "answered" as const,
        note: "",
        conflict: false,
        baseSequence: 0,
      }));
      return [...revisions, ...asRevisions].sort((a, b) => b.sequence - a.sequence);
    },
  }),
};
