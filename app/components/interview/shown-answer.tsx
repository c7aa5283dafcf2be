/** An answer to read: the speaker's words in the serif, choices as their labels, and the states apart from each other. */
import { Speech } from "#app/components/ui/speech.tsx";
import type { AnswerState, AnswerValue } from "#app/domain/answer.ts";
import type { AskedQuestion } from "#app/domain/asked.ts";
import type { Language } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useMessages } from "#app/messages/messages.ts";
import { valueInWords } from "#app/messages/value-in-words.ts";

type Held = { state: AnswerState; value: AnswerValue; note?: string };

/** Says "no answer" when there is none. The note follows under a word of its own. */
export function ShownAnswer({
  question,
  held,
  spoken,
}: {
  question: AskedQuestion;
  held: Held | null;
  spoken: Language;
}) {
  const text = useMessages(interviewTexts);
  const words = useMessages(common);
  const said = held ? valueInWords(question, held.value, spoken) : "";
  const none = question.consentScope === "list" && held ? words.none : text.notAnswered;
  return (
    <>
      {held && held.state !== "answered" ? (
        <p className="shown-state">{words.answerStates[held.state]}</p>
      ) : said === "" ? (
        <p className="shown-state">{none}</p>
      ) : (
        <Speech lang={spoken} className="shown-words">
          {said}
        </Speech>
      )}
      {held?.note && (
        <p className="shown-note">
          <b>{text.noteOf}.</b> {held.note}
        </p>
      )}
    </>
  );
}
