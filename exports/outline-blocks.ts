/** What a report is made of when it is read from top to bottom: parts with blocks, in words, ready for any format that shows text. */
import type { Perspective, ThemeId } from "#app/domain/guide.ts";
import type { Language } from "#app/domain/languages.ts";

/** How widely something was told: `rank` 1 (once) to 4 (in more regions), in words and with what that means. */
export type Breadth = { rank: number; name: string; meaning: string };

/** Something that was said, attributed by perspective only. */
export type Said = { perspective: Perspective; who: string; text: string };

/** One learning: what was told under one code. `counts` are sentences with numbers, present only where the audience may see them. */
export type Finding = {
  theme: ThemeId;
  title: string;
  text: string;
  breadth: Breadth | null;
  seenBy: Array<{ perspective: Perspective; name: string }>;
  details: Array<string>;
  said: Array<Said>;
};

export type MatrixCell = { fill: "full" | "half" | "open" | "withheld"; word: string; detail: string };

export type Block =
  /** The lead's own words, in Markdown as written. */
  | { kind: "own-text"; markdown: string }
  | { kind: "empty"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "key-points"; items: Array<{ theme: ThemeId | null; themeName: string; text: string }> }
  | { kind: "lines"; title: string | null; items: Array<string> }
  | { kind: "findings"; items: Array<Finding> }
  | { kind: "table"; caption: string; head: Array<string>; rows: Array<Array<string>> }
  | {
      kind: "matrix";
      caption: string;
      corner: string;
      columns: Array<{ perspective: Perspective; name: string }>;
      rows: Array<{ theme: ThemeId; name: string; cells: Array<MatrixCell> }>;
    }
  | { kind: "questions"; items: Array<string> }
  | { kind: "withheld"; items: Array<{ what: string; why: string }> }
  | { kind: "definitions"; items: Array<{ term: string; text: string }> };

export type Part = { id: string; title: string; intro: string; theme: ThemeId | null; blocks: Array<Block> };

export type Outline = {
  language: Language;
  title: string;
  subtitle: string;
  /** The sentence that says that everything is invented; null for a real region. */
  practice: { title: string; text: string } | null;
  /** What may be done with this file, for example that it is a draft; null when released. */
  status: string | null;
  facts: Array<{ label: string; value: string }>;
  parts: Array<Part>;
  /** The line at the very end: when and from what this was compiled. */
  colophon: string;
  words: { skip: string; pageOf: string; seenBy: string };
};
