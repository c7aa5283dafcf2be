/** Scheduled backups while the server runs: made by a process of their own, kept in one folder, the oldest removed. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { installationRoot } from "#db/open.server.ts";
import type { BackupPlan } from "../env.server.ts";
import { backupName, listBackups, newestBackupAge } from "../workflows/backup-folder.server.ts";
import type { Log } from "./log.server.ts";

const hour = 3600 * 1000;
/** How often it is looked whether a backup is due, in milliseconds. */
const lookEvery = 5 * 60 * 1000;

/** Makes one backup with the command line's program and removes all but the newest `plan.keep`. Returns whether it was made. */
export async function backUp(database: string, plan: BackupPlan, now: Date): Promise<boolean> {
  const program = join(installationRoot(), "build", "leeroogst.mjs");
  const lock =
    "recipient" in plan.lock ? ["--recipient", plan.lock.recipient] : ["--passphrase-file", plan.lock.passphraseFile];
  const out = join(plan.folder, backupName(now));
  const child = spawn(process.execPath, [program, "backup", "--database", database, "--out", out, ...lock], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  if (code !== 0) return false;
  for (const { name } of listBackups(plan.folder).slice(0, -plan.keep))
    rmSync(join(plan.folder, name), { force: true });
  return true;
}

/**
 * Makes a backup whenever the newest one is older than the plan says, beginning now when one was missed. What came of it is logged; after
 * a failure it is tried again at the next look. Returns how to stop.
 */
export function scheduleBackups(database: string, plan: BackupPlan, log: Log): () => void {
  let busy = false;
  async function look(): Promise<void> {
    const age = newestBackupAge(plan.folder, new Date());
    if (busy || (age !== null && age * 1000 < plan.hours * hour)) return;
    busy = true;
    const began = performance.now();
    try {
      const made = await backUp(database, plan, new Date());
      log({ event: made ? "backup-made" : "backup-failed", ms: Math.round(performance.now() - began) });
    } catch {
      log({ event: "backup-failed", ms: Math.round(performance.now() - began) });
    } finally {
      busy = false;
    }
  }
  void look();
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
