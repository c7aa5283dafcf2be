/** Turns untrusted text into text that a format shows and never obeys: one function per format, used by every exporter. */

const htmlCharacters: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What no text file should hold: control characters but for tab and line feed, and halves of surrogate pairs. */
const unprintable = /(?![\t\n])[\p{Control}\p{Surrogate}]/gu;

/** Text with control characters and lone surrogates replaced by U+FFFD, lines ending in LF. */
export function cleanText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(unprintable, "\ufffd");
}

/** Text for HTML, both between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => htmlCharacters[character] ?? character);
}

/**
 * Text for one line of Markdown (CommonMark and GitHub's dialect): no character of it starts emphasis, code, a link, raw HTML, a table
 * cell, a heading or a list, and nothing that looks like an address becomes a link. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$^@]/g, "\\$&")
    .replace(/!(?=\\\[)/g, "\\!")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** First characters with which spreadsheet programs begin a formula, wide forms included, or that hide such a character behind them. */
const formulaStarts = new Set(["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20"]);

/** Text for a spreadsheet cell: what would be run as a formula gets an apostrophe before it, so that it is shown as text. */
export function spreadsheetCell(text: string): string {
  const clean = cleanText(text);
  return formulaStarts.has(text.charAt(0)) || formulaStarts.has(clean.charAt(0)) ? `'${clean}` : clean;
}
