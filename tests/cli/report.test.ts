/** The command `report`: exact files, all or none, and honest exit codes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { reportCommand } from "#app/cli/report.server.ts";
import { testStore } from "#tests/db/store.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "leeroogst-report-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function run(...args: Array<string>) {
  const lines = { out: [] as Array<string>, err: [] as Array<string> };
  const code = await reportCommand(args, {
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
    env: {},
  });
  return { code, ...lines };
}

test("it writes one file for each format, replaces what stood there, and prints the paths", async () => {
  const world = await testStore();
  await world.region("region-a", true);
  const out = join(folder(), "new", "deeper");
  const asked = ["--database", world.path, "--region", "region-a", "--audience", "case-team", "--out", out];
  const first = await run(...asked, "--format", "html,md,csv,json");
  expect(first).toEqual({
    code: 0,
    err: [],
    out: ["html", "md", "csv", "json"].map((extension) => join(out, `region-a-case-team.${extension}`)),
  });
  expect(readdirSync(out).sort()).toEqual(["csv", "html", "json", "md"].map((end) => `region-a-case-team.${end}`));
  writeFileSync(join(out, "region-a-case-team.json"), "old");
  expect((await run(...asked, "--format", "json", "--language", "en")).code).toBe(0);
  expect(JSON.parse(readFileSync(join(out, "region-a-case-team.json"), "utf8"))).toMatchObject({
    schemaVersion: 1,
    region: { key: "region-a" },
    audience: "case-team",
    language: "en",
    practice: true,
  });
});

test("a format that cannot serve the audience is wrong usage, and nothing is written", async () => {
  const world = await testStore();
  await world.region("region-a");
  const out = join(folder(), "never");
  const asked = ["--database", world.path, "--region", "region-a", "--audience", "region", "--out", out];
  const result = await run(...asked, "--format", "html,csv");
  expect(result.code).toBe(2);
  expect(result.out).toEqual([]);
  expect(result.err[0]).toContain("csv");
  expect(existsSync(out)).toBe(false);
});

test("an unknown region and a missing database are refused, and make no file", async () => {
  const world = await testStore();
  const out = join(folder(), "never");
  const asked = ["--region", "nowhere", "--audience", "region", "--format", "md", "--out", out];
  expect((await run("--database", world.path, ...asked)).code).toBe(1);
  const missing = join(folder(), "missing.sqlite");
  expect((await run("--database", missing, ...asked)).code).toBe(1);
  expect(existsSync(missing)).toBe(false);
  expect(existsSync(out)).toBe(false);
});

test("arguments that make no sense are wrong usage", async () => {
  const right = { region: "region-a", audience: "region", format: "md", out: "somewhere" };
  const wrongs: Array<Record<string, string>> = [
    { region: "" },
    { audience: "public" },
    { format: "pdf" },
    { format: "" },
    { out: "" },
    { language: "fr" },
    { colour: "red" },
  ];
  for (const wrong of wrongs) {
    const args = Object.entries({ ...right, ...wrong }).map(([name, value]) => `--${name}=${value}`);
    const { code, out, err } = await run(...args);
    expect({ wrong, code, out }).toEqual({ wrong, code: 2, out: [] });
    expect(err.length).toBeGreaterThan(0);
  }
  expect((await run("--help")).out.join("\n")).toContain("--audience");
});
