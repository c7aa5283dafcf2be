/** Signing in; in a demo: picking who to be. */
import { data, Form, redirect, useSearchParams } from "react-router";
import { demoPersons, secondFactorPath, signInAs, signInWithPassword, statusOf } from "#app/auth/sign-in.server.ts";
import { OrganisationLink } from "#app/components/account/organisation-link.tsx";
import { Door } from "#app/components/door.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requestContext } from "#app/context.server.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { ownPath } from "#app/server/own-path.server.ts";
import "#app/styles/sign-in.css";
import type { Route } from "./+types/sign-in";

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = context.get(requestContext);
  const to = ownPath(new URL(request.url).searchParams.get("to"));
  if (visit.actor) throw redirect(to);
  if (visit.session) throw redirect(secondFactorPath(to));
  const { demo, language, organisation } = visit;
  const through = demo || !organisation ? null : { name: organisation.plan.name };
  return { demo, through, persons: await demoPersons(visit), title: signIn[language][demo ? "demoTitle" : "title"] };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = context.get(requestContext);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const outcome = visit.demo
    ? await signInAs(visit, text("person"))
    : await signInWithPassword(visit, text("email"), text("password"), request.headers.get("cookie"));
  if ("fault" in outcome) return data(outcome, { status: statusOf(outcome) });
  const to = ownPath(form.get("to"));
  return redirect(visit.demo ? to : secondFactorPath(to), { headers: { "Set-Cookie": outcome.cookie } });
}

export default function SignIn({ loaderData: { demo, through, persons }, actionData }: Route.ComponentProps) {
  const text = useMessages(signIn);
  const words = useMessages(common);
  const [query] = useSearchParams();
  const to = <input type="hidden" name="to" value={query.get("to") ?? "/"} />;
  const refused = actionData && "fault" in actionData ? actionData : null;
  const notice = refused && (
    <Notice kind="wrong" title={text.wrongTitle} live>
      {refused.fault === "wrong" ? text.wrong : text.tooMany(refused.seconds)}
    </Notice>
  );
  const outcomes: Record<string, string> = text.organisation.outcomes;
  const cameBack = through === null ? undefined : outcomes[query.get("organisation") ?? ""];
  if (demo) {
    return (
      <Door title={text.demoTitle} intro={persons.length > 0 ? text.demoIntro : text.nobody}>
        {notice}
        <Form method="post">
          {to}
          <ul className="people">
            {persons.map(({ id, name, role, regionName }) => (
              <li key={id}>
                <button type="submit" name="person" value={id}>
                  <span>
                    <b>{text.demoPerson(words.roles[role], regionName)}</b>
                    <span>
                      {name}. {words.roleMeaning[role]}
                    </span>
                  </span>
                  <Icon name="arrow-right" />
                </button>
              </li>
            ))}
          </ul>
        </Form>
      </Door>
    );
  }
  return (
    <Door title={text.title} intro={text.intro}>
      <Form method="post" className="way-in">
        {to}
        {notice}
        {cameBack && !refused && (
          <Notice kind="mind" title={text.wrongTitle} live>
            {cameBack}
          </Notice>
        )}
        <TextField label={text.email} name="email" type="email" autoComplete="username" required />
        <TextField label={text.password} name="password" type="password" autoComplete="current-password" required />
        <div className="row">
          <Button kind="primary">{text.submit}</Button>
        </div>
        <p className="small soft">{text.forgotten}</p>
      </Form>
      {through && (
        <div className="other-way">
          <p>{text.organisation.or}</p>
          <OrganisationLink
            name={through.name}
            to={`/sign-in/organisation?to=${encodeURIComponent(query.get("to") ?? "/")}`}
          />
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
