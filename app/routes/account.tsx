/** One's own account: the devices that are signed in, the passkeys, the recovery codes and the password. */
import { data, Link, redirect } from "react-router";
import { changePassword } from "#app/auth/change-password.server.ts";
import { addPasskey, hasFreshFactor, needFreshFactor, renewRecoveryCodes } from "#app/auth/second-factor.server.ts";
import { endSession } from "#app/auth/session.server.ts";
import { statusOf } from "#app/auth/sign-in.server.ts";
import { Devices } from "#app/components/account/devices.tsx";
import { NewCodes } from "#app/components/account/new-codes.tsx";
import { NewPassword } from "#app/components/account/new-password.tsx";
import { OrganisationAccount } from "#app/components/account/organisation.tsx";
import { Passkeys } from "#app/components/account/passkeys.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { requestContext, signedIn } from "#app/context.server.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { account } from "#app/messages/account.ts";
import { useMessages } from "#app/messages/messages.ts";
import "#app/styles/sign-in.css";
import "#app/styles/account.css";
import type { Route } from "./+types/account";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language, demo } = signedIn(context);
  const visit = context.get(requestContext);
  const { session, env, organisation } = visit;
  const { passwordHash } = await verbs.own.account();
  const at = new Date();
  const seenAfter = new Date(at.getTime() - env.idleMinutes * 60_000).toISOString();
  const app = await verbs.own.secondFactor();
  const passkeys = await verbs.own.passkeys();
  const devices = await verbs.own.devices({ at, seenAfter });
  return {
    name: actor.name,
    devices: devices.map((device) => ({ ...device, current: device.id === session?.id })),
    app: app !== null && app.confirmedAt !== null,
    passkeys: passkeys.map(({ id, browser, createdAt, lastUsedAt }) => ({ id, browser, createdAt, lastUsedAt })),
    fresh: hasFreshFactor(visit),
    codesLeft: demo ? null : await verbs.own.recoveryCodesLeft(),
    origin: env.origin,
    hasPassword: passwordHash !== null,
    organisation:
      demo || !organisation
        ? null
        : { name: organisation.plan.name, connected: await verbs.own.connected({ issuer: organisation.plan.issuer }) },
    title: account[language].title,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const visit = context.get(requestContext);
  const { session } = visit;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  if (!session) throw new Problem("sign-in-required");
  switch (text("intent")) {
    case "end": {
      const sessionId = text("sessionId");
      await verbs.own.endSession({ sessionId });
      if (sessionId !== session.id) return redirect("/account");
      return redirect("/sign-in", {
        headers: { "Set-Cookie": await endSession(visit, request.headers.get("cookie")) },
      });
    }
    case "end-others":
      await verbs.own.endOtherSessions({ sessionId: session.id });
      return redirect("/account");
    case "add-passkey": {
      needFreshFactor(visit, "/account");
      const refused = await addPasskey(visit, session, text("passkey"));
      if (refused === null) return redirect("/account");
      return data({ about: "passkey" as const, ...refused }, { status: statusOf(refused) });
    }
    case "remove-passkey":
      needFreshFactor(visit, "/account");
      await verbs.own.removePasskey({ passkeyId: text("passkeyId") });
      return redirect("/account");
    case "password": {
      const typed = { current: text("current"), password: text("password"), again: text("again") };
      const refused = await changePassword(visit, session, typed);
      if (refused === null) return { changed: true as const };
      const about = { about: "password" as const, ...refused };
      return data(about, { status: "fault" in refused ? statusOf(refused) : 400 });
    }
    case "codes": {
      const outcome = await renewRecoveryCodes(visit, session, text("code"));
      if ("fault" in outcome) return data({ about: "codes" as const, ...outcome }, { status: statusOf(outcome) });
      return outcome;
    }
    case "disconnect-organisation":
      needFreshFactor(visit, "/account");
      if (!visit.organisation) throw new Problem("not-found");
      try {
        await verbs.own.disconnectOrganisation({ issuer: visit.organisation.plan.issuer });
        return redirect("/account");
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "no-password") throw error;
        return data({ about: "organisation" as const, problem: error.code }, { status: problemStatus(error.code) });
      }
    default:
      throw new Problem("invalid-input");
  }
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const text = useMessages(account);
  const { name, devices, passkeys, app, fresh, codesLeft, origin, hasPassword, organisation } = loaderData;
  const refused = actionData && "about" in actionData ? actionData : null;
  return (
    <div className="account">
      <PageHead title={text.title} intro={name} />
      <Devices devices={devices} />
      <p>
        <Link to="/account/acts">{text.acts.link}</Link>
      </p>
      {codesLeft === null ? (
        <p className="soft">{text.demoText}</p>
      ) : (
        <>
          <Passkeys
            passkeys={passkeys}
            app={app}
            fresh={fresh}
            refused={refused?.about === "passkey" && "fault" in refused ? refused : null}
          />
          <NewCodes
            byCode={app}
            left={codesLeft}
            codes={actionData && "codes" in actionData ? actionData.codes : null}
            refused={refused?.about === "codes" && "fault" in refused ? refused : null}
            origin={origin}
          />
          {organisation && (
            <OrganisationAccount
              {...organisation}
              problem={refused?.about === "organisation" ? refused.problem : null}
            />
          )}
          {hasPassword && (
            <NewPassword
              changed={actionData !== undefined && "changed" in actionData}
              refused={refused?.about === "password" && "fault" in refused ? refused : null}
              faults={refused?.about === "password" && "faults" in refused ? refused.faults : []}
            />
          )}
        </>
      )}
    </div>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
