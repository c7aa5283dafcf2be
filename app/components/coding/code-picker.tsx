/** Finds a code and sets it: a search field at the chosen passage, two letters and Enter; 1 to 9 for the codes used last. */
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { Icon } from "#app/components/ui/icon.tsx";
import { ThemeSign } from "#app/components/ui/signs.tsx";
import {
  type CodeEntry,
  type CodeKey,
  type CodeMatch,
  codeKey,
  entryOf,
  searchCodes,
} from "#app/domain/code-search.ts";
import { type ThemeId, themeIds } from "#app/domain/guide.ts";
import type { Span } from "#app/domain/segments.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Line } from "./text-places.ts";

type CodePickerProps = {
  entries: ReadonlyArray<CodeEntry>;
  /** The codes used last, the last one first. */
  recent: ReadonlyArray<CodeKey>;
  /** Codes that stand on this passage already, as `theme/code`: these cannot be set again. */
  present: ReadonlyArray<string>;
  /** The last line of the chosen passage, under which the picker opens. */
  under: Line | null;
  onChoose(entry: CodeEntry): void;
  /** Esc, the cross, or going elsewhere; `back` when the focus should go back to the text. */
  onClose(back: boolean): void;
};

type Row = CodeMatch & { number: number | null };

function rowsFor(
  entries: ReadonlyArray<CodeEntry>,
  recent: ReadonlyArray<CodeKey>,
  query: string,
  language: "nl" | "en",
): Array<Row> {
  const numbers = new Map(recent.map((key, index) => [codeKey(key), index + 1]));
  const numberOf = (entry: CodeEntry) => numbers.get(codeKey(entry)) ?? null;
  if (query.trim() !== "") {
    return searchCodes(entries, query, language).map((match) => ({ ...match, number: null }));
  }
  const first = recent.flatMap((key) => entryOf(entries, codeKey(key)) ?? []).filter((entry) => !entry.retired);
  const others = entries.filter((entry) => !entry.retired && numberOf(entry) === null);
  return [...first, ...others].map((entry) => ({ entry, hits: [], number: numberOf(entry) }));
}

/** A name with the letters that were found marked. */
function Marked({ text, hits }: { text: string; hits: ReadonlyArray<Span> }) {
  const parts: Array<ReactNode> = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** The picker as a combobox: the focus stays in the search field, arrows move along the codes. */
export function CodePicker({ entries, recent, present, under, onChoose, onClose }: CodePickerProps) {
  const words = useMessages(coding);
  const names = useMessages(common);
  const language = useLanguage();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => rowsFor(entries, recent, query, language), [entries, recent, query, language]);
  const active = rows[Math.min(at, rows.length - 1)];
  const optionId = (entry: CodeEntry) => `${id}-${entry.theme}-${entry.code}`;
  const isPresent = (entry: CodeEntry) => present.includes(codeKey(entry));

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: "nearest" });
  }, []);

  const activeId = active ? optionId(active.entry) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest" });
  }, [activeId]);

  function choose(row: Row | undefined): void {
    if (row && !isPresent(row.entry)) onChoose(row.entry);
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const last = rows.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? Math.max(0, last) : at - 1,
      PageDown: Math.min(last, at + 5),
      PageUp: Math.max(0, at - 5),
    };
    const target = moves[event.key];
    if (event.nativeEvent.isComposing) return;
    if (target !== undefined) setAt(Math.max(0, target));
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") onClose(true);
    else if (/^[1-9]$/u.test(event.key) && query === "") choose(rows.find((row) => row.number === Number(event.key)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) onClose(false);
  }

  const place = under
    ? ({
        "--picker-top": `${under.top + under.height + 14}px`,
        "--picker-arrow": `${under.left + Math.min(60, under.width / 2)}px`,
      } as CSSProperties)
    : undefined;

  return (
    <dialog open ref={box} className="picker" aria-label={words.picker} style={place} onBlur={left}>
      <div className="picker-find">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          aria-label={words.searchCode}
          placeholder={words.searchHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <button type="button" className="iconbtn" aria-label={words.close} onClick={() => onClose(true)}>
          <Icon name="x" />
        </button>
      </div>
      {rows.length === 0 ? <p className="picker-none">{words.noCode}</p> : null}
      <div
        className="picker-codes"
        id={`${id}-list`}
        role="listbox"
        aria-label={words.codes}
        hidden={rows.length === 0}
      >
        {rows.map((row, index) => {
          const { entry } = row;
          const selected = row === active;
          const own = optionId(entry);
          return (
            <div
              key={own}
              id={own}
              role="option"
              tabIndex={-1}
              className="picker-code"
              aria-selected={selected}
              aria-disabled={isPresent(entry) || undefined}
              aria-labelledby={`${own}-name`}
              aria-describedby={selected ? `${own}-more` : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => choose(row)}
              onKeyDown={(event) => event.key === "Enter" && choose(row)}
            >
              <ThemeSign theme={entry.theme} size={36} />
              <div id={`${own}-name`}>
                <b>
                  <Marked text={entry.name[language]} hits={row.hits} />
                </b>
                <span className="vh">, {names.themes[entry.theme]}</span>
                {isPresent(entry) ? <span className="picker-there"> {words.alreadyThere}</span> : null}
                {entry.sensitive ? <span className="picker-sensitive"> {words.sensitive}</span> : null}
              </div>
              {selected && !isPresent(entry) ? <kbd>Enter</kbd> : row.number ? <kbd>{row.number}</kbd> : null}
              <div className="picker-more" id={`${own}-more`}>
                <small>{entry.definition[language]}</small>
                {selected ? (
                  <dl>
                    <dt>{words.use}</dt>
                    <dd>{entry.use[language]}</dd>
                    <dt>{words.notUse}</dt>
                    <dd>{entry.notUse[language]}</dd>
                  </dl>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
      <p className="vh" role="status">
        {query.trim() === "" ? "" : rows.length === 0 ? words.noCode : words.found(rows.length)}
      </p>
      <p className="picker-keys" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {words.keyChoose}
        </span>
        <span>
          <kbd>Enter</kbd> {words.keySet}
        </span>
        {recent.length > 0 ? (
          <span>
            <kbd>1</kbd>–<kbd>9</kbd> {words.keyRecent}
          </span>
        ) : null}
        <span>
          <kbd>Esc</kbd> {words.keyBack}
        </span>
      </p>
    </dialog>
  );
}

/** The codes in a native list, by theme: for the forms that work without script. */
export function CodeSelect({
  entries,
  name,
  label,
  id,
  defaultValue = "",
}: {
  entries: ReadonlyArray<CodeEntry>;
  name: string;
  label: string;
  id: string;
  defaultValue?: string;
}) {
  const words = useMessages(coding);
  const names = useMessages(common);
  const language = useLanguage();
  const ofTheme = (theme: ThemeId) => entries.filter((entry) => entry.theme === theme && !entry.retired);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={defaultValue} required>
        <option value="">{words.pickCode}</option>
        {themeIds.map((theme) => (
          <optgroup key={theme} label={names.themes[theme]}>
            {ofTheme(theme).map((entry) => (
              <option key={entry.code} value={codeKey(entry)}>
                {entry.name[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
