/** What every loader and action knows of its request: the store, who asks, in which language; and how problems become answers. */
import { createContext, data, type RouterContextProvider } from "react-router";
import type { Session } from "#db/sessions.server.ts";
import type { Store, Verbs } from "#db/store.server.ts";
import type { Attempts } from "./auth/attempts.server.ts";
import type { Auth } from "./auth/auth.server.ts";
import type { Organisation } from "./auth/organisation.server.ts";
import type { Actor } from "./domain/actor.ts";
import type { Language } from "./domain/languages.ts";
import { Problem, problemStatus } from "./domain/problem.ts";
import type { Env } from "./env.server.ts";
import type { Log } from "./server/log.server.ts";
import type { SendMail } from "./server/mail.server.ts";
import type { Pace, Paced } from "./server/pace.server.ts";

export type Theme = "system" | "light" | "dark";

export type RequestContext = {
  store: Store;
  auth: Auth;
  env: Env;
  language: Language;
  theme: Theme;
  /** Null for a visitor who is not signed in, and for one whose second factor has not been given. */
  actor: Actor | null;
  /** Of somebody who is signed in, or has given the password and not yet the second factor. */
  session: Session | null;
  /** The visitor's browser and system in two words; empty when unknown. */
  browser: string;
  /** The database carries the demo mark: everything in it is invented and one picks who to be. */
  demo: boolean;
  requestId: string;
  log: Log;
  /** The visitor's network address. */
  address: string;
  attempts: Attempts;
  pace: Pace;
  /** Null when people cannot sign in through one. */
  organisation: Organisation | null;
  /** Null when the installation has no mail server. */
  mail: SendMail | null;
  /** Tells the browser, in the header `Retry-After`, after how many seconds it may ask again. */
  retryAfter(seconds: number): void;
  /** The one value that scripts of this answer may carry. */
  nonce: string;
};

/** The key under which a request's context is found. */
export const requestContext = createContext<RequestContext>();

type Provider = Readonly<Pick<RouterContextProvider, "get">>;

export type SignedIn = { actor: Actor; verbs: Verbs; language: Language; demo: boolean; requestId: string };

/**
 * The signed-in person and the verbs of the store for them. Throws Problem `sign-in-required` for a visitor, which becomes a
 * redirect to the sign-in page (or status 401 for a write without a page).
 */
export function signedIn(context: Provider): SignedIn {
  const { actor, store, language, demo, requestId } = context.get(requestContext);
  if (!actor) throw new Problem("sign-in-required");
  return { actor, verbs: store.as(actor, requestId), language, demo, requestId };
}

/**
 * Counts a search or a file of the person who asks, before it is made. Throws Problem `too-often` when there were too many of them in
 * a row, and `sign-in-required` for a visitor.
 */
export function paced(context: Provider, kind: Paced): void {
  const { actor, pace, retryAfter, log, requestId } = context.get(requestContext);
  if (!actor) throw new Problem("sign-in-required");
  const seconds = pace(kind, actor.personId);
  if (seconds === 0) return;
  retryAfter(seconds);
  log({ event: "slowed", requestId });
  throw new Problem("too-often");
}

/** What a route error holds when the session ended before a form came in: its fields, to send again. */
export type Unsent = { problem: "sign-in-required"; unsent: Array<[name: string, value: string]> };

/** As `signedIn`, for a form whose words may not get lost: to a visitor they go back with status 401, as `Unsent`. */
export function signedInToSend(context: Provider, form: FormData): SignedIn {
  if (context.get(requestContext).actor) return signedIn(context);
  const unsent = [...form].map(([name, value]): [string, string] => [name, String(value)]);
  throw data({ problem: "sign-in-required", unsent } satisfies Unsent, { status: problemStatus("sign-in-required") });
}

/** Throws a Problem as a route error with its HTTP status and `{problem, details}`; anything else as it is. */
export function throwProblem(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  throw data({ problem: error.code, details: error.details }, { status: problemStatus(error.code) });
}

/**
 * Runs `work` and returns its result; a Problem that it throws becomes a route error. The server does this around every loader
 * and action already: this is for a part of one.
 */
export async function withProblems<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throwProblem(error);
  }
}
