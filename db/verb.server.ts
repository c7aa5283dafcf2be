/**
 * A verb of the store: what it does beside the right it needs, what it is about and what the audit line says.
 * There is no way to the data but through `perform`, which checks, runs and writes the audit line; so nobody can forget it.
 */
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Actor, mayAnywhere, mayIn, onlyAssigned, type Right, regionsFor, rolesFor } from "#app/domain/actor.ts";
import type { Erased } from "#app/domain/erasure.ts";
import { Problem } from "#app/domain/problem.ts";
import { appendAudit } from "./audit.server.ts";
import { listErased } from "./erasure-ledger.server.ts";
import type { Connections, Db } from "./open.server.ts";
import { preparedOnce } from "./prepared.server.ts";
import { assignment, interview, youth } from "./schema/index.ts";

/** What a verb is about: where it stands, whose youth it touches, and the ids for the audit line. Null: it does not exist. */
export type Target = { regionId: string | null; youthId?: string; subjects: Array<string> };

export type Clock = () => string;
export type Ids = () => string;
export type Sources = { now: Clock; newId: Ids; random: () => number };

export type Context = Sources & {
  actor: Actor;
  target: Target;
  /** A condition that keeps a list inside what the actor may reach: their regions, and for an interviewer the assigned youths. */
  within(regionColumn: SQLiteColumn, youthColumn?: SQLiteColumn): SQL | undefined;
  /** Has an interview put on the list of erased ones beside the database, as soon as this change is committed. */
  erased(entry: Erased): void;
};

export type Verb<Input, Output> = {
  action: string;
  kind: "read" | "write";
  right: Right;
  target(db: Db, input: Input): Promise<Target | null>;
  run(db: Db, input: Input, context: Context): Promise<Output>;
  /** Ids to add to the audit line once the outcome is known, e.g. those of a list. */
  subjects?(output: Output): Array<string>;
  /** False only for what holds no word about a family: guides, codebook, one's own account. */
  audited: boolean;
};

type Declaration<Input, Output> = Omit<Verb<Input, Output>, "kind" | "audited"> & { audited?: false };

/** Declares a verb that only reads. */
export function read<Input, Output>(declaration: Declaration<Input, Output>): Verb<Input, Output> {
  return { audited: true, ...declaration, kind: "read" };
}

/** Declares a verb that changes something, in one transaction with its audit line. */
export function write<Input, Output>(declaration: Declaration<Input, Output>): Verb<Input, Output> {
  return { audited: true, ...declaration, kind: "write" };
}

const queriesOf = preparedOnce((db) => ({
  interviewPlace: db
    .select({ regionId: interview.regionId, youthId: interview.youthId })
    .from(interview)
    .where(eq(interview.id, sql.placeholder("interviewId")))
    .prepare(),
  assigned: db
    .select({ youthId: assignment.youthId })
    .from(assignment)
    .where(
      and(eq(assignment.youthId, sql.placeholder("youthId")), eq(assignment.personId, sql.placeholder("personId"))),
    )
    .prepare(),
}));

/** Target of a verb that is not about one region: a list over what the actor may reach, or something national. */
export async function anywhere(): Promise<Target> {
  return { regionId: null, subjects: [] };
}

/** Target of a verb about a region. */
export async function regionTarget(db: Db, regionId: string): Promise<Target | null> {
  const found = await db.query.region.findFirst({ where: (table) => eq(table.id, regionId), columns: { id: true } });
  return found ? { regionId, subjects: [regionId] } : null;
}

/** Target of a verb about a youth. */
export async function youthTarget(db: Db, youthId: string): Promise<Target | null> {
  const [found] = await db.select({ regionId: youth.regionId }).from(youth).where(eq(youth.id, youthId));
  return found ? { regionId: found.regionId, youthId, subjects: [youthId] } : null;
}

/** Target of a verb about an interview. */
export async function interviewTarget(db: Db, interviewId: string): Promise<Target | null> {
  const [found] = await queriesOf(db).interviewPlace.execute({ interviewId });
  return found ? { ...found, subjects: [found.youthId, interviewId] } : null;
}

async function reaches(db: Db, actor: Actor, right: Right, target: Target): Promise<boolean> {
  if (target.regionId === null) return mayAnywhere(actor, right);
  if (!mayIn(actor, right, target.regionId)) return false;
  if (target.youthId === undefined || !onlyAssigned(actor, right, target.regionId)) return true;
  const [assigned] = await queriesOf(db).assigned.execute({ youthId: target.youthId, personId: actor.personId });
  return assigned !== undefined;
}

/** A condition that keeps rows inside what the actor reaches with a right; undefined where they reach everything. */
export function withinReach(actor: Actor, right: Right) {
  const regions = regionsFor(actor, right);
  return (regionColumn: SQLiteColumn, youthColumn?: SQLiteColumn): SQL | undefined => {
    if (regions === "all") return undefined;
    if (regions.length === 0) return sql`0`;
    const needToKnow = regions.filter((regionId) => onlyAssigned(actor, right, regionId));
    const whole = regions.filter((regionId) => !needToKnow.includes(regionId));
    if (needToKnow.length === 0 || !youthColumn) return inArray(regionColumn, regions);
    const own = and(
      inArray(regionColumn, needToKnow),
      sql`${youthColumn} IN (SELECT ${assignment.youthId} FROM ${assignment} WHERE ${assignment.personId} = ${actor.personId})`,
    );
    return whole.length === 0 ? own : or(inArray(regionColumn, whole), own);
  };
}

function roleName(actor: Actor, right: Right, regionId: string | null): string {
  if (actor.kind === "operator") return "operator";
  if (regionId !== null) return rolesFor(actor, right, regionId)[0] ?? actor.memberships[0]?.role ?? "none";
  return actor.memberships[0]?.role ?? "none";
}

/**
 * Runs a verb for an actor. Throws Problem `not-found` for what does not exist and for what the actor may not see: the two look the same.
 * The audit line of a change stands in its transaction; that of a read is committed before the data is returned. What a change erased is on
 * the list beside the database before the change is acknowledged, and never before it is committed: a change that was rolled back erases
 * nothing, and what a crash leaves between the two still waits in the database, from where the next opening lists it.
 */
export async function perform<Input, Output>(
  connections: Connections,
  sources: Sources,
  actor: Actor,
  requestId: string | null,
  verb: Verb<Input, Output>,
  input: Input,
): Promise<Output> {
  let target: Target | null = null;
  const erasures: Array<Erased> = [];

  async function line(
    db: Db,
    outcome: "done" | "denied" | "failed",
    subjects: Array<string>,
    reason: string | null,
  ): Promise<void> {
    const regionId = target?.regionId ?? null;
    await appendAudit(db, {
      at: sources.now(),
      personId: actor.personId,
      role: roleName(actor, verb.right, regionId),
      action: verb.action,
      regionId,
      subjects,
      outcome,
      reason,
      requestId,
    });
  }

  async function act(db: Db): Promise<Output> {
    target = await verb.target(db, input);
    if (target === null || !(await reaches(db, actor, verb.right, target))) throw new Problem("not-found");
    const within = withinReach(actor, verb.right);
    return verb.run(db, input, { ...sources, actor, target, within, erased: (entry) => erasures.push(entry) });
  }

  const subjectsOf = (output: Output) => [...(target?.subjects ?? []), ...(verb.subjects?.(output) ?? [])];

  try {
    if (verb.kind === "write") {
      const output = await connections.write(async (db) => {
        const output = await act(db);
        if (verb.audited) await line(db, "done", subjectsOf(output), null);
        return output;
      });
      listErased(connections.path, erasures);
      return output;
    }
    const output = await connections.read(act);
    if (verb.audited) await connections.write((db) => line(db, "done", subjectsOf(output), null));
    return output;
  } catch (error) {
    if (error instanceof Problem && verb.audited) {
      const outcome = error.code === "not-found" ? "denied" : "failed";
      await connections.write((db) => line(db, outcome, (target as Target | null)?.subjects ?? [], error.code));
    }
    throw storageProblem(error);
  }
}

/** SQLite's own failures in the words of the product: a full disk, a read-only or failing one. Anything else stays what it is. */
function storageProblem(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "SQLITE_FULL") return new Problem("storage-full", {}, { cause: error });
  if (
    code.startsWith("SQLITE_IOERR") ||
    code.startsWith("SQLITE_READONLY") ||
    code === "SQLITE_CANTOPEN" ||
    code.startsWith("SQLITE_BUSY")
  ) {
    return new Problem("storage-failed", {}, { cause: error });
  }
  return error;
}
