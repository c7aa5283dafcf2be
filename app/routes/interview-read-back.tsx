/** Reading back: everything that was said, for the speaker to confirm and for the lead to approve. */
import { data, redirect } from "react-router";
import { needFreshFactor } from "#app/auth/second-factor.server.ts";
import { ReadBack } from "#app/components/interview/read-back.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import { isEditable, isErased, mayMove } from "#app/domain/interview.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { readBack } from "#app/workflows/interview-page.server.ts";
import type { Route } from "./+types/interview-read-back";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const file = await verbs.interviews.file({ interviewId: params.interviewId });
  const { interview, youth, region } = file;
  if (["planned", "refused", "discarded"].includes(interview.state) || isErased(interview.state)) {
    throw redirect(`/interviews/${interview.id}`);
  }
  return {
    interview,
    label: youth.label,
    regionId: region.id,
    practice: region.practice,
    steps: readBack(file),
    editable: isEditable(interview.state),
    mayComplete: mayMove(interview.state, "complete"),
    mayApprove: file.mayApprove && mayMove(interview.state, "approve"),
    mayCopy: mayIn(actor, "interview.copy", region.id),
    title: `${interviewTexts[language].readBackTitle} ${youth.label}`,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { interviewId } = params;
  const form = await request.formData();
  try {
    if (form.get("move") === "approve") {
      needFreshFactor(context.get(requestContext), `/interviews/${interviewId}/read-back`);
      await verbs.interviews.approve({ interviewId });
    } else {
      if (form.get("confirmed") !== "yes")
        throw new Problem("invalid-input", { fields: [{ path: "confirmed", code: "required" }] });
      await verbs.interviews.complete({ interviewId });
    }
    return redirect(`/interviews/${interviewId}/read-back`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    return data({ problem: error.code, ids: error.details.ids ?? [] }, { status: problemStatus(error.code) });
  }
}

export default function ReadBackPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ReadBack {...loaderData} refused={actionData ?? null} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
