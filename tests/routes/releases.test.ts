/** Releases over HTTP: who releases, who reads, and what is left of one after a withdrawal. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { codingWorld } from "../db/coding-world.ts";
import { testApp } from "../harness.ts";

const questionId = "development-seen";

async function releasing() {
  const world = await codingWorld();
  const told = await world.told(world.youthId, "parent", { [questionId]: { value: "Zij leest elke dag." } });
  const lead = await world.person("Ine", ["lead", world.regionId]);
  const own = "In Waterkant zagen we kanarietekst bij elk gezin.";
  await world.as(lead).reports.saveText({
    regionId: world.regionId,
    language: "nl",
    section: "introduction",
    body: own,
    baseRevision: 0,
  });
  const app = await testApp(world);
  return { ...world, told, lead, app, page: `/regions/${world.regionId}/report/release` };
}

test("a lead releases the report, and who works in the region reads and downloads it, nobody else", async () => {
  const world = await releasing();
  const { app, lead, page } = world;
  expect(await (await app.get(page, { as: lead })).text()).toContain("Geef het verslag van");
  const made = await app.post(page, { language: "nl", final: "yes" }, { as: lead });
  const place = made.headers.get("location") ?? "";
  expect([made.status, place]).toEqual([302, expect.stringMatching(/^\/reports\/[0-9a-f-]{36}$/)]);
  const reader = await world.person("Rik", ["reader", world.regionId]);
  const elsewhere = await world.region("elders");
  const other = await world.person("Pien", ["lead", elsewhere]);
  const editor = await world.person("Noor", ["editor", null]);
  const list = await (await app.get("/reports", { as: reader })).text();
  expect(list).toContain(`href="${place}"`);
  const shown = await (await app.get(place, { as: reader })).text();
  expect(shown).toContain("kanarietekst");
  expect(shown.replaceAll("<!-- -->", "")).toContain("Versie 1, het eindverslag");
  const key = /\/reports\/[0-9a-f-]+\/([a-z0-9-]+)-region\.html/.exec(shown)?.[1] ?? "";
  for (const kind of ["html", "md", "json"]) {
    const file = await app.get(`${place}/${key}-region.${kind}`, { as: reader });
    expect([file.status, file.headers.get("content-disposition")?.includes("attachment")], kind).toEqual([200, true]);
    const text = await file.text();
    expect(text, kind).toContain("kanarietekst");
    expect(text, kind).not.toMatch(/concept|"draft"/i);
  }
  for (const wrong of [`${key}-region.csv`, `${key}-case-team.html`, "elders-region.html"])
    expect((await app.get(`${place}/${wrong}`, { as: reader })).status, wrong).toBeGreaterThanOrEqual(400);
  for (const stranger of [other, editor]) {
    expect((await app.get(place, { as: stranger })).status).toBe(404);
    expect(await (await app.get("/reports", { as: stranger })).text()).not.toContain(place);
  }
  const { looks } = await world.as(lead).accessCopies.looks({ interviewId: world.told });
  expect(looks.map(({ action }) => action)).toContain("release.make");
  expect((await app.get(page, { as: reader })).status).toBe(404);
  expect((await app.post(page, { language: "nl" }, { as: reader })).status).toBe(404);
});

test("what was released does not change with what is told, coded or written afterwards", async () => {
  const world = await releasing();
  const { id: releaseId } = await world.operator.releases.make({
    regionId: world.regionId,
    language: "nl",
    final: false,
  });
  const before = await world.operator.releases.one({ releaseId });
  await world.as(world.lead).reports.saveText({
    regionId: world.regionId,
    language: "nl",
    section: "introduction",
    body: "Iets anders.",
    baseRevision: 1,
  });
  expect(await world.operator.releases.one({ releaseId })).toEqual(before);
  expect(() => world.store.connections.handle.exec("UPDATE release SET number = 7")).toThrow("never changes");
  expect(() => world.store.connections.handle.exec("DELETE FROM release")).toThrow("stays on record");
});

test("after a withdrawal nobody reads the releases that held it, in no form; the next one is without it", async () => {
  const world = await releasing();
  const { app, lead, page } = world;
  const first = (await app.post(page, { language: "nl", final: "no" }, { as: lead })).headers.get("location") ?? "";
  const key = /\/([a-z0-9-]+)-region\.md/.exec(await (await app.get(first, { as: lead })).text())?.[1] ?? "";
  await app.post(`/interviews/${world.told}/withdraw`, {}, { as: lead });
  const shown = await (await app.get(first, { as: lead })).text();
  expect(shown).toContain("Deze versie is niet meer te lezen");
  expect(shown).toContain("Gedrukte en gedownloade exemplaren");
  expect(shown).not.toContain("kanarietekst");
  expect((await app.get(`${first}/${key}-region.md`, { as: lead })).status).toBe(404);
  expect(await (await app.get("/reports", { as: lead })).text()).toContain("Niet meer te lezen");
  const handle = world.store.connections.handle;
  expect(handle.prepare("SELECT report FROM release").all()).toEqual([{ report: null }]);
  const nothing = await app.post(page, { language: "nl", final: "no" }, { as: lead });
  expect([nothing.status, (await nothing.text()).includes("nog geen gesprek dat in dit verslag meetelt")]).toEqual([
    409,
    true,
  ]);
});

test("whoever of many withdraws takes back exactly the releases that rest on them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("tell", "release", "withdraw"), { minLength: 4, maxLength: 9 }),
      async (steps) => {
        const world = await codingWorld();
        const held: Array<string> = [];
        const released: Array<{ id: string; on: Set<string> }> = [];
        const gone = new Set<string>();
        for (const step of ["tell", ...steps]) {
          if (step === "tell")
            held.push(
              await world.told(await world.youth(world.regionId), "parent", { [questionId]: { value: "Zo." } }),
            );
          else if (step === "release" && held.length > 0) {
            const made = { regionId: world.regionId, language: "nl" as const, final: false };
            released.push({ id: (await world.operator.releases.make(made)).id, on: new Set(held) });
          } else if (step === "withdraw" && held.length > 0) {
            const interviewId = held.pop() ?? "";
            await world.operator.interviews.withdraw({ interviewId });
            gone.add(interviewId);
          }
        }
        for (const { id, on } of released) {
          const { report } = await world.operator.releases.one({ releaseId: id });
          expect(report === null).toBe([...on].some((interviewId) => gone.has(interviewId)));
        }
      },
    ),
    { numRuns: 8 },
  );
});

test("taking back only the consent for learning in the region takes back the releases too", async () => {
  const world = await releasing();
  const { id: releaseId } = await world.operator.releases.make({
    regionId: world.regionId,
    language: "nl",
    final: false,
  });
  const { guide, answers } = await world.operator.interviews.file({ interviewId: world.told });
  const list = guide.steps.flatMap(({ questions }) => questions).find(({ consentScope }) => consentScope === "list");
  const heldBefore = answers[list?.id ?? ""];
  await world.operator.answers.save({
    opId: world.newId(),
    interviewId: world.told,
    questionId: list?.id ?? "",
    answer: { state: "answered", value: ["quote"], note: "" },
    baseSequence: heldBefore?.sequence ?? 0,
  });
  expect((await world.operator.releases.one({ releaseId })).report).toBeNull();
});

test("releasing asks for a fresh second factor before the page and before the act", async () => {
  const world = await releasing();
  const cookie = await world.app.cookieOf(world.lead.personId);
  world.store.connections.handle.exec("UPDATE session_state SET second_factor_at = '2020-01-01T00:00:00.000Z'");
  for (const answer of [
    await world.app.get(world.page, { headers: { cookie } }),
    await world.app.post(world.page, { language: "nl", final: "no" }, { headers: { cookie } }),
  ])
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      `/second-factor?to=${encodeURIComponent(world.page)}`,
    ]);
  expect(await world.operator.releases.list()).toEqual([]);
});
