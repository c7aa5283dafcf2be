/** The second half of signing in: the second factor of a person, the codes for when it is lost, and what we know of a session. */
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, time } from "./columns.ts";
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
