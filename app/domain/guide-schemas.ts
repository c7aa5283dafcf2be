/** The shape of an interview guide as checks, from which the types and the JSON Schema follow; only what reads files needs them. */
import { z } from "zod";
import {
  accountabilityTags,
  answerTypes,
  conditionOperators,
  idPattern,
  perspectives,
  themeIds,
  versionPattern,
} from "./guide.ts";
import { bilingualSchema } from "./language-schemas.ts";

export const idSchema = z.string().regex(idPattern, "lower-case words joined by hyphens");
export const versionSchema = z.string().regex(versionPattern, "three numbers such as 1.0.0");

export const conditionSchema = z.strictObject({
  ref: z
    .string()
    .regex(/^(youth\.(enrolmentStatus|ageBand)|answers\.[a-z][a-z0-9-]*)$/, "youth.<field> or answers.<questionId>"),
  op: z.enum(conditionOperators),
  value: z.union([z.string(), z.number(), z.array(z.string()).min(1)]).optional(),
});

export const showIfSchema = z.union([
  z.strictObject({ all: z.array(conditionSchema).min(1) }),
  z.strictObject({ any: z.array(conditionSchema).min(1) }),
]);

export const optionSchema = z.strictObject({
  value: idSchema,
  label: bilingualSchema,
  retired: z.literal(true).optional(),
});

export const questionSchema = z.strictObject({
  id: idSchema,
  construct: idSchema,
  type: z.enum(answerTypes),
  required: z.boolean(),
  retired: z.literal(true).optional(),
  consentScope: z.enum(["participate", "list", "agenda"]).optional(),
  accountability: z.array(z.enum(accountabilityTags)).min(1).optional(),
  precision: z.literal("month").optional(),
  showIf: showIfSchema.optional(),
  text: bilingualSchema,
  options: z.array(optionSchema).min(2).optional(),
  scale: z.strictObject({ minLabel: bilingualSchema, maxLabel: bilingualSchema }).optional(),
  probes: z.array(bilingualSchema),
  tip: bilingualSchema.optional(),
  themes: z.array(z.enum(themeIds)),
});

export const stepSchema = z.strictObject({
  id: idSchema,
  miProcess: z.enum(["engage", "focus", "evoke", "plan"]),
  minutes: z.int().min(1).max(120),
  title: bilingualSchema,
  goal: bilingualSchema,
  script: bilingualSchema.optional(),
  showIf: showIfSchema.optional(),
  questions: z.array(questionSchema).min(1),
});

export const guideSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: idSchema,
  version: versionSchema,
  perspective: z.enum(perspectives),
  locale: z.literal("nl"),
  register: z.enum(["u", "je"]),
  languageLevel: z.string().min(1),
  estimatedMinutes: z.int().min(1).max(240),
  title: bilingualSchema,
  steps: z.array(stepSchema).min(1),
});
