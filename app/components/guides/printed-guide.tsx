/** An empty guide on paper: every question that is asked, with room to write. */
import { Button } from "#app/components/ui/button.tsx";
import { type Guide, type Question, questionsOf } from "#app/domain/guide.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ConditionWords } from "./condition-words.tsx";
import "#app/styles/guides.css";

function Lines({ count }: { count: number }) {
  return (
    <div className="sheet-lines" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `line ${index}`).map((key) => (
        <span key={key} className="write-line" />
      ))}
    </div>
  );
}

function Boxes({ labels, round = false }: { labels: ReadonlyArray<string>; round?: boolean }) {
  return (
    <ul className={round ? "sheet-boxes is-round" : "sheet-boxes"}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}

/** Room for an answer of the question's type. */
function Room({ question }: { question: Question }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  switch (question.type) {
    case "long-text":
      return <Lines count={8} />;
    case "short-text":
      return <Lines count={2} />;
    case "date":
      return (
        <>
          <p className="sheet-hint">{question.precision === "month" ? text.month : text.types.date}</p>
          <Lines count={1} />
        </>
      );
    case "yes-no":
      return <Boxes labels={[text.yes, text.no]} round />;
    case "single-choice":
    case "multi-choice": {
      const labels = (question.options ?? []).filter((option) => !option.retired).map(({ label }) => label[language]);
      return <Boxes labels={labels} round={question.type === "single-choice"} />;
    }
    case "scale-1-10":
      return (
        <div className="sheet-scale">
          <span>{question.scale?.minLabel[language]}</span>
          <Boxes labels={Array.from({ length: 10 }, (_, index) => String(index + 1))} round />
          <span>{question.scale?.maxLabel[language]}</span>
        </div>
      );
  }
}

function Sheet({ question, number, guide }: { question: Question; number: number; guide: Guide }) {
  const text = useMessages(guideTexts);
  const words = useMessages(common);
  const language = useLanguage();
  return (
    <li className="sheet-question">
      <h3>
        {number}. {question.text[language]}
      </h3>
      <ConditionWords showIf={question.showIf} guide={guide} />
      {question.probes.length > 0 && (
        <p className="sheet-hint">
          <b>{text.probes}:</b> {question.probes.map((probe) => probe[language]).join(" ")}
        </p>
      )}
      {question.tip && (
        <p className="sheet-hint">
          <b>{text.tip}:</b> {question.tip[language]}
        </p>
      )}
      <Room question={question} />
      {!question.consentScope && (
        <Boxes labels={[words.answerStates.declined, words.answerStates["not-discussed"]]} round />
      )}
      {!question.consentScope && (
        <div className="sheet-note">
          <span>{text.paperNote}</span>
          <Lines count={1} />
        </div>
      )}
    </li>
  );
}

export function PrintedGuide({ guide }: { guide: Guide }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const asked = questionsOf(guide).filter(({ question }) => !question.retired);
  const numberOf = new Map(asked.map(({ question }, index) => [question.id, index + 1]));
  return (
    <div className="sheet">
      <p className="no-print">
        <Button kind="secondary" icon="printer" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
      </p>
      <header>
        <h1>{guide.title[language]}</h1>
        <p>
          {text.guide} {guide.id} · {text.version(guide.version)}
        </p>
        <p>{text.paperWarning}</p>
        <dl className="sheet-head">
          {[text.paperYouth, text.paperDay, text.paperInterviewer].map((label) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Lines count={1} />
              </dd>
            </div>
          ))}
        </dl>
      </header>
      {guide.steps
        .filter((step) => step.questions.some((question) => !question.retired))
        .map((step, index) => (
          <section key={step.id}>
            <h2>
              {text.step(index + 1)}. {step.title[language]}
            </h2>
            <p className="sheet-hint">
              {text.minutes(step.minutes)}. {step.goal[language]}
            </p>
            {step.script && (
              <p className="sheet-script">
                <b>{text.toSay}</b> {step.script[language]}
              </p>
            )}
            <ConditionWords showIf={step.showIf} guide={guide} />
            <ol>
              {step.questions
                .filter((question) => !question.retired)
                .map((question) => (
                  <Sheet key={question.id} question={question} number={numberOf.get(question.id) ?? 0} guide={guide} />
                ))}
            </ol>
          </section>
        ))}
    </div>
  );
}
