/** Which questions apply in an interview: `showIf` of a guide version against the youth and the answers so far. */
import { type Answer, hasValue, isBlank } from "./answer.ts";
import type { AgeBand, Condition, EnrolmentStatus, Guide, ShowIf } from "./guide.ts";

/** What conditions may look at. `answers` holds the consent records too, as if they were answers. */
export type Facts = {
  youth: { enrolmentStatus: EnrolmentStatus; ageBand: AgeBand };
  answers: ReadonlyMap<string, Answer>;
};

function holds(condition: Condition, facts: Facts, visible: ReadonlySet<string>): boolean {
  const [kind, name = ""] = condition.ref.split(".");
  const answer = kind === "answers" && visible.has(name) ? facts.answers.get(name) : undefined;
  const value =
    kind === "youth" ? facts.youth[name as keyof Facts["youth"]] : hasValue(answer) ? (answer?.value ?? null) : null;
  const wanted = condition.value;
  switch (condition.op) {
    case "answered":
      return value !== null;
    case "eq":
      return value !== null && value === wanted;
    case "neq":
      return value !== wanted;
    case "in":
      return Array.isArray(wanted) && typeof value === "string" && wanted.includes(value);
    case "includes":
      return Array.isArray(value) && typeof wanted === "string" && value.includes(wanted);
    case "gte":
      return typeof value === "number" && typeof wanted === "number" && value >= wanted;
    case "lte":
      return typeof value === "number" && typeof wanted === "number" && value <= wanted;
  }
}

function applies(rule: ShowIf | undefined, facts: Facts, visible: ReadonlySet<string>): boolean {
  if (!rule) return true;
  if ("all" in rule) return rule.all.every((condition) => holds(condition, facts, visible));
  return rule.any.some((condition) => holds(condition, facts, visible));
}

/**
 * The ids of the questions that apply, in guide order. A condition only looks back, and the answer to a hidden question counts as
 * none, so hiding one question can hide others after it. A step that does not apply takes its questions along; retired questions never apply.
 */
export function visibleQuestions(guide: Guide, facts: Facts): Set<string> {
  const visible = new Set<string>();
  for (const step of guide.steps) {
    if (!applies(step.showIf, facts, visible)) continue;
    for (const question of step.questions) {
      if (!question.retired && applies(question.showIf, facts, visible)) visible.add(question.id);
    }
  }
  return visible;
}

/** The ids of questions that hold something now and would no longer apply once `questionId` is answered with `answer`, in guide order. */
export function hiddenBy(guide: Guide, facts: Facts, questionId: string, answer: Answer): Array<string> {
  const before = visibleQuestions(guide, facts);
  const after = visibleQuestions(guide, { ...facts, answers: new Map(facts.answers).set(questionId, answer) });
  return [...before].filter((id) => {
    const held = facts.answers.get(id);
    return !after.has(id) && held !== undefined && !isBlank(held);
  });
}
