/** Two versions of a guide side by side, question by question; on a narrow screen one above the other. */
import type { ReactNode } from "react";
import type { Guide, Step } from "#app/domain/guide.ts";
import type { GuideChanges, QuestionChange, Standing, StepChange } from "#app/domain/guide-changes.ts";
import { wordChanges } from "#app/domain/word-changes.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { ConditionWords } from "./condition-words.tsx";
import { GuideOptions } from "./guide-steps.tsx";
import "#app/styles/guides.css";

type Side = "older" | "newer";

/** One version's text with the words marked that the other version does not have. */
function MarkedText({ own, other, side }: { own: string; other: string | undefined; side: Side }) {
  if (other === undefined || other === own) return <>{own}</>;
  const runs = side === "older" ? wordChanges(own, other) : wordChanges(other, own);
  const mine = side === "older" ? "removed" : "added";
  let offset = 0;
  return runs
    .filter(({ change }) => change === "same" || change === mine)
    .map(({ text, change }) => {
      const key = `${change} ${offset}`;
      offset += text.length;
      if (change === "same") return <span key={key}>{text}</span>;
      return side === "older" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
    });
}

function SideOf({
  own,
  other,
  side,
  guide,
  version,
  changes,
}: {
  own: Standing | null;
  other: Standing | null;
  side: Side;
  guide: Guide;
  version: string;
  changes: QuestionChange;
}) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const has = (kind: QuestionChange["kinds"][number]) => changes.kinds.includes(kind);
  if (!own) {
    return (
      <div className="compare-side">
        <p className="compare-version">{text.version(version)}</p>
        <p className="soft">{text.notHere}</p>
      </div>
    );
  }
  const { question, step, number } = own;
  const alone = other === null;
  const { added, retired, changed } = changes.options;
  function markOption(value: string, label: string): ReactNode {
    if (side === "newer") return added.includes(value) || changed.includes(value) ? <ins>{label}</ins> : label;
    return retired.includes(value) || changed.includes(value) ? <del>{label}</del> : label;
  }
  return (
    <div className="compare-side">
      <p className="compare-version">{text.version(version)}</p>
      <p className="compare-place">{text.inStep(step.title[language], number)}</p>
      {has("reworded") && (
        <p className="compare-text">
          <MarkedText own={question.text[language]} other={other?.question.text[language]} side={side} />
        </p>
      )}
      {(alone || has("type-changed") || has("details-changed")) && (
        <p className="guide-facts">
          {[text.types[question.type], question.required ? text.required : null].filter(Boolean).join(" · ")}
        </p>
      )}
      {question.retired && <p className="guide-condition">{text.retiredQuestion}</p>}
      {(alone || has("condition-changed")) && <ConditionWords showIf={question.showIf} guide={guide} whole />}
      {(alone || has("options-added") || has("options-retired") || has("options-changed") || has("type-changed")) && (
        <GuideOptions question={question} mark={markOption} />
      )}
      {(alone || has("probes-changed")) && question.probes.length > 0 && (
        <div className="compare-help">
          <h4>{text.probes}</h4>
          <ul>
            {question.probes.map((probe) => (
              <li key={probe.nl}>{probe[language]}</li>
            ))}
          </ul>
        </div>
      )}
      {(alone || has("tip-changed")) && question.tip && (
        <div className="compare-help">
          <h4>{text.tip}</h4>
          <p>
            <MarkedText own={question.tip[language]} other={other?.question.tip?.[language]} side={side} />
          </p>
        </div>
      )}
    </div>
  );
}

type Versions = { from: string; to: string; older: Guide; newer: Guide };

function Marks({ words }: { words: ReadonlyArray<string> }) {
  return (
    <ul className="compare-marks">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function Pair({ title, marks, children }: { title: string; marks: ReadonlyArray<string>; children: ReactNode }) {
  return (
    <article className="compare-pair">
      <header>
        <h3>{title}</h3>
        <Marks words={marks} />
      </header>
      <div className="compare-sides">{children}</div>
    </article>
  );
}

function QuestionPair({ change, versions }: { change: QuestionChange; versions: Versions }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const { before, after } = change;
  const title = (after ?? before)?.question.text[language] ?? change.id;
  return (
    <Pair title={title} marks={change.kinds.map((kind) => text.changes[kind])}>
      <SideOf own={before} other={after} side="older" guide={versions.older} version={versions.from} changes={change} />
      <SideOf own={after} other={before} side="newer" guide={versions.newer} version={versions.to} changes={change} />
    </Pair>
  );
}

function StepSide({
  own,
  other,
  side,
  version,
}: {
  own: Step | null;
  other: Step | null;
  side: Side;
  version: string;
}) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <div className="compare-side">
      <p className="compare-version">{text.version(version)}</p>
      {own ? (
        <>
          <p className="compare-text">
            <MarkedText own={own.title[language]} other={other?.title[language]} side={side} />
          </p>
          <p className="guide-facts">{text.minutes(own.minutes)}</p>
          <p>
            <MarkedText own={own.goal[language]} other={other?.goal[language]} side={side} />
          </p>
          {own.script && own.script[language] !== other?.script?.[language] && (
            <p>
              <b>{text.toSay}</b>{" "}
              <MarkedText own={own.script[language]} other={other?.script?.[language]} side={side} />
            </p>
          )}
        </>
      ) : (
        <p className="soft">{text.stepNotHere}</p>
      )}
    </div>
  );
}

function StepPair({ change, versions }: { change: StepChange; versions: Versions }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const { before, after } = change;
  return (
    <Pair title={(after ?? before)?.title[language] ?? change.id} marks={[text.stepChanges[change.kind]]}>
      <StepSide own={before} other={after} side="older" version={versions.from} />
      <StepSide own={after} other={before} side="newer" version={versions.to} />
    </Pair>
  );
}

/** Everything that differs, and at the end what stayed the same. */
export function GuideComparison({ changes, ...versions }: Versions & { changes: GuideChanges }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  const changed = changes.questions.filter(({ kinds }) => kinds.length > 0);
  const equal = changes.questions.filter(({ kinds }) => kinds.length === 0);
  return (
    <div className="compare">
      <section aria-labelledby="changed-questions">
        <h2 id="changed-questions">{text.changedQuestions}</h2>
        {changed.length === 0 && <p>{text.noChanges}</p>}
        {changed.map((change) => (
          <QuestionPair key={change.id} change={change} versions={versions} />
        ))}
      </section>
      {changes.steps.length > 0 && (
        <section aria-labelledby="changed-steps">
          <h2 id="changed-steps">{text.changedSteps}</h2>
          {changes.steps.map((change) => (
            <StepPair key={change.id} change={change} versions={versions} />
          ))}
        </section>
      )}
      {equal.length > 0 && changed.length > 0 && (
        <details className="compare-equal">
          <summary>{text.unchanged(equal.length)}</summary>
          <ul>
            {equal.map(({ id, after }) => (
              <li key={id}>{after?.question.text[language] ?? id}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
