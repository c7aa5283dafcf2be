/** A filled interview on paper, question by question. */
import { Button } from "#app/components/ui/button.tsx";
import { showDay, showMoment } from "#app/domain/dates.ts";
import type { Perspective } from "#app/domain/guide.ts";
import type { Channel } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { interviewTexts } from "#app/messages/interview.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { ReadStep } from "./read-back.tsx";
import { ShownAnswer } from "./shown-answer.tsx";
import "#app/styles/interview.css";

type Props = {
  interview: {
    perspective: Perspective;
    language: Language;
    conductedOn: string;
    channel: Channel;
    guideVersion: string | null;
  };
  label: string;
  region: string;
  steps: Array<ReadStep>;
  printedAt: string;
};

export function PrintedInterview({ interview, label, region, steps, printedAt }: Props) {
  const text = useMessages(interviewTexts);
  const words = useMessages(common);
  const language = useLanguage();
  return (
    <div className="paper">
      <p className="screen-only">
        <Button kind="secondary" icon="printer" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
      </p>
      <header>
        <h1>{text.with[interview.perspective]}</h1>
        <p>
          {[
            label,
            region,
            showDay(interview.conductedOn, language),
            words.channels[interview.channel],
            text.guide(interview.guideVersion ?? ""),
          ].join(" · ")}
        </p>
        <p>{text.printedOn(showMoment(printedAt, language))}</p>
      </header>
      {steps.map((step) => (
        <section key={step.id}>
          <h2 lang={interview.language}>{step.title}</h2>
          {step.items.map((item) => (
            <div key={item.question.id} className="paper-item">
              <h3 lang={interview.language}>{item.question.text[interview.language]}</h3>
              <ShownAnswer question={item.question} held={item.held} spoken={interview.language} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
