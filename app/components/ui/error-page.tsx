/** One calm page for everything that goes wrong: what happened, what is safe, the way on. */
import type { ReactNode } from "react";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { isProblemCode, type ProblemCode, problemSentence } from "#app/domain/problem.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ButtonLink } from "./button.tsx";

/** `status` is the HTTP status, printed last and small; `children` may hold more than the sentence. */
export function ErrorPage({
  status,
  title,
  sentence,
  children,
}: {
  status: number;
  title: ReactNode;
  sentence: ReactNode;
  children?: ReactNode;
}) {
  const words = useMessages(common);
  return (
    <div className="oops">
      <svg className="half" viewBox="0 0 68 34" aria-hidden="true">
        <path d="M8 34a26 26 0 0 1 52 0z" fill="currentColor" />
      </svg>
      <h1>{title}</h1>
      <p className="intro">{sentence}</p>
      {children}
      <div className="row">
        <ButtonLink kind="primary" to="/">
          {words.toStart}
        </ButtonLink>
      </div>
      <p className="small quiet" style={{ marginTop: "var(--s-6)" }}>
        {words.errorCode(status)}
      </p>
    </div>
  );
}

/** What travels when a Problem is thrown in a loader or action. */
type ThrownProblem = { problem: ProblemCode; details?: { lines?: Array<string> } };

function isThrownProblem(data: unknown): data is ThrownProblem {
  return typeof data === "object" && data !== null && "problem" in data && isProblemCode(data.problem);
}

/** The route's error: a Problem in its own sentence, anything else as one sentence that blames nobody. */
export function RouteError() {
  const error = useRouteError();
  const words = useMessages(common);
  const language = useLanguage();
  if (isRouteErrorResponse(error)) {
    const status = error.status;
    const problem = isThrownProblem(error.data) ? error.data : null;
    const code = problem?.problem ?? (status === 404 ? "not-found" : null);
    if (code) {
      const lines = problem?.details?.lines ?? [];
      return (
        <ErrorPage
          status={status}
          title={status === 404 ? words.notFoundTitle : words.notPossibleTitle}
          sentence={problemSentence(code, language)}
        >
          {lines.length > 0 && (
            <ul className="lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </ErrorPage>
      );
    }
    return <ErrorPage status={status} title={words.brokenTitle} sentence={words.brokenSentence} />;
  }
  return <ErrorPage status={500} title={words.brokenTitle} sentence={words.brokenSentence} />;
}
