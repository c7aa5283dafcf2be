/** What was kept by an older program is there in this one: every released schema, filled by the program of its time (`released/`). */
import { createPublicKey, type KeyObject } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { auditCommand } from "#app/cli/audit.server.ts";
import type { Command, CommandIo } from "#app/cli/command.ts";
import { guidesCommand } from "#app/cli/guides.server.ts";
import { importCommand } from "#app/cli/import.server.ts";
import { migrateCommand } from "#app/cli/migrate.server.ts";
import { reportCommand } from "#app/cli/report.server.ts";
import { userCommand } from "#app/cli/user.server.ts";
import { verifyCommand } from "#app/cli/verify.server.ts";
import { operator } from "#app/domain/actor.ts";
import { problemSentence } from "#app/domain/problem.ts";
import { installationRoot, migrateDatabase } from "#db/open.server.ts";
import { openStore } from "#db/store.server.ts";
import { databaseChecks, verifyDatabase } from "#db/verification.server.ts";

type Row = Record<string, unknown>;
type Rows = Map<string, Array<Row>>;

const releasedFolder = join(installationRoot(), "tests/db/released");
const journal = JSON.parse(readFileSync(join(installationRoot(), "db/migrations/meta/_journal.json"), "utf8")) as {
  entries: Array<{ idx: number; tag: string }>;
};
const indexOf = (tag: string) => journal.entries.find((entry) => entry.tag === tag)?.idx ?? -1;
const released = readdirSync(releasedFolder)
  .sort()
  .map((file) => ({ file, schema: indexOf(file.replace(/\.sql$/, "")) }));

/** Empty but for the moment of an erasure. */
const emptyTables = ["erasure_gate"];

function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "old.sqlite");
}

/** A database as an older program left it, and the public key of its audit log where it had one. */
function oldDatabase(file: string): { path: string; key: KeyObject | null } {
  const path = temporaryPath();
  const sql = readFileSync(join(releasedFolder, file), "utf8");
  const handle = new Sqlite(path);
  handle.pragma("journal_mode = WAL");
  handle.pragma("foreign_keys = OFF");
  handle.exec(sql);
  handle.close();
  const [, key] = /^-- Key of the audit log: (\S+)/.exec(sql) ?? [];
  return { path, key: key ? createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" }) : null };
}

function reading<T>(path: string, work: (handle: Sqlite.Database) => T): T {
  const handle = new Sqlite(path, { readonly: true });
  try {
    return work(handle);
  } finally {
    handle.close();
  }
}

/** Every row of every table, the full-text index's own tables left out. */
function rowsOf(path: string): Rows {
  return reading(path, (handle) => {
    const tables = handle
      .prepare<[], { name: string }>(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    return new Map(tables.map(({ name }) => [name, handle.prepare<[], Row>(`SELECT * FROM "${name}"`).all()]));
  });
}

/** Tables, indexes, triggers and the settings of the full-text index, whatever the order in which they were made. */
function schemaOf(path: string): Array<string> {
  return reading(path, (handle) => {
    const objects = handle
      .prepare<[], { type: string; name: string; sql: string | null }>("SELECT type, name, sql FROM sqlite_schema")
      .all()
      .map(({ type, name, sql }) => `${type} ${name} ${(sql ?? "").replaceAll(/\s+/g, " ").replaceAll("`", '"')}`);
    const config = handle
      .prepare<[], { k: string; v: unknown }>("SELECT k, v FROM answer_fts_config")
      .all()
      .map(({ k, v }) => `answer_fts ${k}=${v}`);
    return [...objects, ...config].sort();
  });
}

/** Rows of before that are not there afterwards with the same values in all their columns, as `table: row`. */
function lost(before: Rows, after: Rows): Array<string> {
  return [...before].flatMap(([table, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    const valuesOf = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
    const kept = (after.get(table) ?? []).map(valuesOf);
    return rows
      .map(valuesOf)
      .filter((row) => {
        const at = kept.indexOf(row);
        if (at >= 0) kept.splice(at, 1);
        return at < 0;
      })
      .map((row) => `${table}: ${row}`);
  });
}

async function run(command: Command, args: Array<string>) {
  const err: Array<string> = [];
  const io: CommandIo = { out: () => undefined, err: (line) => err.push(line), env: {} };
  return { code: await command(args, io), err };
}

test("every migration stands in a released schema or after the newest of them, and each has several rows in every table", () => {
  expect(released.length).toBeGreaterThan(5);
  for (const { file, schema } of released) {
    expect(schema, file).toBeGreaterThanOrEqual(0);
    const rows = rowsOf(oldDatabase(file).path);
    expect(rows.get("migration")).toHaveLength(schema + 1);
    const thin = [...rows].filter(([table, held]) => held.length < 2 && !emptyTables.includes(table));
    expect(thin.map(([table]) => `${file}: ${table}`)).toEqual([]);
    const states = new Set(rows.get("interview")?.map((row) => row.state));
    expect(states.size, file).toBeGreaterThanOrEqual(7);
  }
  /** Migrations with tables and the one after them with their guards are one release. */
  const between = journal.entries.filter(({ idx }) => !released.some(({ schema }) => schema === idx));
  expect(
    between.map(({ tag }) => tag).filter((tag) => indexOf(tag) < Math.max(...released.map((one) => one.schema))),
  ).toEqual(["0000_tables", "0002_audit_chain", "0006_families", "0009_consent_text", "0011_phases", "0012_releases"]);
});

test.for(released)(
  "a database of $file loses no row and no value, and becomes as one made today",
  async ({ file, schema }) => {
    const { path, key } = oldDatabase(file);
    const before = rowsOf(path);
    migrateDatabase(path);
    const after = rowsOf(path);
    expect(lost(before, after)).toEqual([]);

    /** Rows that a migration adds by itself: refusals from before erasures were listed, and the first phases. */
    const added = [...after].flatMap(([table, rows]) =>
      rows.length > (before.get(table)?.length ?? 0) ? [[table, rows.length - (before.get(table)?.length ?? 0)]] : [],
    );
    const refusals = before.get("interview")?.filter((row) => row.state === "refused").length ?? 0;
    expect(Object.fromEntries(added)).toEqual({
      ...(schema < journal.entries.length - 1 ? { migration: journal.entries.length - 1 - schema } : {}),
      ...(schema < indexOf("0007_families_guards") ? { erasure: refusals } : {}),
      ...(schema < indexOf("0011_phases") ? { phase: 4 } : {}),
    });

    const fresh = temporaryPath();
    migrateDatabase(fresh);
    expect(schemaOf(path)).toEqual(schemaOf(fresh));

    const results = verifyDatabase(path);
    expect(results.map(({ check, wrong }) => [check, wrong])).toEqual(databaseChecks.map((check) => [check, 0]));
    for (const { check, looked } of results) expect(looked, check).toBeGreaterThan(4);
    const store = openStore(path);
    onTestFinished(() => store.close());
    const findings = await store.as(operator).auditLog.verify({ key, expected: null });
    const lines = before.get("audit")?.length ?? 0;
    expect(findings).toMatchObject({ lines, faults: [], unchained: schema < indexOf("0002_audit_chain") ? lines : 0 });
  },
);

test.for(released)("on a database of $file work goes on", async ({ file }) => {
  const { path, key } = oldDatabase(file);
  expect(await run(migrateCommand, ["--database", path])).toMatchObject({ code: 0 });
  const store = openStore(path);
  onTestFinished(() => store.close());
  const verbs = store.as(operator);
  const states = new Map(
    rowsOf(path)
      .get("interview")
      ?.map((row) => [row.id, row.state]),
  );
  const found = async (query: string) =>
    (await verbs.search.answers({ query })).hits.map((hit) => states.get(hit.interviewId));
  expect(await found("ganzen")).toEqual(["approved"]);
  expect(await found("plattegrond")).toEqual(["completed"]);
  expect(await found('"bij de waterkant"')).toEqual(["completed", "approved"]);
  expect(await found("helemaal")).toEqual([]);

  const interviewId = String([...states].find(([, state]) => state === "running")?.[0]);
  const conflict = await verbs.answers.conflict({ interviewId, questionId: "seen" });
  expect(JSON.stringify(conflict)).toContain("met zijn hond");
  expect(JSON.stringify(conflict)).toContain("naar de werkplaats");
  const { youth } = await verbs.interviews.file({ interviewId });
  await verbs.families.recordWord({ youthId: youth.id, who: "youth", word: "agrees" });
  const said = { state: "answered" as const, value: "home", note: "Aan de keukentafel." };
  const place = { interviewId, questionId: "where" };
  const saved = await verbs.answers.save({
    ...{ ...place, opId: "00000000-0000-7000-8000-0000000fffff", answer: said, baseSequence: 0 },
  });
  const { answers } = await verbs.interviews.file({ interviewId });
  expect(answers.where).toMatchObject({ ...said, sequence: saved.sequence });
  expect(await found("keukentafel")).toEqual(["running"]);
  expect(verifyDatabase(path).filter(({ wrong }) => wrong > 0)).toEqual([]);
  expect((await verbs.auditLog.verify({ key, expected: null })).faults).toEqual([]);
});

test("a migration that fails half way leaves the database as it was, and succeeds once what stood in its way is gone", () => {
  const obstacles: Array<[string, string, RegExp]> = [
    ["CREATE TABLE family_word (x)", "DROP TABLE family_word", /already exists/],
    [
      "INSERT INTO cleared_warning VALUES ('nobody', 'x', 'x', 'x')",
      "DELETE FROM cleared_warning WHERE interview_id = 'nobody'",
      /broke 1 references/,
    ],
  ];
  for (const [put, take, said] of obstacles) {
    const { path } = oldDatabase("0005_cleared_warning.sql");
    const change = (sql: string) => {
      const handle = new Sqlite(path);
      handle.pragma("foreign_keys = OFF");
      handle.exec(sql);
      handle.close();
    };
    change(put);
    const before = [rowsOf(path), schemaOf(path)];
    expect(() => migrateDatabase(path)).toThrow(said);
    expect([rowsOf(path), schemaOf(path)]).toEqual(before);
    change(take);
    expect(migrateDatabase(path)).toBe(journal.entries.length - 1 - indexOf("0005_cleared_warning"));
  }
});

test("every command that opens a database refuses one of a newer program in one sentence, and changes no byte of it", async () => {
  for (const mode of ["WAL", "DELETE"]) {
    const path = temporaryPath();
    migrateDatabase(path);
    const handle = new Sqlite(path);
    handle.exec(`INSERT INTO migration VALUES ('${"f".repeat(64)}', '2036-01-01T00:00:00.000Z')`);
    handle.pragma(`journal_mode = ${mode}`);
    handle.close();
    const bytes = readFileSync(path);
    const commands: Array<[Command, Array<string>]> = [
      [migrateCommand, []],
      [verifyCommand, []],
      [auditCommand, ["head"]],
      [userCommand, ["add", "--email", "x@example.org", "--name", "X", "--role", "administrator"]],
      [userCommand, ["unpair", "--email", "x@example.org"]],
      [importCommand, [join(installationRoot(), "tests/world/sample-answers.jsonl")]],
      [guidesCommand, ["publish", join(installationRoot(), "interview-guides/youth/1.0.0.yaml")]],
      [
        reportCommand,
        ["--region", "region-a", "--audience", "region", "--format", "json", "--out", join(path, "..", "report")],
      ],
    ];
    for (const [command, args] of commands) {
      const { code, err } = await run(command, [...args, "--database", path]);
      expect([code, ...err], args[0]).toEqual([1, problemSentence("database-newer", "en")]);
      expect(readFileSync(path).equals(bytes), `${command.name} ${mode}`).toBe(true);
      expect(readdirSync(join(path, ".."))).toEqual(["old.sqlite"]);
    }
    expect(() => openStore(path)).toThrow(problemSentence("database-newer", "en"));
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
});
