/** Whether the installation can take work: 200 when a write reaches the disk, 503 when not, and what to keep an eye on. */
import { operator } from "#app/domain/actor.ts";
import { requestContext } from "../context.server.ts";
import { healthOf } from "../workflows/health.server.ts";
import type { Route } from "./+types/healthz";

export async function loader({ context }: Route.LoaderArgs) {
  const { store, env } = context.get(requestContext);
  const health = await healthOf(store.as(operator), env, new Date());
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
}
