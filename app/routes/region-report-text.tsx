/** Takes one own text of a report from a page that saves by itself, and answers with a receipt. */
import { readSubmittedText } from "#app/components/report/work-parts.ts";
import { signedIn } from "#app/context.server.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Route } from "./+types/region-report-text";

export function loader() {
  throw new Problem("not-found");
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const sent = readSubmittedText(await request.formData());
  const receipt = await verbs.reports.saveText({ regionId: params.regionId, ...sent });
  return Response.json(receipt, { status: receipt.saved ? 200 : 409 });
}
