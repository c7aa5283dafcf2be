/** Using a page with the keyboard alone. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** Presses Tab until this element has the focus. Fails when it cannot be reached, or when the focus is nowhere to be seen. */
export async function tabTo(page: Page, target: Locator, limit = 150): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${target}`);
}

/** Reaches an element and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Reaches a radio button's group and moves to the choice with the arrows; or a checkbox, and toggles it. */
export async function choose(page: Page, choice: Locator): Promise<void> {
  const type = await choice.getAttribute("type");
  if (type === "checkbox") {
    await tabTo(page, choice);
    await page.keyboard.press("Space");
    return;
  }
  const name = await choice.getAttribute("name");
  for (let presses = 0; presses < 150; presses += 1) {
    const inGroup = await page.evaluate(
      (group) =>
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.type === "radio" &&
        document.activeElement.name === group,
      name,
    );
    if (inGroup) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 15; presses += 1) {
    if (await choice.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`the arrows do not reach ${choice}`);
}
