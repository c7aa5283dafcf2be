/** The second half of signing in: the second factors of a person, the codes for when it is lost, and what we know of a session. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, json, time } from "./columns.ts";
import { session, user } from "./people.ts";

/** The secret that a person's app shares with us; it counts once `confirmedAt` says that a code from it was given. */
export const secondFactor = sqliteTable("second_factor", {
  personId: id("person_id")
    .primaryKey()
    .references(() => user.id, { onDelete: "restrict" }),
  /** Sealed under a key that is not in the database. */
  secret: text("secret").notNull(),
  /** The step of 30 seconds of the last code that was used: only later ones work. */
  lastStep: integer("last_step").notNull(),
  confirmedAt: time("confirmed_at"),
});

/** The public half of a key that a person's device or security key keeps; it proves nothing to whoever copies the database. */
export const passkey = sqliteTable(
  "passkey",
  {
    id: id().primaryKey(),
    personId: id("person_id")
      .notNull()
      .references(() => user.id, { onDelete: "restrict" }),
    /** What the device calls the key, in base64url. */
    credentialId: text("credential_id").notNull(),
    /** COSE in base64url. */
    publicKey: text("public_key").notNull(),
    /** How often the device says it was used; stays 0 on devices that do not count, and never goes back on others. */
    counter: integer("counter").notNull(),
    /** How the device can be reached, such as `internal` or `usb`, as it said itself. */
    transports: json<Array<string>>("transports").notNull(),
    /** Browser and system that added it, in two words: the passkey's name. */
    browser: text("browser").notNull(),
    createdAt: time("created_at").notNull(),
    lastUsedAt: time("last_used_at"),
  },
  (table) => [uniqueIndex("passkey_credential").on(table.credentialId), index("passkey_person").on(table.personId)],
);

/** What a session's passkey has to sign next: the last one asked for, gone as soon as an answer comes. It goes with its session. */
export const passkeyChallenge = sqliteTable("passkey_challenge", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => session.id, { onDelete: "cascade" }),
  challenge: text("challenge").notNull(),
  expiresAt: time("expires_at").notNull(),
});

/** A code that stands in for the second factor once; only a keyed hash of it is kept. */
export const recoveryCode = sqliteTable(
  "recovery_code",
  {
    id: id().primaryKey(),
    personId: id("person_id")
      .notNull()
      .references(() => user.id, { onDelete: "restrict" }),
    hash: text("hash").notNull(),
    usedAt: time("used_at"),
  },
  (table) => [uniqueIndex("recovery_code_person").on(table.personId, table.hash)],
);

/** A session that may open pages: a row is made when the second factor is given, never by the password alone. It goes with its session. */
export const sessionState = sqliteTable("session_state", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => session.id, { onDelete: "cascade" }),
  /** When the second factor was last given. */
  secondFactorAt: time("second_factor_at").notNull(),
  /** Written at most once a minute. */
  lastSeenAt: time("last_seen_at").notNull(),
  /** Browser and system in two words, so that a person knows their own device. */
  browser: text("browser").notNull(),
});
