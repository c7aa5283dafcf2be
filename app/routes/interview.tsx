/** An interview as its interviewer sees it: before the start, question by question, in a pause, or closed. */
import { lazy, Suspense } from "react";
import { data, redirect } from "react-router";
import { InterviewError } from "#app/components/interview/interview-error.tsx";
import { OwnScreen } from "#app/components/interview/own-screen.tsx";
import { signedIn, signedInToSend } from "#app/context.server.ts";
import { ripeOn } from "#app/domain/board.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import { type Channel, weeksTogether } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { problemStatus } from "#app/domain/problem.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { besides, ownPage } from "#app/workflows/interview-page.server.ts";
import { saveSubmittedAnswer } from "#app/workflows/save-submitted-answer.server.ts";
import type { Route } from "./+types/interview";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { interviewId } = params;
  const file = await verbs.interviews.file({ interviewId });
  const { interview, youth, region } = file;
  const asked = new URL(request.url).searchParams;
  const title = `${interviewTexts[language].with[interview.perspective]}, ${youth.label}`;
  const about = { interview, label: youth.label, regionId: region.id, practice: region.practice, title };
  const from = asked.get("after") ?? asked.get("before");
  if (from !== null) {
    const to = besides(file, from, asked.has("after") ? 1 : -1);
    throw redirect(to === null ? `/interviews/${interviewId}/read-back` : `/interviews/${interviewId}?q=${to}`);
  }
  switch (interview.state) {
    case "planned": {
      const { title: guideTitle, version, estimatedMinutes, id } = file.guide;
      const guide = { id, version, title: guideTitle[language], minutes: estimatedMinutes };
      const { earlyWeeks } = await verbs.settings.all();
      const early = weeksTogether(youth.workingSince, amsterdamDay(new Date().toISOString())) < earlyWeeks;
      const waitUntil = early ? ripeOn(youth.workingSince, earlyWeeks) : null;
      const letter = (await verbs.consentTexts.list()).find((one) => one.perspective === interview.perspective) ?? null;
      const { neededFirst } = file;
      return { mode: "planned" as const, ...about, youthId: youth.id, guide, letter, neededFirst, waitUntil };
    }
    case "paused":
    case "stopped":
      return { mode: "paused" as const, ...about };
    case "refused":
    case "discarded":
    case "withdrawn":
    case "expired":
      return { mode: "closed" as const, ...about, erased: file.erased, mayApprove: file.mayApprove };
    case "approved":
      throw redirect(`/interviews/${interviewId}/read-back`);
    case "completed":
      if (!asked.has("q")) throw redirect(`/interviews/${interviewId}/read-back`);
  }
  return {
    mode: "ask" as const,
    bare: true,
    ...about,
    page: ownPage(file, asked.get("q"), language, asked.get("saved")),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { verbs } = signedInToSend(context, form);
  const { interviewId } = params;
  const intent = String(form.get("intent") ?? "next");
  if (intent === "how-held") {
    await verbs.interviews.editHowHeld({
      interviewId,
      conductedOn: String(form.get("conductedOn") ?? ""),
      channel: String(form.get("channel") ?? "") as Channel,
      language: String(form.get("language") ?? "") as Language,
    });
    return redirect(`/interviews/${interviewId}`);
  }
  const result = await saveSubmittedAnswer(verbs, interviewId, form);
  if (!result.saved) return data(result, { status: problemStatus(result.problem) });
  if (result.conflict) return redirect(`/interviews/${interviewId}/conflict/${result.questionId}`);
  const file = await verbs.interviews.file({ interviewId });
  if (file.interview.state === "refused") return redirect(`/interviews/${interviewId}`);
  if (intent === "save") return redirect(`/interviews/${interviewId}?q=${result.questionId}`);
  const to = besides(file, result.questionId, intent === "previous" ? -1 : 1);
  if (to === null) return redirect(`/interviews/${interviewId}/read-back`);
  return redirect(`/interviews/${interviewId}?q=${to}${result.telling ? `&saved=${result.questionId}` : ""}`);
}

/** Apart from the questions, so that these come with as few scripts as can be. */
const around = () => import("#app/components/interview/around.tsx");
const PlannedInterview = lazy(async () => ({ default: (await around()).PlannedInterview }));
const PausedInterview = lazy(async () => ({ default: (await around()).PausedInterview }));
const ClosedInterview = lazy(async () => ({ default: (await around()).ClosedInterview }));

export default function InterviewPage({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.mode === "ask") {
    const { page } = loaderData;
    const sent = actionData && !actionData.saved && actionData.questionId === page.question.id ? actionData : null;
    return <OwnScreen key={`${page.interview.id} ${page.question.id}`} {...page} sent={sent} />;
  }
  return (
    <Suspense>
      {loaderData.mode === "planned" && <PlannedInterview {...loaderData} />}
      {loaderData.mode === "paused" && <PausedInterview {...loaderData} />}
      {loaderData.mode === "closed" && <ClosedInterview {...loaderData} />}
    </Suspense>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <InterviewError />;
}
