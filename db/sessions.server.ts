/**
 * Who stands behind a session: read on every request, before there is an actor, and so beside the verbs.
 * Membership is read anew each time, so that a change acts on the next request.
 */
import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/actor.ts";
import type { Connections } from "./open.server.ts";
import { preparedOnce } from "./prepared.server.ts";
import { disabledPerson, membership, session, sessionState, user } from "./schema/index.ts";

export type Session = {
  id: string;
  person: Extract<Actor, { kind: "person" }>;
  /** When the second factor was last given; null while only the password was, and such a session opens no page with data. */
  secondFactorAt: string | null;
  /** When it was last seen, give or take a minute. */
  seenAt: string;
};

const queriesOf = preparedOnce((db) => ({
  session: db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      personId: user.id,
      name: user.name,
      secondFactorAt: sessionState.secondFactorAt,
      lastSeenAt: sessionState.lastSeenAt,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(sessionState, eq(sessionState.sessionId, session.id))
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

/**
 * The session with this token, or null when at `at` it is unknown, has expired, was not seen for `idleMinutes`, or its person may not
 * sign in any more. One without its second factor lasts as long from its beginning.
 */
export function sessionOf(
  connections: Connections,
  token: string,
  at: Date,
  idleMinutes: number,
): Promise<Session | null> {
  return connections.read(async (db) => {
    const queries = queriesOf(db);
    const [found] = await queries.session.execute({ token, at: Math.floor(at.getTime() / 1000) });
    if (!found) return null;
    const seenAt = found.lastSeenAt ?? found.createdAt.toISOString();
    if (at.getTime() - Date.parse(seenAt) >= idleMinutes * 60_000) return null;
    const { id, personId, name, secondFactorAt } = found;
    const memberships = await queries.memberships.execute({ personId });
    return { id, person: { kind: "person", personId, name, memberships }, secondFactorAt, seenAt };
  });
}

/** Notes that a session was seen. */
export function noteSeen(connections: Connections, sessionId: string, at: Date): Promise<void> {
  return connections.write(async (db) => {
    await db.update(sessionState).set({ lastSeenAt: at.toISOString() }).where(eq(sessionState.sessionId, sessionId));
  });
}

/** Notes that the second factor of a session that had one was given again. */
export function noteSecondFactor(connections: Connections, sessionId: string, at: Date): Promise<void> {
  return connections.write(async (db) => {
    await db
      .update(sessionState)
      .set({ secondFactorAt: at.toISOString() })
      .where(eq(sessionState.sessionId, sessionId));
  });
}

export type NewSession = {
  id: string;
  token: string;
  personId: string;
  at: Date;
  expiresAt: Date;
  /** The browser that gave the second factor; null when only the password was given. */
  factorGivenBy: string | null;
  /** A session that ends at this moment. */
  replaces: string | null;
};

/** Makes a session, unless its person may not sign in any more: then nothing changes. Returns whether it is there. */
export function insertSession(connections: Connections, made: NewSession): Promise<boolean> {
  const { id, token, personId, at, expiresAt, factorGivenBy, replaces } = made;
  return connections.write(async (db) => {
    const barred = await db.select().from(disabledPerson).where(eq(disabledPerson.personId, personId));
    if (barred.length > 0) return false;
    const stamp = { createdAt: at, updatedAt: at, expiresAt };
    await db.insert(session).values({ id, token, userId: personId, userAgent: "", ...stamp });
    if (factorGivenBy !== null) {
      const time = at.toISOString();
      await db
        .insert(sessionState)
        .values({ sessionId: id, secondFactorAt: time, lastSeenAt: time, browser: factorGivenBy });
    }
    if (replaces !== null) await db.delete(session).where(eq(session.id, replaces));
    return true;
  });
}

/** Ends the session with this token, if there is one. */
export function deleteSession(connections: Connections, token: string): Promise<void> {
  return connections.write(async (db) => {
    await db.delete(session).where(eq(session.token, token));
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
