/** The journal of a coder's acts: what passages and codings of an answer were before and after, so that each act can be undone and redone. */
import { and, asc, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import type { ActKind, ActOutcome, ActView, AnswerKey, CodingHistory } from "#app/domain/coding.ts";
import { reanchor } from "#app/domain/passage.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { answer, coding, codingAct, passage } from "../schema/index.ts";
import type { Context } from "../verb.server.ts";
import { type CodingRow, type PassageRow, revisionText } from "./passages.server.ts";
import { refuseOpenWarning } from "./warnings.server.ts";

type Entry<Row> = { id: string; before: Row | null; after: Row | null };
/** What an act did: every row that it touched, before and after. */
export type Change = { kind: ActKind; passages: Array<Entry<PassageRow>>; codings: Array<Entry<CodingRow>> };
type Snapshot = { passages: Map<string, PassageRow>; codings: Map<string, CodingRow> };

function ofAnswer({ interviewId, questionId }: AnswerKey) {
  return and(eq(passage.interviewId, interviewId), eq(passage.questionId, questionId));
}

/** Every passage of an answer and every coding on them, by id. */
async function snapshot(db: Db, key: AnswerKey): Promise<Snapshot> {
  const passages = await db.select().from(passage).where(ofAnswer(key));
  const ids = passages.map((row) => row.id);
  const codings = ids.length === 0 ? [] : await db.select().from(coding).where(inArray(coding.passageId, ids));
  return {
    passages: new Map(passages.map((row) => [row.id, row])),
    codings: new Map(codings.map((row) => [row.id, row])),
  };
}

function entries<Row extends { id: string }>(before: Map<string, Row>, after: Map<string, Row>): Array<Entry<Row>> {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter((entry) => JSON.stringify(entry.before) !== JSON.stringify(entry.after));
}

/** Removes passages of an answer on which no coding is left. */
async function sweep(db: Db, key: AnswerKey): Promise<void> {
  const onIt = db.select({ one: sql`1` }).from(coding).where(eq(coding.passageId, passage.id));
  await db.delete(passage).where(and(ofAnswer(key), notExists(onIt)));
}

/** Does `work` on one answer, removes passages that are left empty, and writes down what changed. */
export async function journalled<T>(
  db: Db,
  context: Context,
  key: AnswerKey,
  kind: ActKind,
  work: () => Promise<T>,
): Promise<T> {
  const before = await snapshot(db, key);
  const result = await work();
  await sweep(db, key);
  const after = await snapshot(db, key);
  await noteAct(db, context, key, {
    kind,
    passages: entries(before.passages, after.passages),
    codings: entries(before.codings, after.codings),
  });
  return result;
}

/** Writes down one act; one that changed nothing leaves no line. A new act ends what could be redone. */
export async function noteAct(db: Db, context: Context, key: AnswerKey, change: Change): Promise<void> {
  if (change.passages.length + change.codings.length === 0) return;
  const { personId } = context.actor;
  const regionId = context.target.regionId ?? "";
  const takenBack = and(eq(codingAct.personId, personId), eq(codingAct.regionId, regionId), eq(codingAct.undone, true));
  await db.delete(codingAct).where(takenBack);
  await db.insert(codingAct).values({
    id: context.newId(),
    regionId,
    personId,
    interviewId: key.interviewId,
    questionId: key.questionId,
    change,
    undone: false,
    at: context.now(),
  });
}

type Act = AnswerKey & { id: string; change: Change };

async function newestDone(db: Db, personId: string, regionId: string): Promise<Act | undefined> {
  const [found] = await db
    .select()
    .from(codingAct)
    .where(and(eq(codingAct.personId, personId), eq(codingAct.regionId, regionId), eq(codingAct.undone, false)))
    .orderBy(desc(codingAct.id))
    .limit(1);
  return found as Act | undefined;
}

/** The act to do again: of those taken back, the one that was done first. */
async function oldestUndone(db: Db, personId: string, regionId: string): Promise<Act | undefined> {
  const [found] = await db
    .select()
    .from(codingAct)
    .where(and(eq(codingAct.personId, personId), eq(codingAct.regionId, regionId), eq(codingAct.undone, true)))
    .orderBy(asc(codingAct.id))
    .limit(1);
  return found as Act | undefined;
}

function view(act: Act | undefined): ActView | null {
  return act ? { kind: act.change.kind, interviewId: act.interviewId, questionId: act.questionId } : null;
}

/** What undo and redo would do for this person in this region. */
export async function codingHistory(db: Db, personId: string, regionId: string): Promise<CodingHistory> {
  return {
    undo: view(await newestDone(db, personId, regionId)),
    redo: view(await oldestUndone(db, personId, regionId)),
  };
}

/** A passage as it would stand in the current text: followed from the revision it was noted in, or flagged. */
async function today(db: Db, key: AnswerKey, row: PassageRow): Promise<PassageRow> {
  const [current] = await db
    .select({ sequence: answer.sequence, textValue: answer.textValue, note: answer.note })
    .from(answer)
    .where(and(eq(answer.interviewId, key.interviewId), eq(answer.questionId, key.questionId)));
  if (!current) return { ...row, flag: "gone" };
  if (current.sequence === row.sequence) return row;
  const text = row.field === "note" ? current.note : current.textValue;
  const place = reanchor(await revisionText(db, key.interviewId, row.sequence, row.field), text, row);
  if (typeof place === "string") return { ...row, flag: place };
  return { ...row, ...place, quote: text.slice(place.start, place.end), sequence: current.sequence, flag: null };
}

const samePlace = (a: PassageRow, b: PassageRow) =>
  a.field === b.field && a.sequence === b.sequence && a.start === b.start && a.end === b.end;

/** Whether two rows say the same of the same coding, whatever passage holds it: that may have become one with another. */
function sameCoding(a: CodingRow, b: CodingRow): boolean {
  const said = ({ theme, code, codebookVersion, coderId, memo, forReport, facets }: CodingRow) =>
    JSON.stringify([theme, code, codebookVersion, coderId, memo, forReport, Object.entries(facets).sort()]);
  return said(a) === said(b);
}

type Plan = {
  insertPassages: Array<PassageRow>;
  updatePassages: Array<PassageRow>;
  deleteCodings: Array<string>;
  updateCodings: Array<CodingRow>;
  insertCodings: Array<CodingRow>;
};

/**
 * What has to be written to turn the present into `to`, or null when the present is no longer `from`: somebody else changed it.
 * A passage that has to come back where another one stands now hands its codings to that one.
 */
async function plan(db: Db, act: Act, direction: "undo" | "redo"): Promise<Plan | null> {
  const from = direction === "undo" ? "after" : "before";
  const to = direction === "undo" ? "before" : "after";
  const now = await snapshot(db, act);
  const result: Plan = {
    insertPassages: [],
    updatePassages: [],
    deleteCodings: [],
    updateCodings: [],
    insertCodings: [],
  };
  const instead = new Map<string, string>();
  for (const entry of act.change.passages) {
    const current = now.passages.get(entry.id);
    const wanted = entry[to] && (await today(db, act, entry[to]));
    const expected = entry[from] && (await today(db, act, entry[from]));
    if (!wanted) continue;
    const comparable = current && expected && current.flag === null && expected.flag === null;
    if (comparable && !samePlace(current, expected)) return null;
    const occupant = [...now.passages.values()].find((row) => row.id !== entry.id && samePlace(row, wanted));
    if (!current && occupant) instead.set(entry.id, occupant.id);
    else if (!current) result.insertPassages.push(wanted);
    else if (occupant) return null;
    else result.updatePassages.push(wanted);
  }
  for (const entry of act.change.codings) {
    const current = now.codings.get(entry.id);
    const [expected, wanted] = [entry[from], entry[to]];
    if (!expected !== !current || (expected && current && !sameCoding(expected, current))) return null;
    if (!wanted) {
      result.deleteCodings.push(entry.id);
      continue;
    }
    const kept = now.passages.has(wanted.passageId) || result.insertPassages.some((row) => row.id === wanted.passageId);
    const passageId = kept ? wanted.passageId : (instead.get(wanted.passageId) ?? current?.passageId);
    if (passageId === undefined) return null;
    (current ? result.updateCodings : result.insertCodings).push({ ...wanted, passageId });
  }
  return doubles(now, result) ? null : result;
}

/** Whether writing this plan would put the same code of the same coder on a passage twice. */
function doubles(now: Snapshot, planned: Plan): boolean {
  const written = new Map(now.codings);
  for (const id of planned.deleteCodings) written.delete(id);
  for (const row of [...planned.updateCodings, ...planned.insertCodings]) written.set(row.id, row);
  const keys = [...written.values()].map((row) => `${row.passageId} ${row.theme} ${row.code} ${row.coderId}`);
  return new Set(keys).size < keys.length;
}

async function carryOut(db: Db, key: AnswerKey, planned: Plan): Promise<void> {
  for (const row of planned.insertPassages) await db.insert(passage).values(row);
  for (const row of planned.updatePassages) await db.update(passage).set(row).where(eq(passage.id, row.id));
  for (const id of planned.deleteCodings) await db.delete(coding).where(eq(coding.id, id));
  for (const row of planned.updateCodings) await db.update(coding).set(row).where(eq(coding.id, row.id));
  for (const row of planned.insertCodings) await db.insert(coding).values(row);
  await sweep(db, key);
}

/**
 * The rule of coding, for a step of the journal: no code comes back on words that an open warning is about, and no passage moves onto them.
 * Throws Problem `warning-open` with the interview and the question that it is about.
 */
async function refuseOpenWarnings(db: Db, key: AnswerKey, planned: Plan): Promise<void> {
  const now = (await snapshot(db, key)).passages;
  const codedAnew = new Set(planned.insertCodings.map((row) => row.passageId));
  const places = [
    ...planned.insertPassages,
    ...planned.updatePassages.filter((row) => {
      const current = now.get(row.id);
      return !current || !samePlace(current, row);
    }),
    ...[...now.values()].filter((row) => codedAnew.has(row.id)),
  ];
  for (const row of places) {
    const text = await revisionText(db, key.interviewId, row.sequence, row.field);
    await refuseOpenWarning(db, key.interviewId, text, row, [key.interviewId, key.questionId]);
  }
}

/**
 * Takes back the newest act of this person in this region, or does the last one taken back again. When somebody else changed the same
 * rows since, nothing is touched and the act is passed over. Throws Problem `nothing-to-undo`, and `warning-open` when it would put a code on
 * words that nobody looked at; then the act stays where it is.
 */
export async function stepThroughJournal(
  db: Db,
  personId: string,
  regionId: string,
  direction: "undo" | "redo",
): Promise<ActOutcome> {
  const act = await (direction === "undo" ? newestDone : oldestUndone)(db, personId, regionId);
  if (!act) throw new Problem("nothing-to-undo");
  const planned = await plan(db, act, direction);
  if (planned) {
    await refuseOpenWarnings(db, act, planned);
    await carryOut(db, act, planned);
  }
  await db
    .update(codingAct)
    .set({ undone: direction === "undo" })
    .where(eq(codingAct.id, act.id));
  const { interviewId, questionId, change } = act;
  return { interviewId, questionId, kind: change.kind, applied: planned !== null };
}
