/** The frame of every page: the way to the content, the navigation, the practice band, language, theme and signing out. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AppShell } from "#app/components/ui/app-shell.tsx";
import { show } from "./shown.tsx";

const navigation = [
  { to: "/", label: "Gesprekken", current: true },
  { to: "/coding", label: "Coderen" },
];

function shell(props: Partial<Parameters<typeof AppShell>[0]> = {}) {
  return (
    <AppShell user={{ name: "Anna" }} navigation={navigation} practice={false} demo={false} {...props}>
      <h1>Bord</h1>
    </AppShell>
  );
}

test("the first stop of the tab key leads to the content", async () => {
  show(shell());
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe("Naar de inhoud");
  expect(document.activeElement?.getAttribute("href")).toBe(`#${screen.getByRole("main").id}`);
});

test("the current page is marked in the menu, and the menu folds without JavaScript", () => {
  const { container } = show(shell());
  for (const menu of screen.getAllByRole("navigation", { name: "Hoofdmenu" })) {
    expect(within(menu).getByText("Gesprekken").getAttribute("aria-current")).toBe("page");
    expect(within(menu).getByText("Coderen").hasAttribute("aria-current")).toBe(false);
  }
  expect(container.querySelector("details.fold > summary")?.textContent).toBe("Menu");
});

test("practice is announced before anything else on the page, and only in practice", () => {
  const { unmount } = show(shell({ practice: true }));
  const band = screen.getByRole("complementary", { name: "Oefenomgeving" });
  expect(band.textContent).toBe("Oefenomgeving. Alles wat je hier ziet, is verzonnen.");
  expect(band.compareDocumentPosition(screen.getByRole("banner")) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  unmount();
  show(shell());
  expect(screen.queryByRole("complementary")).toBeNull();
});

test("choosing a language posts it with the page to come back to", async () => {
  const { posted } = show(shell(), { at: "/guides?from=1.0.0" });
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(posted).toEqual([{ path: "/preferences", fields: { back: "/guides?from=1.0.0", language: "en" } }]);
});

test("choosing a theme posts it, and the present choice is marked", async () => {
  const { posted } = show(shell({ theme: "light" }));
  expect(screen.getByRole("button", { name: "Licht" }).getAttribute("aria-pressed")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "Donker" }));
  expect(posted).toEqual([{ path: "/preferences", fields: { back: "/", theme: "dark" } }]);
});

test("signing out posts to its own address, and reads as switching role in the demo", async () => {
  const { posted, unmount } = show(shell());
  const [first] = screen.getAllByRole("button", { name: "Meld je af" });
  if (!first) throw new Error("no button to sign out");
  await userEvent.click(first);
  expect(posted).toEqual([{ path: "/sign-out", fields: {} }]);
  unmount();
  show(shell({ demo: true }), { language: "en" });
  expect(screen.getAllByRole("button", { name: "Switch role" }).length).toBeGreaterThan(0);
});

test("somebody who is not signed in sees no menu and no way to sign out", () => {
  const { container } = show(shell({ user: null, navigation: [] }));
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(container.querySelector('form[action="/sign-out"]')).toBeNull();
});

test("the bare frame has the skip link and the content, and nothing else", () => {
  show(shell({ bare: true }));
  expect(screen.queryByRole("banner")).toBeNull();
  expect(screen.queryByRole("contentinfo")).toBeNull();
  expect(screen.getByText("Naar de inhoud")).toBeTruthy();
  expect(within(screen.getByRole("main")).getByRole("heading", { name: "Bord" })).toBeTruthy();
});
