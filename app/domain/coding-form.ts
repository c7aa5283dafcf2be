/** The forms of the coding screen: what they ask, with every field checked for its shape, and what came of it. */
import { z } from "zod";
import { facetIds } from "./codebook.ts";
import type { ActKind, AnswerKey } from "./coding.ts";
import { themeIds } from "./guide.ts";
import { type PassageField, passageFields, type Span } from "./passage.ts";
import { Problem, type ProblemCode } from "./problem.ts";
import { sentences } from "./segments.ts";

const placeSchema = z.coerce.number().int().min(0);
const spanSchema = z
  .string()
  .regex(/^\d{1,7}-\d{1,7}$/)
  .transform((value) => {
    const [start = 0, end = 0] = value.split("-").map(Number);
    return { start, end };
  });
const keySchema = z
  .string()
  .transform((value) => value.split("/"))
  .pipe(z.tuple([z.enum(themeIds), z.string().min(1).max(100)]))
  .transform(([theme, code]) => ({ theme, code }));
const idSchema = z.string().min(1).max(64);
const sequenceSchema = z.coerce.number().int().min(0);
const common = { field: z.enum(passageFields), sequence: sequenceSchema };

const intents = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("code"), ...common, key: keySchema, start: placeSchema, end: placeSchema }),
  z.object({ intent: z.literal("code-sentences"), ...common, key: keySchema, from: placeSchema, to: placeSchema }),
  z.object({ intent: z.literal("recode"), codingId: idSchema, key: keySchema }),
  z.object({
    intent: z.literal("details"),
    codingId: idSchema,
    memo: z.string(),
    forReport: z.literal("1").optional(),
    facets: z.record(z.string(), z.string()),
  }),
  z.object({ intent: z.literal("move"), passageId: idSchema, sequence: sequenceSchema, span: spanSchema }),
  z.object({ intent: z.literal("remove"), codingId: idSchema }),
  z.object({ intent: z.literal("clear-warning"), ...common, start: placeSchema, end: placeSchema }),
  z.object({ intent: z.literal("undo") }),
  z.object({ intent: z.literal("redo") }),
]);

/** What a form of the coding screen asks for. */
export type CodingIntent = z.infer<typeof intents>;

/**
 * What became of an act on the server: done, or the Problem that stood in its way. `key` is the code that was set, as `theme/code`;
 * `elsewhere` the other answer that undo or redo touched, or would have touched.
 */
export type CodingResult =
  | { done: "code" | "recode"; key: string }
  | { done: "details" | "move" | "remove" | "clear-warning" }
  | { done: "undo" | "redo"; kind: ActKind; applied: boolean; elsewhere: AnswerKey | null }
  | { problem: ProblemCode; elsewhere?: AnswerKey | null };

/** Parses the fields of a form (name -> value). Throws Problem `invalid-input` naming the fields that do not fit. */
export function codingIntent(fields: Readonly<Record<string, string>>): CodingIntent {
  const facets = Object.fromEntries(
    facetIds.flatMap((id) => (fields[`facets.${id}`] === undefined ? [] : [[id, fields[`facets.${id}`] ?? ""]])),
  );
  const result = intents.safeParse({ ...fields, facets });
  if (result.success) return result.data;
  const paths = new Set(result.error.issues.map((issue) => String(issue.path[0] ?? "intent")));
  throw new Problem("invalid-input", { fields: [...paths].map((path) => ({ path, code: "required" })) });
}

/** The span from one sentence up to and including another, by number from 0. Throws Problem `passage-invalid` when the text lacks one. */
export function sentenceSpan(text: string, from: number, to: number): Span {
  const all = sentences(text);
  const first = all[Math.min(from, to)];
  const last = all[Math.max(from, to)];
  if (!first || !last) throw new Problem("passage-invalid");
  return { start: first.start, end: last.end };
}

/** Which text of an answer is shown: the one asked for when it can be coded, else the answer itself, else the note. */
export function shownField(asked: string | null, text: string, note: string): PassageField {
  if (asked === "note" && note !== "") return "note";
  return text === "" && note !== "" ? "note" : "value";
}
