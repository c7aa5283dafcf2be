/** Importing answers: all or nothing, every fault with its line, the same file twice changes nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportLine } from "#app/domain/import-line.ts";
import { importAnswers, largestImport } from "#app/workflows/import-answers.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { testStore } from "../db/store.ts";

const sample = readFileSync(join(installationRoot(), "tests/world/sample-answers.jsonl"), "utf8");

function line(changes: Partial<Record<keyof ImportLine | "extra", unknown>> = {}): string {
  return JSON.stringify({
    id: "line-1",
    regionKey: "region-a",
    youthKey: "case-01",
    enrolmentStatus: "exemption-5a",
    perspective: "parent",
    questionId: "development-seen",
    text: "Hij bouwt zelf kleine spelletjes.",
    passages: [{ start: 0, end: 9, theme: "development-present", code: "interest-driven-learning" }],
    ...changes,
  });
}

async function faultsOf(...lines: Array<string>): Promise<Array<string>> {
  const { operator } = await testStore();
  const outcome = await importAnswers(operator, { path: "in.jsonl", text: lines.join("\n") }).then(
    () => null,
    (error) => error,
  );
  if (outcome === null) return [];
  expect(outcome.code).toBe("import-faults");
  expect((await operator.regions.mine()).length).toBe(0);
  return outcome.details.lines;
}

test("the sample file becomes completed interviews with coded passages, and a second time changes nothing", async () => {
  const { operator, store } = await testStore();
  const outcome = await importAnswers(operator, { path: "sample.jsonl", text: sample });
  expect(outcome).toMatchObject({ lines: 60, unchanged: 0 });
  expect(outcome.codings).toBeGreaterThan(60);
  const again = await importAnswers(operator, {
    path: "sample.jsonl",
    text: sample.split("\n").reverse().join("\r\n"),
  });
  expect(again).toEqual({ lines: 0, unchanged: 60, regions: 0, youths: 0, interviews: 0, codings: 0 });
  const { handle } = store.connections;
  expect(handle.prepare("SELECT DISTINCT state FROM interview").all()).toEqual([{ state: "completed" }]);
  expect(handle.prepare("SELECT count(*) AS n FROM region WHERE practice = 0").get()).toEqual({ n: 0 });
  const broken = handle
    .prepare(
      `SELECT p.id FROM passage p JOIN answer a ON a.interview_id = p.interview_id AND a.question_id = p.question_id
       WHERE instr(CASE p.field WHEN 'value' THEN a.text_value ELSE a.note END, p.quote) = 0`,
    )
    .all();
  expect(broken).toEqual([]);
});

test.each([
  ["{", "in.jsonl:1: is not JSON"],
  [line({ extra: 1 }), 'in.jsonl:1: Unrecognized key: "extra"'],
  [line({ questionId: "no-such-question" }), "in.jsonl:1: questionId: guide-parent 1.1.0 has no such question"],
  [line({ guideVersion: "9.9.9" }), "in.jsonl:1: guideVersion: no such version is published for parent"],
  [
    line({ passages: [{ start: 0, end: 9999, theme: "barriers", code: "lack-of-recognition" }] }),
    "in.jsonl:1: passages.0: 0-9999 is no passage of the text",
  ],
  [
    line({ passages: [{ start: 0, end: 9, theme: "barriers", code: "interest-driven-learning" }] }),
    "in.jsonl:1: passages.0: the codebook has no code interest-driven-learning under barriers",
  ],
  [line({ consents: ["quote"] }), "in.jsonl:1: consents: without participate nothing may be recorded"],
  [line({ conductedOn: "2026-02-30" }), "in.jsonl:1: conductedOn: must be a day such as 2026-03-02"],
])("a bad line is named with its place and what is wrong", async (bad, fault) => {
  expect(await faultsOf(bad)).toEqual([fault]);
});

test("every fault of a file is told in one run, in the order of the file", async () => {
  const faults = await faultsOf(
    line(),
    line({ id: "line-2", questionId: "child-portrait", enrolmentStatus: "absolute-absence" }),
    line({ text: "Iets anders." }),
    line({ id: "line-4" }),
  );
  expect(faults).toEqual([
    "in.jsonl:2: the youth's enrolmentStatus differs from line 1",
    "in.jsonl:3: the id stands in line 1 too, with other content",
    "in.jsonl:4: line 1 answers this question of this interview already",
  ]);
});

test("a file that is too much, too deep or wrong throughout is refused with so many faults and no more", async () => {
  const deep = `{"id":${"[".repeat(500_000)}${"]".repeat(500_000)}}`;
  expect((await faultsOf(deep, line({ text: "x".repeat(200_000) }))).map((fault) => fault.split(":")[1])).toEqual(
    expect.arrayContaining(["1", "2"]),
  );
  const wrong = await faultsOf(...Array<string>(20_000).fill("niet"));
  expect([wrong.length, wrong.at(-1)]).toEqual([1000, "in.jsonl:1000: is not JSON"]);
  expect(await faultsOf(...Array<string>(1500).fill(line({ regionKey: "Fout" })))).toHaveLength(1000);
  const { operator } = await testStore();
  const text = "\n".repeat(largestImport + 1);
  await expect(importAnswers(operator, { path: "in.jsonl", text })).rejects.toMatchObject({ code: "too-large" });
});

test("a known id with other content is refused, and nothing of the file stays", async () => {
  const { operator } = await testStore();
  await importAnswers(operator, { path: "a.jsonl", text: line() });
  const text = [
    line({ text: "Hij bouwt nu andere dingen." }),
    line({ id: "new", regionKey: "region-b", youthKey: "other" }),
  ].join("\n");
  const refused = await importAnswers(operator, { path: "b.jsonl", text }).catch((error) => error);
  expect(refused.details.lines).toEqual(["b.jsonl:1: the id is known with other content"]);
  expect((await operator.regions.mine()).map((region) => region.key)).toEqual(["region-a"]);
});

test("consents of a line are the only scopes that it gets; a later file adds to the same interview", async () => {
  const { operator } = await testStore();
  await importAnswers(operator, { path: "a.jsonl", text: line({ consents: ["participate", "learn-region"] }) });
  await importAnswers(operator, {
    path: "b.jsonl",
    text: [
      line({ consents: ["participate", "learn-region"] }),
      line({ id: "line-2", questionId: "child-portrait", passages: [] }),
    ].join("\n"),
  });
  const [region] = await operator.regions.mine();
  const { youths } = await operator.regions.board({ regionId: region?.id ?? "" });
  const interviews = youths.flatMap((youth) => youth.interviews);
  expect(interviews).toHaveLength(1);
  const file = await operator.interviews.file({ interviewId: interviews[0]?.id ?? "" });
  expect(file.scopes.sort()).toEqual(["learn-region", "participate"]);
  expect(Object.keys(file.answers)).toContain("child-portrait");
});

test("only the operator imports", async () => {
  const world = await testStore();
  const editor = await world.person("Ed", ["editor", null], ["administrator", null]);
  await expect(importAnswers(world.as(editor), { path: "a.jsonl", text: line() })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("consents are only made up for practice: in a real region every line has to name them", async () => {
  const world = await testStore();
  await world.region("region-a");
  const act = (text: string) => importAnswers(world.operator, { path: "in.jsonl", text });
  await expect(act(line())).rejects.toMatchObject({
    code: "import-faults",
    details: { lines: ["in.jsonl:1: consents: must be told, because region-a is no practice region"] },
  });
  expect(await act(line({ consents: ["participate"] }))).toMatchObject({ lines: 1, regions: 0 });
});

test("whole emoji are passages, halves are not, in the text and in a span", async () => {
  const text = "Hij 😀 leert 👨‍👩‍👧 veel";
  const span = (start: number, end: number) => ({
    passages: [{ start, end, theme: "development-present", code: "interest-driven-learning" }],
  });
  expect(await faultsOf(line({ text, ...span(4, 6) }))).toEqual([]);
  expect(await faultsOf(line({ text, ...span(13, 21) }))).toEqual([]);
  expect(await faultsOf(line({ text, ...span(5, 8) }))).toEqual([
    "in.jsonl:1: passages.0: 5-8 is no passage of the text",
  ]);
  expect(await faultsOf(line({ text: "half \ud83d", passages: [] }))).toEqual([
    "in.jsonl:1: text: holds half of a character",
  ]);
});

test("lines may end in CR LF and stand in any order; what was recorded is the same", async () => {
  const lines = sample.trim().split("\n");
  const count = async (text: string) => {
    const { operator } = await testStore();
    return importAnswers(operator, { path: "in.jsonl", text });
  };
  const plain = await count(sample);
  expect(await count(`${[...lines].reverse().join("\r\n")}\r\n`)).toEqual(plain);
  expect(plain).toMatchObject({ lines: lines.length, regions: 4 });
});

test("progress counts every line when it is checked and when it is recorded, and never runs back", async () => {
  const { operator } = await testStore();
  const heard: Array<[number, number]> = [];
  await importAnswers(operator, { path: "in.jsonl", text: sample, progress: (...told) => heard.push(told) });
  const done = heard.map(([many]) => many);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(heard.at(-1)).toEqual([120, 120]);
  expect(done.filter((many) => many > 60).length).toBeGreaterThan(5);
});
