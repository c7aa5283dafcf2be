/** An answer with its passages: underlined in the manner of their themes, each with its number, the chosen one on a sun ground. */
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef } from "react";
import { topics } from "#app/components/ui/signs.tsx";
import { textRuns, withLanes } from "#app/domain/lanes.ts";
import type { Span } from "#app/domain/segments.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Margin } from "./margin.tsx";
import { chipAnchor, type NumberedPassage, passageAnchor, themeMarks } from "./shapes.ts";

const deepestLane = 3;

type CodedTextProps = {
  text: string;
  /** The language of the words, for reading aloud and hyphens. */
  lang: string;
  passages: ReadonlyArray<NumberedPassage>;
  /** The chosen span, drawn as a sun ground. */
  picked?: Span | null;
  /** Whether chips with numbers lead to the list; the other voices go without. */
  chips?: boolean;
  /** Words of passages to look at again, outlined. */
  changed?: ReadonlyArray<Span>;
  margin?: boolean;
  className?: string;
  rootRef?: Ref<HTMLElement>;
  children?: ReactNode;
};

type TextMark = Span & {
  id: string;
  lane: number;
  kind: "theme" | "changed";
  topic: string;
  number: number;
  passageId: string;
};

/** The text in runs. Runs carry `data-start`, the place of their first letter, so that a selection can be read back. */
export function CodedText({
  text,
  lang,
  passages,
  picked = null,
  chips = true,
  changed = [],
  margin = true,
  className = "",
  rootRef,
  children,
}: CodedTextProps) {
  const words = useMessages(coding);
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle(rootRef, () => root.current as HTMLElement, []);
  const marks = useMemo(() => themeMarks(passages), [passages]);
  const runs = useMemo(() => {
    const themes: Array<TextMark> = withLanes(marks).map((mark) => ({
      ...mark,
      kind: "theme",
      topic: topics[mark.theme],
    }));
    const outlines: Array<TextMark> = changed.map((span, index) => ({
      ...span,
      id: `changed-${index}`,
      lane: -1,
      kind: "changed",
      topic: "",
      number: 0,
      passageId: "",
    }));
    return textRuns(text.length, [...themes, ...outlines]);
  }, [text, marks, changed]);
  const seen = new Set<string>();

  function chip(mark: TextMark) {
    if (!chips || mark.kind !== "theme" || seen.has(mark.passageId)) return null;
    seen.add(mark.passageId);
    return (
      <a
        key={mark.passageId}
        id={chipAnchor(mark.passageId)}
        className="ref"
        data-topic={mark.topic}
        href={`#${passageAnchor(mark.passageId)}`}
        aria-label={words.toPassage(mark.number)}
      >
        {mark.number}
      </a>
    );
  }

  function wrapped(covering: ReadonlyArray<TextMark>, start: number, piece: string): ReactNode {
    const [mark, ...rest] = covering;
    if (!mark) return <span data-start={start}>{piece}</span>;
    const inner = wrapped(rest, start, piece);
    if (mark.kind === "changed") return <ins className="coded-changed">{inner}</ins>;
    return (
      <span className="u" data-topic={mark.topic} data-lane={Math.min(mark.lane, deepestLane)}>
        {inner}
      </span>
    );
  }

  return (
    <div className={`coded ${margin ? "with-margin" : ""} ${className}`} ref={root} tabIndex={-1}>
      {margin ? <Margin root={root} marks={marks} picked={picked} /> : null}
      <p lang={lang} className="coded-words">
        {runs.map((run) => (
          <span key={run.start} className="run">
            {run.opening.map(chip)}
            {wrapped(
              [...run.covering].sort((a, b) => b.lane - a.lane),
              run.start,
              text.slice(run.start, run.end),
            )}
          </span>
        ))}
      </p>
      {children}
    </div>
  );
}
