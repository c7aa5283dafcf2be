/** A small invented region for tests of reports: what is told, by whom, with which consent; and hostile texts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { codebookSchema } from "#app/domain/codebook-schemas.ts";
import type { Guide, Perspective } from "#app/domain/guide.ts";
import { guideSchema } from "#app/domain/guide-schemas.ts";
import type { InputCoding, InputInterview, ReportInput } from "#app/domain/report.ts";
import { installationRoot } from "#db/open.server.ts";

function shipped(folder: string): unknown {
  return parse(readFileSync(join(installationRoot(), "interview-guides", folder, "1.0.0.yaml"), "utf8"));
}

export const codebook = codebookSchema.parse(shipped("codebook"));
const guides: Record<Perspective, Guide> = {
  parent: guideSchema.parse(shipped("parent")),
  youth: guideSchema.parse(shipped("youth")),
  professional: guideSchema.parse(shipped("professional")),
};

/** One thing told: by whom about which youth, under which code. */
export type Told = {
  youth: string;
  perspective: Perspective;
  theme: InputCoding["theme"];
  code: string;
  quote?: string;
  question?: string;
  memo?: string;
  scopes?: InputInterview["scopes"];
  flagged?: boolean;
  forReport?: boolean;
};

const defaultQuestion: Record<Perspective, string> = {
  parent: "development-seen",
  youth: "learning-now",
  professional: "youth-needs",
};

const usualScopes: InputInterview["scopes"] = ["participate", "learn-region", "quote"];

/** A report's input in which exactly this was told; one interview per youth and perspective. */
export function inputOf(told: ReadonlyArray<Told>, about: Partial<ReportInput> = {}): ReportInput {
  const interviews = new Map<string, InputInterview>();
  for (const { youth, perspective, scopes = usualScopes } of told) {
    const id = `${youth}-${perspective}`;
    if (interviews.has(id)) continue;
    const guide = guides[perspective];
    interviews.set(id, {
      id,
      youthId: youth,
      state: "completed",
      perspective,
      guideId: guide.id,
      guideVersion: guide.version,
      conductedOn: "2026-02-10",
      scopes,
    });
  }
  const codings = told.map((one, index): InputCoding => {
    const quote = one.quote ?? "Dat ging stap voor stap.";
    return {
      id: `coding-${String(index).padStart(4, "0")}`,
      interviewId: `${one.youth}-${one.perspective}`,
      passageId: `passage-${String(index).padStart(4, "0")}`,
      questionId: one.question ?? defaultQuestion[one.perspective],
      field: "value",
      start: index * 10,
      end: index * 10 + quote.length,
      quote,
      flagged: one.flagged ?? false,
      theme: one.theme,
      code: one.code,
      memo: one.memo ?? "",
      forReport: one.forReport ?? false,
      coderId: "coder-1",
    };
  });
  const used = new Set([...interviews.values()].map((interview) => interview.perspective));
  return {
    region: { key: "region-a", name: "Waterkant", practice: true },
    language: "nl",
    period: { from: null, to: null },
    interviews: [...interviews.values()],
    codings,
    planned: { parent: 5, youth: 5, professional: 5 },
    guides: [...used].map((perspective) => guides[perspective]),
    codebook,
    texts: {},
    ...about,
  };
}

/** What three families told: every level, a sensitive code, a code told once, a perspective that is silent, words without consent. */
export const threeFamilies: ReadonlyArray<Told> = [
  {
    youth: "youth-1",
    perspective: "parent",
    theme: "what-helped",
    code: "trusted-person",
    quote: "Zij kwam elke week, ook als hij boven bleef.",
    forReport: true,
  },
  {
    youth: "youth-1",
    perspective: "professional",
    theme: "what-helped",
    code: "trusted-person",
    quote: "Dezelfde collega bleef komen, ook toen er weken geen contact was.",
  },
  {
    youth: "youth-2",
    perspective: "youth",
    theme: "what-helped",
    code: "trusted-person",
    quote: "Nu is er één iemand die alles weet. 🌻",
  },
  { youth: "youth-3", perspective: "parent", theme: "what-helped", code: "trusted-person" },
  {
    youth: "youth-1",
    perspective: "youth",
    theme: "development-present",
    code: "interest-driven-learning",
    quote: "Ik heb zelf geleerd hoe je code schrijft.",
    memo: "=dit lijkt op een formule",
  },
  {
    youth: "youth-2",
    perspective: "parent",
    theme: "development-present",
    code: "interest-driven-learning",
    quote: "WOORDEN-ZONDER-TOESTEMMING",
    scopes: ["participate", "learn-region"],
  },
  {
    youth: "youth-3",
    perspective: "professional",
    theme: "more-possible",
    code: "next-small-step",
    quote: "ALLEEN-OVER-EEN-JEUGDIGE",
  },
  { youth: "youth-1", perspective: "parent", theme: "barriers", code: "family-strain", quote: "GEVOELIGE-WOORDEN" },
  { youth: "youth-2", perspective: "parent", theme: "barriers", code: "family-strain" },
  { youth: "youth-1", perspective: "parent", theme: "barriers", code: "funding" },
  { youth: "youth-3", perspective: "professional", theme: "barriers", code: "funding" },
  {
    youth: "youth-3",
    perspective: "professional",
    theme: "barriers",
    code: "rules-and-law",
    quote: "FRAGMENT-DAT-NOG-WORDT-NAGEKEKEN",
    flagged: true,
  },
  {
    youth: "youth-4",
    perspective: "parent",
    theme: "barriers",
    code: "rules-and-law",
    quote: "WOORDEN-WAAR-DE-REGIO-NIET-VAN-LEERT",
    scopes: ["participate", "quote"],
  },
];

/** Own texts of a lead with everything that Markdown can do, kind and unkind. */
export const ownTexts: ReportInput["texts"] = {
  introduction: [
    "# Vooraf",
    "",
    "Dit leerverslag is **van ons allemaal**. Lees het *hardop* met [elkaar](https://example.org/gesprek?a=1&b=2).",
    "",
    "- eerst lezen",
    "- dan praten",
    "  1. met ouders",
    "  2. met jeugdigen",
    "",
    "> Neem de tijd.",
    "",
    "| wie | wanneer |",
    "|---|---|",
    "| regio | juni |",
  ].join("\n"),
  barriers: "Geld is er soms wel, maar *niet op die plek*.",
};
