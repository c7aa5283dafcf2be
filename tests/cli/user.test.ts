/** The command `user`. */
import { expect, test } from "vitest";
import { userCommand } from "#app/cli/user.server.ts";
import { type TestStore, testStore } from "../db/store.ts";

async function run(world: TestStore, ...args: Array<string>) {
  const out: Array<string> = [];
  const err: Array<string> = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  const code = await userCommand([...args, "--database", world.path], io);
  return { code, out, err };
}

const jan = ["add", "--email", "jan@example.org", "--name", "Jan"];

test("it prints a link that makes an account with the role in the region", async () => {
  const world = await testStore();
  await world.region("achter-de-dijk");
  const origin = "https://leeroogst.example.nl";
  const done = await run(world, ...jan, "--role", "lead", "--region", "achter-de-dijk", "--origin", origin);
  expect(done).toMatchObject({ code: 0, err: [] });
  const token = done.out[0]?.split(`${origin}/welcome/`)[1] ?? "";
  const { personId } = await world.operator.people.accept({ token, name: "", email: "", passwordHash: "x" });
  const { people } = await world.operator.people.list();
  expect(people.find(({ id }) => id === personId)).toMatchObject({
    name: "Jan",
    memberships: [{ role: "lead", regionName: "Achter de-dijk" }],
  });
});

test("wrong usage gives 2, a refusal gives 1, and neither prints a link", async () => {
  const world = await testStore();
  await world.person("Jan", ["editor", null]);
  const cases: Array<[number, Array<string>, string]> = [
    [2, [], "list, add, renew, grant, revoke, bar, admit, unpair"],
    [2, ["unpair"], "--email is missing"],
    [2, ["unpair", "--email", "jan@example.org", "--role", "editor"], "--role does not go with unpair"],
    [2, ["list", "--email", "jan@example.org"], "--email does not go with list"],
    [2, ["grant", "--email", "jan@example.org", "--role", "lead"], "--region is missing"],
    [1, ["grant", "--email", "nobody@example.org", "--role", "editor"], "nobody with the address"],
    [1, ["revoke", "--email", "jan@example.org", "--role", "reader"], "does not have this role"],
    [1, ["unpair", "--email", "nobody@example.org"], "nobody with the address"],
    [2, ["add"], "--email is missing"],
    [2, [...jan, "--role", "boss"], "--role is one of"],
    [2, [...jan, "--role", "lead"], "--region is missing"],
    [2, ["add", "--email", "jan", "--name", "Jan", "--role", "editor"], "not an e-mail address"],
    [2, [...jan, "--rol", "editor"], "--rol"],
    [1, [...jan, "--role", "lead", "--region", "nowhere"], "no region with the key nowhere"],
    [1, [...jan, "--role", "editor"], "already is someone"],
  ];
  for (const [code, args, sentence] of cases) {
    const done = await run(world, ...args);
    expect(done.code, args.join(" ")).toBe(code);
    expect(done.err.join("\n")).toContain(sentence);
    expect(done.out).toEqual([]);
  }
});

test("unpair takes the second factor and the sessions away, and the audit log says so", async () => {
  const world = await testStore();
  const jan = await world.person("Jan", ["editor", null]);
  const { own } = world.as(jan);
  await own.prepareSecondFactor({ secret: "sealed" });
  await own.confirmSecondFactor({ step: 1, hashes: ["one", "two"] });
  const has = async () => (await world.operator.people.list()).people[0]?.secondFactor;
  expect(await has()).toBe(true);
  expect(await run(world, "unpair", "--email", "Jan@example.org")).toEqual({ code: 0, out: [], err: [] });
  expect(await has()).toBe(false);
  expect(await own.recoveryCodesLeft()).toBe(0);
  const lines = await world.store.connections.read((db) => db.query.audit.findMany());
  expect(lines.find(({ action }) => action === "people.remove-second-factor")).toMatchObject({
    personId: "operator",
    outcome: "done",
    subjects: [jan.personId],
  });
});

test("roles are given and taken, somebody is barred and admitted, and the list and the audit log show it", async () => {
  const world = await testStore();
  await world.region("achter-de-dijk");
  await world.person("Ans", ["administrator", null]);
  await world.person("Jan", ["editor", null]);
  const jan = ["--email", "jan@example.org"];
  const lead = [...jan, "--role", "lead", "--region", "achter-de-dijk"];
  const line = async () => (await run(world, "list")).out.find((one) => one.startsWith("jan@"));
  expect(await line()).toBe("jan@example.org\tJan\tactive\tunpaired\teditor");
  expect(await run(world, "grant", ...lead)).toEqual({ code: 0, out: [], err: [] });
  expect(await run(world, "revoke", ...jan, "--role", "editor")).toEqual({ code: 0, out: [], err: [] });
  expect(await run(world, "bar", ...jan)).toEqual({ code: 0, out: [], err: [] });
  expect(await line()).toBe("jan@example.org\tJan\tbarred\tunpaired\tlead achter-de-dijk");
  expect(await run(world, "admit", ...jan)).toEqual({ code: 0, out: [], err: [] });
  expect(await line()).toContain("active");
  const last = await run(world, "bar", "--email", "ans@example.org");
  expect([last.code, last.err.join()]).toEqual([1, "At least one administrator has to remain."]);
  expect((await run(world, "renew", ...jan)).out.join()).toMatch(/^http:\/\/localhost:3000\/welcome\/[\w-]{43}$/);
  const lines = await world.store.connections.read((db) => db.query.audit.findMany());
  const acts = lines.filter(({ outcome, personId }) => outcome === "done" && personId === "operator");
  for (const act of ["add-membership", "end-membership", "disable", "enable", "renew"])
    expect(
      acts.some(({ action }) => action === `people.${act}`),
      act,
    ).toBe(true);
});

test("--help explains and changes nothing", async () => {
  const world = await testStore();
  const done = await run(world, "--help");
  expect(done.code).toBe(0);
  expect(done.out[0]).toContain("leeroogst user list|add");
});
