/** The built server, and a bare one beside it, each as a process of its own, and a client that keeps its connection open as a browser does. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beginSession } from "#app/auth/session.server.ts";
import { readSettings } from "#app/env.server.ts";
import type { Store } from "#db/store.server.ts";

/** Any secret will do: the databases are thrown away. */
const secret = "the bench signs the sessions of its throw-away databases";

export type Process = {
  address: string;
  /** Milliseconds that the process itself counted for each request whose path matches, in order. */
  times(path: RegExp): Array<number>;
  stop(): Promise<void>;
};

/** `bytes` is what came over the wire, headers aside. */
export type Answer = { status: number; text: string; bytes: number };
export type Client = (
  path: string,
  asked?: { method?: string; body?: string; headers?: OutgoingHttpHeaders },
) => Promise<Answer>;

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}

/** A client on one connection, with these headers on every request. */
export function clientOf(address: string, standing: OutgoingHttpHeaders = {}): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path, { method = "GET", body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const asking = request(`${address}${path}`, { agent, method, headers: { ...standing, ...headers, ...length } });
      asking.on("error", reject);
      asking.on("response", (response) => {
        const parts: Array<Buffer> = [];
        response.on("error", reject);
        response.on("data", (part) => parts.push(part));
        response.on("end", () => {
          const whole = Buffer.concat(parts);
          const text = unpacked(whole, response.headers["content-encoding"]).toString("utf8");
          resolve({ status: response.statusCode ?? 0, text, bytes: whole.length });
        });
      });
      asking.end(body);
    });
}

/** Waits for the first healthy answer, looking every few milliseconds. */
export async function healthy(address: string): Promise<void> {
  const client = clientOf(address);
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const answer = await client("/healthz").catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error("the server does not answer");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}

/** Starts a program that answers `/healthz` on `port` and writes a JSON line with `path` and `ms` for each request to its output, kept in `logFile`. */
async function startProcess(
  args: Array<string>,
  port: number,
  logFile: string,
  env: NodeJS.ProcessEnv,
): Promise<Process> {
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", log, "ignore"],
  });
  closeSync(log);
  const address = `http://localhost:${port}`;
  await healthy(address);
  return {
    address,
    times: (path) =>
      readFileSync(logFile, "utf8")
        .split("\n")
        .flatMap((line) => {
          if (!line.startsWith("{")) return [];
          const { path: asked, ms } = JSON.parse(line) as { path?: string; ms?: number };
          return asked !== undefined && ms !== undefined && path.test(asked) ? [ms] : [];
        }),
    stop: () => ended(child),
  };
}

/** How the built server is started on a database; `npm start` does the same after looking whether the build is current. */
export function builtServer(database: string, port: number): { args: Array<string>; env: NodeJS.ProcessEnv } {
  return {
    args: ["-e", 'import("./build/server/index.js").then((server) => server.serve())'],
    env: { LEEROOGST_DATABASE: database, LEEROOGST_PORT: String(port), LEEROOGST_SECRET: secret },
  };
}

export async function startBuilt(database: string, folder: string): Promise<Process> {
  const port = await freePort();
  const { args, env } = builtServer(database, port);
  return startProcess(args, port, join(folder, `built-${port}.log`), env);
}

/** A server with nothing but Node's own http and one raw SQLite table; `page` is the file that it answers `/page` with. */
export async function startBare(folder: string, page = ""): Promise<Process> {
  const port = await freePort();
  const args = ["scripts/run.mjs", "tests/bench/bare-server.ts", String(port), join(folder, `bare-${port}.db`), page];
  return startProcess(args, port, join(folder, `bare-${port}.log`), {});
}

/** The `Cookie` header of a person with a fresh session, as signing in gives. */
export async function cookieOf(store: Store, personId: string): Promise<string> {
  const env = readSettings({ LEEROOGST_SECRET: secret });
  const cookie = await beginSession({ store, env }, personId, { factorGivenBy: "" });
  if (cookie === null) throw new Error("this person may not sign in");
  return cookie.split(";")[0] ?? "";
}
