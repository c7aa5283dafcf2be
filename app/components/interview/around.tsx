/** An interview outside its questions: before the start, in a pause, and closed without answers. */
import { Form, Link } from "react-router";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { NextStep } from "#app/components/ui/next-step.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { showDay, showMoment } from "#app/domain/dates.ts";
import type { Perspective } from "#app/domain/guide.ts";
import { type Channel, channels, type InterviewState } from "#app/domain/interview.ts";
import { type Language, languages } from "#app/domain/languages.ts";
import { type ProblemCode, problemSentence } from "#app/domain/problem.ts";
import { board } from "#app/messages/board.ts";
import { common } from "#app/messages/common.ts";
import { families as familyTexts } from "#app/messages/families.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import "#app/styles/interview.css";

type About = {
  interview: {
    id: string;
    state: InterviewState;
    reason: string | null;
    perspective: Perspective;
    conductedOn: string;
    channel: Channel;
    language: Language;
    interviewerName: string | null;
  };
  label: string;
  regionId: string;
};

/** Ready to start: what is agreed, the guide to read again, and what has to come first. */
export function PlannedInterview({
  interview,
  label,
  guide,
  letter,
  neededFirst,
  waitUntil,
  youthId,
}: About & {
  youthId: string;
  guide: { id: string; version: string; title: string; minutes: number };
  /** The letter that the speaker reads first, when one is published. */
  letter: { perspective: Perspective; version: string } | null;
  neededFirst: ProblemCode | null;
  /** The day (`YYYY-MM-DD`) until which one better waits, when the work with the family has only just begun. */
  waitUntil: string | null;
}) {
  const text = useMessages(interviewTexts);
  const plans = useMessages(board).plan;
  const words = useMessages(common);
  const language = useLanguage();
  const facts = [
    { term: text.when, words: showDay(interview.conductedOn, language) },
    { term: text.how, words: words.channels[interview.channel] },
    { term: text.language, words: words.languages[interview.language] },
    { term: text.who, words: interview.interviewerName ?? "" },
  ];
  return (
    <>
      <PageHead
        title={text.plannedTitle}
        kicker={`${text.with[interview.perspective]}. ${text.about(label)}.`}
        intro={text.plannedIntro}
      />
      {waitUntil && <Notice kind="mind">{plans.early(showDay(waitUntil, language))}</Notice>}
      {neededFirst ? (
        <Notice
          kind="mind"
          action={
            <Link className="btn secondary slim" to={`/youths/${youthId}`}>
              {text.toYouth(label)}
            </Link>
          }
        >
          {problemSentence(neededFirst, language)}
        </Notice>
      ) : (
        <NextStep title={guide.title} reason={`${text.guide(guide.version)}. ${text.aboutMinutes(guide.minutes)}.`}>
          <Form method="post" action={`/interviews/${interview.id}/status`}>
            <Button kind="sunny" name="move" value="start">
              {text.start}
            </Button>
          </Form>
        </NextStep>
      )}
      <dl className="interview-facts">
        {facts
          .filter((fact) => fact.words !== "")
          .map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.words}</dd>
            </div>
          ))}
      </dl>
      <p className="interview-links">
        {letter && (
          <Link to={`/consent-texts/${letter.perspective}/${letter.version}?language=${interview.language}`}>
            {text.printLetter}
          </Link>
        )}
        <Link to={`/guides/${guide.id}/${guide.version}`}>{text.readGuide}</Link>
        <Link to={`/guides/${guide.id}/${guide.version}/print`}>{text.printGuide}</Link>
        <Link to={`/interviews/${interview.id}/stop`}>{text.discard}</Link>
      </p>
      <HowHeld interview={interview} />
    </>
  );
}

function HowHeld({ interview }: Pick<About, "interview">) {
  const text = useMessages(interviewTexts);
  const words = useMessages(common);
  return (
    <details className="interview-how">
      <summary>
        {text.howHeld}
        <Icon name="chevron-down" className="turn" />
      </summary>
      <Form method="post" action={`/interviews/${interview.id}`} className="form">
        <TextField label={text.when} name="conductedOn" type="date" required defaultValue={interview.conductedOn} />
        <ChoiceGroup
          legend={text.how}
          name="channel"
          type="radio"
          options={channels.map((value) => ({ value, label: words.channels[value] }))}
          defaultValue={interview.channel}
        />
        <ChoiceGroup
          legend={text.language}
          name="language"
          type="radio"
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
          defaultValue={interview.language}
        />
        <p>
          <Button kind="secondary" name="intent" value="how-held">
            {text.saveHowHeld}
          </Button>
        </p>
      </Form>
    </details>
  );
}

/** In a pause, or stopped: nothing is lost, and one button to go on. */
export function PausedInterview({ interview, label, regionId }: About) {
  const text = useMessages(interviewTexts);
  const families = useMessages(familyTexts);
  const stopped = interview.state === "stopped";
  return (
    <>
      <PageHead
        title={stopped ? text.stoppedTitle : text.pausedTitle}
        kicker={`${text.with[interview.perspective]}. ${text.about(label)}.`}
        intro={stopped ? text.stoppedText : text.pausedText}
      />
      <Form method="post" action={`/interviews/${interview.id}/status`}>
        <Button kind="primary" size="big" name="move" value="resume">
          {text.resume}
        </Button>
      </Form>
      <p className="interview-links">
        <Link to={`/interviews/${interview.id}/read-back`}>{text.toReadBack}</Link>
        <Link to={`/interviews/${interview.id}/stop`}>{text.stop}</Link>
        <Link to={`/interviews/${interview.id}/withdraw`}>{families.withdraw.link}</Link>
        <Link to={`/regions/${regionId}`}>{text.backToBoard}</Link>
      </p>
    </>
  );
}

/** A refusal is a complete answer; a discarded interview says why; of a withdrawn or expired one nothing that was told is left. */
export function ClosedInterview({
  interview,
  label,
  regionId,
  erased,
  mayApprove,
}: About & { erased: { at: string } | null; mayApprove: boolean }) {
  const text = useMessages(interviewTexts);
  const families = useMessages(familyTexts);
  const language = useLanguage();
  const here = `/interviews/${interview.id}`;
  const closed = interview.state === "expired" ? families.expired : families.closed;
  const said = erased
    ? { title: closed.title, intro: closed.text(showMoment(erased.at, language)) }
    : interview.state === "refused"
      ? { title: text.refusedTitle, intro: text.refusedText }
      : { title: text.discardedTitle, intro: text.discardedText(interview.reason ?? "") };
  return (
    <>
      <PageHead {...said} kicker={`${text.with[interview.perspective]}. ${text.about(label)}.`} />
      {erased && (
        <p className="interview-links">
          {interview.state === "withdrawn" && <Link to={`${here}/receipt`}>{families.closed.receipt}</Link>}
          {mayApprove && <Link to="/admin/erasures">{families.closed.list}</Link>}
        </p>
      )}
      {(interview.state === "discarded" || interview.state === "expired") && (
        <p className="interview-links">
          <Link to={`${here}/withdraw`}>{families.withdraw.link}</Link>
        </p>
      )}
      <p>
        <ButtonLink kind="primary" arrow={false} to={`/regions/${regionId}`}>
          {text.backToBoard}
        </ButtonLink>
      </p>
    </>
  );
}
