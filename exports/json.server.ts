/** A report as JSON: what was compiled, but for the rows, which are the table's and stand in the CSV file. */
import type { Report } from "#app/domain/report.ts";

/** The report as UTF-8, two spaces a level, a line feed at the end. */
export function exportJson(report: Report): Uint8Array {
  const { codings: _rows, ...compiled } = report;
  return new TextEncoder().encode(`${JSON.stringify(compiled, null, 2)}\n`);
}
