/** Erasure: the only code that deletes what somebody said. A trigger refuses every other attempt unless this opens the gate. */
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { operator } from "#app/domain/actor.ts";
import type { Erased, ErasureReason } from "#app/domain/erasure.ts";
import { appendToLedger, listErased, readLedger } from "./erasure-ledger.server.ts";
import type { Connections, Db } from "./open.server.ts";
import * as schema from "./schema/index.ts";
import {
  answer,
  answerRevision,
  clearedWarning,
  coding,
  codingAct,
  consent,
  erasure,
  importedLine,
  interview,
  operation,
  passage,
} from "./schema/index.ts";

/** What stands in for the digest of an imported line whose words are erased: the line is known, and never comes back. */
export const erasedDigest = "";

/**
 * Deletes every answer, revision, consent record, passage, coding and free text of an interview, but for the operation `keepOpId` and the
 * consent record that it made. Runs at once inside the caller's transaction; `secure_delete` overwrites the bytes. Words that stay in the
 * full-text index until parts of it are merged go with `rebuildIndex`. Keys of imported lines stay, without a digest of their content.
 */
export function eraseInterviewContent(db: Db, interviewId: string, keepOpId = ""): void {
  db.run(sql`INSERT INTO erasure_gate (id) VALUES (1)`);
  const passages = db.select({ id: passage.id }).from(passage).where(eq(passage.interviewId, interviewId));
  db.delete(coding).where(inArray(coding.passageId, passages)).run();
  db.delete(passage).where(eq(passage.interviewId, interviewId)).run();
  db.delete(clearedWarning).where(eq(clearedWarning.interviewId, interviewId)).run();
  db.delete(codingAct).where(eq(codingAct.interviewId, interviewId)).run();
  db.update(importedLine).set({ digest: erasedDigest }).where(eq(importedLine.interviewId, interviewId)).run();
  db.delete(answer).where(eq(answer.interviewId, interviewId)).run();
  db.delete(answerRevision).where(eq(answerRevision.interviewId, interviewId)).run();
  db.delete(consent)
    .where(and(eq(consent.interviewId, interviewId), ne(consent.opId, keepOpId)))
    .run();
  db.delete(operation)
    .where(and(eq(operation.interviewId, interviewId), ne(operation.opId, keepOpId)))
    .run();
  db.update(interview).set({ reason: null }).where(eq(interview.id, interviewId)).run();
  db.run(sql`DELETE FROM erasure_gate`);
}

/**
 * Makes the full-text index anew from the texts that are left. An answer that goes or changes is only struck out in the index, and its
 * words stay in the file until parts of the index are merged: saving stays fast, and no erased word may wait for that.
 */
export function rebuildIndex(db: Db): void {
  db.run(sql`INSERT INTO answer_fts(answer_fts) VALUES ('rebuild')`);
}

/** Notes that the last traces of an interview have to go; once noted it stays noted. Whoever calls this says so to `erased` of its context too. */
export function noteErasure(
  db: Db,
  row: { interviewId: string; regionId: string; reason: ErasureReason; askedBy: string; askedAt: string },
): void {
  db.insert(erasure)
    .values({ ...row, failures: 0, failedAt: null, failure: null, doneAt: null })
    .onConflictDoNothing()
    .run();
}

/**
 * Takes care that nothing of these interviews is left in the files, nor comes back with an older database: they are put on the list
 * beside the database first, then the full-text index is made anew and the write-ahead log emptied. Resolves to false when somebody else
 * still reads the database, so that the log could not be emptied; then it has to be tried again.
 */
export async function wipeErased(
  connections: Connections,
  database: string,
  erased: ReadonlyArray<Erased>,
): Promise<boolean> {
  appendToLedger(database, erased);
  const inIndex = erased.some(({ reason }) => reason === "withdrawn");
  if (inIndex) await connections.write(async (db) => rebuildIndex(db));
  return connections.checkpoint();
}

/** Puts on the list beside the database what waits for its erasure and is not on it, as after a crash between the two. */
export function listWaiting({ handle }: Pick<Connections, "handle">, database: string): void {
  const db = drizzle(handle, { schema });
  const waiting = db
    .select({ interviewId: erasure.interviewId, reason: erasure.reason, at: erasure.askedAt })
    .from(erasure)
    .where(isNull(erasure.doneAt))
    .all();
  listErased(database, waiting);
}

/** Interviews on the list that this database still holds something of, as one does that was made before they were erased. */
function cameBack(db: Db, listed: ReadonlyArray<Erased>): Array<Erased> {
  const ids = JSON.stringify(listed.map(({ interviewId }) => interviewId));
  const kept = sql`(SELECT count(*) FROM ${operation} WHERE ${operation.interviewId} = ${interview.id})`;
  const rows = db
    .select({ id: interview.id })
    .from(interview)
    .where(
      and(
        sql`${interview.id} IN (SELECT value FROM json_each(${ids}))`,
        sql`(${interview.state} NOT IN ('withdrawn', 'refused') OR ${kept} > (${interview.state} = 'refused'))`,
      ),
    )
    .all();
  const back = new Set(rows.map(({ id }) => id));
  return listed.filter(({ interviewId }) => back.has(interviewId));
}

/**
 * Erases anew what the list beside the database says is erased, before anybody reads: an older database that was put back still holds it.
 * Returns how many interviews that were; `wipeErased` still has to be done for them, and they are noted as waiting for it.
 * Throws Problem `erasure-list-broken` when the list cannot be read.
 */
export function reapplyErasures({ handle }: Pick<Connections, "handle">, database: string): number {
  const listed = readLedger(database);
  if (listed.length === 0) return 0;
  const db = drizzle(handle, { schema });
  const back = cameBack(db, listed);
  if (back.length === 0) return 0;
  handle
    .transaction(() => {
      for (const { interviewId, reason, at } of back) {
        eraseInterviewContent(db, interviewId);
        const [row] = db
          .update(interview)
          .set({ state: reason })
          .where(eq(interview.id, interviewId))
          .returning({ regionId: interview.regionId })
          .all();
        const regionId = row?.regionId ?? "";
        noteErasure(db, { interviewId, regionId, reason, askedBy: operator.personId, askedAt: at });
        db.update(erasure).set({ doneAt: null }).where(eq(erasure.interviewId, interviewId)).run();
      }
      rebuildIndex(db);
    })
    .immediate();
  handle.pragma("wal_checkpoint(TRUNCATE)");
  return back.length;
}
