/** The lead's text in the workbench: it saves by itself, says honestly when it could not, and shows both texts when two people wrote. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { SectionEditor } from "#app/components/report/section-editor.tsx";
import type { TextReceipt } from "#app/components/report/use-section-text.ts";

afterEach(() => vi.unstubAllGlobals());

type Sent = { section: string; body: string; baseRevision: string };

/** A server that gives these answers in turn; null is a line that breaks. */
function server(...receipts: Array<TextReceipt | null>): Array<Sent> {
  const sent: Array<Sent> = [];
  vi.stubGlobal("fetch", async (_address: string, request: { body: FormData }) => {
    sent.push(Object.fromEntries(request.body) as Sent);
    const receipt = receipts.shift();
    if (!receipt) throw new TypeError("network");
    return Response.json(receipt, { status: receipt.saved ? 200 : 409 });
  });
  return sent;
}

function show() {
  const editor = (
    <SectionEditor
      saveTo="/regions/r/report/text"
      text={{ section: "introduction", body: "Begin.", revision: 3, at: null }}
      other={null}
      language="nl"
      title="Vooraf"
    />
  );
  const router = createMemoryRouter([{ path: "/", element: editor, action: () => null }]);
  render(<RouterProvider router={router} />);
  return screen.getByRole("textbox");
}

const saved = (revision: number): TextReceipt => ({
  saved: true,
  section: "introduction",
  revision,
  at: "2026-03-02T13:32:00.000Z",
});

test("leaving the field saves the text on the revision it builds on, and the next save builds on the receipt", async () => {
  const sent = server(saved(4), saved(5));
  const field = show();
  await userEvent.type(field, " Verder");
  fireEvent.blur(field);
  await screen.findByText("Bewaard om 14.32 uur");
  await userEvent.type(field, ".");
  fireEvent.blur(field);
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toMatchObject([
    { section: "introduction", body: "Begin. Verder", baseRevision: "3" },
    { section: "introduction", body: "Begin. Verder.", baseRevision: "4" },
  ]);
});

test("a pause in typing saves, and an unchanged text is not sent", async () => {
  const sent = server(saved(4));
  const field = show();
  fireEvent.blur(field);
  expect(sent).toEqual([]);
  await userEvent.type(field, "!");
  await screen.findByText("Bewaard om 14.32 uur", {}, { timeout: 3000 });
  expect(sent).toMatchObject([{ body: "Begin.!" }]);
});

test("a line that breaks is said, and the text is sent again when it is back", async () => {
  const sent = server(null, saved(4));
  const field = show();
  await userEvent.type(field, " Meer");
  fireEvent.blur(field);
  await screen.findByText(/Bewaren lukt niet/);
  window.dispatchEvent(new Event("online"));
  await screen.findByText("Bewaard om 14.32 uur");
  expect(sent.map((one) => [one.body, one.baseRevision])).toEqual([
    ["Begin. Meer", "3"],
    ["Begin. Meer", "3"],
  ]);
});

const conflict: TextReceipt = {
  saved: false,
  section: "introduction",
  other: { body: "Van Anna.", revision: 6, at: "2026-03-02T13:30:00.000Z", by: "Anna" },
};

test("when somebody else saved a text both are shown, and keeping mine builds on theirs", async () => {
  const sent = server(conflict, saved(7));
  const field = show();
  await userEvent.type(field, " Van mij");
  fireEvent.blur(field);
  await screen.findByText("Iemand anders heeft deze tekst ook veranderd");
  expect(screen.getByText("Van Anna.")).toBeDefined();
  expect(field).toHaveProperty("value", "Begin. Van mij");
  await userEvent.click(screen.getByRole("button", { name: "Houd mijn tekst" }));
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ body: "Begin. Van mij", baseRevision: "6" }));
  await screen.findByText("Bewaard om 14.32 uur");
});

test("taking the other text needs no save", async () => {
  const sent = server(conflict);
  const field = show();
  await userEvent.type(field, " Van mij");
  fireEvent.blur(field);
  await userEvent.click(await screen.findByRole("button", { name: "Neem de andere tekst" }));
  expect(field).toHaveProperty("value", "Van Anna.");
  expect(sent).toHaveLength(1);
});

test("the preview shows Markdown as it will stand in the report, and raw HTML as text", async () => {
  server(saved(4));
  const field = show();
  fireEvent.change(field, { target: { value: "**samen** <img src=x onerror=alert(1)>" } });
  expect(screen.getByText("samen").tagName).toBe("STRONG");
  expect(document.querySelector(".preview img")).toBeNull();
  expect(document.querySelector(".preview")?.textContent).toContain("<img src=x onerror=alert(1)>");
});
