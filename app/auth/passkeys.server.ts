/** Passkeys: what a device is asked to sign, and whether what it answers is right. The browser's side is `passkey-button.tsx`. */
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { Problem } from "#app/domain/problem.ts";
import type { NewPasskey } from "#db/queries/account.server.ts";
import type { Session } from "#db/sessions.server.ts";
import type { RequestContext } from "../context.server.ts";
import type { Env } from "../env.server.ts";

type Visit = Pick<RequestContext, "store" | "env" | "requestId" | "browser">;

/** How long a device has for its answer, in milliseconds. */
const answerWithin = 5 * 60_000;

/** Far more than a key with its description takes, and little enough to read. */
const longestAnswer = 20_000;

const part = z.string().max(longestAnswer);
const transports = z.array(z.string().max(20)).max(10);
const registrationSchema = z.object({
  id: part,
  rawId: part,
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: part, attestationObject: part, transports: transports.default([]) }),
  clientExtensionResults: z.object({}).default({}),
});
const assertionSchema = z.object({
  id: part,
  rawId: part,
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part, userHandle: part.optional() }),
  clientExtensionResults: z.object({}).default({}),
});

/** The name under which devices keep our keys: the host of the installation. */
function rpIdOf(env: Pick<Env, "origin">): string {
  return new URL(env.origin).hostname;
}

function parsed<T>(schema: z.ZodType<T>, typed: string): T | null {
  if (typed.length > longestAnswer) return null;
  try {
    return schema.safeParse(JSON.parse(typed)).data ?? null;
  } catch {
    return null;
  }
}

/** The check of the library, null for whatever it does not accept: it throws for some faults and says no to others. */
async function verified<T extends { verified: boolean }>(check: () => Promise<T>): Promise<T | null> {
  try {
    const outcome = await check();
    return outcome.verified ? outcome : null;
  } catch {
    return null;
  }
}

function verbsOf({ store, requestId }: Visit, session: Session) {
  return store.as(session.person, requestId).own;
}

async function keep(visit: Visit, session: Session, challenge: string): Promise<void> {
  const expiresAt = new Date(Date.parse(visit.store.sources.now()) + answerWithin).toISOString();
  await verbsOf(visit, session).keepChallenge({ sessionId: session.id, challenge, expiresAt });
}

function descriptorOf({ credentialId, transports }: Pick<NewPasskey, "credentialId" | "transports">) {
  return { id: credentialId, transports: transports as Array<AuthenticatorTransportFuture> };
}

/** What the browser needs to make a key. It counts for this session, once, for five minutes. */
export async function optionsToAdd(visit: Visit, session: Session): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = verbsOf(visit, session);
  const { email } = await own.account();
  const known = await own.passkeys();
  const options = await generateRegistrationOptions({
    rpName: "Leeroogst",
    rpID: rpIdOf(visit.env),
    userID: new TextEncoder().encode(session.person.personId),
    userName: email,
    userDisplayName: session.person.name,
    timeout: answerWithin,
    attestationType: "none",
    authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
    excludeCredentials: known.map(descriptorOf),
  });
  await keep(visit, session, options.challenge);
  return options;
}

/** What the browser needs to sign with one of the person's keys. It counts for this session, once, for five minutes. Throws Problem `not-found` without keys. */
export async function optionsToGive(visit: Visit, session: Session): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = await verbsOf(visit, session).passkeys();
  if (known.length === 0) throw new Problem("not-found");
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(visit.env),
    timeout: answerWithin,
    userVerification: "required",
    allowCredentials: known.map(descriptorOf),
  });
  await keep(visit, session, options.challenge);
  return options;
}

/** The key in a device's answer (JSON) to `optionsToAdd`; null when the answer is not right, comes too late or was given before. */
export async function readNewPasskey(visit: Visit, session: Session, typed: string): Promise<NewPasskey | null> {
  const challenge = await verbsOf(visit, session).takeChallenge({ sessionId: session.id });
  const response = parsed(registrationSchema, typed);
  if (challenge === null || response === null) return null;
  const outcome = await verified(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: visit.env.origins,
      expectedRPID: rpIdOf(visit.env),
      requireUserVerification: true,
    }),
  );
  if (!outcome?.registrationInfo) return null;
  const { id, publicKey, counter } = outcome.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: response.response.transports,
    browser: visit.browser,
  };
}

/** Which of the person's keys signed the answer (JSON) to `optionsToGive`, and its counter; null as in `readNewPasskey`. */
export async function readPasskey(
  visit: Visit,
  session: Session,
  typed: string,
): Promise<{ id: string; counter: number } | null> {
  const own = verbsOf(visit, session);
  const challenge = await own.takeChallenge({ sessionId: session.id });
  const response = parsed(assertionSchema, typed);
  if (challenge === null || response === null) return null;
  const known = (await own.passkeys()).find(({ credentialId }) => credentialId === response.id);
  if (!known) return null;
  const { id, credentialId, publicKey, counter } = known;
  const outcome = await verified(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: visit.env.origins,
      expectedRPID: rpIdOf(visit.env),
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter },
      requireUserVerification: true,
    }),
  );
  return outcome && { id, counter: outcome.authenticationInfo.newCounter };
}
