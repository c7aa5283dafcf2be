/** What somebody reads before they agree to an interview: a letter per perspective, in versions that never change once published. */
import { type Perspective, perspectives } from "./guide.ts";
import type { Bilingual } from "./languages.ts";

/** `body` is Markdown in both languages; its first line is the title. `version` is three numbers such as `1.0.0`. */
export type ConsentText = { perspective: Perspective; version: string; body: Bilingual };

/** Most of a letter in one language, in UTF-16 code units: nobody reads more than three pages. */
export const longestConsentText = 20_000;

/** What a path below `consent/` says about its file, as `parent/1.0.0.nl.md`; null when it is none. */
export function consentTextPlace(
  path: string,
): { perspective: Perspective; version: string; language: "nl" | "en" } | null {
  const match = /^([a-z]+)\/(\d{1,4}\.\d{1,4}\.\d{1,4})\.(nl|en)\.md$/.exec(path);
  const perspective = perspectives.find((one) => one === match?.[1]);
  if (!match || !perspective) return null;
  return { perspective, version: match[2] ?? "", language: match[3] === "nl" ? "nl" : "en" };
}

/** What is wrong with one language of a letter, or null: it begins with a title, holds something more and is not too long. */
export function consentTextFault(body: string): string | null {
  if (body.length > longestConsentText) return `the letter is longer than ${longestConsentText} characters`;
  const [title = "", ...rest] = body.trim().split("\n");
  if (!/^# \S/.test(title)) return "the first line is no title: begin with # and a space";
  return rest.join("").trim() === "" ? "the letter holds nothing but its title" : null;
}

/** How a version is named in a record of consent. */
export function consentTextName({ perspective, version }: Pick<ConsentText, "perspective" | "version">): string {
  return `consent-${perspective} ${version}`;
}
