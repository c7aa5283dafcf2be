/** Everybody who may sign in, the links that are still open, and inviting somebody. */
import { data, Form, Link } from "react-router";
import { handOver } from "#app/auth/hand-over.server.ts";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { MembershipFields } from "#app/components/admin/membership-fields.tsx";
import { OneTimeLink } from "#app/components/admin/one-time-link.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import type { Role } from "#app/domain/actor.ts";
import { showMoment } from "#app/domain/dates.ts";
import { type FieldFault, Problem, problemSentence } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-people";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { people, invitations } = await verbs.people.list();
  const regions = await verbs.regions.mine();
  return {
    people,
    invitations: invitations.map(({ id, name, role, regionName, expiresAt }) => ({
      id,
      name,
      role,
      regionName,
      until: expiresAt,
    })),
    regions: regions.map(({ id, name }) => ({ id, name })),
    title: admin[language].people.title,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { name: text("name"), email: text("email"), role: text("role"), regionId: text("regionId") };
  try {
    const made = await verbs.people.invite({
      ...given,
      role: given.role as Role,
      regionId: given.regionId === "" ? null : given.regionId,
    });
    const about = { kind: "invitation" as const, name: given.name, email: given.email.trim(), ...made };
    return { made: await handOver(context.get(requestContext), about) };
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "invalid-input" && error.code !== "person-exists")) throw error;
    const faults: Array<FieldFault> = error.details.fields ?? [{ path: "email", code: "exists" }];
    return data({ faults, given, problem: error.code }, { status: error.code === "invalid-input" ? 400 : 409 });
  }
}

export default function AdminPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { people, invitations, regions } = loaderData;
  const text = useMessages(admin).people;
  const words = useMessages(common);
  const language = useLanguage();
  const refused = actionData && "faults" in actionData ? actionData : null;
  const faults = refused?.faults ?? [];
  const sentenceOf = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    const sentences: Record<string, string> = words.faults;
    return fault && (sentences[fault.code] ?? words.faults.wrong);
  };
  const membershipName = (role: Role, regionName: string | null) =>
    regionName === null ? words.roles[role] : `${words.roles[role]}, ${regionName}`;
  return (
    <AdminFrame here="people" title={text.title} intro={text.intro}>
      {actionData && "made" in actionData && <OneTimeLink made={actionData.made} />}
      {people.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.memberships}</th>
              <th scope="col">{text.email}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <Link to={`/admin/people/${person.id}`}>{person.name}</Link>
                </th>
                <td data-label={text.memberships}>
                  {person.disabledAt !== null ? (
                    text.disabled
                  ) : person.memberships.length === 0 ? (
                    text.noMemberships
                  ) : (
                    <ul>
                      {person.memberships.map(({ id, role, regionName }) => (
                        <li key={id}>{membershipName(role, regionName)}</li>
                      ))}
                    </ul>
                  )}
                </td>
                <td data-label={text.email}>{person.email}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {invitations.length > 0 && (
        <section className="admin-part">
          <h2>{text.openTitle}</h2>
          <ul className="held">
            {invitations.map(({ id, name, role, regionName, until }) => (
              <li key={id}>
                <span>
                  {name || text.firstAdministrator} ({membershipName(role, regionName)})
                </span>
                <span className="small soft">{text.openUntil(showMoment(until, language))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="admin-part">
        <h2>{text.inviteTitle}</h2>
        <Form method="post" className="admin-form" key={invitations.map(({ id }) => id).join(" ")}>
          {refused && (
            <Notice kind="wrong" live>
              {problemSentence(refused.problem, language)}
            </Notice>
          )}
          <div className="two">
            <TextField label={text.person} name="name" defaultValue={refused?.given.name} fault={sentenceOf("name")} />
            <TextField
              label={text.email}
              name="email"
              type="email"
              defaultValue={refused?.given.email}
              fault={sentenceOf("email")}
            />
          </div>
          <MembershipFields
            regions={regions}
            faults={faults}
            role={refused?.given.role}
            regionId={refused?.given.regionId}
          />
          <div className="row">
            <Button kind="primary">{text.inviteButton}</Button>
          </div>
        </Form>
      </section>
    </AdminFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
