/** Starts the server, building it first when the source is newer than the build. With `--demo`: on a throw-away database with an invented world. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

/** @param {string} path */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  /** @type {number} */
  let latest = 0;
  for (const name of readdirSync(path)) latest = Math.max(latest, newest(join(path, name)));
  return latest;
}

function buildIsCurrent() {
  if (!existsSync("build/complete")) return false;
  const sources = [
    "app",
    "db",
    "exports",
    "public",
    "tests/world",
    "package.json",
    "vite.config.ts",
    "remix.config.js",
  ];
  const built = statSync("build/complete").mtimeMs;
  return sources.filter((path) => existsSync(path)).every((path) => newest(path) <= built);
}

/** @param {Array<string>} parameters */
function runNode(parameters) {
  const { status } = spawnSync(process.execPath, parameters, { stdio: ["ignore", 2, "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV = "production";
if (!buildIsCurrent()) runNode(["scripts/build.mjs"]);

if (process.argv.includes("--demo")) {
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-demo-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.env.LEEROOGST_DATABASE = join(folder, "demo.sqlite");
  process.env.LEEROOGST_SECRET = randomBytes(32).toString("base64");
  process.env.LEEROOGST_HOST = "127.0.0.1";
  delete process.env.LEEROOGST_ORIGIN;
  runNode(["build/demo.mjs", process.env.LEEROOGST_DATABASE]);
}

const { serve } = await import(pathToFileURL(resolve("build/server/index.js")).href);
await serve();
