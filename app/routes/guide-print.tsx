/** An empty guide to print, with lines to write on. */
import { PrintedGuide } from "#app/components/guides/printed-guide.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { guideTexts } from "#app/messages/guides.ts";
import type { Route } from "./+types/guide-print";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const guide = await verbs.guides.version(params);
  return { guide, title: `${guide.title[language]}, ${guideTexts[language].version(guide.version)}` };
}

export default function GuidePrintPage({ loaderData }: Route.ComponentProps) {
  return <PrintedGuide guide={loaderData.guide} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
