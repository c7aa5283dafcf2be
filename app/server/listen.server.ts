/** Listens on the configured address, and gives nobody longer than a slow line needs to say what they want. */
import type { Server } from "node:http";
import type { Express } from "express";
import type { Env } from "../env.server.ts";

/** The most that a request may take to arrive, in milliseconds: its head, and all of it. 4 MB in two minutes is a very slow line. */
const headWithin = 20_000;
const wholeWithin = 120_000;

/** Resolves to the server once it listens; rejects when the address cannot be had. */
export function listen(app: Express, { host, port }: Pick<Env, "host" | "port">): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host);
    server.headersTimeout = headWithin;
    server.requestTimeout = wholeWithin;
    server.once("listening", () => resolve(server));
    server.once("error", reject);
  });
}
