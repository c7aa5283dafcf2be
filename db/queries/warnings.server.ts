/** Words in a text that may tell who somebody is, and those of them that a person looked at and found to point at nobody. */
import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Span } from "#app/domain/passage.ts";
import { type PersonalMatch, personalData } from "#app/domain/personal-data.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { clearedWarning } from "../schema/index.ts";

/** SHA-256 of the words within their interview, whatever their capitals: the words themselves are kept nowhere but in the answer. */
function digestOf(interviewId: string, words: string): string {
  return createHash("sha256").update(`${interviewId}\n${words.toLowerCase()}`).digest("hex");
}

/** The warnings about a text of this interview that nobody cleared, in the order of the text. */
export async function openWarnings(db: Db, interviewId: string, text: string): Promise<Array<PersonalMatch>> {
  const found = personalData(text).map((match) => ({
    match,
    digest: digestOf(interviewId, text.slice(match.start, match.end)),
  }));
  if (found.length === 0) return [];
  const digests = found.map(({ digest }) => digest);
  const rows = await db
    .select({ digest: clearedWarning.digest })
    .from(clearedWarning)
    .where(and(eq(clearedWarning.interviewId, interviewId), inArray(clearedWarning.digest, digests)));
  const cleared = new Set(rows.map((row) => row.digest));
  return found.filter(({ digest }) => !cleared.has(digest)).map(({ match }) => match);
}

/** Throws Problem `warning-open`, with these ids, when a span of this text holds a part of what an open warning is about (rule R9). */
export async function refuseOpenWarning(
  db: Db,
  interviewId: string,
  text: string,
  span: Span,
  ids: Array<string> = [],
): Promise<void> {
  const open = await openWarnings(db, interviewId, text);
  if (open.some((match) => match.start < span.end && span.start < match.end))
    throw new Problem("warning-open", { ids });
}

/**
 * Notes that the words of this span point at nobody, wherever they stand in this interview. Throws Problem `passage-invalid` when no
 * open warning is about exactly these words.
 */
export async function clearWarning(
  db: Db,
  { interviewId, text, start, end }: Span & { interviewId: string; text: string },
  { personId, at }: { personId: string; at: string },
): Promise<void> {
  const open = await openWarnings(db, interviewId, text);
  if (!open.some((match) => match.start === start && match.end === end)) throw new Problem("passage-invalid");
  await db
    .insert(clearedWarning)
    .values({ interviewId, digest: digestOf(interviewId, text.slice(start, end)), personId, at });
}
