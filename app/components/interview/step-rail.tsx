/** Where we are in the interview: all steps, and the questions of the current one; a rail when wide, a fold when narrow. */
import { Link } from "react-router";
import { Icon } from "#app/components/ui/icon.tsx";
import { StateMark } from "#app/components/ui/signs.tsx";
import { interviewTexts } from "#app/messages/interview.ts";
import { useMessages } from "#app/messages/messages.ts";

export type Step = {
  id: string;
  title: string;
  state: "done" | "now" | "todo";
  first: string | null;
  questions: Array<{ id: string; text: string; settled: boolean }>;
};

type Props = {
  interviewId: string;
  steps: Array<Step>;
  step: { number: number; of: number; title: string; minutes: number };
  current: string;
};

function Dot({ state }: { state: Step["state"] }) {
  return (
    <svg className="rail-dot" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="9.5" fill={state === "now" ? "var(--sun)" : "var(--page)"} />
      {state === "done" && <path d="m7 11.3 2.8 2.8L15 8.6" fill="none" strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}

function Steps({ interviewId, steps, current }: Props) {
  const text = useMessages(interviewTexts);
  return (
    <ol className="rail-steps">
      {steps.map((step) => (
        <li key={step.id} className={`rail-step ${step.state}`}>
          <Dot state={step.state} />
          <div>
            {step.first === null ? (
              <span>{step.title}</span>
            ) : (
              <Link
                to={`/interviews/${interviewId}?q=${step.first}`}
                aria-current={step.state === "now" ? "step" : undefined}
              >
                {step.title}
                <span className="vh">, {text.stepStates[step.state]}</span>
              </Link>
            )}
            {step.questions.length > 0 && (
              <ul>
                {step.questions.map((question) => (
                  <li key={question.id}>
                    <Link
                      to={`/interviews/${interviewId}?q=${question.id}`}
                      aria-current={question.id === current ? "true" : undefined}
                    >
                      {question.settled ? <StateMark state="completed" /> : <StateMark state="open" />}
                      <span>{question.text}</span>
                      {question.settled && <span className="vh">, {text.settled}</span>}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The rail beside the question. */
export function StepRail(props: Props) {
  const text = useMessages(interviewTexts);
  return (
    <nav className="rail" aria-label={text.steps}>
      <h2>{text.stepOf(props.step.number, props.step.of)}</h2>
      <p className="hint">{text.minutes(props.step.minutes)}</p>
      <Steps {...props} />
    </nav>
  );
}

/** The same, folded into one line above the question. */
export function StepFold(props: Props) {
  const text = useMessages(interviewTexts);
  return (
    <nav className="rail-fold" aria-label={text.steps}>
      <details>
        <summary>
          <Dot state="now" />
          <span>{text.stepNow(props.step.number, props.step.of, props.step.title)}</span>
          <Icon name="chevron-down" />
        </summary>
        <p className="hint">{text.minutes(props.step.minutes)}</p>
        <Steps {...props} />
      </details>
    </nav>
  );
}
