/** A report as one HTML file that carries everything itself, reads well on any screen and prints well on A4; without scripts. */
import type { Report } from "#app/domain/report.ts";
import { htmlPage } from "./html/page.ts";
import { outlineOf } from "./outline.ts";

/** The report as UTF-8. */
export function exportHtml(report: Report): Uint8Array {
  return new TextEncoder().encode(htmlPage(outlineOf(report)));
}
