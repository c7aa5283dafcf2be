/** The state of an installation: what it measures, what it warns of, and that a failing disk is told and not thrown. */
import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { backupName } from "#app/workflows/backup-folder.server.ts";
import { healthOf } from "#app/workflows/health.server.ts";
import { testStore } from "../db/store.ts";

const now = new Date("2026-03-05T12:00:00Z");

test("an installation that works says how large its log is and how much room there is, and warns of nothing", async () => {
  const { path, operator } = await testStore();
  const health = await healthOf(operator, { database: path, backups: null }, now);
  expect(health).toEqual({
    status: "ok",
    walBytes: expect.any(Number),
    freeBytes: expect.any(Number),
    newestBackupSeconds: null,
    warnings: [],
  });
  expect(health.walBytes).toBeGreaterThan(0);
  expect(health.freeBytes).toBeGreaterThan(0);
});

test("it warns when there is no backup, when the newest is older than two rounds, and of a log that something keeps open", async () => {
  const { path, operator } = await testStore();
  const folder = join(dirname(path), "backups");
  const backups = { folder, lock: { recipient: "age1" }, hours: 24, keep: 14 };
  const asked = { database: path, backups };
  expect((await healthOf(operator, asked, now)).warnings).toEqual(["no-backup"]);
  mkdirSync(folder);
  const old = join(folder, backupName(new Date("2026-03-03T11:00:00Z")));
  writeFileSync(old, "");
  expect(await healthOf(operator, asked, now)).toMatchObject({
    newestBackupSeconds: 49 * 3600,
    warnings: ["backup-late"],
  });
  writeFileSync(join(folder, backupName(new Date("2026-03-05T11:00:00Z"))), "");
  const elsewhere = join(dirname(path), "other.sqlite");
  writeFileSync(`${elsewhere}-wal`, "");
  truncateSync(`${elsewhere}-wal`, 65 * 2 ** 20);
  expect(await healthOf(operator, { database: elsewhere, backups }, now)).toMatchObject({
    newestBackupSeconds: 3600,
    warnings: ["wal-large"],
  });
  rmSync(`${elsewhere}-wal`);
});

test("a write that does not reach the disk is told, not thrown", async () => {
  const { path, operator } = await testStore();
  const failing = {
    settings: {
      ...operator.settings,
      probe: async () => {
        throw new Problem("storage-full");
      },
    },
  };
  expect((await healthOf(failing, { database: path, backups: null }, now)).status).toBe("failing");
});
