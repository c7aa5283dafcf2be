/** What has to be true of a database after a crash, read from the file alone. */
import Sqlite from "better-sqlite3";
import { verifyDatabase } from "#db/verification.server.ts";
import type { Sent } from "./world.ts";

type Row = { sequence: number; value: string | null };

/** Acknowledged saves that are not there, or not as their receipt says. Empty when nothing was lost. */
export function lostSaves(database: string, sent: ReadonlyArray<Sent>): Array<Sent> {
  const handle = new Sqlite(database, { readonly: true });
  try {
    const find = handle.prepare<[string], Row>(
      `SELECT operation.sequence, revision.value FROM operation
       JOIN answer_revision AS revision ON revision.op_id = operation.op_id WHERE operation.op_id = ?`,
    );
    return sent.filter((one) => {
      if (one.sequence === null) return false;
      const row = find.get(one.opId);
      return row?.sequence !== one.sequence || row.value !== JSON.stringify(one.value);
    });
  } finally {
    handle.close();
  }
}

/** How many of these saves are in the file although their client never heard so. */
export function unheardCommits(database: string, sent: ReadonlyArray<Sent>): number {
  const handle = new Sqlite(database, { readonly: true });
  try {
    const find = handle.prepare("SELECT 1 FROM operation WHERE op_id = ?");
    return sent.filter((one) => one.sequence === null && find.get(one.opId) !== undefined).length;
  } finally {
    handle.close();
  }
}

/** How many operations and how many audit lines of saves there are; they grow alike. */
export function logLengths(database: string): { operations: number; lines: number } {
  const handle = new Sqlite(database, { readonly: true });
  try {
    return handle
      .prepare<[], { operations: number; lines: number }>(
        `SELECT (SELECT count(*) FROM operation) AS operations,
                (SELECT count(*) FROM audit WHERE action = 'answer.save' AND outcome = 'done') AS lines`,
      )
      .get() as { operations: number; lines: number };
  } finally {
    handle.close();
  }
}

/** Whether SQLite finds its own structure whole; quick, without indexes. */
export function isWhole(database: string): boolean {
  const handle = new Sqlite(database, { readonly: true });
  try {
    return handle.pragma("quick_check", { simple: true }) === "ok";
  } finally {
    handle.close();
  }
}

/** Names of the thorough checks that find something wrong: structure, references, search index, digests, answers, quotes. */
export function brokenChecks(database: string): Array<string> {
  return verifyDatabase(database)
    .filter(({ wrong }) => wrong > 0)
    .map(({ check, wrong }) => `${check} (${wrong})`);
}
