/** Erasure: the only code that deletes what somebody said. A trigger refuses every other attempt unless this opens the gate. */
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "./open.server.ts";
import {
  answer,
  answerRevision,
  clearedWarning,
  coding,
  codingAct,
  consent,
  importedLine,
  operation,
  passage,
} from "./schema/index.ts";

/**
 * Deletes every answer, revision, consent record, passage and coding of an interview, but for the operation `keepOpId` and the consent
 * record that it made. Runs inside the caller's transaction; `secure_delete` overwrites the bytes, and the full-text index is made anew.
 */
export async function eraseInterviewContent(db: Db, interviewId: string, keepOpId: string): Promise<void> {
  await db.run(sql`INSERT INTO erasure_gate (id) VALUES (1)`);
  const passages = db.select({ id: passage.id }).from(passage).where(eq(passage.interviewId, interviewId));
  await db.delete(coding).where(inArray(coding.passageId, passages));
  await db.delete(passage).where(eq(passage.interviewId, interviewId));
  await db.delete(clearedWarning).where(eq(clearedWarning.interviewId, interviewId));
  await db.delete(codingAct).where(eq(codingAct.interviewId, interviewId));
  await db.delete(importedLine).where(eq(importedLine.interviewId, interviewId));
  const { changes } = await db.delete(answer).where(eq(answer.interviewId, interviewId));
  await db.delete(answerRevision).where(eq(answerRevision.interviewId, interviewId));
  await db.delete(consent).where(and(eq(consent.interviewId, interviewId), ne(consent.opId, keepOpId)));
  await db.delete(operation).where(and(eq(operation.interviewId, interviewId), ne(operation.opId, keepOpId)));
  await db.run(sql`DELETE FROM erasure_gate`);
  if (changes > 0) await rebuildIndex(db);
}

/**
 * Makes the full-text index anew from the texts that are left. An answer that goes or changes is only struck out in the index, and its
 * words stay in the file until parts of the index are merged: saving stays fast, and no erased word may wait for that.
 */
async function rebuildIndex(db: Db): Promise<void> {
  await db.run(sql`INSERT INTO answer_fts(answer_fts) VALUES ('rebuild')`);
}
