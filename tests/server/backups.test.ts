/** Backups on schedule: their names, which are kept, when one is due, and what the settings refuse. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { readSettings } from "#app/env.server.ts";
import { backupName, listBackups, newestBackupAge } from "#app/workflows/backup-folder.server.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "leeroogst-backups-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("a backup is named after the moment it began, and found again by it; other files are left alone", () => {
  const path = folder();
  const at = new Date("2026-03-02T13:05:09.123Z");
  expect(backupName(at)).toBe("leeroogst-20260302T130509Z.sqlite.gz.age");
  for (const name of [
    backupName(at),
    backupName(new Date("2026-03-01T13:05:09Z")),
    "notes.txt",
    `${backupName(at)}.tmp`,
  ])
    writeFileSync(join(path, name), "");
  expect(listBackups(path).map((one) => one.at.toISOString())).toEqual([
    "2026-03-01T13:05:09.000Z",
    "2026-03-02T13:05:09.000Z",
  ]);
  expect(newestBackupAge(path, new Date("2026-03-02T14:05:09Z"))).toBe(3600);
  expect(newestBackupAge(join(path, "none"), new Date())).toBe(null);
  expect(readdirSync(path)).toContain("notes.txt");
});

test("a folder needs one lock, a lock needs a folder, and neither means no backups", () => {
  const secret = { LEEROOGST_SECRET: "thirty-two characters or many more" };
  const recipient = `age1${"q".repeat(58)}`;
  expect(readSettings(secret).backups).toBe(null);
  expect(
    readSettings({ ...secret, LEEROOGST_BACKUP_FOLDER: "/b", LEEROOGST_BACKUP_RECIPIENT: recipient }).backups,
  ).toEqual({
    folder: "/b",
    lock: { recipient },
    hours: 24,
    keep: 14,
  });
  const refused: Array<[Record<string, string>, string]> = [
    [{ LEEROOGST_BACKUP_FOLDER: "/b" }, "needs one lock"],
    [{ LEEROOGST_BACKUP_RECIPIENT: recipient }, "must name the folder"],
    [{ LEEROOGST_BACKUP_FOLDER: "/b", LEEROOGST_BACKUP_RECIPIENT: "age1" }, "public half"],
    [
      { LEEROOGST_BACKUP_FOLDER: "/b", LEEROOGST_BACKUP_RECIPIENT: recipient, LEEROOGST_BACKUP_PASSPHRASE_FILE: "/p" },
      "needs one lock",
    ],
  ];
  for (const [settings, words] of refused) {
    try {
      readSettings({ ...secret, ...settings });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.details.lines?.join()).toContain(words);
    }
  }
});
