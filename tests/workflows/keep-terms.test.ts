/** Terms in use: answers go when the term after a final report is over, proof of consent years later, and a released report stays. */
import { copyFileSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { eraseWaiting } from "#app/workflows/erase-waiting.server.ts";
import { keepTerms } from "#app/workflows/keep-terms.server.ts";
import { ledgerPath, readLedger } from "#db/erasure-ledger.server.ts";
import { openStore } from "#db/store.server.ts";
import { verifyDatabase } from "#db/verification.server.ts";
import { type CodingWorld, codingWorld } from "../db/coding-world.ts";

const questionId = "development-seen";
const release = (world: Pick<CodingWorld, "operator" | "regionId">, final: boolean) =>
  world.operator.releases.make({ regionId: world.regionId, language: "nl", final });

/** A region with one interview told before its final report, and one after it. */
async function reported() {
  const world = await codingWorld();
  const told = await world.told(world.youthId, "parent", { [questionId]: { value: "Zij leest kanariewoord." } });
  await world.operator.interviews.approve({ interviewId: told });
  const { id: final } = await release(world, true);
  world.clock.now = "2026-03-20T09:00:00.000Z";
  const later = await world.told(await world.youth(world.regionId), "parent", {
    [questionId]: { value: "Hij bouwt." },
  });
  const stateOf = async (interviewId: string) =>
    (await world.operator.interviews.file({ interviewId })).interview.state;
  const consents = (interviewId: string) =>
    world.store.connections.handle
      .prepare<[string], { n: number }>("SELECT count(*) AS n FROM consent WHERE interview_id = ?")
      .get(interviewId)?.n;
  return { ...world, told, later, final, stateOf, consents };
}

test("answers go twelve months after the final report that covers them, and not a moment earlier", async () => {
  const world = await reported();
  world.clock.now = "2027-03-02T12:59:59.999Z";
  expect(await keepTerms(world.store)).toEqual({ answers: 0, proofs: 0 });
  expect(await world.stateOf(world.told)).not.toBe("expired");
  world.clock.now = "2027-03-02T13:00:00.000Z";
  expect(await keepTerms(world.store)).toEqual({ answers: 1, proofs: 0 });
  expect([await world.stateOf(world.told), await world.stateOf(world.later)]).toEqual(["expired", "completed"]);
  expect(await keepTerms(world.store)).toEqual({ answers: 0, proofs: 0 });
});

test("of an expired interview no word is left in any row, file or search, its consent and the released report stay", async () => {
  const world = await reported();
  world.clock.now = "2027-03-03T00:00:00.000Z";
  await keepTerms(world.store);
  const { handle } = world.store.connections;
  for (const table of ["answer", "answer_revision", "passage"])
    expect(handle.prepare(`SELECT count(*) AS n FROM ${table} WHERE interview_id = ?`).get(world.told), table).toEqual({
      n: 0,
    });
  expect(world.consents(world.told)).toBeGreaterThan(0);
  expect((await world.operator.search.answers({ query: "kanariewoord" })).hits).toEqual([]);
  expect((await world.operator.releases.one({ releaseId: world.final })).report).not.toBeNull();
  expect(await eraseWaiting(world.store)).toEqual({ done: 1, failed: 0 });
  expect(readLedger(world.path)).toMatchObject([{ interviewId: world.told, reason: "expired" }]);
  const bytes = handle.serialize().toString("latin1");
  expect(bytes).not.toContain("kanariewoord");
  const wrong = verifyDatabase(world.path).filter((one) => one.wrong > 0 && one.check !== "published-digests");
  expect(wrong).toEqual([]);
  const again = openStore(world.path);
  onTestFinished(() => again.close());
  expect(again.erasedAnew).toBe(0);
});

test("nothing can be saved to, coded in or read of an expired interview, and it can still be withdrawn", async () => {
  const world = await reported();
  world.clock.now = "2027-03-03T00:00:00.000Z";
  await keepTerms(world.store);
  await eraseWaiting(world.store);
  await expect(world.say(world.told, questionId, { value: "Toch nog." })).rejects.toMatchObject({
    code: "interview-withdrawn",
  });
  await expect(world.operator.interviews.history({ interviewId: world.told, questionId })).rejects.toMatchObject({
    code: "not-found",
  });
  await world.operator.interviews.withdraw({ interviewId: world.told });
  expect(await world.stateOf(world.told)).toBe("withdrawn");
  expect(world.consents(world.told)).toBe(0);
  const { report, takenBackAt } = await world.operator.releases.one({ releaseId: world.final });
  expect([report, takenBackAt]).toEqual([null, world.clock.now]);
  expect(await eraseWaiting(world.store)).toEqual({ done: 1, failed: 0 });
  expect(readLedger(world.path).map(({ reason }) => reason)).toEqual(["expired", "withdrawn"]);
});

test("proof of consent goes five years after the answers, and refusals stay", async () => {
  const world = await reported();
  world.clock.now = "2027-03-03T00:00:00.000Z";
  await keepTerms(world.store);
  world.clock.now = "2032-03-02T23:59:59.999Z";
  expect((await keepTerms(world.store)).proofs).toBe(0);
  world.clock.now = "2032-03-03T00:00:00.000Z";
  expect(await keepTerms(world.store)).toEqual({ answers: 0, proofs: 1 });
  expect([world.consents(world.told), world.consents(world.later)]).toEqual([0, expect.any(Number)]);
  expect(world.consents(world.later)).toBeGreaterThan(0);
});

test("a later final report does not make the term longer, covers what came since, and shorter settings act at once", async () => {
  const world = await reported();
  world.clock.now = "2026-09-01T09:00:00.000Z";
  await release(world, true);
  const overview = await world.operator.terms.overview();
  expect(overview.answers.map(({ interviews, dueAt }) => [interviews, dueAt])).toEqual([
    [1, "2027-03-02T13:00:00.000Z"],
    [1, "2027-09-01T09:00:00.000Z"],
  ]);
  await world.operator.settings.change({ answerMonths: 1 });
  expect(await keepTerms(world.store)).toEqual({ answers: 1, proofs: 0 });
  expect(await world.stateOf(world.told)).toBe("expired");
  await expect(world.operator.settings.change({ answerMonths: 13 })).rejects.toMatchObject({ code: "invalid-input" });
  await expect(world.operator.settings.change({ consentYears: 6 })).rejects.toMatchObject({ code: "invalid-input" });
});

test("without a final report no term runs, and a lead sees only the own region", async () => {
  const world = await codingWorld();
  await world.told(world.youthId, "parent", { [questionId]: { value: "Zij leest." } });
  await release(world, false);
  const elsewhere = await world.region("elders");
  await world.running(await world.youth(elsewhere), "parent");
  world.clock.now = "2036-01-01T00:00:00.000Z";
  expect(await keepTerms(world.store)).toEqual({ answers: 0, proofs: 0 });
  const lead = await world.person("Ine", ["lead", world.regionId]);
  const { answers } = await world.as(lead).terms.overview();
  expect(answers).toMatchObject([{ regionId: world.regionId, dueAt: null }]);
  expect((await world.operator.terms.overview()).answers.map(({ regionId }) => regionId).sort()).toEqual(
    [world.regionId, elsewhere].sort(),
  );
});

test("an older database that is put back beside the list loses what had expired, and keeps its consent", async () => {
  const world = await reported();
  const { handle } = world.store.connections;
  world.clock.now = "2027-03-03T00:00:00.000Z";
  const older = handle.serialize();
  await keepTerms(world.store);
  await eraseWaiting(world.store);
  const path = `${world.path}-older`;
  writeFileSync(path, older);
  copyFileSync(ledgerPath(world.path), ledgerPath(path));
  const restored = openStore(path);
  onTestFinished(() => restored.close());
  expect(restored.erasedAnew).toBe(1);
  expect(restored.connections.handle.serialize().toString("latin1")).not.toContain("kanariewoord");
  const kept = restored.connections.handle.prepare("SELECT state FROM interview WHERE id = ?").get(world.told);
  expect(kept).toEqual({ state: "expired" });
  const proofs = restored.connections.handle.prepare("SELECT 1 FROM consent WHERE interview_id = ?").all(world.told);
  expect(proofs.length).toBeGreaterThan(0);
});
