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

/** Each setting with the numbers between which it lies. */
const fields = [
  { name: "earlyWeeks", from: 0, to: 52 },
  { name: "answerMonths", from: 1, to: 12 },
  { name: "consentYears", from: 1, to: 5 },
  { name: "auditYears", from: 5, to: 20 },
] as const;
type Field = (typeof fields)[number]["name"];

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  if (!mayAnywhere(actor, "settings.manage")) throw new Problem("not-found");
  const { earlyWeeks, answerMonths, consentYears, auditYears } = await verbs.settings.all();
  return { settings: { earlyWeeks, answerMonths, consentYears, auditYears }, title: admin[language].settings.title };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const given: Partial<Record<Field, string>> = {};
  const change: Partial<Record<Field, number>> = {};
  for (const { name } of fields) {
    const written = form.get(name)?.toString().trim();
    if (written === undefined) continue;
    given[name] = written;
    change[name] = written === "" ? Number.NaN : Number(written);
  }
  const nothing: Array<string> = [];
  try {
    await verbs.settings.change(change);
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
        {fields.map(({ name, from, to }) => (
          <TextField
            key={name}
            label={text[name]}
            hint={text[`${name}Hint`]}
            name={name}
            inputMode="numeric"
            defaultValue={actionData?.given[name] ?? String(loaderData.settings[name])}
            fault={wrong(name) ? text.outOfRange(from, to) : undefined}
          />
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
