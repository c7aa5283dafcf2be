/** The workbench where a lead writes and checks the report of a region and downloads its files. */
import { data, redirect } from "react-router";
import { readWish, wishQuery } from "#app/components/report/report-address.ts";
import { ReportChoice, ReportDownloads } from "#app/components/report/report-choice.tsx";
import { readSubmittedText, workParts } from "#app/components/report/work-parts.ts";
import { Workbench } from "#app/components/report/workbench.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { useMessages } from "#app/messages/messages.ts";
import { releases } from "#app/messages/releases.ts";
import { report } from "#app/messages/report.ts";
import { compileRegionReport } from "#app/workflows/compile-report.server.ts";
import { outlineOf } from "#exports/outline.ts";
import type { Route } from "./+types/region-report";
import "#app/styles/report.css";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { regionId } = params;
  const wish = readWish(new URL(request.url).searchParams, language);
  const compiled = await compileRegionReport(verbs, { regionId, ...wish }, new Date().toISOString());
  const texts = await verbs.reports.texts({ regionId, language: wish.language });
  return {
    region: compiled.region,
    practice: compiled.practice,
    choice: {
      from: wish.period.from ?? "",
      to: wish.period.to ?? "",
      language: wish.language,
      audience: wish.audience,
      fault: wish.periodFault,
    },
    query: wishQuery(wish),
    parts: workParts(outlineOf(compiled), texts),
    title: report[language].title(compiled.region.name),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const sent = readSubmittedText(await request.formData());
  const receipt = await verbs.reports.saveText({ regionId: params.regionId, ...sent });
  if (!receipt.saved) return data({ section: sent.section, body: sent.body, other: receipt.other }, { status: 409 });
  const { pathname, search } = new URL(request.url);
  return redirect(`${pathname.replace(/\.data$/, "")}${search}#${sent.section}`);
}

export default function RegionReport({ loaderData, actionData, params }: Route.ComponentProps) {
  const words = useMessages(report);
  const release = useMessages(releases);
  const { region, choice, query, parts } = loaderData;
  const shown = parts.map((one) =>
    actionData && one.text?.section === actionData.section
      ? { ...one, text: { ...one.text, body: actionData.body }, other: actionData.other }
      : one,
  );
  return (
    <>
      <PageHead title={words.title(region.name)} kicker={words.kicker} intro={words.intro} />
      <ReportChoice choice={choice} />
      <ReportDownloads regionId={params.regionId} regionKey={region.key} query={query} />
      <p className="release-link">
        <ButtonLink to={`/regions/${params.regionId}/report/release`}>{release.toRelease}</ButtonLink>
      </p>
      <Workbench parts={shown} language={choice.language} saveTo={`/regions/${params.regionId}/report/text`} />
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
