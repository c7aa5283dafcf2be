/** The built application on a throw-away demo database, and a browser to use it with. */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export type Application = {
  address: string;
  browser: Browser;
  /** A page of somebody who picked a person by name; noise on its console fails the journey. */
  visit(name: string | null, options?: BrowserContextOptions): Promise<Page>;
  /** A second server on a new database that is no demo, with the link that makes the first administrator. */
  empty(): Promise<{ address: string; link: string; stop(): Promise<void> }>;
  /** The first row of a query on the demo database. */
  row<Row>(query: string, ...values: Array<unknown>): Row;
  stop(): Promise<void>;
};

/** What a page wrote to its console as a warning or an error. */
export const noise: Array<string> = [];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const healthy = await fetch(`${address}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server does not answer");
}

type Server = { address: string; said(): string; stop(): Promise<void> };

/** Serves a database with the built server on a free port; `said` is what it has written to stderr. */
async function startServer(database: string): Promise<Server> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["-e", 'import("./build/server/index.js").then((server) => server.serve())'], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LEEROOGST_DATABASE: database,
      LEEROOGST_PORT: String(port),
      LEEROOGST_SECRET: randomBytes(32).toString("base64"),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (chunk) => (said += chunk));
  await answers(address);
  return {
    address,
    said: () => said,
    async stop() {
      const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      const code = await ended;
      if (code !== 0) throw new Error(`the server ended with ${code} after SIGTERM: ${said}`);
    },
  };
}

function listen(context: BrowserContext): void {
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(`${message.page()?.url() ?? ""}: ${message.text()}`);
  });
  context.on("weberror", (error) => noise.push(String(error.error())));
}

/** Builds when needed, makes the demo database, starts the server on a free port and the browser. */
export async function startApplication(): Promise<Application> {
  if (!existsSync("build/complete")) spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-e2e-"));
  const database = join(folder, "demo.sqlite");
  const made = spawnSync(process.execPath, ["build/demo.mjs", database], { stdio: "inherit" });
  if (made.status !== 0) throw new Error("the demo database could not be made");
  const { address, stop: stopServer } = await startServer(database);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  let empties = 0;
  const reading = new Sqlite(database, { readonly: true });

  return {
    address,
    browser,
    async visit(name, options = {}) {
      const context = await browser.newContext({
        locale: "nl-NL",
        viewport: { width: 1280, height: 900 },
        reducedMotion: "reduce",
        ...options,
      });
      listen(context);
      const page = await context.newPage();
      if (name === null) return page;
      await page.goto(`${address}/sign-in`);
      await page.locator("button[name=person]", { hasText: `${name}.` }).click();
      await page.waitForURL(`${address}/`);
      return page;
    },
    async empty() {
      const { address: empty, said, stop } = await startServer(join(folder, `empty-${++empties}.sqlite`));
      return { address: empty, link: /http:\S+\/welcome\/\S+/.exec(said())?.[0] ?? "", stop };
    },
    row: <Row>(query: string, ...values: Array<unknown>) => reading.prepare(query).get(...values) as Row,
    async stop() {
      await browser.close();
      reading.close();
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
