/**
 * What a new password has to be: long, and not what somebody who guesses would try first. There are no rules about kinds of characters.
 *
 * Lists of leaked passwords hold hardly one of fifteen characters or more. What is guessed at this length are long words and phrases that
 * everybody knows (`common-passwords.ts`), and short pieces put together: a word twice, a word with a year, a walk over the keyboard,
 * the name of this program or of the account. So a password is taken apart into such pieces, and has to hold more than a few of them.
 */
import type { FieldFault } from "#app/domain/problem.ts";
import { commonPhrases, commonWords } from "./common-passwords.ts";

/** Shortest and longest password, in UTF-16 code units. */
export const minimumPasswordLength = 15;
export const maximumPasswordLength = 200;

export type PasswordFault = "too-short" | "too-long" | "too-simple" | "contains-own" | "common";
type About = { name: string; email: string };

/** Rows that fingers walk along, in both directions. */
const walks = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
].flatMap((row) => [row, [...row].reverse().join("")]);

/** What people write in the place of a letter. */
const lookAlikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Small letters and digits only. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** As `plain`, with signs that stand for letters read as those. */
function readAsLetters(text: string): string {
  return plain(text.replaceAll(/[013457@$!]/g, (sign) => lookAlikes[sign] ?? sign));
}

/** Whether a text is one piece over and over: `welkom01welkom01`. */
function isRepetition(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if ([...text].every((sign, index) => sign === text[index % length])) return true;
  }
  return false;
}

/** How long the walk over the keyboard or the alphabet is that begins here; 0 for less than four. */
function walkAt(text: string, start: number): number {
  let longest = 0;
  for (const walk of walks) {
    for (let at = walk.indexOf(text[start] ?? ""); at >= 0; at = walk.indexOf(text[start] ?? "", at + 1)) {
      let length = 1;
      while (start + length < text.length && text[start + length] === walk[at + length]) length += 1;
      longest = Math.max(longest, length);
    }
  }
  return longest >= 4 ? longest : 0;
}

const longestFirst = [...commonWords].sort((a, b) => b.length - a.length);

/** The length of the piece that begins here: a common word, a walk, a number, or one sign over and over; 0 for none of these. */
function pieceAt(text: string, start: number): number {
  const rest = text.slice(start);
  const word = longestFirst.find((one) => rest.startsWith(one))?.length ?? 0;
  const number = /^\d+/.exec(rest)?.[0].length ?? 0;
  const same = /^(.)\1{2,}/.exec(rest)?.[0].length ?? 0;
  return Math.max(word, number, same, walkAt(text, start));
}

/** Whether a text is nothing but at most four different common pieces, give or take three signs. */
function isPutTogether(text: string): boolean {
  const pieces = new Set<string>();
  let other = 0;
  for (let at = 0; at < text.length; ) {
    const length = pieceAt(text, at);
    if (length > 0) pieces.add(text.slice(at, at + length));
    else other += 1;
    at += Math.max(length, 1);
  }
  return other <= 3 && pieces.size <= 4;
}

/** The parts of a name or address by which a colleague would guess: of four letters or more. */
function ownWords({ name, email }: About): Array<string> {
  const local = email.split("@")[0] ?? "";
  return [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/), "leeroogst"]
    .map(plain)
    .filter((word) => word.length >= 4);
}

/** What is wrong with a new password, or null. `about`: whose it is. */
export function passwordFault(password: string, about: About): PasswordFault | null {
  if (password.length < minimumPasswordLength) return "too-short";
  if (password.length > maximumPasswordLength) return "too-long";
  const readings = [plain(password), readAsLetters(password)];
  if (new Set(password.toLowerCase()).size < 6 || readings.some(isRepetition)) return "too-simple";
  if (readings.some((text) => ownWords(about).some((word) => text.includes(word)))) return "contains-own";
  if (readings.some((text) => commonPhrases.has(text) || isPutTogether(text))) return "common";
  return null;
}

/** What is wrong with a new password that was typed twice, beside its fields. */
export function newPasswordFaults(password: string, again: string, about: About): Array<FieldFault> {
  const wrong = passwordFault(password, about);
  if (wrong) return [{ path: "password", code: wrong }];
  return again === password ? [] : [{ path: "again", code: "not-same" }];
}
