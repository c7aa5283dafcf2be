/** The audit log is a chain: whatever is changed, removed, moved or cut off is found, and old lines leave only under a signed anchor. */
import { generateKeyPairSync } from "node:crypto";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { auditActions } from "#app/messages/audit-actions.ts";
import * as verbs from "#db/queries/index.server.ts";
import { type TestStore, testStore } from "./store.ts";

const { privateKey: key } = generateKeyPairSync("ed25519");

/** A log of some lines, made by using the store. */
async function used(): Promise<TestStore> {
  const world = await testStore();
  const regionId = await world.region("achter-de-dijk");
  const youthId = await world.youth(regionId);
  await world.running(youthId, "parent");
  return world;
}

/** Acts on the file as somebody with full access to it would, past every guard. */
function tamper(world: TestStore, ...statements: Array<string>): void {
  const handle = new Sqlite(world.path);
  handle.exec(
    "DROP TRIGGER IF EXISTS audit_fixed; DROP TRIGGER IF EXISTS audit_kept; DROP TRIGGER IF EXISTS audit_anchor_fixed",
  );
  for (const statement of statements) handle.exec(statement);
  handle.close();
}

const check = (world: TestStore, expected: { sequence: number; hash: string } | null = null) =>
  world.operator.auditLog.verify({ key, expected });

test("a log that nobody touched is whole, and its head stands in it later on", async () => {
  const world = await used();
  const head = await world.operator.auditLog.head();
  expect(head.sequence).toBeGreaterThan(10);
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
  const found = await check(world, head);
  expect(found).toMatchObject({ unchained: 0, faults: [] });
  expect(found.lines).toBe(found.head.sequence);
});

test("any change of any field of any line is found at that line", async () => {
  const world = await used();
  const { sequence: last } = await world.operator.auditLog.head();
  const fields = [
    "at",
    "person_id",
    "role",
    "action",
    "region_id",
    "subjects",
    "outcome",
    "reason",
    "request_id",
    "hash",
  ];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: last }), fc.constantFrom(...fields), async (line, field) => {
      const read = new Sqlite(world.path, { readonly: true });
      const row = read.prepare(`SELECT "${field}" AS held FROM audit WHERE sequence = ?`).get(line) as {
        held: string | null;
      };
      read.close();
      const other =
        field === "subjects" ? '["somebody-else"]' : field === "hash" ? "0".repeat(64) : `${row.held ?? ""}x`;
      tamper(world, `UPDATE audit SET "${field}" = '${other}' WHERE sequence = ${line}`);
      const { faults } = await check(world);
      expect(faults[0]).toEqual({ sequence: line, kind: "changed" });
      const back = row.held === null ? "NULL" : `'${row.held.replaceAll("'", "''")}'`;
      tamper(world, `UPDATE audit SET "${field}" = ${back} WHERE sequence = ${line}`);
      expect((await check(world)).faults).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a removed line, two swapped lines and a cut end are found", async () => {
  const removed = await used();
  tamper(removed, "DELETE FROM audit WHERE sequence = 5");
  expect((await check(removed)).faults[0]).toEqual({ sequence: 5, kind: "missing" });

  const swapped = await used();
  tamper(
    swapped,
    "UPDATE audit SET sequence = -1 WHERE sequence = 4",
    "UPDATE audit SET sequence = 4 WHERE sequence = 5",
    "UPDATE audit SET sequence = 5 WHERE sequence = -1",
  );
  expect((await check(swapped)).faults[0]).toEqual({ sequence: 4, kind: "changed" });

  const cut = await used();
  const { sequence } = await cut.operator.auditLog.head();
  tamper(cut, `DELETE FROM audit WHERE sequence > ${sequence - 3}`);
  expect((await check(cut)).faults).toEqual([{ sequence: sequence - 2, kind: "cut-off" }]);
});

test("a log that was written anew as a whole does not hold the head that was kept elsewhere", async () => {
  const world = await used();
  const head = await world.operator.auditLog.head();
  const found = await check(world, { sequence: head.sequence, hash: "0".repeat(64) });
  expect(found.faults).toEqual([{ sequence: head.sequence, kind: "head-not-found" }]);
  expect((await check(world, { sequence: 100_000, hash: head.hash })).faults[0]?.kind).toBe("head-not-found");
});

test("old lines leave from the front under a signed anchor, and the chain goes on from there", async () => {
  const world = await used();
  const before = await check(world);
  world.clock.now = "2031-03-02T13:00:00.000Z";
  await world.region("aan-zee");
  const removed = await world.operator.auditLog.prune({ before: "2031-01-01T00:00:00.000Z", key });
  expect(removed).toBe(before.lines + 1);
  const after = await check(world);
  expect(after.faults).toEqual([]);
  expect(after.lines).toBeLessThan(5);
  expect(await world.operator.auditLog.prune({ before: "2031-01-01T00:00:00.000Z", key })).toBe(0);

  const { faults } = await world.operator.auditLog.verify({ key: null, expected: null });
  expect(faults[0]?.kind).toBe("no-key");
  const { privateKey: another } = generateKeyPairSync("ed25519");
  expect((await world.operator.auditLog.verify({ key: another, expected: null })).faults[0]?.kind).toBe(
    "anchor-not-signed",
  );
  tamper(world, "UPDATE audit_anchor SET removed = removed - 1");
  expect((await check(world)).faults[0]?.kind).toBe("anchor-not-signed");
});

test("no line can be removed through the database for which no anchor stands, and no anchor changes", async () => {
  const world = await used();
  const { handle } = world.store.connections;
  expect(() => handle.exec("DELETE FROM audit WHERE sequence = 1")).toThrow(/append-only/);
  world.clock.now = "2031-03-02T13:00:00.000Z";
  await world.operator.auditLog.prune({ before: "2031-01-01T00:00:00.000Z", key });
  expect(() => handle.exec("DELETE FROM audit")).toThrow(/append-only/);
  expect(() => handle.exec("UPDATE audit_anchor SET removed = 0")).toThrow(/never changes/);
  expect(() => handle.exec("DELETE FROM audit_anchor")).toThrow(/never removed/);
});

test("the administrator reads the log page by page and by person, outcome and day; nobody else does", async () => {
  const world = await used();
  const administrator = await world.person("Bram", ["administrator", null]);
  const lead = await world.person("Lotte", ["lead", await world.region("aan-zee")]);
  const youthId = await world.youth(await world.region("op-de-hei"));
  await expect(world.as(lead).regions.youth({ youthId })).rejects.toMatchObject({ code: "not-found" });
  const log = world.as(administrator).auditLog;
  const { lines } = await log.list({ personId: lead.personId });
  expect(lines).toMatchObject([{ person: "Lotte", action: "youth.view", outcome: "denied", reason: "not-found" }]);
  expect((await log.list({ outcome: "denied", from: "2026-03-03T00:00:00.000Z" })).lines).toEqual([]);
  for (let count = 0; count < 60; count += 1) await world.as(administrator).settings.change({ earlyWeeks: count % 50 });
  const first = await log.list({ personId: administrator.personId });
  expect(first.lines).toHaveLength(50);
  const second = await log.list({ personId: administrator.personId, before: first.next ?? 0 });
  expect(second.lines[0]?.sequence).toBeLessThan(first.lines.at(-1)?.sequence ?? 0);
  await expect(world.as(lead).auditLog.list({})).rejects.toMatchObject({ code: "not-found" });
});

test("every action that the log can hold has a name on screen, in both languages", () => {
  const moves = ["start", "pause", "resume", "stop", "discard", "complete", "reopen", "approve"];
  const actions = Object.values(verbs).flatMap((group) =>
    Object.values(group).map((verb: { action: string }) => verb.action),
  );
  for (const language of ["nl", "en"] as const) {
    const known = Object.keys(auditActions[language]);
    expect([...actions, ...moves.map((move) => `interview.${move}`)].filter((one) => !known.includes(one))).toEqual([]);
    expect(known.filter((one) => !actions.includes(one))).toEqual([]);
  }
});
