/** Days and times: UTC in data, Europe/Amsterdam on screen. */
import type { Language } from "./languages.ts";

export const timeZone = "Europe/Amsterdam";

/** A calendar day that exists, as `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value && value >= "1900-01-01";
}

/** A month that exists, as `YYYY-MM`. */
export function isMonth(value: string): boolean {
  return /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`);
}

/** The day (`YYYY-MM-DD`) that it is in Amsterdam at a UTC time. */
export function amsterdamDay(utc: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(utc));
}

/** The UTC time, in ISO 8601, at which a day (`YYYY-MM-DD`) begins in Amsterdam. Clocks change there at two at night, never at midnight. */
export function startOfDay(day: string): string {
  const inSummer = new Date(`${day}T00:00:00+02:00`).toISOString();
  return amsterdamDay(inSummer) === day ? inSummer : new Date(`${day}T00:00:00+01:00`).toISOString();
}

/** The day after a day (`YYYY-MM-DD`). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10);
}

const locales: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

/** A day or month as one reads it: `2 maart 2026`, `maart 2026`. */
export function showDay(value: string, language: Language): string {
  const whole = value.length === 7 ? `${value}-01` : value;
  const options: Intl.DateTimeFormatOptions =
    value.length === 7 ? { month: "long", year: "numeric" } : { day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(
    new Date(`${whole}T00:00:00Z`),
  );
}

/** The clock time of a UTC time in Amsterdam: `14.32` in Dutch, `14:32` in English. */
export function showTime(utc: string, language: Language): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(utc));
  return language === "nl" ? time.replace(":", ".") : time;
}

/** Day and clock time of a UTC time in Amsterdam. */
export function showMoment(utc: string, language: Language): string {
  const day = showDay(amsterdamDay(utc), language);
  return language === "nl" ? `${day}, ${showTime(utc, language)} uur` : `${day}, ${showTime(utc, language)}`;
}
