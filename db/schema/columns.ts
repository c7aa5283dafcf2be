/** The three column helpers through which booleans, times and JSON reach the database, and the id column. */
import { integer, text } from "drizzle-orm/sqlite-core";

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

export function json<T>(name: string) {
  return text(name, { mode: "json" }).$type<T>();
}
