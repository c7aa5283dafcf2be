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

/** Made once: making one of these costs a hundred times what it costs to use it. */
const dayInAmsterdam = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
const timeInAmsterdam = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
const asMonth = { month: "long", year: "numeric", timeZone: "UTC" } as const;
const asDay = { ...asMonth, day: "numeric" } as const;
const shown: Record<Language, { day: Intl.DateTimeFormat; month: Intl.DateTimeFormat }> = {
  nl: { day: new Intl.DateTimeFormat("nl-NL", asDay), month: new Intl.DateTimeFormat("nl-NL", asMonth) },
  en: { day: new Intl.DateTimeFormat("en-GB", asDay), month: new Intl.DateTimeFormat("en-GB", asMonth) },
};

/** The day (`YYYY-MM-DD`) that it is in Amsterdam at a UTC time. */
export function amsterdamDay(utc: string): string {
  return dayInAmsterdam.format(new Date(utc));
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

/** A day or month as one reads it: `2 maart 2026`, `maart 2026`. */
export function showDay(value: string, language: Language): string {
  const { day, month } = shown[language];
  return value.length === 7
    ? month.format(new Date(`${value}-01T00:00:00Z`))
    : day.format(new Date(`${value}T00:00:00Z`));
}

/** The clock time of a UTC time in Amsterdam: `14.32` in Dutch, `14:32` in English. */
export function showTime(utc: string, language: Language): string {
  const time = timeInAmsterdam.format(new Date(utc));
  return language === "nl" ? time.replace(":", ".") : time;
}

/** Day and clock time of a UTC time in Amsterdam. */
export function showMoment(utc: string, language: Language): string {
  const day = showDay(amsterdamDay(utc), language);
  return language === "nl" ? `${day}, ${showTime(utc, language)} uur` : `${day}, ${showTime(utc, language)}`;
}
