/** Letters about taking part: published in both languages, never changed, and named in the record of a consent. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { perspectives } from "#app/domain/guide.ts";
import { publishConsentTexts, readConsentTexts } from "#app/workflows/publish-consent-texts.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { testStore } from "../db/store.ts";

const shipped = join(installationRoot(), "interview-guides", "consent");

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "leeroogst-letters-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

test("every perspective has a letter in both languages, with the scopes of its guide to tick and how to change one's mind", async () => {
  const texts = await readConsentTexts(shipped);
  expect(texts.map(({ perspective }) => perspective).sort()).toEqual([...perspectives].sort());
  for (const { body } of texts) {
    expect(body.nl.match(/☐/g)).toHaveLength(5);
    expect(body.en.match(/☐/g)).toHaveLength(5);
    expect(body.nl.split("\n## ").length).toBe(body.en.split("\n## ").length);
    expect(body.nl).toMatch(/Van gedachten veranderd|Toch liever niet/);
  }
});

test("letters are published once, a second time changes nothing, and other content under a version is refused", async () => {
  const world = await testStore();
  expect((await publishConsentTexts(world.operator, shipped)).every(({ isNew }) => isNew)).toBe(true);
  expect((await publishConsentTexts(world.operator, shipped)).some(({ isNew }) => isNew)).toBe(false);
  const changed = folder({ "youth/1.0.0.nl.md": "# Anders\n\nTekst.", "youth/1.0.0.en.md": "# Different\n\nText." });
  await expect(publishConsentTexts(world.operator, changed)).rejects.toMatchObject({ code: "version-exists" });
  const { handle } = world.store.connections;
  expect(() => handle.exec("UPDATE consent_text SET body = '{}'")).toThrow(/never changes/);
  expect(() => handle.exec("DELETE FROM consent_text")).toThrow(/never removed/);
});

test("a record of consent names the guide and the newest letter that there is then", async () => {
  const world = await testStore();
  const youthId = await world.youth(await world.region("region-a"));
  const named = () =>
    world.store.connections.handle
      .prepare<[], { text: string }>("SELECT DISTINCT text_version AS text FROM consent ORDER BY rowid")
      .all()
      .map(({ text }) => text);
  await world.running(youthId, "parent");
  expect(named()).toEqual(["guide-parent 1.1.0"]);
  await publishConsentTexts(world.operator, shipped);
  const newer = { "parent/1.10.0.nl.md": "# Nieuw\n\nTekst.", "parent/1.10.0.en.md": "# New\n\nText." };
  await publishConsentTexts(world.operator, folder(newer));
  await world.running(youthId, "parent");
  expect(named()).toEqual(["guide-parent 1.1.0", "guide-parent 1.1.0, consent-parent 1.10.0"]);
});

test("a file under another name, without a title, or in one language alone is told, and nothing is published", async () => {
  const world = await testStore();
  const wrong = folder({
    "parent/1.0.0.nl.md": "Geen titel.\n\nTekst.",
    "youth/1.0.0.nl.md": "# Brief\n\nTekst.",
    "youth/letter.md": "# Letter\n\nText.",
    "stranger/1.0.0.nl.md": "# Brief\n\nTekst.",
  });
  const refused = await publishConsentTexts(world.operator, wrong).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "guide-faults" });
  const { lines = [] } = (refused as { details: { lines?: Array<string> } }).details;
  expect(lines).toHaveLength(4);
  expect(lines.join("\n")).toMatch(/first line is no title[\s\S]*call it[\s\S]*call it[\s\S]*missing in English/);
  expect(await world.operator.consentTexts.list()).toEqual([]);
});
