/** The commands `guides check` and `guides publish`: every fault of guide and codebook files, and publishing those without. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { checkGuideFiles, faultLines } from "#app/workflows/check-guide-files.server.ts";
import { publishGuideFiles } from "#app/workflows/publish-guides.server.ts";
import { openStore } from "#db/store.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const guidesHelp = `leeroogst guides check|publish FILE… [options]

check names every fault of guide and codebook files on stderr: path:line:column: what is wrong – what to write instead.
publish checks them and publishes all of them, or none when one has a fault. A published version never changes.

  --database PATH    the database file, for publish (default: LEEROOGST_DATABASE)

Exit: 0 no faults, 1 faults found or refused (that version exists with other content), 2 wrong usage.`;

async function publish(paths: Array<string>, database: string, io: CommandIo): Promise<number> {
  if (!databaseIsThere(database, io)) return 1;
  const store = openStore(database);
  try {
    const { published, lines } = await publishGuideFiles(store.as(operator), paths);
    for (const line of lines) io.err(line);
    for (const { kind, id, version, isNew } of published) {
      io.out(`${id} ${version}`);
      if (!isNew) io.err(`${kind} ${id} ${version} was published already, with the same content`);
    }
    return lines.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    io.err(problemSentence(error.code, "en"));
    return 1;
  } finally {
    store.close();
  }
}

/** Runs the command. Resolves to the exit code; never throws for what a user can do wrong. */
export function guidesCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("guides", io, async () => {
    const options = { database: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, strict: true, allowPositionals: true, options });
    if (values.help) {
      io.out(guidesHelp);
      return 0;
    }
    const [task, ...paths] = positionals;
    if (task !== "check" && task !== "publish") throw new WrongUsage("guides takes check or publish");
    if (paths.length === 0) throw new WrongUsage("at least one FILE is needed");
    if (task === "publish") {
      return publish(paths, values.database === undefined ? readDatabasePath(io.env) : resolve(values.database), io);
    }
    const lines = faultLines(await checkGuideFiles(paths));
    for (const line of lines) io.err(line);
    return lines.length === 0 ? 0 : 1;
  });
}
