/** Keeps the visitor's choice of language and theme, and goes back to where they were. */
import { redirect } from "react-router";
import { requestContext } from "../context.server.ts";
import { toLanguage } from "../messages/messages.ts";
import { preferenceCookie } from "../server/cookies.server.ts";
import { ownPath } from "../server/own-path.server.ts";
import type { Route } from "./+types/preferences";

export function loader() {
  return redirect("/");
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(requestContext);
  const form = await request.formData();
  const headers = new Headers();
  const language = toLanguage(String(form.get("language") ?? ""));
  if (language) headers.append("Set-Cookie", preferenceCookie("language", language, env));
  const theme = String(form.get("theme") ?? "");
  if (theme === "light" || theme === "dark") headers.append("Set-Cookie", preferenceCookie("theme", theme, env));
  if (theme === "system") headers.append("Set-Cookie", preferenceCookie("theme", "", env));
  return redirect(ownPath(form.get("back")), { headers });
}
