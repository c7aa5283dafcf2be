/** The phases of the roll-out: how many regions each brings, and from which day; with room for one more. */
import { data, Form, redirect } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField, useFirstFault } from "#app/components/ui/field.tsx";
import { signedIn } from "#app/context.server.ts";
import { mostPhases } from "#app/domain/phases.ts";
import { Problem } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-phases";

type Row = { regions: string; startsOn: string };

/** The rows as they were typed, without the empty ones at the end. */
function readRows(form: FormData): Array<Row> {
  const rows: Array<Row> = [];
  for (let number = 1; form.has(`regions-${number}`) && number <= mostPhases + 1; number += 1) {
    const text = (name: string) => String(form.get(`${name}-${number}`) ?? "").trim();
    rows.push({ regions: text("regions"), startsOn: text("startsOn") });
  }
  while (rows.at(-1)?.regions === "" && rows.at(-1)?.startsOn === "") rows.pop();
  return rows;
}

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { phases } = await verbs.phases.rollOut();
  return {
    rows: phases.map(({ regions, startsOn }): Row => ({ regions: String(regions), startsOn: startsOn ?? "" })),
    title: admin[language].phases.title,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const rows = readRows(await request.formData());
  try {
    const phases = rows.map(({ regions, startsOn }) => ({
      regions: regions === "" ? Number.NaN : Number(regions),
      startsOn: startsOn === "" ? null : startsOn,
    }));
    await verbs.phases.change({ phases });
    return redirect("/admin/regions");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ faults: error.details.fields ?? [], rows }, { status: 400 });
  }
}

export default function AdminPhases({ loaderData, actionData }: Route.ComponentProps) {
  const text = useMessages(admin).phases;
  const words = useMessages(common);
  const form = useFirstFault(actionData);
  const rows = actionData?.rows ?? loaderData.rows;
  const known = Math.max(rows.length, loaderData.rows.length);
  const shown = Array.from({ length: Math.min(mostPhases, known + 1) }, (_, index) => index + 1);
  const faultOf = (path: string) => {
    const fault = actionData?.faults.find((one) => one.path === path);
    const sentences: Record<string, string> = { ...words.faults, ...text.faults };
    return fault && (sentences[fault.code] ?? words.faults.wrong);
  };
  return (
    <AdminFrame here="regions" title={text.title} intro={text.intro}>
      <Form method="post" className="admin-form" ref={form}>
        {shown.map((number) => (
          <fieldset key={number} className="two">
            <legend>{number > known ? text.next(number) : text.name(number)}</legend>
            <TextField
              label={text.regionsLabel}
              name={`regions-${number}`}
              inputMode="numeric"
              defaultValue={rows[number - 1]?.regions ?? ""}
              fault={faultOf(`regions-${number}`)}
            />
            <TextField
              label={text.startsOnLabel}
              name={`startsOn-${number}`}
              type="date"
              defaultValue={rows[number - 1]?.startsOn ?? ""}
              fault={faultOf(`startsOn-${number}`)}
            />
          </fieldset>
        ))}
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
