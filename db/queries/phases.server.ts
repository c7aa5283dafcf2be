/** Verbs on the roll-out: the phases, and which region joins in which. */
import { asc, eq, gt, inArray } from "drizzle-orm";
import { mostPhases, type Phase, phaseFaults } from "#app/domain/phases.ts";
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { phase, region } from "../schema/index.ts";
import { anywhere, read, regionTarget, write } from "../verb.server.ts";

export type PhasedRegion = { id: string; key: string; name: string; practice: boolean; phase: number | null };
export type RollOut = {
  phases: Array<Phase>;
  /** By name. */
  regions: Array<PhasedRegion>;
};

/** A region joins in a phase that exists, or in none yet. */
export async function phaseOfRegionFaults(db: Db, number: number | null): Promise<Array<FieldFault>> {
  if (number === null) return [];
  const found = await db.select({ number: phase.number }).from(phase).where(eq(phase.number, number));
  return found.length > 0 ? [] : [{ path: "phase", code: "unknown-option" }];
}

export const phases = {
  /** All phases in order, and all regions with the phase in which each joins. */
  rollOut: read<void, RollOut>({
    action: "phase.list",
    right: "people.manage",
    target: anywhere,
    async run(db) {
      return {
        phases: await db.select().from(phase).orderBy(asc(phase.number)),
        regions: await db
          .select({ id: region.id, key: region.key, name: region.name, practice: region.practice, phase: region.phase })
          .from(region)
          .orderBy(asc(region.name)),
      };
    },
  }),

  /**
   * Puts these phases, numbered 1, 2, … in their order, in the place of the ones there are. Throws Problem `invalid-input` naming each field
   * that does not fit; a phase in which a region joins cannot go (`phase-in-use` under its `regions-<number>`).
   */
  change: write<{ phases: ReadonlyArray<Omit<Phase, "number">> }, void>({
    action: "phase.change",
    right: "people.manage",
    target: anywhere,
    async run(db, { phases: given }) {
      const wanted = given.map(({ regions, startsOn }, index) => ({ number: index + 1, regions, startsOn }));
      const faults = phaseFaults(wanted);
      if (wanted.length > mostPhases) faults.push({ path: `regions-${mostPhases + 1}`, code: "out-of-range" });
      const gone = await db.select({ number: phase.number }).from(phase).where(gt(phase.number, wanted.length));
      const numbers = gone.map(({ number }) => number);
      const used = await db.selectDistinct({ phase: region.phase }).from(region).where(inArray(region.phase, numbers));
      for (const { phase: number } of used) faults.push({ path: `regions-${number}`, code: "phase-in-use" });
      if (faults.length > 0) throw new Problem("invalid-input", { fields: faults });
      await db.delete(phase).where(gt(phase.number, wanted.length));
      for (const { number, regions, startsOn } of wanted)
        await db
          .insert(phase)
          .values({ number, regions, startsOn })
          .onConflictDoUpdate({ target: phase.number, set: { regions, startsOn } });
    },
  }),

  /** Changes the name of a region and the phase in which it joins; key and kind stay. Throws Problem `invalid-input`. */
  editRegion: write<{ regionId: string; name: string; phase: number | null }, void>({
    action: "region.edit",
    right: "people.manage",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, { regionId, name, phase: number }) {
      const fields = [...regionNameFaults(name), ...(await phaseOfRegionFaults(db, number))];
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      await db.update(region).set({ name: name.trim(), phase: number }).where(eq(region.id, regionId));
    },
  }),
};

/** What is wrong with the name of a region. */
export function regionNameFaults(name: string): Array<FieldFault> {
  if (name.trim() === "") return [{ path: "name", code: "required" }];
  return name.trim().length > 100 ? [{ path: "name", code: "too-long" }] : [];
}
