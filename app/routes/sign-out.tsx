/** Ends the session. */
import { redirect } from "react-router";
import { endSession } from "../auth/session.server.ts";
import { requestContext } from "../context.server.ts";
import type { Route } from "./+types/sign-out";

export function loader() {
  return redirect("/");
}

export async function action({ request, context }: Route.ActionArgs) {
  const headers = new Headers({ "Clear-Site-Data": '"storage"' });
  headers.append("Set-Cookie", await endSession(context.get(requestContext), request.headers.get("cookie")));
  return redirect("/sign-in", { headers });
}
