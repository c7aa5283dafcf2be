/** What holds for every answer of the web application, whatever the page. */
import { randomUUID } from "node:crypto";
import { get } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { testStore } from "../db/store.ts";
import { testApp, testBuild } from "../harness.ts";

const header = (response: Response, name: string) => response.headers.get(name) ?? "";

test("a write from another origin or from none is refused on every method, and nothing happens", async () => {
  const world = await testStore();
  const app = await testApp(world);
  const person = await world.person("Wies", ["administrator", null]);
  const cookie = await app.cookieOf(person.personId);
  const cases: Array<Record<string, string | null>> = [
    { origin: "https://elsewhere.example" },
    { origin: null },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const headers of cases) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await app.send("/sign-out", { method }, { headers: { ...headers, cookie } });
      expect(answer.status, `${method} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  expect((await app.get("/", { headers: { cookie } })).status).toBe(200);
});

test("every route that can change something refuses another origin, resource routes and data requests included", async () => {
  const app = await testApp(await testStore());
  const { routes } = await testBuild();
  const changing = Object.values(routes).filter((route) => route?.module.action !== undefined);
  expect(changing.length).toBeGreaterThan(10);
  for (const route of changing) {
    const path = `/${(route?.path ?? "").replace(/:\w+/g, "00000000-0000-7000-8000-000000000001")}`;
    for (const at of [path, `${path}.data`]) {
      const foreign = await app.post(at, {}, { headers: { origin: "https://elsewhere.example" } });
      expect(foreign.status, at).toBe(403);
      const silent = await app.postJson(at, {}, { headers: { origin: null, "sec-fetch-site": null } });
      expect([silent.status, (await silent.json()).problem], at).toEqual([403, "forbidden-origin"]);
    }
  }
});

test("a name that points at this machine from elsewhere is not served on plain http", async () => {
  const app = await testApp(await testStore());
  expect((await app.get("/sign-in")).status).toBe(200);
  const status = await new Promise((resolve) => {
    get(`${app.address}/sign-in`, { headers: { host: "elsewhere.example" } }, (answer) => resolve(answer.statusCode));
  });
  expect(status).toBe(403);
});

test("a body beyond the limit is refused before it is read", async () => {
  const app = await testApp(await testStore());
  const answer = await app.post("/preferences", { language: "x".repeat(5 * 1024 * 1024) }).catch(() => null);
  if (answer) expect(answer.status).toBe(413);
  await vi.waitFor(() => expect(app.log.map((line) => line.status)).toContain(413));
});

test("what is too much, too deep or no form is refused as what it is, and the next request is answered", async () => {
  const world = await testStore();
  const app = await testApp(world);
  const regionId = await world.region("region-a");
  const person = await world.person("Wies", ["lead", regionId], ["editor", null]);
  const youthId = await world.youth(regionId);
  const interviewId = await world.running(youthId, "parent");
  const as = { headers: { cookie: await app.cookieOf(person.personId) } };
  const answers = `/interviews/${interviewId}/answers`;
  const sent = (type: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) => ({
    method: "POST",
    body,
    headers: { "content-type": type, ...more },
  });
  const form = "application/x-www-form-urlencoded";
  const deep = (value: string) =>
    `{"opId":"${randomUUID()}","questionId":"development-seen","baseSequence":0,"answer":{"state":"answered","value":${value},"note":""}}`;
  const nested = deep(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(8 * 1024 * 1024, "a")));
  const before = world.store.connections.handle.prepare("SELECT count(*) AS n FROM operation").get();
  const cases: Array<[string, RequestInit, number]> = [
    ["/preferences", sent(form, "a=1&".repeat(10_000)), 413],
    ["/preferences", sent(form, `${"n".repeat(1024 * 1024)}=1`), 302],
    ["/preferences", sent("multipart/form-data; boundary=x", "no parts at all"), 400],
    ["/preferences", sent("multipart/form-data", "no boundary"), 400],
    ["/preferences", sent("text/plain", "language=en"), 400],
    ["/preferences", sent("application/json", '{"language":"en"}'), 400],
    [answers, sent("application/json", nested), 400],
    [answers, sent("application/json", nested.slice(0, 300_000)), 400],
    [answers, sent("application/json", deep(`"${"a".repeat(3 * 1024 * 1024)}"`)), 400],
    [answers, sent("application/json", bomb, { "content-encoding": "gzip" }), 400],
    [`/interviews/${interviewId}`, sent("multipart/form-data; boundary=x", "--x\r\nbroken"), 400],
    ["/guides", sent("multipart/form-data; boundary=x", "--x\r\nbroken"), 400],
    [`/search?${"q=x&".repeat(3000)}`, {}, 200],
    [`/${"a".repeat(12_000)}`, {}, 404],
    ["/sign-in", { headers: { cookie: `a=${"b".repeat(16 * 1024)}` } }, 431],
    [`/sign-in?${"q".repeat(16 * 1024)}`, {}, 431],
  ];
  for (const [path, request, status] of cases) {
    const cookie = new Headers(request.headers).get("cookie") ?? as.headers.cookie;
    const answer = await app.send(path, request, { headers: { cookie } });
    expect(answer.status, `${path.slice(0, 60)} ${JSON.stringify(request.headers)}`).toBe(status);
    await answer.text();
    expect((await app.get("/sign-in")).status).toBe(200);
  }
  expect(world.store.connections.handle.prepare("SELECT count(*) AS n FROM operation").get()).toEqual(before);
});

test("log lines hold neither queries nor tokens nor what somebody typed into the address", async () => {
  const app = await testApp(await testStore());
  for (const path of ["/sign-in?to=/geheim-woord", "/welcome/QmV3YWFy-token", "/een%20heel%20verhaal"])
    await (await app.get(path)).text();
  await vi.waitFor(() => expect(app.log).toHaveLength(3), 10_000);
  const lines = JSON.stringify(app.log);
  expect(lines).not.toMatch(/geheim|QmV3|verhaal/);
  expect(app.log.map((line) => line.path).sort()).toEqual(["/*", "/sign-in", "/welcome/*"]);
});

test("a choice of language and theme is kept in cookies and leads back to a page of our own", async () => {
  const app = await testApp(await testStore());
  const chosen = await app.post("/preferences", { language: "en", theme: "dark", back: "//elsewhere.example/x" });
  expect(chosen.status).toBe(302);
  expect(header(chosen, "location")).toBe("/");
  const cookie = chosen.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const page = await (await app.get("/sign-in", { headers: { cookie } })).text();
  expect(page).toContain('<html lang="en" data-theme="dark"');
});
