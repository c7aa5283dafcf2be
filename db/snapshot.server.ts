/** Copies a live database into a file of its own: one moment of it, whole, while others go on writing. */
import { closeSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";

/**
 * Writes the database at `path` as it is now to `out`, a new file for its owner alone. It holds everything that was committed before,
 * and no free pages. Throws what SQLite throws, and when `out` exists.
 */
export function snapshotDatabase(path: string, out: string): void {
  closeSync(openSync(out, "wx", 0o600));
  const handle = new Sqlite(path, { fileMustExist: true });
  try {
    handle.pragma("busy_timeout = 5000");
    handle.prepare("VACUUM INTO ?").run(out);
  } finally {
    handle.close();
  }
}
