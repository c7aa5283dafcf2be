/** The board, a youth and planning over HTTP. */
import { expect, test } from "vitest";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

async function withLead() {
  const world = await testStore();
  const regionId = await world.region("region-a", true);
  const lead = await world.person("Lou", ["lead", regionId]);
  const interviewer = await world.person("Iris", ["interviewer", regionId]);
  return { ...world, regionId, lead, interviewer, app: await testApp(world.store) };
}

test("an empty region invites to add the first youth", async () => {
  const { app, regionId, lead, interviewer } = await withLead();
  expect(await (await app.get(`/regions/${regionId}`, { as: lead })).text()).toContain(
    "Eén jeugdige is een goed begin",
  );
  expect(await (await app.get(`/regions/${regionId}`, { as: interviewer })).text()).toContain(
    "nog geen jeugdigen aan je toegewezen",
  );
});

test("a lead adds a youth under a random label, assigns an interviewer and plans an interview", async () => {
  const { app, regionId, lead, interviewer } = await withLead();
  const wrong = await app.post(
    `/regions/${regionId}/youths/new`,
    { ageBand: "12-15", workingSince: "2999-01" },
    { as: lead },
  );
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain("Kies een dag die al is geweest.");
  const added = await app.post(
    `/regions/${regionId}/youths/new`,
    { enrolmentStatus: "absolute-absence", ageBand: "12-15", workingSince: "2025-01" },
    { as: lead },
  );
  const youth = added.headers.get("location") ?? "";
  expect(youth).toMatch(/^\/youths\//);
  expect((await app.get(youth, { as: interviewer })).status).toBe(404);
  await app.post(youth, { intent: "assign", personId: interviewer.personId }, { as: lead });
  expect((await app.get(youth, { as: interviewer })).status).toBe(200);
  const form = {
    perspective: "parent",
    conductedOn: "2026-03-09",
    channel: "at-home",
    language: "nl",
    interviewerId: "",
  };
  const planned = await app.post(`${youth}/plan`, form, { as: interviewer });
  expect(planned.headers.get("location")).toMatch(/^\/interviews\//);
  const board = await (await app.get(`/regions/${regionId}`, { as: interviewer })).text();
  expect(board).toContain("Klaar om te starten");
  expect(board).toContain("Oefenomgeving");
  expect((await app.post(`${youth}/plan`, { ...form, conductedOn: "morgen" }, { as: interviewer })).status).toBe(400);
});

test("an interviewer cannot plan for somebody else, add youths or see who else there is", async () => {
  const { app, regionId, lead, interviewer, youth, operator } = await withLead();
  const mine = await youth(regionId);
  await operator.regions.assign({ youthId: mine, personId: interviewer.personId });
  const form = {
    perspective: "parent",
    conductedOn: "2026-03-09",
    channel: "phone",
    language: "nl",
    interviewerId: lead.personId,
  };
  expect((await app.post(`/youths/${mine}/plan`, form, { as: interviewer })).status).toBe(400);
  expect((await app.get(`/regions/${regionId}/youths/new`, { as: interviewer })).status).toBe(404);
});

test("who plans hears that the work has only just begun, that somebody said no before, and who does not fit", async () => {
  const { app, clock, regionId, lead, youth, operator, running, interview } = await withLead();
  clock.now = new Date().toISOString();
  const begun = clock.now.slice(0, 7);
  const youthId = await youth(regionId, { workingSince: begun });
  await running(youthId, "parent");
  const early = "Het werk met dit gezin is net begonnen.";
  const page = await (await app.get(`/youths/${youthId}/plan?perspective=youth`, { as: lead })).text();
  expect(page).toContain(early);
  expect(page).not.toContain("Hier is eerder nee gezegd");
  const planned = await interview(youthId, "youth");
  expect(await (await app.get(`/interviews/${planned}`, { as: lead })).text()).toContain(early);
  await operator.interviews.start({ interviewId: planned });
  await operator.answers.save({
    opId: crypto.randomUUID(),
    interviewId: planned,
    questionId: "assent-participate",
    answer: { state: "answered", value: "no", note: "" },
    baseSequence: 0,
  });
  const again = await (await app.get(`/youths/${youthId}/plan?perspective=youth`, { as: lead })).text();
  expect(again).toContain("Hier is eerder nee gezegd");
  const { respondents } = await operator.regions.youth({ youthId });
  const parent = respondents.find((one) => one.perspective === "parent");
  const form = { perspective: "youth", conductedOn: "2026-03-09", channel: "phone", language: "nl" };
  const misfit = await app.post(`/youths/${youthId}/plan`, { ...form, respondentId: parent?.id ?? "" }, { as: lead });
  expect(misfit.status).toBe(400);
  expect(await misfit.text()).toContain("Deze persoon hoort bij een ander perspectief.");
});

test("the board says of each youth the status, the age band and since when the work goes on", async () => {
  const { app, regionId, lead, youth } = await withLead();
  await youth(regionId, { workingSince: "2025-05", ageBand: "16-17", enrolmentStatus: "absolute-absence" });
  const page = (await (await app.get(`/regions/${regionId}`, { as: lead })).text()).replaceAll("<!-- -->", "");
  expect(page).toContain("Staat niet ingeschreven. 16 of 17 jaar. Sinds mei 2025.");
});
