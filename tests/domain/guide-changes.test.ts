/** Two versions of a guide side by side: every kind of change is seen, and nothing else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Guide, type Question, questionsOf } from "#app/domain/guide.ts";
import { compareGuides } from "#app/domain/guide-changes.ts";
import { guideSchema } from "#app/domain/guide-schemas.ts";
import { installationRoot } from "#db/open.server.ts";

function shipped(path: string): Guide {
  return guideSchema.parse(parse(readFileSync(join(installationRoot(), "interview-guides", path), "utf8")));
}
const parent = shipped("parent/1.0.0.yaml");
const ids = questionsOf(parent).map(({ question }) => question.id);

function kindsOf(older: Guide, newer: Guide): Record<string, Array<string>> {
  const changes = compareGuides(older, newer).questions.filter((change) => change.kinds.length > 0);
  return Object.fromEntries(changes.map((change) => [change.id, change.kinds]));
}

function edited(edit: (guide: Guide) => void): Guide {
  const guide = structuredClone(parent);
  edit(guide);
  return guide;
}

test("a version compared with itself has no change", () => {
  const { questions, steps } = compareGuides(parent, structuredClone(parent));
  expect(questions.map((change) => change.id)).toEqual(ids);
  expect(questions.every((change) => change.kinds.length === 0)).toBe(true);
  expect(steps).toEqual([]);
});

test("the two shipped versions for parents hold every kind of change that people make", () => {
  const kinds = new Set(Object.values(kindsOf(parent, shipped("parent/1.1.0.yaml"))).flat());
  for (const kind of ["added", "options-added", "options-retired", "reworded", "moved"]) expect(kinds).toContain(kind);
  expect(kinds).not.toContain("type-changed");
  expect(kinds).not.toContain("deleted");
});

test("each edit is named as what it is", () => {
  const question = (guide: Guide, id: string) => {
    const found = questionsOf(guide).find((place) => place.question.id === id)?.question;
    if (!found) throw new Error(id);
    return found;
  };
  const after = (id: string, change: Partial<Question>) =>
    kindsOf(
      parent,
      edited((guide) => void Object.assign(question(guide, id), change)),
    );
  const wish = question(parent, "child-wish");
  expect(after("child-wish", { text: { ...wish.text, nl: `${wish.text.nl}?` } })).toEqual({
    "child-wish": ["reworded"],
  });
  expect(after("child-wish", { retired: true })).toEqual({ "child-wish": ["retired"] });
  expect(after("child-wish", { type: "short-text" })).toEqual({ "child-wish": ["type-changed"] });
  expect(after("child-wish", { probes: wish.probes.slice(1) })).toEqual({ "child-wish": ["probes-changed"] });
  expect(after("child-wish", { tip: undefined })).toEqual({ "child-wish": ["tip-changed"] });
  expect(after("child-wish", { required: !wish.required })).toEqual({ "child-wish": ["details-changed"] });
  expect(after("view-on-exemption", { showIf: undefined })).toEqual({ "view-on-exemption": ["condition-changed"] });
});

test("a question that goes to another place is moved, its neighbours are not", () => {
  fc.assert(
    fc.property(fc.nat(ids.length - 1), fc.nat(parent.steps.length - 1), (index, stepIndex) => {
      const newer = structuredClone(parent);
      const id = ids[index] ?? "";
      const from = newer.steps.find((step) => step.questions.some((question) => question.id === id));
      const to = newer.steps[stepIndex];
      if (!from || !to) throw new Error(id);
      const question = from.questions.find((one) => one.id === id);
      if (!question) throw new Error(id);
      from.questions = from.questions.filter((one) => one !== question);
      to.questions.push(question);
      const changes = kindsOf(parent, newer);
      const last = from === to && parent.steps[stepIndex]?.questions.at(-1)?.id === id;
      if (last) expect(changes).toEqual({});
      else {
        expect(Object.keys(changes)).toHaveLength(1);
        expect(Object.values(changes)).toEqual([["moved"]]);
      }
    }),
  );
});

test("added and deleted are each other's mirror, whatever is left out", () => {
  fc.assert(
    fc.property(fc.subarray(ids, { minLength: 1 }), (left) => {
      const smaller = edited((guide) => {
        for (const step of guide.steps)
          step.questions = step.questions.filter((question) => !left.includes(question.id));
      });
      const gone = kindsOf(parent, smaller);
      const come = kindsOf(smaller, parent);
      expect(Object.keys(gone).sort()).toEqual([...left].sort());
      expect(Object.keys(come).sort()).toEqual([...left].sort());
      expect(Object.values(gone).every((kinds) => kinds.join() === "deleted")).toBe(true);
      expect(Object.values(come).every((kinds) => kinds.join() === "added")).toBe(true);
      expect(compareGuides(parent, smaller).questions.map((change) => change.id)).toEqual(ids);
    }),
  );
});
