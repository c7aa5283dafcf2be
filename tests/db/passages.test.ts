/** Passages in the store: an edit of the answer moves them along or flags them, in the transaction that saves it. */
import { expect, test } from "vitest";
import { type CodingWorld, codingWorld } from "./coding-world.ts";

const questionId = "development-seen";
const story = "Hij bouwt spelletjes. Hij leest Engels. Dat telt nergens mee.";

async function marked(world: CodingWorld, quote = "Hij leest Engels.", field: "value" | "note" = "value") {
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: story, note: story } });
  const coder = world.as(world.analyst).codings;
  const { sequence } = await coder.answer({ interviewId, questionId });
  const start = story.indexOf(quote);
  const place = { interviewId, questionId, field, sequence, start, end: start + quote.length };
  const made = await coder.code({ ...place, theme: "development-present", code: "interest-driven-learning" });
  return { interviewId, coder, ...made, read: () => coder.answer({ interviewId, questionId }) };
}

test("a passage moves along with an edit before it, into the new revision", async () => {
  const world = await codingWorld();
  const { interviewId, read } = await marked(world);
  const { sequence } = await world.say(interviewId, questionId, { value: `Vandaag: ${story}`, note: story });
  const after = await read();
  expect(after.sequence).toBe(sequence);
  expect(after.passages).toMatchObject([{ start: 31, end: 48, quote: "Hij leest Engels.", sequence, flag: null }]);
  expect(after.text.slice(31, 48)).toBe("Hij leest Engels.");
});

test("an edit of the note follows its own passages and leaves those of the answer", async () => {
  const world = await codingWorld();
  const { interviewId, read } = await marked(world, "Hij leest Engels.", "note");
  await world.say(interviewId, questionId, { value: "Iets heel anders.", note: `Vooraf. ${story}` });
  expect((await read()).passages).toMatchObject([{ field: "note", start: 30, end: 47, flag: null }]);
});

test("an edit inside a passage flags it and keeps what was marked", async () => {
  const world = await codingWorld();
  const { interviewId, read } = await marked(world);
  await world.say(interviewId, questionId, { value: story.replace("leest", "spreekt") });
  expect((await read()).passages).toMatchObject([{ quote: "Hij leest Engels.", flag: "changed" }]);
});

test("a flagged passage stands again when its text comes back", async () => {
  const world = await codingWorld();
  const { interviewId, read } = await marked(world);
  await world.say(interviewId, questionId, { value: "Hij bouwt spelletjes." });
  expect((await read()).passages).toMatchObject([{ flag: "gone" }]);
  await world.say(interviewId, questionId, { value: "Kort." });
  await world.say(interviewId, questionId, { value: `Toch: ${story}` });
  const after = await read();
  expect(after.passages).toMatchObject([{ flag: null, start: 28, sequence: after.sequence }]);
});

test("a passage that comes back on the span of a newer one becomes one with it, with the codings of both", async () => {
  const world = await codingWorld();
  const { interviewId, coder, codingId, read } = await marked(world);
  await world.say(interviewId, questionId, { value: "Hij spreekt Engels." });
  const changed = await read();
  expect(changed.passages).toMatchObject([{ flag: "changed" }]);
  await world.say(interviewId, questionId, { value: "Hij leest Engels. Hij leest Engels." });
  expect((await read()).passages).toMatchObject([{ flag: "ambiguous" }]);
  const { sequence } = await read();
  const place = { interviewId, questionId, field: "value" as const, sequence, start: 18, end: 35 };
  const newer = await coder.code({ ...place, theme: "what-helped", code: "start-from-interest" });
  await coder.code({ ...place, theme: "development-present", code: "interest-driven-learning" });
  await world.say(interviewId, questionId, { value: "En: Hij leest Engels." });
  const after = await read();
  expect(after.passages).toHaveLength(1);
  expect(after.passages[0]).toMatchObject({ id: newer.passageId, start: 4, end: 21, flag: null });
  expect(after.passages[0]?.codings.map((one) => one.code).sort()).toEqual([
    "interest-driven-learning",
    "start-from-interest",
  ]);
  expect(after.passages[0]?.codings.some((one) => one.id === codingId)).toBe(false);
});

test("moving a flagged passage settles it", async () => {
  const world = await codingWorld();
  const { interviewId, coder, passageId, read } = await marked(world);
  await world.say(interviewId, questionId, { value: story.replace("leest", "spreekt") });
  const { text, sequence } = await read();
  const start = text.indexOf("Hij spreekt Engels.");
  await coder.move({ passageId, sequence, start, end: start + 19 });
  expect((await read()).passages).toMatchObject([
    { id: passageId, quote: "Hij spreekt Engels.", flag: null, sequence },
  ]);
});
