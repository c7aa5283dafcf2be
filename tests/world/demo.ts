/** Makes the demo's throw-away database: guides, the invented world, and the mark that lets one pick who to be. */
import { join } from "node:path";
import { operator } from "#app/domain/actor.ts";
import { publishShipped } from "#app/workflows/publish-guides.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { openStore } from "#db/store.server.ts";
import { fillWorld } from "./world.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("usage: demo.mjs DATABASE");
const store = openStore(path);
const verbs = store.as(operator);
await verbs.settings.markDemo();
await publishShipped(verbs, join(installationRoot(), "interview-guides"));
await fillWorld(store);
store.close();
