/** The check of a text in both languages; apart from `languages.ts`, so that a page can name a language without them. */
import { z } from "zod";

/** A text in both languages; neither may be empty. */
export const bilingualSchema = z.strictObject({
  nl: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
