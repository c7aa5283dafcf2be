/** The regional learning report as plain data: what goes in, what comes out, and nothing about how it looks. */
import type { Codebook } from "./codebook.ts";
import type { EvidenceLevel } from "./evidence.ts";
import type { AccountabilityTag, ConsentScope, Guide, Perspective, ThemeId } from "./guide.ts";
import { themeIds } from "./guide.ts";
import type { InterviewState } from "./interview.ts";
import type { Language } from "./languages.ts";

/** Who may read a report; it decides what is withheld (rule R27). */
export const audiences = ["case-team", "region", "network", "public"] as const;
export type Audience = (typeof audiences)[number];

/** The sections of a report in order; the lead may write a text with each. */
export const reportSections = [
  "introduction",
  "one-page",
  "how-we-learned",
  ...themeIds,
  "views",
  "accountability",
  "method",
] as const;
export type ReportSectionId = (typeof reportSections)[number];

/** Whether a word names a section. */
export function isReportSection(value: string): value is ReportSectionId {
  return (reportSections as ReadonlyArray<string>).includes(value);
}

/** First and last day of the interviews (`YYYY-MM-DD`, both inclusive); null: no limit. */
export type ReportPeriod = { from: string | null; to: string | null };

/** An interview with the scopes that stand for it. Of all ids only those of passages leave, for the case team. */
export type InputInterview = {
  id: string;
  state: InterviewState;
  youthId: string;
  perspective: Perspective;
  guideId: string;
  guideVersion: string;
  /** `YYYY-MM-DD`. */
  conductedOn: string;
  scopes: ReadonlyArray<ConsentScope>;
};

/** One coding with its passage (UTF-16 code units, end exclusive). `flagged`: the answer changed and a person must look again. */
export type InputCoding = {
  id: string;
  interviewId: string;
  passageId: string;
  questionId: string;
  field: "value" | "note";
  start: number;
  end: number;
  quote: string;
  flagged: boolean;
  theme: ThemeId;
  code: string;
  memo: string;
  forReport: boolean;
  coderId: string;
};

/** Everything a report is compiled from. What does not count (state, period, consent, flag) may be among it: compiling leaves it out. */
export type ReportInput = {
  region: { key: string; name: string; practice: boolean };
  language: Language;
  period: ReportPeriod;
  interviews: ReadonlyArray<InputInterview>;
  codings: ReadonlyArray<InputCoding>;
  /** How many interviews were planned or held, refused, discarded and withdrawn ones left out, by perspective. */
  planned: Record<Perspective, number>;
  /** Every guide version that an interview is pinned to. */
  guides: ReadonlyArray<Guide>;
  codebook: Codebook;
  /** The lead's own texts, Markdown, by section. */
  texts: Partial<Record<ReportSectionId, string>>;
};

/** Words of a speaker, attributed by perspective only (rule R38). */
export type ReportQuote = { perspective: Perspective; text: string };

/** What was told under one code. The fields after `level` exist for the case team only. */
export type Statement = {
  theme: ThemeId;
  code: string;
  name: string;
  definition: string;
  level: EvidenceLevel;
  youths?: number;
  triangulatedYouths?: number;
  perspectives?: Array<Perspective>;
  passageIds?: Array<string>;
  quotes?: Array<ReportQuote>;
};

export const matrixMarks = ["often", "partly", "none", "withheld"] as const;
export type MatrixMark = (typeof matrixMarks)[number];

export type MatrixRow = { theme: ThemeId; marks: Record<Perspective, MatrixMark> };

type Own = { text: string };
/** The codes told in answers to one accountability question (A1 needs, A2 what can be done now, A3 what is needed for the rest). */
export type AccountabilityAnswer = {
  tag: AccountabilityTag;
  codes: Array<{ theme: ThemeId; code: string; name: string }>;
};

/** A section with the lead's own text (Markdown, empty when none) and what was compiled; an empty list or null says: nothing to tell yet. */
export type ReportSection =
  | ({ id: "introduction" } & Own)
  | ({ id: "one-page"; points: Array<{ theme: ThemeId; code: string; name: string; definition: string }> } & Own)
  | ({ id: "how-we-learned"; held: Array<{ perspective: Perspective; planned: number; told: number }> | null } & Own)
  | ({ id: ThemeId; statements: Array<Statement> } & Own)
  | ({ id: "views"; matrix: Array<MatrixRow> | null } & Own)
  | ({ id: "accountability"; answers: Array<AccountabilityAnswer> } & Own)
  | ({ id: "method"; codes: Array<{ theme: ThemeId; code: string; name: string; definition: string }> } & Own);

/** One entry for every code of the region's report. Case team: with counts and perspectives; region: the level alone. */
export type EvidenceEntry = {
  theme: ThemeId;
  code: string;
  level: EvidenceLevel;
  youths?: number;
  triangulatedYouths?: number;
  perspectives?: Array<Perspective>;
};

export const withheldKinds = [
  "counts",
  "quotes",
  "quotes-without-consent",
  "sensitive",
  "few-youths",
  "splits",
  "without-consent",
  "flagged",
] as const;
export type WithheldKind = (typeof withheldKinds)[number];

/** A kind of thing that was left out, the rule that asks for it, and why; never a value. */
export type Withheld = { what: WithheldKind; rule: string; why: string };

/** One coding as a row, for the case team only. Youths, interviews and coders have a letter or number of this report alone. */
export type CodingRow = {
  youth: string;
  perspective: Perspective;
  interview: number;
  guide: string;
  guideVersion: string;
  question: string;
  construct: string;
  field: "value" | "note";
  start: number;
  end: number;
  /** Empty without scope `quote`. */
  text: string;
  theme: ThemeId;
  code: string;
  level: EvidenceLevel;
  memo: string;
  forReport: boolean;
  coder: number;
};

export type Report = {
  schemaVersion: 1;
  region: { key: string; name: string };
  audience: Audience;
  language: Language;
  practice: boolean;
  /** `released`: the text of a release, as it was when a lead released it. */
  status: "draft" | "released";
  period: ReportPeriod;
  /** UTC, ISO 8601. */
  compiledAt: string;
  guideVersions: Array<{ guide: string; perspective: Perspective; version: string }>;
  codebookVersion: string;
  sections: Array<ReportSection>;
  evidence: Array<EvidenceEntry>;
  withheld: Array<Withheld>;
  /** Case team only; what a table is written from. */
  codings?: Array<CodingRow>;
};

export { compileReport } from "./report-compile.ts";
