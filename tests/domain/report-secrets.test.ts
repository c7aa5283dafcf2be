/** What must not show in a report: what does not count changes nothing, and the region cannot tell what was withheld or how many told. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { perspectives } from "#app/domain/guide.ts";
import { countsInReports, interviewStates } from "#app/domain/interview.ts";
import { type Audience, compileReport, type ReportInput } from "#app/domain/report.ts";
import { codebook, inputOf, type Told, threeFamilies } from "#tests/exports/sample.ts";

const now = "2026-03-02T13:05:00.000Z";

function bytesOf(input: ReportInput, audience: Audience): string {
  return JSON.stringify(compileReport(input, audience, now));
}

const allCodes = codebook.themes.flatMap((theme) => theme.codes.map((code) => ({ theme: theme.id, code })));
const openCodes = allCodes.flatMap(({ theme, code }) => (code.sensitive ? [] : [{ theme, code: code.id }]));
const sensitiveCodes = allCodes.flatMap(({ theme, code }) => (code.sensitive ? [{ theme, code: code.id }] : []));
const questions: Record<Told["perspective"], Array<string>> = {
  parent: ["development-seen", "turning-point", "barriers-experienced"],
  youth: ["learning-now", "what-helps", "own-wish"],
  professional: ["youth-needs", "possible-now", "needed-for-not-yet", "development-seen"],
};

/** Everything told about five youths by all three, so that nobody new speaks when something is added. */
const everyone: ReadonlyArray<Told> = ["y1", "y2", "y3", "y4", "y5"].flatMap((youth) =>
  perspectives.map((perspective): Told => ({ youth, perspective, theme: "what-helped", code: "being-heard" })),
);

function anyTold(codes: ReadonlyArray<Pick<Told, "theme" | "code">>, most: number): fc.Arbitrary<Array<Told>> {
  const one = fc
    .record({
      pair: fc.constantFrom(...codes),
      youth: fc.constantFrom("y1", "y2", "y3", "y4", "y5"),
      perspective: fc.constantFrom(...perspectives),
      place: fc.nat(3),
    })
    .map(({ pair, youth, perspective, place }): Told => {
      const asked = questions[perspective];
      return { ...pair, youth, perspective, question: asked[place % asked.length] ?? "" };
    });
  return fc.array(one, { maxLength: most });
}

/** The same input with everything of the youths whose name starts with `hidden` changed in one way. */
function withHidden(
  told: ReadonlyArray<Told>,
  hidden: ReadonlyArray<Told>,
  change: Partial<ReportInput["interviews"][number]>,
): ReportInput {
  const input = inputOf([...told, ...hidden.map((one) => ({ ...one, youth: `hidden ${one.youth}` }))]);
  return {
    ...input,
    interviews: input.interviews.map((one) => (one.youthId.startsWith("hidden") ? { ...one, ...change } : one)),
  };
}

const doesNotCount: Array<[string, Partial<ReportInput["interviews"][number]>]> = [
  ["without learn-region", { scopes: ["participate", "learn-other-regions", "quote", "audio", "recontact", "agenda"] }],
  ["without any scope", { scopes: [] }],
  ["held before the period", { conductedOn: "2025-12-31" }],
  ["held after the period", { conductedOn: "2026-04-01" }],
  ...interviewStates
    .filter((state) => !countsInReports(state))
    .map((state): [string, { state: typeof state }] => [`that is ${state}`, { state }]),
];

const period = { from: "2026-01-01", to: "2026-03-31" };

test.each(doesNotCount)("an interview %s leaves no trace in the report of any audience", (_name, change) => {
  fc.assert(
    fc.property(anyTold(openCodes, 20), anyTold(openCodes, 20), (told, hidden) => {
      for (const audience of ["case-team", "region"] as const) {
        const without = bytesOf({ ...inputOf(told), period }, audience);
        expect(bytesOf({ ...withHidden(told, hidden, change), period }, audience)).toBe(without);
      }
    }),
    { numRuns: 40 },
  );
});

test("approved interviews count as much as completed ones, and the first and last day of the period belong to it", () => {
  const input = inputOf(threeFamilies);
  const edges = ["2026-01-01", "2026-03-31"];
  const approved = input.interviews.map((one, index) => ({
    ...one,
    state: "approved" as const,
    conductedOn: edges[index % 2] ?? "",
  }));
  expect(bytesOf({ ...input, interviews: approved, period }, "case-team")).toBe(
    bytesOf({ ...input, period }, "case-team"),
  );
});

test("a flagged passage leaves no trace beyond the interview it stands in", () => {
  fc.assert(
    fc.property(anyTold(openCodes, 20), anyTold(openCodes, 20), (told, flagged) => {
      for (const audience of ["case-team", "region"] as const) {
        const base = [...everyone, ...told];
        const more = [...base, ...flagged.map((one) => ({ ...one, flagged: true }))];
        expect(bytesOf(inputOf(more), audience)).toBe(bytesOf(inputOf(base), audience));
      }
    }),
    { numRuns: 60 },
  );
});

test("the region cannot tell whether something sensitive, or something about one youth alone, was told", () => {
  fc.assert(
    fc.property(anyTold(sensitiveCodes, 20), fc.constantFrom(...openCodes), fc.nat(4), (sensitive, pair, place) => {
      fc.pre(pair.code !== "being-heard");
      const alone = perspectives.map(
        (perspective): Told => ({ ...pair, perspective, youth: `y${place + 1}`, quote: "ALLEEN-HIER" }),
      );
      const more = bytesOf(inputOf([...everyone, ...sensitive, ...alone]), "region");
      expect(more).toBe(bytesOf(inputOf(everyone), "region"));
    }),
  );
});

test("the region cannot tell how many youths stand behind a level", () => {
  let compared = 0;
  fc.assert(
    fc.property(anyTold(openCodes.slice(0, 6), 25), fc.nat(), fc.integer({ min: 1, max: 4 }), (told, place, more) => {
      const base = [...everyone, ...told];
      const input = inputOf(base);
      const before = compileReport(input, "region", now);
      const named = base.filter((one) => before.evidence.some(({ code }) => code === one.code));
      const chosen = named[place % named.length];
      if (!chosen) throw new Error("what everyone told is always named");
      const others = Array.from({ length: more }, (_, index) => ({ ...chosen, youth: `another ${index}` }));
      const after = compileReport(inputOf([...base, ...others]), "region", now);
      fc.pre(JSON.stringify(after.evidence) === JSON.stringify(before.evidence));
      compared += 1;
      expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    }),
  );
  expect(compared).toBeGreaterThan(50);
});

test("the time of compiling shows only where it says so in a report for the region", () => {
  const input = inputOf(threeFamilies);
  const later = { ...compileReport(input, "region", "2027-01-01T00:00:00.000Z"), compiledAt: now };
  expect(JSON.stringify(later)).toBe(bytesOf(input, "region"));
});

test("letters of youths are drawn anew for each report", () => {
  const youths = Array.from({ length: 40 }, (_, index) => `youth-${index}`);
  const input = inputOf(
    youths.map((youth): Told => ({ youth, perspective: "parent", theme: "barriers", code: "funding", memo: youth })),
  );
  const lettersAt = (time: string) =>
    (compileReport(input, "case-team", time).codings ?? [])
      .toSorted((a, b) => (a.memo < b.memo ? -1 : 1))
      .map((row) => row.youth);
  expect(lettersAt(now)).toEqual(lettersAt(now));
  expect(lettersAt(now)).not.toEqual(lettersAt("2026-03-03T13:05:00.000Z"));
  expect(new Set(lettersAt(now)).size).toBe(40);
});

test("no quote leaves without scope quote, and never more than two of a code or about a youth", () => {
  fc.assert(
    fc.property(anyTold(openCodes, 40), (told) => {
      const spoken = told.map(
        (one, index): Told => ({
          ...one,
          quote: `woorden ${index} ${one.youth === "y5" ? "GEHEIM" : one.youth} einde`,
          scopes: one.youth === "y5" ? ["participate", "learn-region"] : ["participate", "learn-region", "quote"],
        }),
      );
      const report = compileReport(inputOf(spoken), "case-team", now);
      expect(JSON.stringify(report)).not.toContain("GEHEIM");
      const perCode = report.sections.flatMap((section) =>
        "statements" in section ? section.statements.map(({ quotes }) => quotes ?? []) : [],
      );
      for (const quotes of perCode) expect(quotes.length).toBeLessThanOrEqual(2);
      for (const youth of ["y1", "y2", "y3", "y4"]) {
        const about = perCode.map((quotes) => quotes.filter(({ text }) => text.includes(` ${youth} `)).length);
        expect(Math.max(0, ...about)).toBeLessThanOrEqual(1);
        expect(about.reduce((sum, number) => sum + number, 0)).toBeLessThanOrEqual(2);
      }
    }),
  );
});
