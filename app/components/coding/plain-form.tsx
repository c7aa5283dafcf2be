/** Coding without script: the first and the last sentence of the passage from a list, and a code. */
import { useId } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { CodeEntry } from "#app/domain/code-search.ts";
import { sentences } from "#app/domain/segments.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import { CodeSelect } from "./code-picker.tsx";
import type { FormKit } from "./form-kit.ts";

/** A plain form; sentences are sent by their number, counted from 0. */
export function PlainForm({
  text,
  lang,
  entries,
  kit,
}: {
  text: string;
  lang: string;
  entries: ReadonlyArray<CodeEntry>;
  kit: FormKit;
}) {
  const words = useMessages(coding);
  const id = useId();
  const all = sentences(text);
  return (
    <form method="post" action={kit.action} className="plain-form">
      <h3>{words.plainTitle}</h3>
      <p className="soft">{words.plainIntro}</p>
      <input type="hidden" name="intent" value="code-sentences" />
      <input type="hidden" name="field" value={kit.field} />
      <input type="hidden" name="sequence" value={kit.sequence} />
      {(["from", "to"] as const).map((name) => (
        <fieldset key={name}>
          <legend>{name === "from" ? words.fromSentence : words.toSentence}</legend>
          {all.map(({ start, end }, index) => (
            <label key={start} className="menu-check">
              <input type="radio" name={name} value={index} required defaultChecked={index === 0} />
              <span className="stem" lang={lang}>
                {text.slice(start, end)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <CodeSelect id={`${id}-code`} name="key" label={words.code} entries={entries} />
      <Button kind="primary">{words.setCode}</Button>
    </form>
  );
}
