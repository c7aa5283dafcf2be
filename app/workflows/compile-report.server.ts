/** Compiles the report of a region: reads its material through the store and hands it to the domain. */
import type { Language } from "#app/domain/languages.ts";
import { type Audience, compileReport, type Report, type ReportPeriod } from "#app/domain/report.ts";
import type { Verbs } from "#db/store.server.ts";

export type AskedReport = { regionId: string; audience: Audience; language: Language; period: ReportPeriod };

/** The report, compiled at `now` (UTC, ISO 8601). Throws Problem `not-found` for a region that the actor may not compile. */
export async function compileRegionReport(
  verbs: Pick<Verbs, "reports">,
  { regionId, audience, language, period }: AskedReport,
  now: string,
): Promise<Report> {
  return compileReport(await verbs.reports.material({ regionId, period, language }), audience, now);
}
