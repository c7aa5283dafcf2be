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
  const { earlyWeeks } = await verbs.settings.all();
  return { earlyWeeks, title: admin[language].settings.title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const given = String((await request.formData()).get("earlyWeeks") ?? "");
  try {
    await verbs.settings.change({ earlyWeeks: given.trim() === "" ? Number.NaN : Number(given) });
    return { saved: true, given };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ saved: false, given }, { status: 400 });
  }
}

export default function AdminSettings({ loaderData, actionData }: Route.ComponentProps) {
  const text = useMessages(admin).settings;
  const words = useMessages(common);
  return (
    <AdminFrame here="settings" title={text.title}>
      <Form method="post" className="admin-form">
        {actionData?.saved && (
          <Notice kind="calm" live>
            {text.saved}
          </Notice>
        )}
        <TextField
          label={text.earlyWeeks}
          hint={text.earlyWeeksHint}
          name="earlyWeeks"
          inputMode="numeric"
          defaultValue={actionData?.given ?? String(loaderData.earlyWeeks)}
          fault={actionData && !actionData.saved ? text.outOfRange : undefined}
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
