/** The command `migrate`: creates or upgrades the database and publishes the shipped guides and codebook. */
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { publishShipped } from "#app/workflows/publish-guides.server.ts";
import { installationRoot, migrateDatabase } from "#db/open.server.ts";
import { openStore } from "#db/store.server.ts";
import { type CommandIo, usable } from "./command.ts";

export const migrateHelp = `leeroogst migrate [options]

Creates the database, or brings it up to date, and publishes the guides and the codebook that come with this version.
Doing it twice changes nothing.

  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 done, 1 refused (the database belongs to a newer version), 2 wrong usage.`;

export function migrateCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("migrate", io, async () => {
    const options = { database: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values } = parseArgs({ args, strict: true, options });
    if (values.help) {
      io.out(migrateHelp);
      return 0;
    }
    const path = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    mkdirSync(dirname(path), { recursive: true });
    const migrations = migrateDatabase(path);
    const store = openStore(path);
    try {
      const published = await publishShipped(store.as(operator), join(installationRoot(), "interview-guides"));
      io.err(
        migrations === 0 ? "The database is up to date." : `The database is up to date: ${migrations} migrations ran.`,
      );
      for (const { id, version, isNew } of published) if (isNew) io.err(`Published ${id} ${version}.`);
      return 0;
    } finally {
      store.close();
    }
  });
}
