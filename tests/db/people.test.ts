/** People and settings through the store: who may, what is refused, and that an administrator always remains. */
import { expect, test } from "vitest";
import { testStore } from "./store.ts";

const nobody = { email: "jan@example.org", name: "Jan" };

test("only an administrator manages people; for everybody else they do not exist", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const lead = await world.person("Els", ["lead", region]);
  const editor = await world.person("Noor", ["editor", null]);
  for (const actor of [lead, editor]) {
    await expect(world.as(actor).people.list()).rejects.toMatchObject({ code: "not-found" });
    const invite = world.as(actor).people.invite({ ...nobody, role: "administrator", regionId: null });
    await expect(invite).rejects.toMatchObject({ code: "not-found" });
    await expect(world.as(actor).settings.change({ earlyWeeks: 4 })).rejects.toMatchObject({ code: "not-found" });
  }
});

test("what only the operator does, an administrator cannot", async () => {
  const world = await testStore();
  const verbs = world.as(await world.person("Ans", ["administrator", null]));
  await expect(verbs.settings.markDemo()).rejects.toMatchObject({ code: "not-found" });
  await expect(verbs.people.inviteFirst()).rejects.toMatchObject({ code: "not-found" });
  await expect(verbs.people.add({ ...nobody, memberships: [] })).rejects.toMatchObject({ code: "not-found" });
});

test("a regional role needs a region, a national one has none, and both faults are named", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const { invite } = world.operator.people;
  await expect(invite({ ...nobody, role: "lead", regionId: null })).rejects.toMatchObject({
    details: { fields: [{ path: "regionId", code: "required" }] },
  });
  await expect(invite({ ...nobody, role: "editor", regionId: region })).rejects.toMatchObject({
    details: { fields: [{ path: "regionId", code: "not-with-role" }] },
  });
  await expect(invite({ email: "jan", name: " ", role: "lead", regionId: "elsewhere" })).rejects.toMatchObject({
    details: {
      fields: [
        { path: "name", code: "required" },
        { path: "email", code: "not-an-email" },
        { path: "regionId", code: "unknown-option" },
      ],
    },
  });
});

test("one address has one account, however it is written", async () => {
  const world = await testStore();
  await world.operator.people.add({ ...nobody, memberships: [] });
  const again = world.operator.people.invite({ ...nobody, email: " JAN@example.org", role: "editor", regionId: null });
  await expect(again).rejects.toMatchObject({ code: "person-exists" });
});

test("the last administrator keeps the role and may keep signing in", async () => {
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const wies = await world.person("Wies", ["administrator", null]);
  const { people } = world.as(ans);
  await people.disable({ personId: wies.personId });
  await expect(people.disable({ personId: ans.personId })).rejects.toMatchObject({ code: "last-administrator" });
  const held = (await people.list()).people.find(({ id }) => id === ans.personId)?.memberships[0]?.id ?? "";
  await expect(people.endMembership({ membershipId: held })).rejects.toMatchObject({ code: "last-administrator" });
  await people.enable({ personId: wies.personId });
  await people.endMembership({ membershipId: held });
  expect((await world.as(wies).people.list()).people.find(({ id }) => id === ans.personId)?.memberships).toEqual([]);
});

test("a role given twice is held once, and ends once", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const { personId } = await world.person("Jan");
  const { people } = world.operator;
  await people.addMembership({ personId, role: "analyst", regionId: region });
  await people.addMembership({ personId, role: "analyst", regionId: region });
  const held = (await people.list()).people[0]?.memberships ?? [];
  expect(held.map(({ role, regionName }) => [role, regionName])).toEqual([["analyst", "Achter de-dijk"]]);
  await people.endMembership({ membershipId: held[0]?.id ?? "" });
  await expect(people.endMembership({ membershipId: held[0]?.id ?? "" })).rejects.toMatchObject({ code: "not-found" });
});

test("settings have defaults, and only values that fit are kept", async () => {
  const world = await testStore();
  const { settings } = world.operator;
  await settings.probe();
  expect(await settings.all()).toEqual({
    demo: false,
    earlyWeeks: 8,
    answerMonths: 12,
    consentYears: 5,
    auditYears: 5,
  });
  await settings.change({ earlyWeeks: 12 });
  for (const earlyWeeks of [-1, 53, 1.5, Number.NaN]) {
    await expect(settings.change({ earlyWeeks })).rejects.toMatchObject({ code: "invalid-input" });
  }
  expect(await settings.all()).toEqual({
    demo: false,
    earlyWeeks: 12,
    answerMonths: 12,
    consentYears: 5,
    auditYears: 5,
  });
});
