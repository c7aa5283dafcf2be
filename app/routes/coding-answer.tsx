/** One answer on the workbench: choose passages, give them codes, and undo. */
import { data, redirect } from "react-router";
import { AnswerScreen } from "#app/components/coding/answer-screen.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { codeEntries } from "#app/domain/code-search.ts";
import { filterParameters, filtersFrom } from "#app/domain/coding.ts";
import { type CodingResult, codingIntent, shownField } from "#app/domain/coding-form.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { carryOutCoding } from "#app/workflows/code-answer.server.ts";
import type { Route } from "./+types/coding-answer";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const parameters = new URL(request.url).searchParams;
  const filters = filtersFrom(parameters);
  const { interviewId, questionId } = params;
  const answer = await verbs.codings.answer({ interviewId, questionId, filters });
  const [codebook, recent] = [await verbs.guides.codebook({}), await verbs.codings.recent()];
  const who = coding[language].about(common[language].perspectives[answer.perspective], answer.youthLabel);
  return {
    answer,
    field: shownField(parameters.get("field"), answer.text, answer.note),
    entries: codeEntries(codebook),
    facets: codebook.facets,
    recent,
    openedId: parameters.get("passage"),
    search: filterParameters(filters).toString(),
    title: `${answer.question.text[language]} – ${who}`,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const fields = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]));
  const { interviewId, questionId } = params;
  const plainForm = request.headers.get("accept")?.includes("text/html") ?? false;
  const address = new URL(request.url);
  try {
    const result = await carryOutCoding(verbs, { interviewId, questionId }, codingIntent(fields));
    if (!plainForm) return data<CodingResult>(result);
    const place = "elsewhere" in result && result.elsewhere ? result.elsewhere : { interviewId, questionId };
    return redirect(`/coding/${place.interviewId}/${place.questionId}${address.search}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    const [refusedIn, refusedAt] = error.details.ids ?? [];
    const there = error.code === "warning-open" && refusedIn !== undefined && refusedAt !== undefined;
    const same = refusedIn === interviewId && refusedAt === questionId;
    const elsewhere = there && !same ? { interviewId: refusedIn, questionId: refusedAt } : null;
    return data<CodingResult>({ problem: error.code, elsewhere }, { status: problemStatus(error.code) });
  }
}

export default function CodingAnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  return <AnswerScreen {...loaderData} result={actionData} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
