/** Passages by theme and code, in their context; codes can be changed and taken away from the list. */
import { data, redirect } from "react-router";
import { RetrievalScreen } from "#app/components/retrieval/retrieval-screen.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { codeEntries } from "#app/domain/code-search.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { retrievalAddress, retrievalPlace } from "#app/domain/retrieval.ts";
import { retrievalAct } from "#app/domain/retrieval-act.ts";
import { common } from "#app/messages/common.ts";
import { retrieval } from "#app/messages/retrieval.ts";
import { carryOutRetrieval, readByTheme } from "#app/workflows/read-by-theme.server.ts";
import type { Route } from "./+types/themes";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const place = retrievalPlace(new URL(request.url).searchParams);
  const { codebook, ...read } = await readByTheme(verbs, place);
  const themes = codebook.themes.map(({ id, definition }) => ({ id, definition }));
  return {
    ...read,
    place,
    book: { themes, entries: codeEntries(codebook) },
    title: place.theme ? common[language].themes[place.theme] : retrieval[language].title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const place = retrievalPlace(new URL(request.url).searchParams);
  try {
    const act = retrievalAct(Object.fromEntries(await request.formData()));
    const done = await carryOutRetrieval(verbs, act);
    return redirect(retrievalAddress({ ...place, edit: undefined, done, in: act.regionId }));
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    const [interviewId, questionId] = error.code === "warning-open" ? (error.details.ids ?? []) : [];
    const answer = interviewId && questionId ? `/coding/${interviewId}/${questionId}` : null;
    return data({ problem: error.code, answer }, { status: problemStatus(error.code) });
  }
}

export default function ThemesPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RetrievalScreen {...loaderData} refused={actionData} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
