/** One person: roles to end and to add, and whether they may sign in. */
import { data, Form, redirect } from "react-router";
import { handOver } from "#app/auth/hand-over.server.ts";
import { needFreshFactor } from "#app/auth/second-factor.server.ts";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { MembershipFields } from "#app/components/admin/membership-fields.tsx";
import { OneTimeLink } from "#app/components/admin/one-time-link.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import type { Role } from "#app/domain/actor.ts";
import { Problem, problemSentence, problemStatus } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-person";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, demo } = signedIn(context);
  const { people } = await verbs.people.list();
  const person = people.find(({ id }) => id === params.personId);
  if (!person) throw new Problem("not-found");
  const regions = await verbs.regions.mine();
  return { person, regions: regions.map(({ id, name }) => ({ id, name })), demo };
}

export async function action({ request, context, params: { personId } }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const visit = context.get(requestContext);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { role: text("role"), regionId: text("regionId") };
  try {
    switch (text("intent")) {
      case "add": {
        const regionId = given.regionId === "" ? null : given.regionId;
        await verbs.people.addMembership({ personId, role: given.role as Role, regionId });
        break;
      }
      case "end":
        await verbs.people.endMembership({ membershipId: text("membershipId") });
        break;
      case "disable":
        needFreshFactor(visit, `/admin/people/${personId}`);
        await verbs.people.disable({ personId });
        break;
      case "enable":
        await verbs.people.enable({ personId });
        break;
      case "renew": {
        const { people } = await verbs.people.list();
        const person = people.find(({ id }) => id === personId);
        if (!person) throw new Problem("not-found");
        const { name, email } = person;
        const link = await verbs.people.renew({ personId });
        return { made: await handOver(visit, { kind: "renewal", name, email, ...link }) };
      }
      case "remove-second-factor":
        needFreshFactor(visit, `/admin/people/${personId}`);
        await verbs.people.removeSecondFactor({ personId });
        break;
      default:
        throw new Problem("invalid-input");
    }
    return redirect(`/admin/people/${personId}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    return data(
      { problem: error.code, faults: error.details.fields ?? [], given },
      { status: problemStatus(error.code) },
    );
  }
}

export default function AdminPerson({ loaderData: { person, regions, demo }, actionData }: Route.ComponentProps) {
  const text = useMessages(admin);
  const words = useMessages(common);
  const language = useLanguage();
  const refused = actionData && "problem" in actionData ? actionData : null;
  const intent = (value: string) => <input type="hidden" name="intent" value={value} />;
  return (
    <AdminFrame here="people" title={person.name} intro={person.email}>
      {actionData && "made" in actionData && <OneTimeLink made={actionData.made} />}
      {refused && (
        <Notice kind="wrong" live title={words.notPossibleTitle}>
          {problemSentence(refused.problem, language)}
        </Notice>
      )}
      <section className="admin-part">
        <h2>{text.person.rolesTitle}</h2>
        {person.memberships.length === 0 ? (
          <p>{text.people.noMemberships}</p>
        ) : (
          <ul className="held">
            {person.memberships.map(({ id, role, regionName }) => {
              const name = `${words.roles[role]}, ${regionName ?? text.person.national}`;
              return (
                <li key={id}>
                  <span>{name}</span>
                  <Form method="post">
                    {intent("end")}
                    <input type="hidden" name="membershipId" value={id} />
                    <Button kind="plain" size="slim" aria-label={text.person.endLabel(name)}>
                      {text.person.end}
                    </Button>
                  </Form>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section className="admin-part">
        <h2>{text.person.addTitle}</h2>
        <Form method="post" className="admin-form">
          {intent("add")}
          <MembershipFields
            regions={regions}
            faults={refused?.faults ?? []}
            role={refused?.given.role || undefined}
            regionId={refused?.given.regionId}
          />
          <div className="row">
            <Button kind="primary">{text.person.addButton}</Button>
          </div>
        </Form>
      </section>
      <section className="admin-part">
        <h2>{text.person.accountTitle}</h2>
        {person.disabledAt !== null && <p>{text.person.disabledText}</p>}
        {person.disabledAt === null && !person.secondFactor && !demo && <p>{text.person.noSecondFactor}</p>}
        <div className="row">
          {person.disabledAt === null ? (
            <>
              <Form method="post">
                {intent("renew")}
                <Button>{text.person.renew}</Button>
              </Form>
              {person.secondFactor && (
                <ConfirmDialog
                  trigger={text.person.removeSecondFactor}
                  title={text.person.removeSecondFactorTitle(person.name)}
                  confirmLabel={text.person.removeSecondFactor}
                  fields={{ intent: "remove-second-factor" }}
                >
                  {text.person.removeSecondFactorText}
                </ConfirmDialog>
              )}
              <ConfirmDialog
                trigger={text.person.disable}
                triggerKind="plain"
                title={text.person.disableTitle(person.name)}
                confirmLabel={text.person.disable}
                fields={{ intent: "disable" }}
              >
                {text.person.disableText}
              </ConfirmDialog>
            </>
          ) : (
            <Form method="post">
              {intent("enable")}
              <Button>{text.person.enable}</Button>
            </Form>
          )}
        </div>
      </section>
    </AdminFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.person.name} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
