/** Where a passage seems to stand after its answer changed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { likelyPlace, newWords } from "#app/domain/likely-place.ts";

const text =
  "Hij zit thuis. Vorig jaar durfde hij niemand iets te vragen. Nu praat hij elke avond met jongens die hetzelfde doen.";
const cut = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : null);

test("a sentence with other first words is found and only those words are new", () => {
  const quote = "Een jaar geleden durfde hij niemand iets te vragen.";
  const place = likelyPlace(text, quote);
  expect(cut(place)).toBe("Vorig jaar durfde hij niemand iets te vragen.");
  expect(newWords(text, place ?? { start: 0, end: 0 }, quote).map(cut)).toEqual(["Vorig"]);
});

test("a part of a sentence is found as a part", () => {
  expect(cut(likelyPlace(text, "praat hij vaak met jongens"))).toBe("praat hij elke avond met jongens");
});

test("a quote from the begin of a sentence to the middle of another keeps its begin", () => {
  const quote = "Een jaar geleden durfde hij niemand iets te vragen. Nu praat hij elke avond met jongens";
  const place = likelyPlace(text, quote);
  expect(cut(place)).toBe("Vorig jaar durfde hij niemand iets te vragen. Nu praat hij elke avond met jongens");
  expect(newWords(text, place ?? { start: 0, end: 0 }, quote).map(cut)).toEqual(["Vorig"]);
});

test("words that are not in the text have no place", () => {
  expect(likelyPlace(text, "De school belde nooit terug.")).toBeNull();
  expect(likelyPlace("", "Iets.")).toBeNull();
});

test("a place always lies inside the text and new words inside the place", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
      (any, quote) => {
        const whole = `${any} ${quote}. ${any}`;
        const place = likelyPlace(whole, quote);
        if (!place) return;
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeLessThanOrEqual(whole.length);
        expect(place.end).toBeGreaterThan(place.start);
        for (const word of newWords(whole, place, quote)) {
          expect(word.start).toBeGreaterThanOrEqual(place.start);
          expect(word.end).toBeLessThanOrEqual(place.end);
        }
      },
    ),
  );
});
