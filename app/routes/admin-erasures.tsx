/** Erasure for who answers for it: what still waits, what was tried in vain, and what is gone. No content, and no youths for an administrator. */
import { SharedFrame } from "#app/components/admin/admin-frame.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { showMoment } from "#app/domain/dates.ts";
import { erasedBefore, erasureState } from "#app/domain/erasure.ts";
import { common } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-erasures";
import "#app/styles/admin.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const now = new Date().toISOString();
  const rows = await verbs.erasures.list();
  return {
    rows: rows.map((row) => ({ ...row, state: erasureState(row, now) })),
    isAdministrator: mayAnywhere(actor, "settings.manage"),
    title: families[language].erasures.title,
  };
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

function HowFar({ row }: { row: Row }) {
  const text = useMessages(families).erasures;
  const language = useLanguage();
  return (
    <>
      <strong>{text.states[row.state]}</strong>
      <span className="soft small">
        {row.doneAt
          ? text.doneAt(showMoment(row.doneAt, language))
          : text.before(showMoment(erasedBefore(row.askedAt), language))}
      </span>
      {row.failedAt && !row.doneAt && (
        <span className="soft small">
          {text.triedAt(row.failures, showMoment(row.failedAt, language))}
          {row.failure && ` (${row.failure})`}
        </span>
      )}
      {row.state === "late" && <span className="soft small">{text.lateHelp}</span>}
    </>
  );
}

function Rows({ rows }: { rows: Array<Row> }) {
  const text = useMessages(families).erasures;
  const words = useMessages(common);
  const language = useLanguage();
  if (rows.length === 0) return <EmptyState title={text.noneTitle}>{text.none}</EmptyState>;
  return (
    <table className="table audit-table">
      <thead>
        <tr>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.where}</th>
          <th scope="col">{text.why}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.interviewId}>
            <td data-label={text.when}>{showMoment(row.askedAt, language)}</td>
            <td data-label={text.what}>
              {words.interviewWith[row.perspective]}
              {row.about && <span className="soft small">{row.about}</span>}
            </td>
            <td data-label={text.where}>{row.region}</td>
            <td data-label={text.why}>{text.reasons[row.reason]}</td>
            <td data-label={text.state}>
              <HowFar row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function ErasuresPage({ loaderData }: Route.ComponentProps) {
  const { rows, isAdministrator } = loaderData;
  const text = useMessages(families).erasures;
  return (
    <SharedFrame here="erasures" title={text.title} intro={text.intro} isAdministrator={isAdministrator}>
      <Rows rows={rows} />
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
