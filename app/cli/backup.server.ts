/** The commands `backup` and `restore`: an encrypted copy of the live database, and the way back. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import {
  isRecipient,
  type Lock,
  makeBackup,
  makeBackupKey,
  type Opener,
  restoreBackup,
} from "#app/workflows/backup.server.ts";
import { eraseWaiting } from "#app/workflows/erase-waiting.server.ts";
import { ledgerPath } from "#db/erasure-ledger.server.ts";
import { openStore } from "#db/store.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const backupHelp = `leeroogst backup --out FILE (--recipient age1… | --passphrase-file FILE) [options]

Writes an encrypted, compressed copy of the database to FILE while the server goes on working, and prints its size in bytes.
The format is age (age-encryption.org) around gzip: the tools age and gunzip open it too.
"leeroogst backup --new-key FILE" makes a key: FILE gets the secret half, which belongs somewhere else than on this machine;
the public half, the recipient, is printed.

  --out FILE              where the backup goes; it appears whole or not at all
  --recipient age1…       the public half of a key
  --passphrase-file FILE  a file with a passphrase on its first line
  --new-key FILE          makes a key and nothing else
  --database PATH         the database file (default: LEEROOGST_DATABASE)

Exit: 0 written, 1 refused or failed, 2 wrong usage.`;

export const restoreHelp = `leeroogst restore FILE (--key-file FILE | --passphrase-file FILE) [options]

Puts a backup back where no database is. It is decrypted and checked first; what does not fit is refused and leaves nothing behind.
Keep the files that lie beside the old database (its list of erased interviews, PATH.erased, and its audit key) beside the new one:
what that list says is erased is erased again before anybody can read it.

  --key-file FILE         the secret half of the key, as --new-key wrote it
  --passphrase-file FILE  a file with the passphrase on its first line
  --database PATH         where the database goes (default: LEEROOGST_DATABASE)

Exit: 0 restored, 1 refused or failed, 2 wrong usage.`;

/** The first line of a file that holds a secret. */
async function firstLine(path: string, isIt: (line: string) => boolean, what: string): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new WrongUsage(`${path} cannot be read`);
  });
  const line = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .find((one) => one !== "" && !one.startsWith("#"));
  if (line === undefined || !isIt(line)) throw new WrongUsage(`${path} holds no ${what}`);
  return line;
}

/** A passphrase of at least 15 characters (UTF-16 code units), from a file. */
export function readPassphrase(path: string): Promise<string> {
  return firstLine(path, (line) => line.length >= 15, "passphrase of at least 15 characters");
}

function readIdentity(path: string): Promise<string> {
  return firstLine(path, (line) => /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(line), "secret key (AGE-SECRET-KEY-1…)");
}

async function newKey(path: string, io: CommandIo): Promise<number> {
  const { identity, recipient } = await makeBackupKey();
  const text = `# Secret key for backups of Leeroogst. Whoever has it can read them. Public half: ${recipient}\n${identity}\n`;
  try {
    await writeFile(path, text, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    io.err(error.code === "EEXIST" ? `${path} exists already; a key is never overwritten` : `${path}: ${error.code}`);
    return 1;
  }
  io.out(recipient);
  return 0;
}

/** Says in one line what went wrong with files and keys; anything else is a bug and thrown on. */
async function withReasons(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) {
      io.err(problemSentence(error.code, "en"));
      for (const line of error.details.lines ?? []) io.err(line);
    } else if (error instanceof Error && "code" in error) io.err(`${error.message}`);
    else throw error;
    return 1;
  }
}

/** Runs `backup`. Resolves to the exit code; never throws for what a user can do wrong. */
export function backupCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("backup", io, async () => {
    const { values } = parseArgs({
      args,
      strict: true,
      options: {
        out: { type: "string" },
        recipient: { type: "string" },
        "passphrase-file": { type: "string" },
        "new-key": { type: "string" },
        database: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      io.out(backupHelp);
      return 0;
    }
    const { out, recipient, "passphrase-file": passphraseFile, "new-key": keyFile } = values;
    if (keyFile !== undefined) {
      if (out ?? recipient ?? passphraseFile ?? values.database) throw new WrongUsage("--new-key goes alone");
      return newKey(keyFile, io);
    }
    if (out === undefined) throw new WrongUsage("--out is missing");
    if ((recipient === undefined) === (passphraseFile === undefined))
      throw new WrongUsage("name one of --recipient and --passphrase-file");
    if (recipient !== undefined && !isRecipient(recipient))
      throw new WrongUsage("--recipient is not a public key (age1…)");
    const lock: Lock =
      recipient !== undefined ? { recipient } : { passphrase: await readPassphrase(passphraseFile ?? "") };
    const path = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    if (!databaseIsThere(path, io)) return 1;
    return withReasons(io, async () => {
      io.out(String(await makeBackup(path, resolve(out), lock)));
      return 0;
    });
  });
}

/** Opens the restored database once, which erases what its list says, and sees to it that no trace is left. Returns whether none is. */
async function eraseAnew(path: string, listed: boolean, io: CommandIo): Promise<boolean> {
  const store = openStore(path);
  try {
    const { failed } = store.erasedAnew > 0 ? await eraseWaiting(store) : { failed: 0 };
    if (listed)
      io.err(
        `${ledgerPath(path)}: kept; of its interviews this backup still held ${store.erasedAnew}, now erased again`,
      );
    if (failed > 0) io.err("not every trace of them could be erased yet; the server tries again when it starts");
    return failed === 0;
  } finally {
    store.close();
  }
}

/** Runs `restore`. Resolves to the exit code; never throws for what a user can do wrong. */
export function restoreCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("restore", io, async () => {
    const { values, positionals } = parseArgs({
      args,
      strict: true,
      allowPositionals: true,
      options: {
        "key-file": { type: "string" },
        "passphrase-file": { type: "string" },
        database: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      io.out(restoreHelp);
      return 0;
    }
    const [backup, ...more] = positionals;
    if (backup === undefined || more.length > 0) throw new WrongUsage("one FILE is needed");
    const { "key-file": keyFile, "passphrase-file": passphraseFile } = values;
    if ((keyFile === undefined) === (passphraseFile === undefined))
      throw new WrongUsage("name one of --key-file and --passphrase-file");
    const opener: Opener =
      keyFile !== undefined
        ? { identity: await readIdentity(keyFile) }
        : { passphrase: await readPassphrase(passphraseFile ?? "") };
    const path = values.database === undefined ? readDatabasePath(io.env) : resolve(values.database);
    return withReasons(io, async () => {
      const listed = existsSync(ledgerPath(path));
      await restoreBackup(backup, path, opener);
      const wiped = await eraseAnew(path, listed, io);
      io.out(path);
      return wiped ? 0 : 1;
    });
  });
}
