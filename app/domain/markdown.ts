/** Turns Markdown into a closed set of tokens, so that nothing else can ever be shown: raw HTML stays text, and only safe links live. */
import { Lexer, type Token, type Tokens } from "marked";

export type InlineToken =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis" | "deleted"; children: Array<InlineToken> }
  | { kind: "code"; text: string }
  | { kind: "link"; address: string; children: Array<InlineToken> }
  | { kind: "break" };

export type BlockToken =
  | { kind: "heading"; level: 1 | 2 | 3 | 4 | 5 | 6; children: Array<InlineToken> }
  | { kind: "paragraph"; children: Array<InlineToken> }
  | { kind: "list"; ordered: boolean; start: number; items: Array<Array<BlockToken>> }
  | { kind: "quote"; children: Array<BlockToken> }
  | { kind: "code"; text: string }
  | { kind: "table"; head: Array<Array<InlineToken>>; rows: Array<Array<Array<InlineToken>>> }
  | { kind: "rule" };

/** The address when a link may live (`http`, `https` or `mailto`), or null. Control characters and spaces cannot hide a scheme. */
export function safeAddress(address: string): string | null {
  const tidy = address.replace(/[\p{Control}\p{Separator}\p{Format}]/gu, "");
  if (!/^(https?:\/\/|mailto:)/i.test(tidy) || !URL.canParse(tidy)) return null;
  const { href, protocol } = new URL(tidy);
  return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
}

/** How deep quotes, lists and emphasis may stand in each other; what lies deeper is shown as its text. */
const deepest = 12;

function textToken(text: string): Array<InlineToken> {
  return text === "" ? [] : [{ kind: "text", text }];
}

function inline(tokens: ReadonlyArray<Token> | undefined, depth: number): Array<InlineToken> {
  return (tokens ?? []).flatMap((token): Array<InlineToken> => {
    if (depth > deepest) return textToken(token.raw);
    switch (token.type) {
      case "strong":
        return [{ kind: "strong", children: inline(token.tokens, depth + 1) }];
      case "em":
        return [{ kind: "emphasis", children: inline(token.tokens, depth + 1) }];
      case "del":
        return [{ kind: "deleted", children: inline(token.tokens, depth + 1) }];
      case "codespan":
        return [{ kind: "code", text: (token as Tokens.Codespan).text }];
      case "br":
        return [{ kind: "break" }];
      case "link": {
        const link = token as Tokens.Link;
        const children = inline(link.tokens, depth + 1);
        const address = safeAddress(link.href);
        return address === null ? children : [{ kind: "link", address, children }];
      }
      case "image":
        return textToken((token as Tokens.Image).text);
      case "escape":
        return textToken((token as Tokens.Escape).text);
      case "text":
        return "tokens" in token && token.tokens
          ? inline(token.tokens, depth + 1)
          : textToken((token as Tokens.Text).text);
      default:
        return textToken(token.raw);
    }
  });
}

function blocks(tokens: ReadonlyArray<Token> | undefined, depth: number): Array<BlockToken> {
  return (tokens ?? []).flatMap((token): Array<BlockToken> => {
    if (depth > deepest) return [{ kind: "paragraph", children: textToken(token.raw) }];
    switch (token.type) {
      case "space":
      case "def":
        return [];
      case "heading": {
        const { depth: level, tokens: inside } = token as Tokens.Heading;
        return [{ kind: "heading", level: Math.min(6, Math.max(1, level)) as 1, children: inline(inside, depth + 1) }];
      }
      case "paragraph":
        return [{ kind: "paragraph", children: inline(token.tokens, depth + 1) }];
      case "text":
        return [
          {
            kind: "paragraph",
            children: token.tokens ? inline(token.tokens, depth + 1) : textToken((token as Tokens.Text).text),
          },
        ];
      case "list": {
        const list = token as Tokens.List;
        const items = list.items.map((item) => blocks(item.tokens, depth + 1));
        return [{ kind: "list", ordered: list.ordered, start: Number(list.start) || 1, items }];
      }
      case "blockquote":
        return [{ kind: "quote", children: blocks(token.tokens, depth + 1) }];
      case "code":
        return [{ kind: "code", text: (token as Tokens.Code).text }];
      case "hr":
        return [{ kind: "rule" }];
      case "table": {
        const table = token as Tokens.Table;
        const cells = (row: Array<Tokens.TableCell>) => row.map((cell) => inline(cell.tokens, depth + 1));
        return [{ kind: "table", head: cells(table.header), rows: table.rows.map(cells) }];
      }
      default:
        return token.raw.trim() === "" ? [] : [{ kind: "paragraph", children: textToken(token.raw.trim()) }];
    }
  });
}

/** A line that opens more quotes and lists inside each other than anybody means; the parser would recurse once for each. */
const tooDeep = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){31}/m;

/** More marks of emphasis than anybody means; the parser's time grows with their square. */
const mostMarks = 3000;

/**
 * The blocks of a Markdown text, in order. Raw HTML comes back as text. A text that nests deeper than thirty levels on a line, or holds
 * more than 3,000 marks of emphasis, comes back as one paragraph of plain text.
 */
export function parseMarkdown(source: string): Array<BlockToken> {
  const text = source.replaceAll("\r\n", "\n");
  const beyond = tooDeep.test(text) || text.length - text.replace(/[*_~]/g, "").length > mostMarks;
  if (beyond) return [{ kind: "paragraph", children: textToken(text) }];
  return blocks(Lexer.lex(text, { gfm: true }), 0);
}
