/** Imports a file of answers and coded passages: checks every line, then records all of them or none. */
import { createHash } from "node:crypto";
import type { Codebook } from "#app/domain/codebook.ts";
import { findCode } from "#app/domain/codebook.ts";
import { findQuestion, type Guide, type Perspective } from "#app/domain/guide.ts";
import { contradictions, importLineSchema, type LineFault, type NumberedLine } from "#app/domain/import-line.ts";
import { validSpan } from "#app/domain/passage.ts";
import { Problem } from "#app/domain/problem.ts";
import type { ImportOutcome } from "#db/queries/imports.server.ts";
import type { Verbs } from "#db/store.server.ts";

/** Largest file, in bytes. */
export const largestImport = 50 * 1024 * 1024;

/** No more faults than this are looked for among lines that cannot be read, and named at all. */
const mostFaults = 1000;

function digestOf(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return createHash("sha256").update(JSON.stringify(value, sorted)).digest("hex");
}

function inWords(issue: { path: ReadonlyArray<PropertyKey>; message: string }): string {
  const place = issue.path.map(String).join(".");
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}

/** Every line of the file with its number, and what is wrong with the others. Lines end in LF or CRLF; empty ones are passed over. */
function readLines(text: string): { lines: Array<NumberedLine>; faults: Array<LineFault> } {
  const lines: Array<NumberedLine> = [];
  const faults: Array<LineFault> = [];
  for (const [index, raw] of text.split("\n").entries()) {
    if (faults.length >= mostFaults) break;
    const number = index + 1;
    const content = raw.replace(/\r$/, "");
    if (content.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      faults.push({ number, what: "is not JSON" });
      continue;
    }
    const parsed = importLineSchema.safeParse(value);
    if (parsed.success) lines.push({ number, digest: digestOf(parsed.data), line: parsed.data });
    else for (const issue of parsed.error.issues) faults.push({ number, what: inWords(issue) });
  }
  return { lines, faults };
}

type Published = { guides: Map<string, Guide>; newest: Map<Perspective, Guide>; codebook: Codebook };

async function published(verbs: Verbs, lines: ReadonlyArray<NumberedLine>): Promise<Published> {
  const guides = new Map<string, Guide>();
  const newest = new Map<Perspective, Guide>();
  const wanted = new Set(
    lines.flatMap(({ line }) => (line.guideVersion ? [`${line.perspective} ${line.guideVersion}`] : [])),
  );
  for (const { id, perspective, versions } of await verbs.guides.list()) {
    for (const [index, { version }] of versions.entries()) {
      const key = `${perspective} ${version}`;
      if (index > 0 && !wanted.has(key)) continue;
      const guide = await verbs.guides.version({ guideId: id, version });
      guides.set(key, guide);
      if (index === 0) newest.set(perspective, guide);
    }
  }
  return { guides, newest, codebook: await verbs.guides.codebook({}) };
}

function faultsOf({ line, number }: NumberedLine, { guides, newest, codebook }: Published): Array<LineFault> {
  const faults: Array<LineFault> = [];
  const add = (what: string) => faults.push({ number, what });
  const guide = line.guideVersion
    ? guides.get(`${line.perspective} ${line.guideVersion}`)
    : newest.get(line.perspective);
  if (!guide)
    add(
      line.guideVersion
        ? `guideVersion: no such version is published for ${line.perspective}`
        : "no guide is published",
    );
  const question = guide ? findQuestion(guide, line.questionId) : undefined;
  if (guide && !question) add(`questionId: ${guide.id} ${guide.version} has no such question`);
  if (question?.consentScope) add("questionId: a question about consent is recorded by consents");
  if (question?.type === "short-text" && line.text.length > 500) add("text: longer than 500 characters");
  if (line.consents && !line.consents.includes("participate"))
    add("consents: without participate nothing may be recorded");
  for (const [index, span] of line.passages.entries()) {
    if (!validSpan(line.text, span.start, span.end))
      add(`passages.${index}: ${span.start}-${span.end} is no passage of the text`);
    if (!findCode(codebook, span.theme, span.code))
      add(`passages.${index}: the codebook has no code ${span.code} under ${span.theme}`);
  }
  return faults;
}

/** Throws Problem `import-faults` with a line `path:line: what` for each fault, in the order of the file. */
function refuseFaults(path: string, faults: Array<LineFault>): void {
  if (faults.length === 0) return;
  const first = [...faults].sort((a, b) => a.number - b.number).slice(0, mostFaults);
  const lines = first.map(({ number, what }) => `${path}:${number}: ${what}`);
  throw new Problem("import-faults", { lines });
}

/**
 * Imports the text of a JSONL file; `path` names it in faults, `progress` hears how far it is: each line is checked and then recorded. Returns what is new. The same file again changes nothing; the order of
 * lines does not matter. Throws Problem `too-large`, and `import-faults` with every fault, the first 1000 at most; then nothing was recorded.
 */
export async function importAnswers(
  verbs: Verbs,
  input: { path: string; text: string; progress?: (done: number, of: number) => void },
): Promise<ImportOutcome> {
  if (Buffer.byteLength(input.text) > largestImport) throw new Problem("too-large");
  const { lines, faults } = readLines(input.text);
  const known = await published(verbs, lines);
  for (const [index, line] of lines.entries()) {
    faults.push(...faultsOf(line, known));
    if (index % 500 === 0) input.progress?.(index, lines.length * 2);
  }
  for (const fault of contradictions(lines)) faults.push(fault);
  refuseFaults(input.path, faults);
  try {
    const progress = (recorded: number) => input.progress?.(lines.length + recorded, lines.length * 2);
    return await verbs.imports.record({ lines, progress });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "import-faults") throw error;
    throw new Problem("import-faults", { lines: (error.details.lines ?? []).map((line) => `${input.path}:${line}`) });
  }
}
