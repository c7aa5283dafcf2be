/** What a second guardian and the youth say about taking part: what was recorded, an objection that stands, and a form for a new word. */
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { type FamilyVoice, type FamilyWord, familyVoices, familyWords, type Objection } from "#app/domain/consent.ts";
import { showMoment } from "#app/domain/dates.ts";
import { problemSentence } from "#app/domain/problem.ts";
import { faultSentence } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

type Props = {
  words: Array<{ who: FamilyVoice; word: FamilyWord; at: string; by: string | null }>;
  objection: Objection | null;
  faults: Array<{ path: string; code: string }>;
};

export function FamilyWords({ words, objection, faults }: Props) {
  const text = useMessages(families).words;
  const language = useLanguage();
  const faultOf = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    return fault ? faultSentence(fault.code, language) : undefined;
  };
  return (
    <section className="family-words" aria-labelledby="family-words">
      <h2 id="family-words">{text.title}</h2>
      {objection && <Notice kind="mind">{problemSentence(objection, language)}</Notice>}
      {words.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul>
          {[...words].reverse().map((one) => (
            <li key={`${one.at} ${one.who}`}>
              {text.line(text.voices[one.who], text.said[one.word])}
              <span className="soft small">{text.by(showMoment(one.at, language), one.by)}</span>
            </li>
          ))}
        </ul>
      )}
      <details key={words.length} className="youth-edit" open={faults.length > 0}>
        <summary>
          {text.save}
          <Icon name="chevron-down" className="turn" />
        </summary>
        <Form method="post" className="form">
          <p>{text.intro}</p>
          <ChoiceGroup
            legend={text.who}
            name="who"
            type="radio"
            required
            options={familyVoices.map((value) => ({ value, label: text.voices[value] }))}
            fault={faultOf("who")}
          />
          <ChoiceGroup
            legend={text.word}
            name="word"
            type="radio"
            required
            layout="list"
            options={familyWords.map((value) => ({ value, label: text.words[value] }))}
            fault={faultOf("word")}
          />
          <p className="hint">{text.onlyThey}</p>
          <p>
            <Button kind="secondary" size="slim" name="intent" value="word">
              {text.save}
            </Button>
          </p>
        </Form>
      </details>
    </section>
  );
}
