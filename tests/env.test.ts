/** The settings: what is needed, what is refused, and that `.env.example` names them all. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { readDatabasePath, readSettings, settingNames } from "#app/env.server.ts";
import { installationRoot } from "#db/open.server.ts";

const secret = "thirty-two characters or many more";

function linesOf(source: NodeJS.ProcessEnv): Array<string> {
  try {
    readSettings(source);
  } catch (error) {
    if (error instanceof Problem && error.code === "settings-invalid") return error.details.lines ?? [];
    throw error;
  }
  return [];
}

test(".env.example names every setting, and works as it stands", () => {
  const example = parseEnv(readFileSync(join(installationRoot(), ".env.example"), "utf8"));
  expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
  expect(readSettings(example).origin).toBe("http://localhost:3000");
});

test("only the secret has no default, and an empty value counts as none", () => {
  expect(linesOf({ LEEROOGST_PORT: "" })).toEqual([
    "LEEROOGST_SECRET: must be set; make one with: openssl rand -base64 32",
  ]);
  const env = readSettings({ LEEROOGST_SECRET: secret, PATH: "/bin" });
  expect(env).toMatchObject({ host: "127.0.0.1", port: 3000, https: false, proxy: "loopback" });
  expect(env.origins).toEqual(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]);
});

test("a setting that we do not know or cannot use is named in a line of its own", () => {
  const lines = linesOf({
    LEEROOGST_SECRET: "short",
    LEEROOGST_PORT: "abc",
    LEEROOGST_ORIGIN: "https://x.nl/path",
    LEEROOGST_SEKRET: "x",
  });
  expect(lines.map((line) => line.split(":")[0]).sort()).toEqual([
    "LEEROOGST_ORIGIN",
    "LEEROOGST_PORT",
    "LEEROOGST_SECRET",
    "LEEROOGST_SEKRET",
  ]);
  expect(lines.join()).not.toContain("short:");
});

test("plain http is served on loopback only", () => {
  const all = { LEEROOGST_SECRET: secret };
  expect(linesOf({ ...all, LEEROOGST_HOST: "0.0.0.0" })[0]).toContain("loopback only");
  expect(linesOf({ ...all, LEEROOGST_ORIGIN: "http://leeroogst.example.nl" })[0]).toContain("loopback only");
  const served = readSettings({ ...all, LEEROOGST_HOST: "0.0.0.0", LEEROOGST_ORIGIN: "https://leeroogst.example.nl" });
  expect(served).toMatchObject({ https: true, origins: ["https://leeroogst.example.nl"] });
});

test("the command line reads the path of the database and nothing else", () => {
  expect(readDatabasePath({ LEEROOGST_DATABASE: "/tmp/a.sqlite", LEEROOGST_PORT: "abc" })).toBe("/tmp/a.sqlite");
  expect(readDatabasePath({})).toMatch(/\/data\/leeroogst\.sqlite$/);
});
