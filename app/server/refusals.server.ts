/** Refuses, before anything else runs, what did not come from our own pages or is too large. */
import type { NextFunction, Request, Response } from "express";
import { type ProblemCode, problemSentence, problemStatus } from "../domain/problem.ts";
import type { Env } from "../env.server.ts";

/** The most a request may carry, in bytes. */
export const largestBody = 4 * 1024 * 1024;

/** Answers with a problem, as JSON for scripts and as a plain sentence in both languages for people. */
export function refuse(response: Response, code: ProblemCode): void {
  response.status(problemStatus(code));
  response.format({
    html: () => response.type("text").send(`${problemSentence(code, "nl")}\n\n${problemSentence(code, "en")}\n`),
    json: () => response.json({ problem: code, details: {} }),
    default: () => response.json({ problem: code, details: {} }),
  });
}

/**
 * Lets a write pass only when the browser says that it comes from our own origin; a write without an `Origin` is refused too. On
 * plain http the host has to be our own as well, or a foreign name that points at this machine could speak for a visitor.
 */
export function sameOriginOnly(env: Env) {
  const hosts = env.origins.map((origin) => new URL(origin).host);
  function isOurs(request: Request): boolean {
    if (!env.https && !hosts.includes(request.headers.host ?? "")) return false;
    if (request.method === "GET" || request.method === "HEAD") return true;
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    return origin !== undefined && env.origins.includes(origin) && (site === undefined || site === "same-origin");
  }
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isOurs(request)) next();
    else refuse(response, "forbidden-origin");
  };
}

/** Refuses a request for a host or an address that is none: nothing after this can make one of it. */
export function knownAddress(request: Request, response: Response, next: NextFunction): void {
  const { protocol, hostname, originalUrl } = request;
  if (hostname && URL.canParse(`${protocol}://${hostname}${originalUrl}`)) next();
  else refuse(response, "invalid-input");
}

/** Refuses a body that is larger than we ever need, or that does not say how large it is. */
export function boundedBody(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > largestBody || request.headers["transfer-encoding"] !== undefined) refuse(response, "too-large");
  else next();
}
