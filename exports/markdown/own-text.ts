/** Writes Markdown tokens as Markdown again: what was markup stays markup, what was raw HTML or a dead link becomes plain text. */
import { type BlockToken, type InlineToken, parseMarkdown } from "#app/domain/markdown.ts";
import { cleanText, escapeMarkdown } from "../escape.ts";

/** Escapes without losing the spaces at the ends, which stand between this text and its neighbours. */
function plain(text: string): string {
  const [, before = "", inside = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before === "" ? "" : " "}${escapeMarkdown(inside)}${after === "" || inside === "" ? "" : " "}`;
}

/** A fence of back ticks longer than any run of them in the text. */
function fence(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(shortest, ...runs.map((run) => run.length + 1)));
}

function inline(tokens: ReadonlyArray<InlineToken>): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case "text":
          return plain(token.text);
        case "strong":
          return `**${inline(token.children)}**`;
        case "emphasis":
          return `*${inline(token.children)}*`;
        case "deleted":
          return `~~${inline(token.children)}~~`;
        case "code": {
          const marks = fence(token.text, 1);
          const text = cleanText(token.text).replaceAll("\n", " ");
          const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
          return `${marks}${space}${text}${space}${marks}`;
        }
        case "break":
          return "\\\n";
        case "link":
          return `[${inline(token.children)}](<${token.address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
      }
      return "";
    })
    .join("");
}

function indented(text: string, first: string): string {
  const rest = " ".repeat(first.length);
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? `${first}${line}` : line === "" ? "" : `${rest}${line}`))
    .join("\n");
}

function block(token: BlockToken): string {
  switch (token.kind) {
    case "heading":
      return `${"#".repeat(token.level <= 2 ? 3 : 4)} ${inline(token.children)}`;
    case "paragraph":
      return inline(token.children);
    case "list":
      return token.items
        .map((item, index) => indented(blocks(item), token.ordered ? `${token.start + index}. ` : "- "))
        .join("\n");
    case "quote":
      return blocks(token.children)
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n");
    case "code": {
      const marks = fence(token.text, 3);
      return `${marks}\n${cleanText(token.text)}\n${marks}`;
    }
    case "table": {
      const line = (cells: Array<Array<InlineToken>>) => `| ${cells.map(inline).join(" | ")} |`;
      return [line(token.head), `|${" --- |".repeat(token.head.length)}`, ...token.rows.map(line)].join("\n");
    }
    case "rule":
      return "---";
  }
}

function blocks(tokens: ReadonlyArray<BlockToken>): string {
  return tokens.map(block).join("\n\n");
}

/** A Markdown text as tidy Markdown. Its headings stand below the heading of its part. */
export function markdownToMarkdown(source: string): string {
  return blocks(parseMarkdown(source));
}
