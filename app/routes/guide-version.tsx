/** One version of a guide, as the interviewer will see it. */
import { PublishedNotice } from "#app/components/guides/guide-shelf.tsx";
import { GuideSteps } from "#app/components/guides/guide-steps.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { PerspectiveSign } from "#app/components/ui/signs.tsx";
import { signedIn } from "#app/context.server.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { guideVersions } from "#app/workflows/guide-pages.server.ts";
import type { Route } from "./+types/guide-version";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const guide = await verbs.guides.version(params);
  const versions = await guideVersions(verbs, params.guideId);
  const place = versions.findIndex(({ version }) => version === params.version);
  const outcome = new URL(request.url).searchParams.get("published");
  return {
    guide,
    older: versions[place + 1]?.version ?? null,
    published: (["new", "same"] as const).find((known) => known === outcome) ?? null,
    title: `${guide.title[language]}, ${guideTexts[language].version(guide.version)}`,
  };
}

export default function GuideVersionPage({ loaderData: { guide, older, published } }: Route.ComponentProps) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const path = `/guides/${guide.id}`;
  return (
    <>
      <Crumbs items={[{ label: text.title, to: "/guides" }, { label: text.version(guide.version) }]} />
      <PublishedNotice outcome={published} />
      <PageHead
        title={guide.title[language]}
        kicker={
          <span className="guide-kicker">
            <PerspectiveSign perspective={guide.perspective} withName />
            <span>{text.version(guide.version)}</span>
          </span>
        }
        intro={text.about(guide.estimatedMinutes, guide.languageLevel, guide.register)}
        action={
          <>
            {older !== null && (
              <ButtonLink
                kind="secondary"
                size="slim"
                icon="compare"
                to={`${path}/compare?from=${older}&to=${guide.version}`}
              >
                {text.compareWith(older)}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" size="slim" icon="printer" to={`${path}/${guide.version}/print`}>
              {text.printEmpty}
            </ButtonLink>
          </>
        }
      />
      <GuideSteps guide={guide} />
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
