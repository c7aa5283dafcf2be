/** Finds a code by the first letters of its name, and remembers the codes used last. */
import type { Codebook } from "./codebook.ts";
import type { ThemeId } from "./guide.ts";
import { type Bilingual, type Language, languages } from "./languages.ts";
import type { Span } from "./segments.ts";

/** A code by its theme and id; ids may repeat under another theme. */
export type CodeKey = { theme: ThemeId; code: string };

export type CodeEntry = CodeKey & {
  name: Bilingual;
  definition: Bilingual;
  use: Bilingual;
  notUse: Bilingual;
  sensitive: boolean;
  /** Still named where it was used, but not to be chosen any more. */
  retired: boolean;
};

/** A code that was found. `hits` are the letters that matched, as spans of its name in the language of the search. */
export type CodeMatch = { entry: CodeEntry; hits: Array<Span> };

/** How many recent codes have a number key. */
export const recentLimit = 9;

/** Every code in codebook order, the retired included. */
export function codeEntries(codebook: Codebook): Array<CodeEntry> {
  return [...codebook.themes]
    .sort((a, b) => a.order - b.order)
    .flatMap((theme) =>
      theme.codes.map(({ id, name, definition, use, notUse, sensitive, retired }) => ({
        theme: theme.id,
        code: id,
        name,
        definition,
        use,
        notUse,
        sensitive: sensitive === true,
        retired: retired === true,
      })),
    );
}

/** The key as one string, for a form field or a React key: `theme/code`. */
export function codeKey({ theme, code }: CodeKey): string {
  return `${theme}/${code}`;
}

/** The entry with this `theme/code`, or undefined; a retired one too. */
export function entryOf(entries: ReadonlyArray<CodeEntry>, key: string): CodeEntry | undefined {
  return entries.find((entry) => codeKey(entry) === key);
}

/** Letters without case and accents, one for one, so that places stay the same. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    const plain = letter.normalize("NFD").charAt(0).toLowerCase();
    return plain.length === 1 ? plain : letter;
  }).join("");
}

function wordStarts(text: string): Array<number> {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => match.index);
}

/** Where `part` begins a word of `text`, or -1. Both folded. */
function atWord(text: string, part: string): number {
  return wordStarts(text).find((start) => text.startsWith(part, start)) ?? -1;
}

type Found = { rank: number; hits: Array<Span> };

function inName(name: string, parts: ReadonlyArray<string>, base: number): Found | null {
  let rank = base;
  const hits: Array<Span> = [];
  for (const part of parts) {
    const start = atWord(name, part);
    const place = start === -1 ? name.indexOf(part) : start;
    if (place === -1) return null;
    rank = Math.max(rank, base + (place === 0 ? 0 : start === -1 ? 4 : 1));
    hits.push({ start: place, end: place + part.length });
  }
  return { rank, hits };
}

function byInitials(name: string, query: string): Found | null {
  const starts = wordStarts(name);
  const initials = starts.map((start) => name.charAt(start)).join("");
  const first = query.length < 2 ? -1 : initials.indexOf(query);
  if (first === -1) return null;
  return { rank: 2, hits: starts.slice(first, first + query.length).map((start) => ({ start, end: start + 1 })) };
}

function inExplanation(entry: CodeEntry, parts: ReadonlyArray<string>, language: Language): Found | null {
  const explanation = folded(`${entry.definition[language]} ${entry.use[language]}`);
  const all = parts.every((part) => part.length >= 4 && atWord(explanation, part) !== -1);
  return all ? { rank: 20, hits: [] } : null;
}

function find(entry: CodeEntry, parts: ReadonlyArray<string>, language: Language): Found | null {
  const other = languages.find((one) => one !== language) ?? language;
  const own = folded(entry.name[language]);
  const elsewhere = inName(folded(entry.name[other]), parts, 10);
  const candidates = [
    inName(own, parts, 0),
    parts.length === 1 ? byInitials(own, parts[0] ?? "") : null,
    elsewhere && { rank: elsewhere.rank, hits: [] },
    inExplanation(entry, parts, language),
  ].filter((found) => found !== null);
  return candidates.sort((a, b) => a.rank - b.rank)[0] ?? null;
}

/**
 * The codes that a query finds, best first: the name begins with it, a word of the name does, the initials of its words, anywhere in the
 * name, the same in the other language, and from four letters on a word of the explanation. Equal ones in codebook order; an empty query
 * finds all. Case and accents do not matter. A retired code is never found.
 */
export function searchCodes(entries: ReadonlyArray<CodeEntry>, query: string, language: Language): Array<CodeMatch> {
  const parts = folded(query.trim().normalize("NFC"))
    .split(/\s+/u)
    .filter((part) => part !== "");
  const choosable = entries.filter((entry) => !entry.retired);
  if (parts.length === 0) return choosable.map((entry) => ({ entry, hits: [] }));
  return choosable
    .flatMap((entry) => {
      const found = find(entry, parts, language);
      return found ? [{ entry, ...found }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry, hits }) => ({ entry, hits: hits.sort((a, b) => a.start - b.start) }));
}

/** The recent codes after one more use: that code first, each once, at most nine. */
export function withRecent(recent: ReadonlyArray<CodeKey>, used: CodeKey): Array<CodeKey> {
  const others = recent.filter((key) => codeKey(key) !== codeKey(used));
  return [{ theme: used.theme, code: used.code }, ...others].slice(0, recentLimit);
}
