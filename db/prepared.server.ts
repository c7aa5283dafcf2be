/** Statements that are built and prepared once for each connection, for what runs at every save, click or page. */
import type { Db } from "./open.server.ts";

/**
 * What `prepare` returned for this connection, made at the first call. Building a statement and having SQLite parse it costs several
 * times what it costs to run one that finds a row by its key.
 */
export function preparedOnce<Statements>(prepare: (db: Db) => Statements): (db: Db) => Statements {
  const known = new WeakMap<Db, Statements>();
  return (db) => {
    const found = known.get(db) ?? prepare(db);
    known.set(db, found);
    return found;
  };
}
