/** The lead's own texts in a report: every version kept, and two leads who write at once both keep their words. */
import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { reportText } from "#db/schema/index.ts";
import { type TestStore, testStore } from "./store.ts";

async function twoLeads(world: TestStore) {
  const regionId = await world.region("region-a");
  const anna = await world.person("Anna", ["lead", regionId]);
  const bart = await world.person("Bart", ["lead", regionId]);
  const about = { regionId, language: "nl", section: "introduction" } as const;
  return { regionId, anna: world.as(anna), bart: world.as(bart), about };
}

async function history(world: TestStore): Promise<Array<string>> {
  const rows = await world.store.connections.read(async (db) =>
    db.select().from(reportText).orderBy(asc(reportText.revision)),
  );
  return rows.map((row) => row.body);
}

test("a text is saved as a new revision and every earlier one stays", async () => {
  const world = await testStore();
  const { anna, about } = await twoLeads(world);
  expect(await anna.reports.saveText({ ...about, body: "Eerst.", baseRevision: 0 })).toMatchObject({
    saved: true,
    revision: 1,
  });
  expect(await anna.reports.saveText({ ...about, body: "Daarna.\r\nEnd.", baseRevision: 1 })).toMatchObject({
    saved: true,
    revision: 2,
  });
  expect(await history(world)).toEqual(["Eerst.", "Daarna.\nEnd."]);
  expect(await anna.reports.texts(about)).toMatchObject([
    { section: "introduction", revision: 2, body: "Daarna.\nEnd.", by: "Anna" },
  ]);
});

test("the same text again changes nothing, whatever revision it builds on", async () => {
  const world = await testStore();
  const { anna, about } = await twoLeads(world);
  await anna.reports.saveText({ ...about, body: "Zo.", baseRevision: 0 });
  expect(await anna.reports.saveText({ ...about, body: "Zo.", baseRevision: 0 })).toMatchObject({
    saved: true,
    revision: 1,
  });
  expect(await history(world)).toEqual(["Zo."]);
});

test("of two leads who write at once the first stays, and the text of the second is kept and shown the first one", async () => {
  const world = await testStore();
  const { anna, bart, about } = await twoLeads(world);
  await anna.reports.saveText({ ...about, body: "Samen.", baseRevision: 0 });
  await anna.reports.saveText({ ...about, body: "Van Anna.", baseRevision: 1 });
  expect(await bart.reports.saveText({ ...about, body: "Van Bart.", baseRevision: 1 })).toMatchObject({
    saved: false,
    other: { body: "Van Anna.", revision: 4, by: "Anna" },
  });
  expect(await history(world)).toEqual(["Samen.", "Van Anna.", "Van Bart.", "Van Anna."]);
  expect(await bart.reports.saveText({ ...about, body: "Van beiden.", baseRevision: 4 })).toMatchObject({
    saved: true,
    revision: 5,
  });
});

test("texts of two languages and two sections do not touch each other", async () => {
  const world = await testStore();
  const { anna, about } = await twoLeads(world);
  await anna.reports.saveText({ ...about, body: "Nederlands", baseRevision: 0 });
  await anna.reports.saveText({ ...about, language: "en", body: "English", baseRevision: 0 });
  await anna.reports.saveText({ ...about, section: "barriers", body: "Andere", baseRevision: 0 });
  expect((await anna.reports.texts({ ...about, language: "en" })).map((row) => row.body)).toEqual(["English"]);
  expect(await anna.reports.texts(about)).toHaveLength(2);
});

test("a text that is too long is refused and stores nothing", async () => {
  const world = await testStore();
  const { anna, about } = await twoLeads(world);
  await expect(anna.reports.saveText({ ...about, body: "x".repeat(50_001), baseRevision: 0 })).rejects.toThrow(
    new Problem("too-large"),
  );
  expect(await history(world)).toEqual([]);
});

test("nobody but a lead of the region reads or writes its texts", async () => {
  const world = await testStore();
  const { regionId, about } = await twoLeads(world);
  const elsewhere = await world.region("region-b");
  const outsiders = [
    await world.person("Other lead", ["lead", elsewhere]),
    await world.person("Interviewer", ["interviewer", regionId]),
    await world.person("Analyst", ["analyst", regionId]),
    await world.person("Reader", ["reader", regionId]),
    await world.person("Editor", ["editor", null]),
    await world.person("Administrator", ["administrator", null]),
  ];
  for (const outsider of outsiders) {
    await expect(world.as(outsider).reports.texts(about)).rejects.toThrow(new Problem("not-found"));
    await expect(
      world.as(outsider).reports.saveText({ ...about, body: "Niet van mij", baseRevision: 0 }),
    ).rejects.toThrow(new Problem("not-found"));
  }
  expect(await history(world)).toEqual([]);
});
