/** Releasing the report of a region: what that means, in which language, and whether it is the final one. */
import { data, Form, Link, redirect } from "react-router";
import { needFreshFactor } from "#app/auth/second-factor.server.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import { isLanguage } from "#app/domain/languages.ts";
import { Problem, problemSentence, problemStatus } from "#app/domain/problem.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { releases } from "#app/messages/releases.ts";
import { report } from "#app/messages/report.ts";
import type { Route } from "./+types/report-release";
import "#app/styles/report.css";

export async function loader({ context, params: { regionId } }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { name } = await verbs.regions.toManage({ regionId });
  needFreshFactor(context.get(requestContext), `/regions/${regionId}/report/release`);
  const prospect = await verbs.releases.prospect({ regionId });
  const { answerMonths } = await verbs.settings.all();
  return { region: { id: regionId, name }, ...prospect, answerMonths, title: releases[language].make.title(name) };
}

export async function action({ request, context, params: { regionId } }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  await verbs.regions.toManage({ regionId });
  needFreshFactor(context.get(requestContext), `/regions/${regionId}/report/release`);
  const language = form.get("language");
  if (!isLanguage(language)) throw new Problem("invalid-input", { fields: [{ path: "language", code: "required" }] });
  try {
    const { id } = await verbs.releases.make({ regionId, language, final: form.get("final") === "yes" });
    return redirect(`/reports/${id}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "nothing-to-release") throw error;
    return data({ problem: error.code }, { status: problemStatus(error.code) });
  }
}

export default function ReportRelease({ loaderData, actionData }: Route.ComponentProps) {
  const { region, number, interviews, hasFinal, answerMonths } = loaderData;
  const text = useMessages(releases).make;
  const words = useMessages(report);
  const language = useLanguage();
  const workbench = `/regions/${region.id}/report`;
  return (
    <>
      <Crumbs items={[{ label: words.title(region.name), to: workbench }, { label: text.kicker(number) }]} />
      <PageHead title={text.title(region.name)} kicker={text.kicker(number)} intro={text.intro} />
      {actionData && <Notice kind="mind">{problemSentence(actionData.problem, language)}</Notice>}
      <section aria-labelledby="what-happens" className="release-steps">
        <h2 id="what-happens">{text.whatHappens}</h2>
        <ul>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        {interviews > 0 && <p>{text.restsOn(interviews)}</p>}
        <p>
          <Link to={`${workbench}?audience=region`}>{text.lookFirst}</Link>
        </p>
      </section>
      {interviews === 0 ? (
        <Notice kind="mind">{problemSentence("nothing-to-release", language)}</Notice>
      ) : (
        <Form method="post" className="release-form">
          <ChoiceGroup
            legend={words.period.language}
            name="language"
            type="radio"
            defaultValue={language}
            options={[
              { value: "nl", label: words.languages.nl },
              { value: "en", label: words.languages.en },
            ]}
          />
          <ChoiceGroup
            legend={text.finalLegend}
            name="final"
            type="radio"
            defaultValue="no"
            options={[
              { value: "no", label: text.notFinal, hint: text.notFinalHint },
              { value: "yes", label: text.final, hint: hasFinal ? text.finalAgain : text.finalHint(answerMonths) },
            ]}
          />
          <div className="row">
            <Button kind="primary" arrow={false}>
              {text.button}
            </Button>
          </div>
        </Form>
      )}
      <p className="interview-links">
        <Link to={workbench}>{text.back}</Link>
      </p>
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
