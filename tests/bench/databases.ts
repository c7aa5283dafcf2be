/** The databases that the rows need, made when the first of them asks, in a folder that goes when the run ends. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { openStore, type Store } from "#db/store.server.ts";

type Shape = { regions: number; interviews: number; codings: number };

/** `network`: 75 regions of 15 interviews, as large as the whole country in a year; the quick ones only show that everything runs. */
const shapes = {
  network: { full: { regions: 75, interviews: 15, codings: 36 }, quick: { regions: 3, interviews: 15, codings: 36 } },
  tenfold: { full: { regions: 750, interviews: 15, codings: 36 }, quick: { regions: 30, interviews: 15, codings: 36 } },
  archive: { full: { regions: 75, interviews: 80, codings: 0 }, quick: { regions: 3, interviews: 80, codings: 0 } },
  region: { full: { regions: 1, interviews: 720, codings: 36 }, quick: { regions: 1, interviews: 72, codings: 36 } },
  codings: { full: { regions: 1, interviews: 167, codings: 36 }, quick: { regions: 1, interviews: 15, codings: 36 } },
} as const satisfies Record<string, { full: Shape; quick: Shape }>;

export type DatabaseName = keyof typeof shapes;

/** What a row gets: where it may work, and how hard. */
export type Bench = {
  folder: string;
  quick: boolean;
  /** Path of a database. What one row writes to it, a later row finds. */
  database(name: DatabaseName): string;
  /** Opens it for `work` and closes it again. */
  withStore<T>(name: DatabaseName, work: (store: Store) => Promise<T>): Promise<T>;
  /** A raw connection for `work`, with a cache as large as that of the product. */
  withRaw<T>(name: DatabaseName, work: (db: Sqlite.Database) => Promise<T>): Promise<T>;
};

export function benchIn(folder: string, quick: boolean): Bench {
  const made = new Set<DatabaseName>();

  function database(name: DatabaseName): string {
    const path = join(folder, `${name}.sqlite`);
    if (made.has(name)) return path;
    const shape = shapes[name][quick ? "quick" : "full"];
    process.stderr.write(`making the database "${name}": ${shape.regions} x ${shape.interviews} interviews\n`);
    const numbers = Object.entries(shape).flatMap(([key, number]) => [`--${key}`, String(number)]);
    const args = ["scripts/run.mjs", "tests/world/generate.ts", "--out", path, ...numbers];
    const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error(`the database ${name} could not be made`);
    made.add(name);
    return path;
  }

  return {
    folder,
    quick,
    database,
    async withStore(name, work) {
      const store = openStore(database(name));
      try {
        return await work(store);
      } finally {
        store.close();
      }
    },
    async withRaw(name, work) {
      const db = new Sqlite(database(name));
      db.pragma("cache_size = -32000");
      try {
        return await work(db);
      } finally {
        db.close();
      }
    },
  };
}
