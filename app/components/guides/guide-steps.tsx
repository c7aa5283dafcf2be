/** A guide as the interviewer will see it: its steps with goal and words to say, its questions with all that helps to ask them. */
import type { ReactNode } from "react";
import { Icon } from "#app/components/ui/icon.tsx";
import { ThemeSign } from "#app/components/ui/signs.tsx";
import type { Guide, Question, Step } from "#app/domain/guide.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ConditionWords } from "./condition-words.tsx";
import "#app/styles/guides.css";

/** The choices of a question, retired ones marked in words; `mark` wraps the label of those that differ from another version. */
export function GuideOptions({
  question,
  mark = (_value, label) => label,
}: {
  question: Question;
  mark?: (value: string, label: string) => ReactNode;
}) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  if (question.scale) {
    const { minLabel, maxLabel } = question.scale;
    return (
      <p className="guide-scale">
        <span>1 · {minLabel[language]}</span> <span>10 · {maxLabel[language]}</span>
      </p>
    );
  }
  if (!question.options) return null;
  return (
    <ul className="guide-options" aria-label={text.options}>
      {question.options.map((option) => (
        <li key={option.value} className={option.retired ? "is-retired" : undefined}>
          {mark(option.value, option.label[language])}
          {option.retired && ` (${text.retired})`}
        </li>
      ))}
    </ul>
  );
}

/** What kind of answer a question takes, and what it is for, in one line. */
function QuestionFacts({ question }: { question: Question }) {
  const text = useMessages(guideTexts);
  const facts = [
    question.precision === "month" ? text.month : text.types[question.type],
    question.required && !question.retired ? text.required : null,
    question.consentScope ? text.consent : null,
    ...(question.accountability ?? []).map((tag) => `${tag}: ${text.accountability[tag]}`),
  ];
  return <p className="guide-facts">{facts.filter((fact) => fact !== null).join(" · ")}</p>;
}

function QuestionCard({ question, number, guide }: { question: Question; number: number; guide: Guide }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <li className={question.retired ? "guide-question is-retired" : "guide-question"} id={`question-${question.id}`}>
      <span className="guide-number" aria-hidden="true">
        {number}
      </span>
      <div className="guide-ask">
        <h3>{question.text[language]}</h3>
        <QuestionFacts question={question} />
        {question.retired && <p className="guide-condition">{text.retiredQuestion}</p>}
        <ConditionWords showIf={question.showIf} guide={guide} />
        <GuideOptions question={question} />
        {question.themes.length > 0 && (
          <p className="guide-themes">
            {question.themes.map((theme) => (
              <ThemeSign key={theme} theme={theme} size={28} withName />
            ))}
          </p>
        )}
      </div>
      {(question.probes.length > 0 || question.tip) && (
        <div className="guide-help">
          {question.probes.length > 0 && (
            <>
              <h4>
                <Icon name="probe" />
                {text.probes}
              </h4>
              <ul>
                {question.probes.map((probe) => (
                  <li key={probe.nl}>{probe[language]}</li>
                ))}
              </ul>
            </>
          )}
          {question.tip && (
            <>
              <h4>
                <Icon name="tip" />
                {text.tip}
              </h4>
              <p>{question.tip[language]}</p>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function StepPart({ step, number, first, guide }: { step: Step; number: number; first: number; guide: Guide }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <section className="guide-step" id={`step-${step.id}`} aria-labelledby={`step-${step.id}-title`}>
      <p className="eyebrow">
        {text.step(number)} · {text.minutes(step.minutes)}
      </p>
      <h2 id={`step-${step.id}-title`}>{step.title[language]}</h2>
      <p className="guide-goal">
        <b>{text.goal}:</b> {step.goal[language]}
      </p>
      <ConditionWords showIf={step.showIf} guide={guide} />
      {step.script && (
        <div className="guide-script">
          <Icon name="script" />
          <p>
            <b>{text.toSay}</b> {step.script[language]}
          </p>
        </div>
      )}
      <ol className="guide-questions">
        {step.questions.map((question, index) => (
          <QuestionCard key={question.id} question={question} number={first + index} guide={guide} />
        ))}
      </ol>
    </section>
  );
}

/** All steps, with links to each at the side. Questions are numbered through the whole guide. */
export function GuideSteps({ guide }: { guide: Guide }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const firsts = guide.steps.map((_, index) =>
    guide.steps.slice(0, index).reduce((count, step) => count + step.questions.length, 1),
  );
  return (
    <div className="guide-columns">
      <nav className="guide-toc" aria-label={text.steps}>
        <ol>
          {guide.steps.map((step) => (
            <li key={step.id}>
              <a href={`#step-${step.id}`}>{step.title[language]}</a>
              <span>
                {text.minutes(step.minutes)} · {text.questionCount(step.questions.length)}
              </span>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        {guide.steps.map((step, index) => (
          <StepPart key={step.id} step={step} number={index + 1} first={firsts[index] ?? 1} guide={guide} />
        ))}
      </div>
    </div>
  );
}
