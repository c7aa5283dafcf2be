/** The commands `backup`, `restore` and `verify`: the way there and back, and everything that must be refused loudly. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { backupCommand, restoreCommand } from "#app/cli/backup.server.ts";
import type { Command } from "#app/cli/command.ts";
import { verifyCommand } from "#app/cli/verify.server.ts";
import { operator } from "#app/domain/actor.ts";
import { eraseWaiting } from "#app/workflows/erase-waiting.server.ts";
import { publishShipped } from "#app/workflows/publish-guides.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { openStore, type Store } from "#db/store.server.ts";
import { fillWorld } from "../world/world.ts";

type World = { folder: string; database: string; store: Store; at(name: string): string };

const template = mkdtempSync(join(tmpdir(), "leeroogst-backup-"));

/** The invented world with guides as the product publishes them, made once and copied for each test. */
beforeAll(async () => {
  const store = openStore(join(template, "world.sqlite"));
  await publishShipped(store.as(operator), join(installationRoot(), "interview-guides"));
  await fillWorld(store);
  store.close();
}, 60_000);

afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A copy of the world, open on a file of its own until the test ends. */
function world(): World {
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-backup-"));
  const at = (name: string) => join(folder, name);
  copyFileSync(join(template, "world.sqlite"), at("live.sqlite"));
  const store = openStore(at("live.sqlite"));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, database: at("live.sqlite"), store, at };
}

async function run(command: Command, ...args: Array<string>) {
  const out: Array<string> = [];
  const err: Array<string> = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  return { code: await command(args, io), out, err };
}

/** Every row of every table, to compare what went in with what came out. */
function contentOf(path: string): string {
  const handle = new Sqlite(path, { readonly: true });
  const tables = handle
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'audit' ORDER BY name",
    )
    .all();
  const content = tables.map(({ name }) => [name, handle.prepare(`SELECT * FROM "${name}"`).raw().all()]);
  handle.close();
  return JSON.stringify(content, (_key, value) => (Buffer.isBuffer(value) ? value.toString("hex") : value));
}

test("a backup locked with a key holds everything, opens only with its other half, and every check passes", async () => {
  const { database, at, folder } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  const recipient = out[0] ?? "";
  expect(statSync(at("key.txt")).mode & 0o777).toBe(0o600);
  const made = await run(backupCommand, "--database", database, "--out", at("one.age"), "--recipient", recipient);
  expect(made).toEqual({ code: 0, out: [String(statSync(at("one.age")).size)], err: [] });
  expect(statSync(at("one.age")).mode & 0o777).toBe(0o600);
  const restored = at("new/back.sqlite");
  const done = await run(restoreCommand, at("one.age"), "--key-file", at("key.txt"), "--database", restored);
  expect(done).toEqual({ code: 0, out: [restored], err: [] });
  expect(contentOf(restored)).toBe(contentOf(database));
  const verified = await run(verifyCommand, "--database", restored);
  expect(verified.err).toEqual([]);
  expect(verified.code).toBe(0);
  for (const line of verified.out) expect(JSON.parse(line).looked).toBeGreaterThan(0);
  expect(readdirSync(folder).filter((name) => /snapshot|tmp|restoring/.test(name))).toEqual([]);
});

test("a backup locked with a passphrase opens with it and with nothing else", async () => {
  const { database, at } = world();
  writeFileSync(at("right.txt"), "een lange zin die niemand raadt\n");
  writeFileSync(at("wrong.txt"), "een andere zin, ook lang genoeg\n");
  const lock = ["--passphrase-file", at("right.txt")];
  expect((await run(backupCommand, "--database", database, "--out", at("two.age"), ...lock)).code).toBe(0);
  const wrong = await run(
    restoreCommand,
    at("two.age"),
    "--passphrase-file",
    at("wrong.txt"),
    "--database",
    at("no.sqlite"),
  );
  expect(wrong.code).toBe(1);
  expect(wrong.err[0]).toContain("cannot be opened");
  expect(existsSync(at("no.sqlite"))).toBe(false);
  expect((await run(restoreCommand, at("two.age"), ...lock, "--database", at("yes.sqlite"))).code).toBe(0);
}, 60_000);

test("no word can be read in a backup", async () => {
  const { database, at, store } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  await run(backupCommand, "--database", database, "--out", at("one.age"), "--recipient", out[0] ?? "");
  const said = store.connections.handle
    .prepare<[], { text: string }>("SELECT text_value AS text FROM answer WHERE text_value <> '' LIMIT 1")
    .get();
  expect(readFileSync(database).includes(Buffer.from(said?.text.slice(0, 20) ?? ""))).toBe(true);
  expect(readFileSync(at("one.age")).includes(Buffer.from(said?.text.slice(0, 20) ?? ""))).toBe(false);
});

test("a cut file, a flipped bit at any place and an empty file are refused and leave nothing behind", async () => {
  const { database, at, folder } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  await run(backupCommand, "--database", database, "--out", at("one.age"), "--recipient", out[0] ?? "");
  const whole = readFileSync(at("one.age"));
  const places = [0, 30, 120, 250, Math.floor(whole.length / 2), whole.length - 1];
  const damaged = [
    ...places.map((place) => {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes;
    }),
    ...[0, 100, 65_536 + 300, whole.length - 1].map((length) => whole.subarray(0, length)),
    Buffer.concat([whole, Buffer.from("x")]),
  ];
  for (const [index, bytes] of damaged.entries()) {
    writeFileSync(at("bad.age"), bytes);
    const { code, err } = await run(
      restoreCommand,
      at("bad.age"),
      "--key-file",
      at("key.txt"),
      "--database",
      at("bad.sqlite"),
    );
    expect(code, `damage ${index}`).toBe(1);
    expect(err[0]).toContain("cannot be opened");
    expect(readdirSync(folder).filter((name) => name.startsWith("bad.sqlite"))).toEqual([]);
  }
});

test("a database is never overwritten, nor joined by the remains of another", async () => {
  const { database, at } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  await run(backupCommand, "--database", database, "--out", at("one.age"), "--recipient", out[0] ?? "");
  const again = await run(restoreCommand, at("one.age"), "--key-file", at("key.txt"), "--database", database);
  expect(again.err[0]).toContain("already is a database");
  writeFileSync(at("old.sqlite-wal"), "");
  const beside = await run(restoreCommand, at("one.age"), "--key-file", at("key.txt"), "--database", at("old.sqlite"));
  expect(beside.code).toBe(1);
  const second = await run(backupCommand, "--new-key", at("key.txt"));
  expect(second.err[0]).toContain("never overwritten");
});

test("an older backup put back beside the list of erased interviews holds none of them, and says so", async () => {
  const { database, at, store } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  const lock = ["--recipient", out[0] ?? ""];
  await run(backupCommand, "--database", database, "--out", at("older.age"), ...lock);
  const verbs = store.as(operator);
  const said = store.connections.handle
    .prepare<[], { id: string; text: string }>(
      `SELECT interview_id AS id, text_value AS text FROM answer JOIN interview ON interview.id = interview_id
       WHERE interview.state = 'completed' AND length(text_value) > 80 GROUP BY text_value HAVING count(*) = 1 LIMIT 1`,
    )
    .get();
  const interviewId = said?.id ?? "";
  const words = Buffer.from(said?.text.slice(20, 80) ?? "nothing was said");
  await verbs.interviews.withdraw({ interviewId });
  await eraseWaiting(store);
  const restored = at("restored.sqlite");
  copyFileSync(`${database}.erased`, `${restored}.erased`);
  const done = await run(restoreCommand, at("older.age"), "--key-file", at("key.txt"), "--database", restored);
  expect(done.code).toBe(0);
  expect(done.out).toEqual([restored]);
  expect(done.err).toEqual([`${restored}.erased: kept; of its interviews this backup still held 1, now erased again`]);
  for (const name of readdirSync(at("")).filter((one) => one.startsWith("restored.sqlite")))
    expect(readFileSync(at(name)).includes(words), name).toBe(false);
  await run(restoreCommand, at("older.age"), "--key-file", at("key.txt"), "--database", at("without.sqlite"));
  expect(readFileSync(at("without.sqlite")).includes(words)).toBe(true);
  expect((await run(verifyCommand, "--database", restored)).code).toBe(0);
});

test("what was acknowledged before the backup began is in it, while others go on writing", async () => {
  const { database, at, store } = world();
  const { out } = await run(backupCommand, "--new-key", at("key.txt"));
  const verbs = store.as(operator);
  let last = -1;
  let going = true;
  const writing = (async () => {
    for (let count = 0; going; count += 1) {
      await verbs.settings.change({ earlyWeeks: count % 53 });
      last = count;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  while (last < 20) await new Promise((resolve) => setImmediate(resolve));
  const { sequence } = await verbs.auditLog.head();
  const made = await run(backupCommand, "--database", database, "--out", at("busy.age"), "--recipient", out[0] ?? "");
  going = false;
  await writing;
  expect(made.code).toBe(0);
  await run(restoreCommand, at("busy.age"), "--key-file", at("key.txt"), "--database", at("busy.sqlite"));
  const handle = new Sqlite(at("busy.sqlite"), { readonly: true });
  const kept = handle.prepare<[], { n: number }>("SELECT max(sequence) AS n FROM audit").get();
  handle.close();
  expect(kept?.n).toBeGreaterThanOrEqual(sequence);
  expect((await run(verifyCommand, "--database", at("busy.sqlite"))).code).toBe(0);
});

/** Damage of one kind, done past every guard, and the check that has to find it. */
const damages: Array<[string, string, string]> = [
  ["passage-quotes", "UPDATE passage SET quote = 'iets anders' WHERE rowid = 1", ""],
  ["current-answers", "UPDATE answer SET note = 'iets anders' WHERE row_id = 1", "DROP TRIGGER answer_fts_update"],
  [
    "search-index",
    "UPDATE answer SET text_value = text_value || ' x' WHERE row_id = 3",
    "DROP TRIGGER answer_fts_update",
  ],
  [
    "published-digests",
    "UPDATE guide_version SET body = json_set(body, '$.estimatedMinutes', 1)",
    "DROP TRIGGER guide_version_fixed",
  ],
  ["references", "UPDATE coding SET passage_id = 'nowhere' WHERE rowid = 1", "PRAGMA foreign_keys = OFF"],
  ["audit-log", "UPDATE audit SET person_id = 'x' WHERE sequence = 9", "DROP TRIGGER audit_fixed"],
];

test.each(damages)("verify finds damage of the kind %s", async (check, damage, before) => {
  const { database } = world();
  const handle = new Sqlite(database);
  if (before) handle.exec(before);
  handle.exec(damage);
  handle.close();
  const { code, out, err } = await run(verifyCommand, "--database", database);
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line)).find((result) => result.check === check).wrong).toBeGreaterThan(0);
  expect(err.some((line) => line.startsWith(`${check}:`))).toBe(true);
});

test("verify says of a file that is cut or no database that SQLite cannot read it", async () => {
  const { database, at, store } = world();
  store.connections.handle.pragma("wal_checkpoint(TRUNCATE)");
  writeFileSync(at("text.sqlite"), "dit is geen database ".repeat(100));
  expect((await run(verifyCommand, "--database", at("text.sqlite"))).err[0]).toContain("SQLITE_NOTADB");
  writeFileSync(at("cut.sqlite"), readFileSync(database));
  truncateSync(at("cut.sqlite"), Math.floor(statSync(database).size / 2));
  expect((await run(verifyCommand, "--database", at("cut.sqlite"))).code).toBe(1);
});

test("wrong usage gives 2 and says what to write", async () => {
  const { at } = world();
  writeFileSync(at("short.txt"), "te kort\n");
  const cases: Array<[Command, Array<string>, string]> = [
    [backupCommand, [], "--out is missing"],
    [backupCommand, ["--out", at("x")], "--recipient and --passphrase-file"],
    [backupCommand, ["--out", at("x"), "--recipient", "age1nonsense"], "not a public key"],
    [backupCommand, ["--out", at("x"), "--passphrase-file", at("short.txt")], "at least 15 characters"],
    [backupCommand, ["--new-key", at("k"), "--out", at("x")], "goes alone"],
    [restoreCommand, [], "one FILE"],
    [restoreCommand, [at("x")], "--key-file and --passphrase-file"],
    [restoreCommand, [at("x"), "--key-file", at("short.txt")], "secret key"],
    [verifyCommand, ["file.sqlite"], "--database"],
  ];
  for (const [command, args, words] of cases) {
    const { code, out, err } = await run(command, ...args);
    expect(code, args.join(" ")).toBe(2);
    expect(out).toEqual([]);
    expect(err[0]).toContain(words);
  }
});
