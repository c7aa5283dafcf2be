/** The faults of a guide: what the schema finds, and the rules that a schema cannot say. */
import { eitherOf, type Fault, nearest, type Path } from "./fault.ts";
import { listedScopes } from "./guide.ts";
import { type DraftQuestion, draftQuestions, type GuideDraft, lowerVersions, readGuideDraft } from "./guide-draft.ts";
import { guideSchema } from "./guide-schemas.ts";
import { schemaFaults } from "./schema-faults.ts";
import { showIfFaults } from "./show-if-faults.ts";

/**
 * Every fault of a guide's content; none means that it follows `guideSchema` and can be published. `others` are the contents of other
 * files or versions: lower versions of the same guide among them are what "the same id" is judged against.
 */
export function guideFaults(content: unknown, others: ReadonlyArray<unknown> = []): Array<Fault> {
  const draft = readGuideDraft(content);
  const lower = lowerVersions(content, others).map(readGuideDraft);
  return [
    ...schemaFaults(guideSchema, content, "guide"),
    ...duplicates("step", draft.steps),
    ...duplicates("question", draftQuestions(draft)),
    ...draftQuestions(draft).flatMap(typeFaults),
    ...consentFaults(draft),
    ...showIfFaults(draft),
    ...changeFaults(draft, lower),
  ];
}

/** One fault for every member whose id an earlier member has. */
export function duplicates(kind: string, members: ReadonlyArray<{ id?: string; path: Path }>): Array<Fault> {
  const seen = new Set<string>();
  return members.flatMap(({ id, path }) => {
    if (id === undefined) return [];
    const fault = { path: [...path, "id"], message: `duplicate id: ${kind} "${id}" is there twice` };
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ ...fault, remedy: `give this ${kind} another id` }] : [];
  });
}

function nameOf(question: DraftQuestion): string {
  return question.id === undefined ? "question without id" : `question "${question.id}"`;
}

/** What belongs to a type and what does not: options, scale, precision. */
function typeFaults(question: DraftQuestion): Array<Fault> {
  const { type, path, options, consentScope } = question;
  if (type === undefined) return [];
  const name = nameOf(question);
  const faults: Array<Fault> = [];
  const superfluous = (key: string, only: string) =>
    faults.push({
      path: [...path, key],
      at: "key",
      message: `${name}: ${key} does not belong to the type ${type}`,
      remedy: `leave it out; only ${only} has it`,
    });
  const choice = type === "single-choice" || type === "multi-choice";
  if (choice && !question.hasOptions) {
    faults.push({
      path: [...path, "options"],
      message: `${name}: options are missing, the type ${type} needs them`,
      remedy: "add options: with at least two options",
    });
  }
  if (!choice && question.hasOptions) superfluous("options", "single-choice or multi-choice");
  if (type !== "scale-1-10" && question.hasScale) superfluous("scale", "scale-1-10");
  if (type !== "date" && question.precision !== undefined) superfluous("precision", "date");
  if (choice && options.length >= 2 && options.filter((option) => !option.retired).length < 2) {
    faults.push({
      path: [...path, "options"],
      at: "key",
      message: `${name}: fewer than two options are still in use`,
      remedy: "add an option, or retire the question",
    });
  }
  const values = options.map((option) => ({ id: option.value, path: option.path }));
  for (const fault of duplicates("option", values)) {
    faults.push({
      path: [...fault.path.slice(0, -1), "value"],
      message: `${name}: ${fault.message}`,
      remedy: "give this option another value",
    });
  }
  if (consentScope === "list") {
    for (const option of options) {
      if (option.value === undefined || listedScopes.some((scope) => scope === option.value)) continue;
      faults.push({
        path: [...option.path, "value"],
        message: `option "${option.value}" of ${name}: this is not something that one can agree to`,
        remedy: `write ${nearest(option.value, listedScopes) ?? eitherOf(listedScopes)}`,
      });
    }
  }
  return faults;
}

const scopeTypes: Record<string, string> = { participate: "yes-no", agenda: "yes-no", list: "multi-choice" };

/** Consent opens every interview: one question records taking part, and it is the first that anybody hears. */
function consentFaults(draft: GuideDraft): Array<Fault> {
  const questions = draftQuestions(draft);
  const faults: Array<Fault> = [];
  const seen = new Set<string>();
  for (const question of questions) {
    const { consentScope: scope, type, path } = question;
    if (scope === undefined || !(scope in scopeTypes)) continue;
    const name = nameOf(question);
    if (type !== undefined && type !== scopeTypes[scope]) {
      faults.push({
        path: [...path, "type"],
        message: `${name}: consentScope ${scope} does not go with the type ${type}`,
        remedy: `write type: ${scopeTypes[scope]}`,
      });
    }
    if (seen.has(scope) && scope !== "agenda") {
      faults.push({
        path: [...path, "consentScope"],
        message: `${name}: another question already has consentScope ${scope}`,
        remedy: "leave it out here",
      });
    }
    seen.add(scope);
  }
  const opening = questions.find((question) => question.consentScope === "participate");
  if (!opening) {
    if (questions.length > 0) {
      faults.push({
        path: ["steps"],
        at: "key",
        message: "guide: no question asks whether the speaker takes part",
        remedy: "begin with a yes-no question that has consentScope: participate",
      });
    }
    return faults;
  }
  const name = nameOf(opening);
  if (questions[0] !== opening) {
    faults.push({
      path: [...opening.path, "consentScope"],
      message: `${name}: the question about taking part is not the first question`,
      remedy: "move it to the beginning of the guide",
    });
  }
  const step = draft.steps.find((one) => one.questions.includes(opening));
  for (const holder of [opening, step]) {
    if (!holder?.hasShowIf) continue;
    faults.push({
      path: [...holder.path, "showIf"],
      at: "key",
      message: `${name}: the question about taking part is shown on a condition`,
      remedy: "leave showIf out",
    });
  }
  if (opening.retired) {
    faults.push({
      path: [...opening.path, "retired"],
      at: "key",
      message: `${name}: the question about taking part is retired`,
      remedy: "leave retired out",
    });
  }
  if (opening.required === false) {
    faults.push({
      path: [...opening.path, "required"],
      message: `${name}: the question about taking part is not required`,
      remedy: "write required: true",
    });
  }
  return faults;
}

/** A question id means one thing for ever; questions and options are retired, never deleted. `lower` is newest first. */
function changeFaults(draft: GuideDraft, lower: ReadonlyArray<GuideDraft>): Array<Fault> {
  const faults: Array<Fault> = [];
  const [newest] = lower;
  if (
    newest?.perspective !== undefined &&
    draft.perspective !== undefined &&
    newest.perspective !== draft.perspective
  ) {
    faults.push({
      path: ["perspective"],
      message: `guide: the perspective was ${newest.perspective} in version ${newest.version}`,
      remedy: `write perspective: ${newest.perspective}, or give the guide another id`,
    });
  }
  const now = new Map<string, DraftQuestion>();
  for (const question of draftQuestions(draft)) {
    if (question.id !== undefined && !now.has(question.id)) now.set(question.id, question);
  }
  const judged = new Set<string>();
  for (const version of lower) {
    for (const before of draftQuestions(version)) {
      if (before.id === undefined) continue;
      const after = now.get(before.id);
      if (after) faults.push(...optionsGone(before, after, version.version ?? "", judged));
      if (judged.has(before.id)) continue;
      judged.add(before.id);
      if (after) faults.push(...meaningFaults(before, after, version.version ?? ""));
      else {
        faults.push({
          path: ["steps"],
          at: "key",
          message: `guide: question "${before.id}" of version ${version.version} was deleted`,
          remedy: "put it back and add retired: true",
        });
      }
    }
  }
  return faults;
}

function meaningFaults(before: DraftQuestion, after: DraftQuestion, version: string): Array<Fault> {
  const faults: Array<Fault> = [];
  const changed = (key: "type" | "precision" | "consentScope", was: string, is: string) =>
    faults.push({
      path: [...after.path, after[key] === undefined ? "id" : key],
      message: `${nameOf(after)}: ${key} changed under the same id, from ${was} in version ${version} to ${is}`,
      remedy: `write ${key}: ${was} again, or retire this question and give the new one another id`,
    });
  if (before.type && after.type && before.type !== after.type) changed("type", before.type, after.type);
  else if (before.precision !== after.precision)
    changed("precision", before.precision ?? "day", after.precision ?? "day");
  if (before.consentScope !== after.consentScope) {
    changed("consentScope", before.consentScope ?? "none", after.consentScope ?? "none");
  }
  return faults;
}

/** Options of a lower version that are not there any more, each named once over all versions (`judged` remembers). */
function optionsGone(before: DraftQuestion, after: DraftQuestion, version: string, judged: Set<string>): Array<Fault> {
  if (before.type !== after.type || !after.hasOptions) return [];
  const kept = new Set(after.options.map((option) => option.value));
  return before.options.flatMap(({ value }) => {
    const key = `${before.id} ${value}`;
    if (value === undefined || kept.has(value) || judged.has(key)) return [];
    judged.add(key);
    return [
      {
        path: [...after.path, "options"],
        at: "key" as const,
        message: `${nameOf(after)}: option "${value}" of version ${version} was deleted`,
        remedy: "put it back and add retired: true",
      },
    ];
  });
}
