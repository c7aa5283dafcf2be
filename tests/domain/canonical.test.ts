/** Canonical JSON: equal content gives equal text, other content another text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#app/domain/canonical.ts";

function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, shuffled(one, random)] as const);
  return Object.fromEntries(
    entries
      .map((entry) => [random(), entry] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, entry]) => entry),
  );
}

test("keys are sorted and no white space is written", () => {
  expect(canonicalJson({ b: [1, "é", null], a: { d: true, c: undefined } })).toBe('{"a":{"d":true},"b":[1,"é",null]}');
});

test("the order of keys never matters, and what is written reads back as the same", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (value, numbers) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const text = canonicalJson(plain);
        expect(canonicalJson(shuffled(plain, () => numbers.next().value ?? 0))).toBe(text);
        expect(JSON.parse(text)).toEqual(plain);
      },
    ),
  );
});

test("different content gives different text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right]: [unknown, unknown] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
      const equal = canonicalJson(left) === canonicalJson(right);
      expect(equal).toBe(
        JSON.stringify(JSON.parse(canonicalJson(left))) === JSON.stringify(JSON.parse(canonicalJson(right))),
      );
    }),
  );
});

test("what JSON cannot hold is refused", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, [undefined]]) {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  }
});
