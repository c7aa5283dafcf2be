/** The interview over HTTP: plain forms, saving by itself, the shared screen's bytes, reading back and choosing between two texts. */
import { expect, test } from "vitest";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

async function runningInterview(perspective: "parent" | "youth" = "parent") {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const lead = await world.person("Lou", ["lead", regionId]);
  const youthId = await world.youth(regionId);
  await world.running(youthId, "parent");
  const interviewId =
    perspective === "parent" ? await world.running(youthId, "parent") : await world.running(youthId, perspective);
  const app = await testApp(world.store);
  return { ...world, regionId, lead, youthId, interviewId, app, here: `/interviews/${interviewId}` };
}

function field(html: string, name: string): string {
  const tag = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? "";
  return tag.match(/value="([^"]*)"/)?.[1] ?? "";
}

test("the interviewer's screen shows the question with its probes, tip and goal", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const { guide } = await operator.interviews.file({ interviewId });
  const question = guide.steps.flatMap((step) => step.questions).find((one) => one.id === "development-seen");
  const response = await app.get(`${here}?q=development-seen`, { as: lead });
  const html = await response.text();
  expect(response.status).toBe(200);
  for (const words of [question?.text.nl, question?.tip?.nl, question?.probes[0]?.nl]) {
    expect(html).toContain(words?.replaceAll('"', "&quot;").replaceAll("'", "&#x27;"));
  }
});

test("the shared screen holds no tip, probe, goal, script or note: not in its page and not in its data", async () => {
  const { app, here, lead, operator, interviewId, say } = await runningInterview("youth");
  const { guide } = await operator.interviews.file({ interviewId });
  const private_ = guide.steps.flatMap((step) => [
    step.goal.nl,
    step.goal.en,
    ...(step.script ? [step.script.nl, step.script.en] : []),
    ...step.questions.flatMap((question) => [
      ...(question.tip ? [question.tip.nl, question.tip.en] : []),
      ...question.probes.flatMap((probe) => [probe.nl, probe.en]),
    ]),
  ]);
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
  const asked = guide.steps
    .flatMap((step) => step.questions)
    .filter((question) => !question.showIf && !question.consentScope);
  await say(interviewId, asked[0]?.id ?? "", { note: "Kanarienotitie" });
  for (const question of asked) {
    const page = await app.get(`${here}/together?q=${question.id}`, { as: lead });
    const data = await app.get(`${here}/together.data?q=${question.id}`, { as: lead });
    const bytes = (await page.text()) + (await data.text());
    expect(page.status).toBe(200);
    expect(bytes).toContain(escaped(question.text.nl));
    expect(bytes).not.toContain("Kanarienotitie");
    for (const words of private_) expect(bytes.includes(escaped(words)), words).toBe(false);
  }
});

test("a plain form saves the answer and goes to the next question; the same form again changes nothing", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const html = await (await app.get(`${here}?q=development-seen`, { as: lead })).text();
  const form = {
    questionId: "development-seen",
    opId: field(html, "opId"),
    baseSequence: field(html, "baseSequence"),
    state: "answered",
    value: "Hij bouwt\r\nspelletjes.",
    note: "Rustig gesprek",
    intent: "next",
  };
  const saved = await app.post(`${here}?q=development-seen`, form, { as: lead });
  expect(saved.status).toBe(302);
  expect(saved.headers.get("location")).toMatch(/\?q=/);
  await app.post(`${here}?q=development-seen`, form, { as: lead });
  const { answers } = await operator.interviews.file({ interviewId });
  expect(answers["development-seen"]).toMatchObject({ value: "Hij bouwt\nspelletjes.", note: "Rustig gesprek" });
  expect(await operator.interviews.history({ interviewId, questionId: "development-seen" })).toHaveLength(1);
  const again = await (await app.get(`${here}?q=development-seen`, { as: lead })).text();
  expect(again).toMatch(/<textarea[^>]*name="note"[^>]*>Rustig gesprek<\/textarea>/);
});

test("what does not fit comes back on the page with its fault, and nothing changes", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const long = "Een lang verhaal. ".repeat(3000);
  const response = await app.post(
    `${here}?q=development-seen`,
    {
      questionId: "development-seen",
      opId: crypto.randomUUID(),
      baseSequence: "0",
      state: "answered",
      value: long,
      intent: "next",
    },
    { as: lead },
  );
  const html = await response.text();
  expect(response.status).toBe(400);
  expect(html).toContain("Dit is te lang. Maak het korter.");
  expect(html).toContain("Een lang verhaal.");
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]).toBeUndefined();
});

test("the question about taking part waits for a yes or a no", async () => {
  const { app, lead, operator, youthId, interview } = await runningInterview();
  const interviewId = await interview(youthId, "parent");
  await operator.interviews.start({ interviewId });
  for (const page of [`/interviews/${interviewId}`, `/interviews/${interviewId}/together`]) {
    const form = { questionId: "consent-participate", opId: crypto.randomUUID(), baseSequence: "0", intent: "next" };
    const response = await app.post(page, form, { as: lead });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Kies ja of nee.");
  }
  expect((await operator.interviews.file({ interviewId })).agreed).toBeNull();
});

test("new words under a state that takes none are not dropped in silence; words that were kept may go", async () => {
  const { app, here, lead, operator, interviewId, say } = await runningInterview();
  const { sequence } = await say(interviewId, "development-seen", { value: "Hij leest." });
  const form = { questionId: "development-seen", baseSequence: String(sequence), state: "declined", intent: "next" };
  const page = `${here}?q=development-seen`;
  const asks = await app.post(page, { ...form, opId: crypto.randomUUID(), value: "Hij leest veel." }, { as: lead });
  expect(asks.status).toBe(400);
  const html = await asks.text();
  expect(html).toContain("Kies Beantwoord, of maak het antwoord leeg.");
  expect(html).toContain("Hij leest veel.");
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]?.value).toBe("Hij leest.");
  await app.post(page, { ...form, opId: crypto.randomUUID(), value: "Hij leest." }, { as: lead });
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]).toMatchObject({
    state: "declined",
    value: null,
  });
});

test("words that come in after the session ended go back to the page, and can be sent once more", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const form = {
    questionId: "development-seen",
    opId: crypto.randomUUID(),
    baseSequence: "0",
    state: "answered",
    value: "Hij bouwt hele werelden.",
    note: "Straalde erbij",
    intent: "next",
  };
  for (const page of [here, `${here}/together`]) {
    const refused = await app.post(`${page}?q=development-seen`, form, {});
    const html = await refused.text();
    expect(refused.status).toBe(401);
    expect(html).toContain("Je bent niet meer aangemeld");
    expect(html).toContain("Bewaar alsnog");
    expect(html).toContain("Hij bouwt hele werelden.");
    expect(html).toContain(form.opId);
    expect(html).toMatch(new RegExp(`<form[^>]*action="${page}\\?q=development-seen"`));
  }
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]).toBeUndefined();
  expect((await app.post(`${here}?q=development-seen`, form, { as: lead })).status).toBe(302);
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]?.note).toBe("Straalde erbij");
});

test("saving by itself answers with a receipt, and with a problem that names what is wrong", async () => {
  const { app, here, lead } = await runningInterview();
  const operation = {
    opId: crypto.randomUUID(),
    questionId: "development-seen",
    answer: { state: "answered", value: "Hij leest.", note: "" },
    baseSequence: 0,
  };
  const saved = await app.postJson(`${here}/answers`, operation, { as: lead });
  expect(saved.status).toBe(200);
  expect(await saved.json()).toMatchObject({ opId: operation.opId, conflict: false });
  const wrong = await app.postJson(
    `${here}/answers`,
    { ...operation, opId: crypto.randomUUID(), answer: { state: "answered", value: 7 } },
    { as: lead },
  );
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toEqual({
    problem: "answer-invalid",
    details: { fields: [{ path: "value", code: "not-text" }] },
  });
  expect((await app.postJson(`${here}/answers`, { ...operation, extra: 1 }, { as: lead })).status).toBe(400);
  expect((await app.postJson(`${here}/answers`, operation, {})).status).toBe(401);
  expect(
    (await app.postJson(`${here}/answers`, operation, { as: lead, headers: { origin: "https://elsewhere.example" } }))
      .status,
  ).toBe(403);
});

test("the receipt names what may tell who somebody is by kind and place, the same for the same save, and never the words", async () => {
  const { app, here, lead } = await runningInterview();
  const value = "Bel 06-12345678 of mail iris@example.org. Of bel 06-87654321.";
  const operation = {
    opId: crypto.randomUUID(),
    questionId: "development-seen",
    answer: { state: "answered", value, note: "Woont op 1234 AB." },
    baseSequence: 0,
  };
  const save = async () => (await app.postJson(`${here}/answers`, operation, { as: lead })).text();
  const receipt = await save();
  const place = (words: string, text = value) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  expect(JSON.parse(receipt).personalData).toEqual([
    { field: "value", kind: "e-mail", count: 1, places: [place("iris@example.org")] },
    { field: "value", kind: "phone", count: 2, places: [place("06-12345678"), place("06-87654321")] },
    { field: "note", kind: "postcode", count: 1, places: [place("1234 AB", operation.answer.note)] },
  ]);
  for (const words of ["06-12345678", "iris", "1234 AB"]) expect(receipt).not.toContain(words);
  expect(await save()).toBe(receipt);
  const harmless = { ...operation, opId: crypto.randomUUID(), questionId: "child-portrait" };
  const answer = { state: "answered", value: "Hij leest.", note: "" };
  const other = await app.postJson(`${here}/answers`, { ...harmless, answer }, { as: lead });
  expect((await other.json()).personalData).toEqual([]);
});

test("a plain form leads on to a page that says what was found in what it saved, once, and says nothing when nothing was", async () => {
  const { app, here, lead } = await runningInterview();
  const send = async (value: string, baseSequence = "0") => {
    const form = { questionId: "development-seen", opId: crypto.randomUUID(), baseSequence, state: "answered", value };
    const response = await app.post(`${here}?q=development-seen`, form, { as: lead });
    return response.headers.get("location") ?? "";
  };
  const said = (page: string) => page.match(/Lijkt een telefoonnummer/g)?.length ?? 0;
  const page = async (address: string) => (await app.get(address, { as: lead })).text();
  const next = await send("Bel 06-12345678 maar.");
  expect(next).toMatch(/\?q=[a-z-]+&saved=development-seen$/);
  const hinted = await page(next);
  expect(said(hinted.replace(/<script[\s\S]*?<\/script>/g, ""))).toBe(1);
  expect(hinted).toContain("het antwoord dat je net bewaarde");
  expect(hinted).toMatch(/href="[^"]+\?q=development-seen"[^>]*>Kijk het na/);
  expect(said((await page(`${here}?q=development-seen`)).replace(/<script[\s\S]*?<\/script>/g, ""))).toBeGreaterThan(0);
  const baseSequence = field(await page(`${here}?q=development-seen`), "baseSequence");
  const harmless = await send("Bel maar.", baseSequence);
  expect(harmless).toMatch(/\?q=[a-z-]+$/);
});

test("a save without a note, as the shared screen makes it, leaves the note alone", async () => {
  const { app, here, lead, operator, interviewId, say } = await runningInterview();
  const { sequence } = await say(interviewId, "development-seen", { value: "Hij leest.", note: "Terugkomen" });
  const operation = { opId: crypto.randomUUID(), questionId: "development-seen", baseSequence: sequence };
  await app.postJson(
    `${here}/answers`,
    { ...operation, answer: { state: "answered", value: "Hij leest veel." } },
    { as: lead },
  );
  const { answers } = await operator.interviews.file({ interviewId });
  expect(answers["development-seen"]).toMatchObject({ value: "Hij leest veel.", note: "Terugkomen" });
});

test("a refusal by plain form asks before it erases, then closes the interview", async () => {
  const { app, here, lead, operator, interviewId, say } = await runningInterview();
  await say(interviewId, "development-seen", { value: "Hij leest." });
  const { answers } = await operator.interviews.file({ interviewId });
  const form = {
    questionId: "consent-participate",
    opId: crypto.randomUUID(),
    baseSequence: String(answers["consent-participate"]?.sequence),
    value: "no",
    intent: "next",
  };
  const asks = await app.post(`${here}?q=consent-participate`, form, { as: lead });
  expect(asks.status).toBe(409);
  expect(await asks.text()).toContain("Leg nee vast en wis");
  const refused = await app.post(`${here}?q=consent-participate`, { ...form, confirmHidden: "yes" }, { as: lead });
  expect(refused.headers.get("location")).toBe(here);
  const closed = await (await app.get(here, { as: lead })).text();
  expect(closed).toContain("Wil niet meedoen");
  expect(closed).not.toContain("Hij leest.");
});

test("reading back shows every answer, names what is open, completes after a yes, and waits for the lead", async () => {
  const { app, here, lead, operator, interviewId, say } = await runningInterview();
  await say(interviewId, "development-seen", { value: "Hij bouwt spelletjes." });
  const page = await (await app.get(`${here}/read-back`, { as: lead })).text();
  expect(page).toContain("Hij bouwt spelletjes.");
  expect(page).toContain("Nog open");
  expect((await app.post(`${here}/read-back`, { move: "complete" }, { as: lead })).status).toBe(400);
  const open = await app.post(`${here}/read-back`, { move: "complete", confirmed: "yes" }, { as: lead });
  expect(open.status).toBe(409);
  expect(await open.text()).toContain("verplichte vragen zijn nog open");
  const refused = await operator.interviews.complete({ interviewId }).catch((error) => error);
  for (const id of refused.details.ids)
    await say(interviewId, id, id.startsWith("consent") ? { value: "no" } : { state: "not-discussed" });
  expect((await app.post(`${here}/read-back`, { move: "complete", confirmed: "yes" }, { as: lead })).status).toBe(302);
  expect((await app.post(`${here}/read-back`, { move: "approve" }, { as: lead })).status).toBe(302);
  expect(await (await app.get(`${here}/read-back`, { as: lead })).text()).toContain("Goedgekeurd");
});

test("two texts stand side by side, and a person makes one of both", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const save = (value: string, baseSequence: number) =>
    operator.answers.save({
      opId: crypto.randomUUID(),
      interviewId,
      questionId: "development-seen",
      answer: { state: "answered", value, note: "" },
      baseSequence,
    });
  const first = await save("een", 0);
  await save("een twee", first.sequence);
  await save("een drie", first.sequence);
  const page = await (await app.get(`${here}/conflict/development-seen`, { as: lead })).text();
  expect(page).toContain("een twee");
  expect(page).toContain("een drie");
  const chosen = await app.post(
    `${here}/conflict/development-seen`,
    {
      opId: field(page, "opId"),
      baseSequence: field(page, "baseSequence"),
      resolves: field(page, "resolves"),
      state: "answered",
      value: "een twee drie",
      keep: "joined",
    },
    { as: lead },
  );
  expect(chosen.headers.get("location")).toBe(`${here}?q=development-seen`);
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]).toMatchObject({
    value: "een twee drie",
    conflictSequence: null,
  });
  const history = await (await app.get(`${here}/history/development-seen`, { as: lead })).text();
  expect(history).toContain("een drie");
});

test("two notes under one text are joined as well, and the text they share is not doubled", async () => {
  const { app, here, lead, operator, interviewId } = await runningInterview();
  const save = (note: string, baseSequence: number) =>
    operator.answers.save({
      opId: crypto.randomUUID(),
      interviewId,
      questionId: "development-seen",
      answer: { state: "answered", value: "Hij leest.", note },
      baseSequence,
    });
  const first = await save("", 0);
  await save("Op de tablet", first.sequence);
  await save("Op de laptop", first.sequence);
  const page = await (await app.get(`${here}/conflict/development-seen`, { as: lead })).text();
  expect(page).toMatch(/<textarea[^>]*name="value"[^>]*>Hij leest\.<\/textarea>/);
  expect(page).toMatch(/<textarea[^>]*name="note"[^>]*>Op de tablet\n\nOp de laptop<\/textarea>/);
  const form = { opId: field(page, "opId"), baseSequence: field(page, "baseSequence"), state: "answered" };
  const joined = { resolves: field(page, "resolves"), value: "Hij leest.", note: "Op beide", keep: "joined" };
  await app.post(`${here}/conflict/development-seen`, { ...form, ...joined }, { as: lead });
  expect((await operator.interviews.file({ interviewId })).answers["development-seen"]).toMatchObject({
    note: "Op beide",
    conflictSequence: null,
  });
});

test("pause, resume and stop by plain form; a discarded interview says why", async () => {
  const { app, here, lead } = await runningInterview();
  await app.post(`${here}/status`, { move: "pause" }, { as: lead });
  expect(await (await app.get(here, { as: lead })).text()).toContain("Pauze. Neem de tijd.");
  await app.post(`${here}/status`, { move: "resume" }, { as: lead });
  await app.post(`${here}/stop`, { move: "stop" }, { as: lead });
  expect(await (await app.get(here, { as: lead })).text()).toContain("Dit gesprek is gestopt");
  expect((await app.post(`${here}/stop`, { move: "discard", reason: "" }, { as: lead })).status).toBe(400);
  await app.post(`${here}/stop`, { move: "discard", reason: "Dubbel gepland" }, { as: lead });
  expect(await (await app.get(here, { as: lead })).text()).toContain("Dubbel gepland");
});

test("the printed interview holds every answer", async () => {
  const { app, here, lead, say, interviewId } = await runningInterview();
  await say(interviewId, "development-seen", { value: "Hij bouwt spelletjes.", note: "Met plezier" });
  const page = await (await app.get(`${here}/print`, { as: lead })).text();
  expect(page).toContain("Hij bouwt spelletjes.");
  expect(page).toContain("Met plezier");
});
