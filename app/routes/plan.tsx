/** Planning an interview about a youth: with whom, when, how, and by whom. */
import { data, Form, redirect } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { SelectField, TextField, useFirstFault } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import { ripeOn } from "#app/domain/board.ts";
import { amsterdamDay, showDay } from "#app/domain/dates.ts";
import { type Perspective, perspectives } from "#app/domain/guide.ts";
import { type Channel, channels, weeksTogether } from "#app/domain/interview.ts";
import { type Language, languages } from "#app/domain/languages.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { board } from "#app/messages/board.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/plan";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const youth = await verbs.regions.youth({ youthId: params.youthId });
  const { earlyWeeks } = await verbs.settings.all();
  const today = amsterdamDay(new Date().toISOString());
  const asked = new URL(request.url).searchParams.get("perspective");
  const perspective = perspectives.find((one) => one === asked) ?? null;
  return {
    youth: { id: youth.id, label: youth.label, regionId: youth.regionId, regionName: youth.region.name },
    respondents: youth.respondents.filter((one) => perspective === null || one.perspective === perspective),
    interviewers: mayIn(actor, "youth.manage", youth.regionId) ? youth.interviewers : [],
    me: actor.personId,
    perspective,
    today,
    waitUntil: weeksTogether(youth.workingSince, today) < earlyWeeks ? ripeOn(youth.workingSince, earlyWeeks) : null,
    saidNo: youth.interviews.some(
      (one) =>
        (one.state === "refused" || one.state === "withdrawn") &&
        (perspective === null || one.perspective === perspective),
    ),
    title: board[language].plan.title(youth.label),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const form = await request.formData();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const respondentId = values.respondentId ?? "";
  try {
    const { id } = await verbs.regions.plan({
      youthId: params.youthId,
      perspective: values.perspective as Perspective,
      respondentId: respondentId === "" ? null : respondentId,
      interviewerId: values.interviewerId ? values.interviewerId : null,
      conductedOn: values.conductedOn ?? "",
      channel: values.channel as Channel,
      language: values.language as Language,
    });
    return redirect(`/interviews/${id}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data({ values, fields: error.details.fields ?? [] }, { status: problemStatus(error.code) });
  }
}

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const { youth, respondents, interviewers, me, perspective, today, waitUntil, saidNo } = loaderData;
  const text = useMessages(board);
  const words = useMessages(common);
  const language = useLanguage();
  const form = useFirstFault(actionData);
  const values: Record<string, string> = actionData?.values ?? {};
  function faultOf(path: string): string | undefined {
    const code = actionData?.fields.find((fault) => fault.path === path)?.code;
    return code === undefined ? undefined : (words.faults[code as keyof typeof words.faults] ?? words.faults.required);
  }
  return (
    <>
      <Crumbs
        items={[
          { label: youth.regionName, to: `/regions/${youth.regionId}` },
          { label: youth.label, to: `/youths/${youth.id}` },
          { label: text.youth.plan },
        ]}
      />
      <PageHead title={text.plan.title(youth.label)} intro={text.plan.intro} />
      {waitUntil && <Notice kind="mind">{text.plan.early(showDay(waitUntil, language))}</Notice>}
      {saidNo && <Notice kind="mind">{text.plan.saidNo}</Notice>}
      <Form method="post" className="form" ref={form}>
        <ChoiceGroup
          legend={text.plan.perspective}
          name="perspective"
          type="radio"
          options={perspectives.map((value) => ({ value, label: words.perspectives[value] }))}
          defaultValue={values.perspective ?? perspective ?? ""}
          fault={faultOf("perspective")}
        />
        {respondents.length > 0 && (
          <SelectField
            label={text.plan.respondent}
            name="respondentId"
            defaultValue={values.respondentId ?? ""}
            options={[
              { value: "", label: text.plan.newRespondent },
              ...respondents.map(({ id, number, perspective: who }) => ({
                value: id,
                label: text.youth.respondentNumber(words.perspectives[who], number),
              })),
            ]}
            fault={faultOf("respondentId")}
          />
        )}
        <TextField
          label={text.plan.day}
          name="conductedOn"
          type="date"
          defaultValue={values.conductedOn ?? today}
          fault={faultOf("conductedOn")}
        />
        <ChoiceGroup
          legend={text.plan.channel}
          name="channel"
          type="radio"
          options={channels.map((value) => ({ value, label: words.channels[value] }))}
          defaultValue={values.channel ?? "at-home"}
          fault={faultOf("channel")}
        />
        <ChoiceGroup
          legend={text.plan.language}
          name="language"
          type="radio"
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
          defaultValue={values.language ?? "nl"}
          fault={faultOf("language")}
        />
        {interviewers.length > 0 && (
          <SelectField
            label={text.plan.interviewer}
            name="interviewerId"
            defaultValue={values.interviewerId ?? ""}
            options={[
              { value: "", label: text.plan.me },
              ...interviewers.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            fault={faultOf("interviewerId")}
          />
        )}
        <p>
          <Button kind="primary" type="submit">
            {text.plan.save}
          </Button>
        </p>
      </Form>
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
