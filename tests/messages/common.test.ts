/** The common words: both languages complete, and written by the rules of the house. */
import { expect, test } from "vitest";
import { answerFaults } from "#app/domain/answer.ts";
import { common, faultSentence } from "#app/messages/common.ts";

function sentences(texts: object): Array<string> {
  return Object.values(texts).flatMap((text) => {
    if (typeof text === "string") return [text];
    return typeof text === "function" ? [String(text("14.32"))] : sentences(text);
  });
}

test("no common word is empty, shouts, or holds more than seventeen words a sentence", () => {
  for (const language of ["nl", "en"] as const) {
    for (const text of sentences(common[language])) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
      expect(text).not.toContain("!");
      for (const sentence of text.split(/[.?] /)) expect(sentence.split(" ").length).toBeLessThanOrEqual(17);
    }
  }
});

test("the Dutch words avoid the words that the house avoids", () => {
  expect(sentences(common.nl).join(" ")).not.toMatch(
    /\b(case|respondent|sessie|data|thuiszitter|OK|verzenden|fout)\b/i,
  );
});

test("every fault of an answer has a sentence of its own in both languages", () => {
  for (const language of ["nl", "en"] as const) {
    for (const fault of answerFaults) {
      expect(Object.keys(common[language].faults)).toContain(fault);
      expect(faultSentence(fault, language)).toBe(common[language].faults[fault]);
    }
  }
});

test("a fault without a sentence says that something is not right", () => {
  expect(faultSentence("toString", "nl")).toBe(common.nl.faults.wrong);
  expect(faultSentence("never heard of", "en")).toBe(common.en.faults.wrong);
});
