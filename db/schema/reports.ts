/** The lead's own words in a regional report, section by section, every version kept. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Language } from "#app/domain/languages.ts";
import { id, time } from "./columns.ts";
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
