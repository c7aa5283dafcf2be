/** The interviewer's own screen: words are kept on leaving the field and before another page comes, and nothing is lost in silence. */
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Link, RouterProvider } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { OwnScreen, type OwnScreenProps } from "#app/components/interview/own-screen.tsx";
import type { AskedQuestion } from "#app/domain/asked.ts";

afterEach(() => vi.unstubAllGlobals());

type Sent = { opId: string; answer: { state: string; value: unknown; note?: string }; baseSequence: number };
type Reply = { status: number; body: unknown } | null;

/** A server that gives these replies in turn and then says yes; null is a line that breaks. */
function server(...replies: Array<Reply>): Array<Sent> {
  const sent: Array<Sent> = [];
  vi.stubGlobal("fetch", async (_address: string, request: { body: string }) => {
    sent.push(JSON.parse(request.body) as Sent);
    const reply = replies.shift();
    if (reply === null) throw new TypeError("network");
    const personalData = [{ field: "value", kind: "phone", count: 1, places: [{ start: 4, end: 15 }] }];
    const receipt = { sequence: sent.length, at: "2026-03-02T13:32:00.000Z", conflict: false, personalData };
    return reply ? Response.json(reply.body, { status: reply.status }) : Response.json(receipt);
  });
  return sent;
}

const signedOut: Reply = { status: 401, body: { problem: "sign-in-required", details: {} } };

const question: AskedQuestion = {
  id: "good-day",
  type: "long-text",
  required: true,
  text: { nl: "Wat doe je op een fijne dag?", en: "What do you do on a good day?" },
};

function show(change: Partial<OwnScreenProps> = {}) {
  const props: OwnScreenProps = {
    interview: { id: "i", state: "running", perspective: "youth", language: "nl" },
    label: "Klaver 12",
    question,
    held: null,
    note: "",
    step: { number: 2, of: 8, title: "Over jou", goal: "Kennismaken", script: null, opens: false, minutes: 5 },
    steps: [],
    theme: null,
    probes: [],
    tip: null,
    told: [],
    found: [],
    justSaved: null,
    previous: null,
    next: "likes",
    opId: "0",
    sent: null,
    ...change,
  };
  const own = (
    <>
      <OwnScreen {...props} />
      <Link to="/elsewhere">Ergens anders</Link>
    </>
  );
  const router = createMemoryRouter([
    { path: "/", element: own },
    { path: "/elsewhere", element: <h1>Een andere pagina</h1> },
  ]);
  render(<RouterProvider router={router} />);
  return { field: screen.getByRole("textbox", { name: /Wat doe je/ }), user: userEvent.setup() };
}

/** Whether the browser would ask before it closes the page. */
function asksBeforeClosing(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

test("leaving the field saves at once, and so does leaving the note", async () => {
  const sent = server();
  const { field, user } = show();
  await user.type(field, "Voetbal");
  fireEvent.blur(field);
  await screen.findByText("Bewaard om 14.32 uur");
  const note = screen.getByRole("textbox", { name: "Notitie" });
  await user.type(note, "Lachte erbij");
  fireEvent.blur(note);
  await waitFor(() =>
    expect(sent.at(-1)?.answer).toEqual({ state: "answered", value: "Voetbal", note: "Lachte erbij" }),
  );
  expect(sent).toHaveLength(2);
});

test("another page comes only when the last words are kept", async () => {
  const sent = server();
  const { field } = show();
  fireEvent.change(field, { target: { value: "Voetbal" } });
  fireEvent.click(screen.getByRole("link", { name: "Ergens anders" }));
  await screen.findByRole("heading", { name: "Een andere pagina" });
  expect(sent.map((one) => one.answer.value)).toEqual(["Voetbal"]);
});

test("words that cannot be kept hold the page until a person decides", async () => {
  server(null, null, null);
  const { field } = show();
  fireEvent.change(field, { target: { value: "Voetbal" } });
  expect(asksBeforeClosing()).toBe(false);
  fireEvent.click(screen.getByRole("link", { name: "Ergens anders" }));
  fireEvent.click(await screen.findByRole("button", { name: "Blijf hier" }));
  expect(field).toHaveProperty("value", "Voetbal");
  expect(asksBeforeClosing()).toBe(true);
  fireEvent.click(screen.getByRole("link", { name: "Ergens anders" }));
  fireEvent.click(await screen.findByRole("button", { name: "Ga toch weg" }));
  await screen.findByRole("heading", { name: "Een andere pagina" });
});

test("when the session ended the words stay, the page says what to do, and coming back saves them under the same id", async () => {
  const sent = server(signedOut);
  const { field } = show();
  fireEvent.change(field, { target: { value: "Voetbal" } });
  fireEvent.blur(field);
  const link = await screen.findByRole("link", { name: "Meld je aan in een nieuw tabblad" });
  expect(link.getAttribute("target")).toBe("_blank");
  expect(field).toHaveProperty("value", "Voetbal");
  act(() => void window.dispatchEvent(new Event("focus")));
  await screen.findByText("Bewaard om 14.32 uur");
  expect(new Set(sent.map((one) => one.opId)).size).toBe(1);
  expect(screen.queryByRole("link", { name: "Meld je aan in een nieuw tabblad" })).toBeNull();
});

test("who writes an answer after all is taken at their word", async () => {
  const sent = server();
  const held = {
    state: "declined" as const,
    value: null,
    sequence: 3,
    at: "2026-03-02T13:00:00.000Z",
    conflict: false,
  };
  const { field } = show({ held });
  fireEvent.change(field, { target: { value: "Toch wel" } });
  fireEvent.blur(field);
  await waitFor(() => expect(sent.map((one) => one.answer)).toMatchObject([{ state: "answered", value: "Toch wel" }]));
  expect(screen.getByRole("radio", { name: "Beantwoord" })).toHaveProperty("checked", true);
});

test("the step says how long it takes", () => {
  server();
  show();
  expect(screen.getAllByText("Ongeveer 5 minuten").length).toBeGreaterThan(0);
});

test("the question counts as dealt with on the rail once its answer is saved, and no longer when it was emptied", async () => {
  server();
  const steps = [
    {
      id: "you",
      title: "Over jou",
      state: "now" as const,
      first: question.id,
      questions: [{ id: question.id, text: question.text.nl, settled: false }],
    },
  ];
  const { field } = show({ steps });
  const rail = within(screen.getAllByRole("navigation", { name: "Stappen van het gesprek" })[0] as HTMLElement);
  expect(rail.queryByRole("link", { name: /Wat doe je.*behandeld/ })).toBeNull();
  fireEvent.change(field, { target: { value: "Voetbal" } });
  fireEvent.blur(field);
  await rail.findByRole("link", { name: /Wat doe je.*behandeld/ });
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.blur(field);
  await waitFor(() => expect(rail.queryByRole("link", { name: /Wat doe je.*behandeld/ })).toBeNull());
});

test("a phone number is pointed out while one types, and a tap puts a word in its place and saves", async () => {
  const sent = server();
  const { field, user } = show();
  fireEvent.change(field, { target: { value: "Bel 06-12345678 maar." } });
  expect(await screen.findByText(/Lijkt een telefoonnummer/)).toBeDefined();
  fireEvent.blur(field);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.getAllByText(/Lijkt een telefoonnummer/)).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Vervang door [telefoonnummer]" }));
  expect(field).toHaveProperty("value", "Bel [telefoonnummer] maar.");
  await waitFor(() => expect(screen.queryByText(/Lijkt een telefoonnummer/)).toBeNull());
  await waitFor(() => expect(sent.at(-1)?.answer.value).toBe("Bel [telefoonnummer] maar."));
});

test("what the server found is said until the list that reads along has come, and then by that list alone", async () => {
  vi.resetModules();
  const { PersonalData } = await import("#app/components/interview-form/personal-data.tsx");
  const found = [{ field: "value" as const, kind: "phone" as const, count: 2, places: [{ start: 4, end: 15 }] }];
  render(<PersonalData text="Bel 06-12345678 maar." found={found} spoken="nl" onReplace={() => undefined} />);
  expect(screen.getByText("Lijkt een telefoonnummer, 2 keer")).toBeDefined();
  expect(document.body.textContent).not.toContain("06-12345678");
  expect(await screen.findByText("06-12345678")).toBeDefined();
  expect(screen.getAllByText(/Lijkt een telefoonnummer/)).toHaveLength(1);
});
