/** Which report somebody asks for: period, language and audience from an address, and a file from its name. */
import { isDay } from "#app/domain/dates.ts";
import { isLanguage, type Language } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Audience } from "#app/domain/report.ts";
import { type FormatId, formatIds, formats, servesAudience } from "#exports/formats.ts";

/** Audiences for which a region compiles a report itself; the others come with releasing. */
export const ownAudiences = ["case-team", "region"] as const satisfies ReadonlyArray<Audience>;
export type OwnAudience = (typeof ownAudiences)[number];

export type ReportWish = {
  /** First and last day of the interviews, `YYYY-MM-DD`, both inclusive; null: no limit. */
  period: { from: string | null; to: string | null };
  language: Language;
  audience: OwnAudience;
  /** The address named days that do not exist or run backwards; the period is then without limits. */
  periodFault: boolean;
};

/** Reads the wish from the query of an address; what is missing or unknown becomes the default. */
export function readWish(query: URLSearchParams, screenLanguage: Language): ReportWish {
  const from = query.get("from") || null;
  const to = query.get("to") || null;
  const fits =
    (from === null || isDay(from)) && (to === null || isDay(to)) && (from === null || to === null || from <= to);
  const language = query.get("language");
  return {
    period: fits ? { from, to } : { from: null, to: null },
    language: isLanguage(language) ? language : screenLanguage,
    audience: ownAudiences.find((audience) => audience === query.get("audience")) ?? "case-team",
    periodFault: !fits,
  };
}

/** The query that asks for this period and language again, for addresses of files. */
export function wishQuery({ period, language }: Pick<ReportWish, "period" | "language">): string {
  return new URLSearchParams({ from: period.from ?? "", to: period.to ?? "", language }).toString();
}

/**
 * Takes the name of a file apart: `region-a-case-team.html`. Throws Problem `not-found` for what is no such name, and
 * `format-not-for-audience` for a format that this audience may not get.
 */
export function readFileName(name: string): { regionKey: string; audience: OwnAudience; format: FormatId } {
  const match = /^(?<regionKey>[a-z0-9-]+)-(?<audience>case-team|region)\.(?<extension>[a-z]+)$/.exec(name);
  const format = formatIds.find((id) => formats[id].extension === match?.groups?.extension);
  const audience = ownAudiences.find((id) => id === match?.groups?.audience);
  if (!match?.groups?.regionKey || !format || !audience) throw new Problem("not-found");
  if (!servesAudience(format, audience)) throw new Problem("format-not-for-audience");
  return { regionKey: match.groups.regionKey, audience, format };
}
