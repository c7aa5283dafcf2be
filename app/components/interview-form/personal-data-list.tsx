/** What in a text may tell who somebody is, with a replacement at one tap. Loaded apart: most answers never need it. */
import { useDeferredValue } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { Language } from "#app/domain/languages.ts";
import { personalData } from "#app/domain/personal-data.ts";
import { useMessages } from "#app/messages/messages.ts";
import { personalDataTexts, replacements } from "#app/messages/personal-data.ts";

export type PersonalDataProps = {
  text: string;
  /** The language of the interview, in which replacements are written. */
  spoken: Language;
  onReplace(text: string): void;
};

/** At most so many places at a time; the next ones come when these are dealt with. */
const most = 4;

export function PersonalDataList({ text, spoken, onReplace }: PersonalDataProps) {
  const words = useMessages(personalDataTexts);
  const read = useDeferredValue(text);
  const matches = personalData(read);
  if (matches.length === 0) return null;
  return (
    <Notice kind="mind" level={3} live title={words.title} className="personal-data">
      <p className="hint">{words.hint}</p>
      <ul>
        {matches.slice(0, most).map(({ kind, start, end }) => (
          <li key={`${start} ${end}`}>
            <p>
              {words.looksLike[kind]}: <q>{read.slice(start, end)}</q>
            </p>
            <div className="row">
              {replacements[spoken][kind].map((by) => (
                <Button
                  key={by}
                  type="button"
                  kind="secondary"
                  size="slim"
                  disabled={read !== text}
                  onClick={() => onReplace(text.slice(0, start) + by + text.slice(end))}
                >
                  {words.replace(by)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {matches.length > most && <p className="hint">{words.more(matches.length - most)}</p>}
    </Notice>
  );
}
