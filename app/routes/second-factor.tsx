/** The second factor: connect a phone or a passkey, give it to come in, or give it again before something that is hard to undo. */
import { data, Form, redirect } from "react-router";
import { type Asked, askedOf, type Given, give, setUp } from "#app/auth/second-factor.server.ts";
import { statusOf } from "#app/auth/sign-in.server.ts";
import { PasskeyButton } from "#app/components/account/passkey-button.tsx";
import { RecoveryCodes } from "#app/components/account/recovery-codes.tsx";
import { ConnectPhone, GiveCode, LostFactor } from "#app/components/account/second-factor.tsx";
import { Door } from "#app/components/door.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { requestContext } from "#app/context.server.ts";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { ownPath } from "#app/server/own-path.server.ts";
import "#app/styles/sign-in.css";
import type { Route } from "./+types/second-factor";

/** Which head the page has: with a passkey one that does not speak of a code only. */
function headOf(asked: Asked) {
  if (asked.step === "set-up" || !asked.passkey) return asked.step;
  return asked.step === "verify" ? "passkey" : "passkey-again";
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = context.get(requestContext);
  const to = ownPath(new URL(request.url).searchParams.get("to"));
  if (!visit.session) throw redirect(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`);
  if (visit.demo) throw redirect(to);
  const asked = await askedOf(visit, visit.session);
  return { asked, to, origin: visit.env.origin, title: signIn[visit.language].steps[headOf(asked)].title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = context.get(requestContext);
  const form = await request.formData();
  const to = ownPath(form.get("to"));
  if (!visit.session || visit.demo) throw redirect("/sign-in");
  const passkey = form.get("passkey");
  const given: Given = passkey === null ? { code: String(form.get("code") ?? "") } : { passkey: String(passkey) };
  const setsUp = form.get("intent") === "set-up";
  const outcome = setsUp ? await setUp(visit, visit.session, given) : await give(visit, visit.session, given);
  if ("fault" in outcome) {
    return data({ refused: outcome, by: passkey === null ? "code" : "passkey" }, { status: statusOf(outcome) });
  }
  const headers = new Headers(outcome.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
  if ("codes" in outcome) return data({ codes: outcome.codes, to }, { headers });
  return redirect(to, { headers });
}

export default function SecondFactor({ loaderData: { asked, to, origin }, actionData }: Route.ComponentProps) {
  const text = useMessages(signIn);
  if (actionData && "codes" in actionData && actionData.codes) {
    return (
      <Door title={text.steps.codes.title} intro={text.steps.codes.intro}>
        <RecoveryCodes codes={actionData.codes} origin={origin} />
        <div className="row">
          <ButtonLink kind="primary" to={actionData.to}>
            {text.kept}
          </ButtonLink>
        </div>
      </Door>
    );
  }
  const refused = actionData && "refused" in actionData ? actionData.refused : null;
  const byPasskey = actionData !== undefined && "by" in actionData && actionData.by === "passkey";
  const wrong = byPasskey ? text.passkeyWrong : text.codeWrong;
  const fault = refused && (refused.fault === "wrong" ? wrong : text.tooMany(refused.seconds));
  const [codeFault, passkeyFault] = byPasskey ? [null, fault] : [fault, null];
  const head = text.steps[headOf(asked)];
  return (
    <Door title={head.title} intro={head.intro}>
      {asked.step === "set-up" ? (
        <>
          <ConnectPhone enrolment={asked.enrolment} fault={codeFault} to={to} />
          <section className="or-passkey">
            <h2>{text.orPasskey}</h2>
            <p>{text.passkeyText}</p>
            <PasskeyButton purpose="add" send={{ intent: "set-up", to }} fault={passkeyFault}>
              {text.usePasskey}
            </PasskeyButton>
          </section>
        </>
      ) : (
        <>
          {asked.passkey && (
            <PasskeyButton purpose="give" send={{ to }} fault={passkeyFault} kind="primary">
              {text.usePasskey}
            </PasskeyButton>
          )}
          {(asked.app || !asked.passkey) && <GiveCode fault={codeFault} to={to} secondary={asked.passkey} />}
          <LostFactor passkey={asked.passkey} to={to} fault={asked.passkey && !asked.app ? codeFault : null} />
        </>
      )}
      {asked.step !== "again" && (
        <Form method="post" action="/sign-out" className="somebody-else">
          <Button kind="plain" size="slim">
            {text.somebodyElse}
          </Button>
        </Form>
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
