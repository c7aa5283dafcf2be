/** How the installation is doing: whether a write reaches the disk, and what somebody should look at before it no longer does. */
import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Verbs } from "#db/store.server.ts";
import type { Env } from "../env.server.ts";
import { newestBackupAge } from "./backup-folder.server.ts";

/** A write-ahead log beyond this is one that something keeps open (bytes); SQLite cuts it back to this size when it can. */
const largestWal = 64 * 2 ** 20;
/** Less free space than this leaves too little room for a backup's temporary copy and for a bad week (bytes). */
const leastFree = 512 * 2 ** 20;

/** With less than this the next long answer may not fit, though the few bytes of the probe still would (bytes). */
const leastToWork = 2 ** 20;

export type HealthWarning = "wal-large" | "disk-nearly-full" | "backup-late" | "no-backup";

export type Health = {
  status: "ok" | "failing";
  /** Size of the write-ahead log. */
  walBytes: number;
  /** What an ordinary user may still write on the disk of the database; null when the disk cannot be asked. */
  freeBytes: number | null;
  /** Null: there is none, or the server makes none. */
  newestBackupSeconds: number | null;
  warnings: Array<HealthWarning>;
};

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function freeAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** The state of the installation at a time. Never throws: a write that fails, and a disk without room for an answer, are the status `failing`. */
export async function healthOf(
  verbs: Pick<Verbs, "settings">,
  { database, backups }: Pick<Env, "database" | "backups">,
  now: Date,
): Promise<Health> {
  const written = await verbs.settings.probe().then(
    () => true,
    () => false,
  );
  const walBytes = sizeOf(`${database}-wal`);
  const freeBytes = freeAt(dirname(database));
  const newestBackupSeconds = backups ? newestBackupAge(backups.folder, now) : null;
  const warnings: Array<HealthWarning> = [];
  if (walBytes > largestWal) warnings.push("wal-large");
  if (freeBytes !== null && freeBytes < leastFree) warnings.push("disk-nearly-full");
  if (backups && newestBackupSeconds === null) warnings.push("no-backup");
  if (backups && newestBackupSeconds !== null && newestBackupSeconds > 2 * backups.hours * 3600)
    warnings.push("backup-late");
  const works = written && (freeBytes === null || freeBytes >= leastToWork);
  return { status: works ? "ok" : "failing", walBytes, freeBytes, newestBackupSeconds, warnings };
}
