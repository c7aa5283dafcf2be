/** A command with several tasks on the database, such as `user add`: which options each needs and takes, and what its refusals say. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { openStore, type Store } from "#db/store.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

/** Task -> the options that it cannot do without, and those that it also understands. All options are text. */
export type Tasks = Record<string, { needs: ReadonlyArray<string>; takes: ReadonlyArray<string> }>;
export type TaskValues = Partial<Record<string, string>>;

/** What the command line names is not there; the message says what. */
export class NotThere extends Error {}

type Command<T extends Tasks> = {
  name: string;
  help: string;
  tasks: T;
  /** `path code` of a fault -> what it says to somebody at a terminal. */
  sentences: Readonly<Record<string, string>>;
  run(store: Store, task: keyof T & string, values: TaskValues, io: CommandIo): Promise<void>;
};

type Wish<T extends Tasks> = { task: keyof T & string; values: TaskValues; database: string };

function readWish<T extends Tasks>({ name, tasks }: Command<T>, args: Array<string>, io: CommandIo): Wish<T> | null {
  const known = new Set(Object.values(tasks).flatMap(({ needs, takes }) => [...needs, ...takes]));
  const text = Object.fromEntries([...known, "database"].map((option) => [option, { type: "string" as const }]));
  const options = { ...text, help: { type: "boolean" as const, short: "h" } };
  const { values: read, positionals } = parseArgs({ args, strict: true, allowPositionals: true, options });
  const { help, database, ...values } = read as TaskValues & { help?: boolean };
  if (help) return null;
  const task = positionals.join(" ");
  const about = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  if (!about) throw new WrongUsage(`what to do with ${name} is one of: ${Object.keys(tasks).join(", ")}`);
  for (const option of about.needs) if (!values[option]) throw new WrongUsage(`--${option} is missing`);
  for (const option of Object.keys(values))
    if (![...about.needs, ...about.takes].includes(option))
      throw new WrongUsage(`--${option} does not go with ${task}`);
  return { task, values, database: database === undefined ? readDatabasePath(io.env) : resolve(database) };
}

/** Runs one task of a command. Resolves to the exit code; never throws for what a user can do wrong. */
export function runTask<T extends Tasks>(command: Command<T>, args: Array<string>, io: CommandIo): Promise<number> {
  return usable(command.name, io, async () => {
    const wish = readWish(command, args, io);
    if (wish === null) {
      io.out(command.help);
      return 0;
    }
    if (!databaseIsThere(wish.database, io)) return 1;
    const store = openStore(wish.database);
    try {
      await command.run(store, wish.task, wish.values, io);
      return 0;
    } catch (error) {
      if (error instanceof NotThere) {
        io.err(error.message);
        return 1;
      }
      if (!(error instanceof Problem)) throw error;
      const fields = error.details.fields ?? [];
      for (const { path, code } of fields) io.err(command.sentences[`${path} ${code}`] ?? `--${path}: ${code}`);
      if (fields.length === 0) io.err(problemSentence(error.code, "en"));
      return fields.length > 0 ? 2 : 1;
    } finally {
      store.close();
    }
  });
}
