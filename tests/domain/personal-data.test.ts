/** What may identify somebody is found in free text: measured on a labelled corpus, and never out of bounds on any text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type PersonalKind, personalData, personalKinds } from "#app/domain/personal-data.ts";
import { personalDataCorpus } from "../world/personal-data-corpus.ts";
import { detectionFigures } from "../world/personal-data-figures.ts";

const corpus = personalDataCorpus();

test("the corpus holds at least 300 sentences, half of them without anything to find", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(300);
  const harmless = corpus.filter(({ expected }) => expected.length === 0).length;
  expect(harmless / corpus.length).toBeGreaterThanOrEqual(0.49);
  for (const { text, expected } of corpus) for (const { written } of expected) expect(text).toContain(written);
});

const certain: Array<PersonalKind> = ["e-mail", "phone", "bsn", "iban", "postcode"];
for (const kind of certain) {
  test(`every ${kind} of the corpus is found, and hardly anything else is taken for one`, () => {
    const { missed, wrong, recall, precision } = detectionFigures(kind, corpus);
    expect(missed).toEqual([]);
    expect(recall).toBe(1);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.95);
  });
}

test("dates of birth and names are found far more often than not, and other dates and capitals left alone", () => {
  for (const kind of ["birth-date", "name"] as const) {
    const { missed, wrong, recall, precision } = detectionFigures(kind, corpus);
    expect(recall, missed.join("\n")).toBeGreaterThanOrEqual(0.9);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  }
});

test("what was replaced by a role or a place in square brackets is left alone", () => {
  expect(personalData("Bel [06-12345678] of [juf Marjo].")).toEqual([]);
});

test("places lie within the text, in order, and never overlap, whatever the text", () => {
  const pieces = fc.constantFrom(
    ..."06- 12345678 111222333 NL91ABNA0417164300 a@b.nl 1234 AB Thijs jarig 3 maart [ ] 😀 . \n".split(" "),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces).map((all) => all.join(" ")),
      ),
      (text) => {
        let end = 0;
        for (const match of personalData(text)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          end = match.end;
          expect(personalKinds).toContain(match.kind);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test("the longest answer is read in time that no pattern makes grow out of hand", () => {
  for (const piece of ["0 ", "a@", "Jan van de ", "12-", "NL12 ABCD ", "jarig ", "[", "A", "mevrouw "]) {
    const text = piece.repeat(Math.floor(50_000 / piece.length));
    const begun = process.cpuUsage();
    personalData(text);
    const spent = process.cpuUsage(begun);
    expect((spent.user + spent.system) / 1e6, piece).toBeLessThan(2);
  }
});
