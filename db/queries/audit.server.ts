/** Verbs on the audit log itself: reading it, checking its chain, and letting old lines go. */
import type { KeyObject } from "node:crypto";
import { and, asc, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor, Right } from "#app/domain/actor.ts";
import { type AuditFindings, type AuditHead, auditHead, pruneAudit, verifyAudit } from "../audit.server.ts";
import type { Db } from "../open.server.ts";
import { audit, interview, region, user, youth } from "../schema/index.ts";
import { anywhere, read, withinReach, write } from "../verb.server.ts";

export type AuditOutcome = (typeof audit.$inferSelect)["outcome"];

/** What to list: lines of a person, with an outcome, from one day up to and including another (UTC times, `to` exclusive), before a line. */
export type AuditQuery = { personId?: string; outcome?: AuditOutcome; from?: string; to?: string; before?: number };

/** A line with the names that belong to its ids; null for a person or a region that is not there any more, or none. */
export type AuditLineView = {
  sequence: number;
  /** UTC, ISO 8601. */
  at: string;
  personId: string;
  person: string | null;
  role: string;
  action: string;
  region: string | null;
  /** How many youths, interviews, answers or people it is about. */
  subjects: number;
  outcome: AuditOutcome;
  reason: string | null;
};

/** Something that somebody did themselves; `about`: the labels of the young people it touched that they may still see. */
export type OwnAct = { sequence: number; at: string; action: string; outcome: AuditOutcome; about: Array<string> };

/** Lines on one page, newest first. */
const pageSize = 50;

/** The label of the youth behind each of these ids, of a youth or an interview, as far as the actor may see that youth now. */
async function labelsOf(db: Db, actor: Actor, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const given = sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;
  const reach = (right: Right) => withinReach(actor, right)(youth.regionId, youth.id) ?? sql`1`;
  const visible = or(reach("interview.read"), reach("answer.code"));
  const youths = await db
    .select({ id: youth.id, label: youth.label })
    .from(youth)
    .where(and(sql`${youth.id} IN ${given}`, visible));
  const told = await db
    .select({ id: interview.id, label: youth.label })
    .from(interview)
    .innerJoin(youth, eq(youth.id, interview.youthId))
    .where(and(sql`${interview.id} IN ${given}`, visible));
  return new Map([...youths, ...told].map(({ id, label }) => [id, label]));
}

export const auditLog = {
  /** A page of lines, newest first; `next` is the line to go on before, null at the end. It never holds content, only that something happened. */
  list: read<AuditQuery, { lines: Array<AuditLineView>; next: number | null }>({
    action: "audit.list",
    right: "audit.read",
    target: anywhere,
    async run(db, { personId, outcome, from, to, before }) {
      const conditions: Array<SQL | undefined> = [
        personId === undefined ? undefined : eq(audit.personId, personId),
        outcome === undefined ? undefined : eq(audit.outcome, outcome),
        from === undefined ? undefined : gte(audit.at, from),
        to === undefined ? undefined : lt(audit.at, to),
        before === undefined ? undefined : lt(audit.sequence, before),
      ];
      const rows = await db
        .select({
          sequence: audit.sequence,
          at: audit.at,
          personId: audit.personId,
          person: user.name,
          role: audit.role,
          action: audit.action,
          region: region.name,
          subjects: audit.subjects,
          outcome: audit.outcome,
          reason: audit.reason,
        })
        .from(audit)
        .leftJoin(user, eq(user.id, audit.personId))
        .leftJoin(region, eq(region.id, audit.regionId))
        .where(and(...conditions))
        .orderBy(desc(audit.sequence))
        .limit(pageSize + 1);
      const lines = rows.slice(0, pageSize).map((row) => ({ ...row, subjects: row.subjects.length }));
      return { lines, next: rows.length > pageSize ? (lines.at(-1)?.sequence ?? null) : null };
    },
  }),

  /**
   * A page of what the actor did with youths and interviews, newest first; `next` is the line to go on before, null at the end. Labels are
   * only those of youths that they may see today, as somebody who conducts, leads or codes.
   */
  own: read<{ before?: number }, { acts: Array<OwnAct>; next: number | null }>({
    action: "account.acts",
    right: "account.own",
    target: anywhere,
    async run(db, { before }, { actor }) {
      const rows = await db
        .select({
          sequence: audit.sequence,
          at: audit.at,
          action: audit.action,
          outcome: audit.outcome,
          subjects: audit.subjects,
        })
        .from(audit)
        .where(
          and(
            eq(audit.personId, actor.personId),
            sql`${audit.subjects} <> '[]'`,
            sql`${audit.action} NOT LIKE 'account.%' AND ${audit.action} NOT LIKE 'people.%'`,
            before === undefined ? undefined : lt(audit.sequence, before),
          ),
        )
        .orderBy(desc(audit.sequence))
        .limit(pageSize + 1);
      const page = rows.slice(0, pageSize);
      const labels = await labelsOf(db, actor, new Set(page.flatMap((row) => row.subjects)));
      const acts = page.map(({ subjects, ...row }) => ({
        ...row,
        about: [...new Set(subjects.flatMap((id) => labels.get(id) ?? []))],
      }));
      return { acts, next: rows.length > pageSize ? (acts.at(-1)?.sequence ?? null) : null };
    },
  }),

  /** The end of the chain, to be written down elsewhere. */
  head: read<void, AuditHead>({
    action: "audit.head",
    right: "audit.read",
    audited: false,
    target: anywhere,
    run: (db) => auditHead(db),
  }),

  /** Checks the whole chain; see `verifyAudit`. */
  verify: read<{ key: KeyObject | null; expected: AuditHead | null }, AuditFindings>({
    action: "audit.verify",
    right: "installation.manage",
    target: anywhere,
    run: (db, { key, expected }) => verifyAudit(db, key, expected),
  }),

  /** When the oldest line was written; null for an empty log. */
  oldest: read<void, string | null>({
    action: "audit.oldest",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    async run(db) {
      const [found] = await db.select({ at: audit.at }).from(audit).orderBy(asc(audit.sequence)).limit(1);
      return found?.at ?? null;
    },
  }),

  /** Removes lines older than `before` and leaves a signed anchor; see `pruneAudit`. */
  prune: write<{ before: string; key: KeyObject }, number>({
    action: "audit.prune",
    right: "installation.manage",
    target: anywhere,
    run: (db, { before, key }, { now }) => pruneAudit(db, before, key, now()),
  }),
};
