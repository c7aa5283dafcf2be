/** What every command of the command line shares: where its output goes, and how it says that it was used wrongly or cannot go on. */
import { existsSync } from "node:fs";
import { Problem, problemSentence } from "#app/domain/problem.ts";

/** `out` is data, `err` everything else; each call writes one line. `progress` shows how far long work is, on a terminal only. */
export type CommandIo = {
  out(line: string): void;
  err(line: string): void;
  env: NodeJS.ProcessEnv;
  progress?(done: number, of: number): void;
};

/** A command takes its arguments and resolves to the exit code: 0 done, 1 refused or faults found, 2 wrong usage. */
export type Command = (args: Array<string>, io: CommandIo) => Promise<number>;

/** Thrown by a command for arguments that make no sense; its message says what is wrong. */
export class WrongUsage extends Error {}

/** What the disk or the database says, in one line; undefined for anything else. */
function saidByTheMachine(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  if (code.startsWith("SQLITE_")) return `the database cannot be used: ${error.message}`;
  return /^E[A-Z0-9]+$/.test(code) ? error.message : undefined;
}

/**
 * Runs `work`; wrong usage becomes a line on stderr that leads to the help, and exit code 2. What the disk or the database refuses
 * (no room, no access, not a database) becomes one line and exit code 1, and so does a Problem, with its lines below it.
 */
export async function usable(name: string, io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const wrong =
      error instanceof WrongUsage ||
      (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
    if (wrong) {
      io.err(error.message);
      io.err(`See: leeroogst ${name} --help`);
      return 2;
    }
    if (error instanceof Problem) {
      io.err(problemSentence(error.code, "en"));
      for (const line of error.details.lines ?? []) io.err(line);
      return 1;
    }
    const said = saidByTheMachine(error);
    if (said === undefined) throw error;
    io.err(said);
    return 1;
  }
}

/** Whether there is a database file; says so on stderr when not. Only `migrate` makes one, so that a slip in a path never does. */
export function databaseIsThere(path: string, io: CommandIo): boolean {
  if (existsSync(path)) return true;
  io.err(`${path}: there is no database here`);
  io.err("Make one with: leeroogst migrate");
  return false;
}
