/**
 * Cuts the power without special hardware: records every write and every sync of a process that uses the product's store, rebuilds the
 * files as a disk could hold them at a random moment, with what was not synced dropped, kept, kept in part or torn within its sectors,
 * and opens them. Two weaker settings of SQLite go through the same, to show that the simulation can see loss and damage.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { openStore } from "#db/store.server.ts";
import type { Findings } from "./findings.ts";
import { type DiskEvent, readTrace, straceOptions } from "./syscalls.ts";

const changes = 150;
const sector = 512;
type Setting = "FULL" | "NORMAL" | "OFF";
type Change = Exclude<DiskEvent, { kind: "sync" | "safe" }>;

/** What one file holds for sure, and what was written since and may be lost. */
type Disk = Map<string, { kept: Buffer | null; waiting: Array<Change> }>;

function written(before: Buffer | null, change: Change): Buffer | null {
  if (change.kind === "remove") return null;
  if (change.kind === "truncate") {
    const after = Buffer.alloc(change.length);
    before?.copy(after, 0, 0, Math.min(change.length, before.length));
    return after;
  }
  const length = Math.max(before?.length ?? 0, change.offset + change.bytes.length);
  const after = Buffer.alloc(length);
  before?.copy(after);
  change.bytes.copy(after, change.offset);
  return after;
}

/** A write of which only some sectors reached the disk. */
function torn(before: Buffer | null, change: Change): Buffer | null {
  if (change.kind !== "write") return written(before, change);
  let after = before;
  for (let from = 0; from < change.bytes.length; from += sector) {
    if (Math.random() < 0.5) continue;
    const bytes = change.bytes.subarray(from, from + sector);
    after = written(after, { ...change, offset: change.offset + from, bytes });
  }
  return after;
}

const fates = ["dropped", "kept", "in part", "torn"] as const;

function afterCut(kept: Buffer | null, waiting: ReadonlyArray<Change>, fate: (typeof fates)[number]): Buffer | null {
  if (fate === "dropped") return kept;
  let content = kept;
  for (const change of waiting) {
    if (fate === "kept") content = written(content, change);
    else if (fate === "torn") content = torn(content, change);
    else if (Math.random() < 0.5) content = written(content, change);
  }
  return content;
}

/** A record of one run of the writer: its events in order, on a database that lay whole on the disk before. */
function recordRun(folder: string, setting: Setting): { database: string; before: Buffer; events: Array<DiskEvent> } {
  const database = join(folder, `power-${setting}.sqlite`);
  openStore(database).close();
  const before = readFileSync(database);
  const traces = join(folder, `trace-${setting}`);
  mkdirSync(traces);
  const program = ["scripts/run.mjs", "tests/crash/writer.ts", database, setting, String(changes)];
  const run = spawnSync("strace", [...straceOptions, "-o", join(traces, "t"), process.execPath, ...program], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (run.error || run.status !== 0)
    throw new Error(`the writer cannot be traced: ${run.error?.message ?? run.stderr}`);
  const events = readdirSync(traces)
    .map((name) => readTrace(readFileSync(join(traces, name), "utf8"), database))
    .reduce((most, one) => (one.length > most.length ? one : most), []);
  rmSync(traces, { recursive: true });
  const safe = events.filter(({ kind }) => kind === "safe").length;
  if (safe !== changes) throw new Error(`the trace holds ${safe} of ${changes} acknowledged changes`);
  return { database, before, events };
}

type Outcome = "whole" | "unreadable" | "damaged" | { lost: number };

/** Opens what is left of a disk and counts the changes that are still there. */
function outcomeOf(path: string, safe: number): Outcome {
  try {
    const handle = new Sqlite(path);
    try {
      const found = handle.prepare<[], { n: number }>("SELECT count(*) AS n FROM region").get()?.n ?? 0;
      const lines = handle.prepare<[], { n: number }>("SELECT count(*) AS n FROM audit").get()?.n ?? 0;
      if (handle.pragma("integrity_check", { simple: true }) !== "ok" || lines < found) return "damaged";
      return found < safe ? { lost: safe - found } : "whole";
    } finally {
      handle.close();
    }
  } catch {
    return "unreadable";
  }
}

type Counts = { unreadable: number; damaged: number; cutsWithLoss: number; lost: number };

/** Cuts the power at `cuts` random moments of one recorded run. */
function cutPower(folder: string, setting: Setting, cuts: number): Counts {
  const { database, before, events } = recordRun(folder, setting);
  const moments = Array.from({ length: cuts }, () => 1 + Math.floor(Math.random() * events.length)).sort(
    (a, b) => a - b,
  );
  const disk: Disk = new Map([[database, { kept: before, waiting: [] }]]);
  const image = join(folder, "after");
  const counts: Counts = { unreadable: 0, damaged: 0, cutsWithLoss: 0, lost: 0 };
  let done = 0;
  let safe = 0;
  for (const moment of moments) {
    for (const event of events.slice(done, moment)) {
      if (event.kind === "safe") {
        safe = event.change;
        continue;
      }
      const file = disk.get(event.file) ?? { kept: null, waiting: [] };
      disk.set(event.file, file);
      if (event.kind === "sync") {
        for (const change of file.waiting) file.kept = written(file.kept, change);
        file.waiting = [];
      } else file.waiting.push(event);
    }
    done = moment;
    rmSync(image, { recursive: true, force: true });
    mkdirSync(image);
    for (const [path, { kept, waiting }] of disk) {
      if (path.endsWith("-shm")) continue;
      const content = afterCut(kept, waiting, fates[Math.floor(Math.random() * fates.length)] ?? "kept");
      if (content !== null) writeFileSync(join(image, basename(path)), content);
    }
    const left = join(image, basename(database));
    const outcome = existsSync(left) ? outcomeOf(left, safe) : "unreadable";
    if (typeof outcome === "object") {
      counts.cutsWithLoss += 1;
      counts.lost = Math.max(counts.lost, outcome.lost);
    } else if (outcome !== "whole") counts[outcome] += 1;
  }
  rmSync(image, { recursive: true, force: true });
  return counts;
}

function figuresOf(cuts: number, { unreadable, damaged, cutsWithLoss, lost }: Counts): Findings["figures"] {
  return { cuts, damaged, unreadable, "cuts with loss": cutsWithLoss, "most lost at once": lost };
}

export function powerCuts(folder: string, cuts: number, say: (line: string) => void): Array<Findings> {
  say("recording and cutting: synchronous FULL, NORMAL, OFF");
  const full = cutPower(folder, "FULL", cuts);
  const normal = cutPower(folder, "NORMAL", cuts);
  const off = cutPower(folder, "OFF", cuts);
  const faults = full.damaged + full.unreadable > 0 ? [`${full.damaged} damaged, ${full.unreadable} unreadable`] : [];
  return [
    {
      name: "power cut (synchronous=FULL, the product)",
      figures: figuresOf(cuts, full),
      lost: full.cutsWithLoss,
      faults,
    },
    {
      name: "control: synchronous=NORMAL has to lose changes",
      figures: figuresOf(cuts, normal),
      lost: 0,
      faults: normal.cutsWithLoss > 0 ? [] : ["the simulation sees no loss where there must be some"],
    },
    {
      name: "control: synchronous=OFF has to damage files",
      figures: figuresOf(cuts, off),
      lost: 0,
      faults: off.damaged + off.unreadable > 0 ? [] : ["the simulation sees no damage where there must be some"],
    },
  ];
}
