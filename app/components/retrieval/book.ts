/** The names in the codebook that the list of passages needs. */
import { type CodeEntry, type CodeKey, codeKey, entryOf } from "#app/domain/code-search.ts";
import type { ThemeId } from "#app/domain/guide.ts";
import type { Bilingual, Language } from "#app/domain/languages.ts";

export type Book = {
  themes: ReadonlyArray<{ id: ThemeId; definition: Bilingual }>;
  entries: ReadonlyArray<CodeEntry>;
};

/** The name of a code; its id when only an older codebook knows it. */
export function codeName(book: Book, key: CodeKey, language: Language): string {
  return entryOf(book.entries, codeKey(key))?.name[language] ?? key.code;
}
