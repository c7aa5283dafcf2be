/** A released report, as it was when it was released; or, once somebody in it withdrew, that it cannot be read any more. */
import { Link } from "react-router";
import { ReportParts } from "#app/components/report/workbench.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import { showMoment } from "#app/domain/dates.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { releases } from "#app/messages/releases.ts";
import { report } from "#app/messages/report.ts";
import { fileNameOf, formats, formatsFor } from "#exports/formats.ts";
import { outlineOf } from "#exports/outline.ts";
import type { Route } from "./+types/report-released";
import "#app/styles/report.css";

export async function loader({ context, params: { releaseId } }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const { report: released, ...release } = await verbs.releases.one({ releaseId });
  const title = report[language].title(release.regionName);
  const mayRelease = mayIn(actor, "report.compile", release.regionId);
  if (released === null) return { release, title, mayRelease, outline: null, regionKey: "" };
  const { facts, parts, practice } = outlineOf(released);
  return { release, title, mayRelease, outline: { facts, parts, practice }, regionKey: released.region.key };
}

export default function ReleasedReport({ loaderData }: Route.ComponentProps) {
  const { release, title, mayRelease, outline, regionKey } = loaderData;
  const text = useMessages(releases);
  const words = useMessages(report);
  const language = useLanguage();
  const released = text.releasedBy(showMoment(release.releasedAt, language), release.releasedBy);
  return (
    <>
      <Crumbs items={[{ label: words.list.title, to: "/reports" }, { label: text.version(release.number) }]} />
      <PageHead
        title={title}
        kicker={release.final ? text.finalVersion(release.number) : text.version(release.number)}
        intro={released}
      />
      {outline === null ? (
        <Notice kind="mind" title={text.takenBack.title}>
          <p>{text.takenBack.text(showMoment(release.takenBackAt ?? release.releasedAt, language))}</p>
          {mayRelease && (
            <p>
              <Link to={`/regions/${release.regionId}/report/release`}>{text.takenBack.again}</Link>
            </p>
          )}
        </Notice>
      ) : (
        <>
          {outline.practice && (
            <Notice kind="calm" title={outline.practice.title}>
              {outline.practice.text}
            </Notice>
          )}
          <dl className="fact-list" lang={release.language}>
            {outline.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <section className="report-downloads" aria-labelledby="release-files">
            <h2 id="release-files">{words.downloads.title}</h2>
            <p className="hint">{text.closedCircle}</p>
            <div className="row">
              {formatsFor("region").map((format, index) => (
                <ButtonLink
                  key={format}
                  to={`/reports/${release.id}/${fileNameOf(regionKey, "region", format)}`}
                  reloadDocument
                  size="slim"
                  icon="download"
                  kind={index === 0 ? "primary" : "secondary"}
                  arrow={false}
                  title={formats[format].purpose[language]}
                >
                  {formats[format].label[language]}
                </ButtonLink>
              ))}
            </div>
          </section>
          <ReportParts parts={outline.parts} language={release.language} />
        </>
      )}
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
