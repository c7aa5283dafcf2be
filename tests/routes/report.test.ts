/** The report over HTTP: the workbench, its texts, its files and the list of released reports, for those who may and those who may not. */
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { testStore } from "#tests/db/store.ts";
import { testApp } from "#tests/harness.ts";

async function world() {
  const test = await testStore();
  const regionId = await test.region("region-a", true);
  const elsewhere = await test.region("region-b");
  const app = await testApp(test.store);
  return {
    ...test,
    app,
    regionId,
    lead: await test.person("Lotte", ["lead", regionId]),
    otherLead: await test.person("Pien", ["lead", elsewhere]),
    analyst: await test.person("Amira", ["analyst", regionId]),
    reader: await test.person("Ruben", ["reader", regionId]),
    administrator: await test.person("Bram", ["administrator", null]),
  };
}

async function page(response: Response): Promise<Document> {
  return new JSDOM(await response.text()).window.document;
}

test("the workbench shows a text field with every section, says so where nothing was told, and offers every file", async () => {
  const { app, lead, regionId } = await world();
  const response = await app.get(`/regions/${regionId}/report?language=nl`, { as: lead });
  expect(response.status).toBe(200);
  const document = await page(response);
  expect(document.querySelectorAll("textarea[name=body]")).toHaveLength(10);
  expect(document.body.textContent).toContain("Hierover is nog niet genoeg verteld.");
  expect(document.body.textContent).toContain("Wat we niet laten zien, en waarom");
  expect(document.querySelector(".practice")).not.toBeNull();
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".report-downloads a")].map((link) =>
    (link.getAttribute("href") ?? "").replace(`/regions/${regionId}/report/`, ""),
  );
  const query = "?from=&to=&language=nl";
  expect(links).toEqual(
    [
      "case-team.html",
      "case-team.md",
      "case-team.csv",
      "case-team.json",
      "region.html",
      "region.md",
      "region.json",
    ].map((name) => `region-a-${name}${query}`),
  );
});

test("days that run backwards are said, and the report is about everything", async () => {
  const { app, lead, regionId } = await world();
  const response = await app.get(`/regions/${regionId}/report?from=2026-03-01&to=2026-01-01`, { as: lead });
  expect((await page(response)).body.textContent).toContain("Deze datums passen niet bij elkaar");
});

test("a text is saved by the plain form and stands in the file", async () => {
  const { app, lead, regionId } = await world();
  const path = `/regions/${regionId}/report`;
  const form = {
    intent: "save-text",
    section: "introduction",
    language: "nl",
    baseRevision: "0",
    body: "**Samen** verder.",
  };
  const saved = await app.post(path, form, { as: lead });
  expect(saved.status).toBe(302);
  expect(saved.headers.get("location")).toContain("#introduction");
  const file = await app.get(`${path}/region-a-region.html?language=nl`, { as: lead });
  expect(await file.text()).toContain("<strong>Samen</strong> verder.");
});

test("a save on a stale text shows both texts, with and without JavaScript", async () => {
  const { app, lead, regionId } = await world();
  const path = `/regions/${regionId}/report`;
  const form = { section: "introduction", language: "nl", baseRevision: "0" };
  expect(await (await app.post(`${path}/text`, { ...form, body: "Eerst." }, { as: lead })).json()).toMatchObject({
    saved: true,
    section: "introduction",
    revision: 1,
  });
  const stale = await app.post(`${path}/text`, { ...form, body: "Toch anders." }, { as: lead });
  expect(stale.status).toBe(409);
  expect(await stale.json()).toMatchObject({ saved: false, other: { body: "Eerst.", by: "Lotte" } });
  const plain = await app.post(path, { ...form, body: "Nog iets anders." }, { as: lead });
  expect(plain.status).toBe(409);
  const document = await page(plain);
  expect(document.querySelector(".theirs")?.textContent?.trim()).toBe("Eerst.");
  expect(document.querySelector("#introduction textarea")?.textContent).toContain("Nog iets anders.");
});

test("a text with wrong fields is refused and changes nothing", async () => {
  const { app, lead, regionId, as } = await world();
  const right = { section: "introduction", language: "nl", baseRevision: "0", body: "Goed." };
  for (const wrong of [{ section: "nergens" }, { language: "fr" }, { baseRevision: "-1" }, { baseRevision: "x" }]) {
    const response = await app.post(`/regions/${regionId}/report/text`, { ...right, ...wrong }, { as: lead });
    expect(response.status).toBe(400);
  }
  expect(await as(lead).reports.texts({ regionId, language: "nl" })).toEqual([]);
});

test("a file comes as a download that nobody stores and that cannot act on our address", async () => {
  const { app, lead, regionId } = await world();
  const response = await app.get(`/regions/${regionId}/report/region-a-case-team.csv`, { as: lead });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="region-a-case-team.csv"');
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-security-policy")).toMatch(/sandbox|default-src 'none'/);
});

test("a file name that means nothing is not found, and a format that does not fit is refused", async () => {
  const { app, lead, regionId } = await world();
  const status = async (name: string) => (await app.get(`/regions/${regionId}/report/${name}`, { as: lead })).status;
  expect(await status("region-b-region.html")).toBe(404);
  expect(await status("region-a-public.html")).toBe(404);
  expect(await status("region-a-region.exe")).toBe(404);
  expect(await status("region-a-region.csv")).toBe(400);
});

test("nobody but a lead of the region sees the workbench or a file", async () => {
  const { app, regionId, otherLead, analyst, reader, administrator } = await world();
  for (const person of [otherLead, analyst, reader, administrator]) {
    for (const path of ["", "/region-a-region.html", "/region-a-case-team.csv"]) {
      const response = await app.get(`/regions/${regionId}/report${path}`, { as: person });
      expect(response.status, `${person.name} ${path}`).toBe(404);
      expect(await response.text()).not.toContain("Waterkant");
    }
    const form = { section: "introduction", language: "nl", baseRevision: "0", body: "Niet van mij." };
    expect((await app.post(`/regions/${regionId}/report/text`, form, { as: person })).status).toBe(404);
  }
});

test("the list of reports says that nothing is released yet, and leads find their own workbench", async () => {
  const { app, lead, reader, administrator, regionId } = await world();
  const forReader = await page(await app.get("/reports", { as: reader }));
  expect(forReader.body.textContent).toContain("Er is nog geen verslag vrijgegeven");
  expect(forReader.querySelector(`main a[href="/regions/${regionId}/report"]`)).toBeNull();
  const forLead = await page(await app.get("/reports", { as: lead }));
  expect(forLead.querySelector(`main a[href="/regions/${regionId}/report"]`)).not.toBeNull();
  expect((await app.get("/reports", { as: administrator })).status).toBe(404);
});
