/** A filled interview on paper. */

import { redirect } from "react-router";
import { PrintedInterview } from "#app/components/interview/printed-interview.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { isErased } from "#app/domain/interview.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { readBack } from "#app/workflows/interview-page.server.ts";
import type { Route } from "./+types/interview-print";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const file = await verbs.interviews.file({ interviewId: params.interviewId });
  const { interview, youth, region } = file;
  if (isErased(interview.state)) throw redirect(`/interviews/${interview.id}`);
  return {
    interview,
    label: youth.label,
    region: region.name,
    practice: region.practice,
    steps: readBack(file),
    printedAt: new Date().toISOString(),
    title: `${interviewTexts[language].with[interview.perspective]}, ${youth.label}`,
  };
}

export default function PrintPage({ loaderData }: Route.ComponentProps) {
  return <PrintedInterview {...loaderData} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
