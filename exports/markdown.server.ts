/** A report as Markdown: plain text that people can go on writing in, with no raw HTML and no link that was not one in the lead's text. */
import type { Report } from "#app/domain/report.ts";
import { markdownPage } from "./markdown/page.ts";
import { outlineOf } from "./outline.ts";

/** The report as UTF-8. */
export function exportMarkdown(report: Report): Uint8Array {
  return new TextEncoder().encode(markdownPage(outlineOf(report)));
}
