/** Reads what strace recorded of one process: what it wrote to which file, and what it asked the disk to keep. */

export type DiskEvent =
  | { kind: "write"; file: string; offset: number; bytes: Buffer }
  | { kind: "truncate"; file: string; length: number }
  | { kind: "remove"; file: string }
  | { kind: "sync"; file: string }
  /** The process said that change number `change` is safe. */
  | { kind: "safe"; change: number };

/** Options that make strace write what `readTrace` reads: whole data in hexadecimal, paths of descriptors, one file for each thread. */
export const straceOptions = [
  "-ff",
  "-y",
  "-xx",
  "-s",
  "1048576",
  "-e",
  "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat",
];

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll("\\x", ""), "hex");
}

function nameOf(hexPath: string): string {
  return hexPath.startsWith("\\x") ? bytesOf(hexPath).toString("utf8") : hexPath;
}

/** The events of one thread in order, of files whose path begins with `database`, and what it said on standard output. */
export function readTrace(text: string, database: string): Array<DiskEvent> {
  const events: Array<DiskEvent> = [];
  for (const line of text.split("\n")) {
    const pwrite = /^pwrite64\(\d+<([^>]*)>, "([^"]*)", (\d+), (\d+)\) = (\d+)/.exec(line);
    if (pwrite) {
      const file = nameOf(pwrite[1] ?? "");
      if (file.startsWith(database))
        events.push({ kind: "write", file, offset: Number(pwrite[4]), bytes: bytesOf(pwrite[2] ?? "") });
      continue;
    }
    const said = /^write\(1<[^>]*>, "([^"]*)"/.exec(line);
    if (said) {
      const safe = /safe (\d+)/.exec(bytesOf(said[1] ?? "").toString("utf8"));
      if (safe) events.push({ kind: "safe", change: Number(safe[1]) });
      continue;
    }
    const sync = /^f(?:data)?sync\(\d+<([^>]*)>\) = 0/.exec(line);
    if (sync) {
      const file = nameOf(sync[1] ?? "");
      if (file.startsWith(database)) events.push({ kind: "sync", file });
      continue;
    }
    const cut = /^ftruncate\(\d+<([^>]*)>, (\d+)\) = 0/.exec(line);
    if (cut) {
      const file = nameOf(cut[1] ?? "");
      if (file.startsWith(database)) events.push({ kind: "truncate", file, length: Number(cut[2]) });
      continue;
    }
    const gone = /^unlink(?:at)?\((?:[^"]*, )?"([^"]*)"/.exec(line);
    if (gone && line.endsWith("= 0")) {
      const file = nameOf(gone[1] ?? "");
      if (file.startsWith(database)) events.push({ kind: "remove", file });
    }
  }
  return events;
}
