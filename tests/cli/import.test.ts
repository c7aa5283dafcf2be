/** The commands `import` and `migrate` as scripts use them: what they print, where, and with which exit code. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Command } from "#app/cli/command.ts";
import { guidesCommand } from "#app/cli/guides.server.ts";
import { importCommand } from "#app/cli/import.server.ts";
import { migrateCommand } from "#app/cli/migrate.server.ts";
import { reportCommand } from "#app/cli/report.server.ts";
import { userCommand } from "#app/cli/user.server.ts";
import { installationRoot } from "#db/open.server.ts";

const sample = join(installationRoot(), "tests/world/sample-answers.jsonl");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "leeroogst-import-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function run(command: Command, ...args: Array<string>) {
  const [out, err] = [[] as Array<string>, [] as Array<string>];
  const code = await command(args, { out: (line) => out.push(line), err: (line) => err.push(line), env: {} });
  return { code, out, err };
}

test("migrate makes the database and publishes what is shipped; import records, and a second time changes nothing", async () => {
  const database = join(folder(), "new", "data.sqlite");
  const made = await run(migrateCommand, "--database", database);
  expect(made).toMatchObject({ code: 0, out: [] });
  expect(made.err).toContain("Published guide-parent 1.1.0.");
  expect(await run(migrateCommand, "--database", database)).toEqual({
    code: 0,
    out: [],
    err: ["The database is up to date."],
  });
  const first = await run(importCommand, sample, "--database", database);
  expect(first).toMatchObject({ code: 0, err: [] });
  expect(JSON.parse(first.out.join())).toMatchObject({ lines: 60, unchanged: 0, interviews: 60 });
  const second = await run(importCommand, sample, "--database", database);
  expect(JSON.parse(second.out.join())).toMatchObject({ lines: 0, unchanged: 60, interviews: 0 });
});

test("faults of a file are lines with its path as given, and give exit code 1", async () => {
  const here = folder();
  const database = join(here, "data.sqlite");
  await run(migrateCommand, "--database", database);
  const cases: Array<[string, string | Uint8Array, string]> = [
    ["not-json.jsonl", "{", "1: is not JSON"],
    ["latin.jsonl", Buffer.from([0x22, 0xe9, 0x22]), "1: is not UTF-8 text"],
    ["large.jsonl", Buffer.alloc(50 * 1024 * 1024 + 1, 10), "1: the file is larger than 50 MB"],
  ];
  for (const [name, content, fault] of cases) {
    const path = join(here, name);
    writeFileSync(path, content);
    expect(await run(importCommand, path, "--database", database)).toEqual({
      code: 1,
      out: [],
      err: [`${path}:${fault}`],
    });
  }
});

test("no command but migrate makes a database, so that a slip in its path never does", async () => {
  const here = folder();
  const database = join(here, "slip.sqlite");
  const commands: Array<[Command, Array<string>]> = [
    [importCommand, [sample]],
    [guidesCommand, ["publish", join(installationRoot(), "interview-guides/parent/1.0.0.yaml")]],
    [userCommand, ["add", "--email", "jan@example.org", "--name", "Jan", "--role", "editor"]],
    [reportCommand, ["--region", "a", "--audience", "region", "--format", "md", "--out", join(here, "out")]],
  ];
  for (const [command, args] of commands) {
    expect(await run(command, ...args, "--database", database)).toEqual({
      code: 1,
      out: [],
      err: [`${database}: there is no database here`, "Make one with: leeroogst migrate"],
    });
  }
  expect(existsSync(database)).toBe(false);
});

test("what is not a database, and a place that cannot be written, are one clear line", async () => {
  const here = folder();
  const text = join(here, "text.sqlite");
  writeFileSync(text, "This is a text and no database, however long it may be. ".repeat(20));
  for (const [command, args] of [
    [migrateCommand, []],
    [importCommand, [sample]],
    [userCommand, ["add", "--email", "jan@example.org", "--name", "Jan", "--role", "editor"]],
  ] as Array<[Command, Array<string>]>) {
    expect(await run(command, ...args, "--database", text)).toEqual({
      code: 1,
      out: [],
      err: ["the database cannot be used: file is not a database"],
    });
  }
  const below = await run(migrateCommand, "--database", join(text, "data.sqlite"));
  expect(below).toMatchObject({ code: 1, out: [] });
  expect(below.err).toHaveLength(1);
});

test("wrong usage gives 2 and leads to the help", async () => {
  for (const [name, command, args] of [
    ["import", importCommand, []],
    ["import", importCommand, ["a", "b"]],
    ["import", importCommand, [join(folder(), "missing.jsonl")]],
    ["import", importCommand, ["--wrong"]],
    ["migrate", migrateCommand, ["extra"]],
  ] as Array<[string, Command, Array<string>]>) {
    const { code, out, err } = await run(command, ...args);
    expect({ code, out, last: err.at(-1) }).toEqual({ code: 2, out: [], last: `See: leeroogst ${name} --help` });
  }
  expect((await run(importCommand, "--help")).out.join()).toContain("leeroogst import FILE.jsonl");
});
