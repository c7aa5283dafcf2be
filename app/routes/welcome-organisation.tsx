/** Making an account by an invitation, with the sign-in of one's organisation in place of a password. */
import { goToOrganisation } from "#app/auth/organisation.server.ts";
import { requestContext } from "#app/context.server.ts";
import { operator } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Route } from "./+types/welcome-organisation";

export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const visit = context.get(requestContext);
  const { email, renewal } = await visit.store.as(operator, visit.requestId).people.welcome({ token });
  if (renewal || email === "") throw new Problem("not-found");
  return goToOrganisation(visit, { kind: "invitation", token });
}
