/** One region: its name, and the phase in which it joins. */
import { data, Form, redirect } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { RegionName, RegionPhase, useRegionFaults } from "#app/components/admin/region-fields.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { useFirstFault } from "#app/components/ui/field.tsx";
import { signedIn } from "#app/context.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-region";

export async function loader({ context, params: { regionId } }: Route.LoaderArgs) {
  const { verbs } = signedIn(context);
  const { phases, regions } = await verbs.phases.rollOut();
  const region = regions.find(({ id }) => id === regionId);
  if (!region) throw new Problem("not-found");
  return { region, phases, title: region.name };
}

export async function action({ request, context, params: { regionId } }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const given = { name: String(form.get("name") ?? ""), phase: String(form.get("phase") ?? "") };
  try {
    const phase = given.phase === "" ? null : Number(given.phase);
    await verbs.phases.editRegion({ regionId, name: given.name, phase });
    return redirect("/admin/regions");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ faults: error.details.fields ?? [], given }, { status: 400 });
  }
}

export default function AdminRegion({ loaderData: { region, phases }, actionData }: Route.ComponentProps) {
  const text = useMessages(admin).regions;
  const words = useMessages(common);
  const faultOf = useRegionFaults(actionData?.faults);
  const form = useFirstFault(actionData);
  const given = actionData?.given ?? { name: region.name, phase: String(region.phase ?? "") };
  return (
    <AdminFrame here="regions" title={region.name} intro={text.keyAndKind(region.key, region.practice)}>
      <Form method="post" className="admin-form" ref={form}>
        <RegionName value={given.name} fault={faultOf("name")} />
        <RegionPhase phases={phases} value={given.phase} fault={faultOf("phase")} />
        <div className="row">
          <Button kind="primary" arrow={false}>
            {words.save}
          </Button>
        </div>
      </Form>
    </AdminFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
