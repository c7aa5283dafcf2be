/** The lead's own words in a regional report, section by section, every version kept; and the reports that a region released. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Language } from "#app/domain/languages.ts";
import type { Report } from "#app/domain/report.ts";
import { bool, id, json, time } from "./columns.ts";
import { interview } from "./interviews.ts";
import { region } from "./regions.ts";

export const reportText = sqliteTable(
  "report_text",
  {
    id: id().primaryKey(),
    regionId: id("region_id")
      .notNull()
      .references(() => region.id, { onDelete: "restrict" }),
    language: text("language").$type<Language>().notNull(),
    section: text("section").notNull(),
    revision: integer("revision").notNull(),
    body: text("body").notNull(),
    personId: id("person_id").notNull(),
    at: time("at").notNull(),
  },
  (table) => [
    uniqueIndex("report_text_revision").on(table.regionId, table.language, table.section, table.revision),
    index("report_text_region").on(table.regionId),
  ],
);

/** A report as it was when a lead released it to the people of the region. Its text goes when somebody in it withdraws; the rest stays. */
export const release = sqliteTable(
  "release",
  {
    id: id().primaryKey(),
    regionId: id("region_id")
      .notNull()
      .references(() => region.id, { onDelete: "restrict" }),
    /** Counts the releases of a region from 1. */
    number: integer("number").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** The region's last word: from here on the term runs after which its answers are erased. */
    final: bool("final").notNull(),
    releasedBy: id("released_by").notNull(),
    releasedAt: time("released_at").notNull(),
    /** SHA-256 of the canonical JSON of the report. */
    digest: text("digest").notNull(),
    report: json<Report>("report"),
    takenBackAt: time("taken_back_at"),
  },
  (table) => [uniqueIndex("release_number").on(table.regionId, table.number)],
);

/** The interviews that a released report rests on. */
export const releaseInterview = sqliteTable(
  "release_interview",
  {
    releaseId: id("release_id")
      .notNull()
      .references(() => release.id, { onDelete: "restrict" }),
    interviewId: id("interview_id")
      .notNull()
      .references(() => interview.id, { onDelete: "restrict" }),
  },
  (table) => [
    primaryKey({ columns: [table.releaseId, table.interviewId] }),
    index("release_interview_interview").on(table.interviewId),
  ],
);
