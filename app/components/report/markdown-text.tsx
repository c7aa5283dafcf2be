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

function block(token: BlockToken): ReactNode {
  switch (token.kind) {
    case "heading":
      return createElement(token.level <= 2 ? "h3" : "h4", null, ...inline(token.children));
    case "paragraph":
      return createElement("p", null, ...inline(token.children));
    case "list":
      return createElement(
        token.ordered ? "ol" : "ul",
        token.ordered ? { start: token.start } : null,
        ...token.items.map((item) => {
          const [only] = item;
          const inside = item.length === 1 && only?.kind === "paragraph" ? inline(only.children) : item.map(block);
          return createElement("li", null, ...inside);
        }),
      );
    case "quote":
      return createElement("blockquote", null, ...token.children.map(block));
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

export function MarkdownText({ source }: { source: string }) {
  const tokens = useMemo(() => parseMarkdown(source), [source]);
  return createElement("div", { className: "markdown" }, ...tokens.map(block));
}
