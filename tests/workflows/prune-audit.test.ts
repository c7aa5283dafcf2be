/** Old lines of the audit log go after the years that the installation keeps them, and what stands for them is signed. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { auditKeyPath, readAuditKey } from "#app/workflows/audit-key.server.ts";
import { pruneOldAudit } from "#app/workflows/prune-audit.server.ts";
import { testStore } from "../db/store.ts";

test("lines go once they are older than the setting says, and the log is still whole", async () => {
  const world = await testStore();
  const regionId = await world.region("region-a");
  await world.youth(regionId);
  expect(await pruneOldAudit(world.store, world.path, "2031-03-02T12:00:00.000Z")).toBe(0);
  expect(existsSync(auditKeyPath(world.path))).toBe(false);

  world.clock.now = "2031-06-01T08:00:00.000Z";
  await world.operator.settings.change({ auditYears: 7 });
  expect(await pruneOldAudit(world.store, world.path, world.clock.now)).toBe(0);
  await world.operator.settings.change({ auditYears: 5 });
  const removed = await pruneOldAudit(world.store, world.path, world.clock.now);
  expect(removed).toBeGreaterThan(1);
  expect(await world.operator.auditLog.oldest()).toBe(world.clock.now);
  const key = readAuditKey(world.path);
  const { faults } = await world.operator.auditLog.verify({ key, expected: null });
  expect(faults).toEqual([]);
  expect(await pruneOldAudit(world.store, world.path, world.clock.now)).toBe(0);
});

test("less than five years cannot be set, and one setting that does not fit leaves the other as it was", async () => {
  const { operator } = await testStore();
  await expect(operator.settings.change({ earlyWeeks: 3, auditYears: 4 })).rejects.toMatchObject({
    code: "invalid-input",
    details: { fields: [{ path: "auditYears", code: "out-of-range" }] },
  });
  expect(await operator.settings.all()).toMatchObject({ earlyWeeks: 8, auditYears: 5 });
});
