/** The two languages of the product, and a text that exists in both. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

/** Whether a word names a language. */
export function isLanguage(value: unknown): value is Language {
  return (languages as ReadonlyArray<unknown>).includes(value);
}

export type Bilingual = Record<Language, string>;
