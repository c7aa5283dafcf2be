/** The released reports that a person may read, the newest first, and for leads the way to the reports they are writing. */
import { Link } from "react-router";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere, mayIn } from "#app/domain/actor.ts";
import { showMoment } from "#app/domain/dates.ts";
import { Problem } from "#app/domain/problem.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { releases } from "#app/messages/releases.ts";
import { report } from "#app/messages/report.ts";
import type { Route } from "./+types/reports";
import "#app/styles/report.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "report.read")) throw new Problem("not-found");
  const own = (await verbs.regions.mine()).filter((region) => mayIn(actor, "report.compile", region.id));
  const released = mayAnywhere(actor, "release.read") ? await verbs.releases.list() : [];
  return { released, own: own.map(({ id, name }) => ({ id, name })), title: report[language].list.title };
}

type Released = Route.ComponentProps["loaderData"]["released"][number];

function ReleaseLine({ release }: { release: Released }) {
  const text = useMessages(releases);
  const language = useLanguage();
  const { id, number, final, regionName, takenBackAt } = release;
  return (
    <li className={takenBackAt === null ? undefined : "taken-back"}>
      <h2>
        <Link to={`/reports/${id}`}>{regionName}</Link>
      </h2>
      <p>
        {final ? text.finalVersion(number) : text.version(number)}, {text.language[release.language]}
      </p>
      <p className="soft small">{text.releasedBy(showMoment(release.releasedAt, language), release.releasedBy)}</p>
      {takenBackAt !== null && <Notice kind="mind">{text.takenBack.short}</Notice>}
    </li>
  );
}

export default function Reports({ loaderData: { released, own } }: Route.ComponentProps) {
  const words = useMessages(report).list;
  const text = useMessages(releases);
  return (
    <>
      <PageHead title={words.title} intro={words.intro} />
      {released.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      ) : (
        <ul className="released">
          {released.map((release) => (
            <ReleaseLine key={release.id} release={release} />
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <section aria-labelledby="own-reports">
          <h2 id="own-reports">{words.yours}</h2>
          <p className="hint">{words.yoursIntro}</p>
          <ul className="own-reports">
            {own.map((region) => (
              <li key={region.id}>
                <Link to={`/regions/${region.id}/report`}>{words.open(region.name)}</Link>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/admin/terms">{text.terms.title}</Link>
          </p>
        </section>
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
