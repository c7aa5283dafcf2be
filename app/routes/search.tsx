/** Searching the answers one may see. The words travel in the body of a post: they stand in no address and no log. */
import { useAskedBefore } from "#app/components/search/asked.ts";
import { SearchScreen } from "#app/components/search/search-screen.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { paced, signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { parseSearch } from "#app/domain/search-query.ts";
import { search } from "#app/messages/search.ts";
import type { Route } from "./+types/search";

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "answer.search")) throw new Problem("not-found");
  return { title: search[language].title, personId: actor.personId };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  paced(context, "search");
  const form = await request.formData();
  const query = String(form.get("query") ?? "");
  const cursor = form.get("cursor");
  const later = typeof cursor === "string" && cursor !== "";
  const found = await verbs.search.answers({ query, cursor: later ? cursor : undefined });
  return { ...found, query, later, noWords: parseSearch(query).length === 0 };
}

export default function SearchPage({ loaderData, actionData }: Route.ComponentProps) {
  useAskedBefore(loaderData.personId, actionData?.query ?? null);
  return <SearchScreen searched={actionData ?? null} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
