/** How widely something was told, computed from distinct youths and the perspectives that carry it; it does not say that it is proven. */
import { type Perspective, perspectives } from "./guide.ts";

export const evidenceLevels = ["signal", "recognised", "supported", "broad"] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** One coding as evidence sees it: about which youth, told by which perspective. */
export type Carrier = { youthId: string; perspective: Perspective };

export type Evidence = {
  level: EvidenceLevel;
  /** Distinct youths; three interviews about one youth count as one (rule R26). */
  youths: number;
  /** Youths about whom at least two perspectives tell it. */
  triangulatedYouths: number;
  /** In fixed order. */
  perspectives: Array<Perspective>;
};

/**
 * The evidence of one code within one region, or null when nobody told it. `signal`: one youth, one perspective. `recognised`: two
 * youths, or one youth by two perspectives. `supported`: three youths, all three perspectives, and a youth told of by two. `broad` needs
 * several regions and never comes from one.
 */
export function evidenceOf(carriers: Iterable<Carrier>): Evidence | null {
  const byYouth = new Map<string, Set<Perspective>>();
  const told = new Set<Perspective>();
  for (const { youthId, perspective } of carriers) {
    told.add(perspective);
    const known = byYouth.get(youthId);
    if (known) known.add(perspective);
    else byYouth.set(youthId, new Set([perspective]));
  }
  if (byYouth.size === 0) return null;
  const youths = byYouth.size;
  const triangulatedYouths = [...byYouth.values()].filter((one) => one.size >= 2).length;
  const supported = youths >= 3 && told.size === perspectives.length && triangulatedYouths >= 1;
  const recognised = youths >= 2 || triangulatedYouths >= 1;
  return {
    level: supported ? "supported" : recognised ? "recognised" : "signal",
    youths,
    triangulatedYouths,
    perspectives: perspectives.filter((one) => told.has(one)),
  };
}
