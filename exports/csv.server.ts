/** The codings of a report as comma-separated rows, one per coding: UTF-8 with BOM, RFC 4180, for the case team only. */
import { stringify } from "csv-stringify/sync";
import type { CodingRow, Report } from "#app/domain/report.ts";
import { spreadsheetCell } from "./escape.ts";

const columns = [
  "region",
  "youth",
  "perspective",
  "interview",
  "guide",
  "guideVersion",
  "question",
  "construct",
  "field",
  "start",
  "end",
  "text",
  "theme",
  "code",
  "level",
  "memo",
  "forReport",
  "coder",
] as const satisfies ReadonlyArray<keyof CodingRow | "region">;

/** The rows as UTF-8 with BOM, lines ending in CR LF. Texts that a spreadsheet would run as a formula are marked as text. */
export function exportCsv(report: Report): Uint8Array {
  const rows = (report.codings ?? []).map((row) =>
    columns.map((column) => {
      const value = column === "region" ? report.region.key : row[column];
      return typeof value === "string" ? spreadsheetCell(value) : String(value);
    }),
  );
  const text = stringify([[...columns], ...rows], { bom: true, record_delimiter: "windows" });
  return new TextEncoder().encode(text);
}
