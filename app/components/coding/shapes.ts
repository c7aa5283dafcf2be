/** What the coding screens draw of an answer: its passages with numbers and places, their underlines, and what others told. */
import type { CodeEntry } from "#app/domain/code-search.ts";
import type { PassageView } from "#app/domain/coding.ts";
import type { Perspective, ThemeId } from "#app/domain/guide.ts";
import type { Mark } from "#app/domain/lanes.ts";
import type { Bilingual, Language } from "#app/domain/languages.ts";
import { likelyPlace } from "#app/domain/likely-place.ts";
import type { Span } from "#app/domain/passage.ts";

/** The parts of a passage that drawing needs. */
export type PassageShape = Pick<PassageView, "id" | "start" | "end" | "quote" | "flag" | "codings">;

/**
 * A passage with its number in the text, as chips and list show it. `place` is where it stands in the text as it is now; for one that
 * must be looked at again where it seems to stand, or null.
 */
export type NumberedPassage = PassageShape & { number: number; place: Span | null };

/** One underline: a passage in the manner of one of its themes. */
export type ThemeMark = Mark & { passageId: string; number: number; theme: ThemeId };

/** What somebody else told about the same construct, and where one codes it. */
export type Voice = {
  to: string;
  perspective: Perspective;
  respondentNumber: number;
  question: Bilingual;
  text: string;
  note: string;
  passages: number;
  /** The passages of the answer itself, to underline them. */
  marks: ReadonlyArray<PassageShape>;
};

/** Passages in reading order with the numbers 1, 2, 3 …; those without a place in the text come last. */
export function numbered(text: string, passages: ReadonlyArray<PassageShape>): Array<NumberedPassage> {
  return passages
    .map((passage) => ({
      ...passage,
      place: passage.flag === null ? { start: passage.start, end: passage.end } : likelyPlace(text, passage.quote),
    }))
    .sort((a, b) => {
      const byStart = (a.place?.start ?? text.length) - (b.place?.start ?? text.length);
      return byStart || (b.place?.end ?? 0) - (a.place?.end ?? 0) || (a.id < b.id ? -1 : 1);
    })
    .map((passage, index) => ({ ...passage, number: index + 1 }));
}

/** The themes of a passage in the order in which its codings were made, each once. */
export function themesOf(passage: Pick<PassageShape, "codings">): Array<ThemeId> {
  return [...new Set(passage.codings.map((coding) => coding.theme))];
}

/** The underlines of passages: one for each theme of each passage that has a place in the text. */
export function themeMarks(passages: ReadonlyArray<NumberedPassage>): Array<ThemeMark> {
  return passages.flatMap((passage) => {
    const { id, number, place } = passage;
    if (place === null) return [];
    return themesOf(passage).map((theme) => ({ ...place, id: `${id}:${theme}`, passageId: id, number, theme }));
  });
}

/** Whether two spans are the same stretch. */
export function sameSpan(a: Span | null, b: Span | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

/** The passage that stands exactly on this span, or undefined. */
export function passageOn(passages: ReadonlyArray<NumberedPassage>, span: Span | null): NumberedPassage | undefined {
  return span === null ? undefined : passages.find(({ flag, place }) => flag === null && sameSpan(place, span));
}

/** The name of a code in a language; its id when no codebook version at hand knows it. */
export function codeName(
  entries: ReadonlyArray<CodeEntry>,
  key: { theme: ThemeId; code: string },
  language: Language,
): string {
  const entry = entries.find((one) => one.theme === key.theme && one.code === key.code);
  return entry?.name[language] ?? key.code;
}

/** The id of the list item of a passage, to which its chip leads. */
export function passageAnchor(passageId: string): string {
  return `passage-${passageId}`;
}

/** The address on which the menu of a passage stands open; `action` is that of the answer. */
export function menuAddress(action: string, passageId: string): string {
  return `${action}${action.includes("?") ? "&" : "?"}passage=${passageId}#${passageAnchor(passageId)}`;
}

/** The id of a passage's first chip in the text. */
export function chipAnchor(passageId: string): string {
  return `chip-${passageId}`;
}
