/** The access copy of a conversation as one HTML file that carries everything itself, reads on any screen and prints; without scripts. */
import type { AccessCopy, ToldVersion } from "#app/domain/access-copy.ts";
import { escapeHtml } from "./escape.ts";

const e = escapeHtml;

/** What the file itself may do: show its own style, and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `:root{color-scheme:light dark}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;background:light-dark(#f9f5f3,#1d1319);color:light-dark(#281a20,#f3eaee);font:400 1.0625rem/1.55 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif}
h1,h2,h3{line-height:1.24;margin:0;overflow-wrap:break-word}h1{font-size:2rem}h2{font-size:1.375rem;margin-top:2.5rem;padding-bottom:.4rem;border-bottom:2px solid currentColor}h3{font-size:1.0625rem}
p{margin:.5rem 0}dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:1rem 1.5rem;margin:1.5rem 0}dt{font-size:.9375rem}dd{margin:0;font-weight:560}
section>div{padding:1rem 0;border-bottom:1px solid light-dark(#e6dedb,#45353e);break-inside:avoid}
.said{font-family:Literata,Georgia,"Times New Roman",serif;font-size:1.1875rem;white-space:pre-wrap;overflow-wrap:break-word}
.note{white-space:pre-wrap;overflow-wrap:break-word}.when{font-size:.9375rem}
details{margin-top:.5rem}summary{min-height:2.75rem;display:flex;align-items:center;cursor:pointer}details>div{padding-left:1rem;border-left:3px solid light-dark(#e6dedb,#45353e);margin-bottom:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid light-dark(#e6dedb,#45353e);overflow-wrap:anywhere}
@media print{:root{color-scheme:light}body{background:#fff;padding:0;max-width:none;font-size:11pt}@page{size:A4;margin:18mm 16mm}}`;

function versionHtml(version: ToldVersion, { words, spoken }: AccessCopy): string {
  const said =
    version.said === "" ? `<p>${e(words.nothing)}</p>` : `<p class="said" lang="${spoken}">${e(version.said)}</p>`;
  const note = version.note === null ? "" : `<p class="note"><b>${e(words.note)}.</b> ${e(version.note)}</p>`;
  return `${said}${note}<p class="when">${e(version.when)}</p>`;
}

function stepHtml(step: AccessCopy["steps"][number], copy: AccessCopy): string {
  const items = step.items.map(({ question, now, earlier }) => {
    const before = earlier.map((one) => `<div>${versionHtml(one, copy)}</div>`).join("");
    const history = before === "" ? "" : `<details open><summary>${e(copy.words.earlier)}</summary>${before}</details>`;
    return `<div><h3 lang="${copy.spoken}">${e(question)}</h3>${versionHtml(now, copy)}${history}</div>`;
  });
  return `<section><h2 lang="${copy.spoken}">${e(step.title)}</h2>${items.join("\n")}</section>`;
}

function looksHtml({ title, intro, none, heads, rows }: AccessCopy["looks"]): string {
  const head = heads.map((one) => `<th scope="col">${e(one)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${e(cell)}</td>`).join("")}</tr>`).join("\n");
  const table =
    rows.length === 0 ? `<p>${e(none)}</p>` : `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return `<section><h2>${e(title)}</h2><p>${e(intro)}</p>${table}</section>`;
}

/** The access copy as UTF-8. */
export function accessCopyHtml(copy: AccessCopy): Uint8Array {
  const lines = [
    "<!doctype html>",
    `<html lang="${copy.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${e(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${e(copy.title)} · Leeroogst</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<header><h1>${e(copy.title)}</h1>${copy.intro.map((sentence) => `<p>${e(sentence)}</p>`).join("")}</header>`,
    "<main>",
    `<dl>${copy.facts.map(({ term, words }) => `<div><dt>${e(term)}</dt><dd>${e(words)}</dd></div>`).join("")}</dl>`,
    ...copy.steps.map((step) => stepHtml(step, copy)),
    looksHtml(copy.looks),
    "</main>",
    "</body>",
    "</html>",
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
