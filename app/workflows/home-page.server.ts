/** What the first page shows to a person: their regions with the doors they may take, and the one next step. */
import { type Actor, mayAnywhere, mayIn, type Right, type Role } from "#app/domain/actor.ts";

export type HomeRegion = { id: string; name: string; practice: boolean };
export type Door =
  | "board"
  | "coding"
  | "themes"
  | "search"
  | "report"
  | "reports"
  | "guides"
  | "people"
  | "regions"
  | "settings";
export type Step = "interview" | "coding" | "reports" | "guides" | "firstRegion" | "people";
export type HomePlace = {
  /** Null: what is not about one region. */
  region: HomeRegion | null;
  roles: Array<Role>;
  doors: Array<{ door: Door; to: string }>;
};
export type HomePage = {
  name: string;
  next: { step: Step; to: string; regionName: string | null } | null;
  places: Array<HomePlace>;
};

/** door -> the right that opens it, and where it leads in a region; in the order of the work. */
const regionalDoors: ReadonlyArray<[Door, Right, (regionId: string) => string]> = [
  ["board", "board.view", (regionId) => `/regions/${regionId}`],
  ["coding", "answer.code", (regionId) => `/coding?region=${regionId}`],
  ["themes", "answer.code", (regionId) => `/themes?region=${regionId}`],
  ["report", "report.compile", (regionId) => `/regions/${regionId}/report`],
];

const otherDoors: ReadonlyArray<[Door, Right, string]> = [
  ["search", "answer.search", "/search"],
  ["reports", "report.read", "/reports"],
  ["guides", "guide.read", "/guides"],
  ["people", "people.manage", "/admin/people"],
  ["regions", "people.manage", "/admin/regions"],
  ["settings", "settings.manage", "/admin/settings"],
];

function rolesIn(actor: Actor, regionId: string | null): Array<Role> {
  if (actor.kind === "operator") return [];
  return actor.memberships.filter((one) => one.regionId === regionId).map((one) => one.role);
}

function nextStep(places: Array<HomePlace>, regions: ReadonlyArray<HomeRegion>, publishes: boolean): HomePage["next"] {
  const opening = (door: Door) =>
    places.flatMap(({ region, doors }) =>
      doors.filter((one) => one.door === door).map(({ to }) => ({ to, region })),
    )[0];
  const board = opening("board");
  if (board) return { step: "interview", to: board.to, regionName: board.region?.name ?? null };
  const coding = opening("coding");
  if (coding) return { step: "coding", to: coding.to, regionName: coding.region?.name ?? null };
  if (opening("people")) {
    return regions.length === 0
      ? { step: "firstRegion", to: "/admin/regions", regionName: null }
      : { step: "people", to: "/admin/people", regionName: null };
  }
  if (publishes) return { step: "guides", to: "/guides", regionName: null };
  const reports = opening("reports");
  return reports ? { step: "reports", to: reports.to, regionName: null } : null;
}

/** The first page of an actor; `regions` are those that they may reach. */
export function homePage(actor: Actor, regions: ReadonlyArray<HomeRegion>): HomePage {
  const regional = regions
    .map((region) => ({
      region,
      roles: rolesIn(actor, region.id),
      doors: regionalDoors
        .filter(([, right]) => mayIn(actor, right, region.id))
        .map(([door, , to]) => ({ door, to: to(region.id) })),
    }))
    .filter(({ roles }) => roles.length > 0);
  const roles = rolesIn(actor, null);
  const doors = otherDoors.filter(([, right]) => mayAnywhere(actor, right)).map(([door, , to]) => ({ door, to }));
  const places: Array<HomePlace> = doors.length > 0 ? [...regional, { region: null, roles, doors }] : regional;
  return { name: actor.name, next: nextStep(places, regions, mayAnywhere(actor, "guide.publish")), places };
}
