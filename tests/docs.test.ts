/** What the docs say is what the code does: links, paths, commands, settings, formats, roles, tables and decisions. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { roles } from "#app/domain/actor.ts";
import { evidenceLevels } from "#app/domain/evidence.ts";
import { perspectives } from "#app/domain/guide.ts";
import { settingNames } from "#app/env.server.ts";
import { installationRoot } from "#db/open.server.ts";
import * as tables from "#db/schema/index.ts";
import { formatIds, formats } from "#exports/formats.ts";
import manifest from "../package.json";

const root = installationRoot();
/** Made by tools, or what the product writes rather than says. */
const notOurs = /^(node_modules|build|data|coverage|\.git|\.react-router|tests\/exports\/expected)$/;

function filesUnder(folder: string): Array<string> {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.test(path)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function foldersIn(folder: string): Array<string> {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => (folder === "" ? entry.name : `${folder}/${entry.name}`))
    .filter((path) => !notOurs.test(path));
}

const files = filesUnder("");
const pages = files.filter((path) => path.endsWith(".md"));
const readme = textOf("README.md");

/** A page without its blocks of code, in which brackets and signs mean something else. */
function prose(page: string): string {
  return textOf(page)
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .replaceAll(/^( {4}|\t)(?![-*\d!]).*$/gm, "");
}

/** The names that a browser gives to the headings of a page. */
function anchorsOf(page: string): Array<string> {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

test("every link leads to a file, and to a heading in it", () => {
  const broken = pages.flatMap((page) =>
    [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = "", anchor] = target.split("#");
        const to = path === "" ? page : relative(root, join(root, dirname(page), path));
        if (!existsSync(join(root, to))) return true;
        return anchor !== undefined && !anchorsOf(to).includes(anchor);
      })
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every path that a page names exists, from the root or from where the page stands", () => {
  const places = foldersIn("").join("|");
  const missing = pages.flatMap((page) =>
    [...prose(page).matchAll(/`([\w./-]+)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => new RegExp(`^(${places})/`).test(path) || /^[\w-]+(\/[\w-]+)*\.(server\.)?tsx?$/.test(path))
      .filter((path) => !/^build\//.test(path))
      .filter((path) => [root, join(root, dirname(page))].every((from) => !existsSync(join(from, path))))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("every npm script stands in the README, and every script that a page or the pipeline names exists", () => {
  const short = ["start", "test"];
  const scripts = Object.keys(manifest.scripts);
  for (const name of scripts) expect(readme).toContain(short.includes(name) ? `npm ${name}` : `npm run ${name}`);
  const named = [...pages, ".ci/run"].flatMap((path) =>
    [...textOf(path).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name),
  );
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

test("every setting stands in the README, and no other", () => {
  const named = new Set([...readme.matchAll(/LEEROOGST_[A-Z_]*[A-Z]/g)].map(([name]) => name));
  expect([...named].sort()).toEqual([...settingNames].sort());
});

test("every command of the command line stands in the README as its help calls it, and no other", () => {
  const commands = filesUnder("app/cli")
    .flatMap((path) => [
      ...textOf(path).matchAll(/^export const \w+Help = `leeroogst ([a-z]+)(?: ([a-z|]+)(?= |$))?/gm),
    ])
    .flatMap(([, name = "", tasks]) => (tasks ? tasks.split("|").map((task) => `${name} ${task}`) : [name]));
  expect(commands.length).toBeGreaterThan(4);
  const described = [...readme.matchAll(/^\| `leeroogst ([a-z]+(?: [a-z]+)?)/gm)].map(([, command = ""]) => command);
  expect(described.sort()).toEqual(commands.sort());
});

test("every format stands in the README of exports with its ending and the audiences that it serves", () => {
  const page = textOf("exports/README.md");
  for (const id of formatIds) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${id}\``)) ?? "";
    const [, , file = "", audiences = ""] = row.split("|").map((cell) => cell.trim());
    expect(file, id).toContain(`.${formats[id].extension}`);
    expect(audiences, id).toBe(formats[id].audiences.join(", "));
  }
});

test("every role stands in the README, and every perspective and level among the words", () => {
  const [, users = ""] = /^## Who uses it\n([\s\S]*?)^## /m.exec(readme) ?? [];
  const described = [...users.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, role]) => role);
  expect(described).toEqual([...roles]);
  const words = textOf("app/domain/README.md");
  for (const word of [...perspectives, ...evidenceLevels]) expect(words, word).toContain(`\`${word}\``);
});

test("every main folder has a README and a place in the table of the first page", () => {
  const withoutPage = ["public"];
  for (const folder of foldersIn("")) {
    if (withoutPage.includes(folder)) expect(readme).toContain(`\`${folder}\``);
    else expect(readme).toContain(`[${folder}](${folder}/README.md)`);
  }
});

test("the pages about app and tests name every folder in them", () => {
  for (const parent of ["app", "tests"]) {
    const page = textOf(`${parent}/README.md`);
    for (const folder of foldersIn(parent)) {
      const name = folder.slice(parent.length + 1);
      expect(page.includes(`\`${name}\``) || page.includes(`[${name}](${name}/README.md)`), folder).toBe(true);
    }
  }
});

test("pages about a folder name every file in it", () => {
  for (const folder of ["app/domain", "app/messages", "scripts", "tests/world"]) {
    const page = textOf(`${folder}/README.md`);
    const unnamed = readdirSync(join(root, folder)).filter(
      (name) => !/README|\.test\.ts$/.test(name) && !page.includes(`\`${name}\``),
    );
    expect(unnamed, folder).toEqual([]);
  }
});

test("the drawing of the tables shows every table and every reference between them, and no other", () => {
  const [, drawing = ""] = /```mermaid\nerDiagram\n([\s\S]*?)```/.exec(textOf("db/README.md")) ?? [];
  const drawn = drawing
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));
  const lines = drawn.filter((words) => words.length > 1).map(([one, , many]) => `${one} -> ${many}`);
  const named = new Set(drawn.flatMap(([one, , many]) => (many === undefined ? [one] : [one, many])));
  const schema = Object.values(tables)
    .filter((table) => table instanceof SQLiteTable)
    .map((table) => getTableConfig(table));
  expect([...named].sort()).toEqual(schema.map(({ name }) => name).sort());
  const references = schema.flatMap(({ name, foreignKeys }) =>
    foreignKeys.map((key) => `${getTableConfig(key.reference().foreignTable).name} -> ${name}`),
  );
  expect(lines.sort()).toEqual(references.sort());
});

test("decisions are numbered without a gap, listed under their own titles, and say context, decision and consequences", () => {
  const folder = "docs/decisions";
  const decisions = readdirSync(join(root, folder)).filter((name) => name !== "README.md");
  const list = textOf(`${folder}/README.md`);
  for (const [index, name] of decisions.sort().entries()) {
    const number = String(index + 1).padStart(3, "0");
    const text = textOf(`${folder}/${name}`);
    const [, title] = new RegExp(`^# ${number} (.+)$`, "m").exec(text) ?? [];
    expect(list, name).toContain(`| [${number}](${name}) | ${title} |`);
    const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => part);
    expect(parts, name).toEqual(["Context", "Decision", "Consequences"]);
  }
});

test("every picture is shown with words for who cannot see it, and none is heavy", () => {
  const shown = [...readme.matchAll(/!\[([^\]]*)\]\(docs\/pictures\/([\w.]+)\)/g)];
  expect(shown.map(([, , name]) => name).sort()).toEqual(readdirSync(join(root, "docs/pictures")).sort());
  for (const [, words = "", name = ""] of shown) {
    expect(words.length, name).toBeGreaterThan(40);
    expect(statSync(join(root, "docs/pictures", name)).size, name).toBeLessThan(250_000);
  }
});

test("the README names the licence and the version of Node that the package names", () => {
  expect(readme).toContain(`[${manifest.license}](LICENSE)`);
  expect(textOf("LICENSE")).toContain("EUROPEAN UNION PUBLIC LICENCE v. 1.2");
  expect(readme).toContain(`Node ${manifest.engines.node.replace(/^>=/, "")} or newer`);
});

test("nothing mentions a place on somebody's machine, or the number of a task", () => {
  const own = "tests/docs.test.ts";
  const texts = files.filter(
    (path) => /\.(ts|tsx|mjs|js|css|md|yaml|json|sql)$|^\.(ci|env)/.test(path) && path !== own,
  );
  const traces = /(?<![\w.}])\/(work|home|root|Users)\/|\/tmp\/[\w.-]+\/|\b(issue|ticket|task) #?\d/i;
  const found = texts
    .filter((path) => path !== "package-lock.json")
    .flatMap((path) =>
      textOf(path)
        .split("\n")
        .flatMap((line, index) => (traces.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

test("every test that the pages on trust name exists under that title, and every line has one or says why not", () => {
  const trust = pages.filter((path) => path.startsWith("docs/trust/"));
  expect(trust.length).toBeGreaterThan(3);
  const named = trust.flatMap((page) =>
    [...textOf(page).matchAll(/`(tests\/[\w./-]+)`: "([^"]+)"/g)].map(([, file = "", title = ""]) => ({ file, title })),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ file, title }) => !textOf(file).includes(`"${title}"`))).toEqual([]);
  const lines = trust.flatMap((page) => textOf(page).split("\n")).filter((line) => /^\| v5\.0\.0-/.test(line));
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.filter((line) => !/`tests\/|\| (open|not needed)\b/.test(line))).toEqual([]);
});
