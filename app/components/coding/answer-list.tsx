/** The answers to code, each with who speaks, the question, how it begins and how much was marked in it. */
import "#app/styles/coding.css";
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { PerspectiveSign } from "#app/components/ui/signs.tsx";
import type { AnswerKey, AnswersToCode } from "#app/domain/coding.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

/** `addressOf` gives where an answer is coded; `moreTo` the next page, or null. */
export function AnswerList({
  answers,
  addressOf,
  moreTo,
}: {
  answers: AnswersToCode;
  addressOf(key: AnswerKey): string;
  moreTo: string | null;
}) {
  const words = useMessages(coding);
  const names = useMessages(common);
  const language = useLanguage();
  return (
    <>
      <ul className="answers">
        {answers.rows.map((row) => {
          const beginning = row.beginning || row.noteBeginning;
          return (
            <li key={`${row.interviewId} ${row.questionId}`}>
              <p className="eyebrow">
                <PerspectiveSign
                  perspective={row.perspective}
                  withName
                  name={words.about(names.perspectives[row.perspective], row.youthLabel)}
                  size={16}
                />
              </p>
              <h3>
                <Link to={addressOf(row)}>{row.question[language]}</Link>
              </h3>
              {row.state === "answered" ? null : <p className="soft">{names.answerStates[row.state]}</p>}
              {beginning === "" ? null : (
                <p className={row.beginning ? "stem answers-words" : "answers-words soft"} lang="nl">
                  {beginning}
                </p>
              )}
              <p className="answers-count small">
                <span className={row.passages === 0 ? "soft" : undefined}>{words.passageCount(row.passages)}</span>
                {row.flagged > 0 ? <span className="flag">{words.toReview(row.flagged)}</span> : null}
              </p>
            </li>
          );
        })}
      </ul>
      {moreTo ? (
        <p className="answers-more">
          <ButtonLink to={moreTo} kind="secondary" arrow>
            {words.more}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
