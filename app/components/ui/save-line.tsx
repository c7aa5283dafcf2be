/** The line that says honestly whether one's words are kept; a polite live region without a spinner. */
import { showTime } from "#app/domain/dates.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { Icon, type IconName } from "./icon.tsx";

export type SaveState = "idle" | "saving" | "saved" | "not-saved" | "on-device";

const icons: Record<Exclude<SaveState, "idle">, IconName> = {
  saving: "save",
  saved: "check",
  "not-saved": "warning",
  "on-device": "cloud-off",
};

/** `at` is the UTC time (ISO 8601) of the last save; `reason` a sentence that says why saving does not work. */
export function SaveLine({ state, at, reason }: { state: SaveState; at?: string; reason?: string }) {
  const words = useMessages(common).saveLine;
  const language = useLanguage();
  const text = {
    idle: at ? words.savedAt(showTime(at, language)) : "",
    saving: words.saving,
    saved: at ? words.savedAt(showTime(at, language)) : words.saved,
    "not-saved": reason ? `${words.notSaved} ${reason}` : words.notSaved,
    "on-device": words.onDevice,
  }[state];
  const shown = state === "idle" && text ? "saved" : state;
  return (
    <p className={`saved ${shown}`} role="status">
      {shown !== "idle" && <Icon name={icons[shown]} />}
      <span>{text}</span>
    </p>
  );
}
