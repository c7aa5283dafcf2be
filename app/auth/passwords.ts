/** What a new password has to be: long, and not one character over and over; no rules about kinds of characters. */

/** Shortest and longest password, in UTF-16 code units. */
export const minimumPasswordLength = 15;
export const maximumPasswordLength = 200;

/** What is wrong with a new password, or null. `about` holds what others know of the person: name and e-mail address. */
export function passwordFault(
  password: string,
  about: ReadonlyArray<string>,
): "too-short" | "too-long" | "too-simple" | null {
  if (password.length < minimumPasswordLength) return "too-short";
  if (password.length > maximumPasswordLength) return "too-long";
  const lower = password.toLowerCase();
  if (new Set(lower).size < 6) return "too-simple";
  if (about.some((known) => known !== "" && lower === known.toLowerCase())) return "too-simple";
  return null;
}
