/** What holds for every report: order of the input plays no part, and the region's bytes give away no number, word or id. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { perspectives } from "#app/domain/guide.ts";
import { type Audience, compileReport, type ReportInput } from "#app/domain/report.ts";
import { codebook, inputOf, type Told } from "../exports/sample.ts";

const now = "2026-03-02T13:05:00.000Z";
const codes = codebook.themes.flatMap((theme) =>
  theme.codes.slice(-4).map(({ id }) => ({ theme: theme.id, code: id })),
);
const questions = {
  parent: ["development-seen", "turning-point", "barriers-experienced"],
  youth: ["learning-now", "what-helps", "what-is-hard"],
  professional: ["youth-needs", "possible-now", "needed-for-not-yet"],
} as const;

const toldArb: fc.Arbitrary<Told> = fc
  .record({
    youth: fc.constantFrom("GEHEIM-jeugdige-a", "GEHEIM-jeugdige-b", "GEHEIM-jeugdige-c", "GEHEIM-jeugdige-d"),
    perspective: fc.constantFrom(...perspectives),
    where: fc.nat(2),
    what: fc.constantFrom(...codes),
    flagged: fc.boolean(),
    forReport: fc.boolean(),
  })
  .map(({ where, what, perspective, flagged, ...rest }) => ({
    ...rest,
    ...what,
    perspective,
    flagged: flagged && where === 0,
    question: questions[perspective][where] ?? "development-seen",
    quote: "GEHEIM-woorden",
    memo: "GEHEIM-memo",
  }));
const corpusArb = fc.array(toldArb, { maxLength: 60 });

function bytes(input: ReportInput, audience: Audience): string {
  return JSON.stringify(compileReport(input, audience, now));
}

function shuffled(input: ReportInput, seed: number): ReportInput {
  const mixed = <Item>(list: ReadonlyArray<Item>): Array<Item> =>
    list
      .map((item, index) => ({ item, key: Math.imul(index + 1, 2654435761 ^ seed) >>> 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { ...input, interviews: mixed(input.interviews), codings: mixed(input.codings), guides: mixed(input.guides) };
}

test("the order in which interviews, codings and guides come changes no byte", () => {
  fc.assert(
    fc.property(corpusArb, fc.integer(), (told, seed) => {
      const input = inputOf(told);
      for (const audience of ["case-team", "region"] as const)
        expect(bytes(shuffled(input, seed), audience)).toBe(bytes(input, audience));
    }),
  );
});

test("one more youth with the same stories changes no byte for the region as long as every level stays the same", () => {
  fc.assert(
    fc.property(corpusArb, (told) => {
      const more = told
        .filter(({ youth }) => youth === told[0]?.youth)
        .map((one) => ({ ...one, youth: "GEHEIM-jeugdige-e" }));
      const [before, after] = [inputOf(told), inputOf([...told, ...more])];
      const levels = (input: ReportInput) =>
        compileReport(input, "case-team", now).evidence.map(({ code, level, youths = 0 }) => [
          code,
          level,
          youths >= 2,
        ]);
      fc.pre(JSON.stringify(levels(before)) === JSON.stringify(levels(after)));
      expect(bytes(after, "region")).toBe(bytes(before, "region"));
    }),
    { maxSkipsPerRun: 1000 },
  );
});

test("however many youths stand behind each level, the region reads the same bytes", () => {
  const corpus = (recognised: number, supported: number): Array<Told> => [
    ...Array.from(
      { length: recognised },
      (_, index): Told => ({
        youth: `youth-${index}`,
        perspective: "parent",
        theme: "barriers",
        code: "funding",
      }),
    ),
    ...Array.from({ length: supported }, (_, index) => index).flatMap((index) =>
      perspectives.map(
        (perspective): Told => ({
          youth: `youth-${index}`,
          perspective,
          theme: "what-helped",
          code: "trusted-person",
        }),
      ),
    ),
  ];
  const expected = bytes(inputOf(corpus(2, 3)), "region");
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 3, max: 9 }), (recognised, supported) => {
      const planned = { parent: recognised, youth: supported, professional: recognised + supported };
      expect(bytes(inputOf(corpus(recognised, supported), { planned }), "region")).toBe(expected);
    }),
  );
});

function numbersIn(value: unknown): Array<number> {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

test("the region's bytes hold no quote, memo, id of youth, interview, passage or coder, no number, and no sensitive code", () => {
  const sensitive = codebook.themes.flatMap((theme) => theme.codes.filter((code) => code.sensitive));
  expect(sensitive.length).toBe(5);
  fc.assert(
    fc.property(corpusArb, (told) => {
      const report = compileReport(inputOf(told), "region", now);
      const text = JSON.stringify(report);
      for (const secret of ["GEHEIM", "passage-0", "coding-0", "coder-1", ...sensitive.map(({ id }) => id)])
        expect(text).not.toContain(secret);
      expect(numbersIn(report)).toEqual([1]);
    }),
  );
});

test("for the case team every counted coding is one row, and no id but those of passages leaves", () => {
  fc.assert(
    fc.property(corpusArb, (told) => {
      const report = compileReport(inputOf(told), "case-team", now);
      expect(report.codings?.length).toBe(told.filter(({ flagged }) => !flagged).length);
      const text = JSON.stringify(report);
      for (const secret of ["GEHEIM-jeugdige", "coding-0", "coder-1"]) expect(text).not.toContain(secret);
    }),
  );
});
