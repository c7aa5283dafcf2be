/** One version of the codebook. */
import { CodebookView } from "#app/components/guides/codebook-view.tsx";
import { PublishedNotice } from "#app/components/guides/guide-shelf.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/codebook";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const codebook = await verbs.guides.codebook({ version: params.version });
  const outcome = new URL(request.url).searchParams.get("published");
  const text = guideTexts[language];
  return {
    codebook,
    published: (["new", "same"] as const).find((known) => known === outcome) ?? null,
    title: `${text.codebook}, ${text.version(codebook.version)}`,
  };
}

export default function CodebookPage({ loaderData: { codebook, published } }: Route.ComponentProps) {
  const text = useMessages(guideTexts);
  return (
    <>
      <Crumbs items={[{ label: text.title, to: "/guides" }, { label: text.codebook }]} />
      <PublishedNotice outcome={published} />
      <PageHead title={text.codebook} kicker={text.version(codebook.version)} intro={text.codebookAbout} />
      <CodebookView codebook={codebook} />
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
