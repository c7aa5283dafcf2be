/** Who looked at one interview and did something with it, for the speaker or a guardian: to show and to print. It holds no word of an answer. */
import { Link } from "react-router";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { signedIn } from "#app/context.server.ts";
import { showDay } from "#app/domain/dates.ts";
import { common } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { looksPage } from "#app/workflows/access-copy.server.ts";
import type { Route } from "./+types/interview-looks";
import "#app/styles/interview.css";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { verbs, language } = signedIn(context);
  const { interviewId } = params;
  const before = Number(new URL(request.url).searchParams.get("before")) || undefined;
  return {
    interviewId,
    ...(await looksPage(verbs, { interviewId, before, language })),
    isFirst: before === undefined,
    title: families[language].looks.title,
  };
}

export default function LooksPage({ loaderData }: Route.ComponentProps) {
  const { interviewId, perspective, conductedOn, rows, next, isFirst } = loaderData;
  const { looks: text, copy, receipt } = useMessages(families);
  const words = useMessages(common);
  const language = useLanguage();
  const heads = [copy.lookWhen, copy.lookWho, copy.lookRole, copy.lookWhat];
  const here = `/interviews/${interviewId}`;
  return (
    <div className="paper">
      <p className="interview-links no-print">
        <Button kind="secondary" icon="printer" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Link to={here}>{receipt.back}</Link>
      </p>
      <header>
        <p className="eyebrow">{text.forWhom}</p>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
      </header>
      <dl className="interview-facts">
        <div>
          <dt>{text.about}</dt>
          <dd>{words.interviewWith[perspective]}</dd>
        </div>
        <div>
          <dt>{copy.when}</dt>
          <dd>{showDay(conductedOn, language)}</dd>
        </div>
      </dl>
      {rows.length === 0 ? (
        <p>{copy.looksNone}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its words, and rows never move.
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={heads[column]} data-label={heads[column]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="row no-print">
        {next !== null && (
          <ButtonLink kind="secondary" to={`${here}/looks?before=${next}`}>
            {text.older}
          </ButtonLink>
        )}
        {!isFirst && <Link to={`${here}/looks`}>{text.newest}</Link>}
      </p>
    </div>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
