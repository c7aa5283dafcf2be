/** The way in of somebody real: a link, a password, a phone or a passkey, recovery codes; with JavaScript and without, wide and narrow. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { codeAt } from "#app/auth/codes.server.ts";
import type { Application } from "./application.ts";
import { check } from "./screens.ts";

const password = "de koeien staan weer buiten";
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** Looks at a page in both sizes, the wide one last, and both colour schemes. */
async function look(page: Page, where: string, findings: Array<string>): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await check(page, `${where} ${size.width} ${colorScheme}`, findings);
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.locator(".digits").fill(code);
  await page.locator(".digits").press("Enter");
}

/** A page that nobody touches hides itself, and comes back with what was typed once its person is signed in. */
async function leaveForAWhile(page: Page, address: string, findings: Array<string>): Promise<void> {
  await page.clock.install();
  await page.goto(`${address}/admin/people`);
  await page.locator("[name=name]").fill("Jan, half getypt");
  await page.clock.fastForward("14:00");
  await page.keyboard.press("Shift");
  await page.clock.fastForward("14:30");
  assert.equal(await page.locator(".cover[open]").count(), 0);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.clock.fastForward("01:00");
  await page.locator(".cover[open]").waitFor();
  await look(page, "cover", findings);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.locator(".cover[open] button").click();
  await page.locator(".cover[open]").waitFor();
  await page.context().addCookies(cookies);
  await page.locator(".cover[open] button").click();
  await page.locator(".cover").waitFor({ state: "detached" });
  assert.equal(await page.locator("[name=name]").inputValue(), "Jan, half getypt");
}

/** The first administrator comes in, leaves, comes back with a code, without JavaScript with a recovery code, and signs a device out. */
export async function comingIn(application: Application): Promise<void> {
  const findings: Array<string> = [];
  const { address, link, stop } = await application.empty();
  const page = await application.visit(null);
  await page.goto(link);
  await look(page, "welcome", findings);
  await page.locator("[name=name]").fill("Wies");
  await page.locator("[name=email]").fill("wies@example.org");
  for (const name of ["password", "again"]) await page.locator(`[name=${name}]`).fill(password);
  await page.locator("[name=again]").press("Enter");
  await page.waitForURL(`${address}/second-factor`);
  await look(page, "connect", findings);
  const key = ((await page.locator("code.key").textContent()) ?? "").replaceAll(" ", "");
  await giveCode(page, "12345");
  await page.locator(".fault").waitFor();
  await look(page, "connect-wrong", findings);
  await giveCode(page, codeAt(key, Date.now()));
  await page.locator(".recovery-codes").waitFor();
  await look(page, "codes", findings);
  const codes = await page.locator(".recovery-codes li").allTextContents();
  assert.equal(codes.length, 10);
  await page.locator("a.btn.primary").click();
  await page.waitForURL(`${address}/`);
  await page.locator("a.name").click();
  await page.waitForURL(`${address}/account`);
  await look(page, "account", findings);

  await leaveForAWhile(page, address, findings);

  const again = await application.visit(null, { viewport: { width: 1280, height: 800 } });
  await again.goto(`${address}/admin/audit`);
  await again.waitForURL(`${address}/sign-in?to=%2Fadmin%2Faudit`);
  await again.locator("[name=email]").fill("wies@example.org");
  await again.locator("[name=password]").fill(password);
  await again.locator("[name=password]").press("Enter");
  await again.waitForURL(`${address}/second-factor?to=%2Fadmin%2Faudit`);
  await look(again, "verify", findings);
  await giveCode(again, codeAt(key, Date.now() + 30_000));
  await again.waitForURL(`${address}/admin/audit`);

  const plain = await application.visit(null, { javaScriptEnabled: false });
  await plain.goto(`${address}/sign-in`);
  await plain.locator("[name=email]").fill("wies@example.org");
  await plain.locator("[name=password]").fill(password);
  await plain.locator("[name=password]").press("Enter");
  await plain.waitForURL(`${address}/second-factor`);
  await plain.locator(".lost summary").click();
  await plain.locator(".lost [name=code]").fill(codes[0] ?? "");
  await plain.locator(".lost [name=code]").press("Enter");
  await plain.waitForURL(`${address}/`);
  await plain.goto(`${address}/account`);
  assert.equal(await plain.locator(".devices > li").count(), 3);
  await plain.locator("button", { hasText: "andere apparaten" }).click();
  assert.equal(await plain.locator(".devices > li").count(), 1);

  await page.goto(`${address}/admin/people`);
  await page.waitForURL(`${address}/sign-in?to=%2Fadmin%2Fpeople`);
  assert.deepEqual(findings, []);
  for (const one of [page, again, plain]) await one.context().close();
  await stop();
}

/** Gives this page a device that keeps passkeys and whose holder always proves to be the one. */
async function withDevice(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The first administrator chooses a passkey, leaves, comes back with it, and adds no second of the same device; without JavaScript the page says why there is none. */
export async function comingInByPasskey(application: Application): Promise<void> {
  const findings: Array<string> = [];
  const { address, link, stop } = await application.empty();
  const page = await application.visit(null);
  await withDevice(page);
  const scripts: Array<string> = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(link);
  await page.locator("[name=name]").fill("Wies");
  await page.locator("[name=email]").fill("wies@example.org");
  for (const name of ["password", "again"]) await page.locator(`[name=${name}]`).fill(password);
  await page.locator("[name=again]").press("Enter");
  await page.waitForURL(`${address}/second-factor`);
  await page.locator(".passkey button").waitFor();
  await look(page, "choose", findings);
  const before = scripts.length;
  await page.locator(".passkey button").press("Enter");
  await page.locator(".recovery-codes").waitFor();
  assert.equal(scripts.slice(before).filter((path) => path.startsWith("/assets/esm-")).length, 1);
  const codes = await page.locator(".recovery-codes li").allTextContents();
  assert.equal(codes.length, 10);
  await page.locator("a.btn.primary").click();
  await page.waitForURL(`${address}/`);
  await page.goto(`${address}/account`);
  await page.locator(".passkey button").waitFor();
  await look(page, "account-passkey", findings);
  await page.locator(".passkey button").click();
  await page.locator(".passkey .fault").waitFor();

  await page.context().clearCookies();
  await page.goto(`${address}/admin/audit`);
  await page.locator("[name=email]").fill("wies@example.org");
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL(`${address}/second-factor?to=%2Fadmin%2Faudit`);
  await page.locator(".passkey button").waitFor();
  await look(page, "passkey", findings);
  await page.locator(".passkey button").click();
  await page.waitForURL(`${address}/admin/audit`);

  const plain = await application.visit(null, { javaScriptEnabled: false });
  await plain.goto(`${address}/sign-in`);
  await plain.locator("[name=email]").fill("wies@example.org");
  await plain.locator("[name=password]").fill(password);
  await plain.locator("[name=password]").press("Enter");
  await plain.waitForURL(`${address}/second-factor`);
  assert.ok(await plain.locator("noscript p", { hasText: "Een passkey werkt alleen met JavaScript." }).isVisible());
  await plain.locator(".lost summary").click();
  await plain.locator(".lost [name=code]").fill(codes[0] ?? "");
  await plain.locator(".lost [name=code]").press("Enter");
  await plain.waitForURL(`${address}/`);
  assert.deepEqual(findings, []);
  for (const one of [page, plain]) await one.context().close();
  await stop();
}
