/** Every revision of one answer, newest first: what it said, who wrote it and when. */
import { Link } from "react-router";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { AnswerState, AnswerValue } from "#app/domain/answer.ts";
import type { AskedQuestion } from "#app/domain/asked.ts";
import { showMoment } from "#app/domain/dates.ts";
import type { Language } from "#app/domain/languages.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ShownAnswer } from "./shown-answer.tsx";
import "#app/styles/interview.css";

export type Revision = {
  state: AnswerState;
  value: AnswerValue;
  note: string;
  sequence: number;
  at: string;
  by: string | null;
  conflict: boolean;
};

type Props = {
  interviewId: string;
  spoken: Language;
  question: AskedQuestion;
  revisions: Array<Revision>;
  /** The sequence of the revision that stands now; null when there is none. */
  current: number | null;
};

export function AnswerHistory({ interviewId, spoken, question, revisions, current }: Props) {
  const text = useMessages(interviewTexts);
  const language = useLanguage();
  return (
    <>
      <PageHead title={text.historyTitle} intro={<span lang={spoken}>{question.text[spoken]}</span>} />
      {revisions.length === 0 && <p>{text.historyEmpty}</p>}
      <ol className="history">
        {revisions.map((revision) => (
          <li key={revision.sequence}>
            <p className="history-when">
              {text.by(revision.by ?? text.unknownPerson, showMoment(revision.at, language))}
              {revision.sequence === current && <b>{text.current}</b>}
              {revision.conflict && <b>{text.otherDevice}</b>}
            </p>
            <ShownAnswer question={question} held={revision} spoken={spoken} />
          </li>
        ))}
      </ol>
      <p>
        <Link to={`/interviews/${interviewId}?q=${question.id}`}>{text.backToInterview}</Link>
      </p>
    </>
  );
}
