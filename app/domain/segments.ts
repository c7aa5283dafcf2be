/** Cuts a Dutch text into sentences, words and characters as a reader sees them, and moves the ends of a span along those cuts. */
import type { Span } from "./passage.ts";

export type { Span };
export type Edge = "start" | "end";
export type Unit = "word" | "grapheme";
export type Direction = 1 | -1;

const sentenceCutter = new Intl.Segmenter("nl", { granularity: "sentence" });
const wordCutter = new Intl.Segmenter("nl", { granularity: "word" });
const graphemeCutter = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** Abbreviations after which a sentence goes on, although a capital may follow. */
const abbreviation =
  /(?:^|[\s("'“‘])(?:bijv|bv|dhr|mevr|mw|drs|dr|ir|ing|mr|prof|ca|nr|blz|p|tel|resp|evt|incl|excl|max|min|o\.a|d\.m\.v|i\.p\.v|m\.b\.t|t\.a\.v|z\.g|a\.u\.b|zgn|st|[A-Z])\.\s*$/iu;
const joiner = /^[-‐‑/&@'’_+]$/u;

function trimmed(text: string, span: Span): Span {
  const piece = text.slice(span.start, span.end);
  const start = span.start + (piece.length - piece.trimStart().length);
  return { start, end: Math.max(start, span.start + piece.trimEnd().length) };
}

function goesOn(before: string, after: string): boolean {
  if (/\n\s*$/u.test(before)) return false;
  return abbreviation.test(before) || /^\p{Ll}/u.test(after);
}

/**
 * The sentences of a text in order, without the white space around them. A line break ends a sentence; a known abbreviation and a
 * following small letter do not. White space aside, every character stands in exactly one sentence.
 */
export function sentences(text: string): Array<Span> {
  const pieces: Array<Span> = [];
  for (const { segment, index } of sentenceCutter.segment(text)) {
    const last = pieces.at(-1);
    if (last && goesOn(text.slice(last.start, last.end), segment)) last.end = index + segment.length;
    else pieces.push({ start: index, end: index + segment.length });
  }
  return pieces.map((piece) => trimmed(text, piece)).filter((piece) => piece.end > piece.start);
}

function wordsIn(text: string, sentence: Span): Array<Span> {
  const found: Array<Span> = [];
  let gap = "";
  for (const { segment, index, isWordLike } of wordCutter.segment(text.slice(sentence.start, sentence.end))) {
    if (!isWordLike && !/\p{S}/u.test(segment)) {
      gap += segment;
      continue;
    }
    const start = sentence.start + index;
    const last = found.at(-1);
    if (last && joiner.test(gap)) last.end = start + segment.length;
    else found.push({ start, end: start + segment.length });
    gap = "";
  }
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return [{ ...sentence }];
  first.start = sentence.start;
  last.end = sentence.end;
  return found;
}

/**
 * The words of a text in order; an emoji or sign counts as a word. The first word of a sentence takes its opening marks along and the
 * last its closing marks, so that a passage built of words ends where a sentence ends.
 */
export function words(text: string): Array<Span> {
  return sentences(text).flatMap((sentence) => wordsIn(text, sentence));
}

/** The nearest place between characters after `place`, or undefined at the end of the text. */
function edgeAfter(text: string, place: number): number | undefined {
  const here = graphemeCutter.segment(text).containing(place);
  return here && here.index + here.segment.length;
}

/** The nearest place between characters before `place`, or undefined at the begin of the text. */
function edgeBefore(text: string, place: number): number | undefined {
  return graphemeCutter.segment(text).containing(place - 1)?.index;
}

/**
 * A span as a passage may have it: inside the text, never through a character (it widens to whole ones), without white space at its
 * ends. Null when nothing but white space is left.
 */
export function tidySpan(text: string, span: Span): Span | null {
  const from = Math.max(0, Math.min(span.start, span.end));
  const to = Math.min(text.length, Math.max(span.start, span.end));
  const start = edgeBefore(text, from + 1) ?? text.length;
  const end = edgeAfter(text, to - 1) ?? 0;
  const tidy = trimmed(text, { start, end });
  return tidy.end > tidy.start ? tidy : null;
}

/**
 * The sentence after a span (or before it, for -1); the first (or last) of the text when there is no span yet, and the one the span is
 * in when it covers only a part of it. Null when the text has no such sentence.
 */
export function nextSentence(text: string, span: Span | null, direction: Direction = 1): Span | null {
  const all = sentences(text);
  if (!span) return (direction === 1 ? all[0] : all.at(-1)) ?? null;
  const inside = all.find((one) => one.start <= span.start && span.end <= one.end);
  if (inside && (inside.start !== span.start || inside.end !== span.end)) return inside;
  if (direction === 1) return all.find((one) => one.start >= span.end) ?? null;
  return all.findLast((one) => one.end <= span.start) ?? null;
}

/** The span with one more sentence at its end. The same span when it is the last. */
export function extendBySentence(text: string, span: Span): Span {
  const next = sentences(text).find((one) => one.end > span.end);
  return next ? { start: span.start, end: next.end } : span;
}

/** The span with its end one word further, or one word back for -1; never less than one word. */
export function extendByWord(text: string, span: Span, direction: Direction = 1): Span {
  return moveEdge(text, span, "end", "word", direction);
}

function nextEdge(text: string, place: number, direction: Direction): number | undefined {
  return direction === 1 ? edgeAfter(text, place) : edgeBefore(text, place);
}

function nextWordEdge(text: string, span: Span, edge: Edge, direction: Direction): number | undefined {
  const stops = words(text).map((word) => word[edge]);
  return direction === 1 ? stops.find((stop) => stop > span[edge]) : stops.findLast((stop) => stop < span[edge]);
}

/** The span with one end moved by a word or a character. The same span when there is no room: at least one character stays in it. */
export function moveEdge(text: string, span: Span, edge: Edge, unit: Unit, direction: Direction): Span {
  const target =
    unit === "grapheme" ? nextEdge(text, span[edge], direction) : nextWordEdge(text, span, edge, direction);
  if (target === undefined || (edge === "start" ? target >= span.end : target <= span.start)) return span;
  const moved = { ...span, [edge]: target };
  return text.slice(moved.start, moved.end).trim() === "" ? span : moved;
}
