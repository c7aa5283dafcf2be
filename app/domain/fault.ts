/** A fault in the content of a guide or codebook file, and how a sentence names the thing that it is about. */

export type Path = ReadonlyArray<string | number>;

/** Where in the content (`at` says whether the key or its value is meant), what is wrong and what to write instead. */
export type Fault = { path: Path; at?: "key" | "value"; message: string; remedy: string };

/** What stands at a path of plain data, or undefined when the path leads nowhere. */
export function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const part of path) value = isObject(value) || Array.isArray(value) ? Reflect.get(value, part) : undefined;
  return value;
}

/** Whether this is an object with keys: not a list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A list, empty for anything else. */
export function listOf(value: unknown): Array<unknown> {
  return Array.isArray(value) ? value : [];
}

/** The lists whose members have a name of their own: how such a member is called, and which key holds its id. */
const kinds: Record<string, { kind: string; key: string }> = {
  steps: { kind: "step", key: "id" },
  questions: { kind: "question", key: "id" },
  options: { kind: "option", key: "value" },
  themes: { kind: "theme", key: "id" },
  codes: { kind: "code", key: "id" },
};

export type Subject = { name: string; path: Path };

/**
 * The innermost step, question, option, theme, code or facet on the way to a path, in words such as `question "wishes"`, or the whole
 * file as `whole`. Words name the kind because ids may repeat across kinds.
 */
export function subjectAt(content: unknown, path: Path, whole: string): Subject {
  let subject: Subject = { name: whole, path: [] };
  for (let index = 1; index < path.length; index += 1) {
    const list = path[index - 1];
    const place = path[index];
    const here = path.slice(0, index + 1);
    if (index === 1 && list === "facets") subject = { name: `facet "${place}"`, path: here };
    const known = typeof list === "string" && typeof place === "number" ? kinds[list] : undefined;
    const member = valueAt(content, here);
    if (!known || !isObject(member)) continue;
    const id = textOf(member[known.key]);
    const inside = subject.path.length === 0 ? "" : ` of ${subject.name}`;
    if (id === undefined) subject = { name: `${known.kind} ${Number(place) + 1}${inside}`, path: here };
    else subject = { name: `${known.kind} "${id}"${known.kind === "option" ? inside : ""}`, path: here };
  }
  return subject;
}

/** A readable list: `a, b or c`. */
export function eitherOf(words: ReadonlyArray<string>): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The known word that is most like `word`, or undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
