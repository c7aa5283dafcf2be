/** Every key of the coding screen in one list, and the switch for those of a single character. */
import type { Ref } from "react";
import { Icon } from "#app/components/ui/icon.tsx";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import { isSingle, type KeyPress, keysOf, markingCommands } from "./marking.ts";
import { switchSingleKeys, useSingleKeys } from "./shortcuts.ts";

/** The keys that are not about choosing a passage, by their name in the messages. */
export const pageKeys = {
  "choose-code": [{ key: "c" }],
  "set-code": [{ key: "Enter" }],
  recent: [{ key: "1" }],
  "set-ends": [{ key: "b" }],
  "let-go": [{ key: "Escape" }],
  undo: [{ key: "z", ctrl: true }],
  redo: [
    { key: "z", ctrl: true, shift: true },
    { key: "y", ctrl: true },
  ],
  "next-answer": [{ key: "j" }],
  "previous-answer": [{ key: "k" }],
  help: [{ key: "?" }],
} satisfies Record<string, ReadonlyArray<KeyPress>>;
export type PageKey = keyof typeof pageKeys;

function KeyCap({ press }: { press: KeyPress }) {
  const { keyNames } = useMessages(coding);
  const held = [press.ctrl && "Ctrl", press.alt && "Alt", press.shift && "Shift"].filter(
    (name) => typeof name === "string",
  );
  const name = press.key === "1" ? "1 – 9" : (keyNames[press.key] ?? press.key.toUpperCase());
  return (
    <span className="key-cap">
      {[...held, name].map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}

function KeyRow({ keys, what, off }: { keys: ReadonlyArray<KeyPress>; what: string; off: boolean }) {
  const words = useMessages(coding);
  return (
    <div className="key-row" data-off={off || undefined}>
      <dt>
        {keys.map((press, index) => (
          <span key={`${press.key}${press.shift}${press.ctrl}${press.alt}`}>
            {index > 0 ? ` ${words.or} ` : null}
            <KeyCap press={press} />
          </span>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}

/** The list folds open; the switch is kept in this browser. */
export function KeyHelp({ detailsRef }: { detailsRef?: Ref<HTMLDetailsElement> }) {
  const words = useMessages(coding);
  const singles = useSingleKeys();
  const allOff = (keys: ReadonlyArray<KeyPress>) => !singles && keys.every(isSingle);
  return (
    <details className="key-help needs-script" ref={detailsRef}>
      <summary>
        <Icon name="keyboard" />
        {words.keys}
        <Icon name="chevron-down" className="turn" />
      </summary>
      <p className="soft">{words.keysIntro}</p>
      <form className="key-switch">
        <label className="menu-check">
          <input
            type="checkbox"
            name="singleKeys"
            checked={singles}
            aria-describedby="single-keys-hint"
            onChange={(event) => switchSingleKeys(event.target.checked)}
          />
          {words.singleKeys}
        </label>
        <p className="hint" id="single-keys-hint">
          {words.singleKeysHint}
        </p>
      </form>
      <dl className="key-list">
        {markingCommands.map((command) => (
          <KeyRow key={command} keys={keysOf(command)} what={words.commands[command]} off={allOff(keysOf(command))} />
        ))}
        {(Object.keys(pageKeys) as Array<PageKey>).map((name) => (
          <KeyRow key={name} keys={pageKeys[name]} what={words.keyRows[name]} off={allOff(pageKeys[name])} />
        ))}
      </dl>
    </details>
  );
}
