/** The command line `leeroogst`: finds the command, hands it its arguments, and ends with its exit code. */

import { auditCommand, auditHelp } from "./audit.server.ts";
import { backupCommand, backupHelp, restoreCommand, restoreHelp } from "./backup.server.ts";
import type { Command, CommandIo } from "./command.ts";
import { guidesCommand, guidesHelp } from "./guides.server.ts";
import { importCommand, importHelp } from "./import.server.ts";
import { migrateCommand, migrateHelp } from "./migrate.server.ts";
import { regionCommand, regionHelp } from "./region.server.ts";
import { reportCommand, reportHelp } from "./report.server.ts";
import { userCommand, userHelp } from "./user.server.ts";
import { verifyCommand, verifyHelp } from "./verify.server.ts";

const commands: Record<string, { run: Command; help: string }> = {
  migrate: { run: migrateCommand, help: migrateHelp },
  guides: { run: guidesCommand, help: guidesHelp },
  import: { run: importCommand, help: importHelp },
  report: { run: reportCommand, help: reportHelp },
  region: { run: regionCommand, help: regionHelp },
  user: { run: userCommand, help: userHelp },
  audit: { run: auditCommand, help: auditHelp },
  backup: { run: backupCommand, help: backupHelp },
  restore: { run: restoreCommand, help: restoreHelp },
  verify: { run: verifyCommand, help: verifyHelp },
};

const help = `leeroogst COMMAND [ARGUMENTS]

${Object.values(commands)
  .map((command) => {
    const [usage = "", , about = ""] = command.help.split("\n");
    return `  ${usage.replace(/^leeroogst /, "")}\n      ${about}`;
  })
  .join("\n")}

Every command explains itself with --help. Data goes to standard output, everything else to standard error.
Exit: 0 done, 1 refused or faults found, 2 wrong usage.`;

const barWidth = 30;

/** Where lines go: data to standard output, the rest to standard error, with a bar that grows when that is a terminal. */
function terminalIo({ stdout, stderr, env }: NodeJS.Process): CommandIo {
  let barIsOpen = false;
  function closeBar(): void {
    if (barIsOpen) stderr.write("\n");
    barIsOpen = false;
  }
  function progress(done: number, of: number): void {
    const share = of === 0 ? 1 : done / of;
    const filled = Math.round(share * barWidth);
    stderr.write(`\r${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${Math.floor(share * 100)}%`);
    barIsOpen = true;
    if (share >= 1) closeBar();
  }
  const writeTo = (stream: NodeJS.WriteStream) => (line: string) => {
    closeBar();
    stream.write(`${line}\n`);
  };
  return { out: writeTo(stdout), err: writeTo(stderr), env, ...(stderr.isTTY ? { progress } : {}) };
}

async function main(): Promise<number> {
  const io = terminalIo(process);
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? io.err : io.out)(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.err(`There is no command ${JSON.stringify(name)}.`);
    io.err("See: leeroogst --help");
    return 2;
  }
  return command.run(args, io);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main();
