/** The signs of a report as inline SVG: mark, themes, perspectives, tree rings of breadth, moons of the matrix. Each stands beside its words. */
import type { Perspective, ThemeId } from "#app/domain/guide.ts";

function icon(paths: string): string {
  return `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

function path(d: string): string {
  return `<path d="${d}"/>`;
}

/** The mark of the product: a sun on the horizon above two furrows. */
export const brandMark = `<svg class="mark-sign" viewBox="0 0 36 32" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" aria-hidden="true" focusable="false"><path d="M9.6 14a8.4 8.4 0 0 1 16.8 0z" fill="#f2b43c" stroke="none"/><path d="M2 17.4h32"/><path d="M5.5 21.2c3.2 5.6 7.8 8.4 12.5 8.4s9.3-2.8 12.5-8.4"/><path d="M12.4 21.2c1.5 2.2 3.4 3.3 5.6 3.3s4.1-1.1 5.6-3.3"/></svg>`;

const crops: Record<ThemeId, string> = {
  "development-present": icon(
    [
      "M2 22 16 8",
      "M3.47 12.53 5 11l1.53 1.53a3.5 3.5 0 0 1 0 4.94L5 19l-1.53-1.53a3.5 3.5 0 0 1 0-4.94Z",
      "M7.47 8.53 9 7l1.53 1.53a3.5 3.5 0 0 1 0 4.94L9 15l-1.53-1.53a3.5 3.5 0 0 1 0-4.94Z",
      "M11.47 4.53 13 3l1.53 1.53a3.5 3.5 0 0 1 0 4.94L13 11l-1.53-1.53a3.5 3.5 0 0 1 0-4.94Z",
      "M20 2h2v2a4 4 0 0 1-4 4h-2V6a4 4 0 0 1 4-4Z",
      "M11.47 17.47 13 19l-1.53 1.53a3.5 3.5 0 0 1-4.94 0L5 19l1.53-1.53a3.5 3.5 0 0 1 4.94 0Z",
      "M15.47 13.47 17 15l-1.53 1.53a3.5 3.5 0 0 1-4.94 0L9 15l1.53-1.53a3.5 3.5 0 0 1 4.94 0Z",
      "M19.47 9.47 21 11l-1.53 1.53a3.5 3.5 0 0 1-4.94 0L13 11l1.53-1.53a3.5 3.5 0 0 1 4.94 0Z",
    ]
      .map(path)
      .join(""),
  ),
  "what-helped": icon(
    [
      "M7 16.3c2.2 0 4-1.83 4-4.05 0-1.16-.57-2.26-1.71-3.19S7.29 6.75 7 5.3c-.29 1.45-1.14 2.84-2.29 3.76S3 11.1 3 12.25c0 2.22 1.8 4.05 4 4.05z",
      "M12.56 6.6A10.97 10.97 0 0 0 14 3.02c.5 2.5 2 4.9 4 6.5s3 3.5 3 5.5a6.98 6.98 0 0 1-11.91 4.97",
    ]
      .map(path)
      .join(""),
  ),
  "more-possible": icon(
    [
      "M14 9.536V7a4 4 0 0 1 4-4h1.5a.5.5 0 0 1 .5.5V5a4 4 0 0 1-4 4 4 4 0 0 0-4 4c0 2 1 3 1 5a5 5 0 0 1-1 3",
      "M4 9a5 5 0 0 1 8 4 5 5 0 0 1-8-4",
      "M5 21h14",
    ]
      .map(path)
      .join(""),
  ),
  barriers: icon(
    [
      "M4 3 2 5v15c0 .6.4 1 1 1h2c.6 0 1-.4 1-1V5Z",
      "M6 8h4",
      "M6 18h4",
      "m12 3-2 2v15c0 .6.4 1 1 1h2c.6 0 1-.4 1-1V5Z",
      "M14 8h4",
      "M14 18h4",
      "m20 3-2 2v15c0 .6.4 1 1 1h2c.6 0 1-.4 1-1V5Z",
    ]
      .map(path)
      .join(""),
  ),
};

/** A theme's crop on its tint, with its line pattern below. */
export function themeSign(theme: ThemeId, size: "small" | "large" = "small"): string {
  return `<span class="sign ${size}" data-theme-id="${theme}">${crops[theme]}</span>`;
}

const shapes: Record<Perspective, string> = {
  parent: '<path d="M3 17.5V10a7 7 0 0 1 14 0v7.5z"/>',
  youth: '<path d="M10 1 17.5 8.5 10 19 2.5 8.5z"/>',
  professional: '<rect x="2.5" y="2.5" width="15" height="15" rx="2.2"/>',
};

/** A perspective's shape: arch, diamond, square. */
export function perspectiveSign(perspective: Perspective): string {
  return `<svg class="shape" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shapes[perspective]}</svg>`;
}

/** Tree rings, `reached` of four drawn solid. */
export function rings(reached: number): string {
  const circles = [8, 12.6, 17.2].map((radius, index) =>
    index + 2 <= reached
      ? `<circle cx="20" cy="20" r="${radius}" fill="none" stroke="currentColor" stroke-width="2.4"/>`
      : `<circle cx="20" cy="20" r="${radius}" fill="none" stroke="currentColor" stroke-width="1.1" stroke-dasharray="1.6 2.6"/>`,
  );
  return `<svg class="rings" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="3.4" fill="currentColor"/>${circles.join("")}</svg>`;
}

const moons: Record<"full" | "half" | "open" | "withheld", string> = {
  full: '<circle cx="16" cy="16" r="13.2" fill="currentColor"/>',
  half: '<circle cx="16" cy="16" r="12" fill="none" stroke="currentColor" stroke-width="2.4"/><path d="M16 4a12 12 0 0 0 0 24z" fill="currentColor"/>',
  open: '<circle cx="16" cy="16" r="12" fill="none" stroke="currentColor" stroke-width="2.4"/>',
  withheld:
    '<circle cx="16" cy="16" r="12" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 3.2"/>',
};

/** A full, half or open moon of the matrix, or the dashed ring of what is withheld. */
export function moon(fill: "full" | "half" | "open" | "withheld"): string {
  return `<svg class="moon" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${moons[fill]}</svg>`;
}

/** An eye with a bar: something is withheld. */
export const withheldSign = icon(
  [
    "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49",
    "M14.084 14.158a3 3 0 0 1-4.242-4.242",
    "M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143",
    "m2 2 20 20",
  ]
    .map(path)
    .join(""),
);

/** Two balloons: a question to talk about. */
export const questionSign = icon(
  [
    "M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z",
    "M20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1",
  ]
    .map(path)
    .join(""),
);
