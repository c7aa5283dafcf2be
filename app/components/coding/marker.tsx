/** The buttons that choose a passage without dragging and without keys: sentence by sentence, and either end by word or letter. */
import { type ReactNode, type Ref, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { MarkingCommand } from "./marking.ts";

type MarkerProps = {
  sectionRef: Ref<HTMLElement>;
  /** The words that are chosen now, or null. */
  quote: string | null;
  /** The number of the passage that stands exactly there already, or null. */
  number: number | null;
  /** The number of the passage whose ends can be put where the choice now is, or null. */
  movable: number | null;
  /** Whether the picker is open: then its first row is the next step. */
  picking: boolean;
  onCommand(command: MarkingCommand): void;
  onChooseCode(): void;
  onSetEnds(): void;
  onLetGo(): void;
  /** What must be in sight while one works in the text, such as why an act failed. */
  children?: ReactNode;
};

/** Start and end of what was chosen; the middle of long passages falls out. */
function shortened(quote: string): string {
  return quote.length <= 90 ? quote : `${quote.slice(0, 55).trimEnd()} … ${quote.slice(-30).trimStart()}`;
}

function EdgeButtons({
  name,
  back,
  on,
  onCommand,
}: {
  name: string;
  back: [MarkingCommand, MarkingCommand];
  on: [MarkingCommand, MarkingCommand];
  onCommand(command: MarkingCommand): void;
}) {
  const words = useMessages(coding);
  const steps: Array<[MarkingCommand, string, "chevron-left" | "chevron-right"]> = [
    [back[0], words.word, "chevron-left"],
    [on[0], words.word, "chevron-right"],
    [back[1], words.letter, "chevron-left"],
    [on[1], words.letter, "chevron-right"],
  ];
  return (
    <fieldset className="marker-edge">
      <legend>{name}</legend>
      {steps.map(([command, unit, icon]) => (
        <button
          key={command}
          type="button"
          className="marker-step"
          title={words.commands[command]}
          aria-label={words.commands[command]}
          onClick={() => onCommand(command)}
        >
          {icon === "chevron-left" ? <Icon name={icon} /> : null}
          <span aria-hidden="true">{unit}</span>
          {icon === "chevron-right" ? <Icon name={icon} /> : null}
        </button>
      ))}
    </fieldset>
  );
}

/** What is chosen, and the buttons to choose, move and let go. It stays at the lower edge of the screen while the text is in sight. */
export function Marker({
  sectionRef,
  quote,
  number,
  movable,
  picking,
  onCommand,
  onChooseCode,
  onSetEnds,
  onLetGo,
  children,
}: MarkerProps) {
  const words = useMessages(coding);
  const [wide, setWide] = useState(false);
  return (
    <section
      ref={sectionRef}
      className="marker needs-script"
      aria-label={words.tools}
      data-picking={picking || undefined}
    >
      {children}
      <p className="marker-chosen" role="status">
        {quote === null ? (
          <span className="soft">{words.nothingChosen}</span>
        ) : (
          <>
            <span className="marker-label">{words.chosen}</span> <q className="stem">{shortened(quote)}</q>
            {number === null ? null : <span className="soft small"> {words.chosenAlready(number)}</span>}
          </>
        )}
      </p>
      <div className="marker-row">
        <div className="marker-sentences">
          <Button
            type="button"
            kind="secondary"
            size="slim"
            icon="arrow-up"
            onClick={() => onCommand("previous-sentence")}
          >
            {words.commands["previous-sentence"]}
          </Button>
          <Button
            type="button"
            kind="secondary"
            size="slim"
            icon="arrow-down"
            onClick={() => onCommand("next-sentence")}
          >
            {words.commands["next-sentence"]}
          </Button>
        </div>
        {quote === null ? null : (
          <Button
            type="button"
            arrow={false}
            kind={picking ? "secondary" : "primary"}
            size="slim"
            aria-haspopup="dialog"
            onClick={onChooseCode}
          >
            {words.chooseCode}
          </Button>
        )}
      </div>
      {quote === null ? null : (
        <>
          <div className="marker-row marker-quiet">
            <button
              type="button"
              className="btn plain slim"
              aria-expanded={wide}
              onClick={() => setWide((before) => !before)}
            >
              {words.ends}
              <Icon name={wide ? "chevron-up" : "chevron-down"} />
            </button>
            {movable === null ? null : (
              <Button type="button" kind="secondary" size="slim" onClick={onSetEnds}>
                {words.setEnds(movable)}
              </Button>
            )}
            <Button type="button" kind="plain" size="slim" onClick={onLetGo}>
              {words.letGo}
            </Button>
          </div>
          {wide ? (
            <div className="marker-ends">
              <EdgeButtons
                name={words.start}
                back={["start-word-back", "start-letter-back"]}
                on={["start-word-on", "start-letter-on"]}
                onCommand={onCommand}
              />
              <EdgeButtons
                name={words.end}
                back={["end-word-back", "end-letter-back"]}
                on={["end-word-on", "end-letter-on"]}
                onCommand={onCommand}
              />
              <Button type="button" kind="secondary" size="slim" icon="plus" onClick={() => onCommand("add-sentence")}>
                {words.commands["add-sentence"]}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
