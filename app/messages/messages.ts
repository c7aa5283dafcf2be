/** Screen texts in two languages with the same keys, and the hooks with which a component reads them in the reader's language. */
import { createContext, createElement, type ReactNode, useContext } from "react";
import { type Language, languages } from "#app/domain/languages.ts";

type Message = string | ((...parameters: Array<never>) => string);

/** The shape of a language's texts: the same keys, each a sentence or a function with the same parameters. */
export type SameKeys<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends Message
      ? Texts[Key]
      : SameKeys<Texts[Key]>;
};

export type MessageSet<Texts> = Record<Language, SameKeys<Texts>>;

/** Declares the texts of one area of the screen; a key that one language lacks does not type-check, and so fails the build. */
export function messages<Texts extends object>(texts: { nl: Texts; en: SameKeys<Texts> }): MessageSet<Texts> {
  return texts as MessageSet<Texts>;
}

const LanguageContext = createContext<Language>("nl");

/** Sets the language for everything below it. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return createElement(LanguageContext.Provider, { value: language }, children);
}

/** The language of the screen. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of an area in the language of the screen. */
export function useMessages<Texts>(set: MessageSet<Texts>): SameKeys<Texts> {
  return set[useLanguage()];
}

/** The language named by a cookie or a header value, or null when it names none of ours. */
export function toLanguage(value: string | null | undefined): Language | null {
  return languages.find((language) => language === value) ?? null;
}
