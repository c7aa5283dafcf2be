/** The receipt of a withdrawal, on paper: which interview, when, and by when it is erased. It holds nothing of what was said. */
import { Link, redirect } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import { showDay, showMoment } from "#app/domain/dates.ts";
import { erasedBefore } from "#app/domain/erasure.ts";
import { families } from "#app/messages/families.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/interview-receipt";
import "#app/styles/interview.css";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const { interview, youth, region, erased } = await verbs.interviews.file({ interviewId: params.interviewId });
  if (interview.state !== "withdrawn" || !erased) throw redirect(`/interviews/${interview.id}`);
  const { id, perspective, conductedOn } = interview;
  return {
    interview: { id, perspective, conductedOn },
    erased,
    label: youth.label,
    region: region.name,
    practice: region.practice,
    mayCopy: mayIn(actor, "interview.copy", region.id),
    printedAt: new Date().toISOString(),
    title: families[language].receipt.title,
  };
}

export default function ReceiptPage({ loaderData }: Route.ComponentProps) {
  const { interview, erased, label, region, printedAt, mayCopy } = loaderData;
  const { receipt: text, looks } = useMessages(families);
  const words = useMessages(interviewTexts);
  const language = useLanguage();
  const { at, erasedAt } = erased;
  const sentence =
    interview.perspective === "youth"
      ? erasedAt
        ? text.whatIsGoneYouth
        : text.whatWillBeGoneYouth
      : erasedAt
        ? text.whatIsGone
        : text.whatWillBeGone;
  const facts = [
    { term: text.about, words: `${words.with[interview.perspective]} · ${label} · ${region}` },
    { term: text.held, words: showDay(interview.conductedOn, language) },
    { term: text.withdrawn, words: showMoment(at, language) },
    erasedAt
      ? { term: text.erased, words: showMoment(erasedAt, language) }
      : { term: text.erasedBefore, words: showMoment(erasedBefore(at), language) },
  ];
  return (
    <div className="paper receipt">
      <p className="interview-links no-print">
        <Button kind="secondary" icon="printer" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Link to={`/interviews/${interview.id}`}>{text.back}</Link>
        {mayCopy && <Link to={`/interviews/${interview.id}/looks`}>{looks.link}</Link>}
      </p>
      <header>
        <p className="eyebrow">{text.forWhom}</p>
        <h1>{text.title}</h1>
        <p>{sentence}</p>
      </header>
      <dl className="interview-facts">
        {facts.map((fact) => (
          <div key={fact.term}>
            <dt>{fact.term}</dt>
            <dd>{fact.words}</dd>
          </div>
        ))}
      </dl>
      <p>{text.backups}</p>
      <p>{text.printedCopies}</p>
      <p className="soft small">{text.printedOn(showMoment(printedAt, language))}</p>
    </div>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
