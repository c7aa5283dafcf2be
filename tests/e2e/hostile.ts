/** Hostile texts in a real browser whose content security policy is switched off: what would act is only shown. */
import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { renderReport } from "#exports/render.server.ts";
import { hostileReport, payloads } from "../exports/hostile-texts.ts";
import type { Application } from "./application.ts";

/** Every one of them, one below the other; the longest cut short, and without halves of characters, which no answer takes. */
const everything = payloads.map((payload) => payload.slice(0, 600).replaceAll(/\p{Surrogate}/gu, "")).join("\n\n");

/** Collects what a page does beside being shown: dialogs, requests to elsewhere, and ways to do so that wait in it. */
async function watch(context: BrowserContext, own: string): Promise<{ page: Page; acted: Array<string> }> {
  const acted: Array<string> = [];
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("dialog", async (dialog) => {
    acted.push(`${page.url()}: a dialog`);
    await dialog.dismiss();
  });
  await context.route(
    (url) => url.origin !== own && url.protocol !== "data:" && url.protocol !== "about:",
    async (route) => {
      acted.push(`a request to ${new URL(route.request().url()).origin}`);
      await route.abort();
    },
  );
  return { page, acted };
}

/** What in the page could act at a click, a move or a sound: handlers, frames, and links that are no links. */
function waiting(page: Page): Promise<Array<string>> {
  return page.evaluate(() => {
    const found: Array<string> = [];
    for (const element of document.querySelectorAll("*")) {
      if (/^(iframe|frame|object|embed|base|animate|set|math)$/.test(element.localName)) found.push(element.localName);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(name);
        if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*(javascript|data|vbscript):/i.test(value))
          found.push(`${element.localName} ${name}`);
      }
    }
    return found;
  });
}

/** The file of a report with each hostile text, opened as somebody opens a download. */
async function files(application: Application): Promise<void> {
  const context = await application.browser.newContext({ bypassCSP: true });
  const { page, acted } = await watch(context, "null");
  await page.setContent(`<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>`, { waitUntil: "load" });
  assert.equal(acted.length > 0, true, "a page that acts is not noticed");
  assert.deepEqual(await waiting(page), ["onerror", "a href"]);
  acted.length = 0;
  for (const payload of payloads) {
    for (const audience of ["case-team", "region"] as const) {
      const { bytes } = renderReport(hostileReport(payload, audience), "html");
      await page.setContent(new TextDecoder().decode(bytes), { waitUntil: "load" });
      assert.deepEqual(await waiting(page), [], payload);
      for (const link of await page.locator("details summary").all()) await link.click();
    }
    assert.deepEqual(acted, [], payload);
  }
  await context.close();
}

async function post(page: Page, path: string, body: string, type: string): Promise<number> {
  return page.evaluate(
    async ([to, text, kind]) =>
      (await fetch(to as string, { method: "POST", body: text, headers: { "content-type": kind as string } })).status,
    [path, body, type] as const,
  );
}

/** Everything hostile in an answer, its note and a section of the report, on every screen that shows them. */
async function screens(application: Application): Promise<void> {
  const { id, region, sequence } = application.row<{ id: string; region: string; sequence: number }>(
    `SELECT i.id, i.region_id AS region, a.sequence FROM interview i JOIN answer a ON a.interview_id = i.id AND a.question_id = 'development-seen'
     WHERE i.state = 'completed' ORDER BY i.created_at LIMIT 1`,
  );
  const lead = await application.visit("Lotte", { bypassCSP: true });
  const { page, acted } = await watch(lead.context(), application.address);
  await page.goto(`${application.address}/interviews/${id}`);
  const answer = { state: "answered", value: everything, note: everything };
  const operation = { opId: crypto.randomUUID(), questionId: "development-seen", answer, baseSequence: sequence };
  assert.equal(await post(page, `/interviews/${id}/answers`, JSON.stringify(operation), "application/json"), 200);
  const text = { section: "introduction", language: "nl", body: everything, baseRevision: "0" };
  const form = new URLSearchParams(text).toString();
  const kind = "application/x-www-form-urlencoded;charset=UTF-8";
  assert.equal(await post(page, `/regions/${region}/report/text`, form, kind), 200);

  const seen: Array<string> = [];
  async function look(on: Page, path: string): Promise<void> {
    await on.goto(`${application.address}${path}`);
    await on.waitForLoadState("networkidle");
    if ((await on.content()).includes("onerror=alert(1)")) seen.push(path);
    assert.deepEqual(await waiting(on), [], path);
  }
  const paths = [
    "?q=development-seen",
    "/read-back",
    "/history/development-seen",
    "/print",
    "/together?q=development-seen",
  ];
  for (const path of [...paths.map((end) => `/interviews/${id}${end}`), `/regions/${region}/report`])
    await look(page, path);
  assert.equal(seen.length >= 5, true, `the texts stand on ${seen.join(", ")} only`);
  assert.deepEqual(acted, []);
  await lead.context().close();

  const analyst = await application.visit("Amira", { bypassCSP: true });
  const watched = await watch(analyst.context(), application.address);
  for (const path of [`/coding/${id}/development-seen`, `/coding/${id}/development-seen?field=note`])
    await look(watched.page, path);
  await watched.page.goto(`${application.address}/search`);
  await watched.page.locator("main input[type=search], main input[type=text]").first().fill("onerror");
  await watched.page.keyboard.press("Enter");
  await watched.page.locator("main mark").first().waitFor();
  assert.deepEqual(await waiting(watched.page), []);
  assert.deepEqual(watched.acted, []);
  await analyst.context().close();
}

export async function hostileTexts(application: Application): Promise<void> {
  await files(application);
  await screens(application);
}
