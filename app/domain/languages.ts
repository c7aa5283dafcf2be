/** The two languages of the product, and a text that exists in both. */
import { z } from "zod";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

export const languageSchema = z.enum(languages);

/** A text in both languages; neither may be empty. */
export const bilingualSchema = z.strictObject({
  nl: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type Bilingual = z.infer<typeof bilingualSchema>;
