/**
 * The audit log as a chain: every line carries a hash over itself and the hash of the line before, so that a line which was changed,
 * removed or moved is found. Old lines leave from the front only, and a signed anchor then stands for them.
 */
import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { asc, count, desc, gt, gte, lt, lte, sql } from "drizzle-orm";
import type { Db } from "./open.server.ts";
import { preparedOnce } from "./prepared.server.ts";
import { audit, auditAnchor } from "./schema/index.ts";

export type AuditLine = Omit<typeof audit.$inferSelect, "sequence" | "hash">;

/** The end of the chain: the number of the newest line and its hash; number 0 and an empty hash for an empty log. */
export type AuditHead = { sequence: number; hash: string };

function hashOf(previous: string, sequence: number, line: AuditLine): string {
  const { at, personId, role, action, regionId, subjects, outcome, reason, requestId } = line;
  const fields = [sequence, at, personId, role, action, regionId, subjects, outcome, reason, requestId];
  return createHash("sha256").update(previous).update(JSON.stringify(fields)).digest("hex");
}

const { placeholder } = sql;
const queriesOf = preparedOnce((db) => ({
  newest: db
    .select({ sequence: audit.sequence, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.sequence))
    .limit(1)
    .prepare(),
  add: db
    .insert(audit)
    .values({
      sequence: placeholder("sequence"),
      at: placeholder("at"),
      personId: placeholder("personId"),
      role: placeholder("role"),
      action: placeholder("action"),
      regionId: placeholder("regionId"),
      subjects: placeholder("subjects"),
      outcome: placeholder("outcome"),
      reason: placeholder("reason"),
      requestId: placeholder("requestId"),
      hash: placeholder("hash"),
    })
    .prepare(),
}));

async function newestAnchor(db: Db): Promise<typeof auditAnchor.$inferSelect | undefined> {
  const [anchor] = await db.select().from(auditAnchor).orderBy(desc(auditAnchor.sequence)).limit(1);
  return anchor;
}

/** The end of the chain as it is now. */
export async function auditHead(db: Db): Promise<AuditHead> {
  const [newest] = await queriesOf(db).newest.execute();
  if (newest) return newest;
  const anchor = await newestAnchor(db);
  return { sequence: anchor?.sequence ?? 0, hash: anchor?.hash ?? "" };
}

/** Adds a line to the end of the chain, inside the caller's transaction. */
export async function appendAudit(db: Db, line: AuditLine): Promise<void> {
  const head = await auditHead(db);
  const sequence = head.sequence + 1;
  await queriesOf(db).add.execute({ ...line, sequence, hash: hashOf(head.hash, sequence, line) });
}

function anchorText({ sequence, hash, removed, at }: Omit<typeof auditAnchor.$inferSelect, "signature">): Buffer {
  return Buffer.from(`${sequence} ${hash} ${removed} ${at}`);
}

/**
 * Removes every line older than `before` (UTC, ISO 8601) from the front of the log and leaves an anchor for them, signed with `key`
 * (Ed25519, private); a newer line that stands before an older one keeps it. Returns how many lines went.
 */
export async function pruneAudit(db: Db, before: string, key: KeyObject, now: string): Promise<number> {
  const [firstKept] = await db
    .select({ sequence: audit.sequence })
    .from(audit)
    .where(gte(audit.at, before))
    .orderBy(asc(audit.sequence))
    .limit(1);
  const [last] = await db
    .select()
    .from(audit)
    .where(firstKept ? lt(audit.sequence, firstKept.sequence) : undefined)
    .orderBy(desc(audit.sequence))
    .limit(1);
  if (!last) return 0;
  const [found] = await db.select({ lines: count() }).from(audit).where(lte(audit.sequence, last.sequence));
  const removed = found?.lines ?? 0;
  const anchor = { sequence: last.sequence, hash: last.hash, removed, at: now };
  await db.insert(auditAnchor).values({ ...anchor, signature: sign(null, anchorText(anchor), key).toString("base64") });
  await db.delete(audit).where(lte(audit.sequence, last.sequence));
  return removed;
}

/** What was found wrong with the log, by the number of the line: no content, only what kind of thing. */
export type AuditFault = {
  sequence: number;
  kind: "changed" | "missing" | "cut-off" | "anchor-not-signed" | "no-key" | "head-not-found";
};

export type AuditFindings = { lines: number; unchained: number; head: AuditHead; faults: Array<AuditFault> };

/** At most this many faults are reported, the first ones. */
const mostFaults = 20;
const linesAtOnce = 1000;

/**
 * Reads the whole log and checks it: numbers without a gap, every hash, the anchor's signature, and that nothing was cut off at the end.
 * `key` is the installation's key (public or private), null when it is lost. `expected` is a head that was written down elsewhere
 * earlier: it has to be in the chain still, unless it was pruned. Lines from before the chain began are counted as `unchained`.
 */
export async function verifyAudit(db: Db, key: KeyObject | null, expected: AuditHead | null): Promise<AuditFindings> {
  const faults: Array<AuditFault> = [];
  const report = (sequence: number, kind: AuditFault["kind"]) => {
    if (faults.length < mostFaults) faults.push({ sequence, kind });
  };
  const anchor = await newestAnchor(db);
  if (anchor && key === null) report(anchor.sequence, "no-key");
  if (anchor && key !== null && !verify(null, anchorText(anchor), key, Buffer.from(anchor.signature, "base64")))
    report(anchor.sequence, "anchor-not-signed");
  let previous: AuditHead = { sequence: anchor?.sequence ?? 0, hash: anchor?.hash ?? "" };
  let lines = 0;
  let unchained = 0;
  let seen = expected === null || expected.sequence <= previous.sequence;
  for (;;) {
    const batch = await db
      .select()
      .from(audit)
      .where(gt(audit.sequence, previous.sequence))
      .orderBy(asc(audit.sequence))
      .limit(linesAtOnce);
    for (const { sequence, hash, ...line } of batch) {
      lines += 1;
      if (sequence !== previous.sequence + 1) report(previous.sequence + 1, "missing");
      if (hash === "" && previous.hash === "") unchained += 1;
      else if (hash !== hashOf(previous.hash, sequence, line)) report(sequence, "changed");
      if (expected?.sequence === sequence) {
        seen = true;
        if (expected.hash !== hash) report(sequence, "head-not-found");
      }
      previous = { sequence, hash };
    }
    if (batch.length < linesAtOnce) break;
  }
  const [used] = await db.all<{ last: number }>(sql`SELECT seq AS last FROM sqlite_sequence WHERE name = 'audit'`);
  if ((used?.last ?? 0) > previous.sequence) report(previous.sequence + 1, "cut-off");
  if (!seen) report(expected?.sequence ?? 0, "head-not-found");
  return { lines, unchained, head: previous, faults };
}
