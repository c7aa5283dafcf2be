/** Tells a page whose session this browser has now, so that it can hide itself from anybody else. */
import { requestContext } from "#app/context.server.ts";
import type { Route } from "./+types/session";

export function loader({ context }: Route.LoaderArgs) {
  return Response.json({ personId: context.get(requestContext).actor?.personId ?? null });
}
