/** The administrator's pages and the first page, over HTTP. */
import { expect, test } from "vitest";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

test("an administrator invites somebody and sees the link once", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const form = { name: "Jan", email: "jan@example.org", role: "analyst", regionId: region };
  const made = await app.post("/admin/people", form, { as: ans });
  const link = /http:\/\/localhost:\d+(\/welcome\/[\w-]{43})/.exec(await made.text());
  expect((await app.get(link?.[1] ?? "/nowhere")).status).toBe(200);
  const list = await (await app.get("/admin/people", { as: ans })).text();
  expect(list).toContain("Jan");
  expect(list).not.toContain("/welcome/");
});

test("faults of an invitation stand beside their fields, and what was typed stays", async () => {
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const form = { name: "", email: "geen adres", role: "lead", regionId: "" };
  const answer = await app.post("/admin/people", form, { as: ans });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('value="geen adres"');
  expect(page).toContain("Kies bij deze rol een regio.");
  const taken = { name: "Ans", email: "ans@example.org", role: "editor", regionId: "" };
  expect((await app.post("/admin/people", taken, { as: ans })).status).toBe(409);
});

test("roles are added and ended, and the last administrator stays", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const ans = await world.person("Ans", ["administrator", null]);
  const jan = await world.person("Jan");
  const app = await testApp(world);
  const page = `/admin/people/${jan.personId}`;
  const added = await app.post(page, { intent: "add", role: "lead", regionId: region }, { as: ans });
  expect([added.status, added.headers.get("location")]).toEqual([302, page]);
  expect(await (await app.get(page, { as: ans })).text()).toContain("Projectleider, Achter de-dijk");
  const { people } = await world.operator.people.list();
  const held = (name: string) => people.find((one) => one.name === name)?.memberships[0]?.id ?? "";
  expect((await app.post(page, { intent: "end", membershipId: held("Jan") }, { as: ans })).status).toBe(302);
  const last = await app.post(page, { intent: "end", membershipId: held("Ans") }, { as: ans });
  expect(last.status).toBe(409);
  expect(await last.text()).toContain("Er moet minstens één beheerder blijven.");
  expect((await app.post(page, { intent: "else" }, { as: ans })).status).toBe(400);
});

test("a person is barred, gets a link for a new password, and may come back", async () => {
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const jan = await world.person("Jan", ["editor", null]);
  const app = await testApp(world);
  const page = `/admin/people/${jan.personId}`;
  expect(await (await app.post(page, { intent: "renew" }, { as: ans })).text()).toMatch(/\/welcome\/[\w-]{43}/);
  await app.post(page, { intent: "disable" }, { as: ans });
  await expect(app.get("/", { as: jan })).rejects.toThrow("may not sign in");
  await app.post(page, { intent: "enable" }, { as: ans });
  expect((await app.get("/", { as: jan })).status).toBe(200);
});

test("a region is added once under its key", async () => {
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const region = { name: "Achter de Dijk", key: "achter-de-dijk", practice: "yes" };
  expect((await app.post("/admin/regions", region, { as: ans })).status).toBe(302);
  expect(await (await app.get("/admin/regions", { as: ans })).text()).toContain("Oefenregio");
  const again = await app.post("/admin/regions", { ...region, key: "achter-de-dijk" }, { as: ans });
  expect(again.status).toBe(400);
  expect(await again.text()).toContain("Deze sleutel is al in gebruik.");
  expect((await app.post("/admin/regions", { ...region, key: "Achter de Dijk" }, { as: ans })).status).toBe(400);
});

test("a region joins in a phase and gets another name, its key and kind stay, and the roll-out counts it", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  await world.region("oefenveld", true);
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const shown = async () => (await (await app.get("/admin/regions", { as: ans })).text()).replaceAll("<!-- -->", "");
  for (const regions of ["3 regio’s", "14 regio’s", "42 regio’s", "75 regio’s", "0 van 3 doen mee"])
    expect(await shown()).toContain(regions);
  const page = `/admin/regions/${region}`;
  const changed = await app.post(page, { name: "Langs de Dijk", phase: "2" }, { as: ans });
  expect([changed.status, changed.headers.get("location")]).toEqual([302, "/admin/regions"]);
  for (const told of ["Langs de Dijk", "achter-de-dijk", "0 van 3 doen mee", "1 van 14 doen mee", "1 van 42 doen mee"])
    expect(await shown()).toContain(told);
  for (const wrong of [
    { name: " ", phase: "2" },
    { name: "Dijk", phase: "9" },
    { name: "Dijk", phase: "x" },
    { name: "D".repeat(101), phase: "" },
  ])
    expect((await app.post(page, wrong, { as: ans })).status, JSON.stringify(wrong)).toBe(400);
  expect((await app.get("/admin/regions/nowhere", { as: ans })).status).toBe(404);
  const practice = { name: "Oefenpolder", key: "oefenpolder", practice: "yes", phase: "1" };
  expect((await app.post("/admin/regions", practice, { as: ans })).status).toBe(302);
  expect(await shown()).toContain("0 van 3 doen mee");
});

test("phases get their first day and their number of regions, one is added, and one that is in use stays", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  const rows = (...pairs: Array<[string, string]>) =>
    Object.fromEntries(
      pairs.flatMap(([regions, startsOn], index) => [
        [`regions-${index + 1}`, regions],
        [`startsOn-${index + 1}`, startsOn],
      ]),
    );
  const phases = async () => (await world.operator.phases.rollOut()).phases;
  const five = rows(["3", "2024-01-08"], ["14", "2024-09-01"], ["42", ""], ["75", "2026-09-01"], ["340", ""]);
  expect((await app.post("/admin/phases", five, { as: ans })).status).toBe(302);
  expect(await phases()).toEqual([
    { number: 1, regions: 3, startsOn: "2024-01-08" },
    { number: 2, regions: 14, startsOn: "2024-09-01" },
    { number: 3, regions: 42, startsOn: null },
    { number: 4, regions: 75, startsOn: "2026-09-01" },
    { number: 5, regions: 340, startsOn: null },
  ]);
  await world.operator.phases.editRegion({ regionId: region, name: "Dijk", phase: 3 });
  const kept = await phases();
  for (const [wrong, sentence] of [
    [rows(["3", ""], ["14", ""]), "In deze fase begint al een regio."],
    [rows(["3", ""], ["3", ""], ["42", ""]), "Vul meer regio’s in dan bij de fase ervoor."],
    [rows(["3", "2024-01-08"], ["14", "2023-01-08"], ["42", ""]), "Kies een dag die niet vóór een eerdere fase ligt."],
    [rows(["3", "2024-02-31"], ["14", ""], ["42", ""]), "Vul een datum in die bestaat."],
    [rows(["drie", ""], ["14", ""], ["42", ""]), "Vul een heel getal in, groter dan nul."],
    [rows(["3", ""], ["", "2024-09-01"], ["42", ""]), "Vul een heel getal in, groter dan nul."],
  ] as const) {
    const answer = await app.post("/admin/phases", wrong, { as: ans });
    expect([answer.status, (await answer.text()).includes(sentence)], sentence).toEqual([400, true]);
    expect(await phases()).toEqual(kept);
  }
  expect((await app.post("/admin/phases", rows(["3", ""], ["14", ""], ["42", ""]), { as: ans })).status).toBe(302);
  expect(await phases()).toHaveLength(3);
});

test("the number of early weeks is changed, or refused beside its field", async () => {
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world);
  expect((await app.post("/admin/settings", { earlyWeeks: "12" }, { as: ans })).status).toBe(200);
  for (const earlyWeeks of ["", "veel", "99", "1.5"]) {
    expect((await app.post("/admin/settings", { earlyWeeks }, { as: ans })).status, earlyWeeks).toBe(400);
  }
  expect(await (await app.get("/admin/settings", { as: ans })).text()).toContain('value="12"');
});

test("nobody but an administrator finds the administrator's pages", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const lead = await world.person("Els", ["lead", region], ["editor", null]);
  const app = await testApp(world);
  for (const page of ["/admin/people", `/admin/people/${lead.personId}`, "/admin/regions", "/admin/settings"]) {
    expect((await app.get(page, { as: lead })).status, page).toBe(404);
    expect((await app.get(page)).status, page).toBe(302);
    const form = { intent: "disable", earlyWeeks: "3", name: "X", key: "x", email: "x@example.org", role: "editor" };
    expect((await app.post(page, form, { as: lead })).status, page).toBe(404);
  }
});

test("the first page has one next step that fits the role", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const app = await testApp(world);
  const cases: Array<[Parameters<typeof world.person>, string]> = [
    [["Iris", ["interviewer", region]], `/regions/${region}`],
    [["Fatima", ["analyst", region]], `/coding?region=${region}`],
    [["Els", ["lead", region]], `/regions/${region}`],
    [["Rob", ["reader", region]], "/reports"],
    [["Noor", ["editor", null]], "/guides"],
    [["Ans", ["administrator", null]], "/admin/people"],
  ];
  for (const [about, to] of cases) {
    const page = await (await app.get("/", { as: await world.person(...about) })).text();
    const next = /class="next"[\s\S]*?href="([^"]*)"/.exec(page)?.[1] ?? null;
    expect(next, about[0]).toBe(to);
    expect(page.split('class="next"').length - 1, about[0]).toBe(1);
  }
});

test("somebody without a role gets a kind sentence, in the language of their choice", async () => {
  const world = await testStore();
  const jan = await world.person("Jan");
  const app = await testApp(world);
  expect(await (await app.get("/", { as: jan })).text()).toContain("Je hebt nog geen rol.");
  const english = await app.get("/", { as: jan, headers: { "accept-language": "en-GB,en;q=0.9" } });
  expect(await english.text()).toContain("You do not have a role yet.");
});
