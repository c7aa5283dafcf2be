/** What a compiled report says, audience by audience: levels, quotes, matrix, accountability, rows, and what does not count. */
import { expect, test } from "vitest";
import { perspectives } from "#app/domain/guide.ts";
import { interviewStates } from "#app/domain/interview.ts";
import {
  compileReport,
  type Report,
  type ReportInput,
  type ReportSection,
  reportSections,
} from "#app/domain/report.ts";
import { codebook, inputOf, type Told, threeFamilies } from "../exports/sample.ts";

const now = "2026-03-02T13:05:00.000Z";

/** The shape of the section with this id; the four themes share one shape. */
type SectionOf<Id extends ReportSection["id"], Section = ReportSection> = Section extends { id: infer Ids }
  ? Id extends Ids
    ? Section
    : never
  : never;

function section<Id extends ReportSection["id"]>(report: Report, id: Id): SectionOf<Id> {
  const found = report.sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found as SectionOf<Id>;
}

const team = compileReport(inputOf(threeFamilies), "case-team", now);
const region = compileReport(inputOf(threeFamilies), "region", now);

/** Told by two parents: enough to be named anywhere in a region. */
function byTwo(theme: Told["theme"], code: string): Array<Told> {
  return ["youth-1", "youth-2"].map((youth) => ({ youth, perspective: "parent", theme, code }));
}

test("the case team reads level, youths and perspectives of every code that was told, in codebook order", () => {
  expect(team.evidence).toEqual([
    {
      theme: "development-present",
      code: "interest-driven-learning",
      level: "recognised",
      youths: 2,
      triangulatedYouths: 0,
      perspectives: ["parent", "youth"],
    },
    {
      theme: "what-helped",
      code: "trusted-person",
      level: "supported",
      youths: 3,
      triangulatedYouths: 1,
      perspectives: ["parent", "youth", "professional"],
    },
    {
      theme: "more-possible",
      code: "next-small-step",
      level: "signal",
      youths: 1,
      triangulatedYouths: 0,
      perspectives: ["professional"],
    },
    {
      theme: "barriers",
      code: "funding",
      level: "recognised",
      youths: 2,
      triangulatedYouths: 0,
      perspectives: ["parent", "professional"],
    },
    {
      theme: "barriers",
      code: "family-strain",
      level: "recognised",
      youths: 2,
      triangulatedYouths: 0,
      perspectives: ["parent"],
    },
  ]);
});

test("the region reads only codes on two youths that are not sensitive, and only their level", () => {
  expect(region.evidence).toEqual([
    { theme: "development-present", code: "interest-driven-learning", level: "recognised" },
    { theme: "what-helped", code: "trusted-person", level: "supported" },
    { theme: "barriers", code: "funding", level: "recognised" },
  ]);
  expect(section(region, "more-possible").statements).toEqual([]);
  expect(section(region, "how-we-learned").held).toBe(null);
  expect(region.codings).toBe(undefined);
});

test("one youth told of from two sides is recognised for the case team and not named for the region (R36)", () => {
  const told: Array<Told> = (["parent", "youth"] as const).map((perspective) => ({
    youth: "youth-1",
    perspective,
    theme: "what-helped",
    code: "trusted-person",
  }));
  expect(compileReport(inputOf(told), "case-team", now).evidence[0]?.level).toBe("recognised");
  expect(compileReport(inputOf(told), "region", now).evidence).toEqual([]);
});

test("every audience gets every section in the same order, a draft, and the marking of practice", () => {
  for (const report of [team, region]) {
    expect(report.sections.map(({ id }) => id)).toEqual([...reportSections]);
    expect([report.status, report.practice, report.schemaVersion]).toEqual(["draft", true, 1]);
    expect(Object.keys(report).slice(0, 13)).toEqual([
      "schemaVersion",
      "region",
      "audience",
      "language",
      "practice",
      "status",
      "period",
      "compiledAt",
      "guideVersions",
      "codebookVersion",
      "sections",
      "evidence",
      "withheld",
    ]);
  }
});

test("a region without interviews gets every section, and each says that there is nothing yet", () => {
  const empty = compileReport(inputOf([]), "region", now);
  expect(empty.sections).toEqual([
    { id: "introduction", text: "" },
    { id: "one-page", text: "", points: [] },
    { id: "how-we-learned", text: "", held: null },
    { id: "development-present", text: "", statements: [] },
    { id: "what-helped", text: "", statements: [] },
    { id: "more-possible", text: "", statements: [] },
    { id: "barriers", text: "", statements: [] },
    { id: "views", text: "", matrix: null },
    {
      id: "accountability",
      text: "",
      answers: [
        { tag: "A1", codes: [] },
        { tag: "A2", codes: [] },
        { tag: "A3", codes: [] },
      ],
    },
    { id: "method", text: "", codes: [] },
  ]);
  expect([empty.evidence, empty.guideVersions]).toEqual([[], []]);
});

test("only completed and approved interviews count", () => {
  const input = inputOf(byTwo("what-helped", "trusted-person"));
  const counting = interviewStates.filter((state) => {
    const interviews = input.interviews.map((interview) => ({ ...interview, state }));
    return compileReport({ ...input, interviews }, "case-team", now).evidence.length > 0;
  });
  expect(counting).toEqual(["completed", "approved"]);
});

test("first and last day of the period count, the days around it do not", () => {
  const input = inputOf(byTwo("what-helped", "trusted-person"));
  const evidence = (from: string | null, to: string | null) =>
    compileReport({ ...input, period: { from, to } }, "case-team", now).evidence.length;
  expect(evidence("2026-02-10", "2026-02-10")).toBe(1);
  expect(evidence(null, "2026-02-09")).toBe(0);
  expect(evidence("2026-02-11", null)).toBe(0);
});

test("an interview without scope learn-region leaves no trace: the report is the one without it", () => {
  const without = inputOf(threeFamilies);
  const silent: Array<Told> = perspectives.map((perspective) => ({
    youth: "youth-9",
    perspective,
    theme: "barriers",
    code: "funding",
    scopes: ["participate", "quote", "learn-other-regions"],
  }));
  const withThem = { ...inputOf([...threeFamilies, ...silent]), guides: without.guides };
  for (const audience of ["case-team", "region"] as const)
    expect(compileReport(withThem, audience, now)).toEqual(compileReport(without, audience, now));
});

test("a flagged passage counts nowhere", () => {
  expect(JSON.stringify(team)).not.toContain("rules-and-law");
});

test("at most two quotes stand under a code: those proposed first, from two perspectives, never two about one youth", () => {
  const statement = section(team, "what-helped").statements[0];
  expect(statement?.quotes).toEqual([
    { perspective: "parent", text: "Zij kwam elke week, ook als hij boven bleef." },
    { perspective: "youth", text: "Nu is er één iemand die alles weet. 🌻" },
  ]);
});

test("two parents of two youths are both quoted when nobody else tells it", () => {
  const told: Array<Told> = ["een", "twee", "drie"].map((quote, index) => ({
    youth: `youth-${index}`,
    perspective: "parent",
    theme: "what-helped",
    code: "trusted-person",
    quote,
  }));
  const report = compileReport(inputOf(told), "case-team", now);
  expect(section(report, "what-helped").statements[0]?.quotes?.map(({ text }) => text)).toEqual(["een", "twee"]);
});

test("about one youth no more than two quotes stand in a report (R38)", () => {
  const codes = codebook.themes.find(({ id }) => id === "what-helped")?.codes ?? [];
  const told: Array<Told> = codes.map(({ id }, index) => ({
    youth: "youth-1",
    perspective: "parent",
    theme: "what-helped",
    code: id,
    quote: `zin ${index}`,
  }));
  const { statements } = section(compileReport(inputOf(told), "case-team", now), "what-helped");
  expect(statements.length).toBe(codes.length);
  expect(statements.flatMap(({ quotes }) => quotes ?? []).length).toBe(2);
});

test("without scope quote the words stand nowhere, and the coding still counts", () => {
  const row = team.codings?.find(({ text }) => text === "");
  expect(row?.code).toBe("interest-driven-learning");
  expect(JSON.stringify(team)).not.toContain("WOORDEN-ZONDER-TOESTEMMING");
});

test("the matrix marks how many of the named codes a perspective carries, and a silent one is a zero", () => {
  const told = [
    ...byTwo("what-helped", "trusted-person"),
    ...byTwo("what-helped", "being-heard"),
    ...byTwo("what-helped", "tailored-offer"),
  ];
  const youthToo: Told = { youth: "youth-1", perspective: "youth", theme: "what-helped", code: "being-heard" };
  const report = compileReport(inputOf([...told, youthToo]), "region", now);
  expect(section(report, "views").matrix).toEqual([
    { theme: "development-present", marks: { parent: "withheld", youth: "withheld", professional: "withheld" } },
    { theme: "what-helped", marks: { parent: "often", youth: "partly", professional: "none" } },
    { theme: "more-possible", marks: { parent: "withheld", youth: "withheld", professional: "withheld" } },
    { theme: "barriers", marks: { parent: "withheld", youth: "withheld", professional: "withheld" } },
  ]);
});

test("a sensitive code changes no mark for the region, so that neither its presence nor its absence shows (R30)", () => {
  const told = byTwo("barriers", "funding");
  const sensitive: Array<Told> = ["youth-1", "youth-2", "youth-3"].map((youth) => ({
    youth,
    perspective: "professional",
    theme: "barriers",
    code: "family-strain",
  }));
  const plain = inputOf(told);
  const withThem = inputOf([...told, ...sensitive]);
  const views = (input: ReportInput) => section(compileReport(input, "region", now), "views");
  expect(views(withThem)).toEqual(views(plain));
  expect(section(compileReport(withThem, "case-team", now), "views").matrix?.[3]?.marks.professional).toBe("often");
});

test("the one-page part holds at most five codes, the widest of each theme first, and no signal", () => {
  const told = codebook.themes.flatMap((theme) =>
    theme.codes.filter(({ sensitive }) => !sensitive).flatMap(({ id }) => byTwo(theme.id, id)),
  );
  const widest = perspectives.map(
    (perspective, index): Told => ({
      youth: `youth-${index + 1}`,
      perspective,
      theme: "barriers",
      code: "travel-and-practical",
    }),
  );
  const { points } = section(compileReport(inputOf([...told, ...widest]), "region", now), "one-page");
  expect(points.map(({ theme }) => theme)).toEqual([
    "development-present",
    "development-present",
    "what-helped",
    "more-possible",
    "barriers",
  ]);
  expect(points.at(-1)?.code).toBe("travel-and-practical");
  expect(section(team, "one-page").points.map(({ code }) => code)).not.toContain("next-small-step");
});

test("accountability lists the codes told in answers to tagged questions, at most ten for each", () => {
  const { answers } = section(region, "accountability");
  expect(answers.map(({ tag, codes }) => [tag, codes.map(({ code }) => code)])).toEqual([
    ["A1", ["interest-driven-learning", "trusted-person", "funding"]],
    ["A2", []],
    ["A3", []],
  ]);
  const everything = codebook.themes.flatMap((theme) => theme.codes.flatMap(({ id }) => byTwo(theme.id, id)));
  const many = section(compileReport(inputOf(everything), "region", now), "accountability").answers;
  expect(many.map(({ codes }) => codes.length)).toEqual([10, 0, 0]);
});

test("method names guide versions by perspective, oldest first, and defines the codes that were used", () => {
  const input = inputOf(threeFamilies);
  const interviews = input.interviews.map((interview) =>
    interview.id === "youth-1-parent" ? { ...interview, guideVersion: "1.10.0" } : interview,
  );
  const report = compileReport({ ...input, language: "en", interviews }, "region", now);
  expect(report.guideVersions.map(({ perspective, version }) => [perspective, version])).toEqual([
    ["parent", "1.0.0"],
    ["parent", "1.10.0"],
    ["youth", "1.0.0"],
    ["professional", "1.0.0"],
  ]);
  const [first] = section(report, "method").codes;
  const code = codebook.themes[0]?.codes[0];
  expect(first).toEqual({
    theme: "development-present",
    code: "interest-driven-learning",
    name: code?.name.en,
    definition: code?.definition.en,
  });
});

test("the lead's own texts stay Markdown in the section they belong to", () => {
  const report = compileReport(inputOf([], { texts: { barriers: "*Samen* <b>lezen</b>" } }), "region", now);
  expect(section(report, "barriers").text).toBe("*Samen* <b>lezen</b>");
});

test("rows hold a letter for each youth and numbers for interviews and coders, drawn anew for each report", () => {
  const rows = team.codings ?? [];
  expect(new Set(rows.map(({ youth }) => youth))).toEqual(new Set(["A", "B", "C"]));
  expect(new Set(rows.map(({ interview }) => interview))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  const letters = new Set(
    Array.from({ length: 40 }, (_, index) => {
      const at = new Date(Date.parse(now) + index * 1000).toISOString();
      const found = compileReport(inputOf(threeFamilies), "case-team", at).codings?.find(({ memo }) => memo !== "");
      return found?.youth;
    }),
  );
  expect(letters).toEqual(new Set(["A", "B", "C"]));
});

test("the twenty-seventh youth is AA", () => {
  const told = Array.from(
    { length: 28 },
    (_, index): Told => ({
      youth: `youth-${index}`,
      perspective: "parent",
      theme: "barriers",
      code: "funding",
    }),
  );
  expect(
    compileReport(inputOf(told), "case-team", now)
      .codings?.slice(-2)
      .map(({ youth }) => youth),
  ).toEqual(["AA", "AB"]);
});
