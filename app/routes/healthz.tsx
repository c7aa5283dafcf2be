/** Whether the installation can take work: 200 when a write reaches the disk, 503 when not. */
import { operator } from "#app/domain/actor.ts";
import { requestContext } from "../context.server.ts";
import type { Route } from "./+types/healthz";

export async function loader({ context }: Route.LoaderArgs) {
  const { store } = context.get(requestContext);
  try {
    await store.as(operator).settings.probe();
    return Response.json({ status: "ok" });
  } catch {
    return Response.json({ status: "failing" }, { status: 503 });
  }
}
