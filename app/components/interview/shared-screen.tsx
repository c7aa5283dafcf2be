/** The screen one looks at together: one question, large and calm, and nothing that only the interviewer may see. */
import { type FormEvent, useEffect, useState } from "react";
import { Form, Link, useNavigate } from "react-router";
import { AnswerValue } from "#app/components/interview-form/answer-value.tsx";
import { LeavingDialog, SaveNotices, SaveStatusLine } from "#app/components/interview-form/save-status.tsx";
import { savesItself, useAnswerForm } from "#app/components/interview-form/use-answer-form.ts";
import { Brand } from "#app/components/ui/brand.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { FieldScene } from "#app/components/ui/field-scene.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import type { AskedQuestion, RawAnswer } from "#app/domain/asked.ts";
import type { Perspective } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { LanguageProvider, useMessages } from "#app/messages/messages.ts";
import type { Held } from "./own-screen.tsx";
import "#app/styles/together.css";

export type SharedScreenProps = {
  interview: { id: string; state: InterviewState; perspective: Perspective; language: Language };
  question: AskedQuestion;
  held: Held | null;
  previous: string | null;
  next: string | null;
  opId: string;
  sent: {
    submitted: RawAnswer;
    problem: string;
    fields: Array<{ path: string; code: string }>;
    ids: Array<string>;
  } | null;
};

/** Reads the question aloud with the device's own voice; shown only where there is one. */
function ReadAloud({ words, spoken }: { words: string; spoken: Language }) {
  const text = useMessages(interviewTexts);
  const [possible, setPossible] = useState(false);
  useEffect(() => setPossible("speechSynthesis" in window), []);
  if (!possible) return null;
  function read(): void {
    window.speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = spoken === "nl" ? "nl-NL" : "en-GB";
    window.speechSynthesis.speak(utterance);
  }
  return (
    <Button kind="secondary" size="big" icon="volume" type="button" onClick={read}>
      {text.readAloud}
    </Button>
  );
}

function Asked(props: SharedScreenProps) {
  const { interview, question, held, sent, opId } = props;
  const text = useMessages(interviewTexts);
  const navigate = useNavigate();
  const answer = useAnswerForm({ interviewId: interview.id, question, held, submitted: sent?.submitted });
  const { form, status } = answer;
  const here = `/interviews/${interview.id}/together`;
  const sentFault = sent?.fields.find((fault) => fault.path === "value")?.code;
  const valueFault = form.formState.errors.value?.message ?? sentFault;
  const words = question.text[interview.language];

  async function goOn(event: FormEvent<HTMLFormElement>): Promise<void> {
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!savesItself(question) || (question.consentScope && held === null)) return;
    event.preventDefault();
    const isEmpty = form.getValues("value").length === 0;
    if (submitter?.value === "skip" && isEmpty) form.setValue("state", "not-discussed");
    if (!(await answer.flush())) return;
    navigate(submitter?.value === "previous" ? `${here}?before=${question.id}` : `${here}?after=${question.id}`);
  }

  return (
    <Form method="post" action={`${here}?q=${question.id}`} className="together-form" onSubmit={goOn}>
      <input type="hidden" name="questionId" value={question.id} />
      <input type="hidden" name="opId" value={opId} />
      <input type="hidden" name="baseSequence" value={held?.sequence ?? 0} />
      <div className="together-ask">
        <div className="together-question">
          <h1 id="asked">{words}</h1>
          <ReadAloud words={words} spoken={interview.language} />
        </div>
        <AnswerValue
          question={question}
          control={form.control}
          label={text.choose}
          labelledBy="asked"
          fault={typeof valueFault === "string" ? valueFault : undefined}
          spoken={interview.language}
        />
        <SaveNotices
          status={status}
          interviewId={interview.id}
          questionId={question.id}
          onConfirm={() => void answer.confirmHidden()}
          sent={sent ?? undefined}
          refusing={question.consentScope === "participate"}
        />
        <SaveStatusLine status={status} />
      </div>
      <LeavingDialog leaving={answer.leaving} />
      <div className="together-bar">
        <Button
          kind="secondary"
          size="big"
          icon="pause"
          formAction={`/interviews/${interview.id}/status?together=yes`}
          name="move"
          value="pause"
          formNoValidate
        >
          {text.pause}
        </Button>
        <Link className="btn secondary big" to={`/interviews/${interview.id}/stop`}>
          {text.stopShared}
        </Link>
        <span className="together-gap" />
        {props.previous && (
          <Button kind="plain" size="big" name="intent" value="previous" formNoValidate>
            {text.previous}
          </Button>
        )}
        {question.consentScope === undefined && (
          <Button kind="secondary" size="big" name="intent" value="skip" formNoValidate>
            {text.skip}
          </Button>
        )}
        <Button kind="primary" size="big" name="intent" value="next">
          {text.go}
        </Button>
      </div>
    </Form>
  );
}

/** Everything on it is in the language of the interview. Give it a `key` with the interview and the question. */
export function SharedScreen(props: SharedScreenProps) {
  const { interview, question } = props;
  return (
    <LanguageProvider language={interview.language}>
      <div className="together full" lang={interview.language}>
        <FieldScene shape="wide" tone="quiet" />
        <SharedTop interviewId={interview.id} questionId={question.id} />
        <Asked {...props} />
      </div>
    </LanguageProvider>
  );
}

function SharedTop({ interviewId, questionId }: { interviewId: string; questionId: string }) {
  const text = useMessages(interviewTexts);
  return (
    <div className="together-top">
      <Brand to={null} withName={false} />
      <Link className="btn plain slim" to={`/interviews/${interviewId}?q=${questionId}`}>
        <Icon name="lock" />
        {text.own}
      </Link>
    </div>
  );
}

/** The pause of the shared screen: one sentence and one button. */
export function SharedPause({ interviewId, language }: { interviewId: string; language: Language }) {
  return (
    <LanguageProvider language={language}>
      <div className="together full" lang={language}>
        <FieldScene shape="wide" tone="quiet" />
        <PausedWords interviewId={interviewId} />
      </div>
    </LanguageProvider>
  );
}

function PausedWords({ interviewId }: { interviewId: string }) {
  const text = useMessages(interviewTexts);
  return (
    <Form method="post" action={`/interviews/${interviewId}/status?together=yes`} className="together-pause">
      <h1>{text.pausedTitle}</h1>
      <Button kind="primary" size="big" name="move" value="resume">
        {text.resume}
      </Button>
    </Form>
  );
}
