/** Ending an interview before its end: stop for now, or let it lapse with a reason. */
import { data, Form, Link, redirect } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { isErased, mayMove } from "#app/domain/interview.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { faultSentence } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/interview-stop";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { interview, youth, region } = await verbs.interviews.file({ interviewId: params.interviewId });
  if (isErased(interview.state)) throw redirect(`/interviews/${interview.id}`);
  return {
    interviewId: interview.id,
    state: interview.state,
    label: youth.label,
    practice: region.practice,
    title: interviewTexts[language].stopTitle,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { interviewId } = params;
  const form = await request.formData();
  try {
    if (form.get("move") === "discard")
      await verbs.interviews.discard({ interviewId, reason: String(form.get("reason") ?? "") });
    else await verbs.interviews.stop({ interviewId });
    return redirect(`/interviews/${interviewId}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ code: error.details.fields?.[0]?.code ?? "required" }, { status: problemStatus(error.code) });
  }
}

export default function StopPage({ loaderData, actionData }: Route.ComponentProps) {
  const { interviewId, state, label } = loaderData;
  const text = useMessages(interviewTexts);
  const { withdraw } = useMessages(families);
  const language = useLanguage();
  return (
    <>
      <PageHead title={text.stopTitle} kicker={text.about(label)} />
      {(state === "running" || state === "paused") && (
        <Form method="post" className="form">
          <p>{text.stopNowText}</p>
          <p>
            <Button kind="primary" arrow={false} name="move" value="stop">
              {text.stopNow}
            </Button>
          </p>
        </Form>
      )}
      <details className="interview-how" open={actionData !== undefined}>
        <summary>
          {text.discard}
          <Icon name="chevron-down" className="turn" />
        </summary>
        <Form method="post" className="form">
          <p>{text.discardText}</p>
          <TextField
            label={text.discardReason}
            hint={text.discardReasonHint}
            name="reason"
            maxLength={500}
            fault={actionData ? faultSentence(actionData.code, language) : undefined}
          />
          <p>
            <Button kind="secondary" name="move" value="discard">
              {text.discard}
            </Button>
          </p>
        </Form>
      </details>
      <p className="interview-links">
        {mayMove(state, "withdraw") && <Link to={`/interviews/${interviewId}/withdraw`}>{withdraw.link}</Link>}
        <Link to={`/interviews/${interviewId}`}>{text.backToInterview}</Link>
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
