/** Turns what the schema says about a guide or codebook into faults in plain words, each with what to write instead. */
import type { z } from "zod";
import { eitherOf, type Fault, isObject, nearest, type Path, subjectAt, valueAt } from "./fault.ts";

type Issue = z.core.$ZodIssue;
type Words = { content: unknown; whole: string; keys: ReadonlyMap<string, ReadonlyArray<string>> };

/** Keys whose value is a text in both languages. */
const bilingualKeys = new Set(
  "text label title goal script tip name definition use notUse example minLabel maxLabel probes".split(" "),
);
const languageNames: Record<string, string> = { nl: "Dutch", en: "English" };

/** What belongs under a key, for where it is missing or of the wrong kind. */
const hints: Record<string, string> = {
  schemaVersion: "1",
  id: "lower-case words joined by hyphens",
  construct: "lower-case words joined by hyphens",
  value: "lower-case words joined by hyphens",
  version: "three numbers such as 1.0.0",
  languageLevel: "a level such as B1",
  minutes: "a whole number from 1 to 120",
  estimatedMinutes: "a whole number from 1 to 240",
  required: "true or false",
  probes: "a list, [] when there are none",
  themes: "a list, [] when there are none",
  questions: "at least one question",
  steps: "at least one step",
  options: "at least two options",
  codes: "at least one code",
  order: "a whole number from 1 to 4",
};

const expectedWords: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
};

/** Every fault of the content against the schema. `whole` names the file's kind: `guide` or `codebook`. */
export function schemaFaults(schema: z.ZodType, content: unknown, whole: string): Array<Fault> {
  const result = schema.safeParse(content);
  if (result.success) return [];
  const words = { content, whole, keys: knownKeys };
  return result.error.issues.flatMap((issue) => faultsOf(issue, issue.path as Array<string | number>, words));
}

/** Keys known per kind of thing, to propose the one that was meant. */
const knownKeys = new Map(
  Object.entries({
    guide: "schemaVersion id version perspective locale register languageLevel estimatedMinutes title steps",
    codebook: "schemaVersion id version locale rules facets themes",
    step: "id miProcess minutes title goal script showIf questions",
    question:
      "id construct type required retired consentScope accountability precision showIf text options scale probes tip themes",
    option: "value label retired",
    theme: "id order name definition codes",
    code: "id sensitive retired name definition use notUse example",
    facet: "appliesTo values",
    condition: "ref op value",
    text: "nl en",
    scale: "minLabel maxLabel",
    showIf: "all any",
  }).map(([kind, keys]) => [kind, keys.split(" ")] as const),
);

function faultsOf(issue: Issue, path: Path, words: Words): Array<Fault> {
  const subject = subjectAt(words.content, path, words.whole);
  const field = fieldName(path.slice(subject.path.length));
  const say = (message: string, remedy: string, at?: "key") => [
    { path, ...(at ? { at } : {}), message: `${subject.name}: ${message}`, remedy },
  ];
  const value = valueAt(words.content, path);
  const last = path.at(-1);
  const missing = value === undefined;

  const language = typeof last === "string" ? languageNames[last] : undefined;
  if (language && isBilingual(path.slice(0, -1))) {
    const what = fieldName(path.slice(subject.path.length, -1));
    if (missing || value === null) return say(`the ${language} translation of ${what} is missing`, `add ${last}: "…"`);
    if (issue.code === "too_small") return say(`the ${language} translation of ${what} is empty`, "write the text");
    return say(`the ${language} translation of ${what} is not a text`, `write ${last}: "…", between quotes`);
  }
  if (issue.code === "unrecognized_keys") return issue.keys.flatMap((key) => unknownKey(key, path, words));
  if (missing) return say(`${field} is missing`, missingRemedy(issue, path));
  if (isBilingual(path) && issue.code === "invalid_type") {
    return say(`${field} is not in both languages`, 'write {nl: "…", en: "…"}');
  }
  switch (issue.code) {
    case "invalid_union":
      return unionFaults(issue, path, words);
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const meant = typeof value === "string" ? nearest(value, allowed) : undefined;
      if (allowed.length === 1 && allowed[0] === "true") {
        return say(`${field} is not true`, `write ${last}: true, or leave it out`);
      }
      return say(`${field} is ${shown(value)}`, `write ${meant ?? eitherOf(allowed)}`);
    }
    case "invalid_format":
      return say(`${field} is ${shown(value)}`, `write ${formatWords(issue, last)}`);
    case "invalid_type": {
      const wanted = expectedWords[issue.expected] ?? issue.expected;
      const quotes = wanted === "a text" && (typeof value === "number" || typeof value === "boolean");
      return say(
        `${field} is ${shown(value)}, not ${wanted}`,
        quotes ? `put it between quotes: "${String(value)}"` : `write ${hintFor(last) ?? wanted}`,
      );
    }
    case "too_small":
      if (Array.isArray(value)) {
        const least = Number(issue.minimum);
        if (issue.exact) return say(`${field} has ${value.length} members`, `write exactly ${least}`);
        const few = value.length === 0 ? "is an empty list" : `has only ${value.length}`;
        return say(`${field} ${few}`, `write ${hintFor(last) ?? `at least ${least}`}`);
      }
      if (typeof value === "number") return say(`${field} is ${value}`, `write ${issue.minimum} or more`);
      return say(`${field} is empty`, "write the text");
    case "too_big":
      if (Array.isArray(value)) return say(`${field} has ${value.length} members`, `write ${issue.maximum} at most`);
      return say(`${field} is ${shown(value)}`, `write ${issue.maximum} or less`);
    case "invalid_key":
      return say(`${shown(last)} is not a known name`, "see the format for the names", "key");
    default:
      return say(`${field} is ${shown(value)}`, "see the format for what belongs here");
  }
}

function unknownKey(key: string, path: Path, { content, whole, keys }: Words): Array<Fault> {
  const subject = subjectAt(content, path, whole);
  const known = keys.get(kindAt(path, whole)) ?? [];
  const meant = nearest(key, known);
  const inside = path.length > subject.path.length ? ` in ${fieldName(path.slice(subject.path.length))}` : "";
  return [
    {
      path: [...path, key],
      at: "key",
      message: `${subject.name}: unknown key ${shown(key)}${inside}`,
      remedy: meant ? `write ${meant}` : `leave it out; known here: ${known.join(", ")}`,
    },
  ];
}

const kindOfList: Record<string, string> = {
  steps: "step",
  questions: "question",
  options: "option",
  themes: "theme",
  codes: "code",
  all: "condition",
  any: "condition",
};

/** Which of the known kinds of object stands at a path. */
function kindAt(path: Path, whole: string): string {
  const last = path.at(-1);
  if (last === undefined) return whole;
  if (last === "showIf" || last === "scale") return last;
  if (isBilingual(path)) return "text";
  const list = path.at(-2);
  if (list === "facets") return "facet";
  return (typeof list === "string" && kindOfList[list]) || whole;
}

/** The faults of the form that was evidently meant: `all` or `any` for conditions. */
function unionFaults(issue: Extract<Issue, { code: "invalid_union" }>, path: Path, words: Words): Array<Fault> {
  const value = valueAt(words.content, path);
  const subject = subjectAt(words.content, path, words.whole);
  if (path.at(-1) === "showIf") {
    const branch = isObject(value) ? ["all", "any"].findIndex((key) => key in value) : -1;
    const inner = issue.errors[branch];
    if (inner) {
      return inner.flatMap((one) => faultsOf(one, [...path, ...(one.path as Array<string | number>)], words));
    }
    return [
      {
        path,
        message: `${subject.name}: showIf is not a list of conditions`,
        remedy: "write {all: [{ref: …, op: …, value: …}]}, or any instead of all",
      },
    ];
  }
  return [
    {
      path,
      message: `${subject.name}: ${fieldName(path.slice(subject.path.length))} is ${shown(value)}`,
      remedy: "write a text, a number or a list of texts",
    },
  ];
}

function missingRemedy(issue: Issue, path: Path): string {
  const last = path.at(-1);
  if (isBilingual(path)) return last === "probes" ? "add probes: []" : `add ${last}: {nl: "…", en: "…"}`;
  const hint = hintFor(last) ?? (issue.code === "invalid_value" ? eitherOf(issue.values.map(String)) : undefined);
  if (hint === undefined) return `add ${last}:`;
  return hint.includes(" ") ? `add ${last}: (${hint})` : `add ${last}: ${hint}`;
}

function hintFor(key: string | number | undefined): string | undefined {
  return typeof key === "string" ? hints[key] : undefined;
}

function formatWords(issue: Extract<Issue, { code: "invalid_format" }>, key: string | number | undefined): string {
  if (key === "ref") return "youth.enrolmentStatus, youth.ageBand or answers.<question id>";
  return key === "version" ? "three numbers such as 1.0.0" : (issue.message ?? "it as the format says");
}

function isBilingual(path: Path): boolean {
  const last = path.at(-1);
  if (typeof last === "number") return path.at(-2) === "probes";
  return last !== undefined && last !== "probes" && bilingualKeys.has(last);
}

/** The way from a thing to one of its fields, in words: `text`, `probe 2`, `scale.minLabel`. */
function fieldName(path: Path): string {
  if (path.length === 0) return "the whole";
  const words = path.map((part, index) =>
    typeof part === "number" ? ` ${part + 1}` : `${index === 0 ? "" : "."}${part}`,
  );
  return words.join("").replace(/^probes (\d)/, "probe $1");
}

/** A value as a short quotation. */
function shown(value: unknown): string {
  if (value === null) return "empty";
  if (typeof value === "string") return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "a group of keys" : String(value);
}
