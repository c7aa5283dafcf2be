/** Passages: exact spans of a text in UTF-16 code units, and where they go when the text is edited. */
import { Problem } from "./problem.ts";

/** Start inclusive, end exclusive, in UTF-16 code units. */
export type Span = { start: number; end: number };

/** The texts of an answer that can be coded. */
export const passageFields = ["value", "note"] as const;
export type PassageField = (typeof passageFields)[number];

/** Why a person must look again after an edit: part of the text is left, nothing is left, or it could be in several places. */
export type PassageFlag = "changed" | "gone" | "ambiguous";

const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Whether this is a span of the text: whole numbers inside it, in order, no half of a surrogate pair, and more than white space. */
export function validSpan(text: string, start: number, end: number): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  if (start < 0 || end <= start || end > text.length) return false;
  if (splitsPair(text, start) || splitsPair(text, end)) return false;
  return text.slice(start, end).trim() !== "";
}

/** The text of a span. Throws Problem `passage-invalid` when it is no span of the text. */
export function quoteOf(text: string, start: number, end: number): string {
  if (!validSpan(text, start, end)) throw new Problem("passage-invalid");
  return text.slice(start, end);
}

/** The smallest span around `start`..`end` that cuts no visible character (an emoji of several parts, a letter with its accent) in two. */
export function snapToGraphemes(text: string, start: number, end: number): Span {
  const parts = graphemes.segment(text);
  const first = parts.containing(start);
  const last = parts.containing(end - 1);
  return { start: first?.index ?? start, end: last ? last.index + last.segment.length : end };
}

/** Whether this span cuts no visible character in two. */
export function onGraphemes(text: string, { start, end }: Span): boolean {
  const snapped = snapToGraphemes(text, start, end);
  return snapped.start === start && snapped.end === end;
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}

/** The only place where `quote` occurs, -1 when there is none, or null when there are several; overlapping places count apart. */
function onlyPlace(text: string, quote: string): number | null {
  const first = text.indexOf(quote);
  if (first < 0) return -1;
  return text.indexOf(quote, first + 1) < 0 ? first : null;
}

/**
 * Where a span of `oldText` stands in `newText`, when its exact text is still there and only one place can be meant; otherwise why not.
 * Text before every possible place of the edit stays, text after it moves along; inside, only a quote that both texts hold exactly
 * once is followed. An edit has several possible places when text repeats: from "ja ja" to "ja" either may have gone.
 */
export function reanchor(oldText: string, newText: string, span: Span): Span | PassageFlag {
  if (oldText === newText) return span;
  const { start, end } = span;
  const shorter = Math.min(oldText.length, newText.length);
  const moved = newText.length - oldText.length;
  const prefix = commonPrefix(oldText, newText);
  const suffix = commonSuffix(oldText, newText);
  const quote = oldText.slice(start, end);

  if (end <= Math.min(prefix, shorter - suffix)) return settled(oldText, newText, span, span);
  if (start >= oldText.length - Math.min(suffix, shorter - prefix)) {
    return settled(oldText, newText, span, { start: start + moved, end: end + moved });
  }
  const place = onlyPlace(newText, quote);
  if (place === -1) return somethingLeft(oldText, newText, span, prefix, suffix) ? "changed" : "gone";
  if (place === null || onlyPlace(oldText, quote) === null) return "ambiguous";
  return settled(oldText, newText, span, { start: place, end: place + quote.length });
}

/** Whether a word of the span was left untouched by the edit, or a longer one stands in what took the place of the old text. */
function somethingLeft(
  oldText: string,
  newText: string,
  { start, end }: Span,
  prefix: number,
  suffix: number,
): boolean {
  const rest = Math.min(suffix, Math.min(oldText.length, newText.length) - prefix);
  const untouched =
    oldText.slice(start, Math.min(end, prefix)) + oldText.slice(Math.max(start, oldText.length - rest), end);
  if (/[\p{L}\p{N}]/u.test(untouched)) return true;
  const replacement = newText.slice(prefix, newText.length - rest);
  const words = oldText.slice(start, end).match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.some((word) => replacement.includes(word));
}

/** The new span, or "changed" when the edit glued something to it, such as an accent on its last letter. */
function settled(oldText: string, newText: string, before: Span, after: Span): Span | PassageFlag {
  return !onGraphemes(newText, after) && onGraphemes(oldText, before) ? "changed" : after;
}

/** The text around a span, at most about `most` code units on each side, cut between words; whether more was left out on a side. */
export type Surroundings = { before: string; after: string; cutBefore: boolean; cutAfter: boolean };

/** What stands before and after a span, for showing a passage in its context. */
export function surroundings(text: string, { start, end }: Span, most = 160): Surroundings {
  const cutBefore = start > most;
  const cutAfter = text.length - end > most;
  let before = cutBefore ? text.slice(start - most, start) : text.slice(0, start);
  let after = cutAfter ? text.slice(end, end + most) : text.slice(end);
  if (cutBefore) before = before.replace(/^\S*?(?=\s)\s+/u, "").replace(/^\p{Surrogate}/u, "");
  if (cutAfter) after = after.replace(/\s+\S*$/u, "").replace(/\p{Surrogate}$/u, "");
  return { before, after, cutBefore, cutAfter };
}
