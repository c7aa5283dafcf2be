/** Who may import whom, and the few rules that keep the layout readable. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { installationRoot } from "#db/open.server.ts";

const root = installationRoot();

function filesUnder(folder: string): Array<string> {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const sources = ["app", "db", "exports"].flatMap(filesUnder);
const texts = new Map(sources.map((path) => [path, readFileSync(join(root, path), "utf8")]));

/** What a file imports: paths from the root for our own files, bare names for packages. */
function importsOf(path: string): Array<string> {
  const text = texts.get(path) ?? "";
  const found = [
    ...text.matchAll(/(?:^|\n)(?:import|export)[^;"']*?from "([^"]+)"|(?:^|\n)import "([^"]+)"|import\("([^"]+)"\)/g),
  ];
  return found.map(([, a, b, c]) => {
    const target = a ?? b ?? c ?? "";
    if (target.startsWith("#")) return target.slice(1);
    if (target.startsWith(".")) return relative(root, join(root, dirname(path), target)).replaceAll("\\", "/");
    return target;
  });
}

function breaches(folder: string, isForbidden: (target: string, path: string) => boolean): Array<string> {
  return sources
    .filter((path) => path.startsWith(`${folder}/`))
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => isForbidden(target, path))
        .map((target) => `${path} imports ${target}`),
    );
}

const isOurs = (target: string) => /^(app|db|exports|tests)\//.test(target);
const isServer = (target: string) => target.includes(".server");

test("the domain imports only zod, marked and itself", () => {
  expect(
    breaches(
      "app/domain",
      (target) => !["zod", "zod/mini", "marked"].includes(target) && !target.startsWith("app/domain/"),
    ),
  ).toEqual([]);
});

test("the database knows nothing of the app but its domain", () => {
  const forbidden = (target: string) =>
    /^react|^@react-router/.test(target) ||
    (isOurs(target) && !target.startsWith("db/") && !target.startsWith("app/domain/"));
  expect(breaches("db", forbidden)).toEqual([]);
});

test("exports know neither database nor routes nor workflows", () => {
  const forbidden = (target: string) =>
    /^react-router/.test(target) ||
    (isOurs(target) && !target.startsWith("exports/") && !target.startsWith("app/domain/"));
  expect(breaches("exports", forbidden)).toEqual([]);
});

test("workflows get a store: no React, no exports, no inside of the database", () => {
  const forbidden = (target: string) =>
    /^react/.test(target) ||
    target.startsWith("exports/") ||
    /^app\/(routes|components|server|cli)\//.test(target) ||
    /^db\/(open|verb|schema|erasure)/.test(target);
  expect(breaches("app/workflows", forbidden)).toEqual([]);
});

test("components see domain types and props only", () => {
  const forbidden = (target: string) =>
    isServer(target) || /^db\//.test(target) || /^app\/(workflows|routes|server|cli|auth)\//.test(target);
  expect(breaches("app/components", forbidden)).toEqual([]);
});

test("components reach no check but those of an answer, so that no page loads the large form of zod", () => {
  const reached = new Set(sources.filter((path) => path.startsWith("app/components/")));
  for (const path of reached) {
    const text = texts.get(path) ?? "";
    const types = [...text.matchAll(/(?:^|\n)(?:import|export) type [^;"']*?from "([^"]+)"/g)].map(
      ([, target]) => target,
    );
    const named = (target: string) => types.some((one) => one?.endsWith(target.split("/").at(-1) ?? ""));
    for (const target of importsOf(path)) if (sources.includes(target) && !named(target)) reached.add(target);
  }
  expect(reached).toContain("app/domain/answer.ts");
  expect(
    [...reached].filter(
      (path) => importsOf(path).includes("zod") && !/import type \{ z \}/.test(texts.get(path) ?? ""),
    ),
  ).toEqual([]);
});

test("routes, command line and server do not import each other's files", () => {
  for (const [own, others] of [
    ["app/routes", /^app\/cli\//],
    ["app/cli", /^app\/(routes|server)\//],
    ["app/server", /^app\/(routes|cli)\//],
  ] as const) {
    expect(breaches(own, (target) => others.test(target))).toEqual([]);
  }
  expect(breaches("app/routes", (target) => target.startsWith("app/routes/") && !target.includes("+types"))).toEqual(
    [],
  );
});

test("raw SQL stands only where it has a need of its own", () => {
  const raw = sources.filter(
    (path) => path.startsWith("db/queries/") && /\.(all|run|get|values)\(\s*sql`/.test(texts.get(path) ?? ""),
  );
  expect(raw.filter((path) => !/search/.test(path))).toEqual([]);
});

test("a route exports loader, action, component, meta and error page in this order, and nothing else", () => {
  const order = ["loader", "action", "default", "meta", "ErrorBoundary"];
  for (const path of sources.filter((one) => one.startsWith("app/routes/"))) {
    const names = [...(texts.get(path) ?? "").matchAll(/^export (?:default |async )*(?:function|const) ?(\w+)?/gm)].map(
      (found) => (found[0].includes("default") ? "default" : (found[1] ?? "")),
    );
    expect(
      names.filter((name) => !order.includes(name)),
      path,
    ).toEqual([]);
    expect(names, path).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
});

test("a route that gives a file, or searches, counts how often", () => {
  const fetching = sources.filter(
    (path) =>
      path.startsWith("app/routes/") &&
      /Content-Disposition|fileResponse\(|verbs\.search\./.test(texts.get(path) ?? ""),
  );
  expect(fetching.length).toBeGreaterThan(2);
  expect(fetching.filter((path) => !/\bpaced\(context, /.test(texts.get(path) ?? ""))).toEqual([]);
});

test("every file opens with a sentence that says what it does", () => {
  const silent = sources.filter((path) => !/^(#!.*\n)?\/\*\*[\s\S]+?\*\//.test(texts.get(path) ?? ""));
  expect(silent).toEqual([]);
});

test("server code says so in its name", () => {
  const inServerFolders = sources.filter(
    (path) => /^app\/(workflows|auth)\/|^db\/queries\//.test(path) && !isServer(path),
  );
  const importsServer = inServerFolders.filter((path) =>
    importsOf(path).some((target) => /^(node:|better-sqlite3|drizzle-orm|express)/.test(target) || isServer(target)),
  );
  expect(importsServer).toEqual([]);
});

test("nothing reaches for another origin at run time", () => {
  const foreign = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/["'`(](https?:\/\/[^"'`)\s]+)/g)].map((found) => `${path}: ${found[1]}`),
  );
  const allowed =
    /localhost|own\.invalid|127\.0\.0\.1|\$\{|www\.w3\.org|json-schema\.org|leeroogst\.example|voorbeeld|example\.(org|nl|com)/;
  expect(foreign.filter((line) => !allowed.test(line))).toEqual([]);
});
