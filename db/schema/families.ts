/** What families decide afterwards: interviews whose words have to go, and what a second guardian or the youth said about taking part at all. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FamilyVoice, FamilyWord } from "#app/domain/consent.ts";
import type { ErasureReason } from "#app/domain/erasure.ts";
import { id, time } from "./columns.ts";
import { interview } from "./interviews.ts";
import { youth } from "./regions.ts";

/** An interview of which nothing may be left. Its rows are gone when this is written; `doneAt` says when the last trace in the files was. */
export const erasure = sqliteTable(
  "erasure",
  {
    interviewId: id("interview_id")
      .primaryKey()
      .references(() => interview.id, { onDelete: "restrict" }),
    regionId: id("region_id").notNull(),
    reason: text("reason").$type<ErasureReason>().notNull(),
    askedBy: id("asked_by").notNull(),
    askedAt: time("asked_at").notNull(),
    /** How often it was tried in vain, when last, and what stood in the way: a short word, never content. */
    failures: integer("failures").notNull(),
    failedAt: time("failed_at"),
    failure: text("failure"),
    doneAt: time("done_at"),
  },
  (table) => [index("erasure_done").on(table.doneAt)],
);

/** What somebody of the family said about taking part, outside an interview; the latest word of each counts, earlier ones stay. */
export const familyWord = sqliteTable(
  "family_word",
  {
    id: id().primaryKey(),
    youthId: id("youth_id")
      .notNull()
      .references(() => youth.id, { onDelete: "restrict" }),
    who: text("who").$type<FamilyVoice>().notNull(),
    word: text("word").$type<FamilyWord>().notNull(),
    recordedBy: id("recorded_by").notNull(),
    at: time("at").notNull(),
  },
  (table) => [index("family_word_youth").on(table.youthId, table.id)],
);
