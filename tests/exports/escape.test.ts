/** Escaping: text that looks like markup, a link or a formula is shown as text. */
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { Lexer, type Token } from "marked";
import { expect, test } from "vitest";
import { escapeHtml, escapeMarkdown, spreadsheetCell } from "#exports/escape.ts";

test("text in HTML comes back as the same text, in an element and in an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { document } = new JSDOM(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`).window;
      const shown = text.replaceAll("\r\n", "\n").replace(/(?![\t\n])\p{Control}/gu, "\ufffd");
      expect(document.querySelector("p")?.textContent).toBe(shown);
      expect(document.querySelector("p")?.getAttribute("title")).toBe(shown);
      expect(document.body.children).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test("half a surrogate pair becomes the replacement character", () => {
  expect(escapeHtml("a\ud83d b")).toBe("a\ufffd b");
  expect(escapeHtml("\u{1f33b}")).toBe("\u{1f33b}");
});

function plainText(tokens: Array<Token>): string {
  return tokens
    .map((token) => {
      expect(["paragraph", "text", "escape"]).toContain(token.type);
      return "tokens" in token && token.tokens ? plainText(token.tokens) : "text" in token ? token.text : "";
    })
    .join("");
}

const lookingLikeMarkdown = [
  "# heading",
  "*stress* _stress_ **strong** ~~gone~~ `code`",
  "[link](https://example.org) ![image](https://example.org/x.png)",
  "https://example.org www.example.org a@example.org",
  "<script>alert(1)</script> &lt;b&gt; <https://example.org>",
  "- item",
  "+ item",
  "1. item",
  "12) item",
  "> quote",
  "a | b",
  "=== ---",
  "back\\slash",
  "| a | b |",
  "[x]: https://example.org",
];

test("text in Markdown stays plain text, whatever it looks like", () => {
  for (const text of lookingLikeMarkdown) expect(plainText(Lexer.lex(escapeMarkdown(text), { gfm: true }))).toBe(text);
});

test("any single line survives Markdown as plain text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abz019 *_`[]()<>#|~&!\\:/.-+=@$^\"'{}") }), (raw) => {
      const text = raw.trim().replace(/\s+/g, " ");
      fc.pre(text !== "");
      expect(plainText(Lexer.lex(escapeMarkdown(text), { gfm: true }))).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test("a cell that a spreadsheet would run as a formula is marked as text", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "\u0000", "\uff1d", "\uff0b", "\uff0d", "\uff20"]) {
    expect(spreadsheetCell(`${start}1+1`)).toMatch(/^'/);
  }
  expect(spreadsheetCell("1=1")).toBe("1=1");
  expect(spreadsheetCell("gewoon")).toBe("gewoon");
  expect(spreadsheetCell("")).toBe("");
});
