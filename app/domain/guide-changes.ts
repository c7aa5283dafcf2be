/** What changed between two versions of a guide, question by question, for people who look at them side by side. */
import { canonicalJson } from "./canonical.ts";
import { type Guide, type Option, type Question, questionsOf, type Step } from "./guide.ts";

/** Every way in which a question can differ between two versions. */
export const changeKinds = [
  "added",
  "retired",
  "deleted",
  "brought-back",
  "type-changed",
  "reworded",
  "moved",
  "options-added",
  "options-retired",
  "options-changed",
  "probes-changed",
  "tip-changed",
  "condition-changed",
  "details-changed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A question where it stands in a version: its step, and its number in the whole guide from 1. */
export type Standing = { step: Step; question: Question; number: number };

/** One question in both versions; no kinds means that it is unchanged. `options` holds values, in guide order. */
export type QuestionChange = {
  id: string;
  kinds: Array<ChangeKind>;
  before: Standing | null;
  after: Standing | null;
  options: { added: Array<string>; retired: Array<string>; changed: Array<string> };
};

export type StepChange = { id: string; kind: "added" | "deleted" | "changed"; before: Step | null; after: Step | null };

export type GuideChanges = { questions: Array<QuestionChange>; steps: Array<StepChange> };

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function standings(guide: Guide): Map<string, Standing> {
  return new Map(questionsOf(guide).map((place, index) => [place.question.id, { ...place, number: index + 1 }]));
}

/**
 * Compares an older and a newer version. Questions come in the newer version's order; those that only the older one has stand after
 * the question that they followed there. Moved are all that changed step, and
 * of the others the fewest whose moving explains the new order.
 */
export function compareGuides(older: Guide, newer: Guide): GuideChanges {
  const before = standings(older);
  const after = standings(newer);
  const sameStep = [...after.values()].flatMap(({ question, step }) => {
    const old = before.get(question.id);
    return old?.step.id === step.id ? [{ id: question.id, number: old.number }] : [];
  });
  const kept = unmoved(sameStep.map(({ number }) => number));
  const stays = new Set(sameStep.filter(({ number }) => kept.has(number)).map(({ id }) => id));
  const questions = joinedOrder([...before.keys()], [...after.keys()]).map((id) =>
    questionChange(id, before.get(id) ?? null, after.get(id) ?? null, stays.has(id)),
  );
  return { questions, steps: stepChanges(older, newer) };
}

/** The members of a longest rising run of numbers (not necessarily adjacent ones). Numbers are distinct. */
function unmoved(numbers: ReadonlyArray<number>): Set<number> {
  const length = numbers.map(() => 1);
  const previous = numbers.map(() => -1);
  let end = -1;
  for (let index = 0; index < numbers.length; index += 1) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const longer = (length[earlier] ?? 0) + 1;
      if ((numbers[earlier] ?? 0) < (numbers[index] ?? 0) && longer > (length[index] ?? 0)) {
        length[index] = longer;
        previous[index] = earlier;
      }
    }
    if (end === -1 || (length[index] ?? 0) > (length[end] ?? 0)) end = index;
  }
  const members = new Set<number>();
  for (let index = end; index >= 0; index = previous[index] ?? -1) members.add(numbers[index] ?? 0);
  return members;
}

/** The newer order, with what only the older one has put behind its old predecessor. */
function joinedOrder(older: ReadonlyArray<string>, newer: ReadonlyArray<string>): Array<string> {
  const order = [...newer];
  older.forEach((id, index) => {
    if (order.includes(id)) return;
    const predecessor = index === 0 ? undefined : older[index - 1];
    order.splice(predecessor === undefined ? 0 : order.indexOf(predecessor) + 1, 0, id);
  });
  return order;
}

function optionChanges(before: ReadonlyArray<Option>, after: ReadonlyArray<Option>): QuestionChange["options"] {
  const was = new Map(before.map((option) => [option.value, option]));
  const is = new Map(after.map((option) => [option.value, option]));
  const gone = before.filter((option) => !is.has(option.value)).map((option) => option.value);
  return {
    added: after.filter((option) => !was.has(option.value)).map((option) => option.value),
    retired: [
      ...after.filter(
        (option) => option.retired && was.get(option.value)?.retired === undefined && was.has(option.value),
      ),
    ]
      .map((option) => option.value)
      .concat(gone),
    changed: after
      .filter((option) => {
        const old = was.get(option.value);
        return old !== undefined && (!same(old.label, option.label) || (old.retired && !option.retired));
      })
      .map((option) => option.value),
  };
}

function questionChange(id: string, before: Standing | null, after: Standing | null, stays: boolean): QuestionChange {
  const none = { added: [], retired: [], changed: [] };
  if (!before || !after) return { id, before, after, kinds: [before ? "deleted" : "added"], options: none };
  const [was, is] = [before.question, after.question];
  const options = optionChanges(was.options ?? [], is.options ?? []);
  const found: Record<ChangeKind, boolean> = {
    added: false,
    deleted: false,
    retired: !was.retired && is.retired === true,
    "brought-back": was.retired === true && !is.retired,
    "type-changed": was.type !== is.type || was.precision !== is.precision,
    reworded: !same(was.text, is.text),
    moved: !stays,
    "options-added": options.added.length > 0,
    "options-retired": options.retired.length > 0,
    "options-changed": options.changed.length > 0,
    "probes-changed": !same(was.probes, is.probes),
    "tip-changed": !same(was.tip, is.tip),
    "condition-changed": !same(was.showIf, is.showIf),
    "details-changed": !same(details(was), details(is)),
  };
  return { id, before, after, kinds: changeKinds.filter((kind) => found[kind]), options };
}

/** What is left of a question: whether it is required, its construct, scale, hints for coding and consent. */
function details({ construct, required, consentScope, accountability, scale, themes }: Question) {
  return { construct, required, consentScope, accountability, scale, themes };
}

/** Steps that were added, went, or have another title, goal, script, time, condition or part of the conversation. */
function stepChanges(older: Guide, newer: Guide): Array<StepChange> {
  const about = ({ questions: _, ...rest }: Step) => rest;
  const was = new Map(older.steps.map((step) => [step.id, step]));
  const is = new Map(newer.steps.map((step) => [step.id, step]));
  return joinedOrder([...was.keys()], [...is.keys()]).flatMap((id): Array<StepChange> => {
    const before = was.get(id) ?? null;
    const after = is.get(id) ?? null;
    if (!before || !after) return [{ id, kind: before ? "deleted" : "added", before, after }];
    return same(about(before), about(after)) ? [] : [{ id, kind: "changed", before, after }];
  });
}
