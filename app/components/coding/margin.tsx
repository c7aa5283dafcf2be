/** What is drawn around the words without touching them: a stripe in the margin per passage and the ground of the chosen passage. */
import { type RefObject, useEffect, useState } from "react";
import { topics } from "#app/components/ui/signs.tsx";
import type { Span } from "#app/domain/segments.ts";
import type { ThemeMark } from "./shapes.ts";
import { type Line, linesOf } from "./text-places.ts";

const stripeWidth = 15;
const marginWidth = 44;

type Stripe = { id: string; topic: string | null; top: number; height: number; column: number };
type Drawing = { stripes: Array<Stripe>; ground: Array<Line> };

function stripesOf(root: HTMLElement, marks: ReadonlyArray<ThemeMark>, picked: Array<Line>): Array<Stripe> {
  const places = marks.map((mark) => ({
    id: mark.id,
    topic: topics[mark.theme] as string,
    lines: linesOf(root, mark),
  }));
  const all = [...places, { id: "picked", topic: null, lines: picked }].filter(({ lines }) => lines.length > 0);
  const bottoms: Array<number> = [];
  return all
    .map(({ id, topic, lines }) => {
      const last = lines.at(-1);
      return { id, topic, top: lines[0]?.top ?? 0, bottom: last ? last.top + last.height : 0 };
    })
    .sort((a, b) => a.top - b.top || (a.id < b.id ? -1 : 1))
    .map(({ id, topic, top, bottom }) => {
      const free = bottoms.findIndex((end) => end <= top + 6);
      const column = free === -1 ? bottoms.length : free;
      bottoms[column] = bottom;
      return { id, topic, top: top + 2, height: Math.max(4, bottom - top - 4), column };
    });
}

/**
 * Measures again when the text is laid out anew: another width, fonts that arrive, other marks. Not a layout effect: the margin stands
 * inside the text, whose reference is set only after the layout effects of what stands in it.
 */
function useDrawing(
  root: RefObject<HTMLElement | null>,
  marks: ReadonlyArray<ThemeMark>,
  picked: Span | null,
): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let current = true;
    const measure = () => {
      if (!current) return;
      const ground = picked ? linesOf(element, picked) : [];
      setDrawing({ ground, stripes: stripesOf(element, marks, ground) });
    };
    measure();
    document.fonts?.ready.then(measure, measure);
    if (typeof ResizeObserver === "undefined") {
      return () => {
        current = false;
      };
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      current = false;
      observer.disconnect();
    };
  }, [root, marks, picked]);
  return drawing;
}

/** The stripes and the ground; only to look at, the list of passages says the same in words. */
export function Margin({
  root,
  marks,
  picked,
}: {
  root: RefObject<HTMLElement | null>;
  marks: ReadonlyArray<ThemeMark>;
  picked: Span | null;
}) {
  const drawing = useDrawing(root, marks, picked);
  if (!drawing) return null;
  const columns = Math.max(1, ...drawing.stripes.map(({ column }) => column + 1));
  const step = Math.min(stripeWidth, (marginWidth - 8) / Math.max(1, columns - 1));
  return (
    <div className="coded-drawing" aria-hidden="true">
      {drawing.ground.map((line) => (
        <i
          key={`${line.top}`}
          className="coded-ground"
          style={{ left: line.left - 2, top: line.top - 3, width: line.width + 4, height: line.height + 6 }}
        />
      ))}
      {drawing.stripes.map(({ id, topic, top, height, column }) => (
        <i
          key={id}
          className={topic ? "coded-stripe" : "coded-pick-line"}
          data-topic={topic ?? undefined}
          style={{ left: column * step, top, height }}
        />
      ))}
    </div>
  );
}
