/** The answers one may code, narrowed by filters, and the one to go on with. */
import { AnswerFilters } from "#app/components/coding/answer-filters.tsx";
import { AnswerList } from "#app/components/coding/answer-list.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { NextStep } from "#app/components/ui/next-step.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { type AnswerKey, filterParameters, filtersFrom } from "#app/domain/coding.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { Route } from "./+types/coding";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const parameters = new URL(request.url).searchParams;
  const filters = filtersFrom(parameters);
  const cursor = parameters.get("after") ?? undefined;
  const [answers, choices] = [await verbs.codings.answersToCode({ filters, cursor }), await verbs.codings.choices()];
  const open = await verbs.codings.answersToCode({ filters: { ...filters, uncoded: true, mine: undefined } });
  const first = open.rows[0];
  const next = first ? { interviewId: first.interviewId, questionId: first.questionId } : null;
  return { answers, choices, filters, open: { total: open.total, next }, title: coding[language].title };
}

export default function CodingPage({ loaderData }: Route.ComponentProps) {
  const { answers, choices, filters, open } = loaderData;
  const words = useMessages(coding);
  const parameters = filterParameters(filters);
  const search = parameters.size > 0 ? `?${parameters}` : "";
  const addressOf = ({ interviewId, questionId }: AnswerKey) => `/coding/${interviewId}/${questionId}${search}`;
  const more = new URLSearchParams(parameters);
  if (answers.next) more.set("after", answers.next);
  const nothing = answers.total === 0 && parameters.size === 0;
  return (
    <>
      <PageHead
        title={words.title}
        intro={words.intro}
        action={
          <ButtonLink to="/themes" kind="plain">
            {words.toThemes}
          </ButtonLink>
        }
      />
      {open.next ? (
        <NextStep title={words.continueTitle} reason={words.continueReason(open.total)}>
          <ButtonLink to={addressOf(open.next)} kind="sunny">
            {words.continueButton}
          </ButtonLink>
        </NextStep>
      ) : null}
      {nothing ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : (
        <>
          <AnswerFilters filters={filters} choices={choices} />
          <h2 className="answers-head">{words.count(answers.total)}</h2>
          {answers.rows.length === 0 ? (
            <EmptyState title={words.nothingFoundTitle} size="part" level={3}>
              {words.nothingFound}
            </EmptyState>
          ) : (
            <AnswerList answers={answers} addressOf={addressOf} moreTo={answers.next ? `/coding?${more}` : null} />
          )}
        </>
      )}
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
