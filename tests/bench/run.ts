/** Measures how fast the built product is, beside this machine's own limit for the same work: `npm run bench -- --help`. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeMeasured } from "../measured.ts";
import { type Bench, benchIn } from "./databases.ts";
import { detection } from "./detection-rows.ts";
import { isMet, type Line, mediansOf } from "./measure.ts";
import { csv, region, regions } from "./report-rows.ts";
import { search, theme } from "./store-rows.ts";
import { markdownTable } from "./table.ts";
import { coding, page, save, start } from "./web-rows.ts";

/** In this order: what writes most comes last. */
const rows: Record<string, (bench: Bench) => Promise<Array<Line>>> = {
  start,
  page,
  coding,
  save,
  theme,
  csv,
  search,
  region,
  regions,
  detection,
};

const help = `npm run bench -- [ROW…] [options]

Prints a table of how fast the built product is, each figure beside this machine's own limit for the same work.
It is no test: what misses its target is shown as such, and the exit code is 0.

  ROW…           only these: ${Object.keys(rows).join(", ")}
  --quick        small databases and few samples: shows that every row runs, and says nothing about speed
  --runs N       measures N times and shows the medians (default 1)
  --json FILE    also writes every figure as JSON
  --readme       also puts the table into tests/bench/README.md; needs every row
  -h, --help     this text

Exit: 0 measured, 1 something did not run, 2 wrong usage.`;

function wrongUsage(what: string): never {
  process.stderr.write(`${what}\n${help}\n`);
  process.exit(2);
}

function readWish() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: "boolean", default: false },
        runs: { type: "string", default: "1" },
        json: { type: "string" },
        readme: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const unknown = positionals.filter((name) => !(name in rows));
    if (unknown.length > 0) wrongUsage(`there is no row ${unknown.join(", ")}`);
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) wrongUsage("--runs must be a number from 1");
    if (values.readme && (positionals.length > 0 || values.quick))
      wrongUsage("--readme needs every row, and not --quick");
    return { ...values, runs, names: positionals.length > 0 ? positionals : Object.keys(rows) };
  } catch (error) {
    return wrongUsage((error as Error).message);
  }
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), ${memory} GB of memory, Node ${process.versions.node}`;
}

const wish = readWish();
if (wish.help) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}
if (!existsSync("build/complete")) spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", 2, 2] });
const folder = mkdtempSync(join(tmpdir(), "leeroogst-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const bench = benchIn(folder, wish.quick);
const lines: Array<Line> = [];
for (const name of wish.names) {
  const runs: Array<Array<Line>> = [];
  for (let run = 1; run <= wish.runs; run += 1) {
    process.stderr.write(`${name}${wish.runs > 1 ? ` ${run}/${wish.runs}` : ""}\n`);
    runs.push((await rows[name]?.(bench)) ?? []);
  }
  lines.push(...mediansOf(runs));
}
const measuredOn = new Date().toISOString().slice(0, 10);
const repeated = wish.runs > 1 ? ` Medians of ${wish.runs} runs.` : "";
const heading = `Measured on ${measuredOn}: ${machine()}, the clients on the same machine.${repeated}`;
const table = `${wish.quick ? "QUICK RUN: these figures say nothing about speed.\n\n" : ""}${heading}\n\n${markdownTable(lines)}`;
process.stdout.write(`${table}\n`);
if (wish.json !== undefined) {
  const found = { measuredOn, machine: machine(), quick: wish.quick, runs: wish.runs };
  const judged = lines.map((line) => ({ ...line, met: isMet(line) }));
  writeFileSync(wish.json, `${JSON.stringify({ ...found, lines: judged }, null, 2)}\n`);
}
if (wish.readme) writeMeasured("bench", table);
