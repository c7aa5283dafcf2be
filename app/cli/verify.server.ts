/** The command `verify`: checks a whole database, from its structure to every quote and the audit log. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { readAuditKey } from "#app/workflows/audit-key.server.ts";
import { openStore } from "#db/store.server.ts";
import { verifyDatabase } from "#db/verification.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const verifyHelp = `leeroogst verify [options]

Checks the database: its structure, references, the full-text index, the digests of guides and codebook, every current answer against
the log, every passage's quote against its text, and the chain of the audit log. It can run while the server does.
Prints one line of JSON for each check: {"check", "looked", "wrong"}.

  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 all is well, 1 something is wrong or there is no such database, 2 wrong usage.`;

async function checkAll(path: string, io: CommandIo): Promise<number> {
  const results: Array<{ check: string; looked: number; wrong: number }> = verifyDatabase(path, io.progress);
  if (results.every(({ wrong }) => wrong === 0)) {
    const store = openStore(path);
    try {
      const { lines, faults } = await store.as(operator).auditLog.verify({ key: readAuditKey(path), expected: null });
      results.push({ check: "audit-log", looked: lines, wrong: faults.length });
    } finally {
      store.close();
    }
  }
  for (const result of results) io.out(JSON.stringify(result));
  const broken = results.filter(({ wrong }) => wrong > 0);
  for (const { check, wrong } of broken) io.err(`${check}: ${wrong} wrong. Restore the newest backup that is whole.`);
  return broken.length === 0 ? 0 : 1;
}

/** Runs the command. Resolves to the exit code; never throws for what a user can do wrong. */
export function verifyCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("verify", io, async () => {
    const options = { database: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, strict: true, allowPositionals: true, options });
    if (values.help) {
      io.out(verifyHelp);
      return 0;
    }
    if (positionals.length > 0) throw new WrongUsage("verify takes no file; name the database with --database");
    const path = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    if (!databaseIsThere(path, io)) return 1;
    try {
      return await checkAll(path, io);
    } catch (error) {
      if (error instanceof Problem) io.err(problemSentence(error.code, "en"));
      else if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_"))
        io.err(`${path}: SQLite cannot read this (${error.code})`);
      else throw error;
      return 1;
    }
  });
}
