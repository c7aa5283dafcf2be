/** The shared screen of an interview: one question, and nothing that only the interviewer may see. */
import { data, redirect } from "react-router";
import { InterviewError } from "#app/components/interview/interview-error.tsx";
import { SharedPause, SharedScreen } from "#app/components/interview/shared-screen.tsx";
import { signedIn, signedInToSend } from "#app/context.server.ts";
import { problemStatus } from "#app/domain/problem.ts";
import { besides, sharedPage } from "#app/workflows/interview-page.server.ts";
import { saveSubmittedAnswer } from "#app/workflows/save-submitted-answer.server.ts";
import type { Route } from "./+types/interview-together";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs } = signedIn(context);
  const { interviewId } = params;
  const here = `/interviews/${interviewId}/together`;
  const file = await verbs.interviews.file({ interviewId });
  const { state, language } = file.interview;
  if (state === "paused") return { mode: "paused" as const, interviewId, language };
  if (state !== "running") throw redirect(`/interviews/${interviewId}`);
  const asked = new URL(request.url).searchParams;
  const from = asked.get("after") ?? asked.get("before");
  if (from !== null) {
    const to = besides(file, from, asked.has("after") ? 1 : -1);
    throw redirect(to === null ? `/interviews/${interviewId}/read-back` : `${here}?q=${to}`);
  }
  return { mode: "ask" as const, page: sharedPage(file, asked.get("q")) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { verbs } = signedInToSend(context, form);
  const { interviewId } = params;
  const intent = String(form.get("intent") ?? "next");
  const result = await saveSubmittedAnswer(verbs, interviewId, form, intent === "skip");
  if (!result.saved) return data(result, { status: problemStatus(result.problem) });
  const file = await verbs.interviews.file({ interviewId });
  if (file.interview.state === "refused") return redirect(`/interviews/${interviewId}`);
  const to = besides(file, result.questionId, intent === "previous" ? -1 : 1);
  return redirect(to === null ? `/interviews/${interviewId}/read-back` : `/interviews/${interviewId}/together?q=${to}`);
}

export default function TogetherPage({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.mode === "paused")
    return <SharedPause interviewId={loaderData.interviewId} language={loaderData.language} />;
  const { page } = loaderData;
  const sent = actionData && !actionData.saved && actionData.questionId === page.question.id ? actionData : null;
  return <SharedScreen key={`${page.interview.id} ${page.question.id}`} {...page} sent={sent} />;
}

export function meta(_: Route.MetaArgs) {
  return [{ title: "Leeroogst" }];
}

export function ErrorBoundary() {
  return <InterviewError />;
}
