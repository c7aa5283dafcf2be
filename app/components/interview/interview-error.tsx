/** What an interview shows when something went wrong: a form that came in after the session ended, with its words, or the sentence of the error. */
import { Form, isRouteErrorResponse, useLocation, useRouteError } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Speech } from "#app/components/ui/speech.tsx";
import { interviewTexts } from "#app/messages/interview.ts";
import { useMessages } from "#app/messages/messages.ts";
import "#app/styles/interview.css";

type Fields = Array<[name: string, value: string]>;

function unsentFields(error: unknown): Fields | null {
  if (!isRouteErrorResponse(error) || typeof error.data !== "object" || error.data === null) return null;
  return "unsent" in error.data ? (error.data.unsent as Fields) : null;
}

/** The words in their own places again, and a button that sends them once more. */
function Unsent({ fields }: { fields: Fields }) {
  const text = useMessages(interviewTexts);
  const { pathname, search } = useLocation();
  const words = fields.filter(([name, value]) => (name === "value" || name === "note") && /\s/.test(value.trim()));
  return (
    <>
      <PageHead title={text.signedOut.title} intro={text.signedOut.resend} />
      {words.map(([name, value]) => (
        <Speech key={name} className="shown-words">
          {value}
        </Speech>
      ))}
      <p>
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {text.signedOut.action}
        </a>
      </p>
      <Form method="post" action={`${pathname}${search}`}>
        {fields.map(([name, value]) => (
          <textarea key={`${name} ${value}`} name={name} defaultValue={value} hidden />
        ))}
        <Button kind="primary">{text.signedOut.send}</Button>
      </Form>
    </>
  );
}

export function InterviewError() {
  const fields = unsentFields(useRouteError());
  return fields ? <Unsent fields={fields} /> : <RouteError />;
}
