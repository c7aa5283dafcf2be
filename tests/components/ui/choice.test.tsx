/** Choices: the browser's own radio buttons and checkboxes, named by their legend. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { show } from "./shown.tsx";

const states = [
  { value: "answered", label: "Beantwoord" },
  { value: "declined", label: "Wil hier niet over praten" },
  { value: "not-discussed", label: "Niet besproken" },
];

test("a group of radio buttons is one stop for the tab key", async () => {
  show(
    <>
      <button type="button">voor</button>
      <ChoiceGroup legend="Hoe staat het?" name="state" type="radio" defaultValue="declined" options={states} />
      <button type="button">na</button>
    </>,
  );
  const user = userEvent.setup();
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Wil hier niet over praten" }));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "na" }));
});

test("the legend names the group, and the fault and hint describe it", () => {
  show(
    <ChoiceGroup
      legend="Hoe staat het?"
      name="state"
      type="radio"
      options={states}
      hint="Kies er één."
      fault="Kies hoe het met deze vraag staat."
    />,
  );
  const group = screen.getByRole("group", { name: "Hoe staat het?" });
  const described = group.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "Kies hoe het met deze vraag staat.",
    "Kies er één.",
  ]);
  expect(within(group).getAllByRole("radio")).toHaveLength(3);
});

test("all answers to a question weigh the same: no radio button is chosen when nothing is", () => {
  show(<ChoiceGroup legend="Hoe staat het?" name="state" type="radio" options={states} />);
  expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).checked)).toEqual([
    false,
    false,
    false,
  ]);
});

test("choosing tells the value and whether it is chosen now", async () => {
  const heard: Array<[string, boolean]> = [];
  show(
    <ChoiceGroup
      legend="Toestemming"
      name="scopes"
      type="checkbox"
      defaultValue={["quote"]}
      options={[
        { value: "quote", label: "Een zin gebruiken", hint: "Zonder naam." },
        { value: "audio", label: "Geluid opnemen" },
      ]}
      onChange={(value, chosen) => heard.push([value, chosen])}
    />,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole("checkbox", { name: /Een zin gebruiken/ }));
  await user.click(screen.getByRole("checkbox", { name: "Geluid opnemen" }));
  expect(heard).toEqual([
    ["quote", false],
    ["audio", true],
  ]);
});

test("a choice that cannot be made now is disabled, the others are not", () => {
  show(
    <ChoiceGroup
      legend="Toestemming"
      name="scopes"
      type="checkbox"
      options={[
        { value: "quote", label: "Een zin gebruiken" },
        { value: "audio", label: "Geluid opnemen", disabled: true },
      ]}
    />,
  );
  const boxes = screen.getAllByRole("checkbox") as Array<HTMLInputElement>;
  expect(boxes.map((box) => box.disabled)).toEqual([false, true]);
});
