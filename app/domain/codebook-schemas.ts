/** The checks of a codebook; apart from `codebook.ts`, so that a page can name its words without them. */
import { z } from "zod";
import { facetIds } from "./codebook.ts";
import { themeIds } from "./guide.ts";
import { idSchema, versionSchema } from "./guide-schemas.ts";
import { bilingualSchema } from "./language-schemas.ts";

export const codeSchema = z.strictObject({
  id: idSchema,
  sensitive: z.literal(true).optional(),
  retired: z.literal(true).optional(),
  name: bilingualSchema,
  definition: bilingualSchema,
  use: bilingualSchema,
  notUse: bilingualSchema,
  example: bilingualSchema,
});

export const themeSchema = z.strictObject({
  id: z.enum(themeIds),
  order: z.int().min(1).max(4),
  name: bilingualSchema,
  definition: bilingualSchema,
  codes: z.array(codeSchema).min(1),
});

export const facetSchema = z.strictObject({
  appliesTo: z.array(z.enum(themeIds)).min(1),
  values: z.array(idSchema).min(1),
});

/** Coding rules are short Dutch sentences under a word of their own (`unit`, `voice`, `privacy` …). */
const idOrWordSchema = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/, "one word");

export const codebookSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: idSchema,
  version: versionSchema,
  locale: z.literal("nl"),
  rules: z.record(idOrWordSchema, z.string().min(1)).optional(),
  facets: z.partialRecord(z.enum(facetIds), facetSchema),
  themes: z.array(themeSchema).length(4),
});
