/** The page behind a one-time link: choose a password, and the account is there. */
import { data, Form, redirect } from "react-router";
import { hashPassword } from "#app/auth/auth.server.ts";
import { newPasswordFaults } from "#app/auth/passwords.ts";
import { beginSession } from "#app/auth/session.server.ts";
import { secondFactorPath } from "#app/auth/sign-in.server.ts";
import { OrganisationLink } from "#app/components/account/organisation-link.tsx";
import { Door } from "#app/components/door.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { requestContext } from "#app/context.server.ts";
import { operator } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import "#app/styles/sign-in.css";
import { PasswordFields } from "#app/components/account/password-fields.tsx";
import type { Route } from "./+types/welcome";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { store, requestId, language, demo, organisation } = context.get(requestContext);
  const behind = await store.as(operator, requestId).people.welcome({ token: params.token });
  const through =
    demo || !organisation || behind.renewal || behind.email === "" ? null : { name: organisation.plan.name };
  return { ...behind, through, title: signIn[language][behind.renewal ? "renewalTitle" : "welcomeTitle"] };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const visit = context.get(requestContext);
  const verbs = visit.store.as(operator, visit.requestId);
  const behind = await verbs.people.welcome({ token: params.token });
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const password = text("password");
  const name = behind.name || text("name");
  const email = behind.email || text("email");
  const faults = newPasswordFaults(password, text("again"), { name, email });
  if (faults.length > 0) return data({ faults, name, email }, { status: 400 });
  try {
    const passwordHash = await hashPassword(password);
    const { personId } = await verbs.people.accept({ token: params.token, name, email, passwordHash });
    const cookie = await beginSession(visit, personId, {
      factorGivenBy: visit.demo ? visit.browser : null,
      replaces: visit.session?.id,
    });
    return redirect(secondFactorPath("/"), { headers: cookie === null ? {} : { "Set-Cookie": cookie } });
  } catch (error) {
    if (error instanceof Problem && error.code === "person-exists") {
      return data({ faults: [{ path: "email", code: "exists" }], name, email }, { status: 409 });
    }
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ faults: error.details.fields ?? [], name, email }, { status: 400 });
  }
}

export default function Welcome({ loaderData, actionData, params }: Route.ComponentProps) {
  const text = useMessages(signIn);
  const words = useMessages(common);
  const { renewal, name, email, title, through } = loaderData;
  const first = email === "";
  const sentences: Record<string, string> = {
    ...words.faults,
    ...text.passwordFaults,
  };
  const faultOf = (path: string) => {
    const fault = actionData?.faults.find((one) => one.path === path);
    return fault && (sentences[fault.code] ?? words.faults.wrong);
  };
  return (
    <Door title={title} intro={first ? text.firstIntro : renewal ? text.renewalIntro : text.welcomeIntro}>
      <Form method="post" className="way-in">
        {first ? (
          <>
            <TextField
              label={text.name}
              name="name"
              autoComplete="name"
              defaultValue={actionData?.name}
              fault={faultOf("name")}
              required
            />
            <TextField
              label={text.email}
              name="email"
              type="email"
              autoComplete="username"
              defaultValue={actionData?.email}
              fault={faultOf("email")}
              required
            />
          </>
        ) : (
          <dl className="facts">
            <div>
              <dt>{text.name}</dt>
              <dd>{name}</dd>
            </div>
            <div>
              <dt>{text.email}</dt>
              <dd>{email}</dd>
            </div>
          </dl>
        )}
        <PasswordFields label={text.newPassword} faultOf={faultOf} />
        <div className="row">
          <Button kind="primary">{text.begin}</Button>
        </div>
      </Form>
      {through && (
        <div className="other-way">
          <p>{text.organisation.noPassword}</p>
          <OrganisationLink name={through.name} to={`/welcome/${params.token}/organisation`} />
        </div>
      )}
    </Door>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
