/** Everything that was said, step by step, to read aloud, correct, complete and approve. */
import { Form, Link } from "react-router";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { AnswerState, AnswerValue } from "#app/domain/answer.ts";
import type { AskedQuestion } from "#app/domain/asked.ts";
import { amsterdamDay, showDay } from "#app/domain/dates.ts";
import type { Perspective } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { type ProblemCode, problemSentence } from "#app/domain/problem.ts";
import { families as familyTexts } from "#app/messages/families.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ShownAnswer } from "./shown-answer.tsx";
import "#app/styles/interview.css";

export type ReadItem = {
  question: AskedQuestion;
  held: { state: AnswerState; value: AnswerValue; note: string; conflict: boolean } | null;
  open: boolean;
  telling: boolean;
};
export type ReadStep = { id: string; title: string; items: Array<ReadItem> };

type Props = {
  interview: {
    id: string;
    state: InterviewState;
    perspective: Perspective;
    language: Language;
    approvedAt: string | null;
  };
  label: string;
  regionId: string;
  steps: Array<ReadStep>;
  editable: boolean;
  mayComplete: boolean;
  mayApprove: boolean;
  mayCopy: boolean;
  refused: { problem: ProblemCode; ids: Array<string> } | null;
};

function Item({ item, interview, editable }: { item: ReadItem } & Pick<Props, "interview" | "editable">) {
  const text = useMessages(interviewTexts);
  const { question, held, open, telling } = item;
  const words = question.text[interview.language];
  const here = `/interviews/${interview.id}`;
  return (
    <li id={question.id}>
      <h3 lang={interview.language}>{words}</h3>
      <ShownAnswer question={question} held={held} spoken={interview.language} />
      {open && (
        <p className="read-open">
          <Icon name="flag" />
          {text.open}
        </p>
      )}
      {telling && editable && (
        <p className="read-open">
          <Icon name="eye" />
          {text.telling}
        </p>
      )}
      {held?.conflict && (
        <p className="read-open">
          <Icon name="compare" />
          <Link to={`${here}/conflict/${question.id}`}>{text.conflictTitle}</Link>
        </p>
      )}
      <p className="read-links">
        {editable && (
          <Link to={`${here}?q=${question.id}`} aria-label={text.editAbout(words)}>
            {text.edit}
          </Link>
        )}
        {held && (
          <Link to={`${here}/history/${question.id}`} aria-label={text.historyAbout(words)}>
            {text.history}
          </Link>
        )}
      </p>
    </li>
  );
}

function Heading({ interview, label, mayApprove }: Pick<Props, "interview" | "label" | "mayApprove">) {
  const text = useMessages(interviewTexts);
  const language = useLanguage();
  const kicker = `${text.with[interview.perspective]}. ${text.about(label)}.`;
  if (interview.state === "approved") {
    const day = showDay(amsterdamDay(interview.approvedAt ?? new Date(0).toISOString()), language);
    return <PageHead title={text.approvedTitle} kicker={kicker} intro={text.approvedIntro(day)} />;
  }
  if (interview.state === "completed") {
    return (
      <PageHead
        title={text.completedTitle}
        kicker={kicker}
        intro={mayApprove ? text.approveIntro : text.completedIntro}
      />
    );
  }
  return <PageHead title={text.readBackTitle} kicker={kicker} intro={text.readBackIntro} />;
}

function Refused({
  interview,
  steps,
  refused,
}: Pick<Props, "interview" | "steps"> & { refused: NonNullable<Props["refused"]> }) {
  const text = useMessages(interviewTexts);
  const language = useLanguage();
  const first = refused.ids[0];
  const known = steps.some((step) => step.items.some((item) => item.question.id === first));
  if (refused.problem === "interview-incomplete") {
    return (
      <Notice
        kind="mind"
        live
        title={text.incomplete(refused.ids.length)}
        action={
          first !== undefined && known ? (
            <ButtonLink kind="secondary" size="slim" to={`/interviews/${interview.id}?q=${first}`}>
              {text.firstOpen}
            </ButtonLink>
          ) : undefined
        }
      >
        {text.incompleteHelp}
      </Notice>
    );
  }
  const sentence =
    refused.problem === "invalid-input" ? text.confirmReadBackFault : problemSentence(refused.problem, language);
  return (
    <Notice kind="mind" live>
      {sentence}
    </Notice>
  );
}

export function ReadBack({
  interview,
  label,
  regionId,
  steps,
  editable,
  mayComplete,
  mayApprove,
  mayCopy,
  refused,
}: Props) {
  const text = useMessages(interviewTexts);
  const families = useMessages(familyTexts);
  const openItems = steps.flatMap((step) => step.items).filter((item) => item.open);
  return (
    <>
      <Crumbs items={[{ label: text.backToBoard, to: `/regions/${regionId}` }, { label: label }]} />
      <Heading interview={interview} label={label} mayApprove={mayApprove} />
      {refused && <Refused interview={interview} steps={steps} refused={refused} />}
      {steps.map((step) => (
        <section key={step.id} className="read-step" aria-labelledby={`step-${step.id}`}>
          <h2 id={`step-${step.id}`} lang={interview.language}>
            {step.title}
          </h2>
          <ol>
            {step.items.map((item) => (
              <Item key={item.question.id} item={item} interview={interview} editable={editable} />
            ))}
          </ol>
        </section>
      ))}
      {mayComplete && (
        <Form method="post" className="form read-end">
          {openItems.length > 0 && <p>{text.incomplete(openItems.length)}</p>}
          <label className="choice">
            <input type="checkbox" name="confirmed" value="yes" />
            <span className="face">
              <span>{text.confirmReadBack}</span>
            </span>
          </label>
          <p>
            <Button kind="primary" name="move" value="complete">
              {text.complete}
            </Button>
          </p>
        </Form>
      )}
      {mayApprove && (
        <Form method="post" className="read-end">
          <Button kind="primary" name="move" value="approve" arrow={false} icon="check">
            {text.approve}
          </Button>
        </Form>
      )}
      <div className="interview-links">
        <Link to={`/interviews/${interview.id}/print`}>{text.print}</Link>
        {mayCopy && (
          <a href={`/interviews/${interview.id}/copy`} download>
            {families.copy.link}
          </a>
        )}
        {mayCopy && <Link to={`/interviews/${interview.id}/looks`}>{families.looks.link}</Link>}
        <Link to={`/interviews/${interview.id}/withdraw`}>{families.withdraw.link}</Link>
        {interview.state === "completed" && (
          <Form method="post" action={`/interviews/${interview.id}/status`}>
            <Button kind="plain" size="slim" name="move" value="reopen">
              {text.reopen}
            </Button>
          </Form>
        )}
        {mayComplete && <Link to={`/interviews/${interview.id}`}>{text.backToInterview}</Link>}
      </div>
    </>
  );
}
