/** Taking a consent back: what will happen, and one button. */
import { Form, Link, redirect } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import { mayMove } from "#app/domain/interview.ts";
import { families } from "#app/messages/families.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useMessages } from "#app/messages/messages.ts";
import { withdrawInterview } from "#app/workflows/erase-waiting.server.ts";
import type { Route } from "./+types/interview-withdraw";
import "#app/styles/interview.css";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const { interview, youth, region } = await verbs.interviews.file({ interviewId: params.interviewId });
  if (!mayMove(interview.state, "withdraw")) throw redirect(`/interviews/${interview.id}`);
  return {
    interviewId: interview.id,
    perspective: interview.perspective,
    youthId: youth.id,
    label: youth.label,
    practice: region.practice,
    mayCopy: mayIn(actor, "interview.copy", region.id),
    title: families[language].withdraw.title,
  };
}

export async function action({ context, params }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { interviewId } = params;
  await withdrawInterview(context.get(requestContext).store, verbs, { interviewId });
  return redirect(`/interviews/${interviewId}`);
}

export default function WithdrawPage({ loaderData }: Route.ComponentProps) {
  const { interviewId, perspective, youthId, label, mayCopy } = loaderData;
  const { withdraw: text, looks } = useMessages(families);
  const words = useMessages(interviewTexts);
  return (
    <>
      <Crumbs items={[{ label, to: `/youths/${youthId}` }, { label: words.with[perspective] }]} />
      <PageHead title={text.title} kicker={`${words.with[perspective]}. ${words.about(label)}.`} intro={text.intro} />
      <section aria-labelledby="what-happens" className="withdraw-steps">
        <h2 id="what-happens">{text.whatHappens}</h2>
        <ol>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{text.stays}</p>
        <p>{text.others}</p>
      </section>
      <Notice kind="mind">{text.final}</Notice>
      <Form method="post" className="read-end">
        <Button kind="primary" arrow={false}>
          {text.confirm}
        </Button>
      </Form>
      <p className="interview-links">
        <Link to={`/interviews/${interviewId}`}>{text.back}</Link>
        {mayCopy && <Link to={`/interviews/${interviewId}/looks`}>{looks.link}</Link>}
      </p>
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
