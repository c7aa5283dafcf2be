/** The access copy of one conversation, as a file. Like every page it is never stored on the way. */
import { paced, signedIn } from "#app/context.server.ts";
import { accessCopy } from "#app/workflows/access-copy.server.ts";
import { accessCopyHtml } from "#exports/access-copy.server.ts";
import type { Route } from "./+types/interview-copy";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  paced(context, "file");
  const copy = await accessCopy(verbs, { interviewId: params.interviewId, language }, new Date().toISOString());
  return new Response(Uint8Array.from(accessCopyHtml(copy)), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="${copy.fileName}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
