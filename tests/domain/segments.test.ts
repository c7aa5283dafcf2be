/** Sentences, words and characters of Dutch texts, and moving the ends of a span along them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  extendBySentence,
  extendByWord,
  moveEdge,
  nextSentence,
  type Span,
  sentences,
  tidySpan,
  words,
} from "#app/domain/segments.ts";

/** The places between characters as a reader sees them, 0 and the length included. */
function graphemeEdges(text: string): Array<number> {
  const cutter = new Intl.Segmenter("nl", { granularity: "grapheme" });
  return [...Array.from(cutter.segment(text), ({ index }) => index), text.length];
}

const cut = (text: string, spans: ReadonlyArray<Span>) => spans.map(({ start, end }) => text.slice(start, end));

/** Texts with everything that breaks careless cutting: families of emoji, accents in two parts, quotes, breaks, abbreviations. */
const textArb = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Hij zit thuis.",
        "dhr.",
        "o.a.",
        "“Ja!”",
        "👩‍👩‍👧",
        "🇳🇱",
        "e\u0301",
        "\n",
        "\n\n",
        " ",
        "…",
        "12.30",
        "e-mail",
        "?",
        "- ",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(" "));

const spanArb = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([start, end]) => ({ start, end }));

test("sentences keep abbreviations and quoted speech together and end at a line break", () => {
  const text = "Ze ging o.a. naar dhr. Jansen. “Mag ik?” vroeg ze.\nnieuwe regel\n\nHet was 12.30 uur! Dag.";
  expect(cut(text, sentences(text))).toEqual([
    "Ze ging o.a. naar dhr. Jansen.",
    "“Mag ik?” vroeg ze.",
    "nieuwe regel",
    "Het was 12.30 uur!",
    "Dag.",
  ]);
});

test("words join hyphens, count an emoji, and take the marks that open and close a sentence along", () => {
  const text = "“Zo’n e-mail”, zei hij 👩‍👩‍👧 blij. Nu!";
  expect(cut(text, words(text))).toEqual(["“Zo’n", "e-mail", "zei", "hij", "👩‍👩‍👧", "blij.", "Nu!"]);
});

test("an empty text and one of white space have no sentence and no word", () => {
  expect(sentences("")).toEqual([]);
  expect(words(" \n ")).toEqual([]);
  expect(nextSentence("  ", null)).toBeNull();
});

test("every visible character of any text stands in exactly one sentence and the sentences follow each other", () => {
  fc.assert(
    fc.property(textArb, (text) => {
      const spans = sentences(text);
      let end = 0;
      for (const span of spans) {
        expect(text.slice(end, span.start).trim()).toBe("");
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe("");
    }),
  );
});

test("words stay inside sentences, in order, without overlap, and open and close them", () => {
  fc.assert(
    fc.property(textArb, (text) => {
      const all = words(text);
      for (const sentence of sentences(text)) {
        const inside = all.filter((word) => word.start >= sentence.start && word.end <= sentence.end);
        expect(inside[0]?.start).toBe(sentence.start);
        expect(inside.at(-1)?.end).toBe(sentence.end);
      }
      for (const [index, word] of all.entries()) {
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
      }
    }),
  );
});

test("a tidy span never cuts a character, has no white space at its ends and stays tidy", () => {
  fc.assert(
    fc.property(
      textArb.chain((text) => fc.tuple(fc.constant(text), spanArb(text))),
      ([text, span]) => {
        const tidy = tidySpan(text, span);
        if (!tidy) return;
        const quote = text.slice(tidy.start, tidy.end);
        expect(quote.trim()).toBe(quote);
        expect(quote).not.toMatch(/\p{Surrogate}/u);
        expect(tidySpan(text, tidy)).toEqual(tidy);
      },
    ),
  );
});

test("tidying and moving by a character go to the nearest place among all places between characters", () => {
  fc.assert(
    fc.property(
      textArb.chain((text) => fc.tuple(fc.constant(text), spanArb(text))),
      ([text, rough]) => {
        const edges = graphemeEdges(text);
        const from = Math.min(rough.start, rough.end);
        const to = Math.max(rough.start, rough.end);
        const start = edges.findLast((edge) => edge <= from) ?? 0;
        const end = edges.find((edge) => edge >= to) ?? text.length;
        const quote = text.slice(start, end).trim();
        const span = tidySpan(text, rough);
        expect(span === null ? "" : text.slice(span.start, span.end)).toBe(quote);
        if (!span) return;
        const later = edges.find((edge) => edge > span.end) ?? span.end;
        expect(moveEdge(text, span, "end", "grapheme", 1)).toEqual({ start: span.start, end: later });
        const earlier = edges.findLast((edge) => edge < span.start) ?? span.start;
        expect(moveEdge(text, span, "start", "grapheme", -1)).toEqual({ start: earlier, end: span.end });
      },
    ),
  );
});

test("a span through the middle of a family of emoji widens to the whole family", () => {
  const text = "Met 👩‍👩‍👧 thuis";
  expect(cut(text, [tidySpan(text, { start: 6, end: 7 }) ?? { start: 0, end: 0 }])).toEqual(["👩‍👩‍👧"]);
  expect(tidySpan(text, { start: 3, end: 4 })).toBeNull();
});

test("stepping sentence by sentence visits every sentence once, forward and back", () => {
  fc.assert(
    fc.property(textArb, (text) => {
      for (const direction of [1, -1] as const) {
        const visited: Array<Span> = [];
        for (let at = nextSentence(text, null, direction); at; at = nextSentence(text, at, direction)) visited.push(at);
        expect(direction === 1 ? visited : visited.reverse()).toEqual(sentences(text));
      }
    }),
  );
});

test("from a part of a sentence the first step takes the whole of it", () => {
  const text = "Hij bouwt spelletjes. Dat telt niet.";
  expect(nextSentence(text, { start: 4, end: 9 })).toEqual({ start: 0, end: 21 });
  expect(nextSentence(text, { start: 0, end: 21 })).toEqual({ start: 22, end: 36 });
  expect(nextSentence(text, { start: 22, end: 36 })).toBeNull();
});

test("extending goes word by word and sentence by sentence, and back to one word at least", () => {
  const text = "Een twee, drie. Vier 😀 vijf.";
  let span: Span = { start: 0, end: 3 };
  const ends: Array<string> = [];
  for (let step = 0; step < 6; step += 1) {
    span = extendByWord(text, span);
    ends.push(text.slice(span.start, span.end));
  }
  expect(ends).toEqual([
    "Een twee",
    "Een twee, drie.",
    "Een twee, drie. Vier",
    "Een twee, drie. Vier 😀",
    "Een twee, drie. Vier 😀 vijf.",
    "Een twee, drie. Vier 😀 vijf.",
  ]);
  for (let step = 0; step < 9; step += 1) span = extendByWord(text, span, -1);
  expect(text.slice(span.start, span.end)).toBe("Een");
  expect(extendBySentence(text, { start: 4, end: 8 })).toEqual({ start: 4, end: 15 });
});

test("moving an edge by word or character keeps a real passage and can be walked back", () => {
  fc.assert(
    fc.property(
      textArb.chain((text) =>
        fc.tuple(
          fc.constant(text),
          spanArb(text),
          fc.array(
            fc.tuple(
              fc.constantFrom("start" as const, "end" as const),
              fc.constantFrom("word" as const, "grapheme" as const),
              fc.constantFrom(1 as const, -1 as const),
            ),
            { maxLength: 12 },
          ),
        ),
      ),
      ([text, rough, moves]) => {
        let span = tidySpan(text, rough);
        if (!span) return;
        const edges = new Set(graphemeEdges(text));
        for (const [edge, unit, direction] of moves) {
          const before: Span = span;
          span = moveEdge(text, before, edge, unit, direction);
          const other = edge === "start" ? "end" : "start";
          expect(span[other]).toBe(before[other]);
          expect(Math.sign(span[edge] - before[edge])).toBeOneOf([0, -0, direction]);
          expect(text.slice(span.start, span.end).trim()).not.toBe("");
          expect(edges.has(span.start) && edges.has(span.end)).toBe(true);
        }
      },
    ),
  );
});
