/** The access copy of one conversation: what one respondent said and who looked at it, put into words, as plain data for a file. */
import type { Language } from "./languages.ts";

/** One value that an answer had, or has. */
export type ToldVersion = { when: string; said: string; note: string | null };

export type AccessCopy = {
  language: Language;
  /** The language in which questions and answers are. */
  spoken: Language;
  title: string;
  /** Sentences that say what this is. */
  intro: Array<string>;
  facts: Array<{ term: string; words: string }>;
  steps: Array<{
    title: string;
    items: Array<{ question: string; now: ToldVersion; earlier: Array<ToldVersion> }>;
  }>;
  looks: { title: string; intro: string; none: string; heads: Array<string>; rows: Array<Array<string>> };
  words: { note: string; earlier: string; nothing: string };
  fileName: string;
};

/** Something that somebody did with an interview; `person` null: they are not there any more. */
export type Look = { at: string; personId: string; person: string | null; role: string; action: string };

/** The same thing done by the same person, several times in a row. */
export type Looks = Look & { until: string; times: number };

/** Joins what one person did over and over without anybody else in between, oldest first. */
export function joinedLooks(looks: ReadonlyArray<Look>): Array<Looks> {
  const joined: Array<Looks> = [];
  for (const look of looks) {
    const last = joined.at(-1);
    const same = last?.personId === look.personId && last.action === look.action && last.role === look.role;
    if (same && last.at.slice(0, 10) === look.at.slice(0, 10)) {
      last.until = look.at;
      last.times += 1;
    } else joined.push({ ...look, until: look.at, times: 1 });
  }
  return joined;
}
