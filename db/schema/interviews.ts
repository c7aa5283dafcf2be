/** Interviews, the append-only log of operations with the answer revisions and consent records they made, and the current answers derived from it. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AnswerState, AnswerValue } from "#app/domain/answer.ts";
import type { Perspective } from "#app/domain/guide.ts";
import type { Channel, InterviewState } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { bool, id, json, time } from "./columns.ts";
import { region, respondent, youth } from "./regions.ts";

export const interview = sqliteTable(
  "interview",
  {
    id: id().primaryKey(),
    regionId: id("region_id")
      .notNull()
      .references(() => region.id, { onDelete: "restrict" }),
    youthId: id("youth_id")
      .notNull()
      .references(() => youth.id, { onDelete: "restrict" }),
    respondentId: id("respondent_id")
      .notNull()
      .references(() => respondent.id, { onDelete: "restrict" }),
    perspective: text("perspective").$type<Perspective>().notNull(),
    guideId: text("guide_id").notNull(),
    /** Null until the interview starts: then the newest published version is pinned for ever. */
    guideVersion: text("guide_version"),
    state: text("state").$type<InterviewState>().notNull(),
    reason: text("reason"),
    language: text("language").$type<Language>().notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    /** `YYYY-MM-DD` in Europe/Amsterdam; the planned day until the interview starts. */
    conductedOn: text("conducted_on").notNull(),
    interviewerId: id("interviewer_id").notNull(),
    createdAt: time("created_at").notNull(),
    startedAt: time("started_at"),
    completedAt: time("completed_at"),
    approvedAt: time("approved_at"),
    approvedBy: id("approved_by"),
    /** How many operations the log of this interview holds; the next one gets this plus one as its sequence. */
    operations: integer("operations").notNull(),
  },
  (table) => [index("interview_region").on(table.regionId, table.state), index("interview_youth").on(table.youthId)],
);

/** One save, for ever. The client makes the id, so that a repeated request is recognised; the server makes the sequence. */
export const operation = sqliteTable(
  "operation",
  {
    opId: id("op_id").primaryKey(),
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
    sequence: integer("sequence").notNull(),
    questionId: text("question_id").notNull(),
    kind: text("kind").$type<"answer" | "consent">().notNull(),
    /** SHA-256 of the canonical JSON of what was asked. */
    digest: text("digest").notNull(),
    personId: id("person_id").notNull(),
    at: time("at").notNull(),
  },
  (table) => [uniqueIndex("operation_sequence").on(table.interviewId, table.sequence)],
);

/** Every value an answer ever had. `baseSequence` is the revision the writer had seen; 0 for none. */
export const answerRevision = sqliteTable(
  "answer_revision",
  {
    interviewId: id("interview_id").notNull(),
    sequence: integer("sequence").notNull(),
    questionId: text("question_id").notNull(),
    opId: id("op_id")
      .notNull()
      .references(() => operation.opId, { onDelete: "restrict" }),
    state: text("state").$type<AnswerState>().notNull(),
    value: json<AnswerValue>("value"),
    note: text("note").notNull(),
    baseSequence: integer("base_sequence").notNull(),
    /** A revision that met a newer one: kept beside it until somebody chooses. */
    conflict: bool("conflict").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.sequence] }),
    index("answer_revision_question").on(table.interviewId, table.questionId),
  ],
);

/** The current answer of a question, derived from the log in the transaction that appends to it. `textValue` is what the full-text index reads. */
export const answer = sqliteTable(
  "answer",
  {
    rowId: integer("row_id").primaryKey({ autoIncrement: true }),
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
    questionId: text("question_id").notNull(),
    regionId: id("region_id").notNull(),
    sequence: integer("sequence").notNull(),
    state: text("state").$type<AnswerState>().notNull(),
    value: json<AnswerValue>("value"),
    note: text("note").notNull(),
    /** The text of a text question, empty for other types: what can be coded and searched in field `value`. */
    textValue: text("text_value").notNull(),
    /** Sequence of the other text when two devices disagree; null when there is nothing to choose. */
    conflictSequence: integer("conflict_sequence"),
  },
  (table) => [
    uniqueIndex("answer_question").on(table.interviewId, table.questionId),
    index("answer_region").on(table.regionId),
  ],
);

/** What a speaker agreed to; a later record of the same question replaces an earlier one, which stays. */
export const consent = sqliteTable(
  "consent",
  {
    opId: id("op_id")
      .primaryKey()
      .references(() => operation.opId, { onDelete: "restrict" }),
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
    respondentId: id("respondent_id").notNull(),
    youthId: id("youth_id").notNull(),
    questionId: text("question_id").notNull(),
    sequence: integer("sequence").notNull(),
    /** `participate`, `list` or `agenda`: which part of the consent this record is about. */
    scope: text("scope").$type<"participate" | "list" | "agenda">().notNull(),
    /** `"yes"` or `"no"`, or for `list` the scopes that were allowed. */
    value: json<string | Array<string>>("value").notNull(),
    textVersion: text("text_version").notNull(),
    recordedBy: id("recorded_by").notNull(),
    at: time("at").notNull(),
  },
  (table) => [
    index("consent_interview").on(table.interviewId, table.sequence),
    index("consent_youth").on(table.youthId),
  ],
);

/** The key of an imported line, so that the same file twice changes nothing. */
export const importedLine = sqliteTable("imported_line", {
  lineId: text("line_id").primaryKey(),
  regionId: id("region_id").notNull(),
  interviewId: id("interview_id").notNull(),
  questionId: text("question_id").notNull(),
  digest: text("digest").notNull(),
});
