/** Passages of answers, the codings put on them, and the journal that makes each act of a coder undoable. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Facets } from "#app/domain/codebook.ts";
import type { ThemeId } from "#app/domain/guide.ts";
import { bool, id, json, time } from "./columns.ts";
import { interview } from "./interviews.ts";

/** An exact span of one text of one answer: start inclusive, end exclusive, in UTF-16 code units of that revision. */
export const passage = sqliteTable(
  "passage",
  {
    id: id().primaryKey(),
    regionId: id("region_id").notNull(),
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
    questionId: text("question_id").notNull(),
    field: text("field").$type<"value" | "note">().notNull(),
    sequence: integer("sequence").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    quote: text("quote").notNull(),
    /** Why a person must look again after the answer changed; null when the passage stands. */
    flag: text("flag").$type<"changed" | "gone" | "ambiguous">(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("passage_span").on(
      table.interviewId,
      table.questionId,
      table.field,
      table.sequence,
      table.start,
      table.end,
    ),
    index("passage_region").on(table.regionId),
  ],
);

/** One code put on one passage by one coder. */
export const coding = sqliteTable(
  "coding",
  {
    id: id().primaryKey(),
    regionId: id("region_id").notNull(),
    passageId: id("passage_id")
      .notNull()
      .references(() => passage.id, { onDelete: "restrict" }),
    codebookVersion: text("codebook_version").notNull(),
    theme: text("theme").$type<ThemeId>().notNull(),
    code: text("code").notNull(),
    facets: json<Facets>("facets").notNull(),
    memo: text("memo").notNull(),
    forReport: bool("for_report").notNull(),
    coderId: id("coder_id").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("coding_once").on(table.passageId, table.theme, table.code, table.coderId),
    index("coding_theme").on(table.regionId, table.theme, table.passageId),
    index("coding_code").on(table.regionId, table.theme, table.code, table.passageId),
    index("coding_coder").on(table.coderId, table.id),
  ],
);

/** Words of an interview that look as if somebody may be found by them and that a person found to point at nobody: their hash alone. */
export const clearedWarning = sqliteTable(
  "cleared_warning",
  {
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
    digest: text("digest").notNull(),
    personId: id("person_id").notNull(),
    at: time("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.digest] })],
);

/** What one act of a coder did to passages and codings, as rows before and after; undo writes the rows before back. */
export const codingAct = sqliteTable(
  "coding_act",
  {
    id: id().primaryKey(),
    regionId: id("region_id").notNull(),
    personId: id("person_id").notNull(),
    interviewId: id("interview_id").notNull(),
    questionId: text("question_id").notNull(),
    change: json<unknown>("change").notNull(),
    undone: bool("undone").notNull(),
    at: time("at").notNull(),
  },
  (table) => [index("coding_act_person").on(table.personId, table.id)],
);
