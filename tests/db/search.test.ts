/** Full-text search in the store: what is found, for whom, page by page, in step with every edit. */
import { expect, test } from "vitest";
import { codingWorld, finish } from "./coding-world.ts";

const questionId = "development-seen";

test("words, beginnings and phrases find answers and notes, with the places to mark in the original text", async () => {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", {
    [questionId]: { value: "Hij kreeg één kleine kans 🎮 en leerde Engels.", note: "Kansen zijn er." },
    "turning-point": { value: "Rust." },
  });
  const search = world.as(world.analyst).search;
  const { hits, next } = await search.answers({ query: "EEN kans*" });
  expect(next).toBe(null);
  expect(hits).toMatchObject([{ interviewId, questionId, perspective: "parent", opens: "coding" }]);
  const texts = (part: "value" | "note") =>
    hits[0]?.[part]?.ranges.map(({ start, end }) => hits[0]?.[part]?.text.slice(start, end));
  expect(texts("value")).toEqual(["één", "kans"]);
  expect(texts("note")).toEqual(["Kansen"]);
  expect((await search.answers({ query: '"kleine kans"' })).hits).toHaveLength(1);
  expect((await search.answers({ query: '"kans kleine"' })).hits).toEqual([]);
  expect((await search.answers({ query: "engels rust" })).hits).toEqual([]);
  expect((await search.answers({ query: ' * " ' })).hits).toEqual([]);
});

test("what is changed or said no longer is found no longer", async () => {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: "Hij kookt." } });
  const search = world.as(world.analyst).search;
  expect((await search.answers({ query: "kookt" })).hits).toHaveLength(1);
  await world.say(interviewId, questionId, { value: "Hij tekent." });
  expect((await search.answers({ query: "kookt" })).hits).toEqual([]);
  expect((await search.answers({ query: "tekent" })).hits).toHaveLength(1);
});

test("everybody finds only what they may see", async () => {
  const world = await codingWorld();
  const other = await world.region("region-b");
  const own = await world.told(world.youthId, "parent", { [questionId]: { value: "Schat een." } });
  const second = await world.youth(world.regionId);
  const busy = await world.running(second, "parent");
  await world.say(busy, questionId, { value: "Schat twee." });
  const elsewhere = await world.told(await world.youth(other), "parent", { [questionId]: { value: "Schat drie." } });
  const gone = await world.told(second, "youth", { "learning-now": { value: "Schat vier." } });
  await world.operator.interviews.discard({ interviewId: gone, reason: "Dubbel" });

  const interviewer = await world.person("Ine Gesprek", ["interviewer", world.regionId]);
  await world.operator.regions.assign({ youthId: second, personId: interviewer.personId });
  const lead = await world.person("Lea Leider", ["lead", world.regionId]);
  const both = await world.person("Bo Beide", ["analyst", world.regionId], ["interviewer", world.regionId]);
  const reader = await world.person("Rik Lezer", ["reader", world.regionId]);
  const found = async (actor: Parameters<typeof world.as>[0]) =>
    (await world.as(actor).search.answers({ query: "schat" })).hits.map((hit) => [hit.interviewId, hit.opens]);

  expect(await found(world.analyst)).toEqual([[own, "coding"]]);
  expect(await found(interviewer)).toEqual([[busy, "interview"]]);
  expect(await found(both)).toEqual([[own, "coding"]]);
  expect(await found(lead)).toEqual([
    [busy, "interview"],
    [own, "coding"],
  ]);
  expect((await world.operator.search.answers({ query: "schat" })).hits.map((hit) => hit.interviewId)).toEqual([
    elsewhere,
    busy,
    own,
  ]);
  await expect(found(reader)).rejects.toMatchObject({ code: "not-found" });
});

test("pages of fifty follow one another without gap or repeat", async () => {
  const world = await codingWorld();
  for (let count = 0; count < 18; count += 1) {
    const interviewId = await world.running(await world.youth(world.regionId), "parent");
    for (const id of [questionId, "turning-point", "barriers-experienced"]) {
      await world.say(interviewId, id, { value: `Schat ${count}.` });
    }
    await finish(world, interviewId);
  }
  const search = world.as(world.analyst).search;
  const first = await search.answers({ query: "schat" });
  const second = await search.answers({ query: "schat", cursor: first.next ?? "" });
  expect([first.hits.length, second.hits.length, second.next]).toEqual([50, 4, null]);
  const keys = [...first.hits, ...second.hits].map((hit) => `${hit.interviewId} ${hit.questionId}`);
  expect(new Set(keys).size).toBe(54);
});

test("the words that were searched stand in no audit line", async () => {
  const world = await codingWorld();
  await world.told(world.youthId, "parent", { [questionId]: { value: "Zonnebloem." } });
  await world.as(world.analyst).search.answers({ query: "zonnebloem" });
  const lines = await world.store.connections.read(async (db) => db.query.audit.findMany());
  expect(lines.some((line) => line.action === "answer.search")).toBe(true);
  expect(JSON.stringify(lines).toLowerCase()).not.toContain("zonnebloem");
});
