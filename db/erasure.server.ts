/** Erasure: the only code that deletes what somebody said. A trigger refuses every other attempt unless this opens the gate. */
import { and, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { operator } from "#app/domain/actor.ts";
import { type Erased, type ErasureReason, staysInReleases } from "#app/domain/erasure.ts";
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
  release,
  releaseInterview,
} from "./schema/index.ts";

/** What stands in for the digest of an imported line whose words are erased: the line is known, and never comes back. */
export const erasedDigest = "";

/** What of the consent stays when an interview is erased: nothing, the record that one operation made, or every record. */
export type KeptConsent = "none" | "all" | { opId: string };

/**
 * Deletes every answer, revision, consent record, passage, coding and free text of an interview, but for the consent that is to be `kept`,
 * with its operations. Runs at once inside the caller's transaction; `secure_delete` overwrites the bytes. Words that stay in the
 * full-text index until parts of it are merged go with `rebuildIndex`. Keys of imported lines stay, without a digest of their content.
 */
export function eraseInterviewContent(db: Db, interviewId: string, kept: KeptConsent = "none"): void {
  db.run(sql`INSERT INTO erasure_gate (id) VALUES (1)`);
  const passages = db.select({ id: passage.id }).from(passage).where(eq(passage.interviewId, interviewId));
  db.delete(coding).where(inArray(coding.passageId, passages)).run();
  db.delete(passage).where(eq(passage.interviewId, interviewId)).run();
  db.delete(clearedWarning).where(eq(clearedWarning.interviewId, interviewId)).run();
  db.delete(codingAct).where(eq(codingAct.interviewId, interviewId)).run();
  db.update(importedLine).set({ digest: erasedDigest }).where(eq(importedLine.interviewId, interviewId)).run();
  db.delete(answer).where(eq(answer.interviewId, interviewId)).run();
  db.delete(answerRevision).where(eq(answerRevision.interviewId, interviewId)).run();
  if (kept !== "all") deleteConsent(db, interviewId, kept === "none" ? "" : kept.opId);
  const others = kept === "all" ? ne(operation.kind, "consent") : ne(operation.opId, kept === "none" ? "" : kept.opId);
  db.delete(operation)
    .where(and(eq(operation.interviewId, interviewId), others))
    .run();
  db.update(interview).set({ reason: null }).where(eq(interview.id, interviewId)).run();
  db.run(sql`DELETE FROM erasure_gate`);
}

function deleteConsent(db: Db, interviewId: string, exceptOpId: string): void {
  db.delete(consent)
    .where(and(eq(consent.interviewId, interviewId), ne(consent.opId, exceptOpId)))
    .run();
}

/** Deletes the proof of consent of an interview whose words are gone already. Runs at once inside the caller's transaction. */
export function eraseConsentProof(db: Db, interviewId: string): void {
  db.run(sql`INSERT INTO erasure_gate (id) VALUES (1)`);
  deleteConsent(db, interviewId, "");
  db.delete(operation).where(eq(operation.interviewId, interviewId)).run();
  db.run(sql`DELETE FROM erasure_gate`);
}

/**
 * Takes away every released report that holds an interview: its text goes, and when that was stays on record (rule R6). Runs at once inside
 * the caller's transaction; `at` is a UTC time in ISO 8601.
 */
export function takeBackReleases(db: Db, interviewId: string, at: string): void {
  const holding = db
    .select({ id: releaseInterview.releaseId })
    .from(releaseInterview)
    .where(eq(releaseInterview.interviewId, interviewId));
  db.update(release)
    .set({ report: null, takenBackAt: at })
    .where(and(inArray(release.id, holding), isNull(release.takenBackAt)))
    .run();
}

/**
 * Makes the full-text index anew from the texts that are left. An answer that goes or changes is only struck out in the index, and its
 * words stay in the file until parts of the index are merged: saving stays fast, and no erased word may wait for that.
 */
export function rebuildIndex(db: Db): void {
  db.run(sql`INSERT INTO answer_fts(answer_fts) VALUES ('rebuild')`);
}

/** Notes that the last traces of an interview have to go; once noted it stays noted, and a withdrawal counts over the end of a term. Whoever calls this says so to `erased` of its context too. */
export function noteErasure(
  db: Db,
  row: { interviewId: string; regionId: string; reason: ErasureReason; askedBy: string; askedAt: string },
): void {
  db.insert(erasure)
    .values({ ...row, failures: 0, failedAt: null, failure: null, doneAt: null })
    .onConflictDoUpdate({
      target: erasure.interviewId,
      set: { reason: row.reason, askedBy: row.askedBy, askedAt: row.askedAt, doneAt: null },
      setWhere: and(eq(erasure.reason, "expired"), ne(erasure.reason, row.reason)),
    })
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
  const inIndex = erased.some(({ reason }) => reason !== "refused");
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

/** How many operations of an interview that was erased for this reason may be there; of `expired` ones those of the consent stay. */
function mayStay(
  reason: ErasureReason,
  { state, operations, answers }: { state: string; operations: number; answers: number },
) {
  if (state !== reason && !(state === "withdrawn" && reason === "expired")) return false;
  return reason === "expired" ? answers === 0 : operations <= (reason === "refused" ? 1 : 0);
}

/** Interviews on the list that this database still holds something of, as one does that was made before they were erased; each by its last line. */
function cameBack(db: Db, listed: ReadonlyArray<Erased>): Array<Erased> {
  const last = new Map(listed.map((line) => [line.interviewId, line]));
  const ids = JSON.stringify([...last.keys()]);
  const ofKind = (kind: SQL) =>
    sql<number>`(SELECT count(*) FROM ${operation} WHERE ${operation.interviewId} = ${interview.id} AND ${kind})`;
  const rows = db
    .select({
      id: interview.id,
      state: interview.state,
      operations: ofKind(sql`1`),
      answers: ofKind(sql`${operation.kind} = 'answer'`),
    })
    .from(interview)
    .where(sql`${interview.id} IN (SELECT value FROM json_each(${ids}))`)
    .all();
  return rows.flatMap((row) => {
    const line = last.get(row.id);
    return line === undefined || mayStay(line.reason, row) ? [] : [line];
  });
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
        eraseInterviewContent(db, interviewId, reason === "expired" ? "all" : "none");
        if (!staysInReleases(reason)) takeBackReleases(db, interviewId, at);
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
