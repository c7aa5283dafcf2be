/** Lines up the compiled parts of a report with the lead's own texts, and reads a text that the workbench sends. */
import { isLanguage, type Language } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import { isReportSection } from "#app/domain/report.ts";
import type { Outline, Part } from "#exports/outline-blocks.ts";
import type { OtherText, SectionText } from "./use-section-text.ts";

/** A part with the text that belongs to it; `text` is null where the lead writes nothing, as with what was withheld. */
export type WorkPart = { part: Part; text: SectionText | null; other: OtherText | null };

/** Every part of the outline without the own texts in it, beside the editable text of that section; the introduction is nothing but that. */
export function workParts(outline: Outline, texts: ReadonlyArray<SectionText>): Array<WorkPart> {
  const known = new Map(texts.map((text) => [text.section, text]));
  return outline.parts.map(({ blocks, ...part }) => {
    const text = known.get(part.id);
    return {
      part: { ...part, blocks: part.id === "introduction" ? [] : blocks.filter((block) => block.kind !== "own-text") },
      text: isReportSection(part.id)
        ? { section: part.id, body: text?.body ?? "", revision: text?.revision ?? 0, at: text?.at ?? null }
        : null,
      other: null,
    };
  });
}

export type SubmittedText = { section: string; language: Language; body: string; baseRevision: number };

/** The text in a form. Throws Problem `invalid-input` when a field is missing or wrong. */
export function readSubmittedText(form: FormData): SubmittedText {
  const section = form.get("section");
  const language = form.get("language");
  const body = form.get("body");
  const baseRevision = Number(form.get("baseRevision") || Number.NaN);
  const fields = [
    ...(typeof section === "string" && isReportSection(section) ? [] : [{ path: "section", code: "required" }]),
    ...(isLanguage(language) ? [] : [{ path: "language", code: "required" }]),
    ...(typeof body === "string" ? [] : [{ path: "body", code: "required" }]),
    ...(Number.isInteger(baseRevision) && baseRevision >= 0 ? [] : [{ path: "baseRevision", code: "required" }]),
  ];
  if (fields.length > 0 || typeof section !== "string" || !isLanguage(language) || typeof body !== "string")
    throw new Problem("invalid-input", { fields });
  return { section, language, body, baseRevision };
}
