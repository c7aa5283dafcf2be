/** Retrieval in the store: counts per theme and code, and the passages in their context, within reach and page by page. */
import { expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import type { ThemeId } from "#app/domain/guide.ts";
import { type CodingWorld, codingWorld } from "./coding-world.ts";

const questionId = "development-seen";

async function mark(
  world: CodingWorld,
  coder: Actor,
  interviewId: string,
  quote: string,
  theme: ThemeId,
  code: string,
): Promise<string> {
  const verbs = world.as(coder).codings;
  const { text, sequence } = await verbs.answer({ interviewId, questionId });
  const start = text.indexOf(quote);
  const place = { interviewId, questionId, field: "value" as const, sequence, start, end: start + quote.length };
  return (await verbs.code({ ...place, theme, code })).passageId;
}

test("a passage with two codes of a theme counts once for the theme and once for each code", async () => {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: "Hij leest. Hij bouwt." } });
  const colleague = await world.person("Bea Codeur", ["analyst", world.regionId]);
  await mark(world, world.analyst, interviewId, "Hij leest.", "development-present", "interest-driven-learning");
  await mark(world, colleague, interviewId, "Hij leest.", "development-present", "interest-driven-learning");
  await mark(world, world.analyst, interviewId, "Hij leest.", "development-present", "formal-learning");
  await mark(world, world.analyst, interviewId, "Hij bouwt.", "development-present", "formal-learning");
  const [present, helped] = await world.as(world.analyst).retrieval.themes({});
  expect(present).toMatchObject({ theme: "development-present", passages: 2, codings: 4 });
  expect(present?.codes.filter((one) => one.passages > 0)).toEqual([
    { code: "interest-driven-learning", passages: 1, codings: 2 },
    { code: "formal-learning", passages: 2, codings: 2 },
  ]);
  expect(present?.codes).toHaveLength(10);
  expect(helped).toMatchObject({ theme: "what-helped", passages: 0, codings: 0 });
});

test("passages come in their context with all codings, and only within reach", async () => {
  const world = await codingWorld();
  const text = `${"Eerst was er van alles. ".repeat(20)}Hij leest Engels.${" Daarna ook nog wat.".repeat(20)}`;
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: text } });
  const passageId = await mark(
    world,
    world.analyst,
    interviewId,
    "Hij leest Engels.",
    "development-present",
    "formal-learning",
  );
  await mark(world, world.analyst, interviewId, "Hij leest Engels.", "barriers", "lack-of-recognition");
  const other = await world.region("region-b");
  const foreignAnalyst = await world.person("Elke Elders", ["analyst", other]);
  const foreign = await world.told(await world.youth(other), "parent", { [questionId]: { value: "Elders leren." } });
  const foreignPassage = await mark(world, foreignAnalyst, foreign, "leren", "development-present", "formal-learning");

  const retrieval = world.as(world.analyst).retrieval;
  const { passages, next } = await retrieval.passagesOf({ theme: "development-present" });
  expect(next).toBe(null);
  expect(passages).toHaveLength(1);
  expect(passages[0]).toMatchObject({
    id: passageId,
    interviewId,
    questionId,
    quote: "Hij leest Engels.",
    regionName: "Region a",
    perspective: "parent",
    cutBefore: true,
    cutAfter: true,
    codings: [{ code: "formal-learning" }, { code: "lack-of-recognition" }],
  });
  expect(passages[0]?.before.endsWith("alles. ")).toBe(true);
  expect(passages[0]?.before.length).toBeLessThanOrEqual(160);
  expect(
    (await retrieval.passagesOf({ theme: "development-present", code: "wellbeing-and-recovery" })).passages,
  ).toEqual([]);
  expect((await retrieval.passagesOf({ theme: "development-present", regionId: other })).passages).toEqual([]);
  expect((await retrieval.themes({ regionId: other }))[0]?.passages).toBe(0);
  const everywhere = await world.operator.retrieval.passagesOf({ theme: "development-present" });
  expect(everywhere.passages.map((one) => one.id)).toEqual([passageId, foreignPassage]);
});

test("a flagged passage shows the text in which it was marked", async () => {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: "Eerst. Hij leest. Dan." } });
  await mark(world, world.analyst, interviewId, "Hij leest.", "development-present", "formal-learning");
  await world.say(interviewId, questionId, { value: "Alles anders." });
  const { passages } = await world.as(world.analyst).retrieval.passagesOf({ theme: "development-present" });
  expect(passages).toMatchObject([{ flag: "gone", before: "Eerst. ", quote: "Hij leest.", after: " Dan." }]);
});

test("a reopened interview's passages are out of sight until it is completed again", async () => {
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: "Hij leest." } });
  await mark(world, world.analyst, interviewId, "Hij leest.", "development-present", "formal-learning");
  await world.operator.interviews.reopen({ interviewId });
  const retrieval = world.as(world.analyst).retrieval;
  expect((await retrieval.themes({}))[0]?.passages).toBe(0);
  expect((await retrieval.passagesOf({ theme: "development-present" })).passages).toEqual([]);
  await world.operator.interviews.complete({ interviewId });
  expect((await retrieval.themes({}))[0]?.passages).toBe(1);
});

test("pages of fifty follow one another over regions without gap or repeat", async () => {
  const world = await codingWorld();
  const other = await world.region("region-b");
  const analyst = await world.person("Twee Regio", ["analyst", world.regionId], ["analyst", other]);
  const text = Array.from({ length: 30 }, (_, index) => `zin${index}.`).join(" ");
  for (const youthId of [world.youthId, await world.youth(other), await world.youth(world.regionId)]) {
    const interviewId = await world.told(youthId, "parent", { [questionId]: { value: text } });
    for (const quote of text.split(" ")) await mark(world, analyst, interviewId, quote, "barriers", "funding");
  }
  const retrieval = world.as(analyst).retrieval;
  const first = await retrieval.passagesOf({ theme: "barriers", code: "funding" });
  const second = await retrieval.passagesOf({ theme: "barriers", code: "funding", cursor: first.next ?? "" });
  expect([first.passages.length, second.passages.length, second.next]).toEqual([50, 40, null]);
  const all = [...first.passages, ...second.passages];
  expect(new Set(all.map((one) => one.id)).size).toBe(90);
  expect(all.map((one) => one.regionId)).toEqual([
    ...Array.from({ length: 60 }, () => world.regionId),
    ...Array.from({ length: 30 }, () => other),
  ]);
});
