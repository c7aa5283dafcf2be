/** Reading across answers: how much stands under each theme and code, and the passages themselves in their context. */
import type { AnswerKey, PassageView } from "./coding.ts";
import { idPattern, type Perspective, type ThemeId, themeIds } from "./guide.ts";
import type { Bilingual } from "./languages.ts";
import type { Surroundings } from "./passage.ts";
import type { RetrievalAct } from "./retrieval-act.ts";

/**
 * Passages under a code, and under a theme. A passage with two codes of a theme counts once for the theme, so the passages of its codes
 * may add up to more; `codings` counts each code of each coder.
 */
export type CodeCount = { code: string; passages: number; codings: number };
export type ThemeCount = { theme: ThemeId; passages: number; codings: number; codes: Array<CodeCount> };

/** What to look up: a theme or one of its codes, in one region or in all that the reader reaches. */
export type PassageQuery = { theme: ThemeId; code?: string; regionId?: string };

/** A passage where it stands: who spoke about whom, to which question, and the text around it. */
export type RetrievedPassage = AnswerKey &
  PassageView &
  Surroundings & {
    regionId: string;
    regionName: string;
    /** Everything in this region is invented. */
    practice: boolean;
    youthLabel: string;
    perspective: Perspective;
    respondentNumber: number;
    question: Bilingual;
  };

/** A page of 50; `next` is the cursor of the page after it. */
export type RetrievedPassages = { passages: Array<RetrievedPassage>; next: string | null };

/** What the address of the page by theme says: what to list, from which cursor, which coding is open for change, and what was just done. */
export type RetrievalPlace = Partial<PassageQuery> & {
  after?: string;
  edit?: string;
  done?: RetrievalAct["intent"];
  in?: string;
};

function oneOf<Word extends string>(words: ReadonlyArray<Word>, value: string | undefined): Word | undefined {
  return words.find((word) => word === value);
}

/** Reads an address; what does not fit is left out, and a code without its theme too. */
export function retrievalPlace(parameters: URLSearchParams): RetrievalPlace {
  const read = (name: string, longest = 64) => {
    const value = parameters.get(name);
    return value !== null && value.length <= longest ? value : undefined;
  };
  const theme = oneOf(themeIds, read("theme"));
  const code = read("code", 200);
  return {
    theme,
    code: theme && code !== undefined && idPattern.test(code) ? code : undefined,
    regionId: read("region") || undefined,
    after: read("after", 160),
    edit: read("edit"),
    done: oneOf(["recode", "remove", "undo"], read("done")),
    in: read("in"),
  };
}

/** The address of a place, as `retrievalPlace` reads it back: path and parameters in a fixed order. */
export function retrievalAddress({ theme, code, regionId, after, edit, done, in: region }: RetrievalPlace): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ theme, code, region: regionId, after, edit, done, in: region })) {
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `/themes?${parameters}` : "/themes";
}
