/** Writes each kind of block of a report as HTML; all text goes through `escapeHtml` or comes from the closed set of Markdown tokens. */
import { escapeHtml } from "../escape.ts";
import type { Block, Breadth, Finding, MatrixCell, Part, Said } from "../outline-blocks.ts";
import { markdownToHtml } from "./markdown.ts";
import { moon, perspectiveSign, questionSign, rings, themeSign, withheldSign } from "./signs.ts";

const e = escapeHtml;

function list(items: ReadonlyArray<string>, write: (item: string) => string): string {
  return items.map(write).join("\n");
}

function saidHtml({ perspective, who, text }: Said): string {
  return `<figure class="said"><blockquote>“${e(text)}”</blockquote><figcaption><span class="persp">${perspectiveSign(perspective)}${e(who)}</span></figcaption></figure>`;
}

function breadthHtml({ rank, name, meaning }: Breadth): string {
  return `<p class="breadth">${rings(rank)}<span><b>${e(name)}</b><span class="small soft">${e(meaning)}</span></span></p>`;
}

function findingHtml(finding: Finding): string {
  const { theme, title, text, breadth, seenBy, details, said } = finding;
  const seen =
    seenBy.length === 0
      ? ""
      : `<ul class="seen">${seenBy.map((one) => `<li class="persp">${perspectiveSign(one.perspective)}${e(one.name)}</li>`).join("")}</ul>`;
  const why = `<div class="why"><p>${e(text)}</p><div>${breadth ? breadthHtml(breadth) : ""}${seen}${list(details, (detail) => `<p class="small soft">${e(detail)}</p>`)}</div></div>`;
  const voices = said.length === 0 ? "" : `<div class="voices">${said.map(saidHtml).join("")}</div>`;
  return `<article class="learning" data-theme-id="${theme}"><h3>${e(title)}</h3><div class="cols${voices === "" ? " alone" : ""}">${why}${voices}</div></article>`;
}

function cellHtml({ fill, word, detail }: MatrixCell): string {
  return `<div class="moon-cell">${moon(fill)}<b>${e(word)}</b>${detail === "" ? "" : `<small class="small soft">${e(detail)}</small>`}</div>`;
}

function tableHtml(block: Extract<Block, { kind: "table" }>): string {
  const head = block.head.map((cell) => `<th scope="col">${e(cell)}</th>`).join("");
  const rows = block.rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0
          ? `<th scope="row">${e(cell)}</th>`
          : `<td data-label="${e(block.head[index] ?? "")}">${e(cell)}</td>`,
      )
      .join(""),
  );
  return `<table><caption>${e(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${list(rows, (row) => `<tr>${row}</tr>`)}\n</tbody></table>`;
}

function matrixHtml(block: Extract<Block, { kind: "matrix" }>): string {
  const head = block.columns.map(
    ({ perspective, name }) =>
      `<th scope="col"><span class="persp">${perspectiveSign(perspective)}${e(name)}</span></th>`,
  );
  const rows = block.rows.map(({ theme, name, cells }) => {
    const tds = cells.map(
      (cell, index) => `<td data-label="${e(block.columns[index]?.name ?? "")}">${cellHtml(cell)}</td>`,
    );
    return `<tr data-theme-id="${theme}"><th scope="row"><span class="topic">${themeSign(theme)}${e(name)}</span></th>${tds.join("")}</tr>`;
  });
  return `<table class="matrix"><caption>${e(block.caption)}</caption><thead><tr><th scope="col">${e(block.corner)}</th>${head.join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "own-text":
      return `<div class="text">${markdownToHtml(block.markdown)}</div>`;
    case "empty":
      return `<p class="empty">${e(block.text)}</p>`;
    case "paragraph":
      return `<p class="text">${e(block.text)}</p>`;
    case "key-points":
      return `<ol class="five">\n${block.items
        .map(
          ({ theme, themeName, text }) =>
            `<li>${theme ? themeSign(theme) : "<span></span>"}<span>${theme ? `<span class="vh">${e(themeName)}: </span>` : ""}${e(text)}</span></li>`,
        )
        .join("\n")}\n</ol>`;
    case "lines":
      return `<div class="titled">${block.title === null ? "" : `<h3>${e(block.title)}</h3>`}<ul class="lines">\n${list(block.items, (item) => `<li>${e(item)}</li>`)}\n</ul></div>`;
    case "findings":
      return `<div>\n${block.items.map(findingHtml).join("\n")}\n</div>`;
    case "table":
      return tableHtml(block);
    case "matrix":
      return matrixHtml(block);
    case "questions":
      return `<div class="asks">\n${list(block.items, (item) => `<p class="ask">${questionSign}<span>${e(item)}</span></p>`)}\n</div>`;
    case "withheld":
      return `<ul class="held">\n${block.items.map(({ what, why }) => `<li>${withheldSign}<p><b>${e(what)}</b><span>${e(why)}</span></p></li>`).join("\n")}\n</ul>`;
    case "definitions":
      return `<dl class="codes">\n${block.items.map(({ term, text }) => `<div><dt>${e(term)}</dt><dd>${e(text)}</dd></div>`).join("\n")}\n</dl>`;
  }
}

/** One part of the report as a section with its heading. */
export function partHtml({ id, title, intro, theme, blocks }: Part): string {
  const sign = theme === null ? "" : themeSign(theme, "large");
  return `<section class="part" aria-labelledby="${e(id)}">
<header>${sign}<h2 id="${e(id)}">${e(title)}</h2>${intro === "" ? "" : `<p>${e(intro)}</p>`}</header>
<div class="body">
${blocks.map(blockHtml).join("\n")}
</div>
</section>`;
}
