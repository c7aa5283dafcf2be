/** Evidence levels follow from distinct youths and perspectives, exactly at their borders. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Carrier, evidenceLevels, evidenceOf } from "#app/domain/evidence.ts";
import { type Perspective, perspectives } from "#app/domain/guide.ts";

const letters: Record<string, Perspective> = { p: "parent", y: "youth", w: "professional" };

/** One word per youth, a letter per telling: `p` a parent, `y` the youth, `w` a professional. */
function levelOf(...youths: Array<string>) {
  const carriers = youths.flatMap((tellings, index) =>
    [...tellings].map((letter): Carrier => ({ youthId: `youth-${index}`, perspective: letters[letter] ?? "parent" })),
  );
  return evidenceOf(carriers)?.level ?? null;
}

test("what nobody told has no evidence", () => {
  expect(evidenceOf([])).toBe(null);
});

test.each([
  [["p"], "signal"],
  [["ppp"], "signal"],
  [["w"], "signal"],
  [["py"], "recognised"],
  [["pyw"], "recognised"],
  [["p", "p"], "recognised"],
  [["pyw", "pyw"], "recognised"],
  [["p", "p", "p"], "recognised"],
  [["p", "y", "w"], "recognised"],
  [["py", "p", "y"], "recognised"],
  [["py", "p", "w"], "supported"],
  [["pyw", "p", "p"], "supported"],
])("youths told of as %j give the level %s", (youths, level) => {
  expect(levelOf(...youths)).toBe(level);
});

test("one region never gives the level broad, however many tell it", () => {
  expect(levelOf(...Array.from({ length: 40 }, () => "pyw"))).toBe("supported");
});

test("three interviews about one youth count as one youth, and perspectives come in fixed order", () => {
  const carriers: Array<Carrier> = [
    { youthId: "a", perspective: "professional" },
    { youthId: "a", perspective: "professional" },
    { youthId: "a", perspective: "parent" },
    { youthId: "b", perspective: "parent" },
  ];
  expect(evidenceOf(carriers)).toEqual({
    level: "recognised",
    youths: 2,
    triangulatedYouths: 1,
    perspectives: ["parent", "professional"],
  });
});

const carrierArb = fc.record({
  youthId: fc.constantFrom("a", "b", "c", "d"),
  perspective: fc.constantFrom(...perspectives),
});

test("telling more never lowers a level, and neither order nor repetition changes anything", () => {
  fc.assert(
    fc.property(fc.array(carrierArb, { minLength: 1, maxLength: 14 }), carrierArb, (carriers, more) => {
      const rank = (list: Array<Carrier>) => evidenceLevels.indexOf(evidenceOf(list)?.level ?? "signal");
      expect(rank([...carriers, more])).toBeGreaterThanOrEqual(rank(carriers));
      expect(evidenceOf([...carriers, ...carriers].reverse())).toEqual(evidenceOf(carriers));
    }),
  );
});
