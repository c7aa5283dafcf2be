/** Connecting one's account to the sign-in of one's organisation. */
import { goToOrganisation } from "#app/auth/organisation.server.ts";
import { needFreshFactor } from "#app/auth/second-factor.server.ts";
import { requestContext, signedIn } from "#app/context.server.ts";
import type { Route } from "./+types/account-organisation";

export function loader({ context }: Route.LoaderArgs) {
  const { actor } = signedIn(context);
  const visit = context.get(requestContext);
  needFreshFactor(visit, "/account/organisation");
  return goToOrganisation(visit, { kind: "connect", personId: actor.personId });
}
