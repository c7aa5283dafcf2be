/** The whole web application on a test store: the real middleware, router and sign-in, asked over HTTP on a port of its own. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import {
  type ServerBuild,
  UNSAFE_withComponentProps as withComponentProps,
  UNSAFE_withErrorBoundaryProps as withErrorBoundaryProps,
} from "react-router";
import { onTestFinished } from "vitest";
import { type Auth, createAuth } from "#app/auth/auth.server.ts";
import { beginSession } from "#app/auth/session.server.ts";
import type { Actor } from "#app/domain/actor.ts";
import * as entry from "#app/entry.server.tsx";
import { type Env, readSettings } from "#app/env.server.ts";
import * as rootModule from "#app/root.tsx";
import siteMap from "#app/routes.ts";
import { createApplication } from "#app/server/application.server.ts";
import type { LogLine } from "#app/server/log.server.ts";
import type { Store } from "#db/store.server.ts";
import frameworkSettings from "../remix.config.js";

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];
type Form = URLSearchParams | FormData | Record<string, string | Array<string>>;

/**
 * `as`: the person who asks, or nothing for a visitor; `passwordOnly`: that person has not given the second factor yet. Headers named here replace the ones
 * that a browser would send.
 */
export type Asking = { as?: string | Actor; passwordOnly?: boolean; headers?: Record<string, string | null> };

export type TestApp = {
  /** Scheme, host and port that it listens on. */
  address: string;
  auth: Auth;
  env: Env;
  /** Every line logged so far; a fault is also written to console.error, and so fails the test. */
  log: Array<LogLine>;
  get(path: string, asking?: Asking): Promise<Response>;
  /** Posts a form as a browser does from our own page. Redirects are not followed. */
  post(path: string, form: Form, asking?: Asking): Promise<Response>;
  /** Posts JSON as our own scripts do. */
  postJson(path: string, body: unknown, asking?: Asking): Promise<Response>;
  send(path: string, request: RequestInit, asking?: Asking): Promise<Response>;
  /** The `Cookie` header of a person with a fresh session, whose second factor was given unless it is `passwordOnly`. */
  cookieOf(personId: string, passwordOnly?: boolean): Promise<string>;
};

const modules = import.meta.glob<RouteModule>("../app/routes/**/*.{ts,tsx}");

/** Gives a page and its error page their data as props, as the router's compiler does. */
function compiled(module: RouteModule): RouteModule {
  const { default: page, ErrorBoundary } = module;
  return {
    ...module,
    default: page && withComponentProps(page as Parameters<typeof withComponentProps>[0]),
    ErrorBoundary:
      ErrorBoundary && withErrorBoundaryProps(ErrorBoundary as Parameters<typeof withErrorBoundaryProps>[0]),
  };
}

async function addRoutes(
  routes: ServerBuild["routes"],
  manifest: ServerBuild["assets"]["routes"],
  entries: ReadonlyArray<RouteConfigEntry>,
  parentId: string,
): Promise<void> {
  for (const { file, path, index, caseSensitive, children, ...rest } of entries) {
    const load = modules[`../app/${file}`];
    if (!load) throw new Error(`the site map names ${file}, which is not there`);
    const id = rest.id ?? file.replace(/\.tsx?$/, "");
    const module = compiled(await load());
    routes[id] = { id, parentId, path, index, caseSensitive, module };
    manifest[id] = manifestEntry(id, parentId, path, index, module);
    await addRoutes(routes, manifest, children ?? [], id);
  }
}

function manifestEntry(
  id: string,
  parentId: string | undefined,
  path: string | undefined,
  index: boolean | undefined,
  module: RouteModule,
): ServerBuild["assets"]["routes"][string] {
  return {
    id,
    parentId,
    path,
    index,
    module: `/assets/${id}.js`,
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasClientMiddleware: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    clientActionModule: undefined,
    clientLoaderModule: undefined,
    clientMiddlewareModule: undefined,
    hydrateFallbackModule: undefined,
  };
}

/** The build that the router would get from its compiler, made from the source as the tests see it. */
export async function testBuild(): Promise<ServerBuild> {
  const root = compiled(rootModule as RouteModule);
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root } };
  const manifest = { root: manifestEntry("root", undefined, "", undefined, root) };
  await addRoutes(routes, manifest, await siteMap, "root");
  return {
    entry: { module: entry as ServerBuild["entry"]["module"] },
    routes,
    assets: {
      entry: { imports: [], module: "/assets/entry.client.js" },
      routes: manifest,
      url: "/assets/manifest.js",
      version: "test",
    },
    assetsBuildDirectory: "build/client",
    basename: "/",
    publicPath: "/",
    future: { unstable_optimizeDeps: false, ...frameworkSettings.future } as ServerBuild["future"],
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
  };
}

/**
 * Serves the application on a store until the test ends. `settings` replace those of the test, e.g. an https origin, and then it is asked
 * as by the proxy in front; `clientFolder` holds
 * the browser's files, which no other test needs.
 */
export async function testApp(
  on: Store | { store: Store },
  settings: Record<string, string> = {},
  clientFolder: string | null = null,
): Promise<TestApp> {
  const store = "connections" in on ? on : on.store;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = readSettings({
    LEEROOGST_SECRET: "a secret that only this test has, never another",
    LEEROOGST_PORT: new URL(address).port,
    ...settings,
  });
  const origin = env.https ? env.origin : address;
  const auth = createAuth(store.connections, env);
  const log: Array<LogLine> = [];
  const build = await testBuild();
  function note(line: LogLine): void {
    log.push(line);
    if (line.event === "fault") console.error(line.place);
  }
  server.on("request", await createApplication({ store, auth, env, build, log: note, clientFolder }));

  async function cookieOf(personId: string, passwordOnly = false): Promise<string> {
    const cookie = await beginSession({ store, env }, personId, { factorGivenBy: passwordOnly ? null : "" });
    if (cookie === null) throw new Error("this person may not sign in");
    return cookie.split(";")[0] ?? "";
  }

  async function send(
    path: string,
    request: RequestInit,
    { as, passwordOnly, headers = {} }: Asking = {},
  ): Promise<Response> {
    const sent = new Headers({ accept: "text/html", "accept-language": "nl" });
    if (env.https) {
      sent.set("x-forwarded-host", `${new URL(origin).hostname}:443`);
      sent.set("x-forwarded-proto", "https");
    }
    if (request.method !== undefined && request.method !== "GET") {
      sent.set("origin", origin);
      sent.set("sec-fetch-site", "same-origin");
    }
    if (as !== undefined) sent.set("cookie", await cookieOf(typeof as === "string" ? as : as.personId, passwordOnly));
    for (const [name, value] of new Headers(request.headers)) sent.set(name, value);
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    return fetch(`${address}${path}`, { ...request, headers: sent, redirect: "manual" });
  }

  return {
    address,
    auth,
    env,
    log,
    cookieOf,
    send,
    get: (path, asking) => send(path, {}, asking),
    post: (path, form, asking) => send(path, { method: "POST", body: toBody(form) }, asking),
    postJson: (path, body, asking) =>
      send(
        path,
        {
          method: "POST",
          body: JSON.stringify(body),
          headers: { "content-type": "application/json", accept: "application/json" },
        },
        asking,
      ),
  };
}

function toBody(form: Form): URLSearchParams | FormData {
  if (form instanceof URLSearchParams || form instanceof FormData) return form;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return body;
}
