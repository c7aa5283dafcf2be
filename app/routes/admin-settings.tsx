/** The settings that an administrator may change. */
import { data, Form } from "react-router";
import { AdminFrame } from "#app/components/admin/admin-frame.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/admin-settings";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "settings.manage")) throw new Problem("not-found");
  const { earlyWeeks, auditYears } = await verbs.settings.all();
  return { settings: { earlyWeeks, auditYears }, title: admin[language].settings.title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const text = (name: string) => form.get(name)?.toString().trim();
  const number = (name: string) => {
    const written = text(name);
    return written === undefined ? undefined : written === "" ? Number.NaN : Number(written);
  };
  const given = { earlyWeeks: text("earlyWeeks"), auditYears: text("auditYears") };
  const nothing: Array<string> = [];
  try {
    await verbs.settings.change({ earlyWeeks: number("earlyWeeks"), auditYears: number("auditYears") });
    return { given, wrong: nothing };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    const wrong = (error.details.fields ?? []).map(({ path }) => path);
    return data({ given, wrong }, { status: 400 });
  }
}

export default function AdminSettings({ loaderData, actionData }: Route.ComponentProps) {
  const text = useMessages(admin).settings;
  const words = useMessages(common);
  const wrong = (name: string) => actionData?.wrong.includes(name);
  return (
    <AdminFrame here="settings" title={text.title}>
      <Form method="post" className="admin-form">
        {actionData?.wrong.length === 0 && (
          <Notice kind="calm" live>
            {text.saved}
          </Notice>
        )}
        <TextField
          label={text.earlyWeeks}
          hint={text.earlyWeeksHint}
          name="earlyWeeks"
          inputMode="numeric"
          defaultValue={actionData?.given.earlyWeeks ?? String(loaderData.settings.earlyWeeks)}
          fault={wrong("earlyWeeks") ? text.outOfRange(0, 52) : undefined}
        />
        <TextField
          label={text.auditYears}
          hint={text.auditYearsHint}
          name="auditYears"
          inputMode="numeric"
          defaultValue={actionData?.given.auditYears ?? String(loaderData.settings.auditYears)}
          fault={wrong("auditYears") ? text.outOfRange(5, 20) : undefined}
        />
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
