/** The frame of the administrator's pages: head, and the places beside each other. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { admin } from "#app/messages/admin.ts";
import { useMessages } from "#app/messages/messages.ts";
import { PageHead } from "../ui/page-head.tsx";
import "#app/styles/admin.css";

export type AdminPlace = "people" | "regions" | "settings" | "audit" | "erasures";
/** place -> its page; that of erasures leads of regions open too. */
const places: Record<AdminPlace, string> = {
  people: "/admin/people",
  regions: "/admin/regions",
  settings: "/admin/settings",
  audit: "/admin/audit",
  erasures: "/erasures",
};

export function AdminFrame({
  here,
  title,
  intro,
  children,
}: {
  here: AdminPlace;
  title: string;
  intro?: string;
  children: ReactNode;
}) {
  const text = useMessages(admin);
  return (
    <>
      <nav className="admin-places" aria-label={text.placesLabel}>
        <ul>
          {(Object.entries(places) as Array<[AdminPlace, string]>).map(([place, to]) => (
            <li key={place}>
              <Link to={to} aria-current={place === here ? "page" : undefined}>
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
