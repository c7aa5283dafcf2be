/** Buttons, notices, the save line, the way back, dialogs and the calm error page. */
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRoutesStub, data } from "react-router";
import { expect, test } from "vitest";
import { Button, ButtonLink, IconButton } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { NextStep } from "#app/components/ui/next-step.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { SaveLine } from "#app/components/ui/save-line.tsx";
import { LanguageProvider } from "#app/messages/messages.ts";
import { expectConsole } from "../../setup.ts";
import { show } from "./shown.tsx";

test("the name of a button is its words, without the arrow", () => {
  show(
    <>
      <Button kind="primary">Volgende vraag</Button>
      <ButtonLink to="/regions" kind="sunny">
        Start gesprek
      </ButtonLink>
      <IconButton icon="more" label="Meer" />
    </>,
  );
  expect(screen.getByRole("button", { name: "Volgende vraag" }).getAttribute("type")).toBe("submit");
  expect(screen.getByRole("link", { name: "Start gesprek" }).getAttribute("href")).toBe("/regions");
  expect(screen.getByRole("button", { name: "Meer" }).getAttribute("type")).toBe("button");
});

test("a failure that appears is announced at once, something to look at politely, and a standing notice not at all", () => {
  const { container } = show(
    <>
      <Notice kind="wrong" live>
        Bewaren lukt niet.
      </Notice>
      <Notice kind="mind" live>
        Kijk dit na.
      </Notice>
      <Notice kind="calm">Weet dit.</Notice>
    </>,
  );
  expect(screen.getByRole("alert").textContent).toBe("Bewaren lukt niet.");
  expect(screen.getByRole("status").textContent).toBe("Kijk dit na.");
  expect(container.querySelectorAll("[role]")).toHaveLength(2);
});

test("the save line says the time of the last save in Amsterdam", () => {
  show(<SaveLine state="saved" at="2026-03-03T13:32:10Z" />);
  expect(screen.getByRole("status").textContent).toBe("Bewaard om 14.32 uur");
});

test("the save line says that saving does not work, and why", () => {
  show(<SaveLine state="not-saved" reason="De schijf is vol." />);
  expect(screen.getByRole("status").textContent).toBe("Bewaren lukt niet. De schijf is vol.");
});

test("the save line is there before there is anything to say, so that the first words are announced", () => {
  show(<SaveLine state="idle" />);
  expect(screen.getByRole("status").textContent).toBe("");
});

test("the last crumb is the page itself", () => {
  show(<Crumbs items={[{ label: "Waterkant", to: "/regions/1" }, { label: "Klaver 12" }]} />);
  const nav = screen.getByRole("navigation", { name: "Waar je bent" });
  expect(within(nav).getAllByRole("link")).toHaveLength(1);
  expect(within(nav).getByText("Klaver 12").getAttribute("aria-current")).toBe("page");
});

test("the next step is a region with the step as its name", () => {
  show(
    <NextStep title="Volgende stap: praten met de jeugdige" reason="De toestemming is rond.">
      <Button kind="sunny">Start gesprek</Button>
    </NextStep>,
  );
  const region = screen.getByRole("region", { name: "Volgende stap: praten met de jeugdige" });
  expect(within(region).getByRole("button", { name: "Start gesprek" })).toBeTruthy();
});

test("a dialog opens by its button without JavaScript and posts its fields when confirmed", async () => {
  const { posted, container } = show(
    <ConfirmDialog
      title="Laten vervallen?"
      trigger="Laat vervallen"
      confirmLabel="Ja, laat vervallen"
      action="/interviews/1"
      fields={{ intent: "discard" }}
    >
      De antwoorden blijven bewaard.
    </ConfirmDialog>,
  );
  const dialog = container.querySelector("dialog");
  expect(dialog?.hasAttribute("popover")).toBe(true);
  expect(screen.getByRole("button", { name: "Laat vervallen" }).getAttribute("popovertarget")).toBe(dialog?.id);
  await userEvent.click(screen.getByText("Ja, laat vervallen"));
  expect(posted).toEqual([{ path: "/interviews/1", fields: { intent: "discard" } }]);
});

test("a dialog that the caller opens calls back once and posts nothing", async () => {
  let confirmed = 0;
  const { posted } = show(
    <ConfirmDialog title="Antwoorden verbergen?" confirmLabel="Verberg" onConfirm={() => confirmed++} />,
  );
  await userEvent.click(screen.getByText("Verberg"));
  expect(confirmed).toBe(1);
  expect(posted).toEqual([]);
});

function showError(loader: () => unknown) {
  const Stub = createRoutesStub([
    {
      path: "/",
      loader,
      Component: () => null,
      HydrateFallback: () => null,
      ErrorBoundary: () => (
        <LanguageProvider language="nl">
          <RouteError />
        </LanguageProvider>
      ),
    },
  ]);
  render(<Stub />);
}

test("a problem is shown in its own sentence", async () => {
  showError(() => {
    throw data({ problem: "interview-incomplete", details: {} }, { status: 409 });
  });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Dit kan nu niet");
  expect(screen.getByText("Een paar verplichte vragen zijn nog open.")).toBeTruthy();
  expect(screen.getByText("Code 409")).toBeTruthy();
});

test("the lines of a file check are listed under the sentence", async () => {
  showError(() => {
    throw data(
      { problem: "import-faults", details: { lines: ["regel 3: onbekend", "regel 8: leeg"] } },
      { status: 400 },
    );
  });
  expect((await screen.findAllByRole("listitem")).map((item) => item.textContent)).toEqual([
    "regel 3: onbekend",
    "regel 8: leeg",
  ]);
});

test("a missing page and a page that is not for you say the same", async () => {
  showError(() => {
    throw new Response(null, { status: 404 });
  });
  expect(await screen.findByText("Deze pagina is er niet, of is niet voor jou.")).toBeTruthy();
});

test("a bug is shown as one calm sentence that holds nothing of the error", async () => {
  expectConsole(/secret answer/);
  showError(() => {
    throw new Error("secret answer of somebody");
  });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Er ging iets mis");
  expect(document.body.textContent).not.toContain("secret");
});
