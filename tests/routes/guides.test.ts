/** The pages about guides over HTTP: everybody reads, only an editor publishes, and faults come back with their place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installationRoot } from "#db/open.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

const parent = readFileSync(join(installationRoot(), "interview-guides/parent/1.1.0.yaml"), "utf8");

async function withPeople() {
  const world = await testStore();
  const regionId = await world.region("region-a");
  const reader = await world.person("Rik", ["reader", regionId]);
  const editor = await world.person("Noor", ["editor", null]);
  return { ...world, reader, editor, app: await testApp(world.store) };
}

/** The words of a page: no tags, no scripts, the common entities read. */
async function wordsOf(response: Response): Promise<string> {
  const html = await response.text();
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll("<!-- -->", "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
}

function upload(text: string | Uint8Array<ArrayBuffer>, name = "guide.yaml"): FormData {
  const form = new FormData();
  form.set("file", new File([text], name));
  return form;
}

test("everyone who is signed in reads guides and codebook, a visitor does not", async () => {
  const { app, reader, editor } = await withPeople();
  expect((await app.get("/guides")).status).toBe(302);
  const list = await wordsOf(await app.get("/guides", { as: reader }));
  expect(list).toContain("Gesprek met ouders en verzorgers");
  expect(list).toContain("Vergelijk met versie 1.0.0");
  expect(list).not.toContain("Publiceer een nieuwe versie");
  expect(await wordsOf(await app.get("/guides", { as: editor }))).toContain("Publiceer een nieuwe versie");
  const codebook = await wordsOf(await app.get("/codebook/1.0.0", { as: reader }));
  expect(codebook).toContain("Leren vanuit eigen interesse");
  expect(codebook).toContain("Gebruik deze code niet als");
});

test("a version shows goal, script, minutes, probes, tip, options and conditions in words", async () => {
  const { app, reader } = await withPeople();
  const page = await wordsOf(await app.get("/guides/guide-parent/1.1.0", { as: reader }));
  for (const words of [
    "De ouder weet waar het gesprek voor is",
    "Fijn dat u met mij wilt praten.",
    "8 minuten",
    "Wat wilt u eerst nog weten?",
    'Neem de tijd. Een "ja" die te snel komt is geen goede start.',
    "Bij een hobby, sport of club (niet meer in gebruik)",
    "Alleen als de jeugdige deze status heeft: Vrijstelling 5a.",
    "Alleen als er een antwoord is op “Wat houdt de ontwikkeling van uw kind nu tegen?”.",
  ]) {
    expect(page).toContain(words);
  }
  expect((await app.get("/guides/guide-parent/9.9.9", { as: reader })).status).toBe(404);
  expect((await app.get("/guides/guide-nobody/1.0.0", { as: reader })).status).toBe(404);
  expect((await app.get("/codebook/9.9.9", { as: reader })).status).toBe(404);
});

test("two versions stand side by side with every kind of change named", async () => {
  const { app, reader } = await withPeople();
  const page = await wordsOf(await app.get("/guides/guide-parent/compare?from=1.0.0&to=1.1.0", { as: reader }));
  for (const words of ["Nieuw", "Anders verwoord", "Verplaatst", "Keuze niet meer in gebruik", "gelijk gebleven"]) {
    expect(page).toContain(words);
  }
  expect(await wordsOf(await app.get("/guides/guide-parent/compare", { as: reader }))).toContain(
    "Van versie 1.0.0 naar versie 1.1.0.",
  );
  expect(await wordsOf(await app.get("/guides/guide-youth/compare", { as: reader }))).toContain("nog maar één versie");
  expect((await app.get("/guides/guide-parent/compare?from=9.9.9&to=1.1.0", { as: reader })).status).toBe(404);
});

test("an empty guide on paper holds every question that is asked and none that is retired", async () => {
  const { app, reader, operator } = await withPeople();
  const { steps } = await operator.guides.version({ guideId: "guide-parent", version: "1.1.0" });
  const page = await wordsOf(await app.get("/guides/guide-parent/1.1.0/print", { as: reader }));
  const questions = steps.flatMap((step) => step.questions);
  for (const question of questions) {
    if (question.retired) expect(page).not.toContain(question.text.nl);
    else expect(page).toContain(question.text.nl.replace(/\s+/g, " "));
  }
  expect(page).toContain("Wil hier niet over praten");
});

test("an editor publishes a file; its faults come back with line and column, and nothing is published", async () => {
  const { app, editor, operator } = await withPeople();
  const next = parent.replace("version: 1.1.0", "version: 2.0.0");
  const faulty = next
    .replace("miProcess: engage", "miProcess: engag")
    .replace(/(id: child-wish\n.*\n\s+type: )long-text/, "$1short-text");
  const refused = await app.post("/guides", upload(faulty), { as: editor });
  expect(refused.status).toBe(400);
  const words = await wordsOf(refused);
  expect(words).toContain("2 dingen kloppen nog niet");
  expect(words).toContain("Regel 14, plek 16");
  expect(words).toContain('step "opening": miProcess is "engag"');
  expect(words).toContain('question "child-wish": type changed under the same id');
  const versions = async () =>
    (await operator.guides.list()).find((guide) => guide.id === "guide-parent")?.versions.length;
  expect(await versions()).toBe(2);
  const done = await app.post("/guides", upload(next), { as: editor });
  expect(done.headers.get("location")).toBe("/guides/guide-parent/2.0.0?published=new");
  expect(await versions()).toBe(3);
  expect(await wordsOf(await app.get("/guides/guide-parent/2.0.0?published=new", { as: editor }))).toContain(
    "Deze versie is gepubliceerd",
  );
  const again = await app.post("/guides", upload(next), { as: editor });
  expect(again.headers.get("location")).toBe("/guides/guide-parent/2.0.0?published=same");
  const other = await app.post("/guides", upload(next.replace("Kennismaken", "Kennis maken")), { as: editor });
  expect(other.status).toBe(400);
  expect(await wordsOf(other)).toContain("version 2.0.0 is already published with other content");
  for (const file of [
    upload(""),
    upload(new Uint8Array([0, 255, 7])),
    upload("[".repeat(100_000)),
    upload("a".repeat(300_000)),
    new FormData(),
  ]) {
    expect((await app.post("/guides", file, { as: editor })).status).toBe(400);
  }
});

test("who is no editor cannot publish", async () => {
  const { app, reader, operator } = await withPeople();
  const sent = await app.post("/guides", upload(parent.replace("version: 1.1.0", "version: 3.0.0")), { as: reader });
  expect(sent.status).toBe(404);
  expect(JSON.stringify(await operator.guides.list())).not.toContain("3.0.0");
});
