/** Terms by the calendar. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsLater, yearsLater } from "#app/domain/terms.ts";

test("a day that a month does not have becomes its last one, and the time of day stays", () => {
  expect(monthsLater("2026-01-31T13:05:07.123Z", 1)).toBe("2026-02-28T13:05:07.123Z");
  expect(monthsLater("2024-03-31T00:00:00.000Z", -1)).toBe("2024-02-29T00:00:00.000Z");
  expect(monthsLater("2026-11-26T10:00:00.000Z", 12)).toBe("2027-11-26T10:00:00.000Z");
  expect(yearsLater("2024-02-29T10:00:00.000Z", 5)).toBe("2029-02-28T10:00:00.000Z");
  expect(yearsLater("2026-03-02T10:00:00.000Z", -5)).toBe("2021-03-02T10:00:00.000Z");
});

test("later is never earlier, and a longer term never ends sooner", () => {
  const moment = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 120 }), (date, months) => {
      const at = date.toISOString();
      expect(monthsLater(at, months) > at).toBe(true);
      expect(monthsLater(at, months + 1) > monthsLater(at, months)).toBe(true);
      expect(monthsLater(at, -months) < at).toBe(true);
    }),
  );
});
