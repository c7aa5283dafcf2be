/** The letter that somebody reads before they agree, to print and hand over: one language, or both on their own sheets. */
import { ConsentSheet } from "#app/components/guides/consent-sheet.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { toLanguage } from "#app/messages/messages.ts";
import type { Route } from "./+types/consent-text";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const text = await verbs.consentTexts.version(params);
  const asked = toLanguage(new URL(request.url).searchParams.get("language"));
  const words = guideTexts[language];
  return {
    text,
    shown: asked ?? language,
    title: `${words.letterTitle(common[language].perspectives[text.perspective])}, ${words.version(text.version)}`,
  };
}

export default function ConsentTextPage({ loaderData }: Route.ComponentProps) {
  return <ConsentSheet text={loaderData.text} shown={loaderData.shown} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
