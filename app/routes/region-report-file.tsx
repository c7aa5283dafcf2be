/** One file of a region's report; its name picks audience and format. Like every page it is never stored on the way. */
import { needFreshFactor } from "#app/auth/second-factor.server.ts";
import { readFileName, readWish } from "#app/components/report/report-address.ts";
import { paced, requestContext, signedIn } from "#app/context.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
import { compileRegionReport } from "#app/workflows/compile-report.server.ts";
import { renderReport } from "#exports/render.server.ts";
import type { Route } from "./+types/region-report-file";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language: screen } = signedIn(context);
  paced(context, "file");
  const { regionId } = params;
  const { regionKey, audience, format } = readFileName(params.file);
  if (audience === "case-team") needFreshFactor(context.get(requestContext), `/regions/${regionId}/report`);
  const { period, language, periodFault } = readWish(new URL(request.url).searchParams, screen);
  if (periodFault) throw new Problem("invalid-input", { fields: [{ path: "from", code: "not-a-date" }] });
  const report = await compileRegionReport(verbs, { regionId, audience, language, period }, new Date().toISOString());
  if (report.region.key !== regionKey) throw new Problem("not-found");
  return fileResponse(renderReport(report, format));
}
