/** What every answer tells the browser, whatever the page, the method, who asks and how it ends. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Store } from "#db/store.server.ts";
import { type Asking, type TestApp, testApp } from "../harness.ts";
import { expectConsole } from "../setup.ts";
import type { World } from "../world/world.ts";
import { type PersonName, policy, writePolicy } from "./policy.ts";
import { dataPath, inventedWorld, routePatterns } from "./site.ts";

const strict = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
];
const fixed: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const ownSource = /^('self'|'none'|'nonce-[\w+/=]+'|data:)$/;

/** Everything of a policy that would let something in from elsewhere, or anything run that we did not write. */
function looseIn(directives: ReadonlyArray<string>): Array<string> {
  return directives.flatMap((directive) => {
    const [name = "", ...sources] = directive.split(/\s+/);
    if (name === "style-src-attr") return sources.join(" ") === "'unsafe-inline'" ? [] : [directive];
    const data = name === "img-src";
    return sources.every((source) => ownSource.test(source) && (source !== "data:" || data)) ? [] : [directive];
  });
}

/** Addresses in a page that lead the browser elsewhere by themselves, and those of links that are not ours. */
function foreignIn(html: string): Array<string> {
  return [...html.matchAll(/\s(?:src|href|action|formaction|srcset|poster|data)="([^"]*)"/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !/^(\/(?!\/)|#|\?|data:image\/|mailto:|$)/.test(address));
}

/** Sees every answer of one application, and knows which nonces it gave out. */
function watcher(https: boolean) {
  const nonces = new Set<string>();
  return async function faultsOf(response: Response, kept = false): Promise<Array<string>> {
    const faults: Array<string> = [];
    const header = (name: string) => response.headers.get(name) ?? "";
    const body = await response.text();
    const [ours = "", files] = header("content-security-policy").split(", ");
    const directives = ours.split(";").map((directive) => directive.trim());
    const nonce = /'nonce-([\w+/=]{20,})'/.exec(ours)?.[1] ?? "none";
    if (nonces.has(nonce)) faults.push("the nonce was there before");
    nonces.add(nonce);
    if (!directives.includes(`script-src 'self' 'nonce-${nonce}'`)) faults.push(`scripts: ${ours}`);
    for (const directive of strict) if (!directives.includes(directive)) faults.push(`policy without ${directive}`);
    for (const loose of looseIn(directives)) faults.push(`policy with ${loose}`);
    for (const [name, value] of Object.entries(fixed))
      if (header(name) !== value) faults.push(`${name}: ${header(name)}`);
    for (const name of ["server", "x-powered-by"]) if (header(name) !== "") faults.push(`${name}: ${header(name)}`);
    const hsts = https ? /^max-age=63072000; includeSubDomains$/ : /^$/;
    if (!hsts.test(header("strict-transport-security"))) faults.push(`hsts: ${header("strict-transport-security")}`);
    if (/\bno-store\b/.test(header("cache-control")) === kept) faults.push(`cache: ${header("cache-control")}`);
    for (const cookie of response.headers.getSetCookie()) {
      const form = https
        ? /^__Host-[\w-]+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/
        : /^(?!__Host-)[\w-]+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/;
      if (!form.test(cookie)) faults.push(`cookie: ${cookie.split("=")[0]}`);
    }
    const type = header("content-type");
    if (files !== undefined) {
      if (!files.startsWith("sandbox; default-src 'none'")) faults.push(`policy of a file: ${files}`);
      if (!header("content-disposition").startsWith("attachment")) faults.push("a file that opens in the page");
    } else if (type.startsWith("text/html") && body !== "") {
      const scripts = body.match(/<script[^>]*>/g) ?? [];
      if (scripts.length === 0) faults.push("a page without scripts");
      if (scripts.some((script) => !script.includes(`nonce="${nonce}"`))) faults.push("a script without the nonce");
    }
    if (type.startsWith("text/html")) for (const address of foreignIn(body)) faults.push(`address: ${address}`);
    if (response.status !== 304 && body !== "" && type === "") faults.push("a body without a type");
    return faults;
  };
}

const https = { LEEROOGST_ORIGIN: "https://leeroogst.example.nl" };

/** Asks every route for page and data, by every method, as a visitor, halfway in, as one who may and as one who may not. */
async function crawl(
  app: TestApp,
  world: World,
): Promise<{ breaches: Array<string>; statuses: Set<number>; asked: number }> {
  const faultsOf = watcher(app.env.https);
  const breaches: Array<string> = [];
  const statuses = new Set<number>();
  let asked = 0;
  const cookies = new Map<string, string>();
  /** One session a person, but a new one wherever the last answer may have ended it. */
  async function asking(who: PersonName, passwordOnly: boolean): Promise<Asking> {
    const key = `${who} ${passwordOnly}`;
    const cookie = cookies.get(key) ?? (await app.cookieOf(world.people[who].personId, passwordOnly));
    cookies.set(key, cookie);
    return { headers: { cookie } };
  }
  const everybody = Object.keys(world.people) as Array<PersonName>;
  for (const methods of [
    ["GET", "HEAD"],
    ["POST", "PUT", "DELETE"],
  ]) {
    for (const pattern of [...(await routePatterns()), "/nowhere"]) {
      const rule = policy[pattern];
      const path = rule?.path(world) ?? "/nowhere";
      const allowed = methods.includes("POST") ? (writePolicy[pattern]?.allowed ?? rule?.allowed) : rule?.allowed;
      const may = typeof allowed === "string" || allowed === undefined ? "lead" : (allowed[0] ?? "lead");
      const mayNot = everybody.find((name) => typeof allowed === "object" && !allowed.includes(name)) ?? "reader";
      const addresses: Array<[string, string]> = methods.flatMap((method) =>
        ["GET", "POST"].includes(method)
          ? [
              [path, method],
              [dataPath(path), method],
            ]
          : [[path, method]],
      );
      for (const [address, method] of addresses) {
        const people: Array<[string, Asking]> = [
          ["visitor", {}],
          ["who may not", await asking(mayNot, false)],
        ];
        if (["GET", "POST"].includes(method))
          people.push(["password only", await asking(may, true)], ["who may", await asking(may, false)]);
        for (const [who, as] of people) {
          const response = await app.send(address, { method }, as);
          asked += 1;
          statuses.add(response.status);
          for (const fault of await faultsOf(response)) breaches.push(`${method} ${address} as ${who}: ${fault}`);
          if (response.headers.getSetCookie().length > 0) cookies.clear();
        }
      }
    }
  }
  return { breaches, statuses, asked };
}

test("every route by every method tells every visitor the same about security", async () => {
  const { store, world } = await inventedWorld();
  const app = await testApp(store, https);
  const { breaches, statuses, asked } = await crawl(app, world);
  expect(breaches).toEqual([]);
  expect(asked).toBeGreaterThan(800);
  expect([...statuses].sort()).toEqual([200, 202, 302, 400, 401, 404, 405, 409, 410]);
}, 120_000);

test.for([
  ["https", https],
  ["plain http", {}],
] as const)("however a request ends, the browser is told the same with %s", async ([, settings]) => {
  expectConsole(/^Error at Object.board/);
  const { store, world } = await inventedWorld();
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-client-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "page-x1y2.js"), "export {};");
  writeFileSync(join(folder, "icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  const app = await testApp(store, settings, folder);
  const faulty: Store = {
    ...store,
    as: (actor, requestId) => ({
      ...store.as(actor, requestId),
      regions: { ...store.as(actor, requestId).regions, board: () => Promise.reject(new Error("a mistake of ours")) },
    }),
  };
  const faultyApp = await testApp(faulty, settings);
  const { lead } = world.people;
  const as: Asking = { headers: { cookie: await app.cookieOf(lead.personId) } };
  const board = `/regions/${world.regions.waterkant}`;
  const answers = `/interviews/${world.interviews.running}/answers`;
  const operation = (text: string) => ({
    opId: randomUUID(),
    questionId: "development-seen",
    baseSequence: 0,
    answer: { state: "answered", value: text, note: "" },
  });
  const { handle } = store.connections;
  const tag = async (path: string) => ({
    headers: { "if-none-match": (await app.get(path)).headers.get("etag"), "cache-control": "max-age=0" },
  });
  const stored = async (path: string) => [
    await app.get(path),
    await app.get(path, await tag(path)),
    await app.send(path, { method: "HEAD" }),
  ];

  /** A body that does not say how large it is. */
  const streamed = { method: "POST", body: new Blob(["language=en"]).stream(), duplex: "half" } as RequestInit;
  const kept = [...(await stored("/assets/page-x1y2.js")), ...(await stored("/icon.svg"))];
  const ended = [
    await app.get("/sign-in"),
    await app.get(`${board}.data`),
    await app.get("/"),
    await app.get("/%E0%A4%A"),
    await app.postJson(answers, operation("x")),
    await app.post("/sign-out", {}, { headers: { origin: "https://elsewhere.example" } }),
    await app.get("/assets/not-there.js"),
    await app.send(board, { method: "PUT" }, as),
    await app.send(board, { method: "OPTIONS" }, as),
    await app.postJson(`/interviews/${world.interviews.withdrawn}/answers`, operation("x"), as),
    await app.post("/welcome/no-such-token", { password: "x" }),
    await app.send("/preferences", streamed),
  ];
  for (let guess = 0; guess < 4; guess += 1)
    ended.push(await app.post("/sign-in", { email: "x@example.org", password: `guess ${guess}` }));
  ended.push(await faultyApp.get(board, { headers: { cookie: await faultyApp.cookieOf(lead.personId) } }));
  handle.exec("VACUUM");
  const pages = Number(handle.pragma("page_count", { simple: true }));
  handle.pragma(`max_page_count = ${pages}`);
  ended.push(await app.postJson(answers, operation("Lang. ".repeat(8_000)), as));
  handle.pragma("max_page_count = 1073741823");
  handle.pragma("query_only = ON");
  ended.push(await app.get("/healthz"), await app.postJson(answers, operation("y"), as));
  handle.pragma("query_only = OFF");
  ended.push(
    await app.post("/preferences", { language: "en", theme: "dark" }),
    await app.get(`/interviews/${world.interviews.completed}/copy`, as),
    await app.get(`${board}/report/region-a-case-team.html`, as),
  );
  const left = await app.post("/sign-out", {}, as);
  expect(left.headers.get("clear-site-data")).toBe('"storage"');
  expect(left.headers.getSetCookie().map((cookie) => cookie.split(";")[0])).toEqual([
    app.env.https ? "__Host-leeroogst=" : "leeroogst=",
  ]);
  ended.push(left);

  const statuses = [...kept, ...ended].map(({ status }) => status);
  const wanted = [200, 202, 302, 304, 400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 503, 507];
  expect([...new Set(statuses)].sort()).toEqual(wanted);
  const faultsOf = watcher(app.env.https);
  for (const [index, answer] of [...kept, ...ended].entries())
    expect(await faultsOf(answer, index < kept.length), `${index}: ${answer.status} ${answer.url}`).toEqual([]);
  expect(kept.map((answer) => answer.headers.get("cache-control"))).toEqual([
    ...Array(3).fill("public, max-age=31536000, immutable"),
    ...Array(3).fill("public, max-age=3600"),
  ]);
});
