/** Opens the SQLite file: one writer, one reader that cannot write, the pragmas that keep promises, and the migrations. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { Problem } from "#app/domain/problem.ts";
import * as schema from "./schema/index.ts";

export type Db = BetterSQLite3Database<typeof schema>;

export type Connections = {
  /** Path of the file. */
  path: string;
  /** Serialised: `work` runs alone inside BEGIN IMMEDIATE … COMMIT and is rolled back when it throws. No timer, network or file inside. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Serialised on a connection that cannot write; everything `work` reads is of one moment. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Moves everything from the write-ahead log into the database and empties it; false when somebody else still reads from it. */
  checkpoint(): Promise<boolean>;
  /** The writer's raw handle, for the sign-in library and the few places that need SQLite itself. */
  handle: Sqlite.Database;
  close(): void;
};

/** The folder with the files of the installation, both when run from source and when bundled into `build/`. */
export function installationRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the installation has no package.json");
    folder = parent;
  }
  return folder;
}

function migrationsFolder(): string {
  return join(installationRoot(), "db", "migrations");
}

/** Pragmas of every connection. `better-sqlite3` is compiled so that WAL silently means `synchronous=NORMAL`, hence the explicit FULL after it. */
function prepareConnection(handle: Sqlite.Database): void {
  handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = FULL");
  handle.pragma("foreign_keys = ON");
  handle.pragma("secure_delete = ON");
  handle.pragma("trusted_schema = OFF");
  handle.pragma("busy_timeout = 5000");
  handle.pragma("journal_size_limit = 67108864");
  handle.pragma("cache_size = -32000");
}

function serialised<T>(queue: { tail: Promise<unknown> }, work: () => Promise<T>): Promise<T> {
  const result = queue.tail.then(work, work);
  queue.tail = result.catch(() => undefined);
  return result;
}

/**
 * Runs the migrations that this database lacks, on a connection of its own with foreign keys off (a table rebuild would otherwise
 * delete child rows), then checks every foreign key and that no table lost rows. Returns how many migrations ran.
 * Throws Problem `database-newer` when the database knows migrations that this program does not; then not a byte of it has changed.
 */
export function migrateDatabase(path: string): number {
  const handle = new Sqlite(path);
  try {
    const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() });
    const known = new Set(migrations.map((migration) => migration.hash));
    const done = doneMigrations(handle);
    if ([...done].some((hash) => !known.has(hash))) throw new Problem("database-newer");
    handle.pragma("journal_mode = WAL");
    handle.pragma("synchronous = FULL");
    handle.pragma("foreign_keys = OFF");
    handle.pragma("secure_delete = ON");
    handle.exec("CREATE TABLE IF NOT EXISTS migration (hash TEXT PRIMARY KEY, at TEXT NOT NULL)");
    const missing = migrations.filter((migration) => !done.has(migration.hash));
    if (missing.length === 0) return 0;
    handle
      .transaction(() => {
        const before = rowCounts(handle);
        for (const migration of missing) {
          for (const statement of migration.sql) handle.exec(statement);
          handle.prepare("INSERT INTO migration VALUES (?, ?)").run(migration.hash, new Date().toISOString());
        }
        const broken = handle.pragma("foreign_key_check") as Array<unknown>;
        if (broken.length > 0) throw new Error(`a migration broke ${broken.length} references`);
        const after = rowCounts(handle);
        for (const [table, rows] of before) {
          if (table !== "migration" && after.has(table) && (after.get(table) ?? 0) < rows) {
            throw new Error(`a migration lost rows of ${table}`);
          }
        }
      })
      .immediate();
    return missing.length;
  } finally {
    handle.close();
  }
}

/** The hashes of the migrations that ran here; it only reads, because a database that is newer than this program stays as it is. */
function doneMigrations(handle: Sqlite.Database): Set<string> {
  const [list] = handle.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").all();
  if (list === undefined) return new Set();
  const rows = handle.prepare<[], { hash: string }>("SELECT hash FROM migration").all();
  return new Set(rows.map((row) => row.hash));
}

function rowCounts(handle: Sqlite.Database): Map<string, number> {
  const tables = handle
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'answer_fts%'",
    )
    .all();
  return new Map(
    tables.map(({ name }) => [
      name,
      handle.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0,
    ]),
  );
}

/** Waits only briefly for readers in other processes: nothing else happens here meanwhile. */
function emptyLog(handle: Sqlite.Database): boolean {
  handle.pragma("busy_timeout = 250");
  try {
    const [found] = handle.pragma("wal_checkpoint(TRUNCATE)") as Array<{ busy: number }>;
    return found?.busy === 0;
  } finally {
    handle.pragma("busy_timeout = 5000");
  }
}

/** Opens a migrated database. Throws when SQLite is older than 3.51.3 or the writer would not be durable. */
export function openDatabase(path: string): Connections {
  const handle = new Sqlite(path, { fileMustExist: true });
  prepareConnection(handle);
  if (handle.pragma("synchronous", { simple: true }) !== 2)
    throw new Error("the database is not durable: synchronous is not FULL");
  const reading = new Sqlite(path, { fileMustExist: true });
  prepareConnection(reading);
  reading.pragma("query_only = ON");
  const writer = drizzle(handle, { schema });
  const reader = drizzle(reading, { schema });
  const writes = { tail: Promise.resolve() as Promise<unknown> };
  const reads = { tail: Promise.resolve() as Promise<unknown> };

  return {
    path,
    handle,
    write: (work) =>
      serialised(writes, async () => {
        handle.exec("BEGIN IMMEDIATE");
        try {
          const result = await work(writer);
          handle.exec("COMMIT");
          return result;
        } catch (error) {
          if (handle.inTransaction) handle.exec("ROLLBACK");
          throw error;
        }
      }),
    read: (work) =>
      serialised(reads, async () => {
        reading.exec("BEGIN");
        try {
          return await work(reader);
        } finally {
          if (reading.inTransaction) reading.exec("COMMIT");
        }
      }),
    checkpoint: () => serialised(writes, () => serialised(reads, async () => emptyLog(handle))),
    close() {
      reading.close();
      handle.pragma("wal_checkpoint(TRUNCATE)");
      handle.close();
    },
  };
}
