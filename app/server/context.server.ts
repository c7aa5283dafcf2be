/** Makes the context of one request: who asks, in which language and theme. */
import { randomUUID } from "node:crypto";
import { RouterContextProvider } from "react-router";
import type { Store } from "#db/store.server.ts";
import type { Attempts } from "../auth/attempts.server.ts";
import type { Auth } from "../auth/auth.server.ts";
import { browserOf } from "../auth/browser.ts";
import type { Organisation } from "../auth/organisation.server.ts";
import { visitorOf } from "../auth/session.server.ts";
import { requestContext, type Theme } from "../context.server.ts";
import type { Language } from "../domain/languages.ts";
import type { Env } from "../env.server.ts";
import { toLanguage } from "../messages/messages.ts";
import { cookieName, readCookie } from "./cookies.server.ts";
import type { Log } from "./log.server.ts";
import type { SendMail } from "./mail.server.ts";
import type { Pace } from "./pace.server.ts";

/** What every request shares. */
export type Parts = {
  store: Store;
  auth: Auth;
  env: Env;
  demo: boolean;
  log: Log;
  attempts: Attempts;
  pace: Pace;
  mail: SendMail | null;
  organisation: Organisation | null;
};

/** The language of the cookie, else the first of ours in `Accept-Language`, else Dutch. */
function languageOf(cookies: string | null, accepted: string | null, env: Env): Language {
  const chosen = toLanguage(readCookie(cookies, cookieName("language", env)));
  if (chosen) return chosen;
  for (const part of (accepted ?? "").split(",")) {
    const language = toLanguage(part.trim().slice(0, 2).toLowerCase());
    if (language) return language;
  }
  return "nl";
}

function themeOf(cookies: string | null, env: Env): Theme {
  const theme = readCookie(cookies, cookieName("theme", env));
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** The context of a request with these headers. */
export async function contextFor(
  parts: Parts,
  request: {
    cookies: string | null;
    acceptLanguage: string | null;
    userAgent: string | null;
    requestId: string;
    nonce: string;
    address: string;
    retryAfter(seconds: number): void;
  },
): Promise<RouterContextProvider> {
  const provider = new RouterContextProvider();
  provider.set(requestContext, {
    ...parts,
    ...(await visitorOf(request.cookies, parts.env, parts.store.connections)),
    browser: browserOf(request.userAgent),
    language: languageOf(request.cookies, request.acceptLanguage, parts.env),
    theme: themeOf(request.cookies, parts.env),
    requestId: request.requestId,
    nonce: request.nonce,
    address: request.address,
    retryAfter: request.retryAfter,
  });
  return provider;
}

/** A fresh id under which a request is found in the log and in the audit. */
export function newRequestId(): string {
  return randomUUID();
}
