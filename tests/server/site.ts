/** The site map as the framework reads it, and the invented world with everything published that ships. */
import { join } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import siteMap from "#app/routes.ts";
import { publishConsentTexts } from "#app/workflows/publish-consent-texts.server.ts";
import { installationRoot } from "#db/open.server.ts";
import type { Store } from "#db/store.server.ts";
import { testStore } from "../db/store.ts";
import { testBuild } from "../harness.ts";
import { fillWorld, type World } from "../world/world.ts";

function patterns(entries: ReadonlyArray<RouteConfigEntry>, under = ""): Array<string> {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${under}/${entry.path}` : under;
    return [
      ...(entry.file && (entry.path !== undefined || entry.index) ? [path || "/"] : []),
      ...patterns(entry.children ?? [], path),
    ];
  });
}

/** Patterns of every route but the one for what is not there. */
export async function routePatterns(): Promise<Array<string>> {
  return patterns(await siteMap).filter((pattern) => pattern !== "/*");
}

/** Patterns of the routes that take writes. */
export async function writablePatterns(): Promise<Array<string>> {
  const { routes } = await testBuild();
  return Object.values(routes).flatMap((route) =>
    route?.module.action && route.path !== undefined && route.path !== "*" ? [`/${route.path}`] : [],
  );
}

/** The address at which scripts ask for a page's data. */
export function dataPath(path: string): string {
  return path.replace(/^([^?]+)/, (page) => (page === "/" ? "/_.data" : `${page}.data`));
}

/** The invented world in a store that has published all that ships, letters about taking part included. */
export async function inventedWorld(): Promise<{ store: Store; world: World }> {
  const { store, operator } = await testStore();
  await publishConsentTexts(operator, join(installationRoot(), "interview-guides", "consent"));
  return { store, world: await fillWorld(store) };
}
