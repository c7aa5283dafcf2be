/** The phases in which regions join: how many regions take part by the end of each, and from which day. */
import { isDay } from "./dates.ts";
import type { FieldFault } from "./problem.ts";

/**
 * `number` counts from 1. `regions`: how many regions take part once this phase is complete, those of earlier phases included.
 * `startsOn`: `YYYY-MM-DD` in Europe/Amsterdam, null while nobody knows.
 */
export type Phase = { number: number; regions: number; startsOn: string | null };

/** How far a phase is: `joined` counts the regions of this phase and those before it, practice regions left out. */
export type PhaseProgress = Phase & { joined: number; started: boolean };

export const mostPhases = 20;
const mostRegions = 10_000;

/**
 * What is wrong with phases in their order, each fault under `regions-<number>` or `startsOn-<number>`: a phase has more regions than the
 * one before it, and starts no earlier than any before it.
 */
export function phaseFaults(phases: ReadonlyArray<Phase>): Array<FieldFault> {
  const faults: Array<FieldFault> = [];
  let regions = 0;
  let startsOn = "";
  for (const phase of phases) {
    const count = phase.regions;
    if (!Number.isInteger(count) || count < 1 || count > mostRegions)
      faults.push({ path: `regions-${phase.number}`, code: "out-of-range" });
    else if (count <= regions) faults.push({ path: `regions-${phase.number}`, code: "not-more" });
    else regions = count;
    if (phase.startsOn === null) continue;
    if (!isDay(phase.startsOn)) faults.push({ path: `startsOn-${phase.number}`, code: "not-a-date" });
    else if (phase.startsOn < startsOn) faults.push({ path: `startsOn-${phase.number}`, code: "too-early" });
    else startsOn = phase.startsOn;
  }
  return faults;
}

/** How far each phase is on `today` (`YYYY-MM-DD`). */
export function rollOut(
  phases: ReadonlyArray<Phase>,
  regions: ReadonlyArray<{ phase: number | null; practice: boolean }>,
  today: string,
): Array<PhaseProgress> {
  const real = regions.flatMap(({ phase, practice }) => (practice || phase === null ? [] : [phase]));
  return phases.map((phase) => ({
    ...phase,
    joined: real.filter((number) => number <= phase.number).length,
    started: phase.startsOn !== null && phase.startsOn <= today,
  }));
}
