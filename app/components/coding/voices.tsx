/** What others told about the same subject and the same youth, beside the answer that is being coded. */
import { Link } from "react-router";
import { PerspectiveSign } from "#app/components/ui/signs.tsx";
import { coding } from "#app/messages/coding.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { CodedText } from "./coded-text.tsx";
import { numbered, type Voice } from "./shapes.ts";

/** Each voice with its perspective, question and words, and a way to code it. */
export function Voices({ voices }: { voices: ReadonlyArray<Voice> }) {
  const words = useMessages(coding);
  const language = useLanguage();
  if (voices.length === 0) return <p className="soft voices-none">{words.noVoices}</p>;
  return (
    <ul className="voices">
      {voices.map((voice) => (
        <li key={voice.to}>
          <PerspectiveSign perspective={voice.perspective} withName size={16} />
          <p className="hint">{voice.question[language]}</p>
          {voice.text === "" ? null : (
            <CodedText
              text={voice.text}
              lang="nl"
              passages={numbered(voice.text, voice.marks)}
              chips={false}
              margin={false}
            />
          )}
          {voice.note === "" ? null : (
            <p className="small soft">
              {words.note}: {voice.note}
            </p>
          )}
          <p className="small">
            <span className="soft">{words.passageCount(voice.passages)}.</span>{" "}
            <Link to={voice.to}>{words.codeThis}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
