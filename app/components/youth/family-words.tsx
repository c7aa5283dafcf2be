/** What a second guardian and the youth say about taking part: where each stands, what was said before, and a form for a new word. */
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import {
  type FamilyVoice,
  type FamilyWord,
  familyVoices,
  type Objection,
  standingWord,
  wordsOf,
} from "#app/domain/consent.ts";
import { showMoment } from "#app/domain/dates.ts";
import { problemSentence } from "#app/domain/problem.ts";
import { faultSentence } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

type Word = { who: FamilyVoice; word: FamilyWord; at: string; by: string | null };

type Props = {
  words: Array<Word>;
  objection: Objection | null;
  /** What could not be recorded, and of whom. */
  refused: { who: string; fields: Array<{ path: string; code: string }> } | null;
};

function Said({ one }: { one: Word }) {
  const text = useMessages(families).words;
  const language = useLanguage();
  return (
    <>
      {text.words[one.word]}
      <span className="soft small">{text.by(showMoment(one.at, language), one.by)}</span>
    </>
  );
}

function Voice({ who, words, refused }: { who: FamilyVoice } & Pick<Props, "words" | "refused">) {
  const text = useMessages(families).words;
  const language = useLanguage();
  const own = words.filter((one) => one.who === who);
  const standing = standingWord(own, who);
  const [fault] = refused?.who === who ? refused.fields : [];
  return (
    <>
      <h3>{text.voices[who]}</h3>
      <p className="stands">{standing ? <Said one={standing} /> : text.none}</p>
      {own.length > 1 && (
        <details className="youth-edit">
          <summary>
            {text.history(own.length)}
            <Icon name="chevron-down" className="turn" />
          </summary>
          <ul>
            {[...own].reverse().map((one) => (
              <li key={`${one.at} ${one.word}`}>
                <Said one={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <details key={own.length} className="youth-edit" open={fault !== undefined}>
        <summary>
          {text.record[who]}
          <Icon name="chevron-down" className="turn" />
        </summary>
        <Form method="post" className="form">
          <input type="hidden" name="who" value={who} />
          <ChoiceGroup
            legend={text.ask[who]}
            hint={text.help[who]}
            name="word"
            type="radio"
            required
            layout="list"
            options={wordsOf[who].map((value) => ({ value, label: text.words[value] }))}
            fault={fault && faultSentence(fault.code, language)}
          />
          <p className="hint">{text.onlyThey}</p>
          <p>
            <Button kind="secondary" size="slim" name="intent" value="word">
              {text.save}
            </Button>
          </p>
        </Form>
      </details>
    </>
  );
}

export function FamilyWords({ words, objection, refused }: Props) {
  const text = useMessages(families).words;
  const language = useLanguage();
  return (
    <section className="family-words" aria-labelledby="family-words">
      <h2 id="family-words">{text.title}</h2>
      {objection && <Notice kind="mind">{problemSentence(objection, language)}</Notice>}
      {familyVoices.map((who) => (
        <Voice key={who} who={who} words={words} refused={refused} />
      ))}
    </section>
  );
}
