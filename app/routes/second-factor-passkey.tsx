/** What a passkey has to sign, as JSON for the script of the passkey button; its answer goes to the page that has the button. */
import { z } from "zod";
import { passkeyOptions } from "#app/auth/second-factor.server.ts";
import { requestContext } from "#app/context.server.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import type { Route } from "./+types/second-factor-passkey";

const askedSchema = z.strictObject({ purpose: z.enum(["add", "give"]) });

/** There is nothing to read here. */
export async function loader() {
  throw new Problem("not-found");
}

export async function action({ request, context }: Route.ActionArgs) {
  try {
    const visit = context.get(requestContext);
    if (!visit.session || visit.demo) throw new Problem("sign-in-required");
    const asked = askedSchema.safeParse(await request.json().catch(() => null));
    if (!asked.success) throw new Problem("invalid-input");
    return Response.json(await passkeyOptions(visit, visit.session, asked.data.purpose));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Response.json({ problem: error.code }, { status: problemStatus(error.code) });
  }
}
