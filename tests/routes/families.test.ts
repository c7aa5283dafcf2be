/** What families can take back or ask for, over HTTP: withdrawal, its receipt, erasure, the access copy, and a second guardian's word. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operator } from "#app/domain/actor.ts";
import { formatIds } from "#exports/formats.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";
import { policy } from "../server/policy.ts";
import { fillWorld } from "../world/world.ts";

const questionId = "development-seen";
const canary = "zqkanarievogel";

/** The invented world with a canary in an answer, its note, an earlier version and a coded passage of one completed interview. */
async function canaryWorld() {
  const { store, say, path } = await testStore();
  const world = await fillWorld(store);
  const interviewId = world.interviews.completed;
  await say(interviewId, questionId, { value: `${canary} eerst.` });
  const value = `Hij bakt, ${canary} zegt hij.`;
  const { sequence } = await say(interviewId, questionId, { value, note: `${canary} genoteerd.` });
  const analyst = store.as(world.people.analyst);
  const [theme] = (await analyst.guides.codebook({})).themes;
  const code = { theme: theme?.id ?? "barriers", code: theme?.codes.at(-1)?.id ?? "", memo: `${canary} onthouden` };
  const span = { start: value.indexOf(canary), end: value.indexOf(canary) + canary.length };
  await analyst.codings.code({ interviewId, questionId, field: "value", sequence, ...span, ...code, forReport: true });
  return { store, world, interviewId, app: await testApp(store), path, code };
}

type Canary = Awaited<ReturnType<typeof canaryWorld>>;

/** Where the canary stands in what every role gets: all pages of the policy with their data, search, coding, reading by theme, and every file of the report. */
async function whereItShows({ app, world, interviewId, code }: Canary): Promise<Array<string>> {
  const region = world.regions.waterkant;
  const paths = [
    ...Object.values(policy).map((rule) => rule.path(world)),
    `/coding?region=${region}`,
    `/interviews/${interviewId}/history/${questionId}`,
    `/themes?theme=${code.theme}&code=${code.code}`,
    ...formatIds.map((format) => `/regions/${region}/report/region-a-case-team.${format}`),
  ];
  const shows: Array<string> = [];
  for (const who of ["interviewer", "analyst", "lead", "reader", "otherLead", "editor", "administrator"] as const) {
    const { personId } = world.people[who];
    const cookie = await app.cookieOf(personId);
    for (const path of paths) {
      for (const address of [path, path.replace(/^([^?]+)/, (page) => (page === "/" ? "/_.data" : `${page}.data`))]) {
        const response = await app.get(address, { headers: { cookie } });
        if ((await response.text()).includes(canary)) shows.push(`${who} ${address}`);
      }
    }
    const searched = await app.post("/search", { query: "bakt zegt" }, { headers: { cookie } });
    if ((await searched.text()).includes(canary)) shows.push(`${who} search`);
  }
  return shows;
}

test("what is withdrawn is at once in no answer of any page to anybody, and in no byte of the database", async () => {
  const canaries = await canaryWorld();
  const { app, world, store, interviewId, path } = canaries;
  const before = await whereItShows(canaries);
  for (const place of ["read-back", "print", "history", "coding/", "themes", "report/", "search", "copy"])
    expect(
      before.some((where) => where.includes(place)),
      place,
    ).toBe(true);

  const response = await app.post(`/interviews/${interviewId}/withdraw`, {}, { as: world.people.interviewer });
  expect(response.headers.get("location")).toBe(`/interviews/${interviewId}`);
  expect(await whereItShows(canaries)).toEqual([]);
  const { handle } = store.connections;
  expect(
    handle.prepare("SELECT done_at IS NOT NULL AS done FROM erasure WHERE interview_id = ?").get(interviewId),
  ).toEqual({
    done: 1,
  });
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    if (existsSync(file))
      expect(readFileSync(file, "latin1").toLowerCase().includes(canary.slice(2).toLowerCase()), file).toBe(false);
}, 120_000);

test("withdrawing says first what happens, gives a receipt without content, and closes every other door", async () => {
  const { app, world, interviewId } = await canaryWorld();
  const as = world.people.interviewer;
  const youth = await (await app.get(`/youths/${world.youths.busy}`, { as })).text();
  expect(youth).toContain(`href="/interviews/${interviewId}/withdraw"`);
  const page = await (await app.get(`/interviews/${interviewId}/withdraw`, { as })).text();
  expect(page).toContain("Binnen 24 uur");
  expect(page).not.toContain(canary);
  expect((await app.get(`/interviews/${interviewId}/receipt`, { as })).status).toBe(302);
  await app.post(`/interviews/${interviewId}/withdraw`, {}, { as });
  const receipt = await (await app.get(`/interviews/${interviewId}/receipt`, { as })).text();
  expect(receipt).toContain("Gewist op");
  for (const door of ["withdraw", "read-back", "print", "stop", "together"]) {
    const closed = await app.get(`/interviews/${interviewId}/${door}`, { as });
    expect([closed.status, closed.headers.get("location")], door).toEqual([302, `/interviews/${interviewId}`]);
  }
  for (const door of [`history/${questionId}`, `conflict/${questionId}`, "copy"])
    expect((await app.get(`/interviews/${interviewId}/${door}`, { as: world.people.lead })).status, door).toBe(404);
  const opId = "00000000-0000-4000-8000-000000000001";
  const answer = { state: "answered", value: "Toch nog." };
  const saved = await app.postJson(
    `/interviews/${interviewId}/answers`,
    { questionId, opId, baseSequence: 0, answer },
    { as },
  );
  expect([saved.status, (await saved.json()).problem]).toEqual([409, "interview-withdrawn"]);
  const list = await (await app.get("/admin/erasures", { as: world.people.lead })).text();
  expect(list).toContain("Toestemming ingetrokken");
  const administrators = await (await app.get("/admin/erasures", { as: world.people.administrator })).text();
  expect(administrators).toContain("Toestemming ingetrokken");
});

test("an access copy holds what one respondent said and who looked, and no word of anybody else", async () => {
  const { app, world, store, interviewId } = await canaryWorld();
  const verbs = store.as(operator);
  const other = world.interviews.running;
  const { answers } = await verbs.interviews.file({ interviewId: other });
  const { youths } = await verbs.regions.board({ regionId: world.regions.waterkant });
  await app.get(`/coding/${interviewId}/${questionId}`, { as: world.people.analyst });
  const response = await app.get(`/interviews/${interviewId}/copy`, { as: world.people.lead });
  expect(response.headers.get("content-disposition")).toMatch(/inzagekopie-\d{4}-\d\d-\d\d\.html/);
  expect(response.headers.get("cache-control")).toContain("no-store");
  const html = await response.text();
  for (const words of [`${canary} eerst.`, `Hij bakt, ${canary} zegt hij.`, `${canary} genoteerd.`, "Amira"])
    expect(html).toContain(words);
  expect(html).toContain("Bekeek een antwoord om te coderen");
  expect(html).not.toContain("<script");
  const others = Object.values(answers).flatMap((one) =>
    typeof one.value === "string" && one.value.length > 20 ? [one.value] : [],
  );
  expect(others.length).toBeGreaterThan(0);
  for (const words of others) expect(html.includes(words.slice(0, 30))).toBe(false);
  for (const { id, label } of youths) expect([html.includes(label), html.includes(id)]).toEqual([false, false]);
  const line = store.connections.handle
    .prepare("SELECT outcome FROM audit WHERE action = 'interview.copy' ORDER BY sequence DESC LIMIT 1")
    .get();
  expect(line).toEqual({ outcome: "done" });
  expect((await app.get(`/interviews/${interviewId}/copy`, { as: world.people.interviewer })).status).toBe(404);
});

test("who looked at one interview is listed as in its access copy, newest first and page by page, without a word or another interview", async () => {
  const { app, world, store, interviewId } = await canaryWorld();
  const as = world.people.lead;
  const page = async (query = "") => (await app.get(`/interviews/${interviewId}/looks${query}`, { as })).text();
  await app.get(`/coding/${interviewId}/${questionId}`, { as: world.people.analyst });
  const elsewhere = await app.get(`/interviews/${world.interviews.planned}`, { as: world.people.secondInterviewer });
  expect(elsewhere.status).toBe(404);
  await app.get(`/interviews/${world.interviews.running}`, { as });
  await app.post("/search", { query: "bakt zegt" }, { as: world.people.analyst });
  const html = await page();
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) => row.replace(/<[^>]+>/g, " "));
  expect(rows[1]).toMatch(/Amira +Analist +Zocht in antwoorden/);
  expect(rows[2]).toMatch(/Amira +Analist +Bekeek een antwoord om te coderen/);
  expect(html).not.toContain(canary);
  const { youths } = await store.as(operator).regions.board({ regionId: world.regions.waterkant });
  for (const { id, label } of youths) expect([html.includes(label), html.includes(id)]).toEqual([false, false]);

  for (let count = 0; count < 60; count += 1) await store.as(as).interviews.file({ interviewId });
  const verbs = store.as(as).accessCopies;
  const first = await verbs.looks({ interviewId });
  const older = await verbs.looks({ interviewId, before: first.next ?? 0 });
  expect(first.looks.length).toBe(50);
  const listed = [...first.looks, ...older.looks];
  const { looks } = await verbs.material({ interviewId });
  const [, , ...beforeThose] = looks.reverse();
  expect(listed).toEqual(beforeThose.slice(0, listed.length));
  expect(await page()).toContain(`/interviews/${interviewId}/looks?before=`);
  expect(await page(`?before=${first.next}`)).toContain("Naar het nieuwste");

  await app.post(`/interviews/${interviewId}/withdraw`, {}, { as });
  expect(await page()).toContain("Trok de toestemming voor een gesprek in");
  const receipt = await (await app.get(`/interviews/${interviewId}/receipt`, { as })).text();
  expect(receipt).toContain(`href="/interviews/${interviewId}/looks"`);
  const interviewer = { as: world.people.interviewer };
  expect((await app.get(`/interviews/${interviewId}/looks`, interviewer)).status).toBe(404);
  expect(await (await app.get(`/interviews/${interviewId}/receipt`, interviewer)).text()).not.toContain("/looks");
});

test("everybody reads back what they opened themselves, with labels only of who they may still see", async () => {
  const { app, world, store } = await canaryWorld();
  const as = world.people.interviewer;
  const youthId = world.youths.busy;
  const { label } = await store.as(operator).regions.youth({ youthId });
  const mine = async () => (await app.get("/account/acts", { as })).text();
  await app.get(`/youths/${youthId}`, { as });
  const before = await mine();
  expect(before).toContain("Bekeek een jeugdige");
  expect(before).toContain(label);
  expect((await app.get("/account/acts", { as: world.people.lead }).then((one) => one.text())).includes("Iris")).toBe(
    false,
  );
  await store.as(operator).regions.unassign({ youthId, personId: as.personId });
  expect((await app.get(`/youths/${youthId}`, { as })).status).toBe(404);
  const after = await mine();
  expect(after).toContain("Bekeek een jeugdige (geweigerd)");
  expect(after).not.toContain(label);
  for (const html of [before, after]) expect(html).not.toContain(canary);
});

test("a second guardian's no stops every interview until their own yes, and is kept either way", async () => {
  const { store, world, app } = await canaryWorld();
  const verbs = store.as(operator);
  const as = world.people.interviewer;
  const youthId = world.youths.busy;
  const { running, planned } = world.interviews;
  const record = (who: string, word: string) => app.post(`/youths/${youthId}`, { intent: "word", who, word }, { as });
  const save = () =>
    verbs.answers
      .save({
        opId: store.sources.newId(),
        interviewId: running,
        questionId,
        answer: { state: "not-discussed", value: null },
        baseSequence: 0,
      })
      .then(
        () => "saved",
        (error: { code: string }) => error.code,
      );
  const start = () => verbs.interviews.start({ interviewId: planned }).catch((error: { code: string }) => error.code);
  expect((await record("second-guardian", "objects")).status).toBe(302);
  const page = await (await app.get(`/youths/${youthId}`, { as })).text();
  expect(page).toContain("Een tweede ouder of voogd wil dit niet");
  expect(await start()).toBe("guardian-objects");
  expect(await save()).toBe("guardian-objects");
  const form = {
    questionId,
    opId: store.sources.newId(),
    baseSequence: "0",
    state: "answered",
    value: "Getypte woorden.",
  };
  const sent = await app.post(`/interviews/${running}?q=${questionId}`, form, { as });
  expect(sent.status).toBe(409);
  const back = await sent.text();
  for (const words of ["Getypte woorden.", "Een tweede ouder of voogd wil dit niet"]) expect(back).toContain(words);
  await record("second-guardian", "informed");
  expect(await start()).toBe("guardian-objects");
  await record("youth", "objects");
  await record("second-guardian", "agrees");
  expect(await start()).toBe("youth-objects");
  const blocked = await (await app.get(`/interviews/${planned}`, { as })).text();
  expect(blocked).toContain("Niemand kan die nee opzijzetten");
  expect(blocked).toContain(`href="/youths/${youthId}"`);
  expect(blocked).not.toContain('value="start"');
  await record("youth", "agrees");
  expect(await start()).toEqual({ state: "running" });
  expect(await save()).not.toMatch(/objects/);
  expect((await record("somebody", "objects")).status).toBe(400);
  expect((await record("youth", "informed")).status).toBe(400);
  const unnamed = await app.post(`/youths/${youthId}`, { intent: "word", who: "second-guardian" }, { as });
  expect([unnamed.status, (await unnamed.text()).includes('aria-invalid="true"')]).toEqual([400, true]);
  const { handle } = store.connections;
  expect(handle.prepare("SELECT count(*) AS n FROM family_word WHERE youth_id = ?").get(youthId)).toEqual({ n: 7 });
  expect(() => handle.prepare("DELETE FROM family_word").run()).toThrow(/kept/);
});

test("where a second guardian stands is on the youth's page, with who recorded it when and what was recorded before", async () => {
  const { world, app } = await canaryWorld();
  const as = world.people.interviewer;
  const youthId = world.youths.disagreeing;
  const page = async () => (await app.get(`/youths/${youthId}`, { as })).text();
  expect(await page()).toContain("Er is nog niets vastgelegd.");
  for (const word of ["unknown", "informed"]) {
    const recorded = await app.post(`/youths/${youthId}`, { intent: "word", who: "second-guardian", word }, { as });
    expect(recorded.status, word).toBe(302);
  }
  const html = await page();
  expect(html).toMatch(
    /Is er nog iemand met gezag\?<\/h3><p class="stands">Weet ervan<span[^>]*>[^<]*vastgelegd door Iris/,
  );
  expect(html).toMatch(/Alles wat is vastgelegd \(2\)[\s\S]*Weet ervan[\s\S]*Onbekend<span/);
  expect(html).not.toContain("wil dit niet. Een gesprek kan pas");
});

test("a youth who said no in an interview is not asked again before they come back to it themselves", async () => {
  const { store, world } = await canaryWorld();
  const verbs = store.as(operator);
  const youthId = world.youths.refusing;
  const { id } = await verbs.regions.plan({
    youthId,
    perspective: "youth",
    respondentId: null,
    interviewerId: null,
    conductedOn: "2026-03-09",
    channel: "phone",
    language: "nl",
  });
  await expect(verbs.interviews.start({ interviewId: id })).rejects.toMatchObject({ code: "youth-objects" });
  await verbs.families.recordWord({ youthId, who: "youth", word: "agrees" });
  expect(await verbs.interviews.start({ interviewId: id })).toEqual({ state: "running" });
});

test("when the family's only yes is taken back, a professional tells no further until there is one again", async () => {
  const { store, world } = await canaryWorld();
  const verbs = store.as(operator);
  const { completed, running } = world.interviews;
  const save = async (value: string | null) => {
    const { answers } = await verbs.interviews.file({ interviewId: running });
    const baseSequence = answers[questionId]?.sequence ?? 0;
    const answer = { state: value === null ? "not-discussed" : "answered", value };
    return verbs.answers.save({ opId: store.sources.newId(), interviewId: running, questionId, answer, baseSequence });
  };
  await save("Hij vertelt verder.");
  await verbs.interviews.withdraw({ interviewId: completed });
  await expect(save("En nog verder.")).rejects.toMatchObject({ code: "guardian-consent-missing" });
  const { answers } = await verbs.interviews.file({ interviewId: running });
  expect(answers[questionId]?.value).toBe("Hij vertelt verder.");
});
