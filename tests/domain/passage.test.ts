/** Passages: valid spans, whole characters, and following the exact text through an edit without ever guessing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { onGraphemes, quoteOf, reanchor, snapToGraphemes, surroundings, validSpan } from "#app/domain/passage.ts";

const family = "👩‍👩‍👧";
const story = "Hij bouwt spelletjes. Hij leest Engels. Dat telt nergens mee.";

function spanOf(text: string, quote: string) {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
}

test("a span lies inside the text, in order, and holds more than white space", () => {
  expect(validSpan("ab c", 0, 2)).toBe(true);
  expect(validSpan("ab c", 0, 4)).toBe(true);
  expect(validSpan("ab c", 2, 2)).toBe(false);
  expect(validSpan("ab c", 3, 2)).toBe(false);
  expect(validSpan("ab c", 2, 3)).toBe(false);
  expect(validSpan("ab c", -1, 2)).toBe(false);
  expect(validSpan("ab c", 0, 5)).toBe(false);
  expect(validSpan("ab c", 0.5, 2)).toBe(false);
  expect(validSpan("ab c", Number.NaN, 2)).toBe(false);
});

test("a span never cuts an emoji's surrogate pair", () => {
  expect(validSpan("a🎮b", 0, 2)).toBe(false);
  expect(validSpan("a🎮b", 2, 4)).toBe(false);
  expect(validSpan("a🎮b", 1, 3)).toBe(true);
});

test("the quote is the exact text, and an impossible span is refused", () => {
  expect(quoteOf("Ik maak games. 🎮", 15, 17)).toBe("🎮");
  expect(() => quoteOf("Ik", 0, 9)).toThrow(expect.objectContaining({ code: "passage-invalid" }));
});

test("snapping widens to whole visible characters", () => {
  const text = `wij ${family} thuis`;
  expect(snapToGraphemes(text, 5, 6)).toEqual({ start: 4, end: 4 + family.length });
  expect(snapToGraphemes("één", 0, 1)).toEqual({ start: 0, end: 1 });
  expect(snapToGraphemes("e\u0301e", 0, 1)).toEqual({ start: 0, end: 2 });
});

test("a passage moves along with an insertion before it and stays with one after it", () => {
  const span = spanOf(story, "Hij leest Engels.");
  expect(reanchor(story, `Vandaag: ${story}`, span)).toEqual({ start: span.start + 9, end: span.end + 9 });
  expect(reanchor(story, `${story} Jammer.`, span)).toEqual(span);
  expect(reanchor(story, story, span)).toEqual(span);
});

test("a passage at the very end stays when a sentence is added after it", () => {
  const span = spanOf(story, "Dat telt nergens mee.");
  expect(reanchor(story, `${story} Dat doet pijn.`, span)).toEqual(span);
});

test("a passage between two edits is followed when its text occurs once", () => {
  const span = spanOf(story, "Hij leest Engels.");
  const edited = "Zij bouwt spelletjes. Hij leest Engels. Dat telt wél mee.";
  expect(reanchor(story, edited, span)).toEqual(spanOf(edited, "Hij leest Engels."));
});

test("an edit inside a passage flags it as changed, removing it as gone", () => {
  const span = spanOf(story, "Hij leest Engels.");
  expect(reanchor(story, story.replace("leest", "spreekt"), span)).toBe("changed");
  expect(reanchor(story, story.replace("Hij leest Engels. ", ""), span)).toBe("gone");
  expect(reanchor(story, "", span)).toBe("gone");
  expect(reanchor(story, "Zij danst.", span)).toBe("gone");
});

test("when either of two equal sentences may have been removed, the passage is ambiguous", () => {
  const text = "Het ging. Ja. Toen. Ja. Nu.";
  const first = spanOf(text, "Ja.");
  const second = { start: 20, end: 23 };
  expect(text.slice(second.start, second.end)).toBe("Ja.");
  expect(reanchor(text, "Het ging. Ja. Nu.", first)).toBe("ambiguous");
  expect(reanchor(text, "Het ging. Ja. Nu.", second)).toBe("ambiguous");
});

test("an accent glued to the last letter of a passage flags it as changed", () => {
  expect(reanchor("een e", "een e\u0301", { start: 4, end: 5 })).toBe("changed");
});

const letters = fc.constantFrom("a", "b", " ", "🎮", "é", "e\u0301", family);
const texts = fc.array(letters, { maxLength: 14 }).map((parts) => parts.join(""));

function pointIn(text: string, share: number): number {
  const points = [...new Intl.Segmenter("nl").segment(text)].map((part) => part.index).concat(text.length);
  return points[Math.min(points.length - 1, Math.floor(share * points.length))] ?? 0;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

test("a snapped span holds the asked one, cuts no character, and snapping again changes nothing", () => {
  fc.assert(
    fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
      fc.pre(text.length > 0);
      const start = Math.min(a, b) % text.length;
      const end = Math.min(text.length, start + 1 + (Math.max(a, b) % text.length));
      const snapped = snapToGraphemes(text, start, end);
      expect(snapped.start).toBeLessThanOrEqual(start);
      expect(snapped.end).toBeGreaterThanOrEqual(end);
      expect(onGraphemes(text, snapped)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a followed passage always holds its exact text", () => {
  fc.assert(
    fc.property(texts, texts, share, share, (oldText, newText, a, b) => {
      const start = pointIn(oldText, Math.min(a, b));
      const end = pointIn(oldText, Math.max(a, b));
      fc.pre(validSpan(oldText, start, end));
      const result = reanchor(oldText, newText, { start, end });
      if (typeof result === "string") return;
      expect(newText.slice(result.start, result.end)).toBe(oldText.slice(start, end));
      expect(validSpan(newText, result.start, result.end)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("after one edit elsewhere a passage is either where the edit left it or flagged, never in another place", () => {
  fc.assert(
    fc.property(texts, texts, share, share, share, share, (oldText, inserted, a, b, c, d) => {
      const start = pointIn(oldText, Math.min(a, b));
      const end = pointIn(oldText, Math.max(a, b));
      const from = pointIn(oldText, Math.min(c, d));
      const to = pointIn(oldText, Math.max(c, d));
      fc.pre(validSpan(oldText, start, end) && (to <= start || from >= end));
      const newText = oldText.slice(0, from) + inserted + oldText.slice(to);
      const shift = to <= start ? newText.length - oldText.length : 0;
      const result = reanchor(oldText, newText, { start, end });
      if (typeof result === "string") {
        expect(["ambiguous", "changed"]).toContain(result);
        return;
      }
      expect(result).toEqual({ start: start + shift, end: end + shift });
    }),
    { numRuns: 2000 },
  );
});

test("an edit far from a passage in text without repeats never flags it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.boolean(), (inserted, before) => {
      const clean = inserted.replace(/[^x-z]/g, "z");
      const edited = before ? `Hij ${clean} ${story.slice(4)}` : `${story} ${clean}`;
      const span = spanOf(story, "leest Engels");
      expect(reanchor(story, edited, span)).toEqual(spanOf(edited, "leest Engels"));
    }),
  );
});

test("surroundings are cut between words and say what was left out", () => {
  const text = `${"woord ".repeat(60)}HIER${" woord".repeat(60)}`;
  const around = surroundings(text, spanOf(text, "HIER"), 20);
  expect(around).toEqual({
    before: "woord woord woord ",
    after: " woord woord woord",
    cutBefore: true,
    cutAfter: true,
  });
  expect(surroundings("kort HIER kort", { start: 5, end: 9 })).toEqual({
    before: "kort ",
    after: " kort",
    cutBefore: false,
    cutAfter: false,
  });
});
