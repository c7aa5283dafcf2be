/** Verbs on answers: save one operation to the append-only log, and show what two devices disagree about. */
import { createHash } from "node:crypto";
import { and, eq, gte, sql } from "drizzle-orm";
import { type Answer, emptyAnswer, parseAnswer, sameAnswer, textOf } from "#app/domain/answer.ts";
import { type NeededFirst, neededFirst, objectionIn, scopesOf } from "#app/domain/consent.ts";
import { type ConsentScope, findQuestion, type Guide, type Question } from "#app/domain/guide.ts";
import { isEditable, isErased, mayMove } from "#app/domain/interview.ts";
import { type PersonalFinding, personalFindings } from "#app/domain/personal-data.ts";
import { Problem } from "#app/domain/problem.ts";
import { type Facts, hiddenBy, visibleQuestions } from "#app/domain/visibility.ts";
import { eraseInterviewContent, noteErasure, rebuildIndex, takeBackReleases } from "../erasure.server.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import { answer, answerRevision, consent, interview, operation } from "../schema/index.ts";
import { type Context, interviewTarget, read, write } from "../verb.server.ts";
import { newestConsentText } from "./consent-texts.server.ts";
import { familyConsent, spokenWords } from "./families.server.ts";
import {
  consentRecords,
  factsOf,
  guideOf,
  type HeldAnswer,
  heldAnswers,
  type InterviewRow,
  interviewRow,
  type RevisionView,
  revisionsWhere,
  toldTarget,
} from "./interviews.server.ts";
import { reanchorPassages } from "./passages.server.ts";

/**
 * One save. The client makes `opId` (a UUID) and keeps it when it tries again. `baseSequence` is the sequence of the answer it
 * builds on, 0 for none; `baseOpId` names an earlier save that it builds on before its receipt came back. An answer without `note`
 * leaves the note as it is. `confirmHidden`: answers that this change hides may go. `resolves`: up to which sequence the other texts
 * were seen by the person who now chooses between them.
 */
export type SaveAnswer = {
  opId: string;
  interviewId: string;
  questionId: string;
  answer: unknown;
  baseSequence: number;
  baseOpId?: string;
  confirmHidden?: boolean;
  resolves?: number;
};

/**
 * `conflict`: another device saved other content meanwhile; both are kept. `hidden`: questions whose answers went away with this change.
 * `personalData`: what the text and the note as they were saved may tell about who somebody is (rule R9): kinds and places, never words.
 */
export type Receipt = {
  opId: string;
  sequence: number;
  at: string;
  conflict: boolean;
  hidden: Array<string>;
  personalData: Array<PersonalFinding>;
};

/** The texts of which one has to be kept: the current one first, then those of other devices. */
export type Conflict = { current: HeldAnswer; others: Array<RevisionView> };

/** What identifies an operation beside its id: SHA-256 of all that it asks, so that a repetition can be told from other content. */
export function operationDigest(input: SaveAnswer): string {
  const { interviewId, questionId, answer: said, baseSequence, baseOpId, resolves } = input;
  return createHash("sha256")
    .update(JSON.stringify([interviewId, questionId, said, baseSequence, baseOpId ?? null, resolves ?? null]))
    .digest("hex");
}

const { placeholder } = sql;
const ofAnswer = and(
  eq(answer.interviewId, placeholder("interviewId")),
  eq(answer.questionId, placeholder("questionId")),
);
const queriesOf = preparedOnce((db) => ({
  known: db
    .select({
      digest: operation.digest,
      sequence: operation.sequence,
      at: operation.at,
      conflict: answerRevision.conflict,
      state: answerRevision.state,
      value: answerRevision.value,
      note: answerRevision.note,
    })
    .from(operation)
    .leftJoin(answerRevision, eq(answerRevision.opId, operation.opId))
    .where(eq(operation.opId, placeholder("opId")))
    .prepare(),
  addOperation: db
    .insert(operation)
    .values({
      opId: placeholder("opId"),
      interviewId: placeholder("interviewId"),
      sequence: placeholder("sequence"),
      questionId: placeholder("questionId"),
      kind: placeholder("kind"),
      digest: placeholder("digest"),
      personId: placeholder("personId"),
      at: placeholder("at"),
    })
    .prepare(),
  addRevision: db
    .insert(answerRevision)
    .values({
      interviewId: placeholder("interviewId"),
      questionId: placeholder("questionId"),
      opId: placeholder("opId"),
      sequence: placeholder("sequence"),
      state: placeholder("state"),
      value: placeholder("value"),
      note: placeholder("note"),
      baseSequence: placeholder("baseSequence"),
      conflict: placeholder("conflict"),
    })
    .prepare(),
  change: db
    .update(answer)
    .set({
      sequence: sql`${placeholder("sequence")}`,
      state: sql`${placeholder("state")}`,
      value: sql`${sql.param(placeholder("value"), answer.value)}`,
      note: sql`${placeholder("note")}`,
      textValue: sql`${placeholder("textValue")}`,
      conflictSequence: sql`${placeholder("conflictSequence")}`,
    })
    .where(ofAnswer)
    .prepare(),
  close: db
    .update(interview)
    .set({ operations: sql`${placeholder("operations")}`, state: sql`${placeholder("state")}` })
    .where(eq(interview.id, placeholder("interviewId")))
    .prepare(),
}));

function findingsIn(question: Question, said: Answer): Array<PersonalFinding> {
  return personalFindings({ value: textOf(question, said), note: said.note });
}

async function repeatedReceipt(
  db: Db,
  input: SaveAnswer,
  digest: string,
  question: Question | undefined,
): Promise<Receipt | null> {
  const [known] = await queriesOf(db).known.execute({ opId: input.opId });
  if (!known) return null;
  if (known.digest !== digest) throw new Problem("operation-reused");
  const { sequence, at, conflict, state, value, note } = known;
  const personalData = question && state !== null ? findingsIn(question, { state, value, note: note ?? "" }) : [];
  return { opId: input.opId, sequence, at, conflict: conflict ?? false, hidden: [], personalData };
}

/** Writes operations of one transaction, numbering them on from what the interview already has. */
function operationLog(db: Db, row: InterviewRow, at: string, personId: string) {
  let sequence = row.operations;
  return {
    async add(opId: string, questionId: string, kind: "answer" | "consent", digest: string): Promise<number> {
      sequence += 1;
      const values = { opId, interviewId: row.id, sequence, questionId, kind, digest, personId, at };
      await queriesOf(db).addOperation.execute(values);
      return sequence;
    },
    async close(state: InterviewRow["state"]): Promise<void> {
      await queriesOf(db).close.execute({ interviewId: row.id, operations: sequence, state });
    },
  };
}

type Revision = { opId: string; sequence: number; question: Question; said: Answer; baseSequence: number };

async function addRevision(db: Db, row: InterviewRow, revision: Revision, conflict: boolean): Promise<void> {
  const { question, said, ...rest } = revision;
  const values = { interviewId: row.id, questionId: question.id, ...rest, ...said, conflict };
  await queriesOf(db).addRevision.execute(values);
}

/** Makes a revision the current answer and takes its passages along. */
async function makeCurrent(
  db: Db,
  row: InterviewRow,
  revision: Revision,
  held: HeldAnswer | undefined,
  conflictSequence: number | null,
) {
  const { question, said, sequence } = revision;
  await addRevision(db, row, revision, false);
  const textValue = textOf(question, said);
  const values = { sequence, ...said, textValue, conflictSequence };
  if (!held) {
    await db.insert(answer).values({ interviewId: row.id, questionId: question.id, regionId: row.regionId, ...values });
    return;
  }
  const place = { interviewId: row.id, questionId: question.id, sequence };
  await queriesOf(db).change.execute({ ...place, ...values });
  await reanchorPassages(db, { ...place, field: "value", oldText: textOf(question, held), newText: textValue });
  await reanchorPassages(db, { ...place, field: "note", oldText: held.note, newText: said.note });
}

/** The newest revision of each text that stands beside the current answer. */
async function otherTexts(db: Db, interviewId: string, questionId: string, from: number): Promise<Array<RevisionView>> {
  const rows = await revisionsWhere(db, { interviewId, questionId }, [
    eq(answerRevision.conflict, true),
    gte(answerRevision.sequence, from),
  ]);
  const builtOn = new Set(rows.map((row) => row.baseSequence));
  return rows.filter((row) => !builtOn.has(row.sequence));
}

/** Which conflict stays open after this revision: none, or the first text that nobody has chosen about. */
async function stillOpen(
  db: Db,
  row: InterviewRow,
  input: SaveAnswer,
  held: HeldAnswer | undefined,
): Promise<number | null> {
  if (!held || held.conflictSequence === null) return null;
  if (input.resolves === undefined) return held.conflictSequence;
  const resolves = input.resolves;
  const later = (await otherTexts(db, row.id, input.questionId, held.conflictSequence)).filter(
    (other) => other.sequence > resolves,
  );
  return later[0]?.sequence ?? null;
}

type Saving = {
  db: Db;
  context: Context;
  row: InterviewRow;
  guide: Guide;
  facts: Facts;
  question: Question;
  input: SaveAnswer;
  digest: string;
  held: Map<string, HeldAnswer>;
};

/** Takes the answers away that a change hides. Throws Problem `hides-answers` with their ids unless that was confirmed. */
async function clearHidden(saving: Saving, said: Answer, log: ReturnType<typeof operationLog>): Promise<Array<string>> {
  const { db, context, row, guide, facts, input, held } = saving;
  const hidden = hiddenBy(guide, facts, input.questionId, said);
  if (hidden.length > 0 && !input.confirmHidden) throw new Problem("hides-answers", { ids: hidden });
  for (const questionId of hidden) {
    const question = findQuestion(guide, questionId);
    const current = held.get(questionId);
    if (!question || !current) continue;
    const opId = context.newId();
    if (question.consentScope) {
      const sequence = await log.add(opId, questionId, "consent", saving.digest);
      await addConsent(saving, question, question.consentScope === "list" ? [] : "no", sequence, opId);
    } else {
      const sequence = await log.add(opId, questionId, "answer", saving.digest);
      await makeCurrent(
        db,
        row,
        { opId, sequence, question, said: emptyAnswer, baseSequence: current.sequence },
        current,
        null,
      );
    }
  }
  return hidden;
}

async function addConsent(
  saving: Saving,
  question: Question,
  value: string | Array<string>,
  sequence: number,
  opId: string,
): Promise<void> {
  const { db, context, row, guide } = saving;
  const letter = await newestConsentText(db, row.perspective);
  await db.insert(consent).values({
    opId,
    interviewId: row.id,
    respondentId: row.respondentId,
    youthId: row.youthId,
    questionId: question.id,
    sequence,
    scope: question.consentScope ?? "participate",
    value,
    textVersion: [`${guide.id} ${guide.version}`, letter].filter((name) => name !== null).join(", "),
    recordedBy: context.actor.personId,
    at: context.now(),
  });
}

/** What a consent question records: yes or no, or the scopes that were allowed. Declined and not discussed allow nothing. */
function consentValue(question: Question, said: Answer): string | Array<string> {
  if (question.consentScope === "list") return Array.isArray(said.value) ? (said.value as Array<ConsentScope>) : [];
  if (said.value === "yes" || said.value === "no") return said.value;
  if (question.consentScope === "agenda") return "no";
  throw new Problem("answer-invalid", { fields: [{ path: "value", code: "not-yes-no" }] });
}

async function saveConsent(saving: Saving, said: Answer): Promise<Receipt> {
  const { db, context, row, question, input, digest, held } = saving;
  const value = consentValue(question, said);
  const current = held.get(question.id);
  const asAnswer: Answer = { state: "answered", value, note: "" };
  if ((current?.sequence ?? 0) !== input.baseSequence && current && !sameAnswer(current, asAnswer))
    throw new Problem("answer-conflict");
  const at = context.now();
  const log = operationLog(db, row, at, context.actor.personId);
  if (question.consentScope === "participate" && value === "no") return refuse(saving, log, at);
  const hidden = await clearHidden(saving, asAnswer, log);
  const sequence = await log.add(input.opId, question.id, "consent", digest);
  await addConsent(saving, question, value, sequence, input.opId);
  const scopes = scopesOf(await consentRecords(db, row.id));
  if (!scopes.has("learn-region")) takeBackReleases(db, row.id, at);
  await log.close(row.state);
  return { opId: input.opId, sequence, at, conflict: false, hidden, personalData: [] };
}

/** A no to taking part: what was said before is erased, only the refusal stays (rules R1 and R4). */
async function refuse(saving: Saving, log: ReturnType<typeof operationLog>, at: string): Promise<Receipt> {
  const { db, context, row, question, input, digest, held } = saving;
  if (!mayMove(row.state, "refuse")) throw new Problem("interview-state");
  const lost = [...held.keys()].filter((id) => findQuestion(saving.guide, id)?.consentScope === undefined);
  if (lost.length > 0 && !input.confirmHidden) throw new Problem("hides-answers", { ids: lost });
  const sequence = await log.add(input.opId, question.id, "consent", digest);
  await addConsent(saving, question, "no", sequence, input.opId);
  eraseInterviewContent(db, row.id, { opId: input.opId });
  takeBackReleases(db, row.id, at);
  if (lost.length > 0) rebuildIndex(db);
  const { personId } = context.actor;
  noteErasure(db, { interviewId: row.id, regionId: row.regionId, reason: "refused", askedBy: personId, askedAt: at });
  context.erased({ interviewId: row.id, reason: "refused", at });
  await log.close("refused");
  return { opId: input.opId, sequence, at, conflict: false, hidden: lost, personalData: [] };
}

async function saveSpoken(saving: Saving, said: Answer): Promise<Receipt> {
  const { db, context, row, question, input, digest, held } = saving;
  const current = held.get(question.id);
  const at = context.now();
  const log = operationLog(db, row, at, context.actor.personId);
  const stale = current !== undefined && current.sequence !== input.baseSequence && !sameAnswer(current, said);
  if (stale) {
    const sequence = await log.add(input.opId, question.id, "answer", digest);
    await addRevision(db, row, { opId: input.opId, sequence, question, said, baseSequence: input.baseSequence }, true);
    if (current.conflictSequence === null || current.conflictSequence === input.baseSequence) {
      await db
        .update(answer)
        .set({ conflictSequence: sequence })
        .where(and(eq(answer.interviewId, row.id), eq(answer.questionId, question.id)));
    }
    await log.close(row.state);
    return { opId: input.opId, sequence, at, conflict: true, hidden: [], personalData: findingsIn(question, said) };
  }
  const hidden = await clearHidden(saving, said, log);
  const sequence = await log.add(input.opId, question.id, "answer", digest);
  const revision = { opId: input.opId, sequence, question, said, baseSequence: input.baseSequence };
  await makeCurrent(db, row, revision, current, await stillOpen(db, row, input, current));
  await log.close(row.state);
  return { opId: input.opId, sequence, at, conflict: false, hidden, personalData: findingsIn(question, said) };
}

/** The input with the base named by an earlier save looked up, and the note filled in that it leaves alone. */
async function settled(db: Db, input: SaveAnswer, held: HeldAnswer | undefined): Promise<SaveAnswer> {
  let { baseSequence, answer: said } = input;
  if (input.baseOpId !== undefined) {
    const [base] = await db
      .select({ sequence: operation.sequence })
      .from(operation)
      .where(
        and(
          eq(operation.opId, input.baseOpId),
          eq(operation.interviewId, input.interviewId),
          eq(operation.questionId, input.questionId),
        ),
      );
    baseSequence = base?.sequence ?? baseSequence;
  }
  if (typeof said === "object" && said !== null && !("note" in said)) said = { ...said, note: held?.note ?? "" };
  return { ...input, baseSequence, answer: said };
}

/**
 * Whose word stands in the way of telling on: an objection, and while the interview is under way also a yes of the family that was there at
 * its start and was taken back since.
 */
async function missingFirst(db: Db, row: InterviewRow, { youth }: Facts): Promise<NeededFirst | null> {
  if (row.perspective === "parent" || row.state === "completed") return objectionIn(await spokenWords(db, row.youthId));
  return neededFirst(row.perspective, youth.ageBand, await familyConsent(db, row.youthId));
}

/** Whether this is the speaker's own no, which is recorded whoever else objects. */
function saysNo(question: Question, said: unknown): boolean {
  const value = typeof said === "object" && said !== null && "value" in said ? said.value : null;
  return question.consentScope === "participate" && value === "no";
}

export const answers = {
  /**
   * Saves one operation and returns its receipt; the same operation again returns the same receipt.
   * Throws Problem `operation-reused` (same id, other content), `interview-withdrawn`, `interview-state`, what `neededFirst` names,
   * `consent-missing`, `consent-refused`, `question-unknown`, `question-hidden`, `answer-invalid` (with a fault for each field), `hides-answers` (with question ids) and
   * `answer-conflict` (a consent that another device recorded differently).
   */
  save: write<SaveAnswer, Receipt>({
    action: "answer.save",
    right: "interview.conduct",
    target: (db, { interviewId }) => interviewTarget(db, interviewId),
    async run(db, input, context) {
      if (!/^[0-9a-f-]{36}$/.test(input.opId))
        throw new Problem("invalid-input", { fields: [{ path: "opId", code: "required" }] });
      const row = await interviewRow(db, input.interviewId);
      if (isErased(row.state)) throw new Problem("interview-withdrawn");
      const digest = operationDigest(input);
      const guide = await guideOf(db, row);
      const question = findQuestion(guide, input.questionId);
      const again = await repeatedReceipt(db, input, digest, question);
      if (again) return again;
      if (row.state === "refused") throw new Problem("consent-refused");
      if (!isEditable(row.state)) throw new Problem("interview-state");
      if (!question) throw new Problem("question-unknown");
      const held = await heldAnswers(db, row.id);
      const facts = await factsOf(db, row, held);
      const missing = saysNo(question, input.answer) ? null : await missingFirst(db, row, facts);
      if (missing) throw new Problem(missing);
      const complete = await settled(db, input, held.get(question.id));
      const saving = { db, context, row, guide, facts, question, input: complete, digest, held };
      if (!question.consentScope || question.consentScope !== "participate") {
        const agreed = [...held].some(
          ([id, one]) => findQuestion(guide, id)?.consentScope === "participate" && one.value === "yes",
        );
        if (!agreed) throw new Problem("consent-missing");
      }
      if (!visibleQuestions(guide, facts).has(question.id)) throw new Problem("question-hidden");
      const said = parseAnswer(question, complete.answer);
      return question.consentScope ? saveConsent(saving, said) : saveSpoken(saving, said);
    },
  }),

  /** What two devices disagree about, or null when nothing is open. */
  conflict: read<{ interviewId: string; questionId: string }, Conflict | null>({
    action: "answer.conflict",
    right: "interview.read",
    target: (db, { interviewId }) => toldTarget(db, interviewId),
    async run(db, { interviewId, questionId }) {
      const current = (await heldAnswers(db, interviewId)).get(questionId);
      if (!current || current.conflictSequence === null) return null;
      return { current, others: await otherTexts(db, interviewId, questionId, current.conflictSequence) };
    },
  }),
};
