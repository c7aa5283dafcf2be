/** Terms: until when answers, the proof of consent and the audit log are kept (rules R13 and R14). Months and years are those of the calendar. */

/**
 * The same moment so many months later (earlier when negative), in UTC, as ISO 8601. A day that the month does not have becomes its last one.
 */
export function monthsLater(at: string, months: number): string {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}

/** The same moment so many years later (earlier when negative). */
export function yearsLater(at: string, years: number): string {
  return monthsLater(at, 12 * years);
}
