/** The one door to every export: picks the exporter by format and refuses what an audience may not get. */
import { Problem } from "#app/domain/problem.ts";
import type { Report } from "#app/domain/report.ts";
import { exportCsv } from "./csv.server.ts";
import { type FormatId, fileNameOf, formats, servesAudience } from "./formats.ts";
import { exportHtml } from "./html.server.ts";
import { exportJson } from "./json.server.ts";
import { exportMarkdown } from "./markdown.server.ts";

/** Report in, bytes out: no database, no clock, no chance, so that equal reports give equal bytes. */
export type Exporter = (report: Report) => Uint8Array;

export type RenderedFile = { bytes: Uint8Array; mediaType: string; fileName: string };

const exporters = {
  html: exportHtml,
  md: exportMarkdown,
  csv: exportCsv,
  json: exportJson,
} satisfies Record<FormatId, Exporter>;

/** The report as a file. Throws Problem `format-not-for-audience`. */
export function renderReport(report: Report, format: FormatId): RenderedFile {
  if (!servesAudience(format, report.audience)) throw new Problem("format-not-for-audience");
  return {
    bytes: exporters[format](report),
    mediaType: formats[format].mediaType,
    fileName: fileNameOf(report.region.key, report.audience, format),
  };
}
