/** What a form in the list of the page by theme asks, checked; apart from `retrieval.ts`, so that the page does without the checks. */
import { z } from "zod";
import { themeIds } from "./guide.ts";
import { idSchema } from "./guide-schemas.ts";
import { Problem } from "./problem.ts";

const acts = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("recode"),
    regionId: z.string().min(1).max(64),
    codingId: z.string().min(1).max(64),
    key: z
      .string()
      .transform((value) => value.split("/"))
      .pipe(z.tuple([z.enum(themeIds), idSchema]))
      .transform(([theme, code]) => ({ theme, code })),
  }),
  z.object({ intent: z.literal("remove"), regionId: z.string().min(1).max(64), codingId: z.string().min(1).max(64) }),
  z.object({ intent: z.literal("undo"), regionId: z.string().min(1).max(64) }),
]);

/** What a form in the list asks: another code in place of a coding, a coding away, or the last act undone. */
export type RetrievalAct = z.infer<typeof acts>;

/** Parses the fields of a form in the list. Throws Problem `invalid-input` naming the fields that do not fit. */
export function retrievalAct(fields: Readonly<Record<string, unknown>>): RetrievalAct {
  const result = acts.safeParse(fields);
  if (result.success) return result.data;
  const paths = new Set(result.error.issues.map((issue) => String(issue.path[0] ?? "intent")));
  throw new Problem("invalid-input", { fields: [...paths].map((path) => ({ path, code: "unknown-option" })) });
}
