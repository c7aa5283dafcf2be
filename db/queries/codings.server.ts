/** Verbs of coding: the answers to code, one answer, and what a coder does to its passages; every act can be undone. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Codebook } from "#app/domain/codebook.ts";
import {
  type ActOutcome,
  type AnswerKey,
  type AnswersToCode,
  type AnswerToRead,
  type CodingChoices,
  type CodingFilters,
  type CodingHistory,
  checkCode,
  checkFacets,
  checkMemo,
  facetsFor,
} from "#app/domain/coding.ts";
import { compareVersions, perspectives, questionsOf, type ThemeId } from "#app/domain/guide.ts";
import { type PassageField, passageFields, quoteOf } from "#app/domain/passage.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { coding, passage, region } from "../schema/index.ts";
import { anywhere, read, regionTarget, type Target, write } from "../verb.server.ts";
import { codingHistory, journalled, noteAct, stepThroughJournal } from "./coding-journal.server.ts";
import {
  answerList,
  answerRow,
  answersPage,
  codableTarget,
  otherVoices,
  passageViews,
  publishedGuides,
  questionLookup,
  sortKeyOf,
} from "./coding-lists.server.ts";
import { codebookBody } from "./guides.server.ts";
import { type CodingRow, mergePassages, type PassageRow, revisionText } from "./passages.server.ts";
import { clearWarning, openWarnings, refuseOpenWarning } from "./warnings.server.ts";

/** Marks a span and puts a code on it. `sequence` is the revision in which the span was chosen; the newest codebook unless one is named. */
export type NewCoding = AnswerKey & {
  field: PassageField;
  sequence: number;
  start: number;
  end: number;
  theme: ThemeId;
  code: string;
  facets?: Readonly<Record<string, string>>;
  memo?: string;
  forReport?: boolean;
  codebookVersion?: string;
};

/** What to change of a coding; `theme` and `code` go together and put another code in its place. */
export type CodingChange = {
  codingId: string;
  theme?: ThemeId;
  code?: string;
  facets?: Readonly<Record<string, string>>;
  memo?: string;
  forReport?: boolean;
  codebookVersion?: string;
};

/** New ends of a passage, chosen in revision `sequence` of its answer. */
export type PassageMove = { passageId: string; sequence: number; start: number; end: number };

/** One coding, or a passage with everything on it. */
export type Removal = { codingId: string; passageId?: undefined } | { passageId: string; codingId?: undefined };

async function codingRow(db: Db, codingId: string): Promise<{ coding: CodingRow; passage: PassageRow } | undefined> {
  const [found] = await db
    .select({ coding, passage })
    .from(coding)
    .innerJoin(passage, eq(passage.id, coding.passageId))
    .where(eq(coding.id, codingId));
  return found;
}

async function passageRow(db: Db, passageId: string): Promise<PassageRow | undefined> {
  const [found] = await db.select().from(passage).where(eq(passage.id, passageId));
  return found;
}

async function passageTarget(db: Db, passageId: string): Promise<Target | null> {
  const found = await passageRow(db, passageId);
  return found ? codableTarget(db, found.interviewId) : null;
}

async function codingTarget(db: Db, codingId: string): Promise<Target | null> {
  const found = await codingRow(db, codingId);
  return found ? codableTarget(db, found.passage.interviewId) : null;
}

/** The text of the field as it is now. Throws Problem `not-found`, or `answer-changed` when the span was chosen in another revision. */
async function currentText(db: Db, key: AnswerKey, field: PassageField, sequence: number): Promise<string> {
  if (!passageFields.includes(field))
    throw new Problem("invalid-input", { fields: [{ path: "field", code: "required" }] });
  const row = await answerRow(db, key);
  if (!row) throw new Problem("not-found");
  if (row.sequence !== sequence) throw new Problem("answer-changed");
  return field === "note" ? row.note : row.text;
}

async function codebookFor(db: Db, version: string | undefined): Promise<Codebook> {
  const codebook = await codebookBody(db, version);
  if (!codebook) throw new Problem("code-unknown");
  return codebook;
}

type Spot = AnswerKey & { field: PassageField; sequence: number; start: number; end: number };

async function passageAt(db: Db, spot: Spot): Promise<PassageRow | undefined> {
  const [found] = await db
    .select()
    .from(passage)
    .where(
      and(
        eq(passage.interviewId, spot.interviewId),
        eq(passage.questionId, spot.questionId),
        eq(passage.field, spot.field),
        eq(passage.sequence, spot.sequence),
        eq(passage.start, spot.start),
        eq(passage.end, spot.end),
        isNull(passage.flag),
      ),
    );
  return found;
}

/** Throws Problem `coding-exists` when this coder has this code on this passage already. */
async function refuseDouble(db: Db, row: Pick<CodingRow, "passageId" | "theme" | "code" | "coderId">): Promise<void> {
  const [double] = await db
    .select({ id: coding.id })
    .from(coding)
    .where(
      and(
        eq(coding.passageId, row.passageId),
        eq(coding.theme, row.theme),
        eq(coding.code, row.code),
        eq(coding.coderId, row.coderId),
      ),
    );
  if (double) throw new Problem("coding-exists", { ids: [double.id] });
}

function neighbour(found: AnswerKey | undefined): AnswerKey | null {
  return found ? { interviewId: found.interviewId, questionId: found.questionId } : null;
}

export const codings = {
  /** A page of 50 answers to code, in a fixed order, with how much was marked in each. */
  answersToCode: read<{ filters?: CodingFilters; cursor?: string }, AnswersToCode>({
    action: "coding.list",
    right: "answer.code",
    target: anywhere,
    run: (db, { filters = {}, cursor }, context) => answersPage(db, filters, cursor, context),
    subjects: ({ rows }) => [...new Set(rows.flatMap((row) => [row.youthId, row.interviewId]))],
  }),

  /** What the filters of the list can be set to. */
  choices: read<void, CodingChoices>({
    action: "coding.choices",
    right: "answer.code",
    audited: false,
    target: anywhere,
    async run(db, _input, { within }) {
      const regions = await db
        .select({ id: region.id, name: region.name, practice: region.practice })
        .from(region)
        .where(within(region.id))
        .orderBy(asc(region.name));
      const guides = (await publishedGuides(db)).sort(
        (a, b) =>
          perspectives.indexOf(a.perspective) - perspectives.indexOf(b.perspective) ||
          compareVersions(b.version, a.version),
      );
      const questions = new Map<string, CodingChoices["questions"][number]>();
      for (const guide of guides) {
        for (const { question } of questionsOf(guide)) {
          const key = `${guide.id} ${question.id}`;
          if (question.consentScope || questions.has(key)) continue;
          const { id: questionId, construct, text } = question;
          questions.set(key, { guideId: guide.id, perspective: guide.perspective, questionId, construct, text });
        }
      }
      return {
        regions,
        questions: [...questions.values()],
        constructs: [...new Set([...questions.values()].map((one) => one.construct))],
        guideVersions: [...new Set(guides.map((guide) => guide.version))].sort((a, b) => compareVersions(b, a)),
      };
    },
  }),

  /** One answer with its passages, what others told about the same, and its neighbours within the filters. Throws Problem `not-found`. */
  answer: read<AnswerKey & { filters?: CodingFilters }, AnswerToRead>({
    action: "coding.read",
    right: "answer.code",
    target: (db, { interviewId }) => codableTarget(db, interviewId),
    async run(db, { interviewId, questionId, filters = {} }, context) {
      const key = { interviewId, questionId };
      const row = await answerRow(db, key);
      if (!row) throw new Problem("not-found");
      const place = (await questionLookup(db, [row]))(row, questionId);
      if (!place) throw new Problem("not-found");
      const [home] = await db.select().from(region).where(eq(region.id, row.regionId));
      const personId = context.actor.personId;
      const ofAnswer = and(eq(passage.interviewId, interviewId), eq(passage.questionId, questionId));
      const passages = await passageViews(db, ofAnswer, personId);
      const own = sortKeyOf(row, interviewId, place.order);
      const list = await answerList(db, filters, context);
      const [next] = await list.after(own, 1);
      const { conflictSequence, ...speaker } = row;
      return {
        ...key,
        ...speaker,
        regionName: home?.name ?? "",
        practice: home?.practice ?? false,
        question: place.question,
        stepTitle: place.step.title,
        conflict: conflictSequence !== null,
        warnings: {
          value: await openWarnings(db, interviewId, row.text),
          note: await openWarnings(db, interviewId, row.note),
        },
        passages: passageFields.flatMap((field) => passages.filter((one) => one.field === field)),
        others: await otherVoices(db, interviewId, row.youthId, place.question.construct),
        previous: neighbour(await list.before(own)),
        next: neighbour(next),
        ...(await list.count(own)),
        history: await codingHistory(db, personId, row.regionId),
      };
    },
    subjects: ({ others }) => [...new Set(others.map((one) => one.interviewId))],
  }),

  /**
   * Marks a passage, or finds the one already there, and puts a code on it. Throws Problem `answer-changed`, `passage-invalid`,
   * `code-unknown`, `invalid-input`, `too-large`, and `coding-exists` with the id of the coding that is there.
   */
  code: write<NewCoding, { passageId: string; codingId: string }>({
    action: "coding.code",
    right: "answer.code",
    target: (db, { interviewId }) => codableTarget(db, interviewId),
    async run(db, input, context) {
      const { interviewId, questionId, field, sequence, start, end, theme, code } = input;
      const text = await currentText(db, input, field, sequence);
      const quote = quoteOf(text, start, end);
      await refuseOpenWarning(db, interviewId, text, { start, end });
      const codebook = await codebookFor(db, input.codebookVersion);
      checkCode(codebook, theme, code);
      const facets = checkFacets(codebook, theme, input.facets ?? {});
      const memo = checkMemo(input.memo ?? "");
      const regionId = context.target.regionId ?? "";
      const spot = { interviewId, questionId, field, sequence, start, end };
      const createdAt = context.now();
      const there = await passageAt(db, spot);
      const marked: PassageRow = there ?? { ...spot, id: context.newId(), regionId, quote, flag: null, createdAt };
      if (there === undefined) await db.insert(passage).values(marked);
      const row: CodingRow = {
        id: context.newId(),
        regionId,
        passageId: marked.id,
        codebookVersion: codebook.version,
        theme,
        code,
        facets,
        memo,
        forReport: input.forReport ?? false,
        coderId: context.actor.personId,
        createdAt,
      };
      if (there) await refuseDouble(db, row);
      await db.insert(coding).values(row);
      await noteAct(db, context, spot, {
        kind: "code",
        passages: there ? [] : [{ id: marked.id, before: null, after: marked }],
        codings: [{ id: row.id, before: null, after: row }],
      });
      return { passageId: marked.id, codingId: row.id };
    },
    subjects: ({ passageId, codingId }) => [passageId, codingId],
  }),

  /**
   * Changes what goes with a coding, or puts another code in its place; then it becomes the coding of whoever does so.
   * Throws Problem `code-unknown`, `invalid-input`, `too-large`, `coding-exists`, and `warning-open` for another code on words that nobody
   * looked at.
   */
  edit: write<CodingChange, void>({
    action: "coding.edit",
    right: "answer.code",
    target: (db, { codingId }) => codingTarget(db, codingId),
    async run(db, input, context) {
      const found = await codingRow(db, input.codingId);
      if (!found) throw new Problem("not-found");
      const { coding: row, passage: marked } = found;
      const theme = input.theme ?? row.theme;
      const code = input.code ?? row.code;
      const recoded = theme !== row.theme || code !== row.code;
      const codebook = await codebookFor(db, recoded ? input.codebookVersion : row.codebookVersion);
      if (recoded) {
        checkCode(codebook, theme, code);
        const { interviewId, sequence, field } = marked;
        await refuseOpenWarning(db, interviewId, await revisionText(db, interviewId, sequence, field), marked);
      }
      const next: CodingRow = {
        ...row,
        theme,
        code,
        codebookVersion: codebook.version,
        coderId: recoded ? context.actor.personId : row.coderId,
        facets: input.facets ? checkFacets(codebook, theme, input.facets) : facetsFor(codebook, theme, row.facets),
        memo: input.memo === undefined ? row.memo : checkMemo(input.memo),
        forReport: input.forReport ?? row.forReport,
      };
      await journalled(db, context, marked, recoded ? "recode" : "edit", async () => {
        if (recoded) await refuseDouble(db, next);
        await db.update(coding).set(next).where(eq(coding.id, row.id));
      });
    },
  }),

  /** Says that words which look as if somebody may be found by them point at nobody. Throws Problem `answer-changed`, `passage-invalid`. */
  clearWarning: write<AnswerKey & { field: PassageField; sequence: number; start: number; end: number }, void>({
    action: "coding.clear-warning",
    right: "answer.code",
    target: (db, { interviewId }) => codableTarget(db, interviewId),
    async run(db, input, { actor, now }) {
      const text = await currentText(db, input, input.field, input.sequence);
      await clearWarning(db, { ...input, text }, { personId: actor.personId, at: now() });
    },
  }),

  /**
   * Gives a passage new ends, and so settles one that was flagged; on the span of another passage the two become one.
   * Returns the id of the passage that now holds the codings. Throws Problem `answer-changed`, `passage-invalid`.
   */
  move: write<PassageMove, { passageId: string }>({
    action: "coding.move",
    right: "answer.code",
    target: (db, { passageId }) => passageTarget(db, passageId),
    async run(db, { passageId, sequence, start, end }, context) {
      const row = await passageRow(db, passageId);
      if (!row) throw new Problem("not-found");
      const { interviewId, questionId, field } = row;
      const text = await currentText(db, row, field, sequence);
      const quote = quoteOf(text, start, end);
      await refuseOpenWarning(db, interviewId, text, { start, end });
      return journalled(db, context, { interviewId, questionId }, "move", async () => {
        const other = await passageAt(db, { interviewId, questionId, field, sequence, start, end });
        if (other && other.id !== passageId) {
          await mergePassages(db, passageId, other.id);
          return { passageId: other.id };
        }
        await db.update(passage).set({ sequence, start, end, quote, flag: null }).where(eq(passage.id, passageId));
        return { passageId };
      });
    },
  }),

  /** Takes a coding away, or a passage with all its codings; a passage without codings goes too. */
  remove: write<Removal, void>({
    action: "coding.remove",
    right: "answer.code",
    target: (db, { codingId, passageId }) =>
      codingId === undefined ? passageTarget(db, passageId) : codingTarget(db, codingId),
    async run(db, { codingId, passageId }, context) {
      const marked =
        codingId === undefined ? await passageRow(db, passageId) : (await codingRow(db, codingId))?.passage;
      if (!marked) throw new Problem("not-found");
      await journalled(db, context, marked, "remove", async () => {
        await db
          .delete(coding)
          .where(codingId === undefined ? eq(coding.passageId, marked.id) : eq(coding.id, codingId));
      });
    },
  }),

  /** Takes back the newest act of the actor in a region. Throws Problem `nothing-to-undo`, `warning-open`. */
  undo: write<{ regionId: string }, ActOutcome>({
    action: "coding.undo",
    right: "answer.code",
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: (db, { regionId }, { actor }) => stepThroughJournal(db, actor.personId, regionId, "undo"),
    subjects: ({ interviewId }) => [interviewId],
  }),

  /** Does again what was taken back last. Throws Problem `nothing-to-undo`, `warning-open`. */
  redo: write<{ regionId: string }, ActOutcome>({
    action: "coding.redo",
    right: "answer.code",
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: (db, { regionId }, { actor }) => stepThroughJournal(db, actor.personId, regionId, "redo"),
    subjects: ({ interviewId }) => [interviewId],
  }),

  /** What undo and redo would do for the actor in a region. */
  history: read<{ regionId: string }, CodingHistory>({
    action: "coding.history",
    right: "answer.code",
    audited: false,
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: (db, { regionId }, { actor }) => codingHistory(db, actor.personId, regionId),
  }),

  /** The codes that the actor used last, newest first, at most nine. */
  recent: read<void, Array<{ theme: ThemeId; code: string }>>({
    action: "coding.recent",
    right: "answer.code",
    audited: false,
    target: anywhere,
    async run(db, _input, { actor }) {
      const rows = await db
        .select({ theme: coding.theme, code: coding.code })
        .from(coding)
        .where(eq(coding.coderId, actor.personId))
        .orderBy(desc(coding.id))
        .limit(500);
      const distinct = new Map(rows.map((row) => [`${row.theme} ${row.code}`, row]));
      return [...distinct.values()].slice(0, 9);
    },
  }),
};
