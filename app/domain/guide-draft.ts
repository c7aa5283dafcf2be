/** Reads as much of a guide as can be read from content that may hold faults, so that one run finds them all. */
import { isObject, listOf, type Path, textOf } from "./fault.ts";
import { type AnswerType, answerTypes, compareVersions } from "./guide.ts";
import { versionSchema } from "./guide-schemas.ts";

export type DraftCondition = { ref?: string; op?: string; value: unknown; path: Path };
export type DraftOption = { value?: string; retired: boolean; path: Path };

export type DraftQuestion = {
  path: Path;
  id?: string;
  type?: AnswerType;
  construct?: string;
  consentScope?: string;
  precision?: string;
  required: unknown;
  retired: boolean;
  hasOptions: boolean;
  hasScale: boolean;
  hasShowIf: boolean;
  options: Array<DraftOption>;
  conditions: Array<DraftCondition>;
};

export type DraftStep = {
  path: Path;
  id?: string;
  hasShowIf: boolean;
  conditions: Array<DraftCondition>;
  questions: Array<DraftQuestion>;
};

export type GuideDraft = { id?: string; version?: string; perspective?: string; steps: Array<DraftStep> };

/** The list under a key of an object, each object in it with its path; anything else is left out. */
function members(holder: Record<string, unknown>, key: string, path: Path) {
  return listOf(holder[key]).flatMap((member, index) =>
    isObject(member) ? [{ member, path: [...path, key, index] as Path }] : [],
  );
}

function conditionsOf(holder: Record<string, unknown>, path: Path): Array<DraftCondition> {
  const rule = holder.showIf;
  if (!isObject(rule)) return [];
  const at = [...path, "showIf"];
  return [...members(rule, "all", at), ...members(rule, "any", at)].map(({ member, path: place }) => ({
    ref: textOf(member.ref),
    op: textOf(member.op),
    value: member.value,
    path: place,
  }));
}

function readQuestion(question: Record<string, unknown>, path: Path): DraftQuestion {
  return {
    path,
    id: textOf(question.id),
    type: answerTypes.find((type) => type === question.type),
    construct: textOf(question.construct),
    consentScope: textOf(question.consentScope),
    precision: textOf(question.precision),
    required: question.required,
    retired: question.retired === true,
    hasOptions: question.options !== undefined,
    hasScale: question.scale !== undefined,
    hasShowIf: question.showIf !== undefined,
    options: members(question, "options", path).map(({ member, path: place }) => ({
      value: textOf(member.value),
      retired: member.retired === true,
      path: place,
    })),
    conditions: conditionsOf(question, path),
  };
}

/** What can be read of a guide. Never throws, whatever the content. */
export function readGuideDraft(content: unknown): GuideDraft {
  if (!isObject(content)) return { steps: [] };
  return {
    id: textOf(content.id),
    version: versionOf(content),
    perspective: textOf(content.perspective),
    steps: members(content, "steps", []).map(({ member, path }) => ({
      path,
      id: textOf(member.id),
      hasShowIf: member.showIf !== undefined,
      conditions: conditionsOf(member, path),
      questions: members(member, "questions", path).map((one) => readQuestion(one.member, one.path)),
    })),
  };
}

/** The version of a guide or codebook when it is a well-formed one. */
export function versionOf(content: unknown): string | undefined {
  const version = isObject(content) ? textOf(content.version) : undefined;
  return version !== undefined && versionSchema.safeParse(version).success ? version : undefined;
}

/** Lower versions of the same thing (equal id), newest first. */
export function lowerVersions<Content>(content: unknown, others: ReadonlyArray<Content>): Array<Content> {
  const version = versionOf(content);
  const id = isObject(content) ? textOf(content.id) : undefined;
  if (version === undefined || id === undefined) return [];
  const known = others.flatMap((other) => {
    const theirs = versionOf(other);
    const same = isObject(other) && other.id === id && theirs !== undefined;
    return same && compareVersions(theirs, version) < 0 ? [{ other, theirs }] : [];
  });
  return known.sort((a, b) => compareVersions(b.theirs, a.theirs)).map(({ other }) => other);
}

/** Every question of a draft in order. */
export function draftQuestions(draft: GuideDraft): Array<DraftQuestion> {
  return draft.steps.flatMap((step) => step.questions);
}
