/** Moves an interview on: start, pause, resume, stop, discard, reopen. */
import { redirect } from "react-router";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Route } from "./+types/interview-status";

export async function loader({ params }: Route.LoaderArgs) {
  throw redirect(`/interviews/${params.interviewId}`);
}

const moves = ["start", "pause", "resume", "stop", "discard", "reopen"] as const;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { interviewId } = params;
  const form = await request.formData();
  const move = moves.find((one) => one === form.get("move"));
  if (!move) throw new Problem("invalid-input", { fields: [{ path: "move", code: "wrong" }] });
  await verbs.interviews[move]({ interviewId, reason: String(form.get("reason") ?? "") });
  const together = new URL(request.url).searchParams.has("together");
  return redirect(together ? `/interviews/${interviewId}/together` : `/interviews/${interviewId}`);
}

export default function StatusPage() {
  return null;
}

export function ErrorBoundary() {
  return <RouteError />;
}
