/** Saving answers: nothing is lost, nothing is overwritten, and what does not fit changes nothing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { type TestStore, testStore } from "./store.ts";

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error("expected a Problem", { cause: error });
}

async function parentInterview(): Promise<TestStore & { interviewId: string; youthId: string; regionId: string }> {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const youthId = await world.youth(regionId);
  return { ...world, regionId, youthId, interviewId: await world.running(youthId, "parent") };
}

function save(
  world: TestStore & { interviewId: string },
  questionId: string,
  value: unknown,
  baseSequence: number,
  extra: object = {},
) {
  return world.operator.answers.save({
    opId: world.newId(),
    interviewId: world.interviewId,
    questionId,
    answer: { state: "answered", value, note: "" },
    baseSequence,
    ...extra,
  });
}

test("the same operation twice gives the same receipt, and the same id with other content is refused", async () => {
  const world = await parentInterview();
  const operation = {
    opId: world.newId(),
    interviewId: world.interviewId,
    questionId: "development-seen",
    answer: { state: "answered", value: "Hij bouwt spelletjes.", note: "" },
    baseSequence: 0,
  };
  const first = await world.operator.answers.save(operation);
  expect(await world.operator.answers.save(operation)).toEqual(first);
  const changed = { ...operation, answer: { state: "answered", value: "Iets anders.", note: "" } };
  expect((await problemOf(world.operator.answers.save(changed))).code).toBe("operation-reused");
  const { answers } = await world.operator.interviews.file({ interviewId: world.interviewId });
  expect(answers["development-seen"]).toMatchObject({ value: "Hij bouwt spelletjes.", sequence: first.sequence });
});

test("without a recorded yes nothing can be saved", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.interview(youthId, "parent");
  await world.operator.interviews.start({ interviewId });
  expect((await problemOf(world.say(interviewId, "development-seen", { value: "Hij leest." }))).code).toBe(
    "consent-missing",
  );
  expect((await problemOf(world.say(interviewId, "consent-scopes", { value: [] }))).code).toBe("consent-missing");
});

test("a no stores only the refusal and really erases what was said before", async () => {
  const world = await parentInterview();
  await world.say(world.interviewId, "development-seen", { value: "Kanariewoord zonnebloem" });
  const refusal = await problemOf(world.say(world.interviewId, "consent-participate", { value: "no" }));
  expect(refusal.code).toBe("hides-answers");
  expect(refusal.details.ids).toContain("development-seen");
  await world.say(world.interviewId, "consent-participate", { value: "no" }, { confirmHidden: true });
  const file = await world.operator.interviews.file({ interviewId: world.interviewId });
  expect(file.interview.state).toBe("refused");
  expect(Object.keys(file.answers)).toEqual(["consent-participate"]);
  expect(file.scopes).toEqual([]);
  const { handle } = world.store.connections;
  for (const table of ["answer", "answer_revision", "passage", "coding"]) {
    expect(handle.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 0 });
  }
  expect(handle.prepare("SELECT count(*) AS n FROM operation").get()).toEqual({ n: 1 });
  expect(handle.prepare("SELECT count(*) AS n FROM answer_fts WHERE answer_fts MATCH 'zonnebloem'").get()).toEqual({
    n: 0,
  });
  expect((await problemOf(world.say(world.interviewId, "development-seen", { value: "Toch." }))).code).toBe(
    "consent-refused",
  );
});

test("no erased word is left in the bytes of the database, nor of what was changed before", async () => {
  const world = await parentInterview();
  const other = await world.running(await world.youth(world.regionId), "parent");
  await world.say(other, "development-seen", { value: "Ze leest en ze vertelt." });
  for (const value of ["Qrkanariewoord", "Qrkanariewoord en qrkanarievogel", "Qrzonnebloem"])
    await world.say(world.interviewId, "development-seen", { value });
  const { handle } = world.store.connections;
  function bytes(): string {
    handle.pragma("wal_checkpoint(TRUNCATE)");
    return readFileSync(world.path, "latin1").toLowerCase();
  }
  // Words of the index share their beginnings with the word before, so that only their ends can be looked for.
  const ends = ["kanariewoord", "kanarievogel", "vogel", "zonnebloem"];
  for (const end of ends) expect(bytes(), end).toContain(end);
  await world.say(world.interviewId, "consent-participate", { value: "no" }, { confirmHidden: true });
  for (const end of ends) expect(bytes().includes(end), end).toBe(false);
  const { hits } = await world.operator.search.answers({ query: "vertelt" });
  expect(hits.map((hit) => hit.interviewId)).toEqual([other]);
});

test("when two devices disagree both texts are kept until a person chooses", async () => {
  const world = await parentInterview();
  const first = await save(world, "development-seen", "Hij leest.", 0);
  const tablet = await save(world, "development-seen", "Hij leest veel.", first.sequence);
  const laptop = await save(world, "development-seen", "Hij leest elke dag.", first.sequence);
  expect(tablet.conflict).toBe(false);
  expect(laptop.conflict).toBe(true);

  const laptopAgain = await save(world, "development-seen", "Hij leest elke dag twee uur.", laptop.sequence);
  expect(laptopAgain.conflict).toBe(true);
  const open = await world.operator.answers.conflict({
    interviewId: world.interviewId,
    questionId: "development-seen",
  });
  expect(open?.current.value).toBe("Hij leest veel.");
  expect(open?.others.map((other) => other.value)).toEqual(["Hij leest elke dag twee uur."]);
  expect((await problemOf(world.operator.interviews.complete({ interviewId: world.interviewId }))).code).toBe(
    "answer-conflict",
  );

  await save(world, "development-seen", "Hij leest veel, elke dag twee uur.", tablet.sequence, {
    resolves: laptopAgain.sequence,
  });
  expect(
    await world.operator.answers.conflict({ interviewId: world.interviewId, questionId: "development-seen" }),
  ).toBeNull();
  const history = await world.operator.interviews.history({
    interviewId: world.interviewId,
    questionId: "development-seen",
  });
  expect(history.map((revision) => revision.value)).toEqual([
    "Hij leest veel, elke dag twee uur.",
    "Hij leest elke dag twee uur.",
    "Hij leest elke dag.",
    "Hij leest veel.",
    "Hij leest.",
  ]);
});

test("a third text that arrives while one chooses stays open", async () => {
  const world = await parentInterview();
  const first = await save(world, "development-seen", "een", 0);
  const current = await save(world, "development-seen", "een twee", first.sequence);
  const second = await save(world, "development-seen", "een drie", first.sequence);
  const third = await save(world, "development-seen", "een vier", first.sequence);
  expect([second.conflict, third.conflict]).toEqual([true, true]);
  await save(world, "development-seen", "een twee drie", current.sequence, { resolves: second.sequence });
  const open = await world.operator.answers.conflict({
    interviewId: world.interviewId,
    questionId: "development-seen",
  });
  expect(open?.others.map((other) => other.value)).toEqual(["een vier"]);
});

test("two devices that say the same do not disagree", async () => {
  const world = await parentInterview();
  const first = await save(world, "development-seen", "Hij leest.", 0);
  const again = await save(world, "development-seen", "Hij leest.", 0);
  expect(again.conflict).toBe(false);
  expect(again.sequence).toBe(first.sequence + 1);
});

test.each([
  ["development-seen", 7, "not-text"],
  ["development-seen", "x".repeat(50_001), "too-long"],
  ["consent-scopes", ["everything"], "unknown-option"],
])("%s refuses what does not fit and changes nothing", async (questionId, value, code) => {
  const world = await parentInterview();
  const before = await world.operator.interviews.file({ interviewId: world.interviewId });
  const refused = await problemOf(save(world, questionId, value, before.answers[questionId]?.sequence ?? 0));
  expect(refused.code).toBe("answer-invalid");
  expect(refused.details.fields).toEqual([{ path: "value", code }]);
  expect(await world.operator.interviews.file({ interviewId: world.interviewId })).toEqual(before);
});

test("an unknown question is refused", async () => {
  const world = await parentInterview();
  expect((await problemOf(save(world, "favourite-colour", "blauw", 0))).code).toBe("question-unknown");
});

test("a change that hides an answered question asks first, then takes its answer away and keeps it in the history", async () => {
  const world = await parentInterview();
  const { guide } = await world.operator.interviews.file({ interviewId: world.interviewId });
  const dependent = guide.steps
    .flatMap((step) => step.questions)
    .find((question) => JSON.stringify(question.showIf ?? "").includes("answers.") && !question.consentScope);
  if (!dependent?.showIf) throw new Error("the parent guide has no question that depends on another");
  const condition = ("all" in dependent.showIf ? dependent.showIf.all : dependent.showIf.any)[0];
  const asked = condition?.ref.split(".")[1] ?? "";
  const opening = condition?.op === "gte" || condition?.op === "lte" ? Number(condition.value) : condition?.value;
  const wanted =
    condition?.op === "includes"
      ? [String(opening)]
      : Array.isArray(opening)
        ? (opening[0] ?? null)
        : (opening ?? null);
  await world.say(world.interviewId, asked, { value: wanted });
  await world.say(world.interviewId, dependent.id, { state: "declined" });
  const refused = await problemOf(world.say(world.interviewId, asked, { state: "not-discussed" }));
  expect(refused.code).toBe("hides-answers");
  expect(refused.details.ids).toEqual([dependent.id]);
  await world.say(world.interviewId, asked, { state: "not-discussed" }, { confirmHidden: true });
  const file = await world.operator.interviews.file({ interviewId: world.interviewId });
  expect(file.answers[dependent.id]).toMatchObject({ state: "answered", value: null });
  const history = await world.operator.interviews.history({ interviewId: world.interviewId, questionId: dependent.id });
  expect(history.map((revision) => revision.state)).toEqual(["answered", "declined"]);
  expect((await problemOf(world.say(world.interviewId, dependent.id, { state: "declined" }))).code).toBe(
    "question-hidden",
  );
});

test("answers to approved interviews stay as they are", async () => {
  const world = await parentInterview();
  const { handle } = world.store.connections;
  handle.prepare("UPDATE interview SET state = 'approved'").run();
  expect((await problemOf(save(world, "development-seen", "Nog iets.", 0))).code).toBe("interview-state");
});

test("the log itself cannot be changed or emptied", async () => {
  const world = await parentInterview();
  await save(world, "development-seen", "Hij leest.", 0);
  const { handle } = world.store.connections;
  expect(() => handle.prepare("UPDATE answer_revision SET note = 'x'").run()).toThrow(/append-only/);
  expect(() => handle.prepare("DELETE FROM answer_revision").run()).toThrow(/erasure/);
  expect(() => handle.prepare("DELETE FROM operation").run()).toThrow(/erasure/);
  expect(() => handle.prepare("DELETE FROM audit").run()).toThrow(/append-only/);
});
