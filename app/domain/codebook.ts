/** The codebook: four fixed themes with codes under them, the optional facets of a passage, and how to find things in it. */
import { z } from "zod";
import { bilingualSchema } from "./languages.ts";
import { idSchema, type ThemeId, themeIds, versionSchema } from "./guide.ts";

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
export type Code = z.infer<typeof codeSchema>;

export const themeSchema = z.strictObject({
  id: z.enum(themeIds),
  order: z.int().min(1).max(4),
  name: bilingualSchema,
  definition: bilingualSchema,
  codes: z.array(codeSchema).min(1),
});
export type Theme = z.infer<typeof themeSchema>;

export const facetIds = ["recognition", "provider", "level", "cmo", "agenda"] as const;
export type FacetId = (typeof facetIds)[number];

const facetSchema = z.strictObject({
  appliesTo: z.array(z.enum(themeIds)).min(1),
  values: z.array(idSchema).min(1),
});
export type Facet = z.infer<typeof facetSchema>;

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
export type Codebook = z.infer<typeof codebookSchema>;

/** The theme with this id. Every codebook holds the four fixed themes, so it always exists. */
export function themeOf(codebook: Codebook, themeId: ThemeId): Theme {
  const theme = codebook.themes.find((candidate) => candidate.id === themeId);
  if (!theme) throw new RangeError(`the codebook lacks the theme ${themeId}`);
  return theme;
}

/** The code with this id under this theme, or undefined when the pair does not exist. */
export function findCode(codebook: Codebook, themeId: string, codeId: string): Code | undefined {
  return codebook.themes.find((theme) => theme.id === themeId)?.codes.find((code) => code.id === codeId);
}

/** Chosen facet values of one coding, each optional. */
export type Facets = Partial<Record<FacetId, string>>;
