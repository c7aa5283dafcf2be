/** The one process: opens the store, serves on the configured address and stops cleanly on Ctrl-C or SIGTERM. */
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import * as productionBuild from "virtual:react-router/server-build";
import type { Handler } from "express";
import type { ServerBuild } from "react-router";
import { installationRoot } from "#db/open.server.ts";
import { openStore, type Store } from "#db/store.server.ts";
import { createAuth } from "../auth/auth.server.ts";
import { operator } from "../domain/actor.ts";
import { Problem } from "../domain/problem.ts";
import { type Env, readSettings } from "../env.server.ts";
import { publishShipped } from "../workflows/publish-guides.server.ts";
import { createApplication } from "./application.server.ts";
import { scheduleBackups } from "./backups.server.ts";
import { scheduleErasures } from "./erasures.server.ts";
import { scheduleHousekeeping } from "./housekeeping.server.ts";
import { listen } from "./listen.server.ts";
import { type Log, logToOutput } from "./log.server.ts";

type Developing = { files: Handler; build: () => Promise<ServerBuild> };

/** How long open requests may take to finish once we have been told to stop, in milliseconds. */
const patience = 10_000;

function stopOnSignal(server: Server, store: Store, log: Log): void {
  let stopping = false;
  function stop(): void {
    if (stopping) return;
    stopping = true;
    const deadline = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(deadline);
      store.close();
      log({ event: "stopped" });
      process.exit(0);
    });
    server.closeIdleConnections();
  }
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Prints why the server cannot start and ends the process: 2 for wrong settings, 1 for anything else; a bug keeps its stack. */
function refuseToStart(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (error instanceof Problem) {
    const lines = (error.details.lines ?? []).map((line) => `  ${line}\n`);
    process.stderr.write(`${error.message}\n${lines.join("")}`);
    process.exit(error.code === "settings-invalid" ? 2 : 1);
  }
  if (typeof code === "string" && (code.startsWith("SQLITE_") || code === "EROFS")) {
    process.stderr.write(
      `The database cannot be opened for writing (${code}). Look at its path, its owner and its disk.\n`,
    );
    process.exit(1);
  }
  if (code === "EADDRINUSE" || code === "EACCES") {
    process.stderr.write(`The address is not free (${code}). Choose another with LEEROOGST_PORT.\n`);
    process.exit(1);
  }
  throw error;
}

/** While nobody is an administrator: prints a link with which somebody becomes the first. */
async function inviteFirstAdministrator(store: Store, address: string): Promise<void> {
  const { demo } = await store.as(operator).settings.all();
  const link = demo ? null : await store.as(operator).people.inviteFirst();
  if (!link) return;
  process.stderr.write(
    `Nobody is an administrator yet. Whoever opens this link becomes the first; it works once, until ${link.expiresAt}:\n` +
      `  ${address}/welcome/${link.token}\n`,
  );
}

async function start(env: Env, developing: Developing | undefined): Promise<string> {
  const log = logToOutput;
  process.umask(0o077);
  mkdirSync(dirname(env.database), { recursive: true });
  const store = openStore(env.database);
  await publishShipped(store.as(operator), join(installationRoot(), "interview-guides"));
  const app = await createApplication({
    store,
    auth: createAuth(store.connections, env),
    env,
    log,
    build: developing ? developing.build : productionBuild,
    clientFolder: developing ? null : join(installationRoot(), "build", "client"),
    developing: developing?.files,
  });
  const server = await listen(app, env);
  stopOnSignal(server, store, log);
  scheduleErasures(store, log);
  scheduleHousekeeping(store, env.database, log);
  if (env.backups && !developing) scheduleBackups(env.database, env.backups, log);
  const address = env.port === 0 ? `http://localhost:${(server.address() as AddressInfo).port}` : env.origin;
  await inviteFirstAdministrator(store, address);
  process.stderr.write(`Leeroogst serves ${address}\n`);
  return address;
}

/** Serves until a signal comes. Returns the address once the server listens; prints why and ends the process when it cannot start. */
export async function serve(developing?: Developing): Promise<string> {
  try {
    return await start(readSettings(process.env), developing);
  } catch (error) {
    return refuseToStart(error);
  }
}
