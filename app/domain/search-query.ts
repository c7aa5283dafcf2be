/** What one types to search: words, beginnings (`woord*`) and "phrases", all of which must occur; and where they stand in a text. */
import type { AnswerKey } from "./coding.ts";
import type { Perspective } from "./guide.ts";
import type { Bilingual } from "./languages.ts";
import type { Span } from "./passage.ts";

/** Words that stand next to each other, one or more; `prefix`: the last is only a beginning. Letters as typed. */
export type SearchTerm = { words: Array<string>; prefix: boolean };

/** Longest query in UTF-16 code units, most terms in it, and the shortest beginning that counts as one. */
export const searchLimits = { length: 200, terms: 12, prefix: 2 } as const;

/**
 * Letters, digits and the accents on them, cut as the full-text index does it (FTS5 `unicode61`, whose list of combining accents this is);
 * everything else separates.
 */
const accents = "\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331";
const wordPattern = new RegExp(`[\\p{L}\\p{N}\\p{Co}][\\p{L}\\p{N}\\p{Co}${accents}]*`, "gu");

/** A word as the index compares it: without accents, in small letters. */
export function foldWord(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function wordsOf(text: string): Array<string> {
  return text.match(wordPattern) ?? [];
}

/**
 * The terms of a query. A star makes a beginning of the word before it, when that has two letters or more. Words glued by a hyphen or
 * apostrophe (`5-a`) are one phrase. A quotation mark without its pair runs to the end. Too much is cut off, never refused.
 */
export function parseSearch(query: string): Array<SearchTerm> {
  const terms: Array<SearchTerm> = [];
  const straight = query.slice(0, searchLimits.length).replace(/[“”„«»]/gu, '"');
  for (const [, quoted, bare] of straight.matchAll(/"([^"]*)"?|([^\s"]+)/gu)) {
    const piece = (quoted ?? bare ?? "").trim();
    const words = wordsOf(piece);
    if (words.length === 0) continue;
    const prefix = piece.endsWith("*") && foldWord(words.at(-1) ?? "").length >= searchLimits.prefix;
    terms.push({ words, prefix });
  }
  return terms.slice(0, searchLimits.terms);
}

/** The query for FTS5. Words hold only letters, digits and marks, and stand in quotation marks, so nothing typed can act as an operator. */
export function toFts5(terms: ReadonlyArray<SearchTerm>): string {
  return terms.map(({ words, prefix }) => `"${words.join(" ")}"${prefix ? " *" : ""}`).join(" AND ");
}

/** Where the terms stand in a text, in order, touching stretches joined; empty when none does. */
export function hitRanges(text: string, terms: ReadonlyArray<SearchTerm>): Array<Span> {
  const tokens = [...text.matchAll(wordPattern)].map((match) => ({
    word: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const wanted = terms.map(({ words, prefix }) => ({ words: words.map(foldWord), prefix }));
  const ranges: Array<Span> = [];
  for (const [index, first] of tokens.entries()) {
    for (const { words, prefix } of wanted) {
      const run = tokens.slice(index, index + words.length);
      const fits = words.every((word, at) => {
        const token = run[at]?.word;
        return at === words.length - 1 && prefix ? token?.startsWith(word) : token === word;
      });
      if (fits) ranges.push({ start: first.start, end: run.at(-1)?.end ?? first.end });
    }
  }
  return joined(ranges);
}

function joined(ranges: Array<Span>): Array<Span> {
  const result: Array<Span> = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** A stretch of a text around its first hit, with the hits in it; `cutBefore`, `cutAfter` say what was left out. */
export type Excerpt = { text: string; ranges: Array<Span>; cutBefore: boolean; cutAfter: boolean };

/** At most about `most` code units of a text, from shortly before the first hit, cut between words. */
export function excerptOf(text: string, ranges: ReadonlyArray<Span>, most = 400): Excerpt {
  if (text.length <= most) return { text, ranges: [...ranges], cutBefore: false, cutAfter: false };
  const wish = Math.max(0, Math.min((ranges[0]?.start ?? 0) - 80, text.length - most));
  const start = wish === 0 ? 0 : afterSpace(text, wish, ranges[0]?.start ?? wish);
  const end =
    Math.min(text.length, start + most) === text.length ? text.length : beforeSpace(text, start, start + most);
  const inside = ranges.flatMap((range) =>
    range.start >= start && range.end <= end ? [{ start: range.start - start, end: range.end - start }] : [],
  );
  return { text: text.slice(start, end), ranges: inside, cutBefore: start > 0, cutAfter: end < text.length };
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/u);
  return space < 0 ? limit : from + space + 1;
}

function beforeSpace(text: string, start: number, limit: number): number {
  const trimmed = text
    .slice(start, limit)
    .replace(/\s+\S*$/u, "")
    .replace(/\p{Surrogate}$/u, "");
  return start + trimmed.length;
}

/** An answer in which all terms occur: in what was said (`value`), in the note, or divided over the two. */
export type SearchHit = AnswerKey & {
  regionId: string;
  regionName: string;
  /** Everything in this region is invented. */
  practice: boolean;
  youthLabel: string;
  perspective: Perspective;
  respondentNumber: number;
  /** `YYYY-MM-DD`. */
  conductedOn: string;
  question: Bilingual;
  value: Excerpt | null;
  note: Excerpt | null;
  /** Where the reader can open it: coders on the screen for coding, others in the interview. */
  opens: "coding" | "interview";
};

/** A page of 50 hits, the answers that came last first; `next` is the cursor of the page after it. */
export type SearchHits = { hits: Array<SearchHit>; next: string | null };
