/** The field at evening: four crops that run to one sun; decorative, for the cover, the way in and the shared screen. */

type Shape = { width: number; height: number; horizon: number; sun: number; radius: number; align: string };

const shapes = {
  tall: { width: 640, height: 520, horizon: 130, sun: 400, radius: 74, align: "xMidYMin slice" },
  wide: { width: 1280, height: 250, horizon: 70, sun: 1100, radius: 62, align: "xMaxYMin slice" },
} as const satisfies Record<string, Shape>;

const colours = {
  cover: {
    ground: "#3a1629",
    crops: ["var(--brand-leaf-400)", "var(--brand-water-400)", "var(--brand-heath-400)", "var(--brand-clay-400)"],
  },
  quiet: { ground: "var(--sunken)", crops: ["var(--hair)", "var(--hair)", "var(--hair)", "var(--hair)"] },
} as const;

/** Distance between two rows of a crop at the bottom edge, in units of the drawing. */
const row = 54;

function point(shape: Shape, across: number, depth: number): string {
  const x = shape.sun + across / depth;
  const y = shape.horizon + (shape.height - shape.horizon) / depth;
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** Solid rows, as of young wheat, from the left edge of the world to the first furrow. */
function leaf(shape: Shape): string {
  const rows: Array<string> = [];
  for (let across = -2672; across <= -296; across += row) {
    rows.push(`M${shape.sun} ${shape.horizon}L${point(shape, across, 1)}L${point(shape, across + 22, 1)}z`);
  }
  return rows.join("");
}

/** Waves, as of water between the rows. */
function water(shape: Shape): string {
  const waves: Array<string> = [];
  for (let across = -245; across < -50; across += row) {
    const left: Array<string> = [];
    const right: Array<string> = [];
    for (let depth = 1; depth < 7; depth += 0.07) {
      const sway = 9 * Math.sin((depth - 1) * 11.4);
      left.push(point(shape, across + sway, depth));
      right.unshift(point(shape, across + sway + 14, depth));
    }
    waves.push(`M${left.join("L")}L${right.join("L")}z`);
  }
  return waves.join("");
}

/** Dots, as of seed in the ground. */
function heath(shape: Shape): string {
  const dots: Array<string> = [];
  for (let across = -14; across < 250; across += row) {
    for (let depth = 1.03; depth < 8; depth += 0.17) {
      const rx = Math.round((10.5 / depth) * 10) / 10;
      const ry = Math.round(((7.2 / depth) * 10) / depth ** 0.35) / 10;
      const [x = "0", y = "0"] = point(shape, across, depth).split(" ");
      dots.push(`M${Number(x) - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`);
    }
  }
  return dots.join("");
}

/** Rows on heavy clay, to the right edge of the world; `gaps` cuts them into posts. */
function clay(shape: Shape): string {
  const rows: Array<string> = [];
  for (let across = 250; across < 2700; across += row) {
    rows.push(`M${shape.sun} ${shape.horizon}L${point(shape, across, 1)}L${point(shape, across + 22, 1)}z`);
  }
  return rows.join("");
}

/** Strips of bare ground across the clay. */
function gaps(shape: Shape): string {
  const strips: Array<string> = [];
  for (let depth = 0.93; depth < 12; depth += 0.23) {
    const [near, far] = [depth, depth + 0.11];
    strips.push(
      `M${point(shape, 240, near)}L${point(shape, 2800, near)}L${point(shape, 2800, far)}L${point(shape, 240, far)}z`,
    );
  }
  return strips.join("");
}

const crops = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [
    name,
    [leaf(shape), water(shape), heath(shape), clay(shape), gaps(shape)],
  ]),
) as Record<keyof typeof shapes, Array<string>>;

/** `shape` `wide` is a low strip; `tone` `quiet` is drawn in the colours of the page instead of the evening. */
export function FieldScene({
  shape = "tall",
  tone = "cover",
  className,
}: {
  shape?: keyof typeof shapes;
  tone?: keyof typeof colours;
  className?: string;
}) {
  const { width, height, horizon, sun, radius, align } = shapes[shape];
  const { ground, crops: paints } = colours[tone];
  const fade = `fade-${shape}-${tone}`;
  return (
    <svg
      className={className ? `scene ${className}` : "scene"}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={align}
      aria-hidden="true"
    >
      <path d={`M${sun - radius} ${horizon}a${radius} ${radius} 0 0 1 ${2 * radius} 0z`} fill="var(--sun)" />
      <path d={`M${-width} ${horizon}h${3 * width}v${4 * height}h${-3 * width}z`} fill={ground} />
      {crops[shape].map((d, index) => (
        <path key={d.slice(0, 40)} d={d} fill={paints[index] ?? ground} />
      ))}
      <linearGradient id={fade} x1="0" y1="0" x2="0" y2="1">
        <stop offset=".14" style={{ stopColor: ground }} />
        <stop offset="1" style={{ stopColor: ground, stopOpacity: 0 }} />
      </linearGradient>
      <path d={`M${-width} ${horizon}h${3 * width}v${(height - horizon) / 2}h${-3 * width}z`} fill={`url(#${fade})`} />
      {tone === "quiet" && <path d={`M${-width} ${horizon}h${3 * width}`} stroke="var(--edge)" strokeWidth="2" />}
    </svg>
  );
}
