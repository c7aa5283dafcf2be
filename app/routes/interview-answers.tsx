/** Where an interview saves by itself: one operation as JSON in, its receipt as JSON out. */
import { z } from "zod";
import { signedIn } from "#app/context.server.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import type { Route } from "./+types/interview-answers";

/** Whether something holds lists or objects within each other more than `levels` deep; it looks no further than that. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

const operationSchema = z.strictObject({
  opId: z.uuid(),
  questionId: z.string().min(1).max(200),
  answer: z.unknown().refine((answer) => !isDeeper(answer, 4)),
  baseSequence: z.int().min(0),
  baseOpId: z.uuid().optional(),
  confirmHidden: z.boolean().optional(),
});

/** A receipt is too small to be worth compressing. */
const asItIs = { "cache-control": "no-transform" };

/** There is nothing to read here. */
export async function loader() {
  throw new Problem("not-found");
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new Problem("invalid-input", { fields: [{ path: "body", code: "not-text" }] });
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  try {
    const { verbs } = signedIn(context);
    const parsed = operationSchema.safeParse(await bodyOf(request));
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), code: "wrong" }));
      throw new Problem("invalid-input", { fields });
    }
    const receipt = await verbs.answers.save({ interviewId: params.interviewId, ...parsed.data });
    return Response.json(receipt, { headers: asItIs });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Response.json({ problem: error.code, details: error.details }, { status: problemStatus(error.code) });
  }
}
