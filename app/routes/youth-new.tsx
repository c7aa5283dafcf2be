/** Adding a youth to a region: no name, only what the work needs. */
import { data, redirect } from "react-router";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { YouthForm } from "#app/components/youth/youth-form.tsx";
import { signedIn } from "#app/context.server.ts";
import type { AgeBand, EnrolmentStatus } from "#app/domain/guide.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { board } from "#app/messages/board.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/youth-new";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const region = await verbs.regions.toManage({ regionId: params.regionId });
  return { region, title: board[language].newYouth.title };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const values = {
    enrolmentStatus: String(form.get("enrolmentStatus") ?? "") as EnrolmentStatus,
    ageBand: String(form.get("ageBand") ?? "") as AgeBand,
    workingSince: String(form.get("workingSince") ?? ""),
  };
  try {
    const { id } = await verbs.regions.addYouth({ regionId: params.regionId, ...values });
    return redirect(`/youths/${id}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ values, fields: error.details.fields ?? [] }, { status: problemStatus(error.code) });
  }
}

export default function NewYouthPage({ loaderData: { region }, actionData }: Route.ComponentProps) {
  const text = useMessages(board);
  return (
    <>
      <Crumbs items={[{ label: region.name, to: `/regions/${region.id}` }, { label: text.newYouth.title }]} />
      <PageHead title={text.newYouth.title} intro={text.newYouth.intro} />
      <YouthForm values={actionData?.values ?? {}} faults={actionData?.fields ?? []} submit={text.newYouth.save} />
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
