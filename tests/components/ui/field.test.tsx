/** Fields: the label names the control, the hint and the fault describe it. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SelectField, TextArea, TextField } from "#app/components/ui/field.tsx";
import { show } from "./shown.tsx";

function descriptionOf(element: HTMLElement): Array<string> {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing has id ${id}`);
}

test("a label names its field", () => {
  show(<TextField label="E-mailadres" name="email" type="email" />);
  const field = screen.getByRole("textbox", { name: "E-mailadres" });
  expect(field.getAttribute("name")).toBe("email");
  expect(field.getAttribute("type")).toBe("email");
  expect(field.hasAttribute("aria-invalid")).toBe(false);
  expect(field.hasAttribute("aria-describedby")).toBe(false);
});

test("a fault comes before the hint in the description of the field, and marks it as invalid", () => {
  show(<TextField label="Sinds" name="since" fault="Vul een maand in." hint="De maand van het begin." />);
  const field = screen.getByRole("textbox", { name: "Sinds" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(descriptionOf(field)).toEqual(["Vul een maand in.", "De maand van het begin."]);
});

test("a field keeps a description of its own beside hint and fault", () => {
  show(
    <>
      <p id="own">Geen namen.</p>
      <TextArea label="Antwoord" name="answer" hint="Schrijf mee." aria-describedby="own" />
    </>,
  );
  expect(descriptionOf(screen.getByRole("textbox", { name: "Antwoord" }))).toEqual(["Schrijf mee.", "Geen namen."]);
});

test("only a field for a speaker's words is set in the serif", () => {
  show(
    <>
      <TextArea label="Antwoord" name="answer" serif />
      <TextArea label="Notitie" name="note" />
    </>,
  );
  expect(screen.getByRole("textbox", { name: "Antwoord" }).classList.contains("stem")).toBe(true);
  expect(screen.getByRole("textbox", { name: "Notitie" }).classList.contains("stem")).toBe(false);
});

test("two fields with the same name have a label and a fault of their own", () => {
  show(
    <>
      <TextField label="Eerste" name="same" fault="Dit is te kort." />
      <TextField label="Tweede" name="same" fault="Dit is te lang." />
    </>,
  );
  expect(descriptionOf(screen.getByRole("textbox", { name: "Eerste" }))).toEqual(["Dit is te kort."]);
  expect(descriptionOf(screen.getByRole("textbox", { name: "Tweede" }))).toEqual(["Dit is te lang."]);
});

test("a select offers its options in the order given, and describes its fault", () => {
  show(
    <SelectField
      label="Leeftijd"
      name="age"
      defaultValue="16-17"
      fault="Kies iets uit de lijst."
      options={[
        { value: "12-15", label: "12 tot en met 15 jaar" },
        { value: "16-17", label: "16 of 17 jaar" },
      ]}
    />,
  );
  const select = screen.getByRole("combobox", { name: "Leeftijd" });
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "12 tot en met 15 jaar",
    "16 of 17 jaar",
  ]);
  expect((select as HTMLSelectElement).value).toBe("16-17");
  expect(descriptionOf(select)).toEqual(["Kies iets uit de lijst."]);
});
