/** Erasure by bytes: what was withdrawn is in no row, no file of the database, no backup made since, and no backup put back. */
import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { operator } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { eraseWaiting } from "#app/workflows/erase-waiting.server.ts";
import { importAnswers } from "#app/workflows/import-answers.server.ts";
import { appendToLedger, ledgerPath, readLedger } from "#db/erasure-ledger.server.ts";
import { snapshotDatabase } from "#db/snapshot.server.ts";
import { openStore } from "#db/store.server.ts";
import { verifyDatabase } from "#db/verification.server.ts";
import { codingWorld } from "./coding-world.ts";

const questionId = "development-seen";
/** Ends of words: in the full-text index beginnings are shared with the word before. */
const canaries = [
  "kanariewaarde",
  "kanarienotitie",
  "kanariememo",
  "kanarieoud",
  "kanariereden",
  "kanariecitaat",
  "kanarieregel",
];

function importedFile(): string {
  return JSON.stringify({
    id: "line-1",
    regionKey: "region-z",
    youthKey: "youth-1",
    enrolmentStatus: "exemption-5a",
    perspective: "parent",
    questionId,
    text: "Zij zegt qkanarieregel en meer.",
    passages: [],
  });
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw error ?? new Error("nothing was refused");
  return error;
}

/** Three interviews that together hold a canary in every place where words can be, and one whose words stay. */
async function canaryWorld() {
  const world = await codingWorld();
  const stays = await world.told(await world.youth(world.regionId), "parent", {
    [questionId]: { value: "Hij leest elke dag een verhaal." },
  });
  const told = await world.told(world.youthId, "parent", { [questionId]: { value: "Eerst qkanarieoud." } });
  const value = "Hij vertelt qkanariewaarde en qkanariecitaat erbij.";
  const { sequence } = await world.say(told, questionId, { value, note: "Let op qkanarienotitie." });
  const start = value.indexOf("qkanariecitaat");
  const coder = world.as(world.analyst).codings;
  const passage = { interviewId: told, questionId, field: "value" as const, sequence, start, end: start + 14 };
  const memo = "Onthoud qkanariememo.";
  const first = await coder.code({ ...passage, theme: "barriers", code: "lack-of-recognition", memo });
  await coder.remove({ codingId: first.codingId });
  await coder.code({ ...passage, theme: "barriers", code: "lack-of-recognition", memo });
  const discarded = await world.running(await world.youth(world.regionId), "parent");
  await world.operator.interviews.discard({ interviewId: discarded, reason: "Om qkanariereden." });
  await importAnswers(world.operator, { path: "a.jsonl", text: importedFile() });
  const imported = world.store.connections.handle
    .prepare<[], { id: string }>("SELECT interview_id AS id FROM imported_line")
    .get();
  return { ...world, stays, told, discarded, imported: imported?.id ?? "", withdrawable: [told, discarded] };
}

/** Which canaries stand in the bytes of a database and the files that SQLite keeps beside it. */
function found(path: string): Array<string> {
  const bytes = ["", "-wal", "-shm", "-journal"]
    .map((part) => `${path}${part}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "latin1").toLowerCase())
    .join("\n");
  return canaries.filter((word) => bytes.includes(word));
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "leeroogst-erasure-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test("after a withdrawal no row holds a word of it, and after the erasure no byte does, also not in a backup made then", async () => {
  const world = await canaryWorld();
  const { handle } = world.store.connections;
  expect(found(world.path)).toEqual(canaries);
  for (const interviewId of [world.told, world.discarded, world.imported])
    await world.operator.interviews.withdraw({ interviewId });
  for (const table of ["answer", "answer_revision", "operation", "consent", "passage", "coding_act"])
    expect(
      handle.prepare(`SELECT count(*) AS n FROM ${table} WHERE interview_id <> ?`).get(world.stays),
      table,
    ).toEqual({ n: 0 });
  expect(handle.prepare("SELECT count(*) AS n FROM coding").get()).toEqual({ n: 0 });
  expect(handle.prepare("SELECT count(*) AS n FROM interview WHERE reason IS NOT NULL").get()).toEqual({ n: 0 });
  expect(handle.prepare("SELECT line_id, digest FROM imported_line").all()).toEqual([
    { line_id: "line-1", digest: "" },
  ]);

  expect(found(world.path)).not.toEqual([]);
  expect(await eraseWaiting(world.store)).toEqual({ done: 3, failed: 0 });
  expect(found(world.path)).toEqual([]);
  const backup = join(folder(), "backup.db");
  snapshotDatabase(world.path, backup);
  expect(found(backup)).toEqual([]);
  const wrong = verifyDatabase(world.path).filter((one) => one.wrong > 0 && one.check !== "published-digests");
  expect(wrong).toEqual([]);
  const { hits } = await world.operator.search.answers({ query: "verhaal" });
  expect(hits.map((hit) => hit.interviewId)).toEqual([world.stays]);
  expect(await eraseWaiting(world.store)).toEqual({ done: 0, failed: 0 });
});

test("an older backup beside the list is erased anew before anybody reads, and holds no byte of it", async () => {
  const world = await canaryWorld();
  const place = folder();
  const older = join(place, "older.db");
  snapshotDatabase(world.path, older);
  for (const interviewId of [world.told, world.discarded, world.imported])
    await world.operator.interviews.withdraw({ interviewId });
  await eraseWaiting(world.store);
  expect(found(older).length).toBe(canaries.length);

  copyFileSync(ledgerPath(world.path), ledgerPath(older));
  const restored = openStore(older);
  onTestFinished(() => restored.close());
  expect(restored.erasedAnew).toBe(3);
  const verbs = restored.as(operator);
  const file = await verbs.interviews.file({ interviewId: world.told });
  expect([file.interview.state, file.answers, file.scopes]).toEqual(["withdrawn", {}, []]);
  expect((await verbs.search.answers({ query: "qkanariewaarde" })).hits).toEqual([]);
  expect(await eraseWaiting(restored)).toEqual({ done: 3, failed: 0 });
  expect(found(older)).toEqual([]);
  expect((await verbs.interviews.file({ interviewId: world.stays })).answers[questionId]?.value).toContain("verhaal");

  const again = openStore(older);
  onTestFinished(() => again.close());
  expect(again.erasedAnew).toBe(0);
});

test("a refusal is on the list too: an older backup does not bring back what was said before it", async () => {
  const world = await codingWorld();
  const interviewId = await world.running(world.youthId, "parent");
  await world.say(interviewId, questionId, { value: "Woorden met qkanariewaarde." });
  const older = join(folder(), "older.db");
  snapshotDatabase(world.path, older);
  await world.say(interviewId, "consent-participate", { value: "no" }, { confirmHidden: true });
  await eraseWaiting(world.store);
  expect(readLedger(world.path)).toMatchObject([{ interviewId, reason: "refused" }]);
  copyFileSync(ledgerPath(world.path), ledgerPath(older));
  const restored = openStore(older);
  onTestFinished(() => restored.close());
  expect((await restored.as(operator).interviews.file({ interviewId })).interview.state).toBe("refused");
  expect(found(older)).toEqual([]);
  expect((await world.operator.interviews.file({ interviewId })).agreed).toBe("no");
});

test("the same file imported again brings nothing back, whatever it says by then", async () => {
  const world = await canaryWorld();
  await world.operator.interviews.withdraw({ interviewId: world.imported });
  const again = await importAnswers(world.operator, { path: "a.jsonl", text: importedFile() });
  expect(again).toMatchObject({ lines: 0, unchanged: 1, interviews: 0 });
  const changed = importedFile().replace("en meer", "en nog iets");
  expect(await importAnswers(world.operator, { path: "a.jsonl", text: changed })).toMatchObject({ lines: 0 });
  const more = `${importedFile()}\n${importedFile().replace("line-1", "line-2").replace(questionId, "turning-point")}`;
  const refused = await problemOf(importAnswers(world.operator, { path: "a.jsonl", text: more }));
  expect(refused.details.lines).toEqual(["a.jsonl:2: the speaker of this interview took the consent back"]);
});

test("nothing can be saved, undone or moved in a withdrawn interview, and its answers do not exist", async () => {
  const world = await canaryWorld();
  await world.operator.interviews.withdraw({ interviewId: world.told });
  const { operator: verbs, told: interviewId } = world;
  expect((await problemOf(world.say(interviewId, questionId, { value: "Toch." }))).code).toBe("interview-withdrawn");
  for (const move of ["resume", "reopen", "complete", "approve", "withdraw"] as const)
    expect((await problemOf(verbs.interviews[move]({ interviewId }))).code, move).toBe("interview-state");
  expect((await problemOf(verbs.interviews.history({ interviewId, questionId }))).code).toBe("not-found");
  expect((await problemOf(verbs.answers.conflict({ interviewId, questionId }))).code).toBe("not-found");
  expect((await problemOf(verbs.codings.answer({ interviewId, questionId }))).code).toBe("not-found");
  expect((await problemOf(verbs.accessCopies.material({ interviewId }))).code).toBe("not-found");
  const coder = world.as(world.analyst);
  expect((await problemOf(coder.codings.undo({ regionId: world.regionId }))).code).toBe("nothing-to-undo");
  expect((await coder.retrieval.passagesOf({ theme: "barriers" })).passages).toEqual([]);
  const { handle } = world.store.connections;
  expect(() => handle.prepare("UPDATE interview SET state = 'running' WHERE id = ?").run(interviewId)).toThrow(
    /withdrawn/,
  );
  expect(() =>
    handle
      .prepare(
        "INSERT INTO operation (op_id, interview_id, sequence, question_id, kind, digest, person_id, at) VALUES ('x', ?, 99, 'q', 'answer', '', 'p', '')",
      )
      .run(interviewId),
  ).toThrow(/withdrawn/);
  expect(() => handle.prepare("DELETE FROM erasure").run()).toThrow(/erasure/);
});

test("while somebody else reads, an erasure waits, says so, and is done at the next run", async () => {
  const world = await canaryWorld();
  await world.operator.interviews.withdraw({ interviewId: world.told });
  const held = { ...world.store, wipe: async () => false };
  expect(await eraseWaiting(held)).toEqual({ done: 0, failed: 1 });
  const broken = {
    ...world.store,
    wipe: async () => {
      throw Object.assign(new Error("no room"), { code: "ENOSPC" });
    },
  };
  await eraseWaiting(broken);
  expect(await world.operator.erasures.list()).toMatchObject([{ failures: 2, failure: "ENOSPC", doneAt: null }]);
  expect(await eraseWaiting(world.store)).toEqual({ done: 1, failed: 0 });
  const lead = await world.person("Lea", ["lead", world.regionId]);
  const [row] = await world.as(lead).erasures.list();
  expect(row).toMatchObject({ interviewId: world.told, reason: "withdrawn", doneAt: world.clock.now });
  expect(row?.about).not.toBe(null);
  const administrator = await world.person("Bo", ["administrator", null]);
  expect(await world.as(administrator).erasures.list()).toMatchObject([{ about: null }]);
  const elsewhere = await world.person("Ed", ["lead", await world.region("region-b")]);
  expect(await world.as(elsewhere).erasures.list()).toEqual([]);
  const lines = world.store.connections.handle
    .prepare("SELECT action FROM audit WHERE action LIKE 'erasure.%' AND action <> 'erasure.list' ORDER BY sequence")
    .all();
  expect(lines).toEqual([{ action: "erasure.postpone" }, { action: "erasure.postpone" }, { action: "erasure.finish" }]);
});

test("the list holds ids and times only, survives a torn last line, and a broken one stops the opening", async () => {
  const path = join(folder(), "x.db");
  openStore(path).close();
  const one = { interviewId: "a", reason: "withdrawn" as const, at: "2026-03-02T13:00:00.000Z" };
  appendToLedger(path, [one]);
  writeFileSync(ledgerPath(path), `${readFileSync(ledgerPath(path), "utf8")}{"interviewId":"b","rea`);
  expect(readLedger(path)).toEqual([one]);
  const two = { ...one, interviewId: "c", reason: "refused" as const };
  appendToLedger(path, [one, two]);
  expect(readFileSync(ledgerPath(path), "utf8")).toBe(
    [one, two]
      .map((entry) => `{"interviewId":"${entry.interviewId}","reason":"${entry.reason}","at":"${entry.at}"}\n`)
      .join(""),
  );
  openStore(path).close();
  writeFileSync(ledgerPath(path), "nonsense\n");
  expect(() => openStore(path)).toThrow(/list of erased/);
});

test("a no is on the list as soon as it is answered, and not when it was rolled back", async () => {
  const world = await codingWorld();
  const { handle } = world.store.connections;
  const refusing = await world.running(world.youthId, "parent");
  await world.say(refusing, questionId, { value: "Woorden met qkanariewaarde." });
  const failing = "CREATE TEMP TRIGGER failing BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END";
  handle.exec(failing);
  await expect(world.say(refusing, "consent-participate", { value: "no" }, { confirmHidden: true })).rejects.toThrow();
  await expect(world.operator.interviews.withdraw({ interviewId: refusing })).rejects.toThrow();
  handle.exec("DROP TRIGGER failing");
  expect(existsSync(ledgerPath(world.path))).toBe(false);
  const again = openStore(world.path);
  onTestFinished(() => again.close());
  expect((await again.as(operator).interviews.file({ interviewId: refusing })).answers[questionId]?.value).toContain(
    "qkanariewaarde",
  );

  await world.say(refusing, "consent-participate", { value: "no" }, { confirmHidden: true });
  expect(readLedger(world.path)).toMatchObject([{ interviewId: refusing, reason: "refused" }]);
  const withdrawing = await world.running(await world.youth(world.regionId), "parent");
  await world.operator.interviews.withdraw({ interviewId: withdrawing });
  expect(readLedger(world.path)).toMatchObject([
    { reason: "refused" },
    { interviewId: withdrawing, reason: "withdrawn" },
  ]);
  expect(handle.prepare("SELECT count(*) AS n FROM erasure WHERE done_at IS NULL").get()).toEqual({ n: 2 });
});

test("a no stands when the list cannot be written, and is on it after the next opening", async () => {
  const world = await codingWorld();
  const interviewId = await world.running(world.youthId, "parent");
  const older = join(folder(), "older.db");
  await world.say(interviewId, questionId, { value: "Woorden met qkanariewaarde." });
  snapshotDatabase(world.path, older);
  mkdirSync(ledgerPath(world.path));
  await world.say(interviewId, "consent-participate", { value: "no" }, { confirmHidden: true });
  expect((await world.operator.interviews.file({ interviewId })).interview.state).toBe("refused");
  expect(await eraseWaiting(world.store)).toEqual({ done: 0, failed: 1 });
  rmdirSync(ledgerPath(world.path));
  openStore(world.path).close();
  expect(readLedger(world.path)).toMatchObject([{ interviewId, reason: "refused" }]);
  copyFileSync(ledgerPath(world.path), ledgerPath(older));
  openStore(older).close();
  expect(found(older)).toEqual([]);
});

test("killed between the commit and the list, a no is kept and listed at the next opening", async () => {
  const world = await codingWorld();
  const interviewId = await world.running(world.youthId, "parent");
  await world.say(interviewId, questionId, { value: "Woorden met qkanariewaarde." });
  const args = ["scripts/run.mjs", "tests/db/saying-no.ts", world.path, interviewId, world.newId()];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (part) => (said += part));
  await vi.waitFor(() => expect(said).toBe("open\n"), 20_000);
  // Whoever reads the list now waits for ever: the process is held right after its commit.
  execFileSync("mkfifo", [ledgerPath(world.path)]);
  child.stdin.write("now");
  const state = world.store.connections.handle.prepare("SELECT state FROM interview WHERE id = ?").pluck();
  await vi.waitFor(() => expect(state.get(interviewId)).toBe("refused"), 20_000);
  const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  child.kill("SIGKILL");
  expect([await ended, said]).toEqual(["SIGKILL", "open\n"]);
  unlinkSync(ledgerPath(world.path));
  const restarted = openStore(world.path);
  onTestFinished(() => restarted.close());
  expect(readLedger(world.path)).toMatchObject([{ interviewId, reason: "refused" }]);
  expect(await eraseWaiting(restarted)).toEqual({ done: 1, failed: 0 });
  expect(found(world.path)).toEqual([]);
}, 60_000);
