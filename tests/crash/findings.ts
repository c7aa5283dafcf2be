/** What a simulation found, and how it is shown. */

/** `lost` counts saves that were acknowledged and are gone; `faults` says what else went wrong. */
export type Findings = { name: string; figures: Record<string, number | string>; lost: number; faults: Array<string> };

/** A Markdown table with a row for each simulation. */
export function findingsTable(all: ReadonlyArray<Findings>): string {
  const rows = all.map(({ name, figures, lost, faults }) => {
    const shown = Object.entries(figures).map(([what, figure]) => `${what}: ${figure}`);
    return `| ${name} | ${shown.join(", ")} | ${lost} | ${faults.length === 0 ? "none" : faults.length} |`;
  });
  return ["| simulation | figures | acknowledged and lost | faults |", "|---|---|---|---|", ...rows].join("\n");
}

/** Whether nothing was lost and nothing else went wrong. */
export function allHolds(all: ReadonlyArray<Findings>): boolean {
  return all.every(({ lost, faults }) => lost === 0 && faults.length === 0);
}
