/** Every address that leads nowhere: the calm page, in the visitor's language and inside the usual frame. */
import { RouteError } from "#app/components/ui/error-page.tsx";
import { Problem } from "#app/domain/problem.ts";
import { common } from "#app/messages/common.ts";
import type { Route } from "./+types/missing";

export function loader() {
  throw new Problem("not-found");
}

export function action() {
  throw new Problem("not-found");
}

export default function Missing() {
  return null;
}

export function meta({ matches: [root] }: Route.MetaArgs) {
  return [{ title: `${common[root.loaderData?.language ?? "nl"].notFoundTitle} – Leeroogst` }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
