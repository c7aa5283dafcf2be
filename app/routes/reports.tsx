/** The released reports that a person may read, and for leads the way to the reports they are writing. */
import { Link } from "react-router";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere, mayIn } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { useMessages } from "#app/messages/messages.ts";
import { report } from "#app/messages/report.ts";
import type { Route } from "./+types/reports";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "report.read")) throw new Problem("not-found");
  const own = (await verbs.regions.mine()).filter((region) => mayIn(actor, "report.compile", region.id));
  return { own: own.map(({ id, name }) => ({ id, name })), title: report[language].list.title };
}

export default function Reports({ loaderData: { own } }: Route.ComponentProps) {
  const words = useMessages(report).list;
  return (
    <>
      <PageHead title={words.title} intro={words.intro} />
      <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      {own.length > 0 && (
        <section aria-labelledby="own-reports">
          <h2 id="own-reports">{words.yours}</h2>
          <p className="hint">{words.yoursIntro}</p>
          <ul>
            {own.map((region) => (
              <li key={region.id}>
                <Link to={`/regions/${region.id}/report`}>{words.open(region.name)}</Link>
              </li>
            ))}
          </ul>
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
