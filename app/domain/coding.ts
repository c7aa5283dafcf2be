/** Coding an answer: what a coder sees of it and does with it, and the checks of a code, its facets and the filters of the list. */
import type { AnswerState, AnswerValue } from "./answer.ts";
import { type Codebook, type FacetId, type Facets, facetIds, findCode } from "./codebook.ts";
import {
  type AgeBand,
  type EnrolmentStatus,
  idPattern,
  type Perspective,
  perspectives,
  type Question,
  type ThemeId,
  versionPattern,
} from "./guide.ts";
import type { Bilingual } from "./languages.ts";
import type { PassageField, PassageFlag } from "./passage.ts";
import type { PersonalMatch } from "./personal-data.ts";
import { Problem } from "./problem.ts";

/** Which answer: a question of an interview. */
export type AnswerKey = { interviewId: string; questionId: string };

/** What narrows the list of answers. `uncoded`: nobody put a code on it; `mine`: I did; both: I did not yet. */
export type CodingFilters = {
  regionId?: string;
  perspective?: Perspective;
  questionId?: string;
  construct?: string;
  guideVersion?: string;
  uncoded?: boolean;
  mine?: boolean;
};

/** Who speaks, about whom: a youth is known only by a random label. */
export type SpeakerView = {
  regionId: string;
  youthId: string;
  youthLabel: string;
  enrolmentStatus: EnrolmentStatus;
  ageBand: AgeBand;
  perspective: Perspective;
  respondentNumber: number;
  guideId: string;
  guideVersion: string;
  /** `YYYY-MM-DD`. */
  conductedOn: string;
};

/** One line of the list: the beginning of what was said, and how much was marked in it. */
export type AnswerToCode = AnswerKey &
  SpeakerView & {
    construct: string;
    question: Bilingual;
    state: AnswerState;
    /** The first 300 characters of the answer, and of the note. */
    beginning: string;
    noteBeginning: string;
    passages: number;
    codings: number;
    /** Codings of the reader. */
    mine: number;
    /** Passages that somebody must look at again. */
    flagged: number;
  };

/** A page of the list; `next` is the cursor of the page after it, `total` counts all that match. */
export type AnswersToCode = { rows: Array<AnswerToCode>; next: string | null; total: number };

/** One code on one passage. `coder.name` is null for what an import brought. */
export type CodingView = {
  id: string;
  theme: ThemeId;
  code: string;
  codebookVersion: string;
  facets: Facets;
  memo: string;
  forReport: boolean;
  coder: { id: string; name: string | null };
  mine: boolean;
  createdAt: string;
};

/** A passage with its codings in the order in which they were made; start and end in UTF-16 code units of revision `sequence`. */
export type PassageView = {
  id: string;
  field: PassageField;
  sequence: number;
  start: number;
  end: number;
  quote: string;
  flag: PassageFlag | null;
  codings: Array<CodingView>;
};

/** The same construct, told by somebody else about the same youth. */
export type OtherVoice = AnswerKey & {
  perspective: Perspective;
  respondentNumber: number;
  conductedOn: string;
  question: Bilingual;
  state: AnswerState;
  text: string;
  note: string;
  passages: number;
  /** The passages themselves, to underline them. */
  marks: Array<PassageView>;
};

export const actKinds = ["code", "edit", "recode", "move", "remove"] as const;
/** What one act of a coder was, for the words beside undo and redo. */
export type ActKind = (typeof actKinds)[number];
export type ActView = AnswerKey & { kind: ActKind };
/** The act that undo would take back and the one that redo would do again, within a region. */
export type CodingHistory = { undo: ActView | null; redo: ActView | null };
/** `applied` is false when somebody else changed the same passages since: then nothing was touched. */
export type ActOutcome = ActView & { applied: boolean };

/** Everything that the coding screen shows of one answer. */
export type AnswerToRead = AnswerKey &
  SpeakerView & {
    regionName: string;
    practice: boolean;
    question: Question;
    stepTitle: Bilingual;
    state: AnswerState;
    /** The answer itself, also of a question that is no text. */
    value: AnswerValue;
    /** The text of field `value`; empty when the question is no text. */
    text: string;
    note: string;
    /** The revision of the texts, to send along with a new passage. */
    sequence: number;
    /** Two devices disagree about this answer and nobody chose yet. */
    conflict: boolean;
    /** Words that may tell who somebody is, and that nobody looked at yet. */
    warnings: Record<PassageField, Array<PersonalMatch>>;
    /** In the order of the text: field, start, end. */
    passages: Array<PassageView>;
    others: Array<OtherVoice>;
    /** Neighbours within the filters, and where this one stands among them (from 1; 0 when the filters leave it out). */
    previous: AnswerKey | null;
    next: AnswerKey | null;
    position: number;
    total: number;
    history: CodingHistory;
  };

/** What the filters of the list may be set to, within the reader's reach. */
export type CodingChoices = {
  regions: Array<{ id: string; name: string; practice: boolean }>;
  questions: Array<{
    guideId: string;
    perspective: Perspective;
    questionId: string;
    construct: string;
    text: Bilingual;
  }>;
  constructs: Array<string>;
  guideVersions: Array<string>;
};

/** Longest memo, in UTF-16 code units. */
export const longestMemo = 5000;

const isId = (value: string) => idPattern.test(value);

const filterChecks = {
  regionId: (value: string) => value.length <= 64,
  perspective: (value: string) => (perspectives as ReadonlyArray<string>).includes(value),
  questionId: isId,
  construct: isId,
  guideVersion: (value: string) => versionPattern.test(value),
};

/** The filters named in the parameters of an address; what does not fit is left out. */
export function filtersFrom(parameters: URLSearchParams): CodingFilters {
  const filters: Record<string, string | boolean> = {};
  for (const [name, fits] of Object.entries(filterChecks)) {
    const value = parameters.get(name);
    if (value && fits(value)) filters[name] = value;
  }
  for (const name of ["uncoded", "mine"]) if (parameters.get(name) === "1") filters[name] = true;
  return filters as CodingFilters;
}

/** The parameters that `filtersFrom` reads back, in a fixed order; empty filters give none. */
export function filterParameters(filters: CodingFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(filterChecks) as Array<keyof typeof filterChecks>) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  for (const name of ["uncoded", "mine"] as const) if (filters[name]) parameters.set(name, "1");
  return parameters;
}

/** Throws Problem `code-unknown` unless the codebook has this code under this theme; a retired code is for old codings only. */
export function checkCode(codebook: Codebook, theme: string, code: string): void {
  const found = findCode(codebook, theme, code);
  if (!found || found.retired) throw new Problem("code-unknown");
}

/** The facets that fit this theme, empty values left out. Throws Problem `invalid-input` naming each facet that does not exist or fit. */
export function checkFacets(codebook: Codebook, theme: ThemeId, facets: Readonly<Record<string, string>>): Facets {
  const tidy: Facets = {};
  const fields: Array<{ path: string; code: string }> = [];
  for (const [name, value] of Object.entries(facets)) {
    if (value === "") continue;
    const id = facetIds.find((candidate) => candidate === name);
    const facet = id && codebook.facets[id];
    if (!id || !facet?.appliesTo.includes(theme) || !facet.values.includes(value)) {
      fields.push({ path: `facets.${name}`, code: "unknown-option" });
    } else tidy[id] = value;
  }
  if (fields.length > 0) throw new Problem("invalid-input", { fields });
  return tidy;
}

/** The facets that remain when a coding gets another theme. */
export function facetsFor(codebook: Codebook, theme: ThemeId, facets: Facets): Facets {
  const kept = Object.entries(facets).filter(([id]) => codebook.facets[id as FacetId]?.appliesTo.includes(theme));
  return Object.fromEntries(kept);
}

/** The memo in tidy lines. Throws Problem `too-large` above 5,000 UTF-16 code units. */
export function checkMemo(memo: string): string {
  const tidy = memo.replaceAll("\r\n", "\n").trim();
  if (tidy.length > longestMemo) throw new Problem("too-large");
  return tidy;
}
