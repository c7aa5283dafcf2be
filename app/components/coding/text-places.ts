/** Places on the page and places in the text: from a selection or a click to code units, and from a span to the lines it stands on. */
import type { Span } from "#app/domain/segments.ts";

/** A rectangle in CSS pixels, from the top left of the element that holds the text. */
export type Line = { left: number; top: number; width: number; height: number };

type Piece = { node: Text; start: number };

/** The text nodes of a coded text in order; each run carries `data-start`, chips and other additions do not. */
function pieces(root: HTMLElement): Array<Piece> {
  return Array.from(root.querySelectorAll<HTMLElement>("[data-start]")).flatMap((run) =>
    run.firstChild instanceof Text ? [{ node: run.firstChild, start: Number(run.dataset.start) }] : [],
  );
}

/** The place in the text, in code units, of a place on the page: that of the next letter when the page's place is between runs. */
export function placeInText(root: HTMLElement, node: Node, offset: number): number {
  const all = pieces(root);
  const own = all.find((piece) => piece.node === node);
  if (own) return own.start + offset;
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  const next = all.find((piece) => point.comparePoint(piece.node, 0) >= 0);
  if (next) return next.start;
  const last = all.at(-1);
  return last ? last.start + last.node.length : 0;
}

/** What the reader selected inside the text, or null when nothing is selected or the selection lies elsewhere. */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const touched = pieces(root).some(({ node }) => range.intersectsNode(node));
  if (!touched || !(root.contains(range.startContainer) || root.contains(range.endContainer))) return null;
  const whole = document.createRange();
  whole.selectNodeContents(root);
  const from = root.contains(range.startContainer) ? range : whole;
  const to = root.contains(range.endContainer) ? range : whole;
  const start = placeInText(root, from.startContainer, from.startOffset);
  const end = placeInText(root, to.endContainer, to.endOffset);
  return end > start ? { start, end } : null;
}

/** The page's range over a span of the text, or null when the text does not reach that far. */
export function rangeOf(root: HTMLElement, span: Span): Range | null {
  const all = pieces(root);
  const first = all.find(({ node, start }) => span.start >= start && span.start < start + node.length);
  const last = all.find(({ node, start }) => span.end > start && span.end <= start + node.length);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, span.start - first.start);
  range.setEnd(last.node, span.end - last.start);
  return range;
}

/** The lines of the page that a span stands on, top first. Empty where nothing is laid out. */
export function linesOf(root: HTMLElement, span: Span): Array<Line> {
  const range = rangeOf(root, span);
  if (!range || typeof range.getClientRects !== "function") return [];
  const origin = root.getBoundingClientRect();
  const lines: Array<Line> = [];
  for (const box of range.getClientRects()) {
    if (box.width === 0 || box.height === 0) continue;
    const rectangle = { left: box.left - origin.left, top: box.top - origin.top, width: box.width, height: box.height };
    const line = lines.find(
      (one) => Math.abs(one.top + one.height / 2 - rectangle.top - rectangle.height / 2) < one.height * 0.6,
    );
    if (!line) {
      lines.push(rectangle);
      continue;
    }
    const right = Math.max(line.left + line.width, rectangle.left + rectangle.width);
    line.left = Math.min(line.left, rectangle.left);
    line.width = right - line.left;
    const taller = rectangle.height > line.height;
    if (taller) Object.assign(line, { top: rectangle.top, height: rectangle.height });
  }
  return lines.sort((a, b) => a.top - b.top);
}

/**
 * Scrolls the page just so far that the span is in sight, between `above` and `below` CSS pixels kept free at the edges of the screen;
 * of a span that is longer than the screen its begin.
 */
export function bringIntoSight(
  root: HTMLElement,
  span: Span,
  { above, below }: { above: number; below: number },
): void {
  const lines = linesOf(root, span);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return;
  const origin = root.getBoundingClientRect().top;
  const tooHigh = origin + first.top - above;
  const tooLow = origin + last.top + last.height - (window.innerHeight - below);
  if (tooHigh < 0) window.scrollBy(0, tooHigh);
  else if (tooLow > 0) window.scrollBy(0, Math.min(tooLow, tooHigh));
}

/** The place in the text under a point of the screen, or null beside it. */
export function placeUnder(root: HTMLElement, x: number, y: number): number | null {
  const legacy = document as Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null };
  if (typeof document.caretPositionFromPoint === "function") {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && root.contains(caret.offsetNode) ? placeInText(root, caret.offsetNode, caret.offset) : null;
  }
  const range = legacy.caretRangeFromPoint?.(x, y) ?? null;
  return range && root.contains(range.startContainer)
    ? placeInText(root, range.startContainer, range.startOffset)
    : null;
}
