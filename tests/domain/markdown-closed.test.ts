/** Whatever is written, Markdown comes out as known tokens and nothing else: no markup of its own, no address that acts, no endless work. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockToken, type InlineToken, parseMarkdown } from "#app/domain/markdown.ts";

/** Every token as `kind`, with the depth at which it stands; throws on a key or kind that the closed set does not have. */
function inlineKinds(tokens: ReadonlyArray<InlineToken>, depth: number): Array<[string, number]> {
  return tokens.flatMap((token): Array<[string, number]> => {
    const { kind, ...rest } = token;
    const keys = Object.keys(rest).join();
    switch (token.kind) {
      case "text":
      case "code":
        expect(keys).toBe("text");
        expect(typeof token.text).toBe("string");
        return [[kind, depth]];
      case "break":
        expect(keys).toBe("");
        return [[kind, depth]];
      case "link":
        expect(keys).toBe("address,children");
        expect(token.address).toMatch(/^(https?:\/\/|mailto:)[^\s<>"]*$/);
        return [[kind, depth], ...inlineKinds(token.children, depth + 1)];
      case "strong":
      case "emphasis":
      case "deleted":
        expect(keys).toBe("children");
        return [[kind, depth], ...inlineKinds(token.children, depth + 1)];
    }
    throw new Error(`unknown token ${JSON.stringify(token)}`);
  });
}

function blockKinds(tokens: ReadonlyArray<BlockToken>, depth: number): Array<[string, number]> {
  return tokens.flatMap((token): Array<[string, number]> => {
    switch (token.kind) {
      case "heading":
      case "paragraph":
        return [[token.kind, depth], ...inlineKinds(token.children, depth + 1)];
      case "quote":
        return [[token.kind, depth], ...blockKinds(token.children, depth + 1)];
      case "list":
        return [[token.kind, depth], ...token.items.flatMap((item) => blockKinds(item, depth + 1))];
      case "table":
        return [[token.kind, depth], ...[token.head, ...token.rows].flat().flatMap((cell) => inlineKinds(cell, depth))];
      case "code":
      case "rule":
        return [[token.kind, depth]];
    }
    throw new Error(`unknown token ${JSON.stringify(token)}`);
  });
}

const unkind: Array<string> = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '"><iframe srcdoc="<script>alert(1)</script>">',
  "<a href='javascript:alert(1)'>a</a>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<style>@import 'https://evil.example'</style>",
  "<details open ontoggle=alert(1)>",
  "<math><mtext></p><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "[a](javascript:alert(1))",
  "[a](JAVASCRIPT&colon;alert(1))",
  "[a](java&Tab;script:alert(1))",
  "[a](\tjavascript:alert(1))",
  "[a](data:text/html,<script>alert(1)</script>)",
  "[a](vbscript:x) [b](file:///etc/passwd) [c](blob:https://x) [d](//evil.example) [e](\\\\evil)",
  "![a](javascript:alert(1)) ![b](https://evil.example/pixel)",
  "<javascript:alert(1)> <data:text/html,x>",
  "[a]\n\n[a]: javascript:alert(1)",
  '[a](https://example.org/"onmouseover="alert(1)) [b](https://example.org "\' onclick=alert(1)")',
  "`<script>` ``` <b> ```",
  "```html onload=alert(1)\n<script>\n```",
  "| <b> |\n|--|\n| [x](javascript:1) |",
  "- [ ] <b>\n- [x] [y](javascript:1)",
];

test.each(unkind)("becomes text and safe links alone: %s", (text) => {
  const tokens = parseMarkdown(text);
  blockKinds(tokens, 0);
  expect(JSON.stringify(tokens)).not.toMatch(/"address":"(?!https?:\/\/|mailto:)/);
  expect(JSON.stringify(tokens)).not.toContain('"kind":"html"');
});

test("raw HTML is shown letter for letter", () => {
  for (const text of unkind.filter((one) => one.startsWith("<") && !one.includes("&") && !one.includes(":")))
    expect(JSON.stringify(parseMarkdown(text))).toContain(JSON.stringify(text).slice(1, -1));
});

const pieces = fc.constantFrom(
  ..."*_~`[]()<>!#-+|>&\\\n\t \r\u0000\u202e\ud83c😀".split(""),
  "](javascript:",
  "](https://example.org/",
  "<b onclick=",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n1. ",
  "```\n",
  "|--|\n",
  "a",
  "&#106;",
  "https://example.org",
  "www.example.org",
  "mailto:a@example.org",
);

test("any text at all becomes tokens of the closed set, never too deep", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
      const kinds = blockKinds(parseMarkdown(parts.join("")), 0);
      expect(Math.max(0, ...kinds.map(([, depth]) => depth))).toBeLessThan(40);
    }),
    { numRuns: 400 },
  );
});

test("the longest text that may be written is read to its end, however odd", () => {
  const longest = 50_000;
  for (const piece of [
    "_a",
    "*a",
    "**a *b ",
    "[",
    "[a](",
    "![",
    "<",
    "~~a",
    "`a``",
    "a@",
    "|a",
    "\\",
    "- \n",
    "> \n",
  ]) {
    const text = piece.repeat(longest / piece.length);
    expect(parseMarkdown(text).length, piece).toBeGreaterThan(0);
  }
});
