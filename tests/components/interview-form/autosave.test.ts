/** Saving by itself: one operation at a time, tried again with the same id, and nothing typed is lost. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createAutosave,
  type Operation,
  type SaveStatus,
  type SendResult,
  type SpokenAnswer,
} from "#app/components/interview-form/autosave.ts";

const said = (value: string): SpokenAnswer => ({ state: "answered", value, note: "" });

/** A server that the test plays: it answers the operations in the order in which they come. */
function playedServer(...replies: Array<SendResult | Promise<SendResult>>) {
  const sent: Array<Operation & { leaving: boolean }> = [];
  const statuses: Array<SaveStatus> = [];
  let count = 0;
  const saving = createAutosave({
    saved: null,
    sequence: 0,
    async send(operation, leaving) {
      sent.push({ ...operation, leaving });
      return (
        replies[sent.length - 1] ?? {
          kind: "saved",
          sequence: sent.length,
          at: "2026-03-02T13:00:00.000Z",
          conflict: false,
        }
      );
    },
    newId() {
      count += 1;
      return `op-${count}`;
    },
    onStatus: (status) => statuses.push(status),
  });
  return { saving, sent, statuses };
}

const saved = (sequence: number): SendResult => ({
  kind: "saved",
  sequence,
  at: "2026-03-02T13:00:00.000Z",
  conflict: false,
});
const unreachable: SendResult = { kind: "unreachable", code: null };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("typing is saved after a moment of silence, once", async () => {
  const { saving, sent, statuses } = playedServer();
  for (const value of ["H", "Hi", "Hij"]) saving.change(said(value));
  await vi.advanceTimersByTimeAsync(599);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ opId: "op-1", answer: said("Hij"), baseSequence: 0, leaving: false }]);
  expect(statuses.map((status) => status.kind)).toEqual(["saving", "saved"]);
});

test("what is typed while a save is under way follows in an operation that builds on its receipt", async () => {
  let answer: (result: SendResult) => void = () => undefined;
  const { saving, sent } = playedServer(new Promise<SendResult>((resolve) => (answer = resolve)));
  saving.change(said("een"));
  const done = saving.flush();
  saving.change(said("een twee"));
  answer(saved(7));
  expect(await done).toBe(true);
  expect(sent.map(({ opId, baseSequence }) => [opId, baseSequence])).toEqual([
    ["op-1", 0],
    ["op-2", 7],
  ]);
});

test("an operation of which nobody knows whether it arrived is sent again with the same id and content, then the newer text", async () => {
  const { saving, sent } = playedServer(unreachable, saved(3), saved(4));
  saving.change(said("een"));
  expect(await saving.flush()).toBe(false);
  saving.change(said("een twee"));
  expect(await saving.flush()).toBe(true);
  expect(sent.map(({ opId, answer }) => [opId, answer.value])).toEqual([
    ["op-1", "een"],
    ["op-1", "een"],
    ["op-2", "een twee"],
  ]);
});

test("without a connection it keeps trying, more slowly each time", async () => {
  const { saving, sent, statuses } = playedServer(unreachable, unreachable, unreachable);
  saving.change(said("een"));
  await vi.advanceTimersByTimeAsync(600);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(4000);
  expect(sent).toHaveLength(3);
  expect(statuses.at(-1)).toEqual(unreachable);
  await vi.advanceTimersByTimeAsync(8000);
  expect(sent).toHaveLength(4);
  expect(statuses.at(-1)?.kind).toBe("saved");
});

test("a refused answer is not sent again until it changes or is confirmed", async () => {
  const refused: SendResult = { kind: "refused", code: "hides-answers", ids: ["q2"] };
  const { saving, sent, statuses } = playedServer(refused);
  saving.change(said("nee"));
  expect(await saving.flush()).toBe(false);
  expect(await saving.flush()).toBe(false);
  expect(sent).toHaveLength(1);
  expect(statuses.at(-1)).toEqual(refused);
  expect(await saving.confirmHidden()).toBe(true);
  expect(sent[1]).toMatchObject({ opId: "op-2", confirmHidden: true });
});

test("when the page goes away the last words are sent at once, building on what is still under way", async () => {
  let answer: (result: SendResult) => void = () => undefined;
  const { saving, sent } = playedServer(new Promise<SendResult>((resolve) => (answer = resolve)));
  saving.change(said("een"));
  const done = saving.flush();
  saving.change(said("een twee"));
  saving.leave();
  expect(sent[1]).toEqual({ opId: "op-2", answer: said("een twee"), baseSequence: 0, baseOpId: "op-1", leaving: true });
  answer(saved(5));
  await done;
  expect(sent[2]).toMatchObject({ opId: "op-2", baseOpId: "op-1", leaving: false });
  saving.change(said("een twee drie"));
  await saving.flush();
  expect(sent).toHaveLength(4);
  expect(sent[3]?.baseOpId).toBeUndefined();
});

test("leaving with everything saved sends nothing", async () => {
  const { saving, sent } = playedServer();
  saving.change(said("een"));
  await saving.flush();
  saving.leave();
  expect(sent).toHaveLength(1);
});
