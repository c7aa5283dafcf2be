/** Coding an answer: by keyboard alone, with undo and redo and single keys switched off; and with the mouse and by touch. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Application } from "./application.ts";
import { press, tabTo } from "./keyboard.ts";

/** A long answer, with as few passages as there are. */
function longAnswer(application: Application): { interview: string; question: string } {
  return application.row(
    `SELECT a.interview_id AS interview, a.question_id AS question FROM answer a JOIN interview i ON i.id = a.interview_id
     WHERE i.region_id = (SELECT id FROM region WHERE key = 'region-a') AND i.state IN ('completed', 'approved') AND length(a.text_value) > 80
     ORDER BY (SELECT count(*) FROM passage p WHERE p.interview_id = a.interview_id AND p.question_id = a.question_id) LIMIT 1`,
  );
}

function codingsOf(application: Application, { interview, question }: { interview: string; question: string }): number {
  return application.row<{ n: number }>(
    "SELECT count(*) AS n FROM coding c JOIN passage p ON p.id = c.passage_id WHERE p.interview_id = ? AND p.question_id = ?",
    interview,
    question,
  ).n;
}

/** The words of the passage made last in an answer. */
function lastQuote(application: Application, { interview, question }: { interview: string; question: string }): string {
  return application.row<{ quote: string }>(
    "SELECT p.quote FROM passage p WHERE p.interview_id = ? AND p.question_id = ? ORDER BY p.id DESC LIMIT 1",
    interview,
    question,
  ).quote;
}

async function becomes(page: Page, read: () => number, wanted: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (read() === wanted) return;
    await page.waitForTimeout(50);
  }
  assert.equal(read(), wanted);
}

export async function codingByKeyboard(application: Application): Promise<void> {
  const page = await application.visit("Amira");
  await press(page, page.getByRole("link", { name: "Coderen" }).first());
  await page.waitForURL("**/coding");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const answer = longAnswer(application);
  const count = () => codingsOf(application, answer);
  const before = count();
  await page.goto(`${application.address}/coding/${answer.interview}/${answer.question}`);
  await page.waitForLoadState("networkidle");

  await page.keyboard.press("z");
  await page.keyboard.press("c");
  const search = page.locator("dialog.picker input");
  await search.waitFor();
  await page.keyboard.type("ve");
  await page.keyboard.press("Enter");
  await becomes(page, count, before + 1);
  await page.getByText("Code gezet").first().waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await becomes(page, count, before);
  await page.getByText("Ongedaan gemaakt").first().waitFor({ state: "attached" });
  await page.keyboard.press("Control+Shift+Z");
  await becomes(page, count, before + 1);

  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+z");
  await becomes(page, count, before);

  const here = await page.title();
  await page.keyboard.press("j");
  await page.waitForFunction((title) => document.title !== title, here);

  const singleKeys = page.getByRole("checkbox", { name: "Sneltoetsen van één teken gebruiken" });
  if (!(await singleKeys.isVisible())) await page.keyboard.press("?");
  await tabTo(page, singleKeys, 300);
  await page.keyboard.press("Space");
  const after = page.url();
  await page.keyboard.press("j");
  await page.waitForTimeout(300);
  assert.equal(page.url(), after);
  await page.context().close();
}

export async function codingByPointer(application: Application): Promise<void> {
  const answer = longAnswer(application);
  const count = () => codingsOf(application, answer);
  for (const touch of [false, true]) {
    const viewport = touch ? { width: 360, height: 740 } : { width: 1280, height: 900 };
    const page = await application.visit("Amira", { viewport, hasTouch: touch, isMobile: touch });
    await page.goto(`${application.address}/coding/${answer.interview}/${answer.question}`);
    await page.waitForLoadState("networkidle");
    const before = count();
    const begin = page.locator(".coded-words [data-start]").first();
    await begin.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const words = await begin.boundingBox();
    assert(words);
    const [x, y] = [words.x + words.width / 2, words.y + 12];
    if (touch) {
      await page.touchscreen.tap(x, y);
      await page.getByRole("button", { name: "Kies een code" }).tap();
    } else {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 80, y, { steps: 5 });
      await page.mouse.up();
    }
    await page.locator("dialog.picker input").waitFor();
    const chosen = (await page.locator(".marker q").textContent()) ?? "";
    const code = page.getByRole("option", { name: "Zelfvertrouwen en zelfbeeld" });
    await (touch ? code.tap() : code.click());
    await becomes(page, count, before + 1);
    const coded = lastQuote(application, answer);
    assert.equal(coded.slice(0, 20), chosen.slice(0, 20));
    assert.equal(coded.slice(-10), chosen.slice(-10));
    await page.context().close();
  }
}
