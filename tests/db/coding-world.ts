/** Finished interviews for tests of coding, retrieval and search: one call tells what somebody said and completes the interview. */
import type { Actor } from "#app/domain/actor.ts";
import type { Answer } from "#app/domain/answer.ts";
import type { Perspective } from "#app/domain/guide.ts";
import { Problem } from "#app/domain/problem.ts";
import { type TestStore, testStore } from "./store.ts";

export type CodingWorld = TestStore & {
  regionId: string;
  youthId: string;
  analyst: Actor & { kind: "person" };
  /** A completed interview in which these questions were answered and every other required one declined. */
  told(youthId: string, perspective: Perspective, said: Record<string, Partial<Answer>>): Promise<string>;
};

/** Declines what is still required and completes the interview. */
export async function finish(world: TestStore, interviewId: string): Promise<void> {
  const refused: unknown = await world.operator.interviews.complete({ interviewId }).catch((error: unknown) => error);
  if (!(refused instanceof Problem)) return;
  for (const questionId of refused.details.ids ?? []) {
    const agenda = questionId === "consent-agenda";
    await world.say(interviewId, questionId, agenda ? { value: "no" } : { state: "declined" });
  }
  await world.operator.interviews.complete({ interviewId });
}

/** A region with a youth and an analyst, on a store of its own. */
export async function codingWorld(): Promise<CodingWorld> {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const youthId = await world.youth(regionId);
  const analyst = await world.person("Ans Codeur", ["analyst", regionId]);
  return {
    ...world,
    regionId,
    youthId,
    analyst,
    async told(about, perspective, said) {
      const interviewId = await world.running(about, perspective);
      for (const [questionId, answer] of Object.entries(said)) await world.say(interviewId, questionId, answer);
      await finish(world, interviewId);
      return interviewId;
    },
  };
}
