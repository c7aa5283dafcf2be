/** What families decide: whose word stops an interview, how far an erasure is, and how looks are joined. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinedLooks } from "#app/domain/access-copy.ts";
import { cellsOf } from "#app/domain/board.ts";
import { familyVoices, familyWords, neededFirst, objectionIn, standingWord } from "#app/domain/consent.ts";
import { erasedBefore, erasureState } from "#app/domain/erasure.ts";
import { ageBands, perspectives } from "#app/domain/guide.ts";
import { type InterviewState, interviewStates, isEditable, mayMove } from "#app/domain/interview.ts";

const words = fc.array(fc.record({ who: fc.constantFrom(...familyVoices), word: fc.constantFrom(...familyWords) }));

test("an objection stands until the same person says yes, whatever else is said", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const quiet = after.filter((one) => !(one.who === "youth" && one.word === "agrees"));
      expect(objectionIn([...before, { who: "youth", word: "objects" }, ...quiet])).toBe("youth-objects");
      const others = after.filter((one) => one.who !== "second-guardian" || one.word !== "agrees");
      const spoken = [...before, { who: "second-guardian" as const, word: "objects" as const }, ...others];
      expect(objectionIn(spoken)).not.toBe(null);
      const lifted = familyVoices.map((who) => ({ who, word: "agrees" as const }));
      expect(objectionIn([...before, ...lifted])).toBe(null);
    }),
  );
});

test("nobody starts against an objection, and nothing but their own yes opens a youth's interview after a no", () => {
  const agreed = { guardian: true, youth: true, youthRefused: false, objection: null };
  for (const perspective of perspectives) {
    for (const ageBand of ageBands) {
      expect(neededFirst(perspective, ageBand, agreed)).toBe(null);
      for (const objection of ["guardian-objects", "youth-objects"] as const)
        expect(neededFirst(perspective, ageBand, { ...agreed, objection })).toBe(objection);
      const refused = neededFirst(perspective, ageBand, { ...agreed, youthRefused: true });
      expect(refused).toBe(perspective === "youth" ? "youth-objects" : null);
    }
  }
});

test("the latest word counts, but for a no, which only a yes replaces; being informed and unknown block nothing and agree to nothing", () => {
  const said = (...said: Array<(typeof familyWords)[number]>) =>
    said.map((word) => ({ who: "second-guardian" as const, word }));
  const stands = (words: ReturnType<typeof said>) => [
    standingWord(words, "second-guardian")?.word ?? null,
    objectionIn(words),
  ];
  expect(stands(said())).toEqual([null, null]);
  expect(stands(said("informed"))).toEqual(["informed", null]);
  expect(stands(said("agrees", "unknown"))).toEqual(["unknown", null]);
  expect(stands(said("informed", "objects", "informed", "unknown"))).toEqual(["objects", "guardian-objects"]);
  expect(stands(said("objects", "agrees", "informed"))).toEqual(["informed", null]);
  expect(standingWord(said("objects"), "youth")).toBe(null);
});

test("before a professional tells, everybody of the family who has to agree did, and whoever did not is named", () => {
  const first = (ageBand: (typeof ageBands)[number], guardian: boolean, youth: boolean) =>
    neededFirst("professional", ageBand, { guardian, youth, youthRefused: false, objection: null });
  expect(first("5-11", false, false)).toBe("guardian-consent-missing");
  expect(first("5-11", true, false)).toBe(null);
  expect(first("12-15", false, false)).toBe("guardian-and-youth-consent-missing");
  expect(first("12-15", false, true)).toBe("guardian-consent-missing");
  expect(first("12-15", true, false)).toBe("youth-consent-missing");
  expect(first("12-15", true, true)).toBe(null);
  expect(first("16-17", false, false)).toBe("youth-consent-missing");
  expect(first("16-17", true, false)).toBe("youth-consent-missing");
  expect(first("16-17", false, true)).toBe(null);
});

test("the board offers nothing while somebody objects, and a withdrawn interview is not taken up again", () => {
  const family = { guardian: true, youth: false, youthRefused: false, objection: "guardian-objects" as const };
  const interview = (state: InterviewState) => ({
    id: state,
    perspective: "parent" as const,
    state,
    agreed: "yes" as const,
    conductedOn: "2026-03-02",
  });
  const youth = { id: "a", ageBand: "12-15" as const, workingSince: "2025-01", family };
  const kinds = (interviews: Array<InterviewState>, objects: boolean) =>
    cellsOf(
      { ...youth, family: objects ? family : { ...family, objection: null }, interviews: interviews.map(interview) },
      "2026-03-02",
      8,
    ).map((cell) => cell.kind);
  expect(kinds(["running"], true)).toEqual(["objection", "objection", "objection"]);
  expect(kinds(["completed"], true)).toEqual(["to-approve", "objection", "objection"]);
  expect(kinds(["withdrawn"], false)[0]).toBe("withdrawn");
  expect(kinds(["withdrawn", "planned"], false)[0]).toBe("ready");
});

test("a withdrawn interview is an end: no move leads out of it, and nothing can be saved", () => {
  for (const move of [
    "start",
    "pause",
    "resume",
    "stop",
    "refuse",
    "complete",
    "reopen",
    "approve",
    "discard",
    "withdraw",
  ] as const)
    expect(mayMove("withdrawn", move), move).toBe(false);
  expect(isEditable("withdrawn")).toBe(false);
  const from = interviewStates.filter((state) => mayMove(state, "withdraw"));
  expect(from).toEqual(["running", "paused", "completed", "approved", "stopped", "discarded", "expired"]);
});

test("an erasure is late after a day, and says whether it was tried", () => {
  const asked = { askedAt: "2026-03-02T13:00:00.000Z", doneAt: null, failures: 0 };
  expect(erasedBefore(asked.askedAt)).toBe("2026-03-03T13:00:00.000Z");
  expect(erasureState(asked, "2026-03-03T13:00:00.000Z")).toBe("waiting");
  expect(erasureState({ ...asked, failures: 2 }, "2026-03-02T14:00:00.000Z")).toBe("failed");
  expect(erasureState({ ...asked, failures: 2 }, "2026-03-03T13:00:00.001Z")).toBe("late");
  expect(erasureState({ ...asked, doneAt: "2026-03-09T13:00:00.000Z" }, "2026-03-10T13:00:00.000Z")).toBe("done");
});

test("looks of one person in a row become one line; another person, act or day begins a new one", () => {
  const look = (personId: string, action: string, at: string) => ({
    personId,
    person: personId,
    role: "lead",
    action,
    at,
  });
  const joined = joinedLooks([
    look("a", "view", "2026-03-02T10:00:00Z"),
    look("a", "view", "2026-03-02T10:05:00Z"),
    look("b", "view", "2026-03-02T10:06:00Z"),
    look("a", "view", "2026-03-02T10:07:00Z"),
    look("a", "print", "2026-03-02T10:08:00Z"),
    look("a", "print", "2026-03-03T10:08:00Z"),
  ]);
  expect(joined.map(({ personId, action, times }) => `${personId} ${action} ${times}`)).toEqual([
    "a view 2",
    "b view 1",
    "a view 1",
    "a print 1",
    "a print 1",
  ]);
  expect(joined[0]).toMatchObject({ at: "2026-03-02T10:00:00Z", until: "2026-03-02T10:05:00Z" });
});
