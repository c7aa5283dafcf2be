/** The coding pages over HTTP, as plain pages with plain forms. */
import { expect, test } from "vitest";
import { type CodingWorld, codingWorld } from "#tests/db/coding-world.ts";
import { testApp } from "#tests/harness.ts";

const questionId = "development-seen";
const story = "Hij bouwt spelletjes 👩‍👩‍👧. Hij leest Engels. Dat telt nergens mee.";
const key = "development-present/interest-driven-learning";

async function opened() {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", {
    [questionId]: { value: story, note: "Ze straalde." },
  });
  const app = await testApp(world.store);
  const path = `/coding/${interviewId}/${questionId}`;
  const read = () => world.as(world.analyst).codings.answer({ interviewId, questionId });
  const post = (form: Record<string, string>, search = "") => app.post(`${path}${search}`, form, { as: world.analyst });
  return { world, app, path, interviewId, read, post, sequence: String((await read()).sequence) };
}

async function quotes(world: CodingWorld, interviewId: string): Promise<Array<string>> {
  const { passages } = await world.as(world.analyst).codings.answer({ interviewId, questionId });
  return passages.map((passage) => passage.quote);
}

test("without script one picks a first and a last sentence and a code, and undoes it again", async () => {
  const { world, app, path, interviewId, read, post, sequence } = await opened();
  const page = await (await app.get(path, { as: world.analyst })).text();
  expect(page).toContain("Codeer zonder slepen");
  expect(page).toMatch(/<title>Wat leert uw kind[^<]+ – Ouder over [^<]+ – Leeroogst<\/title>/);
  expect(page).toContain('name="from"');
  const form = { intent: "code-sentences", field: "value", sequence, from: "1", to: "0", key };
  const response = await post(form);
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(path);
  expect(await quotes(world, interviewId)).toEqual(["Hij bouwt spelletjes 👩‍👩‍👧. Hij leest Engels."]);
  const again = await post(form);
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("Dit fragment heeft deze code al.");
  await post({ intent: "undo" });
  expect((await read()).passages).toEqual([]);
  await post({ intent: "redo" });
  expect((await read()).passages).toHaveLength(1);
});

test("without script a link opens the forms of one passage, so that a page with many holds only those", async () => {
  const { world, app, path, read, post, sequence } = await opened();
  await post({ intent: "code", field: "value", sequence, start: "0", end: "3", key });
  await post({ intent: "code", field: "value", sequence, start: "4", end: "9", key });
  const [first] = (await read()).passages;
  const page = await (await app.get(path, { as: world.analyst })).text();
  const link = `${path}?passage=${first?.id}`;
  expect(page).toContain(`href="${link}#passage-${first?.id}"`);
  expect(page).not.toContain('value="details"');
  const open = await (await app.get(link, { as: world.analyst })).text();
  expect(open.split('value="details"')).toHaveLength(2);
  expect(open).toContain(`name="codingId" value="${first?.codings[0]?.id}"`);
});

test("a passage moves, gets details and another code, and goes, by forms alone", async () => {
  const { read, post, sequence } = await opened();
  await post({ intent: "code", field: "value", sequence, start: "0", end: "3", key });
  const passage = (await read()).passages[0];
  const codingId = passage?.codings[0]?.id ?? "";
  await post({ intent: "move", passageId: passage?.id ?? "", sequence, span: "4-9" });
  await post({ intent: "details", codingId, memo: "kijk", forReport: "1", "facets.recognition": "partly" });
  expect((await read()).passages).toMatchObject([
    { quote: "bouwt", codings: [{ memo: "kijk", forReport: true, facets: { recognition: "partly" } }] },
  ]);
  await post({ intent: "recode", codingId, key: "barriers/lack-of-recognition" });
  expect((await read()).passages).toMatchObject([{ codings: [{ code: "lack-of-recognition", memo: "kijk" }] }]);
  await post({ intent: "remove", codingId });
  expect((await read()).passages).toEqual([]);
});

test("forms that do not fit are refused with a sentence and change nothing", async () => {
  const { read, post, sequence } = await opened();
  const good = { intent: "code", field: "value", sequence, start: "0", end: "3", key };
  const cases: Array<[Record<string, string>, number, string]> = [
    [{ ...good, intent: "paint" }, 400, "Niet alles is goed ingevuld"],
    [{ ...good, key: "barriers" }, 400, "Niet alles is goed ingevuld"],
    [{ ...good, key: "barriers/nothing-like-this" }, 400, "Deze code staat niet in het codeboek"],
    [{ ...good, start: "-1" }, 400, "Niet alles is goed ingevuld"],
    [{ ...good, end: "9000" }, 400, "Dit fragment past niet in de tekst"],
    [{ ...good, sequence: String(Number(sequence) - 1) }, 409, "Het antwoord is intussen veranderd"],
    [{ intent: "undo" }, 409, "Er is niets om ongedaan te maken"],
  ];
  for (const [form, status, sentence] of cases) {
    const response = await post(form);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sentence);
  }
  expect((await read()).passages).toEqual([]);
});

test("the note is coded on its own address", async () => {
  const { world, app, path, read, post, sequence } = await opened();
  const page = await (await app.get(`${path}?field=note`, { as: world.analyst })).text();
  expect(page).toContain("Notitie van de gespreksvoerder");
  const response = await post(
    { intent: "code-sentences", field: "note", sequence, from: "0", to: "0", key },
    "?field=note",
  );
  expect(response.headers.get("location")).toBe(`${path}?field=note`);
  expect((await read()).passages).toMatchObject([{ field: "note", quote: "Ze straalde." }]);
});

test("the list narrows by ids, leads on with its filters, and what was done elsewhere is shown there", async () => {
  const { world, app, path, post, sequence } = await opened();
  const other = await world.told(await world.youth(world.regionId), "parent", {
    [questionId]: { value: "Zij tekent." },
  });
  const list = await (await app.get("/coding?perspective=parent&uncoded=1", { as: world.analyst })).text();
  expect(list).toContain(`${path}?perspective=parent&amp;uncoded=1`);
  expect(list).toContain(`/coding/${other}/${questionId}?`);
  expect(await (await app.get("/coding?perspective=youth", { as: world.analyst })).text()).toContain(
    "Geen antwoorden gevonden",
  );
  await post({ intent: "code", field: "value", sequence, start: "0", end: "3", key });
  const after = await (await app.get("/coding?perspective=parent&uncoded=1", { as: world.analyst })).text();
  expect(after).not.toContain(`${path}?perspective=parent`);
  const undone = await app.post(`/coding/${other}/${questionId}`, { intent: "undo" }, { as: world.analyst });
  expect(undone.headers.get("location")).toBe(path);
});

test("an undo that a warning holds back says so, here and from the screen of another answer, with the way there", async () => {
  const { world, app, path, interviewId, read, post } = await opened();
  const other = await world.told(await world.youth(world.regionId), "parent", {
    [questionId]: { value: "Zij tekent." },
  });
  const write = (value: string) => world.say(interviewId, questionId, { value });
  await write("Hij telt 12345678 stappen.");
  const span = { field: "value", sequence: String((await read()).sequence), start: "9", end: "17" };
  await post({ intent: "code", ...span, key });
  await post({ intent: "remove", codingId: (await read()).passages[0]?.codings[0]?.id ?? "" });
  await write("Hij telt 06-12345678 stappen.");
  const here = await post({ intent: "undo" });
  expect(here.status).toBe(409);
  const page = await here.text();
  expect(page).toContain("Kijk ze eerst na");
  expect(page).not.toContain("Naar dat antwoord");
  const there = await app.post(`/coding/${other}/${questionId}`, { intent: "undo" }, { as: world.analyst });
  expect(there.status).toBe(409);
  expect(await there.text()).toMatch(new RegExp(`href="${path}"[^>]*>Naar dat antwoord`));
  const form = { intent: "undo", regionId: world.regionId };
  const listed = await app.post("/themes?theme=development-present", form, { as: world.analyst });
  expect(listed.status).toBe(409);
  expect(await listed.text()).toMatch(new RegExp(`href="${path}"[^>]*>Naar dat antwoord`));
  expect((await read()).passages).toEqual([]);
});

test("a coder of another region, an interviewer and a visitor find nothing here", async () => {
  const { world, app, path, interviewId, read, sequence } = await opened();
  const elsewhere = await world.person("Bo Elders", ["analyst", await world.region("region-b")]);
  const interviewer = await world.person("Cas Gesprek", ["interviewer", world.regionId]);
  const form = { intent: "code", field: "value", sequence, start: "0", end: "3", key };
  for (const person of [elsewhere, interviewer]) {
    expect((await app.get(path, { as: person })).status).toBe(404);
    expect((await app.post(path, form, { as: person })).status).toBe(404);
  }
  expect(await (await app.get("/coding", { as: elsewhere })).text()).not.toContain(interviewId);
  expect((await app.get("/coding", { as: interviewer })).status).toBe(404);
  expect((await app.get(path)).status).toBe(302);
  expect((await read()).passages).toEqual([]);
});
