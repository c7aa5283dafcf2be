/** The way to one's organisation, to sign in there. */
import { goToOrganisation } from "#app/auth/organisation.server.ts";
import { requestContext } from "#app/context.server.ts";
import { ownPath } from "#app/server/own-path.server.ts";
import type { Route } from "./+types/organisation";

export function loader({ context, request }: Route.LoaderArgs) {
  const to = ownPath(new URL(request.url).searchParams.get("to"));
  return goToOrganisation(context.get(requestContext), { kind: "sign-in", to });
}
