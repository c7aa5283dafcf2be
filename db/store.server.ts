/** The store: all verbs, opened for one actor. There is no other way to the data, but for the sign-in library's own tables. */
import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "#app/domain/actor.ts";
import type { Erased } from "#app/domain/erasure.ts";
import { listWaiting, reapplyErasures, wipeErased } from "./erasure.server.ts";
import { type Connections, migrateDatabase, openDatabase } from "./open.server.ts";
import * as verbs from "./queries/index.server.ts";
import { perform, type Sources, type Verb } from "./verb.server.ts";

type Groups = typeof verbs;
type Bound<Group> = {
  [Name in keyof Group]: Group[Name] extends Verb<infer Input, infer Output>
    ? (input: Input) => Promise<Output>
    : never;
};

/** Every verb as an async function of its input, grouped by aggregate. */
export type Verbs = { [Name in keyof Groups]: Bound<Groups[Name]> };

export type Store = {
  /** The verbs for one actor; `requestId` goes into the audit line. */
  as(actor: Actor, requestId?: string): Verbs;
  connections: Connections;
  sources: Sources;
  /** How many interviews were erased anew at the opening, because this database still held them. */
  erasedAnew: number;
  /** Takes the last traces of erased interviews out of the files; false when it has to be tried again. */
  wipe(erased: ReadonlyArray<Erased>): Promise<boolean>;
  close(): void;
};

/** Ids, clock and chance as the machine has them; tests pass their own. */
export const systemSources: Sources = {
  now: () => new Date().toISOString(),
  newId: () => uuidv7(),
  random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};

/**
 * Opens the store on a database file, migrating it first. What the list beside the file says is erased is erased before anybody can
 * read it. Throws Problem `database-newer` when the file was made by a newer program, `erasure-list-broken` when the list is unreadable.
 */
export function openStore(path: string, sources: Sources = systemSources): Store {
  migrateDatabase(path);
  const connections = openDatabase(path);
  const erasedAnew = eraseListed(connections, path);
  return {
    connections,
    sources,
    erasedAnew,
    wipe: (erased) => wipeErased(connections, path, erased),
    as: (actor, requestId) => bindVerbs(connections, sources, actor, requestId ?? null),
    close: () => connections.close(),
  };
}

function eraseListed(connections: Connections, path: string): number {
  try {
    const erasedAnew = reapplyErasures(connections, path);
    listWaiting(connections, path);
    return erasedAnew;
  } catch (error) {
    connections.close();
    throw error;
  }
}

function bindVerbs(connections: Connections, sources: Sources, actor: Actor, requestId: string | null): Verbs {
  const groups = Object.entries(verbs).map(([group, members]) => {
    const bound = Object.entries(members).map(([name, verb]) => [
      name,
      (input: unknown) => perform(connections, sources, actor, requestId, verb as Verb<unknown, unknown>, input),
    ]);
    return [group, Object.fromEntries(bound)];
  });
  return Object.fromEntries(groups) as Verbs;
}
