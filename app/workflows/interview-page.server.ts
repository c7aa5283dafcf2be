/** What the interview screens show: the interviewer's own screen, the shared screen that holds nothing private, and the read-back. */
import { randomUUID } from "node:crypto";
import { type Answer, hasValue, isBlank, isSettled, textOf } from "#app/domain/answer.ts";
import { type AskedQuestion, askedQuestion, neighbour, placeOf } from "#app/domain/asked.ts";
import { findQuestion, type Guide, type Perspective, type Question, type ThemeId } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import type { Language } from "#app/domain/languages.ts";
import { type PersonalFinding, personalData, personalFindings } from "#app/domain/personal-data.ts";
import { Problem } from "#app/domain/problem.ts";
import { visibleQuestions } from "#app/domain/visibility.ts";
import type { HeldAnswer, InterviewFile } from "#db/queries/interviews.server.ts";

export type Held = { state: Answer["state"]; value: Answer["value"]; sequence: number; at: string; conflict: boolean };

type Shared = {
  interview: { id: string; state: InterviewState; perspective: Perspective; language: Language };
  question: AskedQuestion;
  held: Held | null;
  previous: string | null;
  next: string | null;
  /** A fresh id for a save by a form without JavaScript. */
  opId: string;
};

export type StepView = {
  id: string;
  title: string;
  state: "done" | "now" | "todo";
  first: string | null;
  questions: Array<{ id: string; text: string; settled: boolean }>;
};

export type OwnPage = Shared & {
  label: string;
  practice: boolean;
  youthId: string;
  note: string;
  step: {
    number: number;
    of: number;
    title: string;
    goal: string;
    script: string | null;
    opens: boolean;
    minutes: number;
  };
  steps: Array<StepView>;
  theme: ThemeId | null;
  probes: Array<string>;
  tip: string | null;
  /** What was said before about the same theme, shortened: at most two texts. */
  told: Array<string>;
  /** What in this answer, as it is held, may tell who somebody is; and in the one that a plain form saved just before. */
  found: Array<PersonalFinding>;
  justSaved: { questionId: string; found: Array<PersonalFinding> } | null;
};

export type SharedPage = Shared;

/** The ids of the questions that apply in this interview now. */
export function visibleIn(file: InterviewFile): Set<string> {
  return visibleQuestions(file.guide, { youth: file.youth, answers: new Map(Object.entries(file.answers)) });
}

function isDealtWith(question: Question, held: HeldAnswer | undefined): boolean {
  return question.consentScope ? held !== undefined : isSettled(held);
}

function sharedPart(file: InterviewFile, visible: ReadonlySet<string>, question: Question): Shared {
  const { interview, answers, guide } = file;
  const held = answers[question.id];
  return {
    interview: {
      id: interview.id,
      state: interview.state,
      perspective: interview.perspective,
      language: interview.language,
    },
    question: askedQuestion(question, held),
    held: held
      ? {
          state: held.state,
          value: held.value,
          sequence: held.sequence,
          at: held.at,
          conflict: held.conflictSequence !== null,
        }
      : null,
    previous: neighbour(guide, visible, question.id, -1),
    next: neighbour(guide, visible, question.id, 1),
    opId: randomUUID(),
  };
}

function stepsOf(file: InterviewFile, visible: ReadonlySet<string>, current: Question): Array<StepView> {
  const now = file.guide.steps.findIndex((step) => step.questions.includes(current));
  return file.guide.steps.map((step, index) => {
    const shown = step.questions.filter((question) => visible.has(question.id));
    const settled = shown.filter((question) => isDealtWith(question, file.answers[question.id]));
    const state = index === now ? "now" : shown.length > 0 && settled.length === shown.length ? "done" : "todo";
    return {
      id: step.id,
      title: step.title[file.interview.language],
      state,
      first: shown[0]?.id ?? null,
      questions:
        index === now
          ? shown.map((question) => ({
              id: question.id,
              text: question.text[file.interview.language],
              settled: settled.includes(question),
            }))
          : [],
    };
  });
}

function shortened(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 179).replace(/\s+\S*$/, "")}…`;
}

function toldBefore(file: InterviewFile, visible: ReadonlySet<string>, current: Question): Array<string> {
  const earlier: Array<Question> = [];
  for (const question of file.guide.steps.flatMap((step) => step.questions)) {
    if (question.id === current.id) break;
    if (visible.has(question.id)) earlier.push(question);
  }
  return earlier
    .filter(
      (question) => question.type === "long-text" && question.themes.some((theme) => current.themes.includes(theme)),
    )
    .map((question) => file.answers[question.id])
    .filter((held) => held !== undefined && hasValue(held))
    .slice(-2)
    .map((held) => shortened(String(held?.value ?? "")));
}

function placed(file: InterviewFile, questionId: string | null) {
  const visible = visibleIn(file);
  const place = placeOf(file.guide, visible, questionId ?? firstOpen(file, visible));
  if (!place) throw new Problem("not-found");
  return { visible, place };
}

/** The first visible question that is not dealt with, so that an interview goes on where it was. */
function firstOpen(file: InterviewFile, visible: ReadonlySet<string>): string | null {
  const questions = file.guide.steps.flatMap((step) => step.questions).filter((question) => visible.has(question.id));
  const latest = questions
    .filter((question) => file.answers[question.id] && !isBlank(file.answers[question.id] as Answer))
    .sort((a, b) => (file.answers[a.id]?.sequence ?? 0) - (file.answers[b.id]?.sequence ?? 0))
    .at(-1);
  const from = latest ? questions.indexOf(latest) : 0;
  const open = questions.slice(from).find((question) => !isDealtWith(question, file.answers[question.id]));
  return (
    (open ?? questions.find((question) => !isDealtWith(question, file.answers[question.id])) ?? latest)?.id ?? null
  );
}

function findingsIn(file: InterviewFile, question: Question): Array<PersonalFinding> {
  const held = file.answers[question.id];
  return held ? personalFindings({ value: textOf(question, held), note: held.note }) : [];
}

/**
 * The interviewer's own screen for a question, or for the first one that is still open. Texts to say are in the interview's language.
 * `savedId`: the question that a form without JavaScript saved just before; what was found in it is said when it is another question.
 */
export function ownPage(
  file: InterviewFile,
  questionId: string | null,
  language: Language,
  savedId: string | null = null,
): OwnPage {
  const { visible, place } = placed(file, questionId);
  const { step, question, stepNumber } = place;
  const spoken = file.interview.language;
  const saved = savedId === null || savedId === question.id ? undefined : findQuestion(file.guide, savedId);
  const firstOfStep = step.questions.find((one) => visible.has(one.id));
  return {
    ...sharedPart(file, visible, question),
    label: file.youth.label,
    practice: file.region.practice,
    youthId: file.youth.id,
    note: file.answers[question.id]?.note ?? "",
    step: {
      number: stepNumber,
      of: file.guide.steps.length,
      title: step.title[spoken],
      goal: step.goal[language],
      script: step.script?.[spoken] ?? null,
      opens: firstOfStep === question,
      minutes: step.minutes,
    },
    steps: stepsOf(file, visible, question),
    theme: question.themes.length === 1 ? (question.themes[0] ?? null) : null,
    probes: question.probes.map((probe) => probe[spoken]),
    tip: question.tip?.[language] ?? null,
    told: toldBefore(file, visible, question),
    found: findingsIn(file, question),
    justSaved: saved ? { questionId: saved.id, found: findingsIn(file, saved) } : null,
  };
}

/** The shared screen: the question and the answer, and nothing that only the interviewer may see. */
export function sharedPage(file: InterviewFile, questionId: string | null): SharedPage {
  const { visible, place } = placed(file, questionId);
  return sharedPart(file, visible, place.question);
}

/** The question after or before one, by what applies now; null at either end. */
export function besides(file: InterviewFile, questionId: string, direction: 1 | -1): string | null {
  return neighbour(file.guide, visibleIn(file), questionId, direction);
}

/** `telling`: words in the answer or the note may tell who somebody is. */
export type ReadBackItem = {
  question: AskedQuestion;
  held: (Held & { note: string }) | null;
  open: boolean;
  telling: boolean;
};
export type ReadBackStep = { id: string; title: string; items: Array<ReadBackItem> };

/** Everything that was said, step by step, for the speaker to hear again; what is required and still open says so. */
export function readBack(file: InterviewFile): Array<ReadBackStep> {
  const visible = visibleIn(file);
  return file.guide.steps
    .map((step) => ({
      id: step.id,
      title: step.title[file.interview.language],
      items: step.questions
        .filter((question) => visible.has(question.id))
        .map((question) => {
          const held = file.answers[question.id];
          return {
            question: askedQuestion(question, held),
            held: held
              ? {
                  state: held.state,
                  value: held.value,
                  note: held.note,
                  sequence: held.sequence,
                  at: held.at,
                  conflict: held.conflictSequence !== null,
                }
              : null,
            open: question.required && !isDealtWith(question, held),
            telling: held !== undefined && personalData(`${textOf(question, held)}\n${held.note}`).length > 0,
          };
        }),
    }))
    .filter((step) => step.items.length > 0);
}

/** The guide's question, for a form that was sent. Throws Problem `question-unknown`. */
export function questionIn(guide: Guide, questionId: string): Question {
  const found = guide.steps.flatMap((step) => step.questions).find((question) => question.id === questionId);
  if (!found) throw new Problem("question-unknown");
  return found;
}
