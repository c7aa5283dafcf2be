/** Faults in conditions: they look back only, at something that exists, with an operator and a value that fit it. */
import { eitherOf, type Fault, nearest } from "./fault.ts";
import { ageBands, type Condition, conditionOperators, enrolmentStatuses } from "./guide.ts";
import type { DraftCondition, DraftQuestion, GuideDraft } from "./guide-draft.ts";

type Target = { name: string; operators: ReadonlyArray<string>; values: ReadonlyArray<string> | "1-10" | null };

const choices = ["eq", "neq", "in", "answered"];

function targetOf(question: DraftQuestion): Target | null {
  const name = `question "${question.id}"`;
  const values = question.options.flatMap(({ value }) => value ?? []);
  switch (question.type) {
    case "yes-no":
      return { name, operators: choices, values: ["yes", "no"] };
    case "single-choice":
      return { name, operators: choices, values };
    case "multi-choice":
      return { name, operators: ["includes", "answered"], values };
    case "scale-1-10":
      return { name, operators: ["eq", "neq", "gte", "lte", "answered"], values: "1-10" };
    case "long-text":
    case "short-text":
    case "date":
      return { name, operators: ["answered"], values: null };
    case undefined:
      return null;
  }
}

const youthTargets: Record<string, Target> = {
  "youth.enrolmentStatus": { name: "the enrolment status", operators: ["eq", "neq", "in"], values: enrolmentStatuses },
  "youth.ageBand": { name: "the age band", operators: ["eq", "neq", "in"], values: ageBands },
};

/** Every fault in the conditions of a guide's steps and questions. */
export function showIfFaults(draft: GuideDraft): Array<Fault> {
  const all = new Map<string, DraftQuestion>();
  for (const question of draft.steps.flatMap((step) => step.questions)) {
    if (question.id !== undefined && !all.has(question.id)) all.set(question.id, question);
  }
  const before = new Set<string>();
  const faults: Array<Fault> = [];
  for (const step of draft.steps) {
    const owner = { name: `step ${step.id === undefined ? "without id" : `"${step.id}"`}`, id: undefined };
    for (const condition of step.conditions) faults.push(...conditionFaults(condition, owner, all, before));
    for (const question of step.questions) {
      const asking = {
        name: `question ${question.id === undefined ? "without id" : `"${question.id}"`}`,
        id: question.id,
      };
      for (const condition of question.conditions) faults.push(...conditionFaults(condition, asking, all, before));
      if (question.id !== undefined) before.add(question.id);
    }
  }
  return faults;
}

function conditionFaults(
  condition: DraftCondition,
  owner: { name: string; id: string | undefined },
  all: ReadonlyMap<string, DraftQuestion>,
  before: ReadonlySet<string>,
): Array<Fault> {
  const { ref, path } = condition;
  if (ref === undefined) return [];
  const refFault = (message: string, remedy: string): Array<Fault> => [
    { path: [...path, "ref"], message: `${owner.name}: ${message}`, remedy },
  ];
  const youthTarget = youthTargets[ref];
  if (youthTarget) return comparisonFaults(condition, owner.name, youthTarget);
  if (!ref.startsWith("answers.")) return [];
  const id = ref.slice("answers.".length);
  const question = all.get(id);
  if (!question) {
    const meant = nearest(id, before);
    return refFault(
      `showIf points nowhere: there is no question "${id}"`,
      meant ? `write answers.${meant}` : "write answers.<id of an earlier question>",
    );
  }
  if (id === owner.id) return refFault("showIf points at the question itself", "point at an earlier question");
  if (!before.has(id)) {
    return refFault(`showIf points forward to question "${id}"`, "point at an earlier question, or move that one up");
  }
  if (question.retired) {
    return refFault(`showIf points at the retired question "${id}"`, "point at a question that is still asked");
  }
  const target = targetOf(question);
  return target ? comparisonFaults(condition, owner.name, target) : [];
}

/** Whether operator and value fit what the condition looks at. */
function comparisonFaults(condition: DraftCondition, owner: string, target: Target): Array<Fault> {
  const { op, value, path } = condition;
  if (op === undefined || !isOperator(op)) return [];
  if (!target.operators.includes(op)) {
    return [
      {
        path: [...path, "op"],
        message: `${owner}: showIf cannot use ${op} on ${target.name}`,
        remedy: `write ${eitherOf(target.operators)}`,
      },
    ];
  }
  const at = [...path, "value"];
  if (op === "answered") {
    if (value === undefined) return [];
    return [{ path: at, at: "key", message: `${owner}: showIf answered takes no value`, remedy: "leave value out" }];
  }
  if (value === undefined) {
    return [{ path: at, message: `${owner}: showIf ${op} lacks a value`, remedy: `add value: ${example(op, target)}` }];
  }
  return valueFits(op, value, target)
    ? []
    : [
        {
          path: at,
          message: `${owner}: showIf compares ${target.name} with a value it never has`,
          remedy: `write ${example(op, target)}`,
        },
      ];
}

function isOperator(op: string): op is Condition["op"] {
  return conditionOperators.some((known) => known === op);
}

function valueFits(op: string, value: unknown, target: Target): boolean {
  if (target.values === "1-10") return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10;
  const known = (one: unknown) => typeof one === "string" && (target.values?.includes(one) ?? false);
  return op === "in" ? Array.isArray(value) && value.every(known) : known(value);
}

function example(op: string, target: Target): string {
  if (target.values === "1-10") return "a whole number from 1 to 10";
  const values = target.values ?? [];
  return op === "in" ? `a list such as [${values.slice(0, 2).join(", ")}]` : eitherOf(values);
}
