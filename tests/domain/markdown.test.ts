/** Markdown becomes a closed set of tokens: nothing that acts, no address but plain links, no depth without end. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlockToken, type InlineToken, parseMarkdown, safeAddress } from "#app/domain/markdown.ts";

type AnyToken = BlockToken | InlineToken;

/** Every token in the tree. */
function tokensOf(value: unknown): Array<AnyToken> {
  if (Array.isArray(value)) return value.flatMap(tokensOf);
  if (value === null || typeof value !== "object") return [];
  return [...("kind" in value ? [value as AnyToken] : []), ...Object.values(value).flatMap(tokensOf)];
}

function wordsOf(source: string): string {
  return tokensOf(parseMarkdown(source))
    .map((token) => ("text" in token ? token.text : ""))
    .join("");
}

function addressesOf(source: string): Array<string> {
  return tokensOf(parseMarkdown(source)).flatMap((token) => (token.kind === "link" ? [token.address] : []));
}

const kinds = new Set([
  "text",
  "strong",
  "emphasis",
  "deleted",
  "code",
  "link",
  "break",
  "heading",
  "paragraph",
  "list",
  "quote",
  "table",
  "rule",
]);

test("what a lead writes comes out as the tokens that were meant", () => {
  expect(parseMarkdown("## Samen\n\nLees *dit* **hardop**, `nu`, ~~niet~~ later.")).toEqual([
    { kind: "heading", level: 2, children: [{ kind: "text", text: "Samen" }] },
    {
      kind: "paragraph",
      children: [
        { kind: "text", text: "Lees " },
        { kind: "emphasis", children: [{ kind: "text", text: "dit" }] },
        { kind: "text", text: " " },
        { kind: "strong", children: [{ kind: "text", text: "hardop" }] },
        { kind: "text", text: ", " },
        { kind: "code", text: "nu" },
        { kind: "text", text: ", " },
        { kind: "deleted", children: [{ kind: "text", text: "niet" }] },
        { kind: "text", text: " later." },
      ],
    },
  ]);
});

test("lists, quotes, tables and rules keep their order and nesting", () => {
  const [list, quote, table, rule] = parseMarkdown(
    "3. a\n4. b\n   - c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\n---",
  );
  expect(list).toMatchObject({
    kind: "list",
    ordered: true,
    start: 3,
    items: [[{ kind: "paragraph" }], [{ kind: "paragraph" }, { kind: "list", ordered: false }]],
  });
  expect(quote).toMatchObject({ kind: "quote", children: [{ kind: "paragraph" }] });
  expect(table).toEqual({
    kind: "table",
    head: [[{ kind: "text", text: "e" }], [{ kind: "text", text: "f" }]],
    rows: [[[{ kind: "text", text: "g" }], [{ kind: "text", text: "h" }]]],
  });
  expect(rule).toEqual({ kind: "rule" });
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "tekst <b onmouseover=alert(1)>midden</b> in de zin",
  "<!-- stil -->",
  "<style>*{display:none}</style>",
  "<a href='javascript:alert(1)'>klik</a>",
  "<iframe srcdoc='<script>1</script>'>",
  "<details open ontoggle=alert(1)>",
  "<![CDATA[ x ]]>",
])("raw HTML stays the text that was written: %s", (source) => {
  expect(wordsOf(source)).toBe(source);
  expect(addressesOf(source)).toEqual([]);
});

test.each([
  "[a](javascript:alert(1))",
  "[a](JAVASCRIPT:alert(1))",
  "[a](java\tscript:alert(1))",
  "[a](&#106;avascript:alert(1))",
  "[a](javascript&colon;alert(1))",
  "[a](%6Aavascript:alert(1))",
  "[a](\u0001javascript:alert(1))",
  "[a](\u200bjavascript:alert(1))",
  "[a](data:text/html,x)",
  "[a](vbscript:x)",
  "[a](file:///etc/passwd)",
  "[a](blob:https://example.org/x)",
  "[a](//example.org)",
  "[a](/regions)",
  "[a](\\\\example.org)",
  "[a](ftp://example.org)",
  "[a](http:example.org)",
  "<javascript:alert(1)>",
  "[a]\n\n[a]: javascript:alert(1)",
  "![a](https://example.org/volg.png)",
])("no address lives in %s", (source) => {
  expect(addressesOf(source)).toEqual([]);
});

test("http, https and mailto links live, with everything in them that could end an attribute encoded", () => {
  expect(addressesOf("[a](https://example.org/x?a=1&b=2)")).toEqual(["https://example.org/x?a=1&b=2"]);
  expect(addressesOf("[a](http://example.org)")).toEqual(["http://example.org/"]);
  expect(addressesOf("[a](mailto:team@example.org)")).toEqual(["mailto:team@example.org"]);
  expect(addressesOf('[a](<https://example.org/"onmouseover="x>)')).toEqual([
    "https://example.org/%22onmouseover=%22x",
  ]);
  expect(safeAddress(" https://example.org ")).toBe("https://example.org/");
});

test("the words of a dead link and of a picture stay readable", () => {
  expect(wordsOf("Lees [dit verhaal](javascript:1) bij ![een tuin](x.png)")).toBe("Lees dit verhaal bij een tuin");
});

test.each([
  [">".repeat(5000)],
  [`${"> ".repeat(5000)}diep`],
  [`${"- ".repeat(5000)}diep`],
  [Array.from({ length: 150 }, (_, index) => `${"  ".repeat(index)}- diep`).join("\n")],
  ["*a **b ".repeat(2000)],
  ["_a".repeat(25_000)],
  ["[".repeat(5000)],
  ["[a](".repeat(5000)],
  ["`".repeat(5001)],
])("depth without end comes back bounded and whole", (source) => {
  let deepest = 0;
  function descend(value: unknown, depth: number) {
    deepest = Math.max(deepest, depth);
    if (value !== null && typeof value === "object")
      for (const inner of Object.values(value)) descend(inner, depth + 1);
  }
  descend(parseMarkdown(source), 0);
  expect(deepest).toBeLessThan(60);
});

const snippetArb = fc.constantFrom(
  "<script>",
  "</script>",
  "[a](",
  "javascript:",
  "https://x.nl",
  ")",
  "**",
  "_",
  "~~",
  "`",
  "```\n",
  "\n\n",
  "\n",
  "> ",
  "- ",
  "1. ",
  "# ",
  "| a | b |\n|---|---|\n",
  "![",
  "]",
  "<a href=x>",
  "&lt;",
  "\\",
  "🌻",
  "woord ",
  "\u0000",
);

test("whatever is written, only known tokens come out and only safe links live", () => {
  fc.assert(
    fc.property(fc.array(snippetArb, { maxLength: 40 }), (snippets) => {
      for (const token of tokensOf(parseMarkdown(snippets.join("")))) {
        expect(kinds.has(token.kind)).toBe(true);
        if (token.kind === "link") expect(token.address).toMatch(/^(https?:\/\/|mailto:)[^\s"<>]*$/);
      }
    }),
    { numRuns: 400 },
  );
});
