/** The pages by theme and for searching over HTTP, as plain pages with plain forms. */
import { expect, test } from "vitest";
import { retrievalAddress, retrievalPlace } from "#app/domain/retrieval.ts";
import { type CodingWorld, codingWorld } from "#tests/db/coding-world.ts";
import { testApp } from "#tests/harness.ts";

const questionId = "development-seen";
const story = "Eerst was er rust. Hij leest <b>Engels</b> en bouwt spelletjes 🎮. Dat telt nergens mee.";

async function opened(note = "") {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: story, note } });
  const coder = world.as(world.analyst).codings;
  const { sequence } = await coder.answer({ interviewId, questionId });
  const mark = (quote: string, theme: "development-present" | "barriers", code: string) => {
    const start = story.indexOf(quote);
    const end = start + quote.length;
    return coder.code({ interviewId, questionId, field: "value", sequence, start, end, theme, code });
  };
  const app = await testApp(world.store);
  const page = async (path: string) => (await app.get(path, { as: world.analyst })).text();
  return { world, app, interviewId, coder, mark, page };
}

async function codesOf(world: CodingWorld, interviewId: string): Promise<Array<string>> {
  const { passages } = await world.as(world.analyst).codings.answer({ interviewId, questionId });
  return passages.flatMap((passage) => passage.codings.map((coding) => coding.code));
}

test("without passages the page by theme says how they come about", async () => {
  const { page } = await opened();
  expect(await page("/themes")).toContain("Er zijn nog geen fragmenten");
});

test("the page by theme counts per theme and code and leads to the passages in their context", async () => {
  const { page, mark, interviewId } = await opened();
  await mark("Hij leest <b>Engels</b>", "development-present", "interest-driven-learning");
  const overview = await page("/themes");
  expect(overview).toContain("1 fragment<");
  expect(overview).toContain("/themes?theme=development-present&amp;code=interest-driven-learning");
  const list = await page("/themes?theme=development-present&code=interest-driven-learning");
  expect(list).toContain("Eerst was er rust. ");
  expect(list).toContain("Hij leest &lt;b&gt;Engels&lt;/b&gt;</span>");
  expect(list).toContain(" en bouwt spelletjes 🎮. Dat telt nergens mee.");
  expect(list).toContain(`/coding/${interviewId}/${questionId}`);
  expect(await page("/themes?theme=more-possible")).toContain("Hier staat nog niets");
  expect(await page("/themes?theme=no-such-theme&edit=%00&after=x")).toContain("Fragmenten per thema");
});

test("from the list one sets another code, takes a code away and undoes it, by forms alone", async () => {
  const { world, app, page, mark, interviewId } = await opened();
  const { codingId } = await mark("Hij leest", "development-present", "interest-driven-learning");
  const address = "/themes?theme=development-present";
  const edit = await page(`${address}&edit=${codingId}`);
  expect(edit).toMatch(/value="recode"[^>]*name="intent"/);
  expect(edit).toMatch(/value="remove"[^>]*name="intent"/);
  const form = { regionId: world.regionId, codingId };
  const recoded = await app.post(
    `${address}&edit=${codingId}`,
    { ...form, intent: "recode", key: "development-present/formal-learning" },
    { as: world.analyst },
  );
  expect(recoded.status).toBe(302);
  const next = recoded.headers.get("location") ?? "";
  expect(next).toBe(`${address}&done=recode&in=${world.regionId}`);
  expect(await page(next)).toContain("Er staat nu een andere code.");
  expect(await codesOf(world, interviewId)).toEqual(["formal-learning"]);
  await app.post(address, { ...form, intent: "remove" }, { as: world.analyst });
  expect(await codesOf(world, interviewId)).toEqual([]);
  await app.post(address, { regionId: world.regionId, intent: "undo" }, { as: world.analyst });
  expect(await codesOf(world, interviewId)).toEqual(["formal-learning"]);
});

test("what cannot be done in the list is said in a sentence and changes nothing", async () => {
  const { world, app, mark, interviewId } = await opened();
  const { codingId } = await mark("Hij leest", "development-present", "interest-driven-learning");
  await mark("Hij leest", "development-present", "formal-learning");
  const form = { regionId: world.regionId, codingId, intent: "recode" };
  const cases: Array<[Record<string, string>, number, string]> = [
    [{ ...form, key: "development-present/formal-learning" }, 409, "Dit fragment heeft deze code al."],
    [{ ...form, key: "barriers/no-such-code" }, 400, "Deze code staat niet in het codeboek."],
    [{ ...form, key: "barriers" }, 400, "Niet alles is goed ingevuld"],
    [{ ...form, intent: "paint" }, 400, "Niet alles is goed ingevuld"],
  ];
  for (const [fields, status, sentence] of cases) {
    const response = await app.post("/themes?theme=development-present", fields, { as: world.analyst });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sentence);
  }
  const gone = await app.post("/themes", { ...form, intent: "remove", codingId: "nothing" }, { as: world.analyst });
  expect(gone.status).toBe(404);
  expect((await codesOf(world, interviewId)).sort()).toEqual(["formal-learning", "interest-driven-learning"]);
});

test("more than fifty passages go on behind a plain link, and the last page leads back", async () => {
  const { page, coder, world } = await opened();
  const text = Array.from({ length: 60 }, (_, index) => `zin${index}.`).join(" ");
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: text } });
  const { sequence } = await coder.answer({ interviewId, questionId });
  for (const match of text.matchAll(/\S+/g)) {
    const place = { interviewId, questionId, field: "value" as const, sequence };
    const end = match.index + match[0].length;
    await coder.code({ ...place, start: match.index, end, theme: "barriers", code: "funding" });
  }
  const first = await page("/themes?theme=barriers");
  expect(first.match(/class="[^"]*found-quote/g)).toHaveLength(50);
  const next = /href="(\/themes\?theme=barriers&amp;after=[^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await page(next);
  expect(second.match(/class="[^"]*found-quote/g)).toHaveLength(10);
  expect(second).toContain("Terug naar de eerste fragmenten");
});

test("an address is read back as it was written", () => {
  const place = {
    theme: "barriers",
    code: "funding",
    regionId: "r1",
    after: "r1 p1",
    edit: "c1",
    done: "remove",
    in: "r1",
  } as const;
  expect(retrievalPlace(new URL(retrievalAddress(place), "http://x").searchParams)).toEqual(place);
  expect(retrievalAddress({})).toBe("/themes");
});

test("a search marks the words where they stand and leads to the answer, with no word in any address or log", async () => {
  const { world, app, interviewId, page } = await opened("Ze straalde toen ze las.");
  expect(await page("/search")).toContain("Zoek in antwoorden");
  const response = await app.post("/search", { query: "SPELLETJ* engels" }, { as: world.analyst });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("<mark>Engels</mark>");
  expect(html).toContain("<mark>spelletjes</mark>");
  expect(html).toContain("&lt;b&gt;");
  expect(html).toContain(`href="/coding/${interviewId}/${questionId}"`);
  const inNote = await (await app.post("/search", { query: "straalde" }, { as: world.analyst })).text();
  expect(inNote).toContain(`href="/coding/${interviewId}/${questionId}?field=note"`);
  expect(html).not.toMatch(/(href|action)="[^"]*(engels|spelletj)/i);
  expect(JSON.stringify(app.log).toLowerCase()).not.toMatch(/engels|spelletj|straalde/);
});

test("an empty search asks for a word, and a search without a hit says what to try", async () => {
  const { world, app } = await opened();
  const empty = await (await app.post("/search", { query: " *  " }, { as: world.analyst })).text();
  expect(empty).toContain("Vul minstens één woord in.");
  expect(await (await app.post("/search", { query: "zeppelin" }, { as: world.analyst })).text()).toContain(
    "Niets gevonden",
  );
  expect((await app.get("/search?query=engels", { as: world.analyst })).status).toBe(200);
});

test("more than fifty hits go on behind a plain form", async () => {
  const { world, app } = await opened();
  for (let count = 0; count < 18; count += 1) {
    const said = { value: "Schat." };
    const questions = { [questionId]: said, "turning-point": said, "barriers-experienced": said };
    await world.told(await world.youth(world.regionId), "parent", questions);
  }
  const first = await (await app.post("/search", { query: "schat" }, { as: world.analyst })).text();
  expect(first.match(/<mark>/g)).toHaveLength(50);
  const cursor = /name="cursor" value="(\d+)"/.exec(first)?.[1] ?? "";
  const second = await (await app.post("/search", { query: "schat", cursor }, { as: world.analyst })).text();
  expect(second.match(/<mark>/g)).toHaveLength(4);
  expect(second).not.toContain('name="cursor"');
});

test("an interviewer searches own youths and is led to the interview; who may not search finds no page", async () => {
  const { world, app, interviewId } = await opened();
  const interviewer = await world.person("Ine Gesprek", ["interviewer", world.regionId]);
  const nothing = await (await app.post("/search", { query: "engels" }, { as: interviewer })).text();
  expect(nothing).toContain("Niets gevonden");
  await world.operator.regions.assign({ youthId: world.youthId, personId: interviewer.personId });
  const found = await (await app.post("/search", { query: "engels" }, { as: interviewer })).text();
  expect(found).toContain(`href="/interviews/${interviewId}"`);
  expect((await app.get("/themes", { as: interviewer })).status).toBe(404);
  const reader = await world.person("Rik Lezer", ["reader", world.regionId]);
  expect((await app.get("/search", { as: reader })).status).toBe(404);
  expect((await app.post("/search", { query: "engels" }, { as: reader })).status).toBe(404);
});

test("both pages speak English too", async () => {
  const { world, app, mark } = await opened();
  await mark("Hij leest", "development-present", "interest-driven-learning");
  const headers = { "accept-language": "en" };
  expect(await (await app.get("/themes", { as: world.analyst, headers })).text()).toContain("Passages by theme");
  expect(await (await app.get("/search", { as: world.analyst, headers })).text()).toContain("Search the answers");
});
