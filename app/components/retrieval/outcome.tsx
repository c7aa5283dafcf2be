/** What an act in the list came to, with the way back, or why it could not be done. */
import { useEffect, useRef } from "react";
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { type ProblemCode, problemSentence } from "#app/domain/problem.ts";
import { type RetrievalPlace, retrievalAddress } from "#app/domain/retrieval.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";

/** Why an act was not done; `answer`: the address of the answer where that can be settled. */
export type Refused = { problem: ProblemCode; answer: string | null };

/** Takes the focus when the act took away what had it. */
export function Outcome({ place, refused }: { place: RetrievalPlace; refused?: Refused }) {
  const words = useMessages(retrieval);
  const language = useLanguage();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if ((place.done || refused) && lost) notice.current?.focus({ preventScroll: true });
  }, [place, refused]);
  if (refused) {
    return (
      <Notice
        kind="wrong"
        live
        ref={notice}
        tabIndex={-1}
        action={
          refused.answer === null ? undefined : (
            <Link className="btn secondary slim" to={refused.answer}>
              {words.toAnswer}
            </Link>
          )
        }
      >
        {problemSentence(refused.problem, language)}
      </Notice>
    );
  }
  if (!place.done) return null;
  const undoable = place.done !== "undo" && place.in;
  return (
    <Notice
      kind="calm"
      live
      ref={notice}
      tabIndex={-1}
      action={
        undoable ? (
          <Form
            method="post"
            action={retrievalAddress({ ...place, edit: undefined, done: undefined, in: undefined })}
            preventScrollReset
          >
            <input type="hidden" name="regionId" value={place.in} />
            <Button kind="secondary" size="slim" icon="undo" name="intent" value="undo">
              {words.undo}
            </Button>
          </Form>
        ) : undefined
      }
    >
      {words.done[place.done]}
    </Notice>
  );
}
