/** Two versions of a guide side by side. */
import { Form } from "react-router";
import { GuideComparison } from "#app/components/guides/guide-comparison.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { guideComparison } from "#app/workflows/guide-pages.server.ts";
import type { Route } from "./+types/guide-compare";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const asked = new URL(request.url).searchParams;
  const comparison = await guideComparison(verbs, params.guideId, { from: asked.get("from"), to: asked.get("to") });
  return { ...comparison, title: comparison.title, pageTitle: guideTexts[language].compareTitle };
}

export default function GuideComparePage({ loaderData: { title, versions, sides } }: Route.ComponentProps) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const options = versions.map(({ version }) => ({ value: version, label: version }));
  return (
    <>
      <Crumbs items={[{ label: text.title, to: "/guides" }, { label: title[language] }]} />
      {sides === null ? (
        <EmptyState title={text.oneVersion} level={1}>
          {text.oneVersionText}
        </EmptyState>
      ) : (
        <>
          <PageHead
            title={text.compareTitle}
            kicker={title[language]}
            intro={text.compareIntro(sides.from, sides.to)}
          />
          <Form method="get" className="compare-choice" key={`${sides.from} ${sides.to}`}>
            <SelectField label={text.from} name="from" options={options} defaultValue={sides.from} />
            <SelectField label={text.to} name="to" options={options} defaultValue={sides.to} />
            <Button kind="secondary" icon="compare">
              {text.compare}
            </Button>
          </Form>
          <GuideComparison {...sides} />
        </>
      )}
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.pageTitle} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
