/** Phases and regions (the wall around data), youths known only by a random label, who is assigned to them, the respondents, and the settings. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AgeBand, EnrolmentStatus, Perspective } from "#app/domain/guide.ts";
import { bool, id, json, time } from "./columns.ts";

/** A phase of the roll-out, numbered from 1; `regions`: how many take part once it is complete, earlier phases included. */
export const phase = sqliteTable("phase", {
  number: integer("number").primaryKey(),
  regions: integer("regions").notNull(),
  /** `YYYY-MM-DD` in Europe/Amsterdam; null while nobody knows. */
  startsOn: text("starts_on"),
});

export const region = sqliteTable("region", {
  id: id().primaryKey(),
  key: text("key").notNull().unique(),
  name: text("name").notNull(),
  practice: bool("practice").notNull(),
  /** The phase in which the region joins; null while it is not decided. */
  phase: integer("phase").references(() => phase.number, { onDelete: "restrict" }),
  createdAt: time("created_at").notNull(),
});

export const setting = sqliteTable("setting", {
  name: text("name").primaryKey(),
  value: json<unknown>("value").notNull(),
});

export const youth = sqliteTable(
  "youth",
  {
    id: id().primaryKey(),
    regionId: id("region_id")
      .notNull()
      .references(() => region.id, { onDelete: "restrict" }),
    label: text("label").notNull(),
    enrolmentStatus: text("enrolment_status").$type<EnrolmentStatus>().notNull(),
    ageBand: text("age_band").$type<AgeBand>().notNull(),
    /** `YYYY-MM`: the month in which the work with the family began. */
    workingSince: text("working_since").notNull(),
    /** The key under which an import knows this youth; null when made on screen. */
    importKey: text("import_key"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("youth_label").on(table.regionId, table.label),
    uniqueIndex("youth_import").on(table.regionId, table.importKey),
  ],
);

/** The need-to-know of an interviewer: which youths are theirs. */
export const assignment = sqliteTable(
  "assignment",
  {
    youthId: id("youth_id")
      .notNull()
      .references(() => youth.id, { onDelete: "restrict" }),
    personId: id("person_id").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.youthId, table.personId] }), index("assignment_person").on(table.personId)],
);

export const respondent = sqliteTable(
  "respondent",
  {
    id: id().primaryKey(),
    regionId: id("region_id").notNull(),
    youthId: id("youth_id")
      .notNull()
      .references(() => youth.id, { onDelete: "restrict" }),
    perspective: text("perspective").$type<Perspective>().notNull(),
    /** Counts the respondents of one perspective about one youth: the second parent is 2. */
    number: integer("number").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [uniqueIndex("respondent_number").on(table.youthId, table.perspective, table.number)],
);
