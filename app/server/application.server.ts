/** The web application: headers, limits, files and the router, in the order in which a request meets them. */
import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { ServerBuild } from "react-router";
import { countAttempts } from "../auth/attempts.server.ts";
import { organisationOf } from "../auth/organisation.server.ts";
import { operator } from "../domain/actor.ts";
import type { Env } from "../env.server.ts";
import { contextFor, newRequestId, type Parts } from "./context.server.ts";
import { faultPlace, type Log, loggedPath } from "./log.server.ts";
import { mailOf } from "./mail.server.ts";
import { keepPace } from "./pace.server.ts";
import { withProblemAnswers } from "./problems.server.ts";
import { boundedBody, knownAddress, sameOriginOnly } from "./refusals.server.ts";

export type ApplicationOptions = Omit<Parts, "demo" | "attempts" | "pace" | "mail" | "organisation"> & {
  /** The router's build, or how to get the newest one while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder with the browser's files; null when something else serves them. */
  clientFolder: string | null;
  /** Serves the browser's files while developing. */
  developing?: express.Handler;
};

/**
 * Security headers: scripts run only from our own files or with this answer's nonce, styles only from our own files, and nothing
 * comes from another origin. Style attributes are allowed: no HTML is ever made from text, so they are all our own.
 */
function securityHeaders(env: Env, developing: boolean): express.Handler {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", nonce],
        "style-src": developing ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": developing ? ["'self'", "ws:"] : ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
      },
    },
    strictTransportSecurity: env.https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}

/** For files that are the same for everybody: how long browsers may keep one, in seconds. A file that is not there is not kept. */
function storedFor(seconds: string) {
  const setHeaders = (response: ServerResponse) => {
    response.setHeader("Cache-Control", `public, max-age=${seconds}`);
  };
  return { cacheControl: false, setHeaders };
}

function requestLine(log: Log): express.Handler {
  return (request, response, next) => {
    const began = performance.now();
    response.on("finish", () => {
      const ms = Math.round((performance.now() - began) * 10) / 10;
      if (/^\/(assets|fonts)\//.test(request.path) && response.statusCode < 400) return;
      const { requestId } = response.locals;
      log({
        event: "request",
        method: request.method,
        path: loggedPath(request.originalUrl),
        status: response.statusCode,
        ms,
        requestId,
      });
    });
    next();
  };
}

/** Builds the application; the caller listens. Reads the demo mark once: a database does not change its nature while it is served. */
export async function createApplication(options: ApplicationOptions): Promise<Express> {
  const { store, auth, env, build, log, clientFolder, developing } = options;
  const { demo } = await store.as(operator).settings.all();
  const parts: Parts = {
    store,
    auth,
    env,
    demo,
    log,
    attempts: countAttempts(),
    pace: keepPace(),
    mail: mailOf(env.mail),
    organisation: organisationOf(env.organisation),
  };
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.proxy);
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    response.locals.requestId = newRequestId();
    next();
  });
  app.use(requestLine(log));
  app.use(securityHeaders(env, developing !== undefined));
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.use(knownAddress);
  app.use(sameOriginOnly(env));
  app.use(boundedBody);
  app.use(compression());
  if (developing) app.use(developing);
  if (clientFolder) {
    const assets = storedFor("31536000, immutable");
    app.use("/assets", express.static(join(clientFolder, "assets"), { ...assets, fallthrough: false }));
    app.use(express.static(clientFolder, { ...storedFor("3600"), index: false }));
  }
  app.all(
    "/{*splat}",
    createRequestHandler({
      build: typeof build === "function" ? async () => withProblemAnswers(await build()) : withProblemAnswers(build),
      mode: developing ? "development" : "production",
      getLoadContext: (request, response) =>
        contextFor(parts, {
          cookies: request.headers.cookie ?? null,
          acceptLanguage: request.headers["accept-language"] ?? null,
          userAgent: request.headers["user-agent"] ?? null,
          requestId: response.locals.requestId,
          nonce: response.locals.nonce,
          address: request.ip ?? "",
          retryAfter: (seconds) => response.setHeader("Retry-After", seconds),
        }),
    }),
  );
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status >= 500) log({ event: "fault", requestId: response.locals.requestId, place: faultPlace(error) });
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type("text")
      .send(status === 404 ? "Niet gevonden. Not found.\n" : "Er ging iets mis. Something went wrong.\n");
  });
  return app;
}
