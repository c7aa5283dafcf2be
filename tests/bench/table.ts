/** Writes measured lines as a Markdown table that also reads well on a terminal. */
import { type Figure, isMet, type Line, ratioOf, type Unit } from "./measure.ts";

function number(value: number, unit: Unit): string {
  if (unit === "per second") return Math.round(value).toLocaleString("en");
  if (unit === "share") return (value * 100).toLocaleString("en", { maximumFractionDigits: 1 });
  return value.toLocaleString("en", { maximumFractionDigits: value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function amount(value: number, unit: Unit): string {
  return `${number(value, unit)}${{ ms: " ms", kB: " kB", "per second": "/s", times: " x", share: "%" }[unit]}`;
}

function targetOf({ target, unit }: Line): string {
  if (!target) return "";
  const which = target.of === "p95" ? "p95 " : "";
  if (target.most !== undefined) return `${which}at most ${amount(target.most, unit)}`;
  return `${which}at least ${amount(target.least ?? 0, unit)}`;
}

function limitOf({ limit, unit }: Line): [string, string] {
  return limit ? [amount(limit.figure.p50, unit), limit.what] : ["", ""];
}

function spread({ p95 }: Figure, unit: Unit): string {
  return p95 === null ? "" : amount(p95, unit);
}

const heads = [
  "row",
  "what",
  "p50",
  "p95",
  "samples",
  "target",
  "met",
  "this machine's limit",
  "ratio",
  "the limit is",
];

/** `p50` and `p95` of the product, then p50 of the limit; the ratio says how many times as long, or as much, the product takes. */
export function markdownTable(lines: ReadonlyArray<Line>): string {
  const cells = lines.map((line) => {
    const { row, what, unit, figure } = line;
    const met = isMet(line);
    const ratio = ratioOf(line);
    const [limit, limitIs] = limitOf(line);
    return [
      row,
      what,
      amount(figure.p50, unit),
      spread(figure, unit),
      String(figure.samples),
      targetOf(line),
      met === null ? "" : met ? "yes" : "NO",
      limit,
      ratio === null ? "" : `${number(ratio, "times")} x`,
      limitIs,
    ];
  });
  const all = [heads, ...cells];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const written = (row: ReadonlyArray<string>) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [written(heads), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...cells.map(written)].join(
    "\n",
  );
}
