/** The command `import`: records a file of answers and coded passages, all of it or nothing. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { importAnswers, largestImport } from "#app/workflows/import-answers.server.ts";
import { openStore } from "#db/store.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const importHelp = `leeroogst import FILE.jsonl [options]

Records what was told elsewhere: a file with one JSON object a line, all of it or nothing.
An object has id, regionKey, youthKey, enrolmentStatus, perspective, questionId, text, passages [{start, end, theme, code}] and,
if you like, guideVersion, conductedOn, consents, ageBand. Spans count UTF-16 code units of the text, the end not included.
Regions that are new are marked as practice; in any other region every line has to name its consents.
The same file again changes nothing.

  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 recorded, 1 faults found (each on stderr as path:line: what), 2 wrong usage.`;

async function textOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > largestImport)
      throw new Problem("import-faults", { lines: [`${path}:1: the file is larger than 50 MB`] });
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof TypeError) throw new Problem("import-faults", { lines: [`${path}:1: is not UTF-8 text`] });
    throw new WrongUsage(`${path} cannot be read`);
  }
}

export function importCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("import", io, async () => {
    const options = { database: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, strict: true, allowPositionals: true, options });
    if (values.help) {
      io.out(importHelp);
      return 0;
    }
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage("one FILE.jsonl is needed");
    const database = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    try {
      const text = await textOf(path);
      if (!databaseIsThere(database, io)) return 1;
      const store = openStore(database);
      try {
        const outcome = await importAnswers(store.as(operator), {
          path,
          text,
          ...(io.progress ? { progress: io.progress } : {}),
        });
        io.out(JSON.stringify(outcome));
        return 0;
      } finally {
        store.close();
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const lines = error.details.lines ?? [];
      for (const line of lines) io.err(line);
      if (lines.length === 0) io.err(problemSentence(error.code, "en"));
      return 1;
    }
  });
}
