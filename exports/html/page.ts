/** The page around the parts of a report: head, cover, facts, parts, colophon. */
import { cleanText, escapeHtml } from "../escape.ts";
import type { Outline } from "../outline-blocks.ts";
import { partHtml } from "./blocks.ts";
import { scene } from "./scene.ts";
import { brandMark } from "./signs.ts";
import { styleSheet } from "./style.ts";

const e = escapeHtml;

/** What the file itself may do: show its own style, fonts and drawings, and nothing else. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** The whole file as text. */
export function htmlPage(outline: Outline): string {
  const { language, title, subtitle, practice, status, facts, parts, colophon, words } = outline;
  const lines = [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${e(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${e(title)} · Leeroogst</title>`,
    "<style>",
    styleSheet(cleanText(title), [status, practice?.title].filter(Boolean).join(" "), words.pageOf),
    "</style>",
    "</head>",
    "<body>",
    `<a class="skip" href="#inhoud">${e(words.skip)}</a>`,
    practice === null
      ? ""
      : `<aside class="practice" aria-label="${e(practice.title)}"><div class="wrap"><p><span class="tape" aria-hidden="true"></span><span><b>${e(practice.title)}.</b> ${e(practice.text)}</span></p></div></aside>`,
    status === null ? "" : `<aside class="status"><div class="wrap"><p>${e(status)}</p></div></aside>`,
    `<header class="cover">${scene}<div class="wrap in"><span class="brand">${brandMark}Leeroogst</span><h1>${e(title)}</h1><p class="sub">${e(subtitle)}</p></div></header>`,
    '<main id="inhoud" class="wrap">',
    `<dl class="facts">${facts.map(({ label, value }) => `<div><dt>${e(label)}</dt><dd>${e(value)}</dd></div>`).join("")}</dl>`,
    ...parts.map(partHtml),
    "</main>",
    `<footer class="wrap"><p>${e(colophon)}</p></footer>`,
    "</body>",
    "</html>",
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}
