/** Writes Markdown tokens as HTML: a closed set of elements, every text escaped, links only where the domain lets them live. */
import { type BlockToken, type InlineToken, parseMarkdown } from "#app/domain/markdown.ts";
import { escapeHtml } from "../escape.ts";

function inline(tokens: ReadonlyArray<InlineToken>): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case "text":
          return escapeHtml(token.text);
        case "strong":
          return `<strong>${inline(token.children)}</strong>`;
        case "emphasis":
          return `<em>${inline(token.children)}</em>`;
        case "deleted":
          return `<s>${inline(token.children)}</s>`;
        case "code":
          return `<code>${escapeHtml(token.text)}</code>`;
        case "break":
          return "<br>";
        case "link":
          return `<a href="${escapeHtml(token.address)}" rel="noreferrer">${inline(token.children)}</a>`;
      }
      return "";
    })
    .join("");
}

function item(blocks: ReadonlyArray<BlockToken>): string {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === "paragraph" ? inline(only.children) : blocks.map(block).join("\n");
}

function block(token: BlockToken): string {
  switch (token.kind) {
    case "heading": {
      const element = token.level <= 2 ? "h3" : "h4";
      return `<${element}>${inline(token.children)}</${element}>`;
    }
    case "paragraph":
      return `<p>${inline(token.children)}</p>`;
    case "list": {
      const items = token.items.map((one) => `<li>${item(one)}</li>`).join("\n");
      return token.ordered ? `<ol start="${token.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`;
    }
    case "quote":
      return `<blockquote>${token.children.map(block).join("\n")}</blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(token.text)}</code></pre>`;
    case "table": {
      const head = token.head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("");
      const rows = token.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`);
      return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
    }
    case "rule":
      return "<hr>";
  }
}

/** A Markdown text as HTML. Its headings stand below the heading of its part. */
export function markdownToHtml(source: string): string {
  return parseMarkdown(source).map(block).join("\n");
}
