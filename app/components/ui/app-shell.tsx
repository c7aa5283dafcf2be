/** What surrounds every page: skip link, practice band, header with navigation that folds without JavaScript, main, and footer. */
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Brand } from "./brand.tsx";
import { Icon } from "./icon.tsx";
import { Preferences, type ThemeChoice } from "./preferences.tsx";

export type NavigationItem = { to: string; label: string; current?: boolean };

/** The band that says, before anything else, that all here is invented. */
export function PracticeBand() {
  const words = useMessages(common);
  return (
    <aside className="practice" aria-label={words.practice}>
      <div className="wrap">
        <p>
          <span className="tape" aria-hidden="true" />
          <span>
            <b>{words.practice}.</b> {words.practiceMeaning}
          </span>
        </p>
      </div>
    </aside>
  );
}

function Navigation({ items }: { items: ReadonlyArray<NavigationItem> }) {
  const words = useMessages(common);
  return (
    <nav aria-label={words.mainMenu}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} aria-current={item.current ? "page" : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Leave({ demo }: { demo: boolean }) {
  const words = useMessages(common);
  return (
    <Form method="post" action="/sign-out">
      <button type="submit" className="btn plain slim">
        {demo ? words.switchRole : words.signOut}
      </button>
    </Form>
  );
}

/**
 * `practice` shows the band; `demo` makes signing out read as switching role; `bare` leaves out header and footer (shared screen,
 * print pages, sign-in). A page whose only child has the class `full` gets the whole width.
 */
export function AppShell({
  user,
  navigation,
  practice,
  demo,
  bare = false,
  theme = "system",
  children,
}: {
  user: { name: string } | null;
  navigation: ReadonlyArray<NavigationItem>;
  practice: boolean;
  demo: boolean;
  bare?: boolean;
  theme?: ThemeChoice;
  children: ReactNode;
}) {
  const words = useMessages(common);
  return (
    <>
      <a className="skip" href="#content">
        {words.skipToContent}
      </a>
      {practice && <PracticeBand />}
      {!bare && (
        <header className="top">
          <div className="wrap">
            <Brand />
            {navigation.length > 0 && (
              <div className="only-desk">
                <Navigation items={navigation} />
              </div>
            )}
            {user && (
              <div className={navigation.length > 0 ? "who only-desk" : "who"}>
                <Link to="/account" className="name" aria-label={words.myAccount(user.name)}>
                  {user.name}
                </Link>
                <Leave demo={demo} />
              </div>
            )}
            {navigation.length > 0 && (
              <details className="fold only-narrow">
                <summary>
                  <Icon name="menu" />
                  {words.menu}
                </summary>
                <div className="inside">
                  <Navigation items={navigation} />
                  {user && (
                    <div className="me">
                      <Link to="/account" className="small" aria-label={words.myAccount(user.name)}>
                        {user.name}
                      </Link>
                      <Leave demo={demo} />
                    </div>
                  )}
                </div>
              </details>
            )}
          </div>
        </header>
      )}
      <main id="content" tabIndex={-1} className={bare ? "page bare" : "page"}>
        {children}
      </main>
      {!bare && (
        <footer className="foot">
          <div className="wrap">
            <p>{words.tagline}</p>
            <Preferences theme={theme} />
          </div>
        </footer>
      )}
    </>
  );
}
