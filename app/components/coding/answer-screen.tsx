/** The whole screen of one answer: head, the answer or the note on the workbench, and where the neighbours are. */
import { useCallback, useMemo } from "react";
import { Link } from "react-router";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CodeEntry, CodeKey } from "#app/domain/code-search.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import type { AnswerKey, AnswerToRead } from "#app/domain/coding.ts";
import type { CodingResult } from "#app/domain/coding-form.ts";
import { optionLabel } from "#app/domain/guide.ts";
import type { PassageField } from "#app/domain/passage.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { AnswerHead } from "./answer-head.tsx";
import { Bench } from "./bench.tsx";

type ScreenProps = {
  answer: AnswerToRead;
  field: PassageField;
  entries: ReadonlyArray<CodeEntry>;
  facets: Codebook["facets"];
  recent: ReadonlyArray<CodeKey>;
  /** The passage whose menu the address asks for, or null. */
  openedId: string | null;
  /** The filters of the list, to go on within them. */
  search: string;
  result?: CodingResult;
};

/** The answer to a question that is no text, in words; null when it is text or nothing was answered. */
function useSaid({ question, value, state }: AnswerToRead): string | null {
  const words = useMessages(coding);
  const names = useMessages(common);
  const language = useLanguage();
  if (state !== "answered") return names.answerStates[state];
  if (question.type === "long-text" || question.type === "short-text" || value === null) return null;
  if (typeof value === "number") return words.scale(value);
  if (question.type === "yes-no") return value === "yes" ? names.yes : names.no;
  if (question.type === "date" || !question.options) return String(value);
  return [value]
    .flat()
    .map((one) => optionLabel(question, one)[language])
    .join(", ");
}

export function AnswerScreen({ answer, field, entries, facets, recent, openedId, search, result }: ScreenProps) {
  const words = useMessages(coding);
  const language = useLanguage();
  const said = useSaid(answer);
  const passages = useMemo(
    () => answer.passages.filter((passage) => passage.field === field),
    [answer.passages, field],
  );
  const address = useCallback(
    ({ interviewId, questionId }: AnswerKey, shown?: PassageField) => {
      const parameters = new URLSearchParams(search);
      if (shown === "note") parameters.set("field", "note");
      return `/coding/${interviewId}/${questionId}${parameters.size > 0 ? `?${parameters}` : ""}`;
    },
    [search],
  );
  const addressOf = useCallback((key: AnswerKey) => address(key), [address]);
  const text = field === "note" ? answer.note : answer.text;
  const other = field === "note" ? (answer.text === "" ? null : "value") : answer.note === "" ? null : "note";
  const voices = answer.others.map(({ interviewId, questionId, marks, ...voice }) => ({
    ...voice,
    marks: marks.filter((mark) => mark.field === "value"),
    to: address({ interviewId, questionId }),
  }));
  const previousTo = answer.previous && address(answer.previous);
  const nextTo = answer.next && address(answer.next);
  return (
    <>
      <AnswerHead
        perspective={answer.perspective}
        youthLabel={answer.youthLabel}
        question={answer.question.text[language]}
        region={answer.regionName}
        position={answer.position}
        total={answer.total}
        listTo={search ? `/coding?${search}` : "/coding"}
        previousTo={previousTo}
        nextTo={nextTo}
      />
      <Bench
        key={`${answer.interviewId} ${answer.questionId} ${field}`}
        field={field}
        text={text}
        lang="nl"
        sequence={answer.sequence}
        passages={passages}
        entries={entries}
        facets={facets}
        recent={recent}
        openedId={openedId}
        warnings={answer.warnings[field]}
        history={answer.history}
        voices={voices}
        action={address(answer, field)}
        previousTo={previousTo}
        nextTo={nextTo}
        addressOf={addressOf}
        result={result}
      >
        {answer.conflict ? <Notice kind="mind">{words.conflict}</Notice> : null}
        {said === null ? null : <p className="bench-said">{said}</p>}
        {other === null ? null : (
          <p className="small bench-other">
            <Link to={address(answer, other)}>{other === "note" ? words.toNote : words.toAnswer}</Link>
          </p>
        )}
      </Bench>
    </>
  );
}
