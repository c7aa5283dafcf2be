/** The command `region`. */
import { expect, test } from "vitest";
import { regionCommand } from "#app/cli/region.server.ts";
import { type TestStore, testStore } from "../db/store.ts";

async function run(world: TestStore, ...args: Array<string>) {
  const out: Array<string> = [];
  const err: Array<string> = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  const code = await regionCommand([...args, "--database", world.path], io);
  return { code, out, err };
}

test("regions are added, listed and changed", async () => {
  const world = await testStore();
  const done = { code: 0, out: [], err: [] };
  expect(await run(world, "add", "--key", "dijk", "--name", "Achter de Dijk", "--phase", "1")).toEqual(done);
  expect(await run(world, "add", "--key", "oefenveld", "--name", "Oefenveld", "--kind", "practice")).toEqual(done);
  expect((await run(world, "list")).out).toEqual([
    "dijk\tAchter de Dijk\treal\t1",
    "oefenveld\tOefenveld\tpractice\t-",
  ]);
  expect(await run(world, "edit", "--key", "dijk", "--phase", "2")).toEqual(done);
  expect(await run(world, "edit", "--key", "dijk", "--name", "Langs de Dijk")).toEqual(done);
  expect((await run(world, "list")).out[0]).toBe("dijk\tLangs de Dijk\treal\t2");
  expect(await run(world, "edit", "--key", "dijk", "--phase", "none")).toEqual(done);
  expect((await run(world, "list")).out[0]).toBe("dijk\tLangs de Dijk\treal\t-");
});

test("wrong usage gives 2, a refusal 1, and nothing changes", async () => {
  const world = await testStore();
  await world.region("dijk");
  const before = await run(world, "list");
  const cases: Array<[number, Array<string>, string]> = [
    [2, [], "list, add, edit"],
    [2, ["add", "--key", "dijk"], "--name is missing"],
    [2, ["add", "--key", "dijk", "--name", "Dijk"], "--key is taken"],
    [2, ["add", "--key", "De Dijk", "--name", "Dijk"], "--key is small letters"],
    [2, ["add", "--key", "veld", "--name", "Veld", "--kind", "test"], "--kind is real or practice"],
    [2, ["add", "--key", "veld", "--name", "Veld", "--phase", "9"], "not the number of a phase"],
    [2, ["edit", "--key", "dijk", "--phase", "x"], "--phase is a number"],
    [2, ["edit", "--key", "dijk", "--kind", "real"], "--kind does not go with edit"],
    [1, ["edit", "--key", "nergens", "--phase", "1"], "no region with the key nergens"],
  ];
  for (const [code, args, sentence] of cases) {
    const done = await run(world, ...args);
    expect([done.code, done.out], args.join(" ")).toEqual([code, []]);
    expect(done.err.join("\n")).toContain(sentence);
  }
  expect(await run(world, "list")).toEqual(before);
});

test("--help explains and changes nothing", async () => {
  const done = await run(await testStore(), "--help");
  expect([done.code, done.out[0]]).toEqual([0, expect.stringContaining("leeroogst region list|add|edit")]);
});
