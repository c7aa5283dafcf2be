/**
 * The audit log: who did or saw what, when, in which region, about which subjects. Never any content; append-only by trigger, and
 * every line carries the hash of all before it. What is removed from the front after its retention leaves a signed anchor.
 */
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
    /** SHA-256 over the hash of the line before and this line, in hexadecimal; empty on lines from before the chain began. */
    hash: text("hash").notNull().default(""),
  },
  (table) => [
    index("audit_region").on(table.regionId, table.sequence),
    index("audit_person").on(table.personId, table.sequence),
  ],
);

/** What stands for lines that were removed from the front: the last of them with its hash, signed with the installation's key. */
export const auditAnchor = sqliteTable("audit_anchor", {
  /** The last line that was removed. */
  sequence: integer("sequence").primaryKey(),
  hash: text("hash").notNull(),
  /** How many lines went in this pruning. */
  removed: integer("removed").notNull(),
  at: time("at").notNull(),
  /** Ed25519 over `sequence hash removed at`, in base64. */
  signature: text("signature").notNull(),
});
