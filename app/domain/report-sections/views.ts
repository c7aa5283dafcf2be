/** Sets the three perspectives beside each other per theme. */
import type { Codebook } from "../codebook.ts";
import type { Perspective } from "../guide.ts";
import type { Audience, MatrixMark, MatrixRow } from "../report.ts";
import type { Found } from "./counted.ts";

/**
 * Theme by perspective, or null when no code is named. `often`: the perspective carries at least half of the codes named under the theme;
 * `partly`: some; `none`: no code. It looks at which named codes a perspective carries, never at how many youths. A zero for the region
 * therefore says nothing about sensitive codes, for which it would be unsafe (rule R30): they are not among the named ones. Outside the
 * case team a theme under which nothing may be named is `withheld` as a whole, whether or not something was told.
 */
export function matrixOf(codebook: Codebook, audience: Audience, found: ReadonlyArray<Found>): Array<MatrixRow> | null {
  if (found.length === 0) return null;
  return codebook.themes.map((theme) => {
    const named = found.filter((one) => one.theme === theme.id);
    function mark(perspective: Perspective): MatrixMark {
      if (named.length === 0) return audience === "case-team" ? "none" : "withheld";
      const carried = named.filter((one) => one.evidence.perspectives.includes(perspective)).length;
      if (carried === 0) return "none";
      return carried * 2 >= named.length ? "often" : "partly";
    }
    return {
      theme: theme.id,
      marks: { parent: mark("parent"), youth: mark("youth"), professional: mark("professional") },
    };
  });
}
