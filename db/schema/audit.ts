/** The audit log: who did or saw what, when, in which region, about which subjects. Never any content; append-only by trigger. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, json, time } from "./columns.ts";

export const audit = sqliteTable(
  "audit",
  {
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    at: time("at").notNull(),
    personId: id("person_id").notNull(),
    role: text("role").notNull(),
    action: text("action").notNull(),
    regionId: id("region_id"),
    /** Ids only: youths, interviews, answers, people. */
    subjects: json<Array<string>>("subjects").notNull(),
    outcome: text("outcome").$type<"done" | "denied" | "failed">().notNull(),
    reason: text("reason"),
    requestId: text("request_id"),
  },
  (table) => [index("audit_region").on(table.regionId, table.sequence), index("audit_person").on(table.personId, table.sequence)],
);
