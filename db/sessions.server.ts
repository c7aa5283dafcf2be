/**
 * Who stands behind a session: read on every request, before there is an actor, and so beside the verbs.
 * Membership is read anew each time, so that a change acts on the next request.
 */
import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/actor.ts";
import type { Connections } from "./open.server.ts";
import { preparedOnce } from "./prepared.server.ts";
import { disabledPerson, membership, session, user } from "./schema/people.ts";

const queriesOf = preparedOnce((db) => ({
  person: db
    .select({ id: user.id, name: user.name })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(disabledPerson, eq(disabledPerson.personId, user.id))
    .where(
      and(
        eq(session.token, sql.placeholder("token")),
        gt(session.expiresAt, sql.placeholder("at")),
        isNull(disabledPerson.personId),
      ),
    )
    .prepare(),
  memberships: db
    .select({ role: membership.role, regionId: membership.regionId })
    .from(membership)
    .where(and(eq(membership.personId, sql.placeholder("personId")), isNull(membership.endedAt)))
    .orderBy(membership.createdAt, membership.id)
    .prepare(),
}));

/** The person behind a session's token, or null when it is unknown, has expired at `at` or the person may not sign in any more. */
export function personOfSession(connections: Connections, token: string, at: Date): Promise<Actor | null> {
  return connections.read(async (db) => {
    const queries = queriesOf(db);
    const [person] = await queries.person.execute({ token, at: Math.floor(at.getTime() / 1000) });
    if (!person) return null;
    const memberships = await queries.memberships.execute({ personId: person.id });
    return { kind: "person", personId: person.id, name: person.name, memberships };
  });
}

/** Whether this person may not sign in any more. */
export function isDisabled(connections: Connections, personId: string): Promise<boolean> {
  return connections.read(async (db) => {
    const found = await db
      .select({ personId: disabledPerson.personId })
      .from(disabledPerson)
      .where(eq(disabledPerson.personId, personId));
    return found.length > 0;
  });
}

/** Removes the sessions that had expired at `at`. */
export function removeExpiredSessions(connections: Connections, at: Date): Promise<void> {
  return connections.write(async (db) => {
    await db.delete(session).where(lte(session.expiresAt, at));
  });
}
