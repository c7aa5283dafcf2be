/** What the tables have no place for: who a young person or a speaker is, and where they can be found (rule R10). */
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";

const tables = Object.values(schema).filter((table) => is(table, SQLiteTable));

/** Words of columns that could hold such a thing. */
const telling =
  /name|mail|phone|address|street|post|city|town|place|school|diagnos|health|medic|birth|gender|sex|ethnic|religion|bsn|photo|image|ip/;

/** Where they are about staff, about a region, or no person at all. */
const aboutOthers = new Set([
  "user.name",
  "user.email",
  "user.emailVerified",
  "user.image",
  "session.ipAddress",
  "invitation.name",
  "invitation.email",
  "region.name",
  "setting.name",
]);

test("no column holds a name, an address, a school, a diagnosis or a date of birth of anybody but staff", () => {
  const columns = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => `${getTableName(table)}.${column.name}`),
  );
  expect(columns.length).toBeGreaterThan(100);
  const found = columns.filter((column) => telling.test(column.split(".")[1] ?? ""));
  expect(found.filter((column) => !aboutOthers.has(column))).toEqual([]);
  expect([...aboutOthers].filter((column) => !found.includes(column))).toEqual([]);
});

test("a young person is a random label, a status, an age band and a month; a speaker is a number", () => {
  const of = (table: SQLiteTable) => Object.values(getTableColumns(table)).map((column) => column.name);
  expect(of(schema.youth).sort()).toEqual(
    ["age_band", "created_at", "enrolment_status", "id", "import_key", "label", "region_id", "working_since"].sort(),
  );
  expect(of(schema.respondent).sort()).toEqual(
    ["created_at", "id", "number", "perspective", "region_id", "youth_id"].sort(),
  );
});
