/** What holds for every answer of the web application, whatever the page. */
import { get } from "node:http";
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
