/** The workbench for one answer: its text, the passages, the other voices; choosing and coding by mouse, touch and keyboard alike. */
import "#app/styles/coding.css";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { SaveLine } from "#app/components/ui/save-line.tsx";
import { ThemeSign } from "#app/components/ui/signs.tsx";
import { type CodeEntry, type CodeKey, codeKey, entryOf } from "#app/domain/code-search.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import type { AnswerKey, CodingHistory } from "#app/domain/coding.ts";
import type { CodingResult } from "#app/domain/coding-form.ts";
import { themeIds } from "#app/domain/guide.ts";
import { newWords } from "#app/domain/likely-place.ts";
import type { PassageField } from "#app/domain/passage.ts";
import type { PersonalMatch } from "#app/domain/personal-data.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import { CodePicker } from "./code-picker.tsx";
import { CodedText } from "./coded-text.tsx";
import { HistoryButtons } from "./history-buttons.tsx";
import { KeyHelp, type PageKey, pageKeys } from "./key-help.tsx";
import { Marker } from "./marker.tsx";
import { commandOf, isPress, isSingle, type KeyPress } from "./marking.ts";
import { ChangedNotice, FailureNotice, Outcome } from "./outcome.tsx";
import { PassageList } from "./passage-list.tsx";
import { PlainForm } from "./plain-form.tsx";
import {
  type NumberedPassage,
  numbered,
  type PassageShape,
  passageAnchor,
  passageOn,
  sameSpan,
  type Voice,
} from "./shapes.ts";
import { usePageKeys, useSingleKeys } from "./shortcuts.ts";
import { bringIntoSight, type Line, linesOf } from "./text-places.ts";
import { useActs } from "./use-acts.ts";
import { useMarking, usePointing } from "./use-marking.ts";
import { Voices } from "./voices.tsx";
import { WarningsNotice } from "./warnings-notice.tsx";

export type BenchProps = {
  field: PassageField;
  text: string;
  /** The language of the words. */
  lang: string;
  sequence: number;
  passages: ReadonlyArray<PassageShape>;
  entries: ReadonlyArray<CodeEntry>;
  facets: Codebook["facets"];
  recent: ReadonlyArray<CodeKey>;
  /** The passage whose menu stands open from the start, or null. */
  openedId: string | null;
  /** Words of the text that may tell who somebody is. */
  warnings: ReadonlyArray<PersonalMatch>;
  history: CodingHistory;
  voices: ReadonlyArray<Voice>;
  /** Where the forms of this screen go: its own address. */
  action: string;
  /** The neighbours, for the keys. */
  previousTo: string | null;
  nextTo: string | null;
  /** Where an answer is coded: for an act undone that belongs to another answer. */
  addressOf(key: AnswerKey): string;
  /** What a form without script brought back. */
  result?: CodingResult;
  /** What stands above the text, e.g. the chosen option of a question that is no text. */
  children?: ReactNode;
};

/** What the small line with the question takes at the upper edge, in CSS pixels. */
const stripRoom = 84;

function pressed(event: KeyboardEvent, name: PageKey, singles: boolean): boolean {
  const keys: ReadonlyArray<KeyPress> = pageKeys[name];
  return keys.some((press) => (singles || !isSingle(press)) && isPress(event, press));
}

export function Bench(props: BenchProps) {
  const { text, lang, field, sequence, entries, facets, recent, history, voices, action } = props;
  const words = useMessages(coding);
  const navigate = useNavigate();
  const acts = useActs({ action, field, sequence, brought: props.result, addressOf: props.addressOf });
  const { kit, send } = acts;
  const passages = useMemo(() => numbered(text, props.passages), [text, props.passages]);
  const marking = useMarking(text);
  const { picked, originId, pick } = marking;
  const [pickerLine, setPickerLine] = useState<{ line: Line | null } | null>(null);
  const root = useRef<HTMLElement>(null);
  const marker = useRef<HTMLElement>(null);
  const help = useRef<HTMLDetailsElement>(null);
  const listHead = useRef<HTMLHeadingElement>(null);
  const singles = useSingleKeys();
  const here = passageOn(passages, picked);
  const origin = passages.find((passage) => passage.id === originId);
  const movable =
    origin && picked && (origin.flag !== null || !sameSpan(origin.place, picked)) && !here ? origin : null;
  const changed = useMemo(
    () => passages.flatMap(({ flag, place, quote }) => (flag !== null && place ? newWords(text, place, quote) : [])),
    [passages, text],
  );
  const quote = picked ? text.slice(picked.start, picked.end) : null;
  const picking = pickerLine !== null && picked !== null;

  useEffect(() => {
    if (!picked || !root.current) return;
    bringIntoSight(root.current, picked, { above: stripRoom, below: (marker.current?.offsetHeight ?? 0) + 16 });
  }, [picked]);

  const removed = acts.result && "done" in acts.result && acts.result.done === "remove" ? acts.result : null;
  useEffect(() => {
    if (removed && document.activeElement === document.body) listHead.current?.focus();
  }, [removed]);

  function openPicker(): void {
    const lines = picked && root.current ? linesOf(root.current, picked) : [];
    if (picked) setPickerLine({ line: lines.at(-1) ?? null });
  }

  function closePicker(back: boolean): void {
    setPickerLine(null);
    if (back) root.current?.focus({ preventScroll: true });
  }

  function setCode(entry: CodeEntry): void {
    if (!picked) return;
    send({ intent: "code", start: picked.start, end: picked.end, key: codeKey(entry) });
    closePicker(true);
  }

  function setEnds(): void {
    if (movable && picked) send({ intent: "move", passageId: movable.id, span: `${picked.start}-${picked.end}` });
  }

  function pickPassage(passage: NumberedPassage | undefined): void {
    if (!passage) return;
    pick(passage.place, passage.id);
    document.getElementById(passageAnchor(passage.id))?.scrollIntoView?.({ block: "nearest" });
  }

  function byNumber(number: number): boolean {
    const key = recent[number - 1];
    const entry = key && entryOf(entries, codeKey(key));
    if (picked && entry) setCode(entry);
    else if (!picked) pickPassage(passages[number - 1]);
    return true;
  }

  usePageKeys((event) => {
    if (pressed(event, "undo", singles) && history.undo) send({ intent: "undo" });
    else if (pressed(event, "redo", singles) && history.redo) send({ intent: "redo" });
    else if (pressed(event, "let-go", singles) && picked) pick(null);
    else if (pressed(event, "choose-code", singles)) picked ? openPicker() : marking.run("next-sentence");
    else if (pressed(event, "set-ends", singles) && movable) setEnds();
    else if (pressed(event, "next-answer", singles) && props.nextTo) navigate(props.nextTo);
    else if (pressed(event, "previous-answer", singles) && props.previousTo) navigate(props.previousTo);
    else if (pressed(event, "help", singles) && help.current) help.current.open = !help.current.open;
    else if (singles && /^[1-9]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      return byNumber(Number(event.key));
    } else {
      const command = commandOf(event, { singles, span: picked });
      if (!command) return false;
      document.getSelection()?.removeAllRanges();
      marking.run(command);
    }
    return true;
  });

  usePointing({ root, text, passages, state: marking, onDragged: () => setPickerLine({ line: null }) });

  const dragged = picking && pickerLine.line === null;
  useEffect(() => {
    if (!dragged || !picked || !root.current) return;
    const line = linesOf(root.current, picked).at(-1);
    if (line) setPickerLine({ line });
  }, [dragged, picked]);

  return (
    <>
      <div className="bench" onSubmitCapture={acts.holdWhenOffline}>
        <section aria-labelledby="answer-head" className="bench-answer">
          <div className="bench-bar">
            <h2 id="answer-head">{field === "note" ? words.note : words.answer}</h2>
            <SaveLine state={acts.state} />
          </div>
          {acts.inPlace && text !== "" ? null : <FailureNotice acts={acts} />}
          <ChangedNotice passages={passages} />
          <WarningsNotice warnings={props.warnings} text={text} kit={acts.kit} />
          {props.children}
          {text === "" ? (
            <p className="soft bench-empty">{words.noText}</p>
          ) : (
            <>
              <CodedText
                text={text}
                lang={lang}
                passages={passages}
                picked={picked}
                changed={changed}
                rootRef={root}
                className="is-live"
              >
                {picking ? (
                  <CodePicker
                    entries={entries}
                    recent={recent}
                    present={(here?.codings ?? []).filter((one) => one.mine).map(codeKey)}
                    under={pickerLine.line}
                    onChoose={setCode}
                    onClose={closePicker}
                  />
                ) : null}
              </CodedText>
              <Marker
                sectionRef={marker}
                quote={quote}
                number={here?.number ?? null}
                movable={movable?.number ?? null}
                picking={picking}
                onCommand={marking.run}
                onChooseCode={openPicker}
                onSetEnds={setEnds}
                onLetGo={() => pick(null)}
              >
                {acts.inPlace ? <FailureNotice acts={acts} /> : null}
              </Marker>
              <noscript>
                <PlainForm text={text} lang={lang} entries={entries} kit={kit} />
              </noscript>
            </>
          )}
          <div className="history-line">
            <HistoryButtons history={history} kit={kit} />
            <Outcome acts={acts} entries={entries} />
          </div>
          <KeyHelp detailsRef={help} />
        </section>
        <section aria-labelledby="list-head" className="bench-list">
          <div className="bench-bar">
            <h2 id="list-head" ref={listHead} tabIndex={-1}>
              {words.passages}
            </h2>
          </div>
          {passages.length === 0 && !picked ? (
            <div className="no-passages">
              <p>{words.noPassages}</p>
              <p className="soft small needs-script">{words.howToBegin}</p>
              <p className="row needs-script">
                <Button type="button" kind="primary" onClick={() => marking.run("next-sentence")}>
                  {words.firstSentence}
                </Button>
              </p>
            </div>
          ) : (
            <PassageList
              passages={passages}
              text={text}
              lang={lang}
              entries={entries}
              facets={facets}
              kit={kit}
              picked={picked}
              selectedId={here?.id ?? originId}
              onPick={pickPassage}
              openedId={props.openedId}
              draft={picked !== null && !here && !movable}
            />
          )}
        </section>
        <section className="bench-others" aria-labelledby="voices-head">
          <div className="bench-bar">
            <h2 id="voices-head">{words.voices}</h2>
          </div>
          <Voices voices={voices} />
        </section>
      </div>
      <div className="theme-key" role="note" aria-label={words.themeKey}>
        {themeIds.map((theme) => (
          <ThemeSign key={theme} theme={theme} size={28} withName />
        ))}
      </div>
    </>
  );
}
