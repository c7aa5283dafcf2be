/** The audit log for the administrator: who did or saw what and when, without any content; narrowed by person, outcome and day. */
import { Form, Link } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { SelectField, TextField } from "#app/components/ui/field.tsx";
import { signedIn } from "#app/context.server.ts";
import { roles } from "#app/domain/actor.ts";
import { dayAfter, isDay, showMoment, startOfDay } from "#app/domain/dates.ts";
import { admin } from "#app/messages/admin.ts";
import { auditActions } from "#app/messages/audit-actions.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { AuditOutcome } from "#db/queries/audit.server.ts";
import type { Route } from "./+types/admin-audit";

const outcomes: ReadonlyArray<AuditOutcome> = ["done", "denied", "failed"];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const day = searchParams.get("day") ?? "";
  const outcome = outcomes.find((one) => one === searchParams.get("outcome"));
  const personId = searchParams.get("person") || undefined;
  const before = Number(searchParams.get("before")) || undefined;
  const span = isDay(day) ? { from: startOfDay(day), to: startOfDay(dayAfter(day)) } : {};
  const { lines, next } = await verbs.auditLog.list({ personId, outcome, before, ...span });
  const { people } = await verbs.people.list();
  if (next !== null) searchParams.set("before", String(next));
  return {
    lines,
    older: next === null ? null : `?${searchParams}`,
    isFirst: before === undefined,
    asked: { personId: personId ?? "", outcome: outcome ?? "", day: isDay(day) ? day : "" },
    people: people.map(({ id, name }) => ({ id, name })),
    title: admin[language].audit.title,
  };
}

export default function AdminAudit({ loaderData }: Route.ComponentProps) {
  const { lines, older, isFirst, asked, people } = loaderData;
  const text = useMessages(admin).audit;
  const words = useMessages(common);
  const actions: Record<string, string> = useMessages(auditActions);
  const language = useLanguage();
  const anyone = { value: "", label: text.anyone };
  const roleName = (role: string) => roles.flatMap((one) => (one === role ? [words.roles[one]] : []))[0] ?? "";
  return (
    <AdminFrame here="audit" title={text.title} intro={text.intro}>
      <Form method="get" className="audit-filter">
        <SelectField
          label={text.person}
          name="person"
          defaultValue={asked.personId}
          options={[anyone, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          label={text.outcome}
          name="outcome"
          defaultValue={asked.outcome}
          options={[
            { value: "", label: text.anyOutcome },
            ...outcomes.map((value) => ({ value, label: text.outcomes[value] })),
          ]}
        />
        <TextField label={text.day} name="day" type="date" defaultValue={asked.day} />
        <Button kind="secondary">{text.show}</Button>
      </Form>
      {lines.length === 0 ? (
        <EmptyState title={text.noneTitle}>{text.none}</EmptyState>
      ) : (
        <table className="table audit-table">
          <thead>
            <tr>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.where}</th>
              <th scope="col">{text.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.sequence}>
                <td data-label={text.when}>{showMoment(line.at, language)}</td>
                <td data-label={text.who}>
                  {line.personId === "operator" ? text.operator : (line.person ?? text.gone)}
                  <span className="soft small">{roleName(line.role)}</span>
                </td>
                <td data-label={text.what}>
                  {actions[line.action] ?? line.action}
                  {line.subjects > 0 && <span className="soft small">{text.subjects(line.subjects)}</span>}
                </td>
                <td data-label={text.where}>{line.region ?? text.nowhere}</td>
                <td data-label={text.outcome}>{text.outcomes[line.outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="row">
        {older && (
          <ButtonLink kind="secondary" to={older}>
            {text.older}
          </ButtonLink>
        )}
        {!isFirst && <Link to="/admin/audit">{text.newest}</Link>}
      </p>
    </AdminFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
