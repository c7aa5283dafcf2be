/** Signs: every colour and form comes with a word, and every drawing is different from the others. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  EvidenceRings,
  evidenceLevels,
  PerspectiveSign,
  StateMark,
  StateSign,
  ThemeSign,
} from "#app/components/ui/signs.tsx";
import { perspectives, themeIds } from "#app/domain/guide.ts";
import { interviewStates } from "#app/domain/interview.ts";
import { common } from "#app/messages/common.ts";
import { show } from "./shown.tsx";

test("every theme says its name, in sight or for screen readers", () => {
  const { container } = show(
    <>
      {themeIds.map((theme) => (
        <p key={theme}>
          <ThemeSign theme={theme} />
        </p>
      ))}
      {themeIds.map((theme) => (
        <p key={`named ${theme}`}>
          <ThemeSign theme={theme} withName />
        </p>
      ))}
    </>,
  );
  const names = themeIds.map((theme) => common.nl.themes[theme]);
  expect([...container.querySelectorAll("p")].map((line) => line.textContent)).toEqual([...names, ...names]);
});

test("a decorative sign adds no words to the ones beside it", () => {
  const { container } = show(
    <>
      <ThemeSign theme="barriers" decorative />
      <PerspectiveSign perspective="youth" decorative />
    </>,
  );
  expect(container.textContent).toBe("");
});

test("every perspective and every theme has a drawing of its own", () => {
  const { container } = show(
    <>
      {perspectives.map((perspective) => (
        <PerspectiveSign key={perspective} perspective={perspective} />
      ))}
      {themeIds.map((theme) => (
        <ThemeSign key={theme} theme={theme} />
      ))}
    </>,
  );
  const drawings = [...container.querySelectorAll("path")].map((path) => path.getAttribute("d"));
  expect(new Set(drawings).size).toBe(perspectives.length + themeIds.length);
});

test("every state of an interview has a drawing of its own and a word", () => {
  const { container } = show(interviewStates.map((state) => <StateSign key={state} state={state} />));
  const drawings = [...container.querySelectorAll("svg")].map((svg) => svg.innerHTML);
  expect(new Set(drawings).size).toBe(interviewStates.length);
  for (const state of interviewStates) expect(screen.getByText(common.nl.states[state])).toBeTruthy();
});

test("waiting, too early and not planned look different from each other", () => {
  const { container } = show(
    <>
      <StateMark state="waiting" />
      <StateMark state="too-early" />
      <StateMark state="unplanned" />
    </>,
  );
  expect(new Set([...container.querySelectorAll("svg")].map((svg) => svg.innerHTML)).size).toBe(3);
});

test("a wider evidence level has one more solid ring", () => {
  const { container } = show(evidenceLevels.map((level) => <EvidenceRings key={level} level={level} />));
  const solid = [...container.querySelectorAll("svg")].map(
    (svg) => svg.querySelectorAll("circle[stroke]:not([stroke-dasharray])").length,
  );
  expect(solid).toEqual([0, 1, 2, 3]);
});

test("no word about breadth holds a number or a percentage", () => {
  for (const language of ["nl", "en"] as const) {
    for (const level of evidenceLevels) {
      expect(`${common[language].evidence[level]} ${common[language].evidenceMeaning[level]}`).not.toMatch(/[\d%]/);
    }
  }
});
