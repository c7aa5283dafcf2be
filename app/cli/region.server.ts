/** The command `region`: which regions there are, and in which phase each joins. */
import { operator } from "#app/domain/actor.ts";
import type { Store } from "#db/store.server.ts";
import { type CommandIo, WrongUsage } from "./command.ts";
import { NotThere, runTask, type Tasks, type TaskValues } from "./tasks.server.ts";

export const regionHelp = `leeroogst region list|add|edit [options]

list  shows every region: key, name, real or practice, and its phase (- when there is none); one line each, with tabs between.
add   adds a region. Its key and kind stay for ever.
edit  changes its name or the phase in which it joins.

  --key KEY          the region's key: small letters, digits and hyphens; add and edit need it
  --name NAME        the name that people see; add needs it
  --kind KIND        with add: real or practice (default: real). In a practice region everything is invented.
  --phase NUMBER     the phase in which it joins; with edit none takes it out again
  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 done, 1 refused (there is no such region), 2 wrong usage.`;

const tasks = {
  list: { needs: [], takes: [] },
  add: { needs: ["key", "name"], takes: ["kind", "phase"] },
  edit: { needs: ["key"], takes: ["name", "phase"] },
} as const satisfies Tasks;

const sentences: Record<string, string> = {
  "key not-a-key": "--key is small letters, digits and hyphens, and begins with a letter",
  "key taken": "--key is taken already",
  "name too-long": "--name is too long",
  "phase unknown-option": "--phase is not the number of a phase; add it on the page of phases first",
};

function readPhase(phase: string): number | null {
  if (phase === "none") return null;
  if (!/^\d{1,3}$/.test(phase)) throw new WrongUsage("--phase is a number, or none");
  return Number(phase);
}

async function run(store: Store, task: keyof typeof tasks, values: TaskValues, io: CommandIo): Promise<void> {
  const { phases, regions } = store.as(operator);
  const { key = "", name, kind = "real" } = values;
  if (kind !== "real" && kind !== "practice") throw new WrongUsage("--kind is real or practice");
  const phase = values.phase === undefined ? undefined : readPhase(values.phase);
  if (task === "add") {
    await regions.add({ key, name: name ?? "", practice: kind === "practice", phase });
    return;
  }
  const known = (await phases.rollOut()).regions;
  if (task === "list") {
    for (const one of known)
      io.out([one.key, one.name, one.practice ? "practice" : "real", one.phase ?? "-"].join("\t"));
    return;
  }
  const found = known.find((one) => one.key === key);
  if (!found) throw new NotThere(`there is no region with the key ${key}`);
  await phases.editRegion({
    regionId: found.id,
    name: name ?? found.name,
    phase: phase === undefined ? found.phase : phase,
  });
}

/** Runs the command; `args` are those after `region`. Resolves to the exit code; never throws for what a user can do wrong. */
export function regionCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return runTask({ name: "region", help: regionHelp, tasks, sentences, run }, args, io);
}
