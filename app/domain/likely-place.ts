/** After an answer changed: where a passage that must be looked at again seems to stand now, and which of its words are new. */
import { type Span, sentences, words } from "./segments.ts";

function wordSet(text: string): Set<string> {
  return new Set(Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/**
 * The stretch of as many sentences as the quote had that shares most words with it; an end that was inside a sentence is drawn in to the
 * outermost shared word. Null when less than a third of the words is found.
 */
export function likelyPlace(text: string, quote: string): Span | null {
  const wanted = wordSet(quote);
  const all = sentences(text);
  const count = Math.max(1, sentences(quote).length);
  let best: { place: Span; score: number } | null = null;
  for (let index = 0; index < all.length; index += 1) {
    const first = all[index];
    const last = all[Math.min(all.length, index + count) - 1];
    if (!first || !last) continue;
    const place = { start: first.start, end: last.end };
    const found = wordSet(text.slice(place.start, place.end));
    const both = shared(wanted, found);
    const score = both / (wanted.size + found.size - both || 1);
    if (both * 3 >= wanted.size && both > 0 && (best === null || score > best.score)) best = { place, score };
  }
  return best && narrowed(text, best.place, quote, wanted);
}

/** Draws in an end that the quote did not have at the end of a sentence, to the first or last word that is known from it. */
function narrowed(text: string, place: Span, quote: string, wanted: ReadonlySet<string>): Span {
  const inside = words(text).filter((word) => word.start >= place.start && word.end <= place.end);
  const known = inside.filter((word) => shared(wordSet(text.slice(word.start, word.end)), wanted) > 0);
  const opens = /^[^\p{L}\p{N}]*\p{Lu}/u.test(quote);
  const closes = /[.!?…][”"’')]*$/u.test(quote.trim());
  return {
    start: opens ? place.start : (known[0]?.start ?? place.start),
    end: closes ? place.end : (known.at(-1)?.end ?? place.end),
  };
}

/** The words inside `place` that the quote did not hold, next ones taken together. */
export function newWords(text: string, place: Span, quote: string): Array<Span> {
  const old = wordSet(quote);
  const spans: Array<Span> = [];
  let following = false;
  for (const word of words(text)) {
    if (word.start < place.start || word.end > place.end) continue;
    const known = [...wordSet(text.slice(word.start, word.end))].every((one) => old.has(one));
    const last = spans.at(-1);
    if (!known && following && last) last.end = word.end;
    else if (!known) spans.push({ ...word });
    following = !known;
  }
  return spans;
}
