/** How well places that may identify somebody are found: recall and precision of one kind over labelled sentences. */
import { type PersonalKind, personalData } from "#app/domain/personal-data.ts";
import type { LabelledSentence } from "./personal-data-corpus.ts";

export type DetectionFigures = {
  /** Found of those to be found, and right of those that were found, both 0 to 1. */
  recall: number;
  precision: number;
  /** How many there were to be found. */
  expected: number;
  missed: Array<string>;
  wrong: Array<string>;
};

/** Judges one kind. A place counts as found when one of the same kind overlaps it; a place of the kind that overlaps none is wrong. */
export function detectionFigures(kind: PersonalKind, sentences: ReadonlyArray<LabelledSentence>): DetectionFigures {
  const missed: Array<string> = [];
  const wrong: Array<string> = [];
  let [expected, found] = [0, 0];
  for (const sentence of sentences) {
    const wanted = sentence.expected
      .filter((one) => one.kind === kind)
      .map(({ written }) => ({ start: sentence.text.indexOf(written), written }));
    const matches = personalData(sentence.text).filter((match) => match.kind === kind);
    expected += wanted.length;
    for (const { start, written } of wanted) {
      const hit = matches.some((match) => match.start < start + written.length && start < match.end);
      if (hit) found += 1;
      else missed.push(sentence.text);
    }
    for (const match of matches) {
      const right = wanted.some(({ start, written }) => match.start < start + written.length && start < match.end);
      if (!right) wrong.push(`${sentence.text.slice(match.start, match.end)} in: ${sentence.text}`);
    }
  }
  const taken = found + wrong.length;
  return {
    recall: expected === 0 ? 1 : found / expected,
    precision: taken === 0 ? 1 : found / taken,
    expected,
    missed,
    wrong,
  };
}
