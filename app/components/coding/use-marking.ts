/** The chosen passage of a text: kept as a span, changed by commands, by what is selected on the page and by a tap. */
import { type RefObject, useCallback, useRef, useState } from "react";
import { type Span, sentences, tidySpan } from "#app/domain/segments.ts";
import { type MarkingCommand, marked } from "./marking.ts";
import { type NumberedPassage, sameSpan } from "./shapes.ts";
import { useBrowserLayoutEffect } from "./shortcuts.ts";
import { placeUnder, selectedSpan } from "./text-places.ts";

const handlesSettle = 250;

export type MarkingState = {
  picked: Span | null;
  /** The passage that the choice began with, whose ends can be put where the choice now is; null for a new choice. */
  originId: string | null;
  /** Chooses a span, or nothing; white space at its ends falls off and characters stay whole. */
  pick(span: Span | null, originId?: string | null): void;
  /** Carries out a command; false when there was no room for it. */
  run(command: MarkingCommand): boolean;
};

type Choice = { text: string; span: Span; originId: string | null };
const beginsAnew: ReadonlyArray<MarkingCommand> = ["next-sentence", "previous-sentence"];

/** The chosen span of this text; gone when the text changes. */
export function useMarking(text: string): MarkingState {
  const [choice, setChoice] = useState<Choice | null>(null);
  const current = choice?.text === text ? choice : null;
  const picked = current?.span ?? null;
  const pick = useCallback(
    (span: Span | null, originId: string | null = null) => {
      const tidy = span && tidySpan(text, span);
      setChoice(tidy && { text, span: tidy, originId });
    },
    [text],
  );
  const run = useCallback(
    (command: MarkingCommand) => {
      const next = marked(command, text, current?.span ?? null);
      const changed = !sameSpan(next, current?.span ?? null);
      const originId = beginsAnew.includes(command) ? null : (current?.originId ?? null);
      if (changed) setChoice(next && { text, span: next, originId });
      return changed;
    },
    [text, current],
  );
  return { picked, originId: current?.originId ?? null, pick, run };
}

/** The innermost passage over a place; the next one around it when that is chosen already, and none after the outermost. */
function passageUnder(passages: ReadonlyArray<NumberedPassage>, place: number, picked: Span | null) {
  const over = passages
    .filter((passage) => passage.place && passage.place.start <= place && place < passage.place.end)
    .sort((a, b) => length(a.place) - length(b.place));
  return over[over.findIndex((passage) => sameSpan(passage.place, picked)) + 1];
}

function length(span: Span | null): number {
  return span ? span.end - span.start : 0;
}

type Pointing = {
  root: RefObject<HTMLElement | null>;
  text: string;
  passages: ReadonlyArray<NumberedPassage>;
  state: MarkingState;
  /** Called when a drag with the mouse has ended on a passage. */
  onDragged(): void;
};

/**
 * Listens to mouse, pen and touch. A drag with the mouse chooses when the button is let go; the handles of a touch screen choose as soon as they
 * rest, and stay so that one can go on moving them. A click or tap on a passage chooses it, elsewhere the sentence; with Shift up to it.
 */
export function usePointing({ root, text, passages, state, onDragged }: Pointing): void {
  const latest = useRef({ text, passages, state, onDragged });
  useBrowserLayoutEffect(() => {
    latest.current = { text, passages, state, onDragged };
  });
  useBrowserLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    let byMouse = true;
    let settle: ReturnType<typeof setTimeout> | undefined;

    function takeSelection(): boolean {
      const span = element && selectedSpan(element, document.getSelection());
      if (!span || !tidySpan(latest.current.text, span)) return false;
      latest.current.state.pick(span);
      return true;
    }

    function tap(event: MouseEvent): void {
      const place = element && placeUnder(element, event.clientX, event.clientY);
      if (place === null) return;
      const { text: words, passages: known, state: now } = latest.current;
      const whole = sentences(words).find((sentence) => place <= sentence.end) ?? null;
      if (event.shiftKey && now.picked && whole) {
        now.pick({ start: Math.min(now.picked.start, whole.start), end: Math.max(now.picked.end, whole.end) });
        document.getSelection()?.removeAllRanges();
      } else {
        const passage = passageUnder(known, place, now.picked);
        now.pick(passage?.place ?? whole, passage?.id ?? null);
      }
    }

    function down(event: PointerEvent): void {
      byMouse = event.pointerType !== "touch";
    }

    function clicked(event: MouseEvent): void {
      if (event.target instanceof Element && event.target.closest("a, button, dialog")) return;
      const selected = !event.shiftKey && takeSelection();
      if (!selected) tap(event);
      else if (byMouse) latest.current.onDragged();
    }

    function released(event: PointerEvent): void {
      if (event.pointerType === "touch" || (event.target instanceof Node && element?.contains(event.target))) return;
      if (takeSelection()) latest.current.onDragged();
    }

    function selectionMoved(): void {
      if (byMouse) return;
      clearTimeout(settle);
      settle = setTimeout(takeSelection, handlesSettle);
    }

    element.addEventListener("pointerdown", down);
    element.addEventListener("click", clicked);
    document.addEventListener("pointerup", released);
    document.addEventListener("selectionchange", selectionMoved);
    return () => {
      clearTimeout(settle);
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("click", clicked);
      document.removeEventListener("pointerup", released);
      document.removeEventListener("selectionchange", selectionMoved);
    };
  }, [root]);
}
