/** Which places the header offers to a person, by what they may do. */
import { type Actor, mayAnywhere, regionsFor } from "#app/domain/actor.ts";

export type Place = "board" | "coding" | "themes" | "search" | "report" | "guides" | "admin";

function onlyRegion(actor: Actor, right: "board.view" | "report.compile"): string | null {
  const regions = regionsFor(actor, right);
  return regions !== "all" && regions.length === 1 ? (regions[0] ?? null) : null;
}

/** Places with their paths, in the order of the header; a person with several regions finds their boards on the first page. */
export function placesOf(actor: Actor): Array<{ place: Place; to: string }> {
  const board = onlyRegion(actor, "board.view");
  const report = onlyRegion(actor, "report.compile");
  const codes = mayAnywhere(actor, "answer.code");
  const places: Array<{ place: Place; to: string } | false> = [
    board !== null && { place: "board", to: `/regions/${board}` },
    codes && { place: "coding", to: "/coding" },
    codes && { place: "themes", to: "/themes" },
    mayAnywhere(actor, "answer.search") && { place: "search", to: "/search" },
    mayAnywhere(actor, "report.read") && {
      place: "report",
      to: report === null ? "/reports" : `/regions/${report}/report`,
    },
    mayAnywhere(actor, "guide.read") && { place: "guides", to: "/guides" },
    mayAnywhere(actor, "people.manage") && { place: "admin", to: "/admin/people" },
  ];
  return places.filter((place) => place !== false);
}

/** The one place that the page at this path belongs to: the longest that it begins with. */
export function currentPlace(places: ReadonlyArray<{ to: string }>, pathname: string): string | null {
  const section = (to: string) => (to.startsWith("/admin") ? "/admin" : to);
  const fitting = places.filter(({ to }) => pathname === section(to) || pathname.startsWith(`${section(to)}/`));
  return fitting.sort((a, b) => b.to.length - a.to.length)[0]?.to ?? null;
}
