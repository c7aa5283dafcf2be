/** Times work again and again, and keeps each figure beside what this machine needs for the same work done barely. */

/** `p50` and `p95` are in the line's unit; `p95` is null for what was measured once or does not vary. */
export type Figure = { p50: number; p95: number | null; samples: number };
export type Unit = "ms" | "per second" | "kB" | "times" | "share";

/** One line of the table: a figure of the product, the limit it stands beside, and the target that was set for it. */
export type Line = {
  row: string;
  what: string;
  unit: Unit;
  figure: Figure;
  /** Null where there is no bare form of the same work. */
  limit: { what: string; figure: Figure } | null;
  /** `most` or `least`: what `of` may be at most, or has to be at least. */
  target: { of: "p50" | "p95"; most?: number; least?: number } | null;
};

/** The value below which this share of the samples lies. */
function quantile(sorted: ReadonlyArray<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle of some numbers. */
export function median(numbers: ReadonlyArray<number>): number {
  return quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
}

export function figureOf(samples: ReadonlyArray<number>): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: sorted.length < 2 ? null : quantile(sorted, 0.95), samples: sorted.length };
}

/** Milliseconds of each of `count` runs of `work`, after a tenth as many that do not count. Garbage is collected between runs where Node lets us. */
export async function timed(count: number, work: (index: number) => unknown): Promise<Array<number>> {
  const warming = Math.max(2, Math.ceil(count / 10));
  const samples: Array<number> = [];
  for (let index = -warming; index < count; index += 1) {
    globalThis.gc?.({ type: "minor" });
    const from = performance.now();
    await work(index + warming);
    if (index >= 0) samples.push(performance.now() - from);
  }
  return samples;
}

/** Whether the target is met; null where none was set. */
export function isMet({ figure, target }: Line): boolean | null {
  if (!target) return null;
  const value = figure[target.of] ?? figure.p50;
  return value <= (target.most ?? Number.POSITIVE_INFINITY) && value >= (target.least ?? 0);
}

/** How many times as long as the limit the product takes, or how many times as much; null without a limit. */
export function ratioOf({ unit, figure, limit }: Line): number | null {
  if (!limit) return null;
  return unit === "per second" ? limit.figure.p50 / figure.p50 : figure.p50 / limit.figure.p50;
}

/** The medians of several runs of the same lines. */
export function mediansOf(runs: ReadonlyArray<ReadonlyArray<Line>>): Array<Line> {
  function middle(figures: ReadonlyArray<Figure>): Figure {
    const p95s = figures.flatMap(({ p95 }) => (p95 === null ? [] : [p95]));
    return {
      p50: median(figures.map(({ p50 }) => p50)),
      p95: p95s.length === 0 ? null : median(p95s),
      samples: figures.reduce((sum, { samples }) => sum + samples, 0),
    };
  }
  return (runs[0] ?? []).map((line, index) => {
    const same = runs.flatMap((lines) => lines[index] ?? []);
    const limits = same.flatMap(({ limit }) => (limit ? [limit.figure] : []));
    return {
      ...line,
      figure: middle(same.map(({ figure }) => figure)),
      limit: line.limit && { what: line.limit.what, figure: middle(limits) },
    };
  });
}
