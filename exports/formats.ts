/** Every file format of a report: its name, extension and media type, and the audiences that it can serve. A pure list, for screens and exporters alike. */
import type { Language } from "#app/domain/languages.ts";
import type { Audience } from "#app/domain/report.ts";

export type Format = {
  label: Record<Language, string>;
  /** What the reader gets, in one short sentence. */
  purpose: Record<Language, string>;
  extension: string;
  mediaType: string;
  audiences: ReadonlyArray<Audience>;
};

export const formats = {
  html: {
    label: { nl: "Webpagina", en: "Web page" },
    purpose: {
      nl: "Om te lezen, door te sturen en af te drukken. Eén bestand.",
      en: "To read, pass on and print. One file.",
    },
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    audiences: ["case-team", "region"],
  },
  md: {
    label: { nl: "Markdown", en: "Markdown" },
    purpose: {
      nl: "Platte tekst om verder in te schrijven.",
      en: "Plain text to go on writing in.",
    },
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    audiences: ["case-team", "region"],
  },
  csv: {
    label: { nl: "CSV", en: "CSV" },
    purpose: {
      nl: "Alle coderingen als tabel, één rij per codering.",
      en: "All codings as a table, one row per coding.",
    },
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    audiences: ["case-team"],
  },
  json: {
    label: { nl: "JSON", en: "JSON" },
    purpose: {
      nl: "Het hele verslag voor een ander programma.",
      en: "The whole report for another program.",
    },
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    audiences: ["case-team", "region"],
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;

/** Every format, in the order in which screens show them. */
export const formatIds = Object.keys(formats) as Array<FormatId>;

/** Whether a word names one of our formats. */
export function isFormatId(value: string): value is FormatId {
  return Object.hasOwn(formats, value);
}

/** Whether a report for this audience may leave in this format. */
export function servesAudience(format: FormatId, audience: Audience): boolean {
  const audiences: ReadonlyArray<Audience> = formats[format].audiences;
  return audiences.includes(audience);
}

/** The formats in which a report for this audience may leave. */
export function formatsFor(audience: Audience): Array<FormatId> {
  return formatIds.filter((format) => servesAudience(format, audience));
}

/** The name of the file: region key, audience, extension. Keys and audiences are lower-case words and hyphens, so it is safe anywhere. */
export function fileNameOf(regionKey: string, audience: Audience, format: FormatId): string {
  return `${regionKey}-${audience}.${formats[format].extension}`;
}
