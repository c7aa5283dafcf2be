/** The invented world shows every state that the product knows. */
import { expect, test } from "vitest";
import { testStore } from "../db/store.ts";
import { fillWorld } from "./world.ts";

test("the world holds every state of an interview, a conflict, a flagged passage and an empty region", async () => {
  const { store, operator } = await testStore();
  const world = await fillWorld(store);
  const states: Array<string> = [];
  for (const regionId of Object.values(world.regions)) {
    const { youths } = await operator.regions.board({ regionId });
    states.push(...youths.flatMap((youth) => youth.interviews.map((interview) => interview.state)));
  }
  expect([...new Set(states)].sort()).toEqual([
    "approved",
    "completed",
    "discarded",
    "paused",
    "planned",
    "refused",
    "running",
    "stopped",
    "withdrawn",
  ]);
  const conflict = await operator.answers.conflict({
    interviewId: world.interviews.conflict,
    questionId: "development-seen",
  });
  expect(conflict?.others).toHaveLength(1);
  const { handle } = store.connections;
  expect(handle.prepare("SELECT count(*) AS n FROM passage WHERE flag IS NOT NULL").get()).not.toEqual({ n: 0 });
  expect((await operator.regions.board({ regionId: world.regions.duinrand })).youths).toEqual([]);
});
