/** The document around every page: language, theme, the frame, and the calm page for when something is wrong. */
import { type ReactNode, useContext } from "react";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { currentPlace, placesOf } from "./components/navigation.ts";
import { AppShell } from "./components/ui/app-shell.tsx";
import { RouteError } from "./components/ui/error-page.tsx";
import { IdleCover } from "./components/ui/idle-cover.tsx";
import { PageAnnouncer } from "./components/ui/page-announcer.tsx";
import { requestContext } from "./context.server.ts";
import { LanguageProvider, useMessages } from "./messages/messages.ts";
import { navigation } from "./messages/navigation.ts";
import { NonceContext } from "./nonce.ts";
import "./styles/index.css";

export function loader({ context }: Route.LoaderArgs) {
  const { actor, language, theme, demo, env } = context.get(requestContext);
  const idle = actor && { personId: actor.personId, minutes: env.idleMinutes };
  return { language, theme, demo, name: actor?.name ?? null, places: actor ? placesOf(actor) : [], idle };
}

export function Layout({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>("root");
  const nonce = useContext(NonceContext);
  const language = known?.language ?? "nl";
  return (
    <html lang={language} data-theme={known && known.theme !== "system" ? known.theme : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <LanguageProvider language={language}>
          <Frame>{children}</Frame>
        </LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Pages that fill the whole screen: the way in, the shared screen and what is printed. */
const barePaths = /^\/(sign-in|second-factor|welcome\/[^/]+)$|\/(together|print)$/;
/** The shared screen shows nothing but the question, not even that it is practice. */
const sharedPaths = /\/together$/;

/** Whether what a page shows says of itself `practice: true`, at the top or in the thing that it is about; lists do not count. */
function saysPractice(value: unknown, depth = 3): boolean {
  if (depth === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if ("practice" in value && value.practice === true) return true;
  return Object.values(value).some((part) => saysPractice(part, depth - 1));
}

/** A page whose data says `bare: true` brings its own bar. */
function isBare(matches: ReturnType<typeof useMatches>): boolean {
  return matches.some(
    ({ loaderData }) =>
      typeof loaderData === "object" && loaderData !== null && "bare" in loaderData && loaderData.bare === true,
  );
}

function Frame({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const matches = useMatches();
  const words = useMessages(navigation);
  const places = known?.places ?? [];
  const here = currentPlace(places, pathname);
  return (
    <AppShell
      user={known?.name ? { name: known.name } : null}
      navigation={places.map(({ place, to }) => ({ to, label: words[place], current: to === here }))}
      practice={
        !sharedPaths.test(pathname) && (known?.demo === true || matches.some((match) => saysPractice(match.loaderData)))
      }
      demo={known?.demo ?? false}
      bare={barePaths.test(pathname) || isBare(matches)}
      theme={known?.theme ?? "system"}
    >
      {children}
      <PageAnnouncer />
      {known?.idle && <IdleCover {...known.idle} />}
    </AppShell>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
