/** Keeps passages true to their text: moves or flags them in the transaction that changes an answer. */
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type PassageField, reanchor } from "#app/domain/passage.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import { answerRevision, coding, passage } from "../schema/index.ts";

export type PassageRow = typeof passage.$inferSelect;
export type CodingRow = typeof coding.$inferSelect;

export type TextChange = {
  interviewId: string;
  questionId: string;
  field: PassageField;
  oldText: string;
  newText: string;
  /** The revision that holds `newText`. */
  sequence: number;
};

const ofText = and(
  eq(passage.interviewId, sql.placeholder("interviewId")),
  eq(passage.questionId, sql.placeholder("questionId")),
  eq(passage.field, sql.placeholder("field")),
  ne(passage.sequence, sql.placeholder("sequence")),
);
const queriesOf = preparedOnce((db) => ({
  ofText: db.select().from(passage).where(ofText).orderBy(passage.id).prepare(),
  follow: db
    .update(passage)
    .set({ sequence: sql`${sql.placeholder("sequence")}` })
    .where(and(ofText, isNull(passage.flag)))
    .prepare(),
}));

/** The text of a field in one revision of an answer; empty when the revision is unknown or its value is no text. */
export async function revisionText(
  db: Db,
  interviewId: string,
  sequence: number,
  field: PassageField,
): Promise<string> {
  const [found] = await db
    .select({ value: answerRevision.value, note: answerRevision.note })
    .from(answerRevision)
    .where(and(eq(answerRevision.interviewId, interviewId), eq(answerRevision.sequence, sequence)));
  if (!found) return "";
  return field === "note" ? found.note : typeof found.value === "string" ? found.value : "";
}

/** Puts the codings of one passage on another and removes the first; a coding that is already there is dropped. */
export async function mergePassages(db: Db, fromId: string, intoId: string): Promise<void> {
  const codings = await db
    .select()
    .from(coding)
    .where(inArray(coding.passageId, [fromId, intoId]));
  const key = (row: CodingRow) => `${row.theme} ${row.code} ${row.coderId}`;
  const present = new Set(codings.filter((row) => row.passageId === intoId).map(key));
  for (const row of codings) {
    if (row.passageId !== fromId) continue;
    if (present.has(key(row))) await db.delete(coding).where(eq(coding.id, row.id));
    else await db.update(coding).set({ passageId: intoId }).where(eq(coding.id, row.id));
  }
  await db.delete(passage).where(eq(passage.id, fromId));
}

/**
 * Follows every passage of one text of an answer to its new revision. Call it for each field inside the transaction that changes the
 * answer, also when the text is the same. A passage whose exact text is still there in one place gets its new span; any other is
 * flagged, and keeps its quote and the revision it was made in. One that was flagged before stands again when its text came back.
 * Two passages that meet on the same span become one, with the codings of both.
 */
export async function reanchorPassages(db: Db, change: TextChange): Promise<void> {
  const { interviewId, questionId, field, oldText, newText, sequence } = change;
  const text = { interviewId, questionId, field, sequence };
  if (oldText === newText) {
    await queriesOf(db).follow.execute(text);
    return;
  }
  const rows = await queriesOf(db).ofText.execute(text);
  const taken = new Map<string, string>();
  for (const row of [...rows.filter((one) => one.flag === null), ...rows.filter((one) => one.flag !== null)]) {
    const from = row.flag === null ? oldText : await revisionText(db, interviewId, row.sequence, field);
    const place = reanchor(from, newText, row);
    if (typeof place === "string") {
      if (row.flag !== place) await db.update(passage).set({ flag: place }).where(eq(passage.id, row.id));
      continue;
    }
    const span = `${place.start} ${place.end}`;
    const other = taken.get(span);
    if (other !== undefined) {
      await mergePassages(db, row.id, other);
      continue;
    }
    taken.set(span, row.id);
    const quote = newText.slice(place.start, place.end);
    await db
      .update(passage)
      .set({ start: place.start, end: place.end, quote, sequence, flag: null })
      .where(eq(passage.id, row.id));
  }
}
