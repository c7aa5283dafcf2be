/** Lays overlapping marks over a text: a lane for each, and the text cut into runs that know which marks cover them. */
import type { Span } from "./segments.ts";

/** A stretch of a text that carries something, known by its id. */
export type Mark = Span & { id: string };

/** A piece of the text over whose whole length the same marks lie; `covering` in reading order of the marks, `opening` those that begin here. */
export type Run<M extends Mark> = Span & { covering: Array<M>; opening: Array<M> };

function byPlace(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Marks in reading order: by where they begin, the longer first, then by id. */
export function inReadingOrder<M extends Mark>(marks: ReadonlyArray<M>): Array<M> {
  return [...marks].sort(byPlace);
}

/**
 * The marks in reading order, each with the lowest lane (from 0) that is free over its whole length. Two marks that overlap never share
 * a lane, and there are no more lanes than marks that overlap in one place.
 */
export function withLanes<M extends Mark>(marks: ReadonlyArray<M>): Array<M & { lane: number }> {
  const ends: Array<number> = [];
  return inReadingOrder(marks).map((mark) => {
    const free = ends.findIndex((end) => end <= mark.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = mark.end;
    return { ...mark, lane };
  });
}

/** Cuts a text of `length` code units at every begin and end of a mark. The runs follow each other without gap; marks beyond the text are cut off. */
export function textRuns<M extends Mark>(length: number, marks: ReadonlyArray<M>): Array<Run<M>> {
  const ordered = inReadingOrder(marks).filter((mark) => mark.start < Math.min(mark.end, length));
  const inside = ordered.flatMap((mark) => [mark.start, mark.end]).filter((place) => place > 0 && place < length);
  const cuts = [...new Set([0, ...inside, length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? length;
    const covering = ordered.filter((mark) => mark.start <= start && mark.end >= end);
    return { start, end, covering, opening: covering.filter((mark) => mark.start === start) };
  });
}
