/** All regions, and adding one. */
import { data, Form, redirect } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-regions";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "people.manage")) throw new Problem("not-found");
  return { regions: await verbs.regions.mine(), title: admin[language].regions.title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { name: text("name"), key: text("key"), practice: text("practice") === "yes" };
  try {
    await verbs.regions.add(given);
    return redirect("/admin/regions");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ faults: error.details.fields ?? [], given }, { status: 400 });
  }
}

export default function AdminRegions({ loaderData: { regions }, actionData }: Route.ComponentProps) {
  const text = useMessages(admin).regions;
  const words = useMessages(common);
  const sentences: Record<string, string> = { ...words.faults, "not-a-key": text.notAKey, taken: text.taken };
  const faultOf = (path: string) => {
    const fault = actionData?.faults.find((one) => one.path === path);
    return fault && (sentences[fault.code] ?? words.faults.wrong);
  };
  return (
    <AdminFrame here="regions" title={text.title} intro={text.intro}>
      {regions.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.key}</th>
              <th scope="col">{text.kind}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((region) => (
              <tr key={region.id}>
                <th scope="row">{region.name}</th>
                <td data-label={text.key}>{region.key}</td>
                <td data-label={text.kind}>{region.practice ? text.practice : text.real}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section className="admin-part">
        <h2>{text.addTitle}</h2>
        <Form method="post" className="admin-form" key={regions.length}>
          <div className="two">
            <TextField
              label={text.name}
              name="name"
              defaultValue={actionData?.given.name}
              fault={faultOf("name")}
              maxLength={100}
            />
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
