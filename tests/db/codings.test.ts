/** Coding in the store: marking, coding, changing, moving, removing, undoing; and the list with its filters and neighbours. */
import { expect, test } from "vitest";
import { type CodingWorld, codingWorld, finish } from "./coding-world.ts";

const questionId = "development-seen";
const story = "Hij bouwt spelletjes 🎮. Hij leest Engels. Dat telt nergens mee.";
const learning = { theme: "development-present", code: "interest-driven-learning" } as const;
const recognition = { theme: "barriers", code: "lack-of-recognition" } as const;

async function opened(world: CodingWorld) {
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: story } });
  const coder = world.as(world.analyst).codings;
  const read = () => coder.answer({ interviewId, questionId });
  const { sequence } = await read();
  function span(quote: string) {
    const start = story.indexOf(quote);
    return { interviewId, questionId, field: "value" as const, sequence, start, end: start + quote.length };
  }
  return { interviewId, coder, read, span, regionId: world.regionId };
}

async function shape(read: () => Promise<{ passages: Array<{ quote: string; codings: Array<{ code: string }> }> }>) {
  return (await read()).passages.map((one) => [one.quote, ...one.codings.map((coding) => coding.code).sort()]);
}

test("a coded passage carries the exact text, the newest codebook and its coder", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  await coder.code({
    ...span("spelletjes 🎮"),
    ...learning,
    facets: { recognition: "unrecognised", provider: "" },
    memo: "  mooi \r\n voorbeeld ",
    forReport: true,
  });
  const { passages } = await read();
  expect(passages).toMatchObject([
    {
      quote: "spelletjes 🎮",
      field: "value",
      flag: null,
      codings: [
        {
          ...learning,
          codebookVersion: "1.0.0",
          facets: { recognition: "unrecognised" },
          memo: "mooi \n voorbeeld",
          forReport: true,
          mine: true,
          coder: { name: "Ans Codeur" },
        },
      ],
    },
  ]);
});

test("several codes share one passage, spans overlap, and the same code by the same coder exists once", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  const first = await coder.code({ ...span("Hij leest Engels."), ...learning });
  const second = await coder.code({ ...span("Hij leest Engels."), ...recognition });
  await coder.code({ ...span("leest Engels. Dat telt"), ...recognition });
  expect(second.passageId).toBe(first.passageId);
  await expect(coder.code({ ...span("Hij leest Engels."), ...learning })).rejects.toMatchObject({
    code: "coding-exists",
    details: { ids: [first.codingId] },
  });
  const colleague = await world.person("Bea Codeur", ["analyst", world.regionId]);
  await world.as(colleague).codings.code({ ...span("Hij leest Engels."), ...learning });
  expect(await shape(read)).toEqual([
    ["Hij leest Engels.", "interest-driven-learning", "interest-driven-learning", "lack-of-recognition"],
    ["leest Engels. Dat telt", "lack-of-recognition"],
  ]);
});

test("a span that does not fit, an unknown code and an unknown facet are refused and change nothing", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  const place = span("Hij leest Engels.");
  const emoji = story.indexOf("🎮");
  await expect(coder.code({ ...place, start: emoji + 1, ...learning })).rejects.toMatchObject({
    code: "passage-invalid",
  });
  await expect(coder.code({ ...place, end: 9999, ...learning })).rejects.toMatchObject({ code: "passage-invalid" });
  await expect(coder.code({ ...place, ...learning, theme: "barriers" })).rejects.toMatchObject({
    code: "code-unknown",
  });
  await expect(coder.code({ ...place, ...learning, codebookVersion: "9.9.9" })).rejects.toMatchObject({
    code: "code-unknown",
  });
  await expect(
    coder.code({ ...place, ...learning, facets: { agenda: "region", colour: "red" } }),
  ).rejects.toMatchObject({
    code: "invalid-input",
    details: { fields: [{ path: "facets.agenda" }, { path: "facets.colour" }] },
  });
  await expect(coder.code({ ...place, ...learning, memo: "x".repeat(5001) })).rejects.toMatchObject({
    code: "too-large",
  });
  expect((await read()).passages).toEqual([]);
});

test("a span chosen in an older revision is refused", async () => {
  const world = await codingWorld();
  const { interviewId, coder, span } = await opened(world);
  const place = span("Hij leest Engels.");
  await world.say(interviewId, questionId, { value: `Nu. ${story}` });
  await expect(coder.code({ ...place, ...learning })).rejects.toMatchObject({ code: "answer-changed" });
});

test("editing keeps the coder, recoding makes it the coding of whoever recodes, and drops facets that no longer fit", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  const { codingId } = await coder.code({ ...span("Hij leest"), ...learning, facets: { recognition: "partly" } });
  const lead = await world.person("Lea Leider", ["lead", world.regionId]);
  const other = world.as(lead).codings;
  await other.edit({ codingId, memo: "kijk", forReport: true });
  expect((await read()).passages[0]?.codings).toMatchObject([
    { mine: true, memo: "kijk", forReport: true, ...learning },
  ]);
  await other.edit({ codingId, ...recognition });
  expect((await read()).passages[0]?.codings).toMatchObject([
    { id: codingId, ...recognition, mine: false, coder: { name: "Lea Leider" }, facets: {}, memo: "kijk" },
  ]);
  await other.code({ ...span("Hij leest"), ...learning });
  await expect(other.edit({ codingId, ...learning })).rejects.toMatchObject({ code: "coding-exists" });
});

test("removing the last coding removes the passage; removing a passage removes all on it", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  const one = await coder.code({ ...span("Hij leest"), ...learning });
  const two = await coder.code({ ...span("Hij leest"), ...recognition });
  await coder.remove({ codingId: one.codingId });
  expect(await shape(read)).toEqual([["Hij leest", "lack-of-recognition"]]);
  await coder.remove({ codingId: two.codingId });
  expect((await read()).passages).toEqual([]);
  const three = await coder.code({ ...span("Hij leest"), ...learning });
  await coder.code({ ...span("Hij leest"), ...recognition });
  await coder.remove({ passageId: three.passageId });
  expect((await read()).passages).toEqual([]);
  await expect(coder.remove({ codingId: one.codingId })).rejects.toMatchObject({ code: "not-found" });
});

test("moving onto another passage joins the two", async () => {
  const world = await codingWorld();
  const { coder, read, span } = await opened(world);
  const short = await coder.code({ ...span("Hij leest"), ...learning });
  const long = await coder.code({ ...span("Hij leest Engels."), ...recognition });
  const { sequence, start, end } = span("Hij leest Engels.");
  expect(await coder.move({ passageId: short.passageId, sequence, start, end })).toEqual({ passageId: long.passageId });
  expect(await shape(read)).toEqual([["Hij leest Engels.", "interest-driven-learning", "lack-of-recognition"]]);
  await coder.undo({ regionId: world.regionId });
  expect(await shape(read)).toEqual([
    ["Hij leest", "interest-driven-learning"],
    ["Hij leest Engels.", "lack-of-recognition"],
  ]);
});

test("every act can be undone and redone, one by one, and a new act ends what can be redone", async () => {
  const world = await codingWorld();
  const { coder, read, span, regionId } = await opened(world);
  const states: Array<Array<Array<string>>> = [await shape(read)];
  const made = await coder.code({ ...span("Hij leest"), ...learning });
  states.push(await shape(read));
  await coder.code({ ...span("Hij leest"), ...recognition });
  states.push(await shape(read));
  await coder.edit({ codingId: made.codingId, theme: "what-helped", code: "start-from-interest" });
  states.push(await shape(read));
  const longer = span("Hij leest Engels.");
  await coder.move({ passageId: made.passageId, sequence: longer.sequence, start: longer.start, end: longer.end });
  states.push(await shape(read));
  await coder.remove({ passageId: made.passageId });
  states.push(await shape(read));
  expect((await read()).history).toMatchObject({ undo: { kind: "remove", questionId }, redo: null });

  const kinds: Array<string> = [];
  for (const state of states.slice(0, -1).reverse()) {
    const outcome = await coder.undo({ regionId });
    kinds.push(outcome.kind);
    expect(outcome.applied).toBe(true);
    expect(await shape(read)).toEqual(state);
  }
  expect(kinds).toEqual(["remove", "move", "recode", "code", "code"]);
  await expect(coder.undo({ regionId })).rejects.toMatchObject({ code: "nothing-to-undo" });
  for (const state of states.slice(1)) {
    expect((await coder.redo({ regionId })).applied).toBe(true);
    expect(await shape(read)).toEqual(state);
  }
  await expect(coder.redo({ regionId })).rejects.toMatchObject({ code: "nothing-to-undo" });

  await coder.undo({ regionId });
  await coder.undo({ regionId });
  await coder.code({ ...span("Dat telt"), ...recognition });
  expect(await coder.history({ regionId })).toMatchObject({ undo: { kind: "code" }, redo: null });
  await expect(coder.redo({ regionId })).rejects.toMatchObject({ code: "nothing-to-undo" });
  await coder.undo({ regionId });
  await coder.redo({ regionId });
  expect(await shape(read)).toEqual([...(states[3] ?? []), ["Dat telt", "lack-of-recognition"]]);
});

test("undo brings a passage back in the text as it is by then, or flagged", async () => {
  const world = await codingWorld();
  const { interviewId, coder, read, span, regionId } = await opened(world);
  const one = await coder.code({ ...span("Hij leest"), ...learning });
  const two = await coder.code({ ...span("telt nergens"), ...recognition });
  await coder.remove({ passageId: one.passageId });
  await coder.remove({ passageId: two.passageId });
  await world.say(interviewId, questionId, { value: `Nu. ${story.replace("nergens", "niet")}` });
  await coder.undo({ regionId });
  await coder.undo({ regionId });
  const { passages, text } = await read();
  expect(passages.map(({ quote, flag }) => [quote, flag])).toEqual([
    ["Hij leest", null],
    ["telt nergens", "changed"],
  ]);
  expect(text.slice(passages[0]?.start, passages[0]?.end)).toBe("Hij leest");
});

test("undo touches nothing that somebody else changed since, and goes on to the act before", async () => {
  const world = await codingWorld();
  const { coder, read, span, regionId } = await opened(world);
  await coder.code({ ...span("Dat telt"), ...recognition });
  const { codingId } = await coder.code({ ...span("Hij leest"), ...learning });
  const lead = await world.person("Lea Leider", ["lead", world.regionId]);
  await world.as(lead).codings.edit({ codingId, ...recognition });
  expect(await coder.undo({ regionId })).toMatchObject({ kind: "code", applied: false });
  expect(await shape(read)).toEqual([
    ["Hij leest", "lack-of-recognition"],
    ["Dat telt", "lack-of-recognition"],
  ]);
  expect(await coder.undo({ regionId })).toMatchObject({ applied: true });
  expect(await shape(read)).toEqual([["Hij leest", "lack-of-recognition"]]);
  expect(await world.as(lead).codings.undo({ regionId })).toMatchObject({ kind: "recode", applied: true });
  expect(await shape(read)).toEqual([["Hij leest", "interest-driven-learning"]]);
});

test("undo of my code leaves the passage to a colleague who coded it too", async () => {
  const world = await codingWorld();
  const { coder, read, span, regionId } = await opened(world);
  await coder.code({ ...span("Hij leest"), ...learning });
  const colleague = await world.person("Bea Codeur", ["analyst", world.regionId]);
  await world.as(colleague).codings.code({ ...span("Hij leest"), ...recognition });
  await coder.undo({ regionId });
  expect(await shape(read)).toEqual([["Hij leest", "lack-of-recognition"]]);
});

test("the journal belongs to one person in one region", async () => {
  const world = await codingWorld();
  const { coder, span, regionId } = await opened(world);
  await coder.code({ ...span("Hij leest"), ...learning });
  const colleague = await world.person("Bea Codeur", ["analyst", regionId]);
  await expect(world.as(colleague).codings.undo({ regionId })).rejects.toMatchObject({ code: "nothing-to-undo" });
  const elsewhere = await world.person("Elke Elders", ["analyst", await world.region("region-b")]);
  await expect(world.as(elsewhere).codings.undo({ regionId })).rejects.toMatchObject({ code: "not-found" });
});

test("the list holds the texts of finished interviews within reach, youth by youth, in the order of the guide", async () => {
  const world = await codingWorld();
  const second = await world.youth(world.regionId);
  const later = await world.told(second, "parent", { "turning-point": { value: "Rust." } });
  const interviewId = await world.told(world.youthId, "parent", {
    "barriers-experienced": { value: "Vervoer." },
    [questionId]: { value: story, note: "Sprak snel." },
    "development-places": { value: ["home"], note: "Ook in de tuin." },
  });
  await world.say(await world.running(world.youthId, "parent"), questionId, { value: "Nog bezig." });
  const elsewhere = await world.youth(await world.region("region-b"));
  const foreign = await world.told(elsewhere, "parent", { [questionId]: { value: "Elders." } });
  const coder = world.as(world.analyst).codings;

  const { rows, total, next } = await coder.answersToCode({});
  expect(rows.map((row) => [row.interviewId, row.questionId])).toEqual([
    [interviewId, questionId],
    [interviewId, "development-places"],
    [interviewId, "barriers-experienced"],
    [later, "turning-point"],
  ]);
  expect({ total, next }).toEqual({ total: 4, next: null });
  expect(rows[0]).toMatchObject({ beginning: story, noteBeginning: "Sprak snel.", perspective: "parent", passages: 0 });
  expect(rows[1]).toMatchObject({ beginning: "", noteBeginning: "Ook in de tuin." });
  await expect(coder.answer({ interviewId: foreign, questionId })).rejects.toMatchObject({ code: "not-found" });
  const all = await world.operator.codings.answersToCode({});
  expect(all.rows.some((row) => row.interviewId === foreign)).toBe(true);
});

test("filters narrow the list, and uncoded and mine together are what I did not code yet", async () => {
  const world = await codingWorld();
  const { interviewId, coder, span } = await opened(world);
  await world.told(world.youthId, "youth", { "learning-now": { value: "Ik maak games." } });
  await coder.code({ ...span("Hij leest"), ...learning });
  await coder.code({ ...span("Hij leest"), ...recognition });
  await coder.code({ ...span("Dat telt"), ...recognition });
  const list = async (filters: Parameters<typeof coder.answersToCode>[0]["filters"], by = coder) =>
    (await by.answersToCode({ filters })).rows.map((row) => row.questionId);

  expect(await list({})).toEqual([questionId, "learning-now"]);
  expect(await list({ perspective: "youth" })).toEqual(["learning-now"]);
  expect(await list({ questionId })).toEqual([questionId]);
  expect(await list({ construct: "development-present" })).toEqual([questionId, "learning-now"]);
  expect(await list({ construct: "no-such-thing" })).toEqual([]);
  expect(await list({ guideVersion: "0.9.0" })).toEqual([]);
  expect(await list({ regionId: await world.region("region-b") })).toEqual([]);
  expect(await list({ uncoded: true })).toEqual(["learning-now"]);
  expect(await list({ mine: true })).toEqual([questionId]);
  expect(await list({ uncoded: true, mine: true })).toEqual(["learning-now"]);
  const colleague = await world.person("Bea Codeur", ["analyst", world.regionId]);
  expect(await list({ mine: true }, world.as(colleague).codings)).toEqual([]);
  expect(await list({ uncoded: true, mine: true }, world.as(colleague).codings)).toEqual([questionId, "learning-now"]);
  const [row] = (await coder.answersToCode({ filters: { questionId } })).rows;
  expect(row).toMatchObject({ interviewId, passages: 2, codings: 3, mine: 3, flagged: 0 });
});

test("an answer knows its neighbours within the filters and what others told about the same construct", async () => {
  const world = await codingWorld();
  const { interviewId, coder } = await opened(world);
  const youth = await world.told(world.youthId, "youth", { "learning-now": { value: "Ik maak games." } });
  const professional = await world.told(world.youthId, "professional", { [questionId]: { value: "Hij groeit." } });
  await world.told(await world.youth(world.regionId), "parent", { [questionId]: { value: "Een ander kind." } });

  const first = await coder.answer({ interviewId, questionId });
  expect(first).toMatchObject({ previous: null, position: 1, total: 4, conflict: false });
  expect(first.next).toEqual({ interviewId: youth, questionId: "learning-now" });
  expect(first.others.map((one) => [one.perspective, one.text])).toEqual([
    ["youth", "Ik maak games."],
    ["professional", "Hij groeit."],
  ]);
  const filtered = await coder.answer({ interviewId, questionId, filters: { questionId } });
  expect(filtered).toMatchObject({ previous: null, next: { interviewId: professional, questionId }, total: 3 });
  const outside = await coder.answer({ interviewId, questionId, filters: { perspective: "youth" } });
  expect(outside).toMatchObject({ position: 0, previous: null, next: { interviewId: youth }, total: 1 });
});

test("a page holds fifty answers and the next one goes on where it ended, also when answers left the list", async () => {
  const world = await codingWorld();
  for (let count = 0; count < 18; count += 1) {
    const youthId = await world.youth(world.regionId);
    await world.told(youthId, "parent", {
      [questionId]: { value: "Een." },
      "turning-point": { value: "Twee." },
      "barriers-experienced": { value: "Drie." },
    });
  }
  const coder = world.as(world.analyst).codings;
  const first = await coder.answersToCode({ filters: { uncoded: true } });
  expect([first.rows.length, first.total]).toEqual([50, 54]);
  const last = first.rows.at(-1);
  const { sequence } = await coder.answer({ interviewId: last?.interviewId ?? "", questionId: last?.questionId ?? "" });
  await coder.code({
    interviewId: last?.interviewId ?? "",
    questionId: last?.questionId ?? "",
    field: "value",
    sequence,
    start: 0,
    end: 3,
    ...learning,
  });
  const second = await coder.answersToCode({ filters: { uncoded: true }, cursor: first.next ?? "" });
  expect([second.rows.length, second.total, second.next]).toEqual([4, 53, null]);
  const seen = [...first.rows, ...second.rows].map((row) => `${row.interviewId} ${row.questionId}`);
  expect(new Set(seen).size).toBe(54);
});

test("the last nine codes come newest first, each once", async () => {
  const world = await codingWorld();
  const { coder, span } = await opened(world);
  expect(await coder.recent()).toEqual([]);
  await coder.code({ ...span("Hij bouwt"), ...learning });
  await coder.code({ ...span("Hij leest"), ...recognition });
  await coder.code({ ...span("Dat telt"), ...learning });
  expect(await coder.recent()).toEqual([learning, recognition]);
});

test("an unfinished or reopened interview cannot be coded", async () => {
  const world = await codingWorld();
  const { interviewId, coder, read, span } = await opened(world);
  await world.operator.interviews.reopen({ interviewId });
  await expect(read()).rejects.toMatchObject({ code: "not-found" });
  await expect(coder.code({ ...span("Hij leest"), ...learning })).rejects.toMatchObject({ code: "not-found" });
  await finish(world, interviewId);
  expect((await read()).text).toBe(story);
});

test("who may not code does not see that there is anything to code", async () => {
  const world = await codingWorld();
  const { interviewId } = await opened(world);
  const interviewer = await world.person("Ine Gesprek", ["interviewer", world.regionId]);
  const reader = await world.person("Rik Lezer", ["reader", world.regionId]);
  const administrator = await world.person("Bo Beheer", ["administrator", null]);
  for (const actor of [interviewer, reader, administrator]) {
    const verbs = world.as(actor).codings;
    await expect(verbs.answersToCode({})).rejects.toMatchObject({ code: "not-found" });
    await expect(verbs.answer({ interviewId, questionId })).rejects.toMatchObject({ code: "not-found" });
  }
});

test("no code stands on words by which somebody might be found until a person says that they point at nobody", async () => {
  const world = await codingWorld();
  const told = "Hij belt vaak met 06-12345678 over treinen. Sinds Thijs thuis is, bouwt hij elke dag.";
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: told } });
  const coder = world.as(world.analyst).codings;
  const read = () => coder.answer({ interviewId, questionId });
  const { sequence, warnings } = await read();
  expect(warnings.value.map(({ kind, start, end }) => [kind, told.slice(start, end)])).toEqual([
    ["phone", "06-12345678"],
    ["name", "Thijs"],
  ]);
  const span = (quote: string) => {
    const start = told.indexOf(quote);
    return { interviewId, questionId, field: "value" as const, sequence, start, end: start + quote.length };
  };
  await expect(coder.code({ ...span("vaak met 06"), ...learning })).rejects.toMatchObject({ code: "warning-open" });
  const { passageId } = await coder.code({ ...span("over treinen"), ...learning });
  const wider = { passageId, sequence, start: told.indexOf("12345678"), end: told.indexOf("treinen") + 7 };
  await expect(coder.move(wider)).rejects.toMatchObject({ code: "warning-open" });
  const earlier = await coder.code({ ...span("vaak met"), ...learning });
  world.store.connections.handle.exec(`UPDATE passage SET "end" = "end" + 3 WHERE id = '${earlier.passageId}'`);
  const other = { codingId: earlier.codingId, theme: "barriers" as const, code: "lack-of-recognition" };
  await expect(coder.edit(other)).rejects.toMatchObject({ code: "warning-open" });
  await coder.edit({ codingId: earlier.codingId, memo: "Dit mag wel." });
  await expect(coder.clearWarning(span("Sinds"))).rejects.toMatchObject({ code: "passage-invalid" });

  await coder.clearWarning(span("Thijs"));
  await coder.code({ ...span("Thijs thuis"), ...learning });
  expect((await read()).warnings.value.map(({ kind }) => kind)).toEqual(["phone"]);
  const rows = world.store.connections.handle.prepare("SELECT * FROM cleared_warning").all();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/thijs/i);
});
