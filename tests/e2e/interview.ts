/** Journeys through an interview: by keyboard alone, without JavaScript, without a connection, and on two devices at once. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Application } from "./application.ts";
import { choose, press, tabTo } from "./keyboard.ts";

const told = "Dit is in eigen woorden verteld.";

async function questionOf(page: Page): Promise<string> {
  return (await page.locator("input[name=questionId]").getAttribute("value")) ?? "";
}

/** Answers the question on the screen with the keyboard, in a way that fits its type. */
async function answerByKeyboard(page: Page): Promise<void> {
  const text = page.locator("#answer-value");
  if (await text.count()) {
    await tabTo(page, text);
    await page.keyboard.type(told);
    return;
  }
  const state = page.locator("input[name=state][value=not-discussed]");
  if (await state.count()) await choose(page, state);
  else if (await page.locator("input[type=radio][name=value]").count())
    await choose(page, page.locator("input[name=value]").first());
}

async function leaves(page: Page, questionId: string): Promise<void> {
  await page.waitForFunction(
    (before) => document.querySelector<HTMLInputElement>("input[name=questionId]")?.value !== before,
    questionId,
    { timeout: 10_000 },
  );
}

export async function interviewByKeyboard(application: Application): Promise<void> {
  const page = await application.visit("Iris");
  const { id } = application.row<{ id: string }>(
    "SELECT id FROM interview WHERE state = 'planned' AND perspective = 'youth' LIMIT 1",
  );
  await press(
    page,
    page
      .locator("main a, main button")
      .filter({ hasText: /gesprek|bord|verder/i })
      .first(),
  );
  await page.goto(`${application.address}/interviews/${id}`);
  await press(page, page.getByRole("button", { name: "Start gesprek" }));
  await page.locator("#asked").waitFor();
  const takingPart = await questionOf(page);
  await choose(page, page.locator("input[name=value][value=yes]"));
  await press(page, page.locator("button[value=next]"));
  await leaves(page, takingPart);
  let steps = 0;
  while (!page.url().endsWith("/read-back")) {
    const questionId = await questionOf(page);
    await answerByKeyboard(page);
    await page.keyboard.press("Control+Enter");
    await leaves(page, questionId);
    steps += 1;
    assert.ok(steps < 60, "the interview has an end");
  }
  await page.getByRole("heading", { name: "Klopt dit zo?" }).waitFor();
  await page.getByText(told).first().waitFor();
  await choose(page, page.locator("input[name=confirmed]"));
  await press(page, page.getByRole("button", { name: "Rond gesprek af" }));
  await page.getByRole("heading", { name: "Teruggelezen en afgerond" }).waitFor();
  await page.context().close();
}

export async function interviewWithoutJavaScript(application: Application): Promise<void> {
  const page = await application.visit("Lotte", { javaScriptEnabled: false });
  const { id } = application.row<{ id: string }>(
    "SELECT id FROM interview WHERE state = 'running' AND perspective = 'professional' LIMIT 1",
  );
  await page.goto(`${application.address}/interviews/${id}`);
  for (let steps = 0; !page.url().endsWith("/read-back"); steps += 1) {
    assert.ok(steps < 60, "the interview has an end");
    const text = page.locator("#answer-value");
    if (await text.count()) await text.fill(told);
    else if (await page.locator("input[name=state]").count())
      await page.locator("input[name=state][value=declined]").check({ force: true });
    else await page.locator("input[name=value]").first().check({ force: true });
    await page.locator("button[value=next]").click();
  }
  await page.locator("input[name=confirmed]").check({ force: true });
  await page.getByRole("button", { name: "Rond gesprek af" }).click();
  await page.getByRole("heading", { name: "Teruggelezen en afgerond" }).waitFor();
  await page.getByRole("button", { name: "Keur goed" }).click();
  await page.getByRole("heading", { name: "Goedgekeurd" }).waitFor();
  await page.context().close();
}

export async function typingWithoutConnection(application: Application): Promise<void> {
  const page = await application.visit("Lotte");
  const { id } = application.row<{ id: string }>("SELECT id FROM interview WHERE state = 'paused' LIMIT 1");
  await page.goto(`${application.address}/interviews/${id}`);
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.locator("#answer-value, input[name=state]").first().waitFor();
  while ((await page.locator("textarea#answer-value").count()) === 0) {
    const questionId = await questionOf(page);
    await page.locator("button[value=next]").click();
    await leaves(page, questionId);
  }
  const field = page.locator("#answer-value");
  await field.fill("Eerste zin.");
  await page.locator(".saved.saved").getByText("Bewaard").waitFor();
  await page.context().setOffline(true);
  await field.fill("Eerste zin. Tweede zin zonder verbinding.");
  await page.getByText("Er is geen verbinding").waitFor();
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.locator(".saved.saved").getByText("Bewaard").waitFor();
  await page.goto(`${application.address}/interviews/${id}?q=${await questionOf(page)}`);
  assert.equal(await page.locator("#answer-value").inputValue(), "Eerste zin. Tweede zin zonder verbinding.");
  await page.context().close();
}

export async function twoDevices(application: Application): Promise<void> {
  const { id } = application.row<{ id: string }>(
    "SELECT interview_id AS id FROM answer WHERE conflict_sequence IS NOT NULL LIMIT 1",
  );
  const path = `${application.address}/interviews/${id}?q=development-seen`;
  const page = await application.visit("Iris");
  await page.goto(path);
  await page.getByRole("link", { name: "Vergelijk de teksten" }).click();
  await page.getByText("Haar broertje mag helpen.").first().waitFor();
  await page
    .locator("textarea[name=value]")
    .fill("Ze bakt elke week iets nieuws, rekent recepten om, en haar broertje mag helpen.");
  await page.getByRole("button", { name: "Bewaar deze tekst" }).click();
  await page.locator("#answer-value").waitFor();

  const tablet = await application.visit("Iris");
  await tablet.goto(path);
  await tablet.locator("#answer-value").fill("Tablet.");
  await tablet.locator(".saved.saved").getByText("Bewaard").waitFor();
  await page.locator("#answer-value").fill("Laptop.");
  await page.getByText("Twee apparaten, twee teksten").waitFor();
  await page.getByRole("link", { name: "Vergelijk de teksten" }).click();
  await page.getByRole("button", { name: "Houd deze" }).last().click();
  await page.locator("#answer-value").waitFor();
  assert.equal(await page.locator("#answer-value").inputValue(), "Laptop.");
  await tablet.context().close();
  await page.context().close();
}

/** The last words reach the server when the page goes away in the middle of typing. */
export async function leavingInTheMiddle(application: Application): Promise<void> {
  const page = await application.visit("Lotte");
  const { id } = application.row<{ id: string }>(
    "SELECT interview_id AS id FROM answer WHERE question_id = 'development-seen' AND conflict_sequence IS NULL LIMIT 1",
  );
  const path = `${application.address}/interviews/${id}?q=development-seen`;
  await page.goto(path, { waitUntil: "networkidle" });
  const { state } = application.row<{ state: string }>("SELECT state FROM interview WHERE id = ?", id);
  if (state === "approved") {
    await page.context().close();
    return;
  }
  await page.locator("#answer-value").fill("Dit stond er net.");
  await page.goto(`${application.address}/`);
  await page.goto(path);
  assert.equal(await page.locator("#answer-value").inputValue(), "Dit stond er net.");
  await page.context().close();
}

/** What is typed before a slow line has brought the scripts stays, and is saved once they are there. */
export async function typingBeforeTheScripts(application: Application): Promise<void> {
  const page = await application.visit("Lotte");
  const { id } = application.row<{ id: string }>(
    `SELECT answer.interview_id AS id FROM answer JOIN interview ON interview.id = answer.interview_id
     WHERE question_id = 'development-seen' AND conflict_sequence IS NULL AND interview.state IN ('running', 'completed') LIMIT 1`,
  );
  const path = `${application.address}/interviews/${id}?q=development-seen`;
  let bring: () => void = () => undefined;
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await brought;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.locator("#answer-value").fill("Getypt voor de scripts er waren.");
  await page.locator("#note").fill("Ook deze notitie.");
  const saved = page.waitForResponse((response) => response.url().endsWith("/answers") && response.ok());
  bring();
  await saved;
  assert.equal(await page.locator("#answer-value").inputValue(), "Getypt voor de scripts er waren.");
  await page.goto(path);
  assert.equal(await page.locator("#answer-value").inputValue(), "Getypt voor de scripts er waren.");
  assert.equal(await page.locator("#note").inputValue(), "Ook deze notitie.");
  await page.context().close();
}
