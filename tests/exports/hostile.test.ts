/** Hostile texts in every place where somebody can write: they come out as text, in a web page and in a spreadsheet. */
import { JSDOM } from "jsdom";
import { Lexer, marked } from "marked";
import { expect, test } from "vitest";
import { compileReport } from "#app/domain/report.ts";
import { renderReport } from "#exports/render.server.ts";
import { hostileReport, payloads } from "./hostile-texts.ts";
import { inputOf, threeFamilies } from "./sample.ts";

const now = "2026-03-02T13:05:00.000Z";

const schemes = /^(https?:|mailto:|#)/;

/** Everything in a page that could act: scripts, handlers, frames, forms, and addresses that are no plain link. */
function dangersIn({ document }: { document: Document }): Array<string> {
  const dangers: Array<string> = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (
      /^(script|iframe|frame|object|embed|form|button|input|base|link|template|audio|video|img|image|animate|set|foreignobject|math)$/.test(
        name,
      )
    )
      dangers.push(`<${name}>`);
    if (name === "meta" && /refresh/i.test(element.getAttribute("http-equiv") ?? "")) dangers.push("refresh");
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) dangers.push(attribute);
      if (/^(style|src|srcset|srcdoc|action|formaction|xlink:href|background|poster)$/i.test(attribute))
        dangers.push(`${attribute}=${value}`);
      if (attribute === "href" && !schemes.test(value)) dangers.push(`href=${value}`);
    }
  }
  return dangers;
}

test("the search for dangers finds each kind of danger", () => {
  for (const danger of [
    "<script></script>",
    "<b onclick=x></b>",
    "<a href=javascript:x>x</a>",
    "<iframe></iframe>",
    "<p style=x></p>",
    "<meta http-equiv=refresh>",
  ]) {
    expect(dangersIn(new JSDOM(`<!doctype html><body>${danger}`).window)).not.toEqual([]);
  }
});

test.each(payloads)("in the web page this is only text: %.60s", (payload) => {
  const html = new TextDecoder().decode(renderReport(hostileReport(payload), "html").bytes);
  const withoutStyle = html.replace(/<style>[\s\S]*?<\/style>/, "");
  const { window } = new JSDOM(withoutStyle);
  const { document } = window;
  expect(dangersIn(window)).toEqual([]);
  expect(document.querySelectorAll("style")).toHaveLength(0);
  expect(document.querySelectorAll("main > section")).toHaveLength(11);
});

test.each(payloads)("in Markdown this holds no raw HTML, no picture and no dangerous link: %.60s", (payload) => {
  const text = new TextDecoder().decode(renderReport(hostileReport(payload), "md").bytes);
  const dangers: Array<string> = [];
  marked.walkTokens(Lexer.lex(text, { gfm: true }), (token) => {
    if (token.type === "html" || token.type === "image" || token.type === "def") dangers.push(token.raw);
    if (token.type === "link" && !schemes.test(token.href)) dangers.push(token.href);
  });
  expect(dangers).toEqual([]);
});

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  '=HYPERLINK("http://evil.example")',
  "\uff1d1+1",
];

test.each(formulas)("in a spreadsheet this is only text: %j", (formula) => {
  const told = threeFamilies.map((one) => ({ ...one, quote: formula, memo: formula }));
  const text = new TextDecoder().decode(renderReport(compileReport(inputOf(told), "case-team", now), "csv").bytes);
  const safe = formula.replace("\r", "\ufffd").replaceAll('"', '""');
  expect(text.split(`'${safe}`).length - 1).toBe(20);
  expect(text.split(safe).length).toBe(text.split(`'${safe}`).length);
});
