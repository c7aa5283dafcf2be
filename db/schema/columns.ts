/** The three column helpers through which booleans, times and JSON reach the database, and the id column. */
import { customType, integer, text } from "drizzle-orm/sqlite-core";

/** A UUIDv7 made by the app. */
export function id(name = "id") {
  return text(name);
}

/** A UTC time as ISO 8601 text with milliseconds, e.g. `2026-03-02T13:05:00.000Z`. */
export function time(name: string) {
  return text(name);
}

export function bool(name: string) {
  return integer(name, { mode: "boolean" });
}

/** JSON as text. Null is the database's NULL in prepared statements too, which the library's own JSON column would make the text `null`. */
export function json<T>(name: string) {
  return customType<{ data: T; driverData: string | null }>({
    dataType: () => "text",
    toDriver: (value) => (value === null ? null : JSON.stringify(value)),
    fromDriver: (stored) => JSON.parse(stored as string) as T,
  })(name);
}
