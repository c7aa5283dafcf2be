/**
 * Checks a database file from the outside, as it is: SQLite's own structure, references, the full-text index, the digests of what is
 * published, current answers against the log, and passages against their text. It reads on a connection of its own and stops no writer,
 * but for the moment in which the full-text index checks itself. It reports numbers and kinds, never content.
 */
import { createHash } from "node:crypto";
import Sqlite from "better-sqlite3";
import { canonicalJson } from "#app/domain/canonical.ts";

export const databaseChecks = [
  "structure",
  "references",
  "search-index",
  "published-digests",
  "current-answers",
  "passage-quotes",
] as const;
export type DatabaseCheck = (typeof databaseChecks)[number];

/** How many things were looked at and how many of them were wrong. */
export type CheckResult = { check: DatabaseCheck; looked: number; wrong: number };

type Handle = Sqlite.Database;

function countOf(handle: Handle, query: string): number {
  return handle.prepare<[], { n: number }>(query).get()?.n ?? 0;
}

function structure(handle: Handle): Omit<CheckResult, "check"> {
  const lines = handle.pragma("integrity_check") as Array<{ integrity_check: string }>;
  const whole = lines.length === 1 && lines[0]?.integrity_check === "ok";
  return { looked: countOf(handle, "SELECT count(*) AS n FROM sqlite_schema"), wrong: whole ? 0 : lines.length };
}

function references(handle: Handle): Omit<CheckResult, "check"> {
  const broken = handle.pragma("foreign_key_check") as Array<unknown>;
  const looked = countOf(handle, "SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'");
  return { looked, wrong: broken.length };
}

/** FTS5's own check, with every text compared to what the index holds of it. */
function searchIndex(handle: Handle): Omit<CheckResult, "check"> {
  const looked = countOf(handle, "SELECT count(*) AS n FROM answer");
  try {
    handle.exec("INSERT INTO answer_fts(answer_fts, rank) VALUES ('integrity-check', 1)");
    return { looked, wrong: 0 };
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CORRUPT"))
      return { looked, wrong: 1 };
    throw error;
  }
}

function publishedDigests(handle: Handle): Omit<CheckResult, "check"> {
  const rows = handle
    .prepare<[], { digest: string; body: string }>(
      "SELECT digest, body FROM guide_version UNION ALL SELECT digest, body FROM codebook_version UNION ALL SELECT digest, report FROM release WHERE report IS NOT NULL",
    )
    .all();
  const wrong = rows.filter(
    ({ digest, body }) =>
      createHash("sha256")
        .update(canonicalJson(JSON.parse(body)))
        .digest("hex") !== digest,
  );
  return { looked: rows.length, wrong: wrong.length };
}

/** Every current answer is one revision of the log, and what is searched and coded is its text. */
function currentAnswers(handle: Handle): Omit<CheckResult, "check"> {
  const wrong = countOf(
    handle,
    `SELECT count(*) AS n FROM answer
     LEFT JOIN answer_revision AS revision
       ON revision.interview_id = answer.interview_id AND revision.sequence = answer.sequence
     WHERE revision.sequence IS NULL OR revision.question_id <> answer.question_id
       OR revision.state <> answer.state OR revision.note <> answer.note OR revision.value IS NOT answer.value
       OR (answer.text_value <> '' AND answer.text_value <> json_extract(answer.value, '$'))`,
  );
  return { looked: countOf(handle, "SELECT count(*) AS n FROM answer"), wrong };
}

/** Every passage's quote stands in the revision it belongs to, at its span (UTF-16 code units). */
function passageQuotes(handle: Handle): Omit<CheckResult, "check"> {
  const rows = handle.prepare<
    [],
    { field: string; start: number; end: number; quote: string; value: string | null; note: string | null }
  >(
    `SELECT field, start, "end", quote, value, note FROM passage
     LEFT JOIN answer_revision AS revision
       ON revision.interview_id = passage.interview_id AND revision.sequence = passage.sequence`,
  );
  let looked = 0;
  let wrong = 0;
  for (const { field, start, end, quote, value, note } of rows.iterate()) {
    looked += 1;
    const said: unknown = field === "note" ? note : value === null ? null : JSON.parse(value);
    if (typeof said !== "string" || said.slice(start, end) !== quote) wrong += 1;
  }
  return { looked, wrong };
}

const checks: Record<DatabaseCheck, (handle: Handle) => Omit<CheckResult, "check">> = {
  structure,
  references,
  "search-index": searchIndex,
  "published-digests": publishedDigests,
  "current-answers": currentAnswers,
  "passage-quotes": passageQuotes,
};

/**
 * Runs every check on the file at `path` and returns what each found, in fixed order. A file whose structure is broken is not read
 * further. `progress` is told how many checks are done. Throws what SQLite throws for a file that is no database at all.
 */
export function verifyDatabase(path: string, progress?: (done: number, of: number) => void): Array<CheckResult> {
  const handle = new Sqlite(path, { fileMustExist: true });
  try {
    handle.pragma("busy_timeout = 5000");
    const results: Array<CheckResult> = [];
    for (const check of databaseChecks) {
      results.push({ check, ...checks[check](handle) });
      progress?.(results.length, databaseChecks.length);
      if (check === "structure" && results[0]?.wrong !== 0) break;
    }
    return results;
  } finally {
    handle.close();
  }
}
