/** An interview's life in the store: start, states, completion, approval, and who may come near it. */
import { expect, test } from "vitest";
import { testStore } from "./store.ts";

test("starting pins the newest guide version and the day in Amsterdam", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.interview(youthId, "parent");
  world.clock.now = "2026-03-04T23:30:00.000Z";
  expect(await world.operator.interviews.start({ interviewId })).toEqual({ state: "running" });
  const { interview, guide } = await world.operator.interviews.file({ interviewId });
  expect(interview).toMatchObject({ state: "running", guideVersion: "1.1.0", conductedOn: "2026-03-05" });
  expect(guide.version).toBe("1.1.0");
});

test("a professional speaks only after everybody's yes, a youth under 16 after a guardian's", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const professional = await world.interview(youthId, "professional");
  const youth = await world.interview(youthId, "youth");
  await expect(world.operator.interviews.start({ interviewId: professional })).rejects.toMatchObject({
    code: "guardian-and-youth-consent-missing",
  });
  await expect(world.operator.interviews.start({ interviewId: youth })).rejects.toMatchObject({
    code: "guardian-consent-missing",
  });
  await world.running(youthId, "parent");
  expect((await world.operator.interviews.file({ interviewId: professional })).neededFirst).toBe(
    "youth-consent-missing",
  );
  expect(await world.operator.interviews.start({ interviewId: youth })).toEqual({ state: "running" });
  await expect(world.operator.interviews.start({ interviewId: professional })).rejects.toMatchObject({
    code: "youth-consent-missing",
  });
  await world.operator.families.recordWord({ youthId, who: "youth", word: "agrees" });
  expect(await world.operator.interviews.start({ interviewId: professional })).toEqual({ state: "running" });
});

test("completing names every required question that is still open", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.running(youthId, "parent");
  await expect(world.operator.interviews.complete({ interviewId })).rejects.toMatchObject({
    code: "interview-incomplete",
  });
  const refused = await world.operator.interviews.complete({ interviewId }).catch((error) => error);
  for (const questionId of refused.details.ids) {
    await world.say(interviewId, questionId, {
      state: questionId === "consent-agenda" ? "answered" : "declined",
      ...(questionId === "consent-agenda" ? { value: "no" } : {}),
    });
  }
  expect(await world.operator.interviews.complete({ interviewId })).toEqual({ state: "completed" });
  expect(await world.operator.interviews.approve({ interviewId })).toEqual({ state: "approved" });
  await expect(world.operator.interviews.reopen({ interviewId })).rejects.toMatchObject({ code: "interview-state" });
});

test("pause, stop and discard keep what was said, and a discard asks for a reason", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const interviewId = await world.running(youthId, "parent");
  await world.say(interviewId, "development-seen", { value: "Hij leest." });
  expect(await world.operator.interviews.pause({ interviewId })).toEqual({ state: "paused" });
  expect(await world.operator.interviews.stop({ interviewId })).toEqual({ state: "stopped" });
  expect(await world.operator.interviews.resume({ interviewId })).toEqual({ state: "running" });
  await expect(world.operator.interviews.discard({ interviewId })).rejects.toMatchObject({ code: "invalid-input" });
  expect(await world.operator.interviews.discard({ interviewId, reason: "Dubbel gepland" })).toEqual({
    state: "discarded",
  });
  const { answers, interview } = await world.operator.interviews.file({ interviewId });
  expect(answers["development-seen"]?.value).toBe("Hij leest.");
  expect(interview.reason).toBe("Dubbel gepland");
});

test("an interviewer meets only the youths assigned to them; for all others the interview does not exist", async () => {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const other = await world.region("region-b");
  const interviewer = await world.person("Iris", ["interviewer", regionId]);
  const lead = await world.person("Lou", ["lead", regionId]);
  const strangers = [
    await world.person("Ivo", ["interviewer", regionId]),
    await world.person("Lea", ["lead", other]),
    await world.person("Ana", ["analyst", regionId]),
    await world.person("Ed", ["editor", null]),
    await world.person("Bea", ["administrator", null]),
  ];
  const youthId = await world.youth(regionId);
  await world.operator.regions.assign({ youthId, personId: interviewer.personId });
  const interviewId = await world.running(youthId, "parent");
  expect((await world.as(interviewer).interviews.file({ interviewId })).mayApprove).toBe(false);
  expect((await world.as(lead).interviews.file({ interviewId })).mayApprove).toBe(true);
  await expect(world.as(interviewer).interviews.approve({ interviewId })).rejects.toMatchObject({ code: "not-found" });
  for (const stranger of strangers) {
    await expect(world.as(stranger).interviews.file({ interviewId }), stranger.name).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(world.as(stranger).interviews.pause({ interviewId }), stranger.name).rejects.toMatchObject({
      code: "not-found",
    });
  }
});

test("every view and change leaves one audit line with ids and no words", async () => {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const lead = await world.person("Lou", ["lead", regionId]);
  const stranger = await world.person("Lea", ["lead", await world.region("region-b")]);
  const youthId = await world.youth(regionId);
  const interviewId = await world.running(youthId, "parent");
  const { handle } = world.store.connections;
  const from = handle.prepare<[], { n: number }>("SELECT max(sequence) AS n FROM audit").get()?.n ?? 0;
  await world.as(lead).interviews.file({ interviewId });
  await world.as(lead).answers.save({
    opId: world.newId(),
    interviewId,
    questionId: "development-seen",
    answer: { state: "answered", value: "Kanariewoord", note: "" },
    baseSequence: 0,
  });
  await world
    .as(stranger)
    .interviews.file({ interviewId })
    .catch(() => null);
  const lines = handle
    .prepare("SELECT person_id, role, action, region_id, subjects, outcome FROM audit WHERE sequence > ?")
    .all(from);
  const subjects = JSON.stringify([youthId, interviewId]);
  expect(lines).toEqual([
    {
      person_id: lead.personId,
      role: "lead",
      action: "interview.view",
      region_id: regionId,
      subjects,
      outcome: "done",
    },
    { person_id: lead.personId, role: "lead", action: "answer.save", region_id: regionId, subjects, outcome: "done" },
    {
      person_id: stranger.personId,
      role: "lead",
      action: "interview.view",
      region_id: regionId,
      subjects,
      outcome: "denied",
    },
  ]);
  expect(JSON.stringify(handle.prepare("SELECT * FROM audit").all())).not.toContain("Kanariewoord");
});
