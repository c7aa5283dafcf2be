/** What each audience may see named, and that the list of what was withheld gives nothing away. */
import { expect, test } from "vitest";
import { mayName, withheldList } from "#app/domain/disclosure.ts";
import { audiences } from "#app/domain/report.ts";

test("a code is named from one youth for the case team, two for the region and three beyond it", () => {
  const named = (youths: number) => audiences.filter((audience) => mayName(audience, {}, { youths }));
  expect(named(1)).toEqual(["case-team"]);
  expect(named(2)).toEqual(["case-team", "region"]);
  expect(named(3)).toEqual(["case-team", "region", "network", "public"]);
});

test("a sensitive code is named for the case team alone, on however many youths it rests", () => {
  for (const youths of [1, 2, 5, 1000])
    expect(audiences.filter((audience) => mayName(audience, { sensitive: true }, { youths }))).toEqual(["case-team"]);
});

test("the region is told of every kind of thing that is left out, each once, with its rule and without a number", () => {
  const items = withheldList("region", "nl");
  expect(items.map(({ what, rule }) => `${what} ${rule}`)).toEqual([
    "counts R28",
    "quotes R37",
    "sensitive R30",
    "few-youths R36",
    "splits R34",
    "without-consent R2",
    "flagged R9",
  ]);
  for (const { why } of items) expect(why).toMatch(/^[^\d]{20,}\.$/);
});

test("the case team misses nothing but what speakers did not agree to and what is still being checked", () => {
  expect(withheldList("case-team", "en").map(({ what }) => what)).toEqual([
    "quotes-without-consent",
    "without-consent",
    "flagged",
  ]);
});

test("each reason exists in both languages", () => {
  for (const audience of audiences) {
    const dutch = withheldList(audience, "nl");
    const english = withheldList(audience, "en");
    expect(english.map(({ what }) => what)).toEqual(dutch.map(({ what }) => what));
    for (const [index, { why }] of english.entries()) expect(why).not.toBe(dutch[index]?.why);
  }
});
