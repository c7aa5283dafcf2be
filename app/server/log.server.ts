/** Log lines: one JSON object a line, about requests and faults; never a query, a token, a name or any text of an answer. */

export type LogLine = { event: string } & Record<string, string | number | boolean | null>;
export type Log = (line: LogLine) => void;

/** Writes a line to standard output, stamped with the time. */
export function logToOutput(line: LogLine): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}

/**
 * A URL's path for the log: without its query, without what follows `/welcome/`, and with a star for every part that does not look
 * like an id or a word of our own site map.
 */
export function loggedPath(url: string): string {
  const path = url.split("?")[0] ?? "";
  const parts = path.split("/").slice(0, 12);
  return parts
    .map((part, index) => (parts[index - 1] === "welcome" || !/^[\w.-]{0,60}$/.test(part) ? "*" : part))
    .join("/");
}

/** Where an error was thrown, without its message, which may hold what somebody wrote. */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(" ");
}
