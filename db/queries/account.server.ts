/** Verbs on one's own account: second factors, recovery codes, password and sessions. They touch nobody but the actor. */
import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import {
  account,
  passkey,
  passkeyChallenge,
  recoveryCode,
  secondFactor,
  session,
  sessionState,
  user,
} from "../schema/index.ts";
import { anywhere, type Context, read, write } from "../verb.server.ts";
import { bindOrganisation, type Subject } from "./organisations.server.ts";

/** `secret` as it was sealed; null for one that was never confirmed with a code. */
export type SecondFactor = { secret: string; lastStep: number; confirmedAt: string | null };

export type Passkey = {
  id: string;
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: Array<string>;
  browser: string;
  createdAt: string;
  lastUsedAt: string | null;
};

export type NewPasskey = Pick<Passkey, "credentialId" | "publicKey" | "counter" | "transports" | "browser">;

export type Device = { id: string; browser: string; begunAt: string; seenAt: string };

async function insertRecoveryCodes(db: Db, { actor, newId }: Context, hashes: Array<string>): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, actor.personId));
  for (const hash of hashes) await db.insert(recoveryCode).values({ id: newId(), personId: actor.personId, hash });
}

async function hasPasskey(db: Db, personId: string): Promise<boolean> {
  const found = await db.select({ id: passkey.id }).from(passkey).where(eq(passkey.personId, personId)).limit(1);
  return found.length > 0;
}

async function hasApp(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .select({ personId: secondFactor.personId })
    .from(secondFactor)
    .where(and(eq(secondFactor.personId, personId), isNotNull(secondFactor.confirmedAt)));
  return found.length > 0;
}

/** Throws Problem `code-wrong` for a null passkey, and for one that is known already, of whomever. */
async function insertPasskey(db: Db, { actor, newId, now }: Context, made: NewPasskey | null): Promise<void> {
  if (made === null) throw new Problem("code-wrong");
  const values = { id: newId(), personId: actor.personId, ...made, createdAt: now() };
  const { changes } = await db.insert(passkey).values(values).onConflictDoNothing();
  if (changes === 0) throw new Problem("code-wrong");
}

/** The sessions of the actor, for a condition. */
function ownSessions(db: Db, personId: string) {
  return db.select({ id: session.id }).from(session).where(eq(session.userId, personId));
}

export const own = {
  /** The second factor, or null when there is none yet. */
  secondFactor: read<void, SecondFactor | null>({
    action: "account.second-factor",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, _input, { actor }) {
      const [found] = await db
        .select({
          secret: secondFactor.secret,
          lastStep: secondFactor.lastStep,
          confirmedAt: secondFactor.confirmedAt,
        })
        .from(secondFactor)
        .where(eq(secondFactor.personId, actor.personId));
      return found ?? null;
    },
  }),

  /** Keeps a sealed secret until it is confirmed; one that was confirmed stays. */
  prepareSecondFactor: write<{ secret: string }, void>({
    action: "account.prepare-second-factor",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, { secret }, { actor }) {
      await db
        .insert(secondFactor)
        .values({ personId: actor.personId, secret, lastStep: 0 })
        .onConflictDoUpdate({
          target: secondFactor.personId,
          set: { secret },
          setWhere: isNull(secondFactor.confirmedAt),
        });
    },
  }),

  /**
   * Confirms the prepared secret by the step of a code, and lays down its recovery codes. Throws Problem `code-wrong`: a null step is a wrong code,
   * and with a passkey one is no longer new here.
   */
  confirmSecondFactor: write<{ step: number | null; hashes: Array<string> }, void>({
    action: "account.confirm-second-factor",
    right: "account.own",
    target: anywhere,
    async run(db, { step, hashes }, context) {
      if (step === null) throw new Problem("code-wrong");
      const { personId } = context.actor;
      if (await hasPasskey(db, personId)) throw new Problem("code-wrong");
      const { changes } = await db
        .update(secondFactor)
        .set({ lastStep: step, confirmedAt: context.now() })
        .where(and(eq(secondFactor.personId, personId), isNull(secondFactor.confirmedAt)));
      if (changes === 0) throw new Problem("code-wrong");
      await insertRecoveryCodes(db, context, hashes);
    },
  }),

  /** Uses up the code of a step. Throws Problem `code-wrong` for a null step, and for one that is not later than the last. */
  takeCode: write<{ step: number | null }, void>({
    action: "account.use-code",
    right: "account.own",
    target: anywhere,
    async run(db, { step }, { actor }) {
      if (step === null) throw new Problem("code-wrong");
      const { changes } = await db
        .update(secondFactor)
        .set({ lastStep: step })
        .where(
          and(
            eq(secondFactor.personId, actor.personId),
            isNotNull(secondFactor.confirmedAt),
            lt(secondFactor.lastStep, step),
          ),
        );
      if (changes === 0) throw new Problem("code-wrong");
    },
  }),

  /** The actor's passkeys, the oldest first. */
  passkeys: read<void, Array<Passkey>>({
    action: "account.passkeys",
    right: "account.own",
    audited: false,
    target: anywhere,
    run: (db, _input, { actor }) => {
      const { personId: _, ...columns } = getTableColumns(passkey);
      return db
        .select(columns)
        .from(passkey)
        .where(eq(passkey.personId, actor.personId))
        .orderBy(asc(passkey.createdAt), asc(passkey.id));
    },
  }),

  /** Keeps what a session's passkey has to sign, in the place of what it had to sign before. */
  keepChallenge: write<{ sessionId: string; challenge: string; expiresAt: string }, void>({
    action: "account.keep-challenge",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, { sessionId, challenge, expiresAt }) {
      await db
        .insert(passkeyChallenge)
        .values({ sessionId, challenge, expiresAt })
        .onConflictDoUpdate({ target: passkeyChallenge.sessionId, set: { challenge, expiresAt } });
    },
  }),

  /** Uses up what the session's passkey had to sign; null when nothing was asked, or too long ago. */
  takeChallenge: write<{ sessionId: string }, string | null>({
    action: "account.take-challenge",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, { sessionId }, { actor, now }) {
      const [taken] = await db
        .delete(passkeyChallenge)
        .where(
          and(
            eq(passkeyChallenge.sessionId, sessionId),
            inArray(passkeyChallenge.sessionId, ownSessions(db, actor.personId)),
          ),
        )
        .returning();
      return taken && taken.expiresAt > now() ? taken.challenge : null;
    },
  }),

  /** Adds the first passkey as the second factor, and lays down its recovery codes. Throws Problem `code-wrong`, also when there is a second factor. */
  setUpPasskey: write<{ made: NewPasskey | null; hashes: Array<string> }, void>({
    action: "account.set-up-passkey",
    right: "account.own",
    target: anywhere,
    async run(db, { made, hashes }, context) {
      const { personId } = context.actor;
      if ((await hasApp(db, personId)) || (await hasPasskey(db, personId))) throw new Problem("code-wrong");
      await insertPasskey(db, context, made);
      await insertRecoveryCodes(db, context, hashes);
    },
  }),

  /** Adds one more passkey. Throws Problem `code-wrong`. */
  addPasskey: write<{ made: NewPasskey | null }, void>({
    action: "account.add-passkey",
    right: "account.own",
    target: anywhere,
    run: (db, { made }, context) => insertPasskey(db, context, made),
  }),

  /** Notes that a passkey was used. Throws Problem `code-wrong` for null, for one that is not the actor's, and for a counter that did not go on. */
  takePasskey: write<{ used: { id: string; counter: number } | null }, void>({
    action: "account.use-passkey",
    right: "account.own",
    target: anywhere,
    async run(db, { used }, { actor, now }) {
      if (used === null) throw new Problem("code-wrong");
      const { id, counter } = used;
      const goesOn = lt(passkey.counter, counter);
      const { changes } = await db
        .update(passkey)
        .set({ counter, lastUsedAt: now() })
        .where(
          and(
            eq(passkey.id, id),
            eq(passkey.personId, actor.personId),
            counter === 0 ? or(goesOn, eq(passkey.counter, 0)) : goesOn,
          ),
        );
      if (changes === 0) throw new Problem("code-wrong");
    },
  }),

  /** Removes one of the actor's passkeys; one that is not there is removed already. Throws Problem `last-second-factor`. */
  removePasskey: write<{ passkeyId: string }, void>({
    action: "account.remove-passkey",
    right: "account.own",
    target: anywhere,
    async run(db, { passkeyId }, { actor: { personId } }) {
      const { changes } = await db
        .delete(passkey)
        .where(and(eq(passkey.id, passkeyId), eq(passkey.personId, personId)));
      if (changes > 0 && !(await hasApp(db, personId)) && !(await hasPasskey(db, personId)))
        throw new Problem("last-second-factor");
    },
  }),

  /** Uses up a recovery code. Throws Problem `code-wrong` when it is not one, or was used before. */
  takeRecoveryCode: write<{ hash: string }, void>({
    action: "account.use-recovery-code",
    right: "account.own",
    target: anywhere,
    async run(db, { hash }, { actor, now }) {
      const { changes } = await db
        .update(recoveryCode)
        .set({ usedAt: now() })
        .where(
          and(eq(recoveryCode.personId, actor.personId), eq(recoveryCode.hash, hash), isNull(recoveryCode.usedAt)),
        );
      if (changes === 0) throw new Problem("code-wrong");
    },
  }),

  /** Puts new recovery codes in the place of the old ones. */
  renewRecoveryCodes: write<{ hashes: Array<string> }, void>({
    action: "account.renew-recovery-codes",
    right: "account.own",
    target: anywhere,
    run: (db, { hashes }, context) => insertRecoveryCodes(db, context, hashes),
  }),

  /** How many recovery codes can still be used. */
  recoveryCodesLeft: read<void, number>({
    action: "account.recovery-codes-left",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, _input, { actor }) {
      const [left] = await db
        .select({ count: count() })
        .from(recoveryCode)
        .where(and(eq(recoveryCode.personId, actor.personId), isNull(recoveryCode.usedAt)));
      return left?.count ?? 0;
    },
  }),

  /** The actor's sessions that can still open pages: not expired at `at` and seen after `seenAfter`, the newest first. */
  devices: read<{ at: Date; seenAfter: string }, Array<Device>>({
    action: "account.devices",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, { at, seenAfter }, { actor }) {
      const found = await db
        .select({
          id: session.id,
          browser: sessionState.browser,
          begunAt: session.createdAt,
          seenAt: sessionState.lastSeenAt,
        })
        .from(session)
        .innerJoin(sessionState, eq(sessionState.sessionId, session.id))
        .where(
          and(eq(session.userId, actor.personId), gt(session.expiresAt, at), gt(sessionState.lastSeenAt, seenAfter)),
        )
        .orderBy(desc(session.createdAt), desc(session.id));
      return found.map((device) => ({ ...device, begunAt: device.begunAt.toISOString() }));
    },
  }),

  /** Ends one of the actor's sessions; one that is not there is ended already. */
  endSession: write<{ sessionId: string }, void>({
    action: "account.end-session",
    right: "account.own",
    target: anywhere,
    async run(db, { sessionId }, { actor }) {
      await db.delete(session).where(and(eq(session.id, sessionId), eq(session.userId, actor.personId)));
    },
  }),

  /** Ends all of the actor's sessions but one. */
  endOtherSessions: write<{ sessionId: string }, void>({
    action: "account.end-other-sessions",
    right: "account.own",
    target: anywhere,
    async run(db, { sessionId }, { actor }) {
      await db.delete(session).where(and(eq(session.userId, actor.personId), ne(session.id, sessionId)));
    },
  }),

  /** The address and the hash of the password; null for an account without one, as in a demo. */
  account: read<void, { email: string; passwordHash: string | null }>({
    action: "account.read",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, _input, { actor }) {
      const [found] = await db
        .select({ email: user.email, passwordHash: account.password })
        .from(user)
        .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, "credential")))
        .where(eq(user.id, actor.personId));
      if (!found) throw new Problem("not-found");
      return found;
    },
  }),

  /** Whether one signs in through the organisation of this issuer. */
  connected: read<{ issuer: string }, boolean>({
    action: "account.connected",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, { issuer }, { actor }) {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.userId, actor.personId), eq(account.providerId, issuer)));
      return found.length > 0;
    },
  }),

  /** From now on one may sign in through an organisation too. Throws Problem `organisation-taken`. */
  connectOrganisation: write<Subject, void>({
    action: "account.connect-organisation",
    right: "account.own",
    target: anywhere,
    run: (db, subject, { actor, newId, now }) => bindOrganisation(db, newId(), actor.personId, subject, now()),
  }),

  /** And no more. Throws Problem `no-password` for somebody who could not sign in any other way. */
  disconnectOrganisation: write<{ issuer: string }, void>({
    action: "account.disconnect-organisation",
    right: "account.own",
    target: anywhere,
    async run(db, { issuer }, { actor }) {
      const own = eq(account.userId, actor.personId);
      const passwords = await db
        .select({ id: account.id })
        .from(account)
        .where(and(own, eq(account.providerId, "credential")));
      if (passwords.length === 0) throw new Problem("no-password");
      await db.delete(account).where(and(own, eq(account.providerId, issuer)));
    },
  }),

  /** Replaces the password, and ends every session but one. Throws Problem `password-wrong` when the current one was not given. */
  changePassword: write<{ passwordHash: string | null; sessionId: string }, void>({
    action: "account.change-password",
    right: "account.own",
    target: anywhere,
    async run(db, { passwordHash, sessionId }, { actor, now }) {
      if (passwordHash === null) throw new Problem("password-wrong");
      await db
        .update(account)
        .set({ password: passwordHash, updatedAt: new Date(now()) })
        .where(and(eq(account.userId, actor.personId), eq(account.providerId, "credential")));
      await db.delete(session).where(and(eq(session.userId, actor.personId), ne(session.id, sessionId)));
    },
  }),
};
