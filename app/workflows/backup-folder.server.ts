/** The folder with the installation's backups: how they are called, which there are, and how old the newest is. */
import { readdirSync } from "node:fs";

const namePattern = /^leeroogst-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite\.gz\.age$/;

/** The name of a backup that begins at a UTC time: `leeroogst-20260302T130500Z.sqlite.gz.age`. */
export function backupName(at: Date): string {
  return `leeroogst-${at
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:]/g, "")}.sqlite.gz.age`;
}

/** The backups in a folder, oldest first; other files are none of ours. A folder that is not there has none. */
export function listBackups(folder: string): Array<{ name: string; at: Date }> {
  let names: Array<string>;
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const match = namePattern.exec(name);
      if (!match) return [];
      const [, year, month, day, hours, minutes, seconds] = match;
      return [{ name, at: new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`) }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** How long ago the newest backup began, in seconds; null when there is none. */
export function newestBackupAge(folder: string, now: Date): number | null {
  const newest = listBackups(folder).at(-1);
  return newest ? Math.round((now.getTime() - newest.at.getTime()) / 1000) : null;
}
