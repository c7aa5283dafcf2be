/**
 * The list of erased interviews beside the database, `<database>.erased`: one line of JSON for each, ids and times only, and only ever
 * added to. No backup holds it, so that it still knows what has to stay gone when an older database is put back.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Erased, erasureReasons } from "#app/domain/erasure.ts";
import { Problem } from "#app/domain/problem.ts";

/** Path of the list that belongs to the database at this path. */
export function ledgerPath(database: string): string {
  return `${database}.erased`;
}

function parsed(line: string): Erased {
  try {
    const { interviewId, reason, at } = JSON.parse(line) as Partial<Erased>;
    const known = erasureReasons.find((one) => one === reason);
    if (typeof interviewId === "string" && typeof at === "string" && known) return { interviewId, reason: known, at };
  } catch {
    // Said below, without the line itself.
  }
  throw new Problem("erasure-list-broken");
}

/**
 * Every erasure on the list, oldest first; none where there is no list. An unfinished last line is left out: its erasure was never
 * reported as done. Throws Problem `erasure-list-broken` for a line that is no entry.
 */
export function readLedger(database: string): Array<Erased> {
  const path = ledgerPath(database);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.filter((line) => line !== "").map(parsed);
}

/** Adds erasures that are not on the list yet. What this returns from is on the disk. */
export function appendToLedger(database: string, erased: ReadonlyArray<Erased>): void {
  const keyOf = ({ interviewId, reason }: Erased) => `${interviewId} ${reason}`;
  const known = new Set(readLedger(database).map(keyOf));
  const fresh = erased.filter((one) => !known.has(keyOf(one)));
  if (fresh.length === 0) return;
  const path = ledgerPath(database);
  const isNew = !existsSync(path);
  const there = isNew ? Buffer.alloc(0) : readFileSync(path);
  const whole = there.lastIndexOf("\n") + 1;
  const file = openSync(path, "a", 0o600);
  try {
    if (whole < there.length) ftruncateSync(file, whole);
    const lines = fresh.map(({ interviewId, reason, at }) => `${JSON.stringify({ interviewId, reason, at })}\n`);
    writeSync(file, lines.join(""));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(dirname(path));
}

/**
 * The same for erasures that are committed, as soon as they are. What cannot be written is left: the database knows that it waits, and the
 * next run of the erasure or the next opening writes it.
 */
export function listErased(database: string, erased: ReadonlyArray<Erased>): void {
  if (erased.length === 0) return;
  try {
    appendToLedger(database, erased);
  } catch {
    // The run of the erasure meets the same, notes it and says so.
  }
}

/** A new file is only there after a power cut when its folder was written too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
