/** Word by word: the runs make up both texts, and name what changed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "#app/domain/word-changes.ts";

test("only the words that changed are named", () => {
  expect(wordChanges("Wat leert uw kind nu?", "Wat leert uw kind op dit moment?")).toEqual([
    { text: "Wat leert uw kind", change: "same" },
    { text: " nu?", change: "removed" },
    { text: " op dit moment?", change: "added" },
  ]);
});

test("the runs make up the older and the newer text", () => {
  const sentence = fc
    .array(fc.constantFrom("wat", "leert", "uw", "kind", "nu", "  ", "é"), { maxLength: 12 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(sentence, sentence, (older, newer) => {
      const runs = wordChanges(older, newer);
      expect(
        runs
          .filter(({ change }) => change !== "added")
          .map(({ text }) => text)
          .join(""),
      ).toBe(older);
      expect(
        runs
          .filter(({ change }) => change !== "removed")
          .map(({ text }) => text)
          .join(""),
      ).toBe(newer);
      if (older === newer) expect(runs.every(({ change }) => change === "same")).toBe(true);
    }),
  );
});
