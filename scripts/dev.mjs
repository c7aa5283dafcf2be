/** Serves the source itself: pages reload as they change; after a change to the server or the database, start it again. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "vite";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV = "development";
process.env.LEEROOGST_SECRET ??= randomBytes(32).toString("base64");

const vite = await createServer({ server: { middlewareMode: true } });
const { serve } = await vite.ssrLoadModule("./app/server/main.server.ts");
await serve({
  files: vite.middlewares,
  build: () => vite.ssrLoadModule("virtual:react-router/server-build"),
});
