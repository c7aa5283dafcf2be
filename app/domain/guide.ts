/**
 * The interview guide: its words and types (their checks are in `guide-schemas.ts`) and how to find things in it.
 * A published guide version never changes; a question id means one thing for ever.
 */
import type { z } from "zod";
import type {
  conditionSchema,
  guideSchema,
  optionSchema,
  questionSchema,
  showIfSchema,
  stepSchema,
} from "./guide-schemas.ts";
import type { Bilingual } from "./languages.ts";

export const perspectives = ["parent", "youth", "professional"] as const;
export type Perspective = (typeof perspectives)[number];

export const enrolmentStatuses = ["exemption-5a", "absolute-absence"] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** Age only as a band; no birth date, gender or place exists anywhere. */
export const ageBands = ["5-11", "12-15", "16-17"] as const;
export type AgeBand = (typeof ageBands)[number];

export const themeIds = ["development-present", "what-helped", "more-possible", "barriers"] as const;
export type ThemeId = (typeof themeIds)[number];

export const answerTypes = [
  "long-text",
  "short-text",
  "single-choice",
  "multi-choice",
  "scale-1-10",
  "date",
  "yes-no",
] as const;
export type AnswerType = (typeof answerTypes)[number];

/** What a speaker may allow, each apart and off by default; `participate` opens the interview. */
export const consentScopes = [
  "participate",
  "learn-region",
  "learn-other-regions",
  "quote",
  "audio",
  "recontact",
  "agenda",
] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** The scopes that the question with `consentScope: list` offers. */
export const listedScopes = ["learn-region", "learn-other-regions", "quote", "audio", "recontact"] as const;

/** Accountability questions: what is needed, what can be done now, what is needed for what cannot be done yet. */
export const accountabilityTags = ["A1", "A2", "A3"] as const;
export type AccountabilityTag = (typeof accountabilityTags)[number];

export const youthFields = ["enrolmentStatus", "ageBand"] as const;
export const conditionOperators = ["eq", "neq", "in", "includes", "answered", "gte", "lte"] as const;

/** An id of a question, code and the like, and a version, as guides and codebooks write them. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const versionPattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

export type Condition = z.infer<typeof conditionSchema>;
export type ShowIf = z.infer<typeof showIfSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Guide = z.infer<typeof guideSchema>;

/** Every question of a guide in order, each with the step it stands in. */
export function questionsOf(guide: Guide): Array<{ step: Step; question: Question }> {
  return guide.steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
}

/** The question with this id, or undefined when this version has none. */
export function findQuestion(guide: Guide, questionId: string): Question | undefined {
  for (const step of guide.steps) {
    for (const question of step.questions) if (question.id === questionId) return question;
  }
  return undefined;
}

/** The question that records who agreed to take part (`consentScope: participate`), or undefined in a guide without one. */
export function participateQuestion(guide: Guide): Question | undefined {
  return questionsOf(guide).find(({ question }) => question.consentScope === "participate")?.question;
}

/** Compares two version strings by number: negative when `a` is older, 0 when equal, positive when newer. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The label of an option, retired ones included; the bare value when the version does not know it. */
export function optionLabel(question: Question, value: string): Bilingual {
  return question.options?.find((option) => option.value === value)?.label ?? { nl: value, en: value };
}
