/** Every way to choose a passage as one table: what it does to the span and which keys do it. Buttons, keys and the help read it. */
import { extendBySentence, extendByWord, moveEdge, nextSentence, type Span } from "#app/domain/segments.ts";

/** A key with what is held down. `single` keys are one character without Ctrl, Alt or Cmd: these can be switched off (WCAG 2.1.4). */
export type KeyPress = { key: string; shift?: boolean; alt?: boolean; ctrl?: boolean };

export const markingCommands = [
  "next-sentence",
  "previous-sentence",
  "add-sentence",
  "end-word-on",
  "end-word-back",
  "start-word-back",
  "start-word-on",
  "end-letter-on",
  "end-letter-back",
  "start-letter-back",
  "start-letter-on",
] as const;
export type MarkingCommand = (typeof markingCommands)[number];

type Marking = { keys: ReadonlyArray<KeyPress>; apply(text: string, span: Span | null): Span | null };

function onSpan(change: (text: string, span: Span) => Span): Marking["apply"] {
  return (text, span) => (span ? change(text, span) : nextSentence(text, null));
}

const markings: Record<MarkingCommand, Marking> = {
  "next-sentence": {
    keys: [{ key: "z" }, { key: "s" }],
    apply: (text, span) => nextSentence(text, span) ?? span,
  },
  "previous-sentence": {
    keys: [
      { key: "z", shift: true },
      { key: "s", shift: true },
    ],
    apply: (text, span) => nextSentence(text, span, -1) ?? span,
  },
  "add-sentence": { keys: [{ key: "ArrowDown", shift: true }], apply: onSpan(extendBySentence) },
  "end-word-on": {
    keys: [{ key: "ArrowRight", shift: true }, { key: "]" }],
    apply: onSpan((text, span) => extendByWord(text, span)),
  },
  "end-word-back": {
    keys: [{ key: "ArrowLeft", shift: true }, { key: "}" }],
    apply: onSpan((text, span) => extendByWord(text, span, -1)),
  },
  "start-word-back": {
    keys: [{ key: "ArrowLeft", alt: true }, { key: "[" }],
    apply: onSpan((text, span) => moveEdge(text, span, "start", "word", -1)),
  },
  "start-word-on": {
    keys: [{ key: "ArrowRight", alt: true }, { key: "{" }],
    apply: onSpan((text, span) => moveEdge(text, span, "start", "word", 1)),
  },
  "end-letter-on": {
    keys: [{ key: "ArrowRight", shift: true, ctrl: true }],
    apply: onSpan((text, span) => moveEdge(text, span, "end", "grapheme", 1)),
  },
  "end-letter-back": {
    keys: [{ key: "ArrowLeft", shift: true, ctrl: true }],
    apply: onSpan((text, span) => moveEdge(text, span, "end", "grapheme", -1)),
  },
  "start-letter-back": {
    keys: [{ key: "ArrowLeft", shift: true, alt: true }],
    apply: onSpan((text, span) => moveEdge(text, span, "start", "grapheme", -1)),
  },
  "start-letter-on": {
    keys: [{ key: "ArrowRight", shift: true, alt: true }],
    apply: onSpan((text, span) => moveEdge(text, span, "start", "grapheme", 1)),
  },
};

/** The span after a command; the same span when there is no room, null only in a text without a sentence. */
export function marked(command: MarkingCommand, text: string, span: Span | null): Span | null {
  return markings[command].apply(text, span);
}

/** The keys of a command, the first being the one to teach. */
export function keysOf(command: MarkingCommand): ReadonlyArray<KeyPress> {
  return markings[command].keys;
}

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">;

/** Whether a key is one character: those and only those can be switched off. */
export function isSingle(press: KeyPress): boolean {
  return press.key.length === 1 && !press.ctrl && !press.alt;
}

/** Whether what was pressed is this key. Brackets need whatever the keyboard needs for them; Cmd counts as Ctrl. */
export function isPress(pressed: Pressed, press: KeyPress): boolean {
  const letter = /^[a-z]$/u.test(press.key);
  const key = letter ? pressed.key.toLowerCase() : pressed.key;
  if (key !== press.key) return false;
  const shiftMatters = letter || press.key.length > 1;
  if (shiftMatters && pressed.shiftKey !== (press.shift ?? false)) return false;
  if ((pressed.ctrlKey || pressed.metaKey) !== (press.ctrl ?? false)) return false;
  return pressed.altKey === (press.alt ?? false);
}

/**
 * The command of a key, or null. Keys of one character count only when `singles`; the arrows only when a passage is chosen, so that
 * without one they keep what the browser does with them.
 */
export function commandOf(
  pressed: Pressed,
  { singles, span }: { singles: boolean; span: Span | null },
): MarkingCommand | null {
  for (const command of markingCommands) {
    for (const press of markings[command].keys) {
      const allowed = isSingle(press) ? singles : span !== null;
      if (allowed && isPress(pressed, press)) return command;
    }
  }
  return null;
}
