/** One file of a released report. Like every page it is never stored on the way. */
import { readFileName } from "#app/components/report/report-address.ts";
import { paced, signedIn } from "#app/context.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
import { renderReport } from "#exports/render.server.ts";
import type { Route } from "./+types/report-released-file";

export async function loader({ context, params: { releaseId, file } }: Route.LoaderArgs) {
  const { verbs } = signedIn(context);
  paced(context, "file");
  const { regionKey, audience, format } = readFileName(file);
  const { report } = await verbs.releases.one({ releaseId });
  if (report === null || report.region.key !== regionKey || report.audience !== audience)
    throw new Problem("not-found");
  return fileResponse(renderReport(report, format));
}
