/** The walls: every route with every role, in its own region and in another, against a policy that is written down apart. */

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator } from "#app/domain/actor.ts";
import type { Store } from "#db/store.server.ts";
import { testStore } from "../db/store.ts";
import { type Asking, type TestApp, testApp } from "../harness.ts";
import { fillWorld, type World } from "../world/world.ts";
import { type PersonName, policy, writePolicy } from "./policy.ts";
import { dataPath, inventedWorld, routePatterns, writablePatterns } from "./site.ts";

/** Words that stand only in Waterkant's answers and on its board. */
async function canariesOf(store: Store, world: World): Promise<Array<string>> {
  const verbs = store.as(operator);
  const { youths } = await verbs.regions.board({ regionId: world.regions.waterkant });
  const { answers } = await verbs.interviews.file({ interviewId: world.interviews.completed });
  const said = answers["development-seen"]?.value;
  return [...youths.map((youth) => `>${youth.label}<`), typeof said === "string" ? said.slice(0, 40) : ""].filter(
    (text) => text !== "",
  );
}

type Breach = { pattern: string; who: string; what: string };

function countAudit(store: Store): { all: number; denied: number } {
  const { handle } = store.connections;
  const row = handle
    .prepare<[], { total: number; denied: number }>(
      "SELECT count(*) AS total, sum(outcome = 'denied') AS denied FROM audit",
    )
    .get();
  return { all: row?.total ?? 0, denied: row?.denied ?? 0 };
}

type Halfway = "visitor" | "password only" | "administrator's password only";

/** Who has given the password and not yet the second factor: for the walls a visitor, whatever they may do once they have. */
function halfway(world: World): Array<[Halfway, Asking]> {
  return [
    ["password only", { as: world.people.lead, passwordOnly: true }],
    ["administrator's password only", { as: world.people.administrator, passwordOnly: true }],
  ];
}

/** Opens every page as everybody and reports where it does not go as the policy says. */
async function walk(app: TestApp, store: Store, world: World): Promise<Array<Breach>> {
  const breaches: Array<Breach> = [];
  const canaries = await canariesOf(store, world);
  const everybody: Array<[PersonName | Halfway, Asking]> = [
    ["visitor", {}],
    ...halfway(world),
    ...(Object.entries(world.people) as Array<[PersonName, World["people"][PersonName]]>).map(
      ([name, as]): [PersonName, Asking] => [name, { as }],
    ),
  ];
  for (const pattern of await routePatterns()) {
    const rule = policy[pattern];
    if (!rule) {
      breaches.push({ pattern, who: "nobody", what: "the policy says nothing about this route" });
      continue;
    }
    for (const [who, asking] of everybody) {
      const outside = who === "visitor" || asking.passwordOnly === true;
      const path = rule.path(world);
      for (const address of [path, dataPath(path)]) {
        const before = countAudit(store);
        const response = await app.get(address, asking);
        const body = await response.text();
        const may =
          rule.allowed === "everybody" ||
          (asking.passwordOnly === true && rule.passwordOnly === true) ||
          (!outside && (rule.allowed === "signed-in" || rule.allowed.includes(who as PersonName)));
        const isData = address !== path;
        const refused =
          response.status === 404 ||
          response.status === 401 ||
          (outside && isRedirect(response.status)) ||
          (isData && response.status === 202);
        if (!may && !refused) breaches.push({ pattern, who, what: `${address} answers ${response.status}` });
        if (may && response.status === 404 && !isData && rule.allowed !== "everybody")
          breaches.push({ pattern, who, what: `${address} is closed` });
        if (!may && canaries.some((canary) => body.includes(canary)))
          breaches.push({ pattern, who, what: `${address} shows words of the region` });
        if (
          !may &&
          !outside &&
          response.status === 404 &&
          !isData &&
          !rule.nothingToSee &&
          countAudit(store).denied !== before.denied + 1 &&
          path.includes(world.regions.waterkant)
        ) {
          breaches.push({ pattern, who, what: `${address} leaves no audit line` });
        }
      }
    }
  }
  return breaches;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

test("every route opens to those whom the policy names, and does not exist for anybody else", async () => {
  const { store, world } = await inventedWorld();
  expect(await walk(await testApp(store), store, world)).toEqual([]);
}, 120_000);

test("with one wall and the gate of the second factor taken out the same walk finds both holes", async () => {
  const { store, world } = await inventedWorld();
  const holed: Store = {
    ...store,
    as: (actor, requestId) => ({ ...store.as(actor, requestId), interviews: store.as(operator, requestId).interviews }),
  };
  const app = await testApp(holed);
  const open: TestApp = { ...app, get: (path, asking = {}) => app.get(path, { ...asking, passwordOnly: false }) };
  const breaches = await walk(open, store, world);
  const pastTheGate = breaches.filter(({ who }) => who === "password only").map(({ pattern }) => pattern);
  expect(pastTheGate).toEqual(expect.arrayContaining(["/", "/account", "/regions/:regionId"]));
  const found = new Set(breaches.filter(({ pattern }) => pattern.startsWith("/interviews")).map(({ who }) => who));
  expect([...found]).toEqual(
    expect.arrayContaining(["analyst", "otherLead", "otherInterviewer", "reader", "editor", "administrator"]),
  );
}, 120_000);

/** Everything in the database but the audit log and what signing in itself writes. */
function contentOf(store: Store): string {
  const { handle } = store.connections;
  const kept = new Set(["audit", "session", "session_state", "verification", "sqlite_sequence"]);
  const tables = handle
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all()
    .filter(({ name }) => !kept.has(name));
  return JSON.stringify(tables.map(({ name }) => [name, handle.prepare(`SELECT * FROM "${name}"`).all()]));
}

/** Sends to every page that takes something as everybody who may not, and reports where that is not refused or changes anything. */
async function knock(app: TestApp, store: Store, world: World): Promise<Array<Breach>> {
  const breaches: Array<Breach> = [];
  const { id: codingId } = store.connections.handle
    .prepare<[string, string], { id: string }>(
      "SELECT coding.id FROM coding JOIN passage ON passage.id = passage_id WHERE interview_id = ? AND coder_id = ?",
    )
    .get(world.interviews.completed, world.people.analyst.personId) ?? { id: "" };
  for (const pattern of await writablePatterns()) {
    const rule = writePolicy[pattern];
    if (!rule) {
      breaches.push({ pattern, who: "nobody", what: "the policy says nothing about writing here" });
      continue;
    }
    if (rule.allowed === "everybody") continue;
    const { allowed } = rule;
    const strangers = Object.entries(world.people).filter(
      ([who]) => allowed !== "signed-in" && !allowed.includes(who as PersonName),
    );
    const asked: Array<[string, Asking]> = [
      ["visitor", {}],
      ...(rule.passwordOnly ? [] : halfway(world)),
      ...strangers.map(([who, as]): [string, Asking] => [who, { as }]),
    ];
    for (const [who, asking] of asked) {
      const outside = who === "visitor" || asking.passwordOnly === true;
      const before = contentOf(store);
      const ids = { codingId, opId: randomUUID() };
      const response = rule.json
        ? await app.postJson(rule.path(world), rule.json(world, ids), asking)
        : await app.post(rule.path(world), rule.form?.(world, ids) ?? {}, asking);
      const refused = outside ? [302, 401] : [404];
      if (!refused.includes(response.status))
        breaches.push({ pattern, who, what: `${rule.path(world)} answers ${response.status}` });
      if (contentOf(store) !== before) breaches.push({ pattern, who, what: `${rule.path(world)} changed something` });
    }
  }
  return breaches;
}

test("a change by somebody who may not make it does not exist and changes nothing", async () => {
  const { store, world } = await inventedWorld();
  expect(await knock(await testApp(store), store, world)).toEqual([]);
}, 120_000);

test("with one wall taken out the same knocking finds the hole", async () => {
  const { store, world } = await inventedWorld();
  const holed: Store = {
    ...store,
    as: (actor, requestId) => ({ ...store.as(actor, requestId), codings: store.as(operator, requestId).codings }),
  };
  const breaches = await knock(await testApp(holed), store, world);
  expect(breaches.filter(({ pattern }) => pattern === "/coding/:interviewId/:questionId").length).toBeGreaterThan(0);
}, 120_000);

test("whoever may write gets through to what they may write", async () => {
  for (const [pattern, rule] of Object.entries(writePolicy)) {
    if (typeof rule.allowed === "string") continue;
    const { store, world } = await inventedWorld();
    const app = await testApp(store);
    const codingId =
      store.connections.handle
        .prepare<[string], { id: string }>(
          "SELECT coding.id FROM coding JOIN passage ON passage.id = passage_id WHERE interview_id = ?",
        )
        .get(world.interviews.completed)?.id ?? "";
    const ids = { codingId, opId: randomUUID() };
    const as = world.people[rule.allowed[0] ?? "lead"];
    const response = rule.json
      ? await app.postJson(rule.path(world), rule.json(world, ids), { as })
      : await app.post(rule.path(world), rule.form?.(world, ids) ?? {}, { as });
    expect(response.status, pattern).not.toBe(404);
  }
}, 240_000);

test("a membership that ended is gone on the very next request", async () => {
  const { store, operator: verbs } = await testStore();
  const world = await fillWorld(store);
  const app = await testApp(store);
  const cookie = await app.cookieOf(world.people.lead.personId);
  const path = `/regions/${world.regions.waterkant}`;
  expect((await app.get(path, { headers: { cookie } })).status).toBe(200);
  const { people } = await verbs.people.list();
  const held = people.find((person) => person.id === world.people.lead.personId)?.memberships ?? [];
  for (const { id, regionId } of held)
    if (regionId === world.regions.waterkant) await verbs.people.endMembership({ membershipId: id });
  expect((await app.get(path, { headers: { cookie } })).status).toBe(404);
  await verbs.people.disable({ personId: world.people.lead.personId });
  expect((await app.get("/", { headers: { cookie } })).status).toBe(302);
});
