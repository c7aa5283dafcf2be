/** Verbs on people: who may sign in, what they may do and where, and the one-time links with which they make their account. */
import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { type Membership, type Role, regionalRoles, roles } from "#app/domain/actor.ts";
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import {
  account,
  disabledPerson,
  invitation,
  membership,
  passkey,
  recoveryCode,
  region,
  secondFactor,
  session,
  user,
} from "../schema/index.ts";
import { anywhere, type Context, read, type Target, write } from "../verb.server.ts";
import { bindOrganisation, boundPerson, type Subject } from "./organisations.server.ts";

export type HeldMembership = { id: string; role: Role; regionId: string | null; regionName: string | null };
export type PersonRow = {
  id: string;
  name: string;
  email: string;
  /** When the person was barred from signing in; null for somebody who may. */
  disabledAt: string | null;
  /** Whether they have a second factor; without one they make one at their next sign-in. */
  secondFactor: boolean;
  memberships: Array<HeldMembership>;
};
export type OpenInvitation = {
  id: string;
  name: string;
  email: string;
  role: Role;
  regionName: string | null;
  expiresAt: string;
};
export type People = { people: Array<PersonRow>; invitations: Array<OpenInvitation> };
/** The token goes into the link `/welcome/<token>`; it is shown once and kept nowhere. */
export type Link = { id: string; token: string; expiresAt: string };

/** How long a one-time link works, in minutes: for somebody new, and for somebody who forgot the password. */
const invitationMinutes = 72 * 60;
const renewalMinutes = 10;

function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

function isEmail(value: string): boolean {
  return value.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
}

function personFaults({ name, email }: { name: string; email: string }): Array<FieldFault> {
  const faults: Array<FieldFault> = [];
  if (name === "") faults.push({ path: "name", code: "required" });
  if (name.length > 100) faults.push({ path: "name", code: "too-long" });
  if (!isEmail(email)) faults.push({ path: "email", code: email === "" ? "required" : "not-an-email" });
  return faults;
}

/** A regional role needs a region that exists; a national role has none. */
async function membershipFaults(db: Db, { role, regionId }: Membership): Promise<Array<FieldFault>> {
  if (!roles.includes(role)) return [{ path: "role", code: "unknown-option" }];
  if (!(regionalRoles as ReadonlyArray<Role>).includes(role)) {
    return regionId === null ? [] : [{ path: "regionId", code: "not-with-role" }];
  }
  if (regionId === null) return [{ path: "regionId", code: "required" }];
  const found = await db.select({ id: region.id }).from(region).where(eq(region.id, regionId));
  return found.length > 0 ? [] : [{ path: "regionId", code: "unknown-option" }];
}

async function personTarget(db: Db, personId: string): Promise<Target | null> {
  const found = await db.select({ id: user.id }).from(user).where(eq(user.id, personId));
  return found.length > 0 ? { regionId: null, subjects: [personId] } : null;
}

/** Throws Problem `last-administrator` when nobody but this person is an administrator who may sign in. */
async function keepAnAdministrator(db: Db, personId: string): Promise<void> {
  const others = await db
    .select({ id: membership.id })
    .from(membership)
    .leftJoin(disabledPerson, eq(disabledPerson.personId, membership.personId))
    .where(
      and(
        eq(membership.role, "administrator"),
        isNull(membership.endedAt),
        isNull(disabledPerson.personId),
        ne(membership.personId, personId),
      ),
    );
  if (others.length === 0) throw new Problem("last-administrator");
}

async function isAdministrator(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.personId, personId), eq(membership.role, "administrator"), isNull(membership.endedAt)));
  return found.length > 0;
}

async function userByEmail(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  const [found] = await db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email));
  return found;
}

/** Makes a link for somebody, and ends every open link for the same e-mail address. */
async function insertInvitation(
  db: Db,
  { now, newId }: Pick<Context, "now" | "newId">,
  about: { email: string; name: string } & Membership,
  minutes: number,
): Promise<Link> {
  const createdAt = now();
  const expiresAt = later(createdAt, minutes);
  await db
    .update(invitation)
    .set({ usedAt: createdAt })
    .where(and(eq(invitation.email, about.email), isNull(invitation.usedAt)));
  const token = randomBytes(32).toString("base64url");
  const id = newId();
  await db.insert(invitation).values({ ...about, id, tokenHash: tokenHash(token), createdAt, expiresAt });
  return { id, token, expiresAt };
}

async function openInvitation(db: Db, token: string, at: string) {
  const [found] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, tokenHash(token)), isNull(invitation.usedAt), gt(invitation.expiresAt, at)));
  if (!found) throw new Problem("link-used");
  return found;
}

/** How somebody proves who they are: by a password, or by what an organisation says of them. */
export type Proof = { passwordHash: string } | { organisation: Subject };

/** What the page behind a one-time link shows: empty name and e-mail are for the visitor to fill in. */
export type Welcome = { email: string; name: string; renewal: boolean };

export const people = {
  /** Everybody by name, with what they may do now, and the links that are still open. */
  list: read<void, People>({
    action: "people.list",
    right: "people.manage",
    target: anywhere,
    async run(db, _input, { now }) {
      const persons = await db
        .select({
          id: user.id,
          name: user.name,
          email: user.email,
          disabledAt: disabledPerson.at,
          secondFactor:
            sql`${secondFactor.confirmedAt} IS NOT NULL OR EXISTS (SELECT 1 FROM ${passkey} WHERE ${passkey.personId} = ${user.id})`.mapWith(
              Boolean,
            ),
        })
        .from(user)
        .leftJoin(disabledPerson, eq(disabledPerson.personId, user.id))
        .leftJoin(secondFactor, eq(secondFactor.personId, user.id))
        .orderBy(asc(user.name), asc(user.id));
      const held = await db
        .select({
          id: membership.id,
          personId: membership.personId,
          role: membership.role,
          regionId: membership.regionId,
          regionName: region.name,
        })
        .from(membership)
        .leftJoin(region, eq(region.id, membership.regionId))
        .where(isNull(membership.endedAt))
        .orderBy(asc(membership.createdAt), asc(membership.id));
      const invitations = await db
        .select({
          id: invitation.id,
          name: invitation.name,
          email: invitation.email,
          role: invitation.role,
          regionName: region.name,
          expiresAt: invitation.expiresAt,
        })
        .from(invitation)
        .leftJoin(region, eq(region.id, invitation.regionId))
        .where(and(isNull(invitation.usedAt), gt(invitation.expiresAt, now())))
        .orderBy(asc(invitation.createdAt));
      return {
        people: persons.map((person) => ({
          ...person,
          memberships: held
            .filter((row) => row.personId === person.id)
            .map(({ personId: _, ...membershipRow }) => membershipRow),
        })),
        invitations,
      };
    },
    subjects: (output) => output.people.map((person) => person.id),
  }),

  /** Invites somebody new. Throws Problem `invalid-input`, or `person-exists` when the address has an account already. */
  invite: write<{ email: string; name: string } & Membership, Link>({
    action: "people.invite",
    right: "people.manage",
    target: anywhere,
    async run(db, input, context) {
      const about = {
        email: input.email.trim().toLowerCase(),
        name: input.name.trim(),
        role: input.role,
        regionId: input.regionId,
      };
      const fields = [...personFaults(about), ...(await membershipFaults(db, about))];
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      if (await userByEmail(db, about.email)) throw new Problem("person-exists");
      return insertInvitation(db, context, about, invitationMinutes);
    },
    subjects: ({ id }) => [id],
  }),

  /**
   * A link for the first administrator of an installation, who fills in name and address; null as soon as there is one who may
   * sign in. An earlier such link stops working.
   */
  inviteFirst: write<void, Link | null>({
    action: "people.invite-first",
    right: "installation.manage",
    target: anywhere,
    async run(db, _input, context) {
      const needed = await keepAnAdministrator(db, "").then(
        () => false,
        () => true,
      );
      if (!needed) return null;
      return insertInvitation(
        db,
        context,
        { email: "", name: "", role: "administrator", regionId: null },
        invitationMinutes,
      );
    },
    subjects: (link) => (link ? [link.id] : []),
  }),

  /** A link with which somebody chooses a new password; until then the old one works. */
  renew: write<{ personId: string }, Link>({
    action: "people.renew",
    right: "people.manage",
    target: (db, { personId }) => personTarget(db, personId),
    async run(db, { personId }, context) {
      const [person] = await db.select().from(user).where(eq(user.id, personId));
      if (!person) throw new Problem("not-found");
      const about = { email: person.email, name: person.name, role: "reader" as const, regionId: null };
      return insertInvitation(db, context, about, renewalMinutes);
    },
  }),

  /** What stands behind a one-time link. Throws Problem `link-used` when it was used, has expired or never was. */
  welcome: read<{ token: string }, Welcome>({
    action: "people.welcome",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    async run(db, { token }, { now }) {
      const { email, name } = await openInvitation(db, token, now());
      return { email, name, renewal: email !== "" && (await userByEmail(db, email)) !== undefined };
    },
  }),

  /**
   * Uses up a one-time link: makes the account with its membership, or gives an existing one the new password and ends its sessions;
   * its second factor stays. In place of a password somebody may prove themselves through an organisation from then on. Name and address count only
   * where the link leaves them open. Throws Problem `link-used`, `invalid-input`, `person-exists` or `organisation-taken`.
   */
  accept: write<{ token: string; name: string; email: string } & Proof, { personId: string }>({
    action: "people.accept",
    right: "installation.manage",
    target: anywhere,
    async run(db, input, { now, newId }) {
      const at = now();
      const opened = await openInvitation(db, input.token, at);
      const email = opened.email || input.email.trim().toLowerCase();
      const name = opened.name || input.name.trim();
      const fields = personFaults({ email, name });
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      await db.update(invitation).set({ usedAt: at }).where(eq(invitation.id, opened.id));
      const existing = await userByEmail(db, email);
      if (existing && opened.email === "") throw new Problem("person-exists");
      const stamp = { createdAt: new Date(at), updatedAt: new Date(at) };
      const personId = existing?.id ?? newId();
      if (existing) {
        await db.delete(session).where(eq(session.userId, personId));
        if (!("organisation" in input))
          await db.delete(account).where(and(eq(account.userId, personId), eq(account.providerId, "credential")));
      } else {
        await db.insert(user).values({ id: personId, name, email, emailVerified: true, ...stamp });
        const { role, regionId } = opened;
        await db.insert(membership).values({ id: newId(), personId, role, regionId, createdAt: at });
      }
      if ("organisation" in input) await bindOrganisation(db, newId(), personId, input.organisation, at);
      else
        await db.insert(account).values({
          id: newId(),
          accountId: personId,
          providerId: "credential",
          userId: personId,
          password: input.passwordHash,
          ...stamp,
        });
      return { personId };
    },
    subjects: ({ personId }) => [personId],
  }),

  /** Adds somebody without a password, as the invented people of a demo or of a test are. Only the operator can. */
  add: write<{ email: string; name: string; memberships: Array<Membership> }, { personId: string }>({
    action: "people.add",
    right: "installation.manage",
    target: anywhere,
    async run(db, { email, name, memberships }, { now, newId }) {
      const at = now();
      const about = { email: email.trim().toLowerCase(), name: name.trim() };
      const fields = personFaults(about);
      for (const one of memberships) fields.push(...(await membershipFaults(db, one)));
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      if (await userByEmail(db, about.email)) throw new Problem("person-exists");
      const personId = newId();
      await db
        .insert(user)
        .values({ id: personId, ...about, emailVerified: true, createdAt: new Date(at), updatedAt: new Date(at) });
      for (const { role, regionId } of memberships) {
        await db.insert(membership).values({ id: newId(), personId, role, regionId, createdAt: at });
      }
      return { personId };
    },
    subjects: ({ personId }) => [personId],
  }),

  /** Gives a person a role in a region, or a national one; one that they have changes nothing. Throws Problem `invalid-input`. */
  addMembership: write<{ personId: string } & Membership, void>({
    action: "people.add-membership",
    right: "people.manage",
    target: (db, { personId }) => personTarget(db, personId),
    async run(db, { personId, role, regionId }, { now, newId }) {
      const fields = await membershipFaults(db, { role, regionId });
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      const same = regionId === null ? isNull(membership.regionId) : eq(membership.regionId, regionId);
      const held = await db
        .select({ id: membership.id })
        .from(membership)
        .where(and(eq(membership.personId, personId), eq(membership.role, role), same, isNull(membership.endedAt)));
      if (held.length > 0) return;
      await db.insert(membership).values({ id: newId(), personId, role, regionId, createdAt: now() });
    },
  }),

  /** Takes a role away from the next request on. Throws Problem `last-administrator`. */
  endMembership: write<{ membershipId: string }, void>({
    action: "people.end-membership",
    right: "people.manage",
    async target(db, { membershipId }) {
      const [found] = await db
        .select({ personId: membership.personId })
        .from(membership)
        .where(and(eq(membership.id, membershipId), isNull(membership.endedAt)));
      return found ? { regionId: null, subjects: [found.personId] } : null;
    },
    async run(db, { membershipId }, { now }) {
      const [found] = await db.select().from(membership).where(eq(membership.id, membershipId));
      if (found?.role === "administrator") await keepAnAdministrator(db, found.personId);
      await db.update(membership).set({ endedAt: now() }).where(eq(membership.id, membershipId));
    },
  }),

  /** Bars a person from signing in and ends their sessions. Throws Problem `last-administrator`. */
  disable: write<{ personId: string }, void>({
    action: "people.disable",
    right: "people.manage",
    target: (db, { personId }) => personTarget(db, personId),
    async run(db, { personId }, { now }) {
      if (await isAdministrator(db, personId)) await keepAnAdministrator(db, personId);
      await db.insert(disabledPerson).values({ personId, at: now() }).onConflictDoNothing();
      await db.delete(session).where(eq(session.userId, personId));
    },
  }),

  /** Lets a person sign in again. */
  enable: write<{ personId: string }, void>({
    action: "people.enable",
    right: "people.manage",
    target: (db, { personId }) => personTarget(db, personId),
    async run(db, { personId }) {
      await db.delete(disabledPerson).where(eq(disabledPerson.personId, personId));
    },
  }),

  /** Takes away somebody's second factors, app and passkeys, and ends their sessions: they make a new one at the next sign-in. */
  removeSecondFactor: write<{ personId: string }, void>({
    action: "people.remove-second-factor",
    right: "people.manage",
    target: (db, { personId }) => personTarget(db, personId),
    async run(db, { personId }) {
      await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
      await db.delete(passkey).where(eq(passkey.personId, personId));
      await db.delete(secondFactor).where(eq(secondFactor.personId, personId));
      await db.delete(session).where(eq(session.userId, personId));
    },
  }),

  /** The person whom an organisation means by this subject; null for nobody. An address plays no part in it. */
  byOrganisation: read<Subject, { personId: string } | null>({
    action: "people.by-organisation",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    async run(db, subject) {
      const personId = await boundPerson(db, subject);
      return personId === null ? null : { personId };
    },
  }),

  /** Notes in the audit that a sign-in was refused: about whom when the address is known, and with the same work when it is not. */
  noteRefusedSignIn: write<{ email: string }, { personId: string | null }>({
    action: "session.refuse",
    right: "installation.manage",
    target: anywhere,
    async run(db, { email }) {
      return { personId: (await userByEmail(db, email.trim().toLowerCase()))?.id ?? null };
    },
    subjects: ({ personId }) => (personId === null ? [] : [personId]),
  }),

  /** Notes in the audit that the actor signed in. */
  noteSignIn: write<void, void>({
    action: "session.begin",
    right: "account.own",
    target: anywhere,
    async run() {},
  }),
};
