/** The guides, the codebook and the invented answers that come with the product are whole, bilingual and fit each other. */
import { expect, test } from "vitest";
import { type Alias, parseAllDocuments, visit } from "yaml";
import { findCode } from "#app/domain/codebook.ts";
import { codebookSchema } from "#app/domain/codebook-schemas.ts";
import {
  ageBands,
  compareVersions,
  enrolmentStatuses,
  findQuestion,
  type Guide,
  listedScopes,
  participateQuestion,
  perspectives,
  type Question,
  questionsOf,
  type ShowIf,
} from "#app/domain/guide.ts";
import { guideSchema } from "#app/domain/guide-schemas.ts";
import {
  allLines,
  codebookFiles,
  codebooks,
  contentOf,
  extras,
  filesOf,
  guideFiles,
  guideOf,
  guides,
  samples,
} from "./shipped-files.ts";

const everyFile = [...guideFiles, ...codebookFiles];

/** Every text that exists in both languages within a parsed file, with the path that leads to it. */
function bilingualTexts(value: unknown, path = ""): Array<{ path: string; nl: string; en: string }> {
  if (Array.isArray(value)) return value.flatMap((item, index) => bilingualTexts(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  if ("nl" in value && "en" in value) return [{ path, nl: String(value.nl), en: String(value.en) }];
  return Object.entries(value).flatMap(([key, item]) => bilingualTexts(item, path ? `${path}.${key}` : key));
}

/** What is wrong with a condition that stands after the questions `before`. */
function conditionFaults(showIf: ShowIf | undefined, before: ReadonlyMap<string, Question>): Array<string> {
  if (!showIf) return [];
  const conditions = "all" in showIf ? showIf.all : showIf.any;
  return conditions.flatMap(({ ref, op, value }) => {
    if ((op === "answered") !== (value === undefined)) return [`${ref}: ${op} with value ${String(value)}`];
    const wanted = value === undefined ? [] : [value].flat();
    let known: ReadonlyArray<string> | undefined;
    if (ref.startsWith("youth.")) known = ref === "youth.ageBand" ? ageBands : enrolmentStatuses;
    else {
      const question = before.get(ref.slice("answers.".length));
      if (!question) return [`${ref} is not asked before`];
      if (question.retired) return [`${ref} is retired`];
      known = question.type === "yes-no" ? ["yes", "no"] : question.options?.map((option) => option.value);
    }
    return wanted.filter((item) => known && !known.includes(String(item))).map((item) => `${ref}: no option ${item}`);
  });
}

test("every perspective has a first guide version, and the codebook has one", () => {
  for (const perspective of perspectives) expect(filesOf(perspective).map((file) => file.version)).toContain("1.0.0");
  expect(codebookFiles.map((file) => file.version)).toContain("1.0.0");
});

test("every shipped file is plain YAML without warnings, aliases or a second document, and small enough", () => {
  for (const file of everyFile) {
    const documents = parseAllDocuments(file.text);
    expect(documents, file.path).toHaveLength(1);
    for (const document of documents) {
      if (!("contents" in document)) throw new Error(`${file.path} is empty`);
      expect([...document.errors, ...document.warnings], file.path).toEqual([]);
      const aliases: Array<Alias> = [];
      visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
      expect(aliases, file.path).toEqual([]);
    }
    expect(Buffer.byteLength(file.text), file.path).toBeLessThanOrEqual(256_000);
  }
});

test("every shipped file names its schema, its version and its perspective as its place says", () => {
  for (const file of guideFiles) {
    const guide = guideSchema.parse(contentOf(file));
    expect(file.text.split("\n", 1)).toEqual(["# yaml-language-server: $schema=../guide.schema.json"]);
    expect(`${guide.perspective}/${guide.version}.yaml`).toBe(file.path);
    expect(guide.id).toBe(`guide-${guide.perspective}`);
  }
  for (const file of codebookFiles) {
    expect(file.text.split("\n", 1)).toEqual(["# yaml-language-server: $schema=../codebook.schema.json"]);
    expect(`codebook/${codebookSchema.parse(contentOf(file)).version}.yaml`).toBe(file.path);
  }
});

test("every text is there in Dutch and in English, and the English is a translation", () => {
  for (const file of everyFile) {
    const texts = bilingualTexts(contentOf(file));
    expect(texts.length, file.path).toBeGreaterThan(100);
    expect(
      texts.filter(({ nl, en }) => !nl.trim() || !en.trim() || (nl === en && nl.length > 12)),
      file.path,
    ).toEqual([]);
  }
});

test("every question that is asked has a probe and a tip", () => {
  for (const guide of guides) {
    const bare = questionsOf(guide).filter(({ question }) => question.probes.length === 0 || !question.tip);
    expect(bare.map(({ question }) => question.id)).toEqual([]);
  }
});

test("tips speak to the interviewer as je, never as u", () => {
  for (const guide of guides) {
    const formal = questionsOf(guide).filter(({ question }) => /\b(u|uw|uzelf)\b/i.test(question.tip?.nl ?? ""));
    expect(formal.map(({ question }) => question.tip?.nl)).toEqual([]);
  }
});

test("questions address the speaker as the guide's register says", () => {
  for (const guide of guides) {
    const other = guide.register === "u" ? /\b(je|jij|jou|jouw)\b/i : /\b(u|uw)\b/i;
    const spoken = questionsOf(guide).flatMap(({ question }) => [
      question.text.nl,
      ...question.probes.map((probe) => probe.nl),
    ]);
    expect(spoken.filter((text) => other.test(text))).toEqual([]);
  }
});

test("ids stand once, choices have options and scales have labels", () => {
  for (const guide of guides) {
    const questions = questionsOf(guide).map(({ question }) => question);
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
    expect(new Set(guide.steps.map((step) => step.id)).size).toBe(guide.steps.length);
    for (const question of questions) {
      const values = question.options?.map((option) => option.value) ?? [];
      expect(new Set(values).size, question.id).toBe(values.length);
      expect(values.length > 0, question.id).toBe(question.type.endsWith("-choice"));
      expect(question.scale !== undefined, question.id).toBe(question.type === "scale-1-10");
      if (question.precision) expect(question.type, question.id).toBe("date");
    }
  }
});

test("the minutes of the steps add up to the estimate of the guide", () => {
  for (const guide of guides) {
    expect(
      guide.steps.reduce((sum, step) => sum + step.minutes, 0),
      guide.id,
    ).toBe(guide.estimatedMinutes);
  }
});

test("a condition only looks back, at a question that is asked and at values that exist", () => {
  for (const guide of guides) {
    const before = new Map<string, Question>();
    const faults: Array<string> = [];
    for (const step of guide.steps) {
      faults.push(...conditionFaults(step.showIf, before));
      for (const question of step.questions) {
        faults.push(...conditionFaults(question.showIf, before));
        before.set(question.id, question);
      }
    }
    expect(faults, `${guide.id} ${guide.version}`).toEqual([]);
  }
});

test("every guide asks to take part first, and then offers the scopes of the consent record", () => {
  for (const guide of guides) {
    const [first, second] = questionsOf(guide).map(({ question }) => question);
    expect(first).toBe(participateQuestion(guide));
    expect(second?.consentScope).toBe("list");
    expect(second?.options?.map((option) => option.value)).toEqual([...listedScopes]);
  }
});

test("a later version deletes no question or option and never changes the type or construct of a question", () => {
  for (const perspective of perspectives) {
    const versions = guides
      .filter((guide) => guide.perspective === perspective)
      .sort((left, right) => compareVersions(left.version, right.version));
    versions.slice(1).forEach((later, index) => {
      const earlier = versions[index];
      if (!earlier) throw new Error("no earlier version");
      for (const { question } of questionsOf(earlier)) {
        const successor = findQuestion(later, question.id);
        expect(successor, question.id).toMatchObject({ type: question.type, construct: question.construct });
        const kept = successor?.options?.map((option) => option.value) ?? [];
        for (const option of question.options ?? []) expect(kept, question.id).toContain(option.value);
      }
    });
  }
});

test("the second parent guide shows every kind of change a version can bring", () => {
  const earlier = guideOf("parent", "1.0.0");
  const later = guideOf("parent", "1.1.0");
  const placeOf = (guide: Guide, id: string) => questionsOf(guide).find(({ question }) => question.id === id)?.step.id;
  const pairs = questionsOf(later).map(({ question }) => ({ now: question, was: findQuestion(earlier, question.id) }));
  const changed = (kind: (now: Question, was: Question) => boolean) =>
    pairs.filter(({ now, was }) => was && kind(now, was)).map(({ now }) => now.id);
  expect(pairs.filter(({ was }) => !was).map(({ now }) => now.id)).toEqual([
    "source-of-hope",
    "message-to-organisations",
  ]);
  expect(changed((now, was) => now.retired !== was.retired)).toEqual(["confidence-more-possible"]);
  expect(changed((now, was) => now.text.nl !== was.text.nl)).toEqual(["difference-in-cooperation"]);
  expect(changed((now) => placeOf(later, now.id) !== placeOf(earlier, now.id))).toEqual(["child-wish"]);
  expect(changed((now, was) => now.tip?.nl !== was.tip?.nl)).toEqual(["turning-point"]);
  expect(changed((now, was) => JSON.stringify(now.probes) !== JSON.stringify(was.probes))).toEqual(["turning-point"]);
  const places = findQuestion(later, "development-places")?.options ?? [];
  const placesBefore = findQuestion(earlier, "development-places")?.options?.map((option) => option.value) ?? [];
  expect(places.filter((option) => option.retired).map((option) => option.value)).toEqual(["hobby-club"]);
  expect(places.map((option) => option.value).filter((value) => !placesBefore.includes(value))).toEqual([
    "own-hobby",
    "sport-club",
  ]);
});

test("the codebook has its four themes in order, and a code id stands under one theme only", () => {
  for (const codebook of codebooks) {
    expect(codebook.themes.map((theme) => theme.order)).toEqual([1, 2, 3, 4]);
    const codes = codebook.themes.flatMap((theme) => theme.codes.map((code) => code.id));
    expect(new Set(codes).size).toBe(codes.length);
  }
});

test("a code that refers to another code names one that exists", () => {
  for (const codebook of codebooks) {
    const known = new Set(codebook.themes.flatMap((theme) => theme.codes.map((code) => code.id)));
    for (const code of codebook.themes.flatMap((theme) => theme.codes)) {
      const named = (text: string) => [...text.matchAll(/\(([a-z-]+)\)/g)].map((match) => match[1] ?? "");
      expect(named(code.notUse.nl), code.id).toEqual(named(code.notUse.en));
      expect(
        named(code.notUse.nl).filter((id) => !known.has(id)),
        code.id,
      ).toEqual([]);
    }
  }
});

test("the invented answers are many, and no id stands twice", () => {
  expect(samples).toHaveLength(60);
  expect(extras.length).toBeGreaterThanOrEqual(150);
  expect(new Set(allLines.map((line) => line.id)).size).toBe(allLines.length);
});

test("every invented answer belongs to a question that the guide version asks of this youth", () => {
  for (const line of allLines) {
    const versions = line.guideVersion
      ? [guideOf(line.perspective, line.guideVersion)]
      : guides.filter((guide) => guide.perspective === line.perspective);
    for (const guide of versions) {
      const question = findQuestion(guide, line.questionId);
      expect(question, `${line.id} ${guide.version}`).toBeDefined();
      expect(question?.retired, line.id).toBeUndefined();
      const conditions = question?.showIf && "all" in question.showIf ? question.showIf.all : [];
      const status = conditions.find((condition) => condition.ref === "youth.enrolmentStatus");
      if (status) expect(status.value, line.id).toBe(line.enrolmentStatus);
    }
  }
});

test("a youth has one status and one age band, and an interview one day and one guide version", () => {
  const seen = new Map<string, string>();
  for (const line of allLines) {
    const youth = `${line.regionKey}/${line.youthKey}`;
    for (const [key, held] of [
      [youth, `${line.enrolmentStatus} ${line.ageBand}`],
      [`${youth}/${line.perspective}`, `${line.conductedOn} ${line.guideVersion}`],
    ] as const) {
      expect(seen.get(key) ?? held, key).toBe(held);
      seen.set(key, held);
    }
  }
});

test("every passage lies within its text, holds words, cuts no character in two and has a code of its theme", () => {
  for (const line of allLines) {
    expect(line.passages.length, line.id).toBeGreaterThan(0);
    for (const { start, end, theme, code } of line.passages) {
      const quoted = line.text.slice(start, end);
      expect(start < end && end <= line.text.length, line.id).toBe(true);
      expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(quoted), line.id).toBe(false);
      expect(quoted.trim(), line.id).toBe(quoted);
      expect(/\w/.test(line.text[start - 1] ?? " "), `${line.id} starts inside a word`).toBe(false);
      expect(/\w/.test(line.text[end] ?? " "), `${line.id} ends inside a word`).toBe(false);
      for (const codebook of codebooks) expect(findCode(codebook, theme, code), `${line.id} ${code}`).toBeDefined();
    }
  }
});

test("the invented answers hold emoji inside and before passages, and passages that overlap", () => {
  const inside = extras.filter((line) =>
    line.passages.some(({ start, end }) => /\p{Extended_Pictographic}/u.test(line.text.slice(start, end))),
  );
  const before = extras.filter((line) =>
    line.passages.some(({ start }) => /\p{Extended_Pictographic}/u.test(line.text.slice(0, start))),
  );
  const overlapping = extras.filter((line) =>
    line.passages.some((one) => line.passages.some((other) => one.start < other.start && other.start < one.end)),
  );
  expect(inside.length).toBeGreaterThan(0);
  expect(before.length).toBeGreaterThan(5);
  expect(overlapping.length).toBeGreaterThan(5);
});
