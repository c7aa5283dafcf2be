/** The process itself: what a first start prints, that a signal stops it cleanly, and what it says when it cannot start. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { installationRoot, migrateDatabase } from "#db/open.server.ts";

const secret = "a secret that only this test has, never another";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-process-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the server from source and collects what it writes. */
function start(settings: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ["scripts/dev.mjs"], {
    cwd: installationRoot(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
  });
  let written = "";
  child.stdout?.on("data", (chunk) => (written += chunk));
  child.stderr?.on("data", (chunk) => (written += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  async function says(pattern: RegExp): Promise<string> {
    for (let wait = 0; wait < 1000; wait += 1) {
      const found = pattern.exec(written);
      if (found) return found[1] ?? found[0];
      if (child.exitCode !== null && wait > 5) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server did not say ${pattern}: ${written}`);
  }
  return { child, ended, says };
}

test("the first start makes the database and prints a link that opens; a signal stops it, with nothing left behind", async () => {
  const folder = temporaryFolder();
  const database = join(folder, "new", "leeroogst.sqlite");
  const settings = { LEEROOGST_SECRET: secret, LEEROOGST_DATABASE: database, LEEROOGST_PORT: "0" };
  const first = start(settings);
  const link = await first.says(/(http:\/\/localhost:\d+\/welcome\/[\w-]{43})/);
  await first.says(/Leeroogst serves/);
  expect(statSync(database).mode & 0o077).toBe(0);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(() => statSync(`${database}-wal`)).toThrow("ENOENT");

  const second = start(settings);
  const newer = await second.says(/(http:\/\/localhost:\d+\/welcome\/[\w-]{43})/);
  expect(newer.split("/welcome/")[1]).not.toBe(link.split("/welcome/")[1]);
  await second.says(/Leeroogst serves/);
  second.child.kill("SIGINT");
  expect(await second.ended).toBe(0);
}, 180_000);

test("wrong settings and a taken address are said in plain lines, without a stack", async () => {
  const wrong = start({ LEEROOGST_SECRET: secret, LEEROOGST_HOST: "0.0.0.0" });
  expect(await wrong.ended).toBe(2);
  expect(await wrong.says(/LEEROOGST_HOST: plain http[^\n]*\n$/)).not.toContain(" at ");

  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    taken.close();
  });
  const database = join(temporaryFolder(), "leeroogst.sqlite");
  const port = String((taken.address() as AddressInfo).port);
  const late = start({ LEEROOGST_SECRET: secret, LEEROOGST_DATABASE: database, LEEROOGST_PORT: port });
  expect(await late.ended).toBe(1);
  expect(await late.says(/The address is not free[^\n]*\n$/)).toContain("EADDRINUSE");

  const folder = start({ LEEROOGST_SECRET: secret, LEEROOGST_DATABASE: temporaryFolder() });
  expect(await folder.ended).toBe(1);
  expect(await folder.says(/The database cannot be opened[^\n]*\n$/)).toContain("SQLITE_CANTOPEN");
}, 180_000);

test("a server does not serve a database of a newer program, says so, and changes no byte of it", async () => {
  const database = join(temporaryFolder(), "leeroogst.sqlite");
  migrateDatabase(database);
  const handle = new Sqlite(database);
  handle.exec(`INSERT INTO migration VALUES ('${"f".repeat(64)}', '2036-01-01T00:00:00.000Z')`);
  handle.close();
  const bytes = readFileSync(database);
  const older = start({ LEEROOGST_SECRET: secret, LEEROOGST_DATABASE: database, LEEROOGST_PORT: "0" });
  expect(await older.ended).toBe(1);
  expect(await older.says(/This database belongs to a newer version of Leeroogst\.\n$/)).not.toContain(" at ");
  expect(readFileSync(database).equals(bytes)).toBe(true);
}, 180_000);
