/** What is kept until when: answers, proof of consent and the audit log. For who answers for it; numbers and days only. */
import { Link } from "react-router";
import { SharedFrame } from "#app/components/admin/admin-frame.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { amsterdamDay, showDay } from "#app/domain/dates.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { releases } from "#app/messages/releases.ts";
import type { Route } from "./+types/admin-terms";
import "#app/styles/admin.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const { answers, proofs, ...settings } = await verbs.terms.overview();
  return {
    rows: [
      ...answers.map((row) => ({ ...row, what: "answers" as const })),
      ...proofs.map((row) => ({ ...row, what: "proofs" as const })),
    ],
    settings,
    isAdministrator: mayAnywhere(actor, "settings.manage"),
    title: releases[language].terms.title,
  };
}

export default function AdminTerms({ loaderData: { rows, settings, isAdministrator } }: Route.ComponentProps) {
  const text = useMessages(releases).terms;
  const language = useLanguage();
  return (
    <SharedFrame here="terms" title={text.title} intro={text.intro} isAdministrator={isAdministrator}>
      <dl className="fact-list">
        <div>
          <dt>{text.what.answers}</dt>
          <dd>{text.answersRule(settings.answerMonths)}</dd>
        </div>
        <div>
          <dt>{text.what.proofs}</dt>
          <dd>{text.proofsRule(settings.consentYears)}</dd>
        </div>
        <div>
          <dt>{text.audit}</dt>
          <dd>{text.auditRule(settings.auditYears)}</dd>
        </div>
      </dl>
      {isAdministrator && (
        <p>
          <Link to="/admin/settings">{text.change}</Link>
        </p>
      )}
      <section className="admin-part" aria-labelledby="due">
        <h2 id="due">{text.perRegion}</h2>
        {rows.length === 0 ? (
          <EmptyState title={text.noneTitle}>{text.none}</EmptyState>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.region}</th>
                <th scope="col">{text.whatHead}</th>
                <th scope="col">{text.interviews}</th>
                <th scope="col">{text.due}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.what} ${row.regionId} ${row.dueAt}`}>
                  <th scope="row">{row.region}</th>
                  <td data-label={text.whatHead}>{text.what[row.what]}</td>
                  <td data-label={text.interviews}>{row.interviews}</td>
                  <td data-label={text.due}>
                    {row.dueAt === null ? text.noTerm : showDay(amsterdamDay(row.dueAt), language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <p className="soft">{text.running}</p>
    </SharedFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
