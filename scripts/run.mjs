/** Bundles a TypeScript entry file and runs it: `node scripts/run.mjs tests/e2e/run.ts …`. The rest of the arguments are its own. */
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const [entry, ...parameters] = process.argv.slice(2);
if (!entry) {
  process.stderr.write("usage: node scripts/run.mjs FILE.ts [ARGUMENTS]\n");
  process.exit(2);
}
mkdirSync("build/run", { recursive: true });
const outfile = resolve("build/run", `${entry.replace(/\W+/g, "-")}-${basename(entry, ".ts")}.mjs`);
await bundle(entry, outfile);
process.argv = [process.argv[0] ?? "node", outfile, ...parameters];
await import(pathToFileURL(outfile).href);
