/** One youth: the interviews, who conducts them, and what is known. */
import { data, Form, Link, redirect } from "react-router";

import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { CellSign, PerspectiveSign } from "#app/components/ui/signs.tsx";
import { FamilyWords } from "#app/components/youth/family-words.tsx";
import { YouthForm } from "#app/components/youth/youth-form.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayIn } from "#app/domain/actor.ts";
import type { CellKind } from "#app/domain/board.ts";
import type { FamilyVoice, FamilyWord } from "#app/domain/consent.ts";
import { showDay } from "#app/domain/dates.ts";
import { type AgeBand, type EnrolmentStatus, perspectives } from "#app/domain/guide.ts";
import { type InterviewState, mayMove } from "#app/domain/interview.ts";
import { Problem, problemStatus } from "#app/domain/problem.ts";
import { board } from "#app/messages/board.ts";
import { common } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/youth";
import "#app/styles/board.css";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, actor } = signedIn(context);
  const youth = await verbs.regions.youth({ youthId: params.youthId });
  return { youth, mayManage: mayIn(actor, "youth.manage", youth.regionId) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { verbs } = signedIn(context);
  const { youthId } = params;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const values = {
    enrolmentStatus: text("enrolmentStatus") as EnrolmentStatus,
    ageBand: text("ageBand") as AgeBand,
    workingSince: text("workingSince"),
  };
  try {
    if (text("intent") === "word")
      await verbs.families.recordWord({ youthId, who: text("who") as FamilyVoice, word: text("word") as FamilyWord });
    else if (text("intent") === "assign") await verbs.regions.assign({ youthId, personId: text("personId") });
    else if (text("intent") === "unassign") await verbs.regions.unassign({ youthId, personId: text("personId") });
    else await verbs.regions.editYouth({ youthId, ...values });
    return redirect(`/youths/${youthId}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-input") throw error;
    return data(
      { intent: text("intent"), who: text("who"), values, fields: error.details.fields ?? [] },
      { status: problemStatus(error.code) },
    );
  }
}

const signs: Record<InterviewState, CellKind> = {
  planned: "ready",
  running: "busy",
  paused: "busy",
  stopped: "busy",
  completed: "to-approve",
  approved: "approved",
  refused: "refused",
  discarded: "guardian-first",
  withdrawn: "withdrawn",
  expired: "expired",
};

type LoaderData = Route.ComponentProps["loaderData"];

function Interviews({ youth }: Pick<LoaderData, "youth">) {
  const text = useMessages(board);
  const words = useMessages(common);
  const family = useMessages(families);
  const language = useLanguage();
  if (youth.interviews.length === 0) return <p>{text.youth.none}</p>;
  return (
    <ul className="youth-interviews">
      {youth.interviews.map((interview) => (
        <li key={interview.id}>
          <PerspectiveSign perspective={interview.perspective} />
          <div className="what">
            <Link to={`/interviews/${interview.id}`}>
              {text.youth.respondentNumber(words.perspectives[interview.perspective], interview.respondentNumber)}
            </Link>
            <p>
              {[
                showDay(interview.conductedOn, language),
                words.channels[interview.channel],
                interview.interviewer?.name,
                interview.guideVersion === null ? null : text.youth.version(interview.guideVersion),
              ]
                .filter((part) => typeof part === "string" && part !== "")
                .join(" · ")}
            </p>
            {mayMove(interview.state, "withdraw") && (
              <Link
                className="youth-withdraw"
                to={`/interviews/${interview.id}/withdraw`}
                aria-label={family.withdraw.linkAbout(
                  text.youth.respondentNumber(words.perspectives[interview.perspective], interview.respondentNumber),
                )}
              >
                {family.withdraw.link}
              </Link>
            )}
          </div>
          <span className="board-cell">
            <CellSign kind={signs[interview.state]} />
            <strong>{words.states[interview.state]}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

function People({ youth, mayManage }: LoaderData) {
  const text = useMessages(board).youth;
  const free = youth.interviewers.filter((person) => !youth.assigned.some((other) => other.id === person.id));
  return (
    <section aria-labelledby="assigned">
      <h2 id="assigned">{text.assigned}</h2>
      {youth.assigned.length === 0 && <p>{text.nobody}</p>}
      <ul className="youth-people">
        {youth.assigned.map((person) => (
          <li key={person.id}>
            {person.name}
            {mayManage && (
              <Form method="post">
                <input type="hidden" name="personId" value={person.id} />
                <Button
                  kind="plain"
                  size="slim"
                  type="submit"
                  name="intent"
                  value="unassign"
                  aria-label={text.unassignWho(person.name)}
                >
                  {text.unassign}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayManage && free.length > 0 && (
        <Form method="post" className="form">
          <SelectField
            label={text.person}
            name="personId"
            required
            options={[
              { value: "", label: text.choosePerson },
              ...free.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <p>
            <Button kind="secondary" size="slim" type="submit" name="intent" value="assign">
              {text.assign}
            </Button>
          </p>
        </Form>
      )}
    </section>
  );
}

export default function YouthPage({ loaderData, actionData }: Route.ComponentProps) {
  const { youth, mayManage } = loaderData;
  const text = useMessages(board);
  const words = useMessages(common);
  const language = useLanguage();
  return (
    <>
      <Crumbs items={[{ label: youth.region.name, to: `/regions/${youth.regionId}` }, { label: youth.label }]} />
      <PageHead
        title={youth.label}
        intro={`${words.enrolmentStatuses[youth.enrolmentStatus]}. ${words.ageBands[youth.ageBand]}. ${text.weeksSince(showDay(youth.workingSince, language))}.`}
      />
      <div className="youth-columns">
        <section aria-labelledby="interviews">
          <h2 id="interviews">{text.youth.interviews}</h2>
          <Interviews youth={youth} />
          <p className="youth-buttons">
            {perspectives.map((perspective) => (
              <ButtonLink
                key={perspective}
                kind="secondary"
                size="slim"
                to={`/youths/${youth.id}/plan?perspective=${perspective}`}
              >
                {text.youth.planFor(text.who[perspective])}
              </ButtonLink>
            ))}
          </p>
        </section>
        <div>
          <FamilyWords
            words={youth.words}
            objection={youth.family.objection}
            refused={actionData?.intent === "word" ? actionData : null}
          />
          <People youth={youth} mayManage={mayManage} />
          {mayManage && (
            <details className="youth-edit" open={actionData !== undefined && actionData.intent !== "word"}>
              <summary>
                {text.youth.edit}
                <Icon name="chevron-down" className="turn" />
              </summary>
              <YouthForm
                values={actionData?.values ?? youth}
                faults={actionData?.fields ?? []}
                submit={text.newYouth.edit}
              />
            </details>
          )}
        </div>
      </div>
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.youth.label} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
