/** How far the roll-out is, all regions, and adding one. */
import { data, Form, Link, redirect } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { RegionName, RegionPhase, useRegionFaults } from "#app/components/admin/region-fields.tsx";
import { RollOut } from "#app/components/admin/roll-out.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField, useFirstFault } from "#app/components/ui/field.tsx";
import { signedIn } from "#app/context.server.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import { rollOut } from "#app/domain/phases.ts";
import { Problem } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-regions";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { phases, regions } = await verbs.phases.rollOut();
  const today = amsterdamDay(new Date().toISOString());
  return { phases: rollOut(phases, regions, today), regions, title: admin[language].regions.title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { name: text("name"), key: text("key"), practice: text("practice") === "yes", phase: text("phase") };
  try {
    await verbs.regions.add({ ...given, phase: given.phase === "" ? null : Number(given.phase) });
    return redirect("/admin/regions");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ faults: error.details.fields ?? [], given }, { status: 400 });
  }
}

export default function AdminRegions({ loaderData: { phases, regions }, actionData }: Route.ComponentProps) {
  const { regions: text, phases: phaseText } = useMessages(admin);
  const faultOf = useRegionFaults(actionData?.faults);
  const form = useFirstFault(actionData);
  return (
    <AdminFrame here="regions" title={text.title} intro={text.intro}>
      <section aria-labelledby="phases">
        <h2 id="phases">{phaseText.title}</h2>
        <p className="hint">{phaseText.shortIntro}</p>
        <RollOut phases={phases} />
        <p>
          <Link to="/admin/phases">{phaseText.edit}</Link>
        </p>
      </section>
      <section className="admin-part" aria-labelledby="all-regions">
        <h2 id="all-regions">{text.allTitle}</h2>
        {regions.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.key}</th>
                <th scope="col">{text.phase}</th>
                <th scope="col">{text.kind}</th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.id}>
                  <th scope="row">
                    <Link to={`/admin/regions/${region.id}`}>{region.name}</Link>
                  </th>
                  <td data-label={text.key}>{region.key}</td>
                  <td data-label={text.phase}>{region.phase === null ? text.noPhase : phaseText.name(region.phase)}</td>
                  <td data-label={text.kind}>{region.practice ? text.practice : text.real}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="admin-part">
        <h2>{text.addTitle}</h2>
        <Form method="post" className="admin-form" key={regions.length} ref={form}>
          <div className="two">
            <RegionName value={actionData?.given.name} fault={faultOf("name")} />
            <TextField
              label={text.key}
              name="key"
              hint={text.keyHint}
              defaultValue={actionData?.given.key}
              fault={faultOf("key")}
              maxLength={60}
            />
          </div>
          <ChoiceGroup
            legend={text.kind}
            name="practice"
            type="radio"
            defaultValue={actionData?.given.practice ? "yes" : "no"}
            options={[
              { value: "no", label: text.real },
              { value: "yes", label: text.practice, hint: text.practiceHint },
            ]}
          />
          <RegionPhase phases={phases} value={actionData?.given.phase} fault={faultOf("phase")} />
          <div className="row">
            <Button kind="primary">{text.addButton}</Button>
          </div>
        </Form>
      </section>
    </AdminFrame>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
