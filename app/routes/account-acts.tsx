/** What the audit log holds about what somebody opened and did themselves, the newest on top. */
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { showMoment } from "#app/domain/dates.ts";
import { account } from "#app/messages/account.ts";
import { admin } from "#app/messages/admin.ts";
import { auditActions } from "#app/messages/audit-actions.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/account-acts";

/** How many labels one line names before it counts the rest. */
const named = 4;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const before = Number(new URL(request.url).searchParams.get("before")) || undefined;
  const { acts, next } = await verbs.auditLog.own({ before });
  const shown = acts.map(({ about, ...act }) => ({
    ...act,
    about: about.slice(0, named),
    more: Math.max(0, about.length - named),
  }));
  return { acts: shown, next, isFirst: before === undefined, title: account[language].acts.title };
}

export default function AccountActs({ loaderData }: Route.ComponentProps) {
  const { acts, next, isFirst } = loaderData;
  const { title, acts: text } = useMessages(account);
  const outcomes = useMessages(admin).audit.outcomes;
  const actions: Record<string, string> = useMessages(auditActions);
  const language = useLanguage();
  return (
    <>
      <Crumbs items={[{ label: title, to: "/account" }, { label: text.title }]} />
      <PageHead title={text.title} intro={text.intro} />
      {acts.length === 0 ? (
        <EmptyState title={text.noneTitle}>{text.none}</EmptyState>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.about}</th>
            </tr>
          </thead>
          <tbody>
            {acts.map((act) => (
              <tr key={act.sequence}>
                <td data-label={text.when}>{showMoment(act.at, language)}</td>
                <td data-label={text.what}>
                  {[
                    actions[act.action] ?? act.action,
                    act.outcome === "done" ? "" : `(${outcomes[act.outcome].toLowerCase()})`,
                  ]
                    .join(" ")
                    .trim()}
                </td>
                <td data-label={text.about}>
                  {[...act.about, ...(act.more > 0 ? [text.more(act.more)] : [])].join(", ") || "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="row">
        {next !== null && (
          <ButtonLink kind="secondary" to={`/account/acts?before=${next}`}>
            {text.older}
          </ButtonLink>
        )}
        {!isFirst && <Link to="/account/acts">{text.newest}</Link>}
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
