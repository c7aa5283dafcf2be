/**
 * Signing in through an organisation, by OpenID Connect. It takes the place of the password and of nothing else: who it is comes from the
 * issuer's own name for them, never from an address, and the second factor is asked for all the same.
 */
import * as oidc from "openid-client";
import { redirect } from "react-router";
import { Problem } from "#app/domain/problem.ts";
import type { RequestContext } from "../context.server.ts";
import { operator } from "../domain/actor.ts";
import type { OrganisationPlan } from "../env.server.ts";
import { cookieName, ownCookie, readCookie } from "../server/cookies.server.ts";
import { seal, unseal } from "./keys.server.ts";
import { beginSession } from "./session.server.ts";
import { secondFactorPath } from "./sign-in.server.ts";

type Visit = Pick<RequestContext, "store" | "env" | "log" | "requestId" | "session" | "actor" | "organisation">;

/** What somebody came for, kept while they are at their organisation: to sign in, to use up an invitation, or to connect their account. */
export type Errand =
  | { kind: "sign-in"; to: string }
  | { kind: "invitation"; token: string }
  | { kind: "connect"; personId: string };

type Kept = { errand: Errand; state: string; nonce: string; verifier: string; until: number };

const cookie = "organisation";
const purpose = "organisation errand";
/** How long somebody may be away, in milliseconds. */
const awayFor = 10 * 60_000;
/** How long the provider may take to answer us, in seconds. */
const patience = 10;

/** The provider, asked who it is at the first use and then known; after a failure it is asked again. */
export type Organisation = { plan: OrganisationPlan; provider(): Promise<oidc.Configuration> };

/** The organisation of this installation; null when it has none. Nothing is asked of the provider before somebody comes. */
export function organisationOf(plan: OrganisationPlan | null): Organisation | null {
  if (plan === null) return null;
  let known: Promise<oidc.Configuration> | null = null;
  return {
    plan,
    provider() {
      const issuer = new URL(plan.issuer);
      const execute = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
      known ??= oidc
        .discovery(issuer, plan.clientId, plan.clientSecret, undefined, { timeout: patience, execute })
        .catch((error: unknown) => {
          known = null;
          throw error;
        });
      return known;
    },
  };
}

/** The address to which the provider sends people back. */
function returnAddress(origin: string): string {
  return `${origin}/sign-in/organisation/return`;
}

/** A redirect to the sign-in page that says what went wrong. */
function backToSignIn({ log, requestId }: Visit, what: "unknown" | "failed" | "late"): Response {
  log({ event: `organisation-${what}`, requestId });
  return redirect(`/sign-in?organisation=${what}`);
}

/** Sends somebody to their organisation. Throws Problem `not-found` where there is none. */
export async function goToOrganisation(visit: Visit, errand: Errand): Promise<Response> {
  const { organisation, env } = visit;
  if (!organisation) throw new Problem("not-found");
  let provider: oidc.Configuration;
  try {
    provider = await organisation.provider();
  } catch {
    return backToSignIn(visit, "failed");
  }
  const verifier = oidc.randomPKCECodeVerifier();
  const kept: Kept = {
    errand,
    verifier,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    until: Date.now() + awayFor,
  };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: returnAddress(env.origin),
    scope: "openid",
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  const value = seal(env, purpose, "", JSON.stringify(kept));
  return redirect(address.href, { headers: { "Set-Cookie": ownCookie(cookie, value, awayFor / 1000, env) } });
}

function keptOf({ env }: Visit, cookies: string | null): Kept | null {
  const value = readCookie(cookies, cookieName(cookie, env));
  const text = value === null ? null : unseal(env, purpose, "", value);
  const kept = text === null ? null : (JSON.parse(text) as Kept);
  return kept && kept.until > Date.now() ? kept : null;
}

async function sessionFor(visit: Visit, personId: string, to: string): Promise<Response> {
  const made = await beginSession(visit, personId, { factorGivenBy: null, replaces: visit.session?.id });
  if (made === null) return backToSignIn(visit, "unknown");
  return redirect(secondFactorPath(to), { headers: { "Set-Cookie": made } });
}

async function carryOut(visit: Visit, errand: Errand, subject: { issuer: string; subject: string }): Promise<Response> {
  const { store, requestId, actor } = visit;
  const verbs = store.as(operator, requestId);
  switch (errand.kind) {
    case "sign-in": {
      const person = await verbs.people.byOrganisation(subject);
      return person ? sessionFor(visit, person.personId, errand.to) : backToSignIn(visit, "unknown");
    }
    case "invitation": {
      const accepted = { token: errand.token, name: "", email: "", organisation: subject };
      return sessionFor(visit, (await verbs.people.accept(accepted)).personId, "/");
    }
    case "connect":
      if (actor === null || actor.personId !== errand.personId) throw new Problem("sign-in-required");
      await store.as(actor, requestId).own.connectOrganisation(subject);
      return redirect("/account");
  }
}

/**
 * Takes somebody back who comes from their organisation, and does what they came for. The cookie of their errand is used up whatever
 * happens. Throws Problem `not-found` where there is no organisation, and what the errand throws.
 */
export async function comeFromOrganisation(visit: Visit, request: Request): Promise<Response> {
  const { organisation, env } = visit;
  if (!organisation) throw new Problem("not-found");
  const kept = keptOf(visit, request.headers.get("cookie"));
  let answer: Response;
  if (kept === null) answer = backToSignIn(visit, "late");
  else {
    const came = new URL(`${returnAddress(env.origin)}${new URL(request.url).search}`);
    const checks = {
      pkceCodeVerifier: kept.verifier,
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      idTokenExpected: true,
    };
    const claims = await organisation
      .provider()
      .then((provider) => oidc.authorizationCodeGrant(provider, came, checks))
      .then((tokens) => tokens.claims())
      .catch(() => undefined);
    answer = claims
      ? await carryOut(visit, kept.errand, { issuer: claims.iss, subject: claims.sub })
      : backToSignIn(visit, "failed");
  }
  answer.headers.append("Set-Cookie", ownCookie(cookie, "", 0, env));
  return answer;
}
