/** The lead's own words in a regional report: the current text of every section, and saving one without ever losing another. */
import { and, desc, eq } from "drizzle-orm";
import type { Language } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { reportText, user } from "../schema/index.ts";
import type { Sources } from "../verb.server.ts";

/** The current text of a section. `at` is a UTC time; `by` the name of who saved it, null for the operator. */
export type SectionTextRow = { section: string; revision: number; body: string; at: string; by: string | null };

export type SaveSectionText = {
  regionId: string;
  language: Language;
  section: string;
  /** Markdown, at most `longestSectionText` UTF-16 code units. */
  body: string;
  /** The revision that the writer had seen; 0 for none. */
  baseRevision: number;
};

/** `saved: false`: somebody else saved another text after `baseRevision`. That one stays current, and this one is kept in the history. */
export type SavedSectionText =
  | { saved: true; section: string; revision: number; at: string }
  | { saved: false; section: string; other: Omit<SectionTextRow, "section"> };

export const longestSectionText = 50_000;

/** The newest revision of every section that has one, in no particular order. */
export async function currentTexts(db: Db, regionId: string, language: Language): Promise<Array<SectionTextRow>> {
  const rows = await db
    .select({
      section: reportText.section,
      revision: reportText.revision,
      body: reportText.body,
      at: reportText.at,
      by: user.name,
    })
    .from(reportText)
    .leftJoin(user, eq(user.id, reportText.personId))
    .where(and(eq(reportText.regionId, regionId), eq(reportText.language, language)))
    .orderBy(desc(reportText.revision));
  const newest = new Map<string, SectionTextRow>();
  for (const row of rows) if (!newest.has(row.section)) newest.set(row.section, row);
  return [...newest.values()];
}

/**
 * Saves a text as a new revision. The same text again changes nothing. On a stale base the writer's text is appended and the current
 * one again after it: both are in the history, and the one that was there first stays current until the writer has seen it.
 * Throws Problem `too-large`.
 */
export async function saveSectionText(
  db: Db,
  input: SaveSectionText,
  { now, newId, personId }: Pick<Sources, "now" | "newId"> & { personId: string },
): Promise<SavedSectionText> {
  const { regionId, language, section, baseRevision } = input;
  const body = input.body.replaceAll("\r\n", "\n");
  if (body.length > longestSectionText) throw new Problem("too-large");
  const [current] = await db
    .select({
      revision: reportText.revision,
      body: reportText.body,
      at: reportText.at,
      personId: reportText.personId,
      by: user.name,
    })
    .from(reportText)
    .leftJoin(user, eq(user.id, reportText.personId))
    .where(and(eq(reportText.regionId, regionId), eq(reportText.language, language), eq(reportText.section, section)))
    .orderBy(desc(reportText.revision))
    .limit(1);
  const at = now();
  if ((current?.body ?? "") === body)
    return { saved: true, section, revision: current?.revision ?? 0, at: current?.at ?? at };
  const append = async (revision: number, text: string, writer: string) => {
    await db
      .insert(reportText)
      .values({ id: newId(), regionId, language, section, revision, body: text, personId: writer, at });
  };
  const next = (current?.revision ?? 0) + 1;
  await append(next, body, personId);
  if (!current || current.revision === baseRevision) return { saved: true, section, revision: next, at };
  await append(next + 1, current.body, current.personId);
  return {
    saved: false,
    section,
    other: { revision: next + 1, body: current.body, at: current.at, by: current.by },
  };
}
