/** What the form says about keeping the answer: the save line, and the questions that only a person can decide. */
import { Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { SaveLine } from "#app/components/ui/save-line.tsx";
import { isProblemCode, problemSentence } from "#app/domain/problem.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { SaveStatus } from "./autosave.ts";
import type { LeavingQuestion } from "./use-answer-form.ts";

/** The line under the title. */
export function SaveStatusLine({ status }: { status: SaveStatus }) {
  const text = useMessages(interviewTexts);
  switch (status.kind) {
    case "idle":
      return <SaveLine state="idle" />;
    case "saving":
      return <SaveLine state="saving" />;
    case "saved":
    case "conflict":
      return <SaveLine state="saved" at={status.at} />;
    case "unreachable":
      return <SaveLine state="not-saved" />;
    case "refused":
      return <SaveLine state="not-saved" reason={status.code === "answer-invalid" ? text.notSaved.check : ""} />;
  }
}

type Props = {
  status: SaveStatus;
  interviewId: string;
  questionId: string;
  /** Saves although answers go; without it (no JavaScript) a checkbox in the form does the same. */
  onConfirm: () => void;
  /** The problem of a form that was sent without JavaScript. */
  sent?: { problem: string; ids: Array<string> } | undefined;
  refusing: boolean;
};

/** Notices that ask for a decision: answers that would go, a conflict, or what could not be saved. */
export function SaveNotices({ status, interviewId, questionId, onConfirm, sent, refusing }: Props) {
  const text = useMessages(interviewTexts);
  const language = useLanguage();
  const hides = status.kind === "refused" && status.code === "hides-answers" ? status.ids : null;
  if (status.kind === "conflict") {
    return (
      <Notice
        kind="mind"
        live
        title={text.conflictTitle}
        action={<Link to={`/interviews/${interviewId}/conflict/${questionId}`}>{text.conflictAction}</Link>}
      >
        {text.conflictText}
      </Notice>
    );
  }
  if (hides) {
    return (
      <Notice
        kind="mind"
        live
        title={text.hidesTitle}
        action={
          <Button kind="secondary" size="slim" type="button" onClick={onConfirm}>
            {text.hidesConfirm}
          </Button>
        }
      >
        {text.hides(hides.length)}
      </Notice>
    );
  }
  if (sent?.problem === "hides-answers") {
    return (
      <Notice kind="mind" live title={text.hidesTitle}>
        <p>{refusing ? text.refuses(sent.ids.length) : text.hides(sent.ids.length)}</p>
        <label className="choice">
          <input type="checkbox" name="confirmHidden" value="yes" />
          <span className="face">
            <span>{refusing ? text.refuseConfirm : text.hidesConfirm}</span>
          </span>
        </label>
      </Notice>
    );
  }
  if (status.kind === "unreachable" && status.code === "sign-in-required") {
    return (
      <Notice
        kind="wrong"
        live
        title={text.signedOut.title}
        action={
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {text.signedOut.action}
          </a>
        }
      >
        {text.signedOut.text}
      </Notice>
    );
  }
  if (status.kind === "unreachable") {
    return (
      <Notice kind={status.code === null ? "mind" : "wrong"} live>
        {status.code === null
          ? text.notSaved.offline
          : `${problemSentence(status.code, language)} ${text.notSaved.again}`}
      </Notice>
    );
  }
  const refused = status.kind === "refused" ? status.code : sent?.problem;
  if (isProblemCode(refused) && refused !== "answer-invalid") {
    return (
      <Notice kind="wrong" live>
        {problemSentence(refused, language)}
      </Notice>
    );
  }
  return null;
}

/** Asks before a page goes whose words could not be kept. */
export function LeavingDialog({ leaving }: { leaving: LeavingQuestion }) {
  const text = useMessages(interviewTexts).leaving;
  return (
    <ConfirmDialog
      title={text.title}
      confirmLabel={text.go}
      cancelLabel={text.stay}
      open={leaving !== null}
      onClose={() => leaving?.stay()}
      onConfirm={() => leaving?.go()}
    >
      {text.text}
    </ConfirmDialog>
  );
}
