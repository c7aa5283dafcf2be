/** A path of our own site from something a visitor sent, so that a redirect never leads elsewhere. */

/** The path with its query when it is one of ours, else `/`. */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "http://own.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}` : "/";
}
