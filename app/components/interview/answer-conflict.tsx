/** Texts that two devices saved for one answer, side by side: keep one, or join them into one. */
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { TextArea } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { AnswerState, AnswerValue } from "#app/domain/answer.ts";
import type { AskedQuestion } from "#app/domain/asked.ts";
import { showMoment } from "#app/domain/dates.ts";
import type { Language } from "#app/domain/languages.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ShownAnswer } from "./shown-answer.tsx";
import "#app/styles/interview.css";

type Version = { state: AnswerState; value: AnswerValue; note: string; sequence: number; at: string };
type Props = {
  interviewId: string;
  spoken: Language;
  question: AskedQuestion;
  conflict: { current: Version; others: Array<Version & { by: string | null }> } | null;
  opId: string;
};

export function AnswerConflict({ interviewId, spoken, question, conflict, opId }: Props) {
  const text = useMessages(interviewTexts);
  const language = useLanguage();
  const back = <Link to={`/interviews/${interviewId}?q=${question.id}`}>{text.backToInterview}</Link>;
  if (!conflict)
    return (
      <EmptyState title={text.noConflict} action={back}>
        {null}
      </EmptyState>
    );
  const versions = [
    { ...conflict.current, head: text.thisText },
    ...conflict.others.map((other) => ({ ...other, head: text.otherText })),
  ];
  const joinable = question.type === "long-text" || question.type === "short-text";
  const joined = new Set(versions.map((version) => version.value).filter((value) => typeof value === "string"));
  const notes = new Set(versions.map((version) => version.note));
  return (
    <>
      <PageHead
        title={text.conflictHead}
        intro={text.conflictIntro}
        kicker={<span lang={spoken}>{question.text[spoken]}</span>}
      />
      <Form method="post">
        <input type="hidden" name="opId" value={opId} />
        <input type="hidden" name="baseSequence" value={conflict.current.sequence} />
        <input type="hidden" name="resolves" value={Math.max(...versions.map((version) => version.sequence))} />
        <input type="hidden" name="state" value="answered" />
        <div className="conflict">
          {versions.map((version) => (
            <section key={version.sequence} aria-labelledby={`version-${version.sequence}`}>
              <h2 id={`version-${version.sequence}`}>{version.head}</h2>
              <p className="history-when">{showMoment(version.at, language)}</p>
              <ShownAnswer question={question} held={version} spoken={spoken} />
              <Button
                kind="secondary"
                name="keep"
                value={String(version.sequence)}
                aria-describedby={`version-${version.sequence}`}
              >
                {text.keep}
              </Button>
            </section>
          ))}
        </div>
        {joinable && (
          <div className="conflict-joined">
            <TextArea label={text.joined} name="value" serif rows={8} defaultValue={[...joined].join("\n\n")} />
            {notes.size > 1 && (
              <TextArea
                label={text.noteOf}
                name="note"
                rows={3}
                defaultValue={[...notes].filter((note) => note !== "").join("\n\n")}
              />
            )}
            <p>
              <Button kind="primary" name="keep" value="joined">
                {text.saveJoined}
              </Button>
            </p>
          </div>
        )}
      </Form>
      <p>{back}</p>
    </>
  );
}
