/** Makes a database of any size from the invented world: `node scripts/run.mjs tests/world/generate.ts --help`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { publishShipped } from "#app/workflows/publish-guides.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { openStore } from "#db/store.server.ts";
import { fillStore, inventedSources } from "./fill.ts";

const help = `node scripts/run.mjs tests/world/generate.ts --out PATH [options]

Makes a new database with invented interviews: the sentences of the invented answers, put together anew.

  --out PATH         the database to make; refused when there is something already
  --regions N        how many regions (default 75), each with an interviewer, an analyst and a lead
  --interviews N     completed interviews in each region (default 15), three about each youth
  --answers N        at most so many answers in an interview beside consent (default: to every question that applies)
  --codings N        codings in each interview (default 36)
  --seed N           another seed gives other texts (default 1); the same seed gives the same database

Exit: 0 made, 2 wrong usage.`;

function wrongUsage(what: string): never {
  process.stderr.write(`${what}\n${help}\n`);
  process.exit(2);
}

function readNumber(name: string, text: string | undefined, otherwise: number, least: number): number {
  const number = text === undefined ? otherwise : Number(text);
  return Number.isInteger(number) && number >= least ? number : wrongUsage(`--${name} must be a number from ${least}`);
}

function readWish() {
  try {
    const text = { type: "string" } as const;
    const options = { out: text, regions: text, interviews: text, answers: text, codings: text, seed: text };
    const { values } = parseArgs({ options: { ...options, help: { type: "boolean", short: "h" } } });
    return values;
  } catch (error) {
    return wrongUsage((error as Error).message);
  }
}

const wish = readWish();
if (wish.help) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}
const path = wish.out ?? wrongUsage("--out is missing");
if (existsSync(path)) wrongUsage(`${path}: there is something already`);
const seed = readNumber("seed", wish.seed, 1, 0);
const size = {
  regions: readNumber("regions", wish.regions, 75, 1),
  interviews: readNumber("interviews", wish.interviews, 15, 0),
  answers: readNumber("answers", wish.answers, 1000, 0),
  codings: readNumber("codings", wish.codings, 36, 0),
};
const store = openStore(path, inventedSources(seed));
// The file is new: when the power fails it is made again.
store.connections.handle.pragma("synchronous = OFF");
await publishShipped(store.as(operator), join(installationRoot(), "interview-guides"));
await fillStore(store, size, seed);
for (const table of ["region", "youth", "interview", "answer", "passage", "coding"]) {
  const counted = store.connections.handle.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get();
  process.stdout.write(`${table.padEnd(10)} ${counted?.rows ?? 0}\n`);
}
store.close();
