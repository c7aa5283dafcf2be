/** The command `report`: compiles the report of a region and writes it as files, all of them or none. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import type { Language } from "#app/domain/languages.ts";
import { isLanguage } from "#app/domain/languages.ts";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import type { Audience } from "#app/domain/report.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { compileRegionReport } from "#app/workflows/compile-report.server.ts";
import { openStore } from "#db/store.server.ts";
import { type FormatId, fileNameOf, formatIds, isFormatId, servesAudience } from "#exports/formats.ts";
import { renderReport } from "#exports/render.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const reportHelp = `leeroogst report --region KEY --audience case-team|region --format html,md,csv,json --out DIR [options]

Compiles the learning report of a region and writes one file per format: DIR/KEY-AUDIENCE.EXT.
DIR is made when missing; files of these names are replaced. Prints the path of each file.

  --region KEY       the region's key
  --audience NAME    case-team (everything) or region (no numbers, no quotes)
  --format LIST      one or more of ${formatIds.join(", ")}, separated by commas
  --out DIR          where the files go
  --language nl|en   language of the report (default: nl)
  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 written, 1 refused (no such region), 2 wrong usage or a format that cannot serve the audience; then nothing is written.`;

/** Audiences for which the command line writes a report. */
const audiences = ["case-team", "region"] as const satisfies ReadonlyArray<Audience>;

type Wish = {
  region: string;
  audience: Audience;
  formats: Array<FormatId>;
  folder: string;
  language: Language;
  database: string | undefined;
};

function readWish(args: Array<string>): Wish | null {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      region: { type: "string" },
      audience: { type: "string" },
      format: { type: "string" },
      out: { type: "string" },
      language: { type: "string", default: "nl" },
      database: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return null;
  const needed = (name: "region" | "audience" | "format" | "out"): string => {
    const value = values[name];
    if (!value) throw new WrongUsage(`--${name} is missing`);
    return value;
  };
  const region = needed("region");
  const audience = audiences.find((name) => name === needed("audience"));
  if (!audience) throw new WrongUsage(`--audience is one of ${audiences.join(", ")}`);
  const names = needed("format").split(",");
  const unknown = names.find((name) => !isFormatId(name));
  if (unknown !== undefined) throw new WrongUsage(`--format knows ${formatIds.join(", ")}, not "${unknown}"`);
  const formats = formatIds.filter((format) => names.includes(format));
  const unfit = formats.filter((format) => !servesAudience(format, audience));
  if (unfit.length > 0) throw new WrongUsage(`${unfit.join(", ")} cannot serve the audience ${audience}`);
  const { language } = values;
  if (!isLanguage(language)) throw new WrongUsage("--language is nl or en");
  return {
    region,
    audience,
    formats,
    folder: resolve(needed("out")),
    language,
    database: values.database,
  };
}

/** Writes every file beside its place first and then moves all into place, so that nothing half-written is ever seen. */
async function writeAll(folder: string, files: Array<{ name: string; bytes: Uint8Array }>): Promise<Array<string>> {
  await mkdir(folder, { recursive: true });
  const waiting = files.map(({ name, bytes }) => ({
    bytes,
    path: join(folder, name),
    aside: join(folder, `.${name}.${process.pid}.tmp`),
  }));
  try {
    for (const { aside, bytes } of waiting) await writeFile(aside, bytes, { flush: true });
    for (const { aside, path } of waiting) await rename(aside, path);
  } finally {
    for (const { aside } of waiting) await rm(aside, { force: true });
  }
  return waiting.map(({ path }) => path);
}

async function writeReport(wish: Wish, io: CommandIo): Promise<number> {
  const { region: key, audience, formats, folder, language } = wish;
  const path = wish.database === undefined ? readDatabasePath(io.env) : resolve(wish.database);
  if (!databaseIsThere(path, io)) return 1;
  const store = openStore(path);
  try {
    const verbs = store.as(operator);
    const region = (await verbs.regions.mine()).find((one) => one.key === key);
    if (!region) {
      io.err(`there is no region with the key ${key}`);
      return 1;
    }
    const asked = { regionId: region.id, audience, language, period: { from: null, to: null } };
    const steps = formats.length + 2;
    io.progress?.(0, steps);
    const report = await compileRegionReport(verbs, asked, store.sources.now());
    const files = formats.map((format, index) => {
      io.progress?.(index + 1, steps);
      return { name: fileNameOf(key, audience, format), bytes: renderReport(report, format).bytes };
    });
    io.progress?.(steps - 1, steps);
    const written = await writeAll(folder, files);
    io.progress?.(steps, steps);
    for (const path of written) io.out(path);
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    io.err(problemSentence(error.code, "en"));
    return 1;
  } finally {
    store.close();
  }
}

/** Runs the command. Resolves to the exit code; never throws for what a user can do wrong. */
export function reportCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("report", io, async () => {
    const wish = readWish(args);
    if (wish !== null) return writeReport(wish, io);
    io.out(reportHelp);
    return 0;
  });
}
