/** Who acts: a person with memberships, and which role may do what. The store asks here before every verb. */

export const roles = ["interviewer", "analyst", "lead", "reader", "editor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Roles that belong to one region; the others are national and see no interview, answer or passage. */
export const regionalRoles = ["interviewer", "analyst", "lead", "reader"] as const satisfies ReadonlyArray<Role>;

export type Membership = { role: Role; regionId: string | null };

/** Somebody who uses the product. `operator` is the built-in actor of the command line: all regions, audited like anyone. */
export type Actor =
  | { kind: "person"; personId: string; name: string; memberships: ReadonlyArray<Membership> }
  | { kind: "operator"; personId: "operator"; name: "operator" };

export const operator: Actor = { kind: "operator", personId: "operator", name: "operator" };

/** right -> the roles that have it. Regional rights hold in the region of the membership only. */
const rights = {
  "board.view": ["interviewer", "lead"],
  "youth.manage": ["lead"],
  "interview.plan": ["interviewer", "lead"],
  "interview.conduct": ["interviewer", "lead"],
  "interview.read": ["interviewer", "lead"],
  "interview.approve": ["lead"],
  "interview.copy": ["lead"],
  "answer.code": ["analyst", "lead"],
  "answer.search": ["analyst", "lead", "interviewer"],
  "report.compile": ["lead"],
  "release.read": ["reader", "lead", "analyst", "interviewer"],
  "report.read": ["reader", "lead", "analyst", "interviewer", "editor"],
  "guide.read": ["interviewer", "analyst", "lead", "reader", "editor", "administrator"],
  "guide.publish": ["editor"],
  "people.manage": ["administrator"],
  "settings.manage": ["administrator"],
  "erasure.read": ["lead", "administrator"],
  "audit.read": ["administrator"],
  "import.run": [],
  "installation.manage": [],
  "account.own": ["interviewer", "analyst", "lead", "reader", "editor", "administrator"],
} as const satisfies Record<string, ReadonlyArray<Role>>;

export type Right = keyof typeof rights;
export const allRights = Object.keys(rights) as Array<Right>;

/** The roles that have a right. */
export function rolesWith(right: Right): ReadonlyArray<Role> {
  return rights[right];
}

/** The actor's roles that give this right, in this region (or nationally when the role has no region). */
export function rolesFor(actor: Actor, right: Right, regionId: string | null): Array<Role> {
  if (actor.kind === "operator") return [];
  const allowed: ReadonlyArray<Role> = rights[right];
  return actor.memberships
    .filter((membership) => allowed.includes(membership.role))
    .filter((membership) => membership.regionId === null || membership.regionId === regionId)
    .map((membership) => membership.role);
}

/** Whether the actor has the right in this region; null asks for a right that is not bound to a region. */
export function mayIn(actor: Actor, right: Right, regionId: string | null): boolean {
  return actor.kind === "operator" || rolesFor(actor, right, regionId).length > 0;
}

/** Whether the actor has the right anywhere. One's own account needs no role. */
export function mayAnywhere(actor: Actor, right: Right): boolean {
  if (actor.kind === "operator" || right === "account.own") return true;
  const allowed: ReadonlyArray<Role> = rights[right];
  return actor.memberships.some((membership) => allowed.includes(membership.role));
}

/** The regions in which the actor has the right: a list of ids, or "all" for the operator and for national roles with the right. */
export function regionsFor(actor: Actor, right: Right): "all" | Array<string> {
  if (actor.kind === "operator") return "all";
  const allowed: ReadonlyArray<Role> = rights[right];
  const held = actor.memberships.filter((membership) => allowed.includes(membership.role));
  if (held.some((membership) => membership.regionId === null)) return "all";
  return [...new Set(held.flatMap((membership) => (membership.regionId === null ? [] : [membership.regionId])))];
}

/**
 * Whether this right reaches only the youths assigned to the actor in this region (need-to-know, rule R18): so for an interviewer
 * who holds no other role there that gives the right.
 */
export function onlyAssigned(actor: Actor, right: Right, regionId: string): boolean {
  const held = rolesFor(actor, right, regionId);
  return held.length > 0 && held.every((role) => role === "interviewer");
}
