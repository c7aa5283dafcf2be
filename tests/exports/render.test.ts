/** What must never leave in any format, and the one door that refuses what an audience may not get. */
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { type Audience, compileReport } from "#app/domain/report.ts";
import { formatIds, formats, formatsFor, servesAudience } from "#exports/formats.ts";
import { renderReport } from "#exports/render.server.ts";
import { inputOf, threeFamilies } from "./sample.ts";

const now = "2026-03-02T13:05:00.000Z";
const decoder = new TextDecoder();

function textsFor(audience: Audience): Array<[string, string]> {
  const report = compileReport(inputOf(threeFamilies), audience, now);
  return formatsFor(audience).map((format) => [format, decoder.decode(renderReport(report, format).bytes)]);
}

test("a report for the region holds no quote, no id, no label, no sensitive code and nothing told about one youth, in any format", () => {
  const secrets = [
    ...threeFamilies.flatMap((told) => (told.quote ? [told.quote] : [])),
    "passage-0",
    "coding-0",
    "youth-1",
    "youth-2",
    "coder-1",
    "Gezin onder druk",
    "family-strain",
    "next-small-step",
    "rules-and-law",
    "dit lijkt op een formule",
  ];
  for (const [format, text] of textsFor("region")) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${format}`).toBe(false);
  }
});

test("words without consent, flagged passages and interviews that the region does not learn from are in no format for the case team", () => {
  const secrets = [
    "WOORDEN-ZONDER-TOESTEMMING",
    "FRAGMENT-DAT-NOG-WORDT-NAGEKEKEN",
    "WOORDEN-WAAR-DE-REGIO-NIET-VAN-LEERT",
    "youth-1",
    "youth-2",
    "coder-1",
  ];
  const files = textsFor("case-team");
  expect(files.map(([format]) => format)).toEqual(["html", "md", "csv", "json"]);
  for (const [format, text] of files) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${format}`).toBe(false);
  }
  expect(files.every(([format, text]) => format === "csv" || text.includes("Zij kwam elke week"))).toBe(true);
});

test("a format that cannot serve the audience is refused", () => {
  const report = compileReport(inputOf(threeFamilies), "region", now);
  expect(servesAudience("csv", "region")).toBe(false);
  expect(() => renderReport(report, "csv")).toThrow(new Problem("format-not-for-audience"));
});

test("a file is named after region and audience, and knows its media type", () => {
  const report = compileReport(inputOf([]), "case-team", now);
  for (const format of formatIds) {
    const file = renderReport(report, format);
    expect(file.fileName).toBe(`region-a-case-team.${formats[format].extension}`);
    expect(file.mediaType).toBe(formats[format].mediaType);
  }
});

test("JSON has the same top-level keys for both audiences, in one order, and no row of the table", () => {
  const keys = (["case-team", "region"] as const).map((audience) => {
    const { bytes } = renderReport(compileReport(inputOf(threeFamilies), audience, now), "json");
    return Object.keys(JSON.parse(decoder.decode(bytes)));
  });
  const expected =
    "schemaVersion region audience language practice status period compiledAt guideVersions codebookVersion sections evidence withheld";
  expect(keys).toEqual([expected.split(" "), expected.split(" ")]);
});
