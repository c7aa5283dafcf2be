/** Crashes the built product on purpose and looks whether anything that was acknowledged is lost: `npm run crash -- --help`. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeMeasured } from "../measured.ts";
import { allHolds, type Findings, findingsTable } from "./findings.ts";
import { fewFiles, fullDisk, readOnlyDisk } from "./full-disk.ts";
import { kill } from "./kill.ts";
import { powerCuts } from "./power-cut.ts";

const help = `npm run crash -- [SIMULATION…] [options]

Kills the built server under load, cuts the power, and takes the disk away; then looks whether anything acknowledged is lost.

  SIMULATION…   only these: kill, power, disk
  --quick       10 kills and 60 power cuts instead of 50 and 300
  --kills N     how many kills
  --cuts N      how many power cuts for each setting
  --readme      also puts the table into tests/crash/README.md; needs every simulation
  -h, --help    this text

"power" needs strace, "disk" needs root. Exit: 0 nothing was lost, 1 something was or did not run, 2 wrong usage.`;

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
        kills: { type: "string" },
        cuts: { type: "string" },
        readme: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const unknown = positionals.filter((name) => !["kill", "power", "disk"].includes(name));
    if (unknown.length > 0) wrongUsage(`there is no simulation ${unknown.join(", ")}`);
    const number = (name: "kills" | "cuts", otherwise: number) => {
      const given = values[name] === undefined ? otherwise : Number(values[name]);
      return Number.isInteger(given) && given > 0 ? given : wrongUsage(`--${name} must be a number from 1`);
    };
    const [kills, cuts] = [number("kills", values.quick ? 10 : 50), number("cuts", values.quick ? 60 : 300)];
    const names = positionals.length > 0 ? positionals : ["kill", "power", "disk"];
    if (values.readme && names.length < 3) wrongUsage("--readme needs every simulation");
    return { ...values, kills, cuts, names };
  } catch (error) {
    return wrongUsage((error as Error).message);
  }
}

const wish = readWish();
if (wish.help) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}
if (!existsSync("build/complete")) spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", 2, 2] });
const folder = mkdtempSync(join(tmpdir(), "leeroogst-crash-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const say = (line: string) => process.stderr.write(`${line}\n`);
const found: Array<Findings> = [];
if (wish.names.includes("kill")) found.push(await kill(folder, wish.kills, say));
if (wish.names.includes("power")) found.push(...powerCuts(folder, wish.cuts, say));
if (wish.names.includes("disk")) {
  say("the disk: full, read-only, and too many open files");
  found.push(await fullDisk(folder), await readOnlyDisk(folder), await fewFiles(folder));
}
const day = new Date().toISOString().slice(0, 10);
const lost = found.reduce((sum, one) => sum + one.lost, 0);
const text = `Run on ${day}, ${cpus().length} cores, Node ${process.versions.node}.\n\n${findingsTable(found)}\n\nAcknowledged operations lost: ${lost}`;
process.stdout.write(`${text}\n`);
for (const { name, faults } of found) for (const fault of faults) process.stderr.write(`${name}: ${fault}\n`);
if (wish.readme) writeMeasured("crash", text);
process.exit(allHolds(found) ? 0 : 1);
