/** The way back from one's organisation. */
import { comeFromOrganisation } from "#app/auth/organisation.server.ts";
import { requestContext } from "#app/context.server.ts";
import type { Route } from "./+types/organisation-return";

export function loader({ context, request }: Route.LoaderArgs) {
  return comeFromOrganisation(context.get(requestContext), request);
}
