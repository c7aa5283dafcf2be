/** The frame of the administrator's pages: head, and the places beside each other. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { admin } from "#app/messages/admin.ts";
import { useMessages } from "#app/messages/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import "#app/styles/admin.css";

export type AdminPlace = "people" | "regions" | "settings" | "audit" | "erasures" | "terms";
const places: ReadonlyArray<AdminPlace> = ["people", "regions", "settings", "audit", "erasures", "terms"];

type Frame = { here: AdminPlace; title: string; intro?: string; children: ReactNode };

/** The same page for who is not an administrator: its head alone. */
export function SharedFrame({ isAdministrator, ...frame }: Frame & { isAdministrator: boolean }) {
  if (isAdministrator) return <AdminFrame {...frame} />;
  return (
    <>
      <PageHead title={frame.title} intro={frame.intro} />
      {frame.children}
    </>
  );
}

export function AdminFrame({ here, title, intro, children }: Frame) {
  const text = useMessages(admin);
  return (
    <>
      <nav className="admin-places" aria-label={text.placesLabel}>
        <ul>
          {places.map((place) => (
            <li key={place}>
              <Link to={`/admin/${place}`} aria-current={place === here ? "page" : undefined}>
                {text.places[place]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PageHead kicker={text.kicker} title={title} intro={intro} />
      {children}
    </>
  );
}
