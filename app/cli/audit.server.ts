/** The command `audit`: checks the chain of the audit log, and prints its end so that it can be written down elsewhere. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#app/domain/actor.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { readAuditKey } from "#app/workflows/audit-key.server.ts";
import type { AuditFault, AuditHead } from "#db/audit.server.ts";
import { openStore } from "#db/store.server.ts";
import { type Command, type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const auditHelp = `leeroogst audit verify|head [options]

Checks that no line of the audit log was changed, removed or moved, or prints where the log ends now.
Keep what "head" prints somewhere else: "verify --head" then also finds a log that was written anew as a whole.

  --head NUMBER:HASH  a head that was printed earlier and has to be in the log still (verify)
  --database PATH     the database file (default: LEEROOGST_DATABASE)

Exit: 0 the log is whole, 1 it is not (each fault on stderr), 2 wrong usage.`;

const faultWords: Record<AuditFault["kind"], string> = {
  changed: "this line, or one before it, was changed or moved",
  missing: "a line is missing here",
  "cut-off": "lines are missing at the end",
  "anchor-not-signed": "the anchor for removed lines does not carry this installation's signature",
  "no-key": "the key beside the database is missing, so the anchor for removed lines cannot be checked",
  "head-not-found": "the given head is not in this log",
};

function readHead(value: string | undefined): AuditHead | null {
  if (value === undefined) return null;
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(value);
  if (!match?.[1] || !match[2]) throw new WrongUsage("--head is NUMBER:HASH, as `leeroogst audit head` prints it");
  return { sequence: Number(match[1]), hash: match[2] };
}

async function carryOut(
  act: "verify" | "head",
  path: string,
  expected: AuditHead | null,
  io: CommandIo,
): Promise<number> {
  const store = openStore(path);
  try {
    const verbs = store.as(operator);
    if (act === "head") {
      const { sequence, hash } = await verbs.auditLog.head();
      io.out(`${sequence}:${hash}`);
      return 0;
    }
    const { lines, unchained, head, faults } = await verbs.auditLog.verify({ key: readAuditKey(path), expected });
    for (const { sequence, kind } of faults) io.err(`line ${sequence}: ${faultWords[kind]}`);
    if (unchained > 0) io.err(`${unchained} lines at the front are from before the chain began and cannot be checked.`);
    io.out(JSON.stringify({ lines, head: `${head.sequence}:${head.hash}`, faults: faults.length }));
    return faults.length === 0 ? 0 : 1;
  } finally {
    store.close();
  }
}

export const auditCommand: Command = (args, io) =>
  usable("audit", io, async () => {
    const options = {
      head: { type: "string" },
      database: { type: "string" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, strict: true, allowPositionals: true, options });
    if (values.help) {
      io.out(auditHelp);
      return 0;
    }
    const [act, ...more] = positionals;
    if ((act !== "verify" && act !== "head") || more.length > 0) throw new WrongUsage("say verify or head");
    const expected = readHead(values.head);
    if (act === "head" && expected) throw new WrongUsage("--head belongs to verify");
    const path = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    if (!databaseIsThere(path, io)) return 1;
    return carryOut(act, path, expected, io);
  });
