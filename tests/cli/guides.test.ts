/** The commands `guides check` and `guides publish` as scripts use them: lines, streams and exit codes. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { guidesCommand } from "#app/cli/guides.server.ts";
import { operator } from "#app/domain/actor.ts";
import { publishShipped } from "#app/workflows/publish-guides.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { openStore } from "#db/store.server.ts";

const shipped = join(installationRoot(), "interview-guides");
const parent = readFileSync(join(shipped, "parent/1.0.0.yaml"), "utf8");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "leeroogst-guides-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function run(...args: Array<string>): Promise<{ code: number; out: Array<string>; err: Array<string> }> {
  const out: Array<string> = [];
  const err: Array<string> = [];
  const code = await guidesCommand(args, { out: (line) => out.push(line), err: (line) => err.push(line), env: {} });
  return { code, out, err };
}

test("files without fault are silent and give exit code 0", async () => {
  expect(await run("check", join(shipped, "parent/1.1.0.yaml"), join(shipped, "codebook/1.0.0.yaml"))).toEqual({
    code: 0,
    out: [],
    err: [],
  });
});

test("every fault of every file is a line on stderr with the path as given, and the exit code is 1", async () => {
  const here = folder();
  const one = join(here, "one.yaml");
  const two = join(here, "two.yaml");
  writeFileSync(one, parent.replace("miProcess: engage", "miProces: engage"));
  writeFileSync(two, "");
  const missing = join(here, "missing.yaml");
  const { code, out, err } = await run("check", one, two, missing, here);
  expect(code).toBe(1);
  expect(out).toEqual([]);
  expect(err).toEqual([
    expect.stringMatching(/one\.yaml:13:5: step "opening": miProcess is missing – add miProcess: \(engage, focus/),
    expect.stringMatching(/one\.yaml:14:5: step "opening": unknown key "miProces" – write miProcess$/),
    `${two}:1:1: the file is empty – write a guide or a codebook`,
    `${missing}:1:1: the file cannot be read – check its path and who may read it`,
    `${here}:1:1: the file cannot be read – check its path and who may read it`,
  ]);
});

test("a type changed under the same id is judged against lower versions in the same folder and among the files", async () => {
  const [here, elsewhere] = [folder(), folder()];
  const next = parent
    .replace("version: 1.0.0", "version: 2.0.0")
    .replace(/(id: child-wish\n.*\n\s+type: )long-text/, "$1short-text");
  writeFileSync(join(elsewhere, "next.yaml"), next);
  expect((await run("check", join(elsewhere, "next.yaml"))).code).toBe(0);
  const given = await run("check", join(elsewhere, "next.yaml"), join(shipped, "parent/1.0.0.yaml"));
  expect(given.err.join("\n")).toContain("type changed under the same id, from long-text in version");
  writeFileSync(join(here, "next.yaml"), next);
  copyFileSync(join(shipped, "parent/1.0.0.yaml"), join(here, "1.0.0.yaml"));
  const beside = await run("check", join(here, "next.yaml"));
  expect(beside.err).toHaveLength(1);
  expect(beside.err[0]).toContain(`${join(here, "next.yaml")}:`);
  expect(beside.err[0]).toContain('question "child-wish": type changed under the same id');
});

test("a pipe or a folder that lies beside a guide is passed over, and does not keep the check waiting", async () => {
  const here = folder();
  writeFileSync(join(here, "guide.yaml"), parent);
  mkdirSync(join(here, "folder.yaml"));
  execFileSync("mkfifo", [join(here, "pipe.yaml")]);
  expect(await run("check", join(here, "guide.yaml"))).toEqual({ code: 0, out: [], err: [] });
});

test("publishing prints what is published, is repeatable, and refuses other content under the same version", async () => {
  const here = folder();
  const database = join(here, "data.sqlite");
  openStore(database).close();
  const file = join(here, "guide.yaml");
  writeFileSync(file, parent);
  expect(await run("publish", file, "--database", database)).toEqual({ code: 0, out: ["guide-parent 1.0.0"], err: [] });
  const again = await run("publish", file, "--database", database);
  expect(again).toMatchObject({ code: 0, out: ["guide-parent 1.0.0"] });
  expect(again.err.join()).toContain("published already");
  writeFileSync(file, parent.replace("Kennismaken", "Kennis maken"));
  const other = await run("publish", file, "--database", database);
  expect(other).toEqual({
    code: 1,
    out: [],
    err: [`${file}:1:1: version 1.0.0 is already published with other content – give it a new version number`],
  });
});

test("publishing judges a new version against what is published, and publishes all files or none", async () => {
  const here = folder();
  const database = join(here, "data.sqlite");
  const store = openStore(database);
  await publishShipped(store.as(operator), shipped);
  store.close();
  mkdirSync(join(here, "new"));
  const lost = join(here, "new", "lost.yaml");
  const fine = join(here, "new", "fine.yaml");
  writeFileSync(
    lost,
    parent.replace("version: 1.0.0", "version: 2.0.0").replace("- id: child-wish", "- id: other-wish"),
  );
  writeFileSync(
    fine,
    readFileSync(join(shipped, "codebook/1.0.0.yaml"), "utf8").replace("version: 1.0.0", "version: 1.5.0"),
  );
  const refused = await run("publish", fine, lost, "--database", database);
  expect(refused.code).toBe(1);
  expect(refused.err.join("\n")).toContain('question "child-wish" of version 1.');
  expect(await run("publish", fine, "--database", database)).toMatchObject({
    code: 0,
    out: ["codebook-leeroogst 1.5.0"],
    err: [],
  });
});

test("the shipped files are published once, and a second time changes nothing", async () => {
  const store = openStore(join(folder(), "data.sqlite"));
  onTestFinished(() => store.close());
  const first = await publishShipped(store.as(operator), shipped);
  expect(first.map(({ id, version, isNew }) => [id, version, isNew])).toEqual(
    expect.arrayContaining([
      ["guide-parent", "1.0.0", true],
      ["guide-parent", "1.1.0", true],
      ["codebook-leeroogst", "1.0.0", true],
    ]),
  );
  expect((await publishShipped(store.as(operator), shipped)).some(({ isNew }) => isNew)).toBe(false);
});

test("wrong usage gives exit code 2 and leads to the help", async () => {
  for (const args of [[], ["check"], ["lint", "x"], ["check", "--wrong", "x"]]) {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.at(-1)).toBe("See: leeroogst guides --help");
  }
  expect((await run("--help")).out.join("\n")).toContain("guides check|publish FILE");
});
