/** Two texts for one answer, side by side: a person keeps one or makes one of both. */
import { randomUUID } from "node:crypto";
import { redirect } from "react-router";
import { AnswerConflict } from "#app/components/interview/answer-conflict.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { askedQuestion, submittedAnswer, toAnswer } from "#app/domain/asked.ts";
import { Problem } from "#app/domain/problem.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { questionIn } from "#app/workflows/interview-page.server.ts";
import type { Route } from "./+types/interview-conflict";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { interviewId, questionId } = params;
  const file = await verbs.interviews.file({ interviewId });
  return {
    interviewId,
    spoken: file.interview.language,
    practice: file.region.practice,
    question: askedQuestion(questionIn(file.guide, questionId), file.answers[questionId]),
    conflict: await verbs.answers.conflict({ interviewId, questionId }),
    opId: randomUUID(),
    title: interviewTexts[language].conflictHead,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { interviewId, questionId } = params;
  const form = await request.formData();
  const conflict = await verbs.answers.conflict({ interviewId, questionId });
  if (!conflict) return redirect(`/interviews/${interviewId}?q=${questionId}`);
  const file = await verbs.interviews.file({ interviewId });
  const question = questionIn(file.guide, questionId);
  const keep = form.get("keep");
  const kept = [conflict.current, ...conflict.others].find((one) => String(one.sequence) === keep);
  if (keep !== "joined" && !kept) throw new Problem("invalid-input", { fields: [{ path: "keep", code: "required" }] });
  const answer = kept
    ? { state: kept.state, value: kept.value, note: kept.note }
    : { note: conflict.current.note, ...toAnswer(question, submittedAnswer(question, form)) };
  const receipt = await verbs.answers.save({
    opId: String(form.get("opId") ?? ""),
    interviewId,
    questionId,
    answer,
    baseSequence: Number(form.get("baseSequence") ?? 0),
    resolves: Number(form.get("resolves") ?? 0),
    confirmHidden: true,
  });
  return redirect(
    receipt.conflict
      ? `/interviews/${interviewId}/conflict/${questionId}`
      : `/interviews/${interviewId}?q=${questionId}`,
  );
}

export default function ConflictPage({ loaderData }: Route.ComponentProps) {
  return <AnswerConflict {...loaderData} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
