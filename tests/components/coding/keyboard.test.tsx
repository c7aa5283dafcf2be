/** Choosing and coding passages with the keyboard alone, on the real store. */
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { switchSingleKeys } from "#app/components/coding/shortcuts.ts";
import { showAnswer } from "./screen.tsx";

const story = "Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden. Hij leest Engels. Dat telt nergens mee.";

beforeEach(() => {
  window.localStorage.clear();
  switchSingleKeys(true);
});

const chosen = () => screen.getByRole("region", { name: "Fragment kiezen" }).querySelector("q")?.textContent ?? null;

test("a passage is chosen sentence by sentence, its ends move by word and letter, and two letters and Enter code it", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("z");
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden.");
  await user.keyboard("{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}");
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧");
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  expect(chosen()).toBe("bouwt spelletjes 👩‍👩‍👧");
  await user.keyboard("{Control>}{Shift>}{ArrowLeft}{ArrowRight}{/Shift}{/Control}");
  expect(chosen()).toBe("bouwt spelletjes 👩‍👩‍👧");
  await user.keyboard("c");
  const search = await screen.findByRole("combobox", { name: "Zoek een code" });
  expect(document.activeElement).toBe(search);
  await user.keyboard("er{Enter}");
  await waitFor(async () => expect(await stored()).toHaveLength(1));
  const [passage] = await stored();
  expect(passage?.[0]).toBe("bouwt spelletjes 👩‍👩‍👧");
  expect(screen.queryByRole("combobox", { name: "Zoek een code" })).toBeNull();
  await screen.findByRole("link", { name: "Naar fragment 1" });
});

test("a passage inside another gets its own underline, number and place in the list", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcle{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}[[{{");
  expect(chosen()).toBe("bouwt spelletjes");
  await user.keyboard("c");
  await screen.findByRole("combobox", { name: "Zoek een code" });
  await user.keyboard("on{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 2" });
  expect((await stored()).map(([quote]) => quote)).toEqual([
    "Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden.",
    "bouwt spelletjes",
  ]);
  const lanes = [...document.querySelectorAll(".coded-words .u")].map((one) => one.getAttribute("data-lane"));
  expect(new Set(lanes)).toEqual(new Set(["0", "1"]));
  const runs = [...document.querySelectorAll(".coded-words [data-start]")];
  expect(runs.map((run) => run.textContent).join("")).toBe(story);
});

test("Esc in the picker goes back to the passage, and Esc again lets go of it", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zc");
  await screen.findByRole("combobox", { name: "Zoek een code" });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("combobox", { name: "Zoek een code" })).toBeNull();
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden.");
  await user.keyboard("{Escape}");
  expect(chosen()).toBeNull();
  expect(await stored()).toEqual([]);
});

test("number 1 sets the code used last, and with nothing chosen goes to the first passage", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcer{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("z1");
  await screen.findByRole("link", { name: "Naar fragment 2" });
  const [first, second] = await stored();
  expect(second?.[1]).toBe(first?.[1]);
  expect(second?.[0]).toBe("Hij leest Engels.");
  await user.keyboard("{Escape}1");
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden.");
});

test("the ends of a passage move to where the arrows bring them", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcer{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("{Escape}1{Shift>}{ArrowLeft}{/Shift}b");
  await waitFor(async () => expect((await stored())[0]?.[0]).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor"));
  expect(await stored()).toHaveLength(1);
});

test("Ctrl+Z takes the code away, Ctrl+Shift+Z brings it back, and the change is said aloud", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcer{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(async () => expect(await stored()).toEqual([]));
  await screen.findByText("Ongedaan gemaakt: code zetten.");
  await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(async () => expect(await stored()).toHaveLength(1));
  await screen.findByText("Opnieuw gedaan: code zetten.");
});

test("keys of one character do nothing once switched off; buttons and arrows go on working", async () => {
  const { user, stored } = await showAnswer(story);
  await user.click(screen.getByText("Toetsen"));
  await user.click(screen.getByRole("checkbox", { name: "Sneltoetsen van één teken gebruiken" }));
  expect(window.localStorage.getItem("leeroogst.single-keys")).toBe("off");
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("zsc1jk?[[]");
  expect(chosen()).toBeNull();
  await user.click(screen.getByRole("button", { name: "Volgende zin" }));
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("{Shift>}{ArrowLeft}{/Shift}c");
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor");
  expect(screen.queryByRole("combobox", { name: "Zoek een code" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Kies een code" }));
  await user.keyboard("er{Enter}");
  await waitFor(async () => expect(await stored()).toHaveLength(1));
});

test("no key fires in a field: letters, digits, brackets and Ctrl+Z stay with the text", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcer{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("{Escape}");
  await user.click(screen.getByText("", { selector: "summary[aria-label='Wijzig fragment 1']" }));
  const memo = screen.getByRole("textbox", { name: "Memo" });
  await user.click(memo);
  await user.keyboard("zs c1 [[jk?{Control>}z{/Control}");
  expect((memo as HTMLTextAreaElement).value).toBe("zs c1 [jk?");
  expect(chosen()).toBeNull();
  expect(await stored()).toHaveLength(1);
  expect(screen.queryByRole("combobox", { name: "Zoek een code" })).toBeNull();
});
