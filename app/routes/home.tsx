/** The first page after signing in: the one next step for this person, and per region the doors they may take. */
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { NextStep } from "#app/components/ui/next-step.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { common } from "#app/messages/common.ts";
import { home } from "#app/messages/home.ts";
import { useMessages } from "#app/messages/messages.ts";
import { homePage } from "#app/workflows/home-page.server.ts";
import "#app/styles/home.css";
import type { Route } from "./+types/home";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language, demo } = signedIn(context);
  const regions = mayAnywhere(actor, "account.own") ? await verbs.regions.mine() : [];
  return { page: homePage(actor, regions), demo, title: home[language].pageTitle };
}

export default function Home({ loaderData: { page, demo } }: Route.ComponentProps) {
  const text = useMessages(home);
  const words = useMessages(common);
  const { name, next, places } = page;
  if (places.length === 0) {
    return (
      <EmptyState title={text.nowhereTitle} level={1}>
        {text.nowhere}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHead title={text.title(name)} />
      {next && (
        <NextStep
          title={
            next.step === "interview" || next.step === "coding"
              ? text.steps[next.step].title(next.regionName ?? "")
              : text.steps[next.step].title
          }
          reason={text.steps[next.step].reason}
        >
          <ButtonLink kind="sunny" to={next.to}>
            {text.steps[next.step].button}
          </ButtonLink>
        </NextStep>
      )}
      <div className="places">
        {places
          .filter(({ doors }) => doors.length > 0)
          .map(({ region, roles, doors }) => (
            <section key={region?.id ?? "national"}>
              <h2>{region?.name ?? (roles.length > 0 ? text.nationally : text.everywhere)}</h2>
              {roles.length > 0 && (
                <p>
                  {text.yourRole(roles.map((role) => words.roles[role].toLowerCase()).join(", "))}
                  {region?.practice && !demo ? ` ${text.practiceRegion}` : ""}
                </p>
              )}
              <ul className="doors">
                {doors.map(({ door, to }) => (
                  <li key={door}>
                    <Link to={to}>
                      {text.doors[door]}
                      <Icon name="arrow-right" />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
