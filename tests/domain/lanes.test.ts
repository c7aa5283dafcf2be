/** Overlapping marks get lanes of their own, and the text falls into runs that lose no character. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { textRuns, withLanes } from "#app/domain/lanes.ts";

const length = 40;
const marksArb = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length })), { maxLength: 30 })
  .map((pairs) =>
    pairs.map(([start, size], index) => ({ id: `m${index}`, start, end: Math.min(length, start + size) })),
  );

test("three overlapping passages get three lanes and a fourth reuses the first", () => {
  const lanes = withLanes([
    { id: "c", start: 4, end: 12 },
    { id: "a", start: 0, end: 10 },
    { id: "b", start: 2, end: 6 },
    { id: "d", start: 10, end: 20 },
  ]);
  expect(lanes.map(({ id, lane }) => [id, lane])).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 2],
    ["d", 0],
  ]);
});

test("overlapping marks never share a lane and no lane is wasted", () => {
  fc.assert(
    fc.property(marksArb, (marks) => {
      const laned = withLanes(marks);
      for (const a of laned) {
        for (const b of laned) {
          if (a.id !== b.id && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane);
        }
      }
      const deepest = Math.max(
        0,
        ...Array.from({ length }, (_, place) => marks.filter((one) => one.start <= place && place < one.end).length),
      );
      expect(Math.max(0, ...laned.map(({ lane }) => lane + 1))).toBe(deepest);
    }),
  );
});

test("runs follow each other over the whole text and know exactly the marks over each character", () => {
  fc.assert(
    fc.property(marksArb, (marks) => {
      const runs = textRuns(length, marks);
      expect(runs[0]?.start).toBe(0);
      expect(runs.at(-1)?.end).toBe(length);
      for (const [index, run] of runs.entries()) {
        expect(run.end).toBeGreaterThan(run.start);
        expect(run.start).toBe(runs[index - 1]?.end ?? 0);
        for (let place = run.start; place < run.end; place += 1) {
          const over = marks.filter((one) => one.start <= place && place < one.end).map(({ id }) => id);
          expect(run.covering.map(({ id }) => id).sort()).toEqual(over.sort());
        }
      }
      const opened = runs.flatMap((run) => run.opening.map(({ id }) => id));
      expect(opened.sort()).toEqual(marks.map(({ id }) => id).sort());
    }),
  );
});

test("the order in which marks come in changes neither lanes nor runs", () => {
  fc.assert(
    fc.property(
      marksArb.chain((marks) => fc.tuple(fc.constant(marks), fc.shuffledSubarray(marks, { minLength: marks.length }))),
      ([marks, shuffled]) => {
        expect(withLanes(shuffled)).toEqual(withLanes(marks));
        expect(textRuns(length, shuffled)).toEqual(textRuns(length, marks));
      },
    ),
  );
});

test("marks beyond the text are cut off and an empty text has no runs", () => {
  expect(textRuns(0, [{ id: "a", start: 0, end: 5 }])).toEqual([]);
  expect(
    textRuns(3, [
      { id: "a", start: 1, end: 9 },
      { id: "b", start: 5, end: 9 },
    ]).map((run) => run.covering.map(({ id }) => id)),
  ).toEqual([[], ["a"]]);
});
