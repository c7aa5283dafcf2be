/** Shows Markdown on screen from the domain's closed set of tokens; never as raw HTML. */
import { createElement, type ReactNode, useMemo } from "react";
import { type BlockToken, type InlineToken, parseMarkdown } from "#app/domain/markdown.ts";

function lineBreak(): ReactNode {
  return createElement("br");
}

function inline(tokens: ReadonlyArray<InlineToken>): Array<ReactNode> {
  return tokens.map((token): ReactNode => {
    switch (token.kind) {
      case "text":
        return token.text;
      case "strong":
        return createElement("strong", null, ...inline(token.children));
      case "emphasis":
        return createElement("em", null, ...inline(token.children));
      case "deleted":
        return createElement("s", null, ...inline(token.children));
      case "code":
        return createElement("code", null, token.text);
      case "break":
        return lineBreak();
      case "link":
        return createElement("a", { href: token.address, rel: "noreferrer" }, ...inline(token.children));
    }
    return null;
  });
}

function block(token: BlockToken, top: 2 | 3): ReactNode {
  const inside = (tokens: ReadonlyArray<BlockToken>) => tokens.map((one) => block(one, top));
  switch (token.kind) {
    case "heading":
      return createElement(token.level <= 2 ? `h${top}` : `h${top + 1}`, null, ...inline(token.children));
    case "paragraph":
      return createElement("p", null, ...inline(token.children));
    case "list":
      return createElement(
        token.ordered ? "ol" : "ul",
        token.ordered ? { start: token.start } : null,
        ...token.items.map((item) => {
          const [only] = item;
          const parts = item.length === 1 && only?.kind === "paragraph" ? inline(only.children) : inside(item);
          return createElement("li", null, ...parts);
        }),
      );
    case "quote":
      return createElement("blockquote", null, ...inside(token.children));
    case "code":
      return createElement("pre", null, createElement("code", null, token.text));
    case "table":
      return createElement(
        "table",
        null,
        createElement(
          "thead",
          null,
          createElement(
            "tr",
            null,
            ...token.head.map((cell) => createElement("th", { scope: "col" }, ...inline(cell))),
          ),
        ),
        createElement(
          "tbody",
          null,
          ...token.rows.map((row) =>
            createElement("tr", null, ...row.map((cell) => createElement("td", null, ...inline(cell)))),
          ),
        ),
      );
    case "rule":
      return createElement("hr");
  }
}

/** `top` is the level of the highest headings in the text, below those of the page. */
export function MarkdownText({ source, top = 3 }: { source: string; top?: 2 | 3 }) {
  const tokens = useMemo(() => parseMarkdown(source), [source]);
  return createElement("div", { className: "markdown" }, ...tokens.map((token) => block(token, top)));
}
