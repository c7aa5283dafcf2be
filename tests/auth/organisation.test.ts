/** Signing in through an organisation, with a real OpenID Connect provider on this machine. */
import { generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { expect, onTestFinished, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { readSettings } from "#app/env.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";
import { expectConsole } from "../setup.ts";

const client = { id: "leeroogst", secret: "a secret that both sides know" };

/** A world with an application and a provider at which `who.subject` is signed in; all its people have the same address. */
async function organisation() {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = await testStore();
  const app = await testApp(world, {
    LEEROOGST_OIDC_ISSUER: issuer,
    LEEROOGST_OIDC_CLIENT_ID: client.id,
    LEEROOGST_OIDC_CLIENT_SECRET: client.secret,
    LEEROOGST_OIDC_NAME: "Gemeente Waterkant",
  });
  const who = { subject: "w-123" };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  expectConsole(/^oidc-provider WARNING: a quick start development-only in-memory adapter/);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${app.env.origin}/sign-in/organisation/return`],
      },
    ],
    cookies: { keys: ["a key of the test"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "test" }] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: "jan@example.org", email_verified: true }),
    }),
    async loadExistingGrant(context) {
      const { oidc } = context;
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();
  const up: RequestListener = (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const result = { login: { accountId: who.subject } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const switchOn = (on: boolean) => {
    listener = on ? up : (_request, response) => void response.writeHead(503).end();
  };
  switchOn(true);

  /** Goes from a page of ours to the provider and back to the address of return, as a browser does; gives that address and our cookie. */
  async function goThere(path: string, cookie = "") {
    const sent = await app.get(path, { headers: { cookie } });
    const errand = sent.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const jar = new Map<string, string>();
    let place = sent.headers.get("location") ?? "";
    for (let hop = 0; place.startsWith(issuer) && hop < 6; hop += 1) {
      const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
      const response = await fetch(place, { headers, redirect: "manual" });
      for (const line of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
        jar.set(name, value);
      }
      place = new URL(response.headers.get("location") ?? "", place).href;
    }
    return { place, errand, back: place.replace(app.env.origin, "") };
  }

  async function through(path: string, cookie = "") {
    const { back, errand } = await goThere(path, cookie);
    return app.get(back, { headers: { cookie: `${cookie}; ${errand}` } });
  }

  const outcomeOf = (answer: Response) => [answer.status, answer.headers.get("location")];
  const sessionOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .find((line) => /^leeroogst=[^;]/.test(line))
      ?.split(";")[0];
  const bound = () =>
    world.store.connections.handle
      .prepare<[], { userId: string; accountId: string }>(
        "SELECT userId, accountId FROM account WHERE providerId <> 'credential'",
      )
      .all();
  return { ...world, app, issuer, who, switchOn, goThere, through, outcomeOf, sessionOf, bound };
}

type Place = Awaited<ReturnType<typeof organisation>>;

/** Somebody who was invited and made their account through the organisation. */
async function invited({ operator, through }: Pick<Place, "operator" | "through">, email = "jan@example.org") {
  const { token } = await operator.people.invite({ email, name: "Jan", role: "editor", regionId: null });
  return { token, answer: await through(`/welcome/${token}/organisation`) };
}

test("an invitation is taken up through the organisation, and from then on its subject comes in, up to the second factor", async () => {
  const place = await organisation();
  const { app, operator, bound } = place;
  const { token, answer } = await invited(place);
  expect(place.outcomeOf(answer)).toEqual([302, "/second-factor"]);
  const { people } = await operator.people.list();
  expect(people).toMatchObject([{ name: "Jan", email: "jan@example.org", memberships: [{ role: "editor" }] }]);
  expect(bound()).toEqual([{ userId: people[0]?.id, accountId: "w-123" }]);
  expect((await app.get(`/welcome/${token}`)).status).toBe(410);
  expect(await (await app.get("/sign-in")).text()).toContain("Ga verder met Gemeente Waterkant");

  const again = await place.through("/sign-in/organisation?to=/guides");
  expect(place.outcomeOf(again)).toEqual([302, "/second-factor?to=%2Fguides"]);
  const cookie = place.sessionOf(again) ?? "";
  for (const path of ["/", "/guides", "/account"]) {
    const shut = await app.get(path, { headers: { cookie } });
    expect([shut.status, shut.headers.get("location")?.split("?")[0]], path).toEqual([302, "/sign-in"]);
  }
  const stored = place.store.connections.handle
    .prepare("SELECT accessToken, refreshToken, idToken, password FROM account")
    .all();
  expect(stored).toEqual([{ accessToken: null, refreshToken: null, idToken: null, password: null }]);
});

test("a subject that nobody knows does not come in, also when the organisation gives the address of somebody who is there", async () => {
  const place = await organisation();
  await place.person("Jan", ["editor", null]);
  const answer = await place.through("/sign-in/organisation");
  expect(place.outcomeOf(answer)).toEqual([302, "/sign-in?organisation=unknown"]);
  expect(place.sessionOf(answer)).toBeUndefined();
  expect(place.bound()).toEqual([]);
  const page = await (await place.app.get("/sign-in?organisation=unknown")).text();
  expect(page).toContain("Vraag je beheerder om een uitnodiging");
});

test("somebody who is barred does not come in", async () => {
  const place = await organisation();
  await invited(place);
  const personId = place.bound()[0]?.userId ?? "";
  await place.operator.people.disable({ personId });
  const answer = await place.through("/sign-in/organisation");
  expect([place.outcomeOf(answer), place.sessionOf(answer)]).toEqual([
    [302, "/sign-in?organisation=unknown"],
    undefined,
  ]);
});

test("a return without its errand, with another state, after its use, or made up, opens nothing", async () => {
  const place = await organisation();
  await invited(place);
  const { app, goThere, outcomeOf, sessionOf } = place;
  const failed = [302, "/sign-in?organisation=failed"];
  const first = await goThere("/sign-in/organisation");
  expect(outcomeOf(await app.get(first.back))).toEqual([302, "/sign-in?organisation=late"]);
  const second = await goThere("/sign-in/organisation");
  expect(outcomeOf(await app.get(first.back, { headers: { cookie: second.errand } }))).toEqual(failed);
  const right = await app.get(second.back, { headers: { cookie: second.errand } });
  expect([outcomeOf(right), sessionOf(right) === undefined]).toEqual([[302, "/second-factor"], false]);
  expect(right.headers.getSetCookie().some((line) => line.startsWith("organisation=;"))).toBe(true);
  const replayed = await app.get(second.back, { headers: { cookie: second.errand } });
  expect([outcomeOf(replayed), sessionOf(replayed)]).toEqual([failed, undefined]);
  const third = await goThere("/sign-in/organisation");
  const invented = `/sign-in/organisation/return?code=invented&state=${new URL(third.place).searchParams.get("state")}`;
  expect(outcomeOf(await app.get(invented, { headers: { cookie: third.errand } }))).toEqual(failed);
  const changed = `${third.errand.slice(0, -4)}AAAA`;
  expect(outcomeOf(await app.get(third.back, { headers: { cookie: changed } }))).toEqual([
    302,
    "/sign-in?organisation=late",
  ]);
  expect(JSON.stringify(app.log)).not.toMatch(/code=|state=|w-123/);
});

test("somebody connects their account with a fresh second factor, disconnects it only when they have a password, and takes nobody else's", async () => {
  const place = await organisation();
  const { app, bound } = place;
  const bo = await place.person("Bo", ["editor", null]);
  const cookie = await app.cookieOf(bo.personId);
  expect(await (await app.get("/account", { headers: { cookie } })).text()).toContain(
    "Ga verder met Gemeente Waterkant",
  );
  expect(place.outcomeOf(await place.through("/account/organisation", cookie))).toEqual([302, "/account"]);
  expect(bound()).toEqual([{ userId: bo.personId, accountId: "w-123" }]);
  const off = () => app.post("/account", { intent: "disconnect-organisation" }, { headers: { cookie } });
  const only = await off();
  expect([only.status, (await only.text()).includes("je enige manier om je aan te melden")]).toEqual([409, true]);
  const { token } = await place.operator.people.renew({ personId: bo.personId });
  await place.operator.people.accept({ token, name: "", email: "", passwordHash: "x" });
  const fresh = await app.cookieOf(bo.personId);
  const done = await app.post("/account", { intent: "disconnect-organisation" }, { headers: { cookie: fresh } });
  expect([place.outcomeOf(done), bound()]).toEqual([[302, "/account"], []]);

  await place.through("/account/organisation", fresh);
  const ans = await place.person("Ans", ["editor", null]);
  const taken = await place.through("/account/organisation", await app.cookieOf(ans.personId));
  expect([taken.status, bound()]).toEqual([409, [{ userId: bo.personId, accountId: "w-123" }]]);
  const { back, errand } = await place.goThere("/account/organisation", fresh);
  const other = await app.get(back, { headers: { cookie: `${await app.cookieOf(ans.personId)}; ${errand}` } });
  expect(place.outcomeOf(other)[0]).toBe(302);
  expect(bound()).toEqual([{ userId: bo.personId, accountId: "w-123" }]);

  place.store.connections.handle.exec("UPDATE session_state SET second_factor_at = '2020-01-01T00:00:00.000Z'");
  const stale = await app.get("/account/organisation", { headers: { cookie: fresh } });
  expect(place.outcomeOf(stale)).toEqual([302, "/second-factor?to=%2Faccount%2Forganisation"]);
});

test("a provider that is down costs nobody anything but this try", async () => {
  const place = await organisation();
  place.switchOn(false);
  const down = await place.app.get("/sign-in/organisation");
  expect(place.outcomeOf(down)).toEqual([302, "/sign-in?organisation=failed"]);
  expect(await (await place.app.get("/sign-in?organisation=failed")).text()).toContain("lukt nu niet");
  place.switchOn(true);
  await invited(place);
  expect(place.outcomeOf(await place.through("/sign-in/organisation"))).toEqual([302, "/second-factor"]);
});

test("without an organisation none of it is there, and its settings belong together", async () => {
  const world = await testStore();
  const app = await testApp(world);
  for (const path of ["/sign-in/organisation", "/sign-in/organisation/return?code=x&state=y"])
    expect((await app.get(path)).status, path).toBe(404);
  expect(await (await app.get("/sign-in")).text()).not.toContain("Ga verder met");
  const linesOf = (settings: Record<string, string>) => {
    try {
      return readSettings({ LEEROOGST_SECRET: "thirty-two characters or many more", ...settings }).organisation;
    } catch (error) {
      return error instanceof Problem ? error.details.lines?.map((line) => line.split(":")[0]) : error;
    }
  };
  const both = { LEEROOGST_OIDC_CLIENT_ID: "a", LEEROOGST_OIDC_CLIENT_SECRET: "b" };
  expect(linesOf({})).toBeNull();
  expect(linesOf({ ...both, LEEROOGST_OIDC_ISSUER: "https://a.example" })).toMatchObject({ name: null, clientId: "a" });
  expect(linesOf(both)).toEqual(["LEEROOGST_OIDC_ISSUER"]);
  for (const issuer of ["http://a.example", "a.example", "https://a.example?x=y"])
    expect(linesOf({ ...both, LEEROOGST_OIDC_ISSUER: issuer }), issuer).toEqual(["LEEROOGST_OIDC_ISSUER"]);
});
