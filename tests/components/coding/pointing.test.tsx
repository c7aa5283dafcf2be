/** Choosing passages by mouse, by the handles of a touch screen, and by buttons; and what the list of passages can do. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { switchSingleKeys } from "#app/components/coding/shortcuts.ts";
import { questionId, showAnswer } from "./screen.tsx";

const story = "Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden. Hij leest Engels.\nDat telt nergens mee.";
const learning = { theme: "development-present", code: "interest-driven-learning" } as const;

beforeEach(() => {
  window.localStorage.clear();
  switchSingleKeys(true);
});

const chosen = () => screen.getByRole("region", { name: "Fragment kiezen" }).querySelector("q")?.textContent ?? null;
const textOfAnswer = () => document.querySelector<HTMLElement>(".coded") as HTMLElement;

/** Selects from one letter of the text to another, as a reader does. */
function select(from: number, to: number): void {
  function place(offset: number): [Node, number] {
    const runs = [...document.querySelectorAll<HTMLElement>(".coded [data-start]")];
    const run = runs.findLast((one) => Number(one.dataset.start) <= offset) as HTMLElement;
    return [run.firstChild as Node, offset - Number(run.dataset.start)];
  }
  document.getSelection()?.setBaseAndExtent(...place(from), ...place(to));
}

function dragged(from: number, to: number): void {
  fireEvent.pointerDown(textOfAnswer(), { pointerType: "mouse" });
  select(from, to);
  fireEvent.pointerUp(textOfAnswer(), { pointerType: "mouse" });
  fireEvent.click(textOfAnswer());
}

test("a drag with the mouse chooses what was dragged over, whole characters only, and opens the codes", async () => {
  const { user, stored } = await showAnswer(story);
  const emoji = story.indexOf("👩");
  dragged(story.indexOf("spelletjes"), emoji + 3);
  await screen.findByRole("combobox", { name: "Zoek een code" });
  expect(chosen()).toBe("spelletjes 👩‍👩‍👧");
  await user.keyboard("le{Enter}");
  await waitFor(async () => expect((await stored())[0]?.[0]).toBe("spelletjes 👩‍👩‍👧"));
});

test("a click on a code in the picker codes the chosen passage and not what lies under the picker", async () => {
  const { user, stored } = await showAnswer(story);
  dragged(0, story.indexOf(" spelletjes"));
  const offsetNode = document.querySelector(".coded [data-start]")?.firstChild as Node;
  document.caretPositionFromPoint = () => ({ offsetNode, offset: story.length - 3 }) as CaretPosition;
  try {
    await user.click(await screen.findByRole("option", { name: /^Leren vanuit eigen interesse/ }));
  } finally {
    Reflect.deleteProperty(document, "caretPositionFromPoint");
  }
  await waitFor(async () => expect((await stored())[0]?.[0]).toBe("Hij bouwt"));
  expect(chosen()).toBe("Hij bouwt");
});

test("a drag across a coded passage and its number reads the text and not the number", async () => {
  const { stored } = await showAnswer(story, {
    async before(world, interviewId) {
      const codings = world.as(world.analyst).codings;
      const { sequence } = await codings.answer({ interviewId, questionId });
      await codings.code({ interviewId, questionId, field: "value", sequence, start: 4, end: 20, ...learning });
    },
  });
  expect((await stored())[0]?.[0]).toBe("bouwt spelletjes");
  dragged(0, story.indexOf(" voor"));
  await screen.findByRole("combobox", { name: "Zoek een code" });
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧");
});

test("the margin is drawn as soon as the answer is shown", async () => {
  await showAnswer(story);
  await waitFor(() => expect(document.querySelector(".coded.is-live .coded-drawing")).not.toBeNull());
});

test("the handles of a touch screen choose as they rest and do not open the codes by themselves", async () => {
  await showAnswer(story);
  fireEvent.pointerDown(textOfAnswer(), { pointerType: "touch" });
  select(0, 9);
  fireEvent(document, new Event("selectionchange"));
  await waitFor(() => expect(chosen()).toBe("Hij bouwt"));
  select(0, 20);
  fireEvent(document, new Event("selectionchange"));
  await waitFor(() => expect(chosen()).toBe("Hij bouwt spelletjes"));
  expect(document.getSelection()?.isCollapsed).toBe(false);
  expect(screen.queryByRole("combobox", { name: "Zoek een code" })).toBeNull();
});

test("everything goes by buttons: sentence, ends by word and letter, code, and letting go", async () => {
  const { user, stored } = await showAnswer(story);
  const press = (name: string) => user.click(screen.getByRole("button", { name }));
  await press("Kies de eerste zin");
  await press("Volgende zin");
  await press("Grenzen verschuiven");
  await press("Zin erbij");
  expect(chosen()).toBe("Hij leest Engels.\nDat telt nergens mee.");
  await press("Begin een woord later");
  await press("Begin een letter later");
  await press("Einde een woord terug");
  expect(chosen()).toBe("eest Engels.\nDat telt nergens");
  await press("Begin een letter eerder");
  await press("Einde een letter terug");
  await press("Einde een woord verder");
  expect(chosen()).toBe("leest Engels.\nDat telt nergens");
  await press("Kies een code");
  await user.click(screen.getByRole("option", { name: /^Leren vanuit eigen interesse/ }));
  await waitFor(async () => expect((await stored())[0]?.[0]).toBe("leest Engels.\nDat telt nergens"));
  await press("Laat los");
  expect(chosen()).toBeNull();
});

test("a second code on the same passage joins the first, and a code that is there cannot be set again", async () => {
  const { user, stored } = await showAnswer(story);
  await user.keyboard("zcleren van{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("c");
  await screen.findByRole("combobox", { name: "Zoek een code" });
  await user.keyboard("leren van{Enter}");
  const codes = within(screen.getByRole("listbox", { name: "Codes" }));
  expect(codes.getByRole("option", { name: /^Leren vanuit/ }).getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByRole("combobox", { name: "Zoek een code" })).toBeTruthy();
  await user.clear(screen.getByRole("combobox", { name: "Zoek een code" }));
  await user.keyboard("erken{Enter}");
  await waitFor(async () => expect(await stored()).toHaveLength(1));
  await waitFor(async () => expect((await stored())[0]).toHaveLength(3));
});

test("the menu of a passage keeps facet, memo and report mark, recodes and removes", async () => {
  const { user, world, interviewId, stored } = await showAnswer(story);
  await user.keyboard("zcleren van{Enter}");
  await screen.findByRole("link", { name: "Naar fragment 1" });
  await user.keyboard("{Escape}");
  const item = () => screen.getByRole("link", { name: "Fragment 1 in de tekst" }).closest("ol > li") as HTMLElement;
  await user.click(item().querySelector("summary") as HTMLElement);
  await user.selectOptions(within(item()).getByRole("combobox", { name: "Erkend als leren" }), "unrecognised");
  await user.type(within(item()).getByRole("textbox", { name: "Memo" }), "mooi voorbeeld");
  await user.click(within(item()).getByRole("checkbox", { name: "Voor het leerverslag" }));
  await user.click(within(item()).getByRole("button", { name: "Bewaar" }));
  const coding = async () =>
    (await world.as(world.analyst).codings.answer({ interviewId, questionId })).passages[0]?.codings[0];
  await waitFor(async () =>
    expect(await coding()).toMatchObject({
      facets: { recognition: "unrecognised" },
      memo: "mooi voorbeeld",
      forReport: true,
    }),
  );
  await waitFor(() => expect(within(item()).getByText("Met memo")).toBeTruthy());
  await user.selectOptions(
    within(item()).getByRole("combobox", { name: "Andere code" }),
    "barriers/lack-of-recognition",
  );
  await user.click(within(item()).getByRole("button", { name: "Zet deze code" }));
  await waitFor(async () =>
    expect(await coding()).toMatchObject({ code: "lack-of-recognition", memo: "mooi voorbeeld" }),
  );
  await user.click(await within(item()).findByRole("button", { name: /^Haal “.*” weg$/ }));
  await waitFor(async () => expect(await stored()).toEqual([]));
  await screen.findByText("Code weggehaald. Met Ongedaan maken komt hij terug.");
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Fragmenten in dit antwoord" })),
  );
});

test("a passage whose words changed asks to be looked at and can be put where its words are now", async () => {
  const { user, stored } = await showAnswer(story, {
    async before(world, interviewId) {
      const codings = world.as(world.analyst).codings;
      const { sequence } = await codings.answer({ interviewId, questionId });
      const start = story.indexOf("Hij leest");
      const end = start + "Hij leest Engels.".length;
      await codings.code({ interviewId, questionId, field: "value", sequence, start, end, ...learning });
      await world.say(interviewId, questionId, { value: story.replace("Hij leest Engels.", "Hij leest veel Engels.") });
    },
  });
  expect(screen.getByRole("heading", { name: "Dit antwoord is veranderd" })).toBeTruthy();
  expect(screen.getByText("Kijk dit na")).toBeTruthy();
  expect(document.querySelector("ins")?.textContent).toBe("veel");
  await user.click(screen.getByRole("button", { name: "Kies deze zin" }));
  expect(chosen()).toBe("Hij leest veel Engels.");
  await user.click(
    within(screen.getByRole("region", { name: "Fragment kiezen" })).getByRole("button", {
      name: "Zet fragment 1 hier",
    }),
  );
  await waitFor(() => expect(screen.queryByText("Kijk dit na")).toBeNull());
  expect((await stored())[0]?.[0]).toBe("Hij leest veel Engels.");
});

test("the note of the interviewer is coded apart from the answer", async () => {
  await showAnswer(story, { note: "Straalde toen hij dit vertelde." });
  expect(screen.getByRole("link", { name: "Naar de notitie" }).getAttribute("href")).toContain("field=note");
});

test("without a connection nothing is sent and the screen stays as it is", async () => {
  const { user, stored } = await showAnswer(story);
  const connection = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await user.keyboard("zcle{Enter}");
  const chooser = screen.getByRole("region", { name: "Fragment kiezen" });
  expect(within(chooser).getByRole("alert").textContent).toContain(
    "Er is nu geen verbinding. Er is niets veranderd. Probeer het zo nog eens.",
  );
  expect(chosen()).toBe("Hij bouwt spelletjes 👩‍👩‍👧 voor vrienden.");
  connection.mockRestore();
  await user.keyboard("cle{Enter}");
  await waitFor(async () => expect(await stored()).toHaveLength(1));
});

test("an answer that changed meanwhile refuses the passage and offers to load it again", async () => {
  const { user, world, interviewId, stored } = await showAnswer(story);
  await world.say(interviewId, questionId, { value: `${story} En meer.` });
  await user.keyboard("zcle{Enter}");
  expect(await screen.findByText("Het antwoord is intussen veranderd. Kies het fragment opnieuw.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Laad opnieuw" }).getAttribute("href")).toBe(
    `/coding/${interviewId}/${questionId}`,
  );
  expect(await stored()).toEqual([]);
});
