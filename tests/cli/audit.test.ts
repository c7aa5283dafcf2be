/** The command `audit`: prints the end of the log, and checks it. */
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { auditCommand } from "#app/cli/audit.server.ts";
import { type TestStore, testStore } from "../db/store.ts";

async function run(world: TestStore, ...args: Array<string>) {
  const out: Array<string> = [];
  const err: Array<string> = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  const code = await auditCommand([...args, "--database", world.path], io);
  return { code, out, err };
}

test("what head prints is found by verify, and a line that was changed is not passed over", async () => {
  const world = await testStore();
  await world.region("achter-de-dijk");
  const { out } = await run(world, "head");
  expect(out[0]).toMatch(/^\d+:[0-9a-f]{64}$/);
  const whole = await run(world, "verify", "--head", out[0] ?? "");
  expect(whole).toMatchObject({ code: 0, err: [] });
  expect(JSON.parse(whole.out[0] ?? "")).toMatchObject({ faults: 0 });
  const handle = new Sqlite(world.path);
  handle.exec("DROP TRIGGER audit_fixed; UPDATE audit SET person_id = 'somebody' WHERE sequence = 2");
  handle.close();
  const broken = await run(world, "verify");
  expect(broken.code).toBe(1);
  expect(broken.err[0]).toBe("line 2: this line, or one before it, was changed or moved");
});

test("wrong usage gives 2, and a database that is not there 1", async () => {
  const world = await testStore();
  for (const args of [
    [],
    ["check"],
    ["verify", "--head", "5"],
    ["head", "--head", `1:${"0".repeat(64)}`],
    ["verify", "head"],
  ])
    expect((await run(world, ...args)).code, args.join(" ")).toBe(2);
  const err: Array<string> = [];
  const io = { out: () => 0, err: (line: string) => err.push(line), env: {} };
  expect(await auditCommand(["verify", "--database", `${world.path}.none`], io)).toBe(1);
  expect(err[0]).toBe(`${world.path}.none: there is no database here`);
});
