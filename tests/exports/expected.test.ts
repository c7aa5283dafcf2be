/** Every format against its exact expected bytes. Renew them with `UPDATE_EXPECTED=1 npx vitest run tests/exports/expected.test.ts` and read the difference. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileReport, type Report } from "#app/domain/report.ts";
import { installationRoot } from "#db/open.server.ts";
import { formatsFor } from "#exports/formats.ts";
import { renderReport } from "#exports/render.server.ts";
import { inputOf, ownTexts, threeFamilies } from "./sample.ts";

const folder = join(installationRoot(), "tests", "exports", "expected");
const now = "2026-03-02T13:05:00.000Z";

const reports: Record<string, Report> = {
  empty: compileReport(inputOf([]), "region", now),
  "families-case-team": compileReport(inputOf(threeFamilies, { texts: ownTexts }), "case-team", now),
  "families-region": compileReport(inputOf(threeFamilies, { texts: ownTexts }), "region", now),
  "families-region-english": compileReport(
    inputOf(threeFamilies, { language: "en", period: { from: "2026-01-01", to: "2026-03-31" } }),
    "region",
    now,
  ),
};

describe.each(Object.entries(reports))("the report %s", (name, report) => {
  test.each(formatsFor(report.audience))("is exactly as expected in format %s", (format) => {
    const path = join(folder, `${name}.${format}`);
    const { bytes } = renderReport(report, format);
    if (process.env.UPDATE_EXPECTED === "1") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, bytes);
    }
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(readFileSync(path, "utf8"));
  });

  test.each(formatsFor(report.audience))(
    "gives the same bytes again in format %s, also after a round trip as JSON",
    (format) => {
      const again: Report = JSON.parse(JSON.stringify(report));
      expect(Buffer.compare(renderReport(again, format).bytes, renderReport(report, format).bytes)).toBe(0);
    },
  );
});
