/**
 * The codebook: four fixed themes with codes under them, the optional facets of a passage, and how to find things in it. Its checks
 * are in `codebook-schemas.ts`.
 */
import type { z } from "zod";
import type { codebookSchema, codeSchema, facetSchema, themeSchema } from "./codebook-schemas.ts";
import type { ThemeId } from "./guide.ts";

export type Code = z.infer<typeof codeSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Facet = z.infer<typeof facetSchema>;
export type Codebook = z.infer<typeof codebookSchema>;

export const facetIds = ["recognition", "provider", "level", "cmo", "agenda"] as const;
export type FacetId = (typeof facetIds)[number];

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
