/** Every change that one answer ever saw. */
import { AnswerHistory } from "#app/components/interview/answer-history.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { askedQuestion } from "#app/domain/asked.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { questionIn } from "#app/workflows/interview-page.server.ts";
import type { Route } from "./+types/interview-history";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { interviewId, questionId } = params;
  const file = await verbs.interviews.file({ interviewId });
  const held = file.answers[questionId];
  return {
    interviewId,
    spoken: file.interview.language,
    practice: file.region.practice,
    question: askedQuestion(questionIn(file.guide, questionId), held),
    revisions: await verbs.interviews.history({ interviewId, questionId }),
    current: held?.sequence ?? null,
    title: interviewTexts[language].historyTitle,
  };
}

export default function HistoryPage({ loaderData }: Route.ComponentProps) {
  return <AnswerHistory {...loaderData} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
