/** Erasure while the server runs: what was missed is done at the start, and what could not be done is logged and tried again. */
import { existsSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { scheduleErasures } from "#app/server/erasures.server.ts";
import type { LogLine } from "#app/server/log.server.ts";
import { ledgerPath, readLedger } from "#db/erasure-ledger.server.ts";
import { testStore } from "../db/store.ts";

test("a withdrawal that was missed is erased at the start, and nothing waiting makes no list", async () => {
  const world = await testStore();
  const log: Array<LogLine> = [];
  onTestFinished(scheduleErasures(world.store, (line) => log.push(line)));
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.running(youthId, "parent");
  expect(existsSync(ledgerPath(world.path))).toBe(false);
  await world.operator.interviews.withdraw({ interviewId });
  onTestFinished(scheduleErasures(world.store, (line) => log.push(line)));
  await vi.waitFor(() => expect(log).toMatchObject([{ event: "erased", count: 1 }]));
  expect(readLedger(world.path)).toMatchObject([{ interviewId, reason: "withdrawn", at: world.clock.now }]);
});

test("what cannot be erased is logged without content and stays waiting", async () => {
  const world = await testStore();
  const log: Array<LogLine> = [];
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.running(youthId, "parent");
  await world.operator.interviews.withdraw({ interviewId });
  const held = { ...world.store, wipe: async () => false };
  onTestFinished(scheduleErasures(held, (line) => log.push(line)));
  await vi.waitFor(() => expect(log).toMatchObject([{ event: "erasure-failed", count: 1 }]));
  expect(await world.operator.erasures.waiting()).toMatchObject([{ interviewId }]);
});

test("a reader in another connection makes the erasure wait, and its end lets it through", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.running(youthId, "parent");
  const { default: Sqlite } = await import("better-sqlite3");
  const reader = new Sqlite(world.path, { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM answer").get();
  await world.operator.interviews.withdraw({ interviewId });
  const waiting = await world.operator.erasures.waiting();
  expect(await world.store.wipe(waiting)).toBe(false);
  reader.close();
  expect(await world.store.wipe(waiting)).toBe(true);
});
