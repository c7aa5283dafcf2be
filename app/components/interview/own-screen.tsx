/** The interviewer's own screen: left where we are, in the middle what is said and heard, right what only the interviewer sees. */
import { type FormEvent, useEffect, useRef } from "react";
import { Form, Link, useNavigate } from "react-router";
import { AnswerValue } from "#app/components/interview-form/answer-value.tsx";
import { FoundHint, PersonalData } from "#app/components/interview-form/personal-data.tsx";
import { LeavingDialog, SaveNotices, SaveStatusLine } from "#app/components/interview-form/save-status.tsx";
import { savesItself, useAnswerForm } from "#app/components/interview-form/use-answer-form.ts";
import { Brand } from "#app/components/ui/brand.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { PerspectiveSign, ThemeSign } from "#app/components/ui/signs.tsx";
import { Speech } from "#app/components/ui/speech.tsx";
import { type AnswerState, answerStates, isSettled } from "#app/domain/answer.ts";
import type { AskedQuestion, RawAnswer } from "#app/domain/asked.ts";
import type { Perspective, ThemeId } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import type { PersonalFinding } from "#app/domain/personal-data.ts";
import { common } from "#app/messages/common.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useMessages } from "#app/messages/messages.ts";
import { type Step, StepFold, StepRail } from "./step-rail.tsx";
import "#app/styles/interview.css";

export type Held = {
  state: AnswerState;
  value: RawAnswer["value"] | number | null;
  sequence: number;
  at: string;
  conflict: boolean;
};

export type OwnScreenProps = {
  interview: { id: string; state: InterviewState; perspective: Perspective; language: Language };
  label: string;
  question: AskedQuestion;
  held: Held | null;
  note: string;
  step: {
    number: number;
    of: number;
    title: string;
    goal: string;
    script: string | null;
    opens: boolean;
    minutes: number;
  };
  steps: Array<Step>;
  theme: ThemeId | null;
  probes: Array<string>;
  tip: string | null;
  told: Array<string>;
  /** What the server found in this answer as it is held. */
  found: Array<PersonalFinding>;
  /** What it found in the answer that a form without JavaScript saved before this page. */
  justSaved: { questionId: string; found: Array<PersonalFinding> } | null;
  previous: string | null;
  next: string | null;
  opId: string;
  /** What a form without JavaScript had sent and could not save. */
  sent: {
    submitted: RawAnswer;
    problem: string;
    fields: Array<{ path: string; code: string }>;
    ids: Array<string>;
  } | null;
};

function Probes({ probes }: { probes: Array<string> }) {
  const text = useMessages(interviewTexts);
  if (probes.length === 0) return null;
  return (
    <div className="talk-probes">
      <h3>
        <Icon name="probe" />
        {text.probes}
      </h3>
      <ul>
        {probes.map((probe) => (
          <li key={probe}>{probe}</li>
        ))}
      </ul>
    </div>
  );
}

function Tip({ tip }: { tip: string | null }) {
  const text = useMessages(interviewTexts);
  if (tip === null) return null;
  return (
    <div className="talk-tip">
      <h3>
        <Icon name="tip" />
        {text.tip}
      </h3>
      <p>{tip}</p>
    </div>
  );
}

function Script({ step }: Pick<OwnScreenProps, "step">) {
  const text = useMessages(interviewTexts);
  if (step.script === null) return null;
  if (!step.opens) {
    return (
      <details className="talk-script-fold">
        <summary>
          <Icon name="script" />
          {text.scriptFold}
        </summary>
        <p>{step.script}</p>
      </details>
    );
  }
  return (
    <div className="talk-script">
      <Icon name="script" />
      <p>
        <b>{text.toSay}</b> {step.script}
      </p>
    </div>
  );
}

/** Bar with who speaks, the save line, the two views, pause and stop. */
function TalkBar({
  interview,
  label,
  question,
  children,
}: Pick<OwnScreenProps, "interview" | "label" | "question"> & { children: React.ReactNode }) {
  const text = useMessages(interviewTexts);
  return (
    <header className="talkbar">
      <Brand withName={false} />
      <div className="talkbar-who">
        <h1>
          <PerspectiveSign perspective={interview.perspective} />
          {text.with[interview.perspective]}
        </h1>
        <div className="talkbar-sub">
          <span>{text.about(label)}.</span>
          {children}
        </div>
      </div>
      <nav className="talkbar-switch" aria-label={text.view}>
        <Link to={`/interviews/${interview.id}?q=${question.id}`} aria-current="page">
          <Icon name="notebook" />
          {text.own}
        </Link>
        <Link to={`/interviews/${interview.id}/together?q=${question.id}`}>
          <Icon name="users" />
          {text.together}
        </Link>
      </nav>
      <Form method="post" action={`/interviews/${interview.id}/status`} className="talkbar-pause">
        <Button kind="plain" size="slim" icon="pause" name="move" value="pause">
          {text.pause}
        </Button>
        <Link className="btn plain slim" to={`/interviews/${interview.id}/stop`}>
          <Icon name="stop" />
          {text.stop}
        </Link>
      </Form>
    </header>
  );
}

/** The steps with this question dealt with or not, as it was just saved; the page itself is as old as the question on it. */
function stepsAsSaved(steps: Array<Step>, questionId: string, settled: boolean): Array<Step> {
  return steps.map((step) => ({
    ...step,
    questions: step.questions.map((one) => (one.id === questionId ? { ...one, settled } : one)),
  }));
}

/** One question at a time. Give it a `key` with the interview and the question. */
export function OwnScreen(props: OwnScreenProps) {
  const { interview, question, held, note, step, sent, next, previous, theme } = props;
  const text = useMessages(interviewTexts);
  const words = useMessages(common);
  const navigate = useNavigate();
  const formElement = useRef<HTMLFormElement>(null);
  const answer = useAnswerForm({
    interviewId: interview.id,
    question,
    held,
    note,
    found: props.found,
    submitted: sent?.submitted,
  });
  const { form, status, findings } = answer;
  const { state, value, note: noted = "" } = form.watch();
  const isText = question.type === "long-text" || question.type === "short-text";
  const steps =
    status.kind === "saved"
      ? stepsAsSaved(props.steps, question.id, isSettled({ state: state as AnswerState, value, note: "" }))
      : props.steps;
  const here = `/interviews/${interview.id}`;
  const valueFault = form.formState.errors.value?.message ?? sent?.fields.find((fault) => fault.path === "value")?.code;
  const automatic = savesItself(question);

  async function goOn(event: FormEvent<HTMLFormElement>): Promise<void> {
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const emptyList = question.consentScope === "list" && held === null && submitter?.value === "next";
    if (!automatic || emptyList) return;
    event.preventDefault();
    if (!(await answer.flush())) return;
    navigate(submitter?.value === "previous" ? `${here}?before=${question.id}` : `${here}?after=${question.id}`);
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const press = (name: string) =>
        formElement.current?.querySelector<HTMLButtonElement>(`button[value=${name}]`)?.click();
      if (event.ctrlKey && event.key === "Enter") press("next");
      else if (event.altKey && event.key === "ArrowLeft") press("previous");
      else if (event.altKey && event.key.toLowerCase() === "p") {
        document.querySelector<HTMLButtonElement>(".talkbar button[value=pause]")?.click();
      } else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div className="talk full">
      <TalkBar {...props}>
        <SaveStatusLine status={status} />
      </TalkBar>
      <StepFold interviewId={interview.id} steps={steps} step={step} current={question.id} />
      <StepRail interviewId={interview.id} steps={steps} step={step} current={question.id} />
      <Form
        ref={formElement}
        method="post"
        action={`${here}?q=${question.id}`}
        id="answer"
        className="talk-ask"
        onSubmit={goOn}
      >
        <input type="hidden" name="questionId" value={question.id} />
        <input type="hidden" name="opId" value={props.opId} />
        <input type="hidden" name="baseSequence" value={held?.sequence ?? 0} />
        {props.justSaved && (
          <FoundHint found={props.justSaved.found} elsewhere={`${here}?q=${props.justSaved.questionId}`} />
        )}
        <Script step={step} />
        {theme && <ThemeSign theme={theme} size={28} withName />}
        <h2 id="asked" className="talk-question" lang={interview.language}>
          {question.text[interview.language]}
        </h2>
        {(props.probes.length > 0 || props.tip !== null) && (
          <details className="talk-help">
            <summary>
              <Icon name="tip" />
              {text.help}
            </summary>
            <Probes probes={props.probes} />
            {props.tip !== null && <p className="talk-tiptext">{props.tip}</p>}
          </details>
        )}
        <div className={state === "answered" ? undefined : "is-set-aside"}>
          <AnswerValue
            question={question}
            control={form.control}
            label={question.type === "long-text" ? text.answerLabel[interview.perspective] : text.choose}
            labelledBy="asked"
            placeholder={text.placeholder[interview.perspective]}
            hint={
              question.consentScope === "participate"
                ? text.participateHint
                : question.consentScope === "list"
                  ? text.scopesHint
                  : isText
                    ? text.noNames
                    : undefined
            }
            fault={typeof valueFault === "string" ? valueFault : undefined}
            spoken={interview.language}
          />
        </div>
        {isText && state === "answered" && (
          <PersonalData
            text={String(value)}
            found={findings.filter(({ field }) => field === "value")}
            spoken={interview.language}
            onReplace={(text) => form.setValue("value", text, { shouldDirty: true })}
          />
        )}
        <SaveNotices
          status={status}
          interviewId={interview.id}
          questionId={question.id}
          onConfirm={() => void answer.confirmHidden()}
          sent={sent ?? undefined}
          refusing={question.consentScope === "participate"}
        />
        {held?.conflict && status.kind !== "conflict" && (
          <SaveNotices
            status={{ kind: "conflict", at: held.at }}
            interviewId={interview.id}
            questionId={question.id}
            onConfirm={() => undefined}
            refusing={false}
          />
        )}
        {question.consentScope === undefined && (
          <ChoiceGroup
            legend={text.stateLegend}
            name="state"
            type="radio"
            options={answerStates.map((value) => ({ value, label: words.answerStates[value] }))}
            value={state}
            onChange={(value) => form.setValue("state", value, { shouldValidate: true })}
          />
        )}
        {held && (
          <p className="talk-history">
            <Link to={`${here}/history/${question.id}`}>
              <Icon name="history" />
              {text.history}
            </Link>
          </p>
        )}
        <div className="gobar">
          {previous && (
            <Button kind="plain" icon="arrow-left" name="intent" value="previous" formNoValidate>
              {text.previous}
            </Button>
          )}
          <Button kind="primary" name="intent" value="next">
            {question.consentScope === "participate" || (question.consentScope && !held)
              ? text.record
              : next
                ? text.next
                : text.toReadBack}
          </Button>
        </div>
      </Form>
      <LeavingDialog leaving={answer.leaving} />
      <section className="talk-aside" aria-label={text.onlyYou}>
        <h2>
          <Icon name="eye-off" />
          {text.onlyYou}
        </h2>
        <Probes probes={props.probes} />
        <Tip tip={props.tip} />
        {question.consentScope === undefined && (
          <div className="talk-note">
            <label htmlFor="note">
              <Icon name="pencil" />
              {text.note}
            </label>
            <textarea
              id="note"
              form="answer"
              rows={4}
              aria-describedby="note-hint"
              defaultValue={sent?.submitted.note ?? note}
              {...form.register("note")}
            />
            <p className="hint" id="note-hint">
              {text.noteHint}
            </p>
            <PersonalData
              text={noted}
              found={findings.filter(({ field }) => field === "note")}
              spoken={interview.language}
              onReplace={(changed) => form.setValue("note", changed, { shouldDirty: true })}
            />
          </div>
        )}
        {props.told.length > 0 && (
          <div>
            <h3>
              <Icon name="history" />
              {text.told}
            </h3>
            {props.told.map((told) => (
              <Speech key={told}>{told}</Speech>
            ))}
          </div>
        )}
        <div>
          <h3>{text.goal}</h3>
          <p className="talk-goal">{step.goal}</p>
        </div>
        <p className="hint talk-keys">{text.keys}</p>
      </section>
    </div>
  );
}
