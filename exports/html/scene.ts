/** Draws the cover of a report: a sun on the horizon above four parcels of one field, each furrowed in the line of its theme. */

const width = 1200;
const height = 300;
const horizon = 112;
const vanishing = 848;

/** How far a row lies toward the reader: 1 at the bottom edge, near 0 at the horizon. */
function nearness(row: number, step: number): number {
  return 1 / (1 + row * step);
}

function place(bottomX: number, near: number): string {
  const x = vanishing + (bottomX - vanishing) * near;
  const y = horizon + (height - horizon) * near;
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function range(from: number, to: number, step: number): Array<number> {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function straightFurrows(): string {
  return range(-4400, 380, 66)
    .map((x) => `M${vanishing} ${horizon}L${place(x, 1)}L${place(x + 27, 1)}z`)
    .join("");
}

function waves(): string {
  const rows = range(0, 70, 1);
  return range(470, 700, 76)
    .map((x) => {
      const bend = (row: number) => 26 * Math.sin(row / 1.6);
      const left = rows.map((row) => place(x + bend(row), nearness(row, 0.11)));
      const right = rows.map((row) => place(x + 22 + bend(row), nearness(row, 0.11))).reverse();
      return `M${left.join("L")}L${right.join("L")}z`;
    })
    .join("");
}

function seeds(): string {
  return range(0, 34, 1)
    .flatMap((row) =>
      range(820, 1150, 66).map((x) => {
        const near = nearness(row, 0.16);
        const [rx, ry] = [(12.5 * near).toFixed(1), (7.6 * near).toFixed(1)];
        const across = (25 * near).toFixed(1);
        return `M${place(x, near)}a${rx} ${ry} 0 1 0 ${across} 0a${rx} ${ry} 0 1 0 -${across} 0`;
      }),
    )
    .join("");
}

function posts(): string {
  return range(1215, 3900, 74)
    .flatMap((x) =>
      range(0, 15, 1).map((row) => {
        const [from, to] = [nearness(row, 0.3), nearness(row + 0.55, 0.3)];
        return `M${place(x, from)}L${place(x + 28, from)}L${place(x + 28, to)}L${place(x, to)}z`;
      }),
    )
    .join("");
}

/** The drawing as inline SVG, hidden from screen readers; it fills the width and stands on the bottom edge of its box. */
export const scene = `<svg class="scene" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false"><path d="M764 ${horizon}a84 84 0 0 1 168 0z" fill="#f2b43c"/><path d="M0 ${horizon}h${width}v${height - horizon}H0z" fill="#3a1629"/><path fill="#67b373" d="${straightFurrows()}"/><path fill="#50abd0" d="${waves()}"/><path fill="#ac89e7" d="${seeds()}"/><path fill="#df825d" d="${posts()}"/></svg>`;
