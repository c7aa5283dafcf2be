/** A question as it is asked: what a form needs to show and check it, without the probes and tip that only the interviewer sees. */
import type { Answer, AnswerState, AnswerValue } from "./answer.ts";
import { type Guide, type Question, questionsOf, type Step } from "./guide.ts";

/** Everything of a question but probes, tip, hints for the coder and conditions: what a shared screen may hold. */
export type AskedQuestion = Pick<
  Question,
  "id" | "type" | "required" | "consentScope" | "precision" | "text" | "options" | "scale"
>;

/** The question as it is asked. A retired option stays only where it was chosen before. */
export function askedQuestion(question: Question, held: Answer | undefined): AskedQuestion {
  const { id, type, required, consentScope, precision, text, options, scale } = question;
  const chosen = held ? [held.value].flat() : [];
  const offered = options?.filter((option) => !option.retired || chosen.includes(option.value));
  return {
    id,
    type,
    required,
    text,
    ...(consentScope ? { consentScope } : {}),
    ...(precision ? { precision } : {}),
    ...(offered ? { options: offered } : {}),
    ...(scale ? { scale } : {}),
  };
}

export type Place = { step: Step; question: Question; stepNumber: number };

/** Where a visible question stands, or the first visible one when `questionId` names none; null when nothing is visible. */
export function placeOf(guide: Guide, visible: ReadonlySet<string>, questionId: string | null): Place | null {
  const places = questionsOf(guide)
    .filter(({ question }) => visible.has(question.id))
    .map(({ step, question }) => ({ step, question, stepNumber: guide.steps.indexOf(step) + 1 }));
  return places.find(({ question }) => question.id === questionId) ?? places[0] ?? null;
}

/** The visible question after (or with -1 before) this one; null at either end. A question that is hidden itself counts by its place. */
export function neighbour(
  guide: Guide,
  visible: ReadonlySet<string>,
  questionId: string,
  direction: 1 | -1,
): string | null {
  const ids = questionsOf(guide).map(({ question }) => question.id);
  for (let index = ids.indexOf(questionId) + direction; index >= 0 && index < ids.length; index += direction) {
    const id = ids[index];
    if (id !== undefined && visible.has(id)) return id;
  }
  return null;
}

/** What form fields hold: everything as text, several options as several texts. Without `note` the note is left alone. */
export type RawAnswer = { state: string; value: string | Array<string>; note?: string };

/** The fields of an answer, for a form to start from. */
export function rawAnswer(
  question: Pick<Question, "type">,
  answer: Omit<Answer, "note"> & { note?: string },
): RawAnswer {
  const { state, value, note } = answer;
  const held = Array.isArray(value) ? value : value === null ? "" : String(value);
  const fields = { state, value: question.type === "multi-choice" && !Array.isArray(held) ? [] : held };
  return note === undefined ? fields : { ...fields, note };
}

/** The fields that a submitted form holds, under the names `state`, `value` and `note`. */
export function submittedAnswer(
  question: Pick<Question, "type">,
  form: { get(name: string): unknown; getAll(name: string): Array<unknown> },
): RawAnswer {
  const value = question.type === "multi-choice" ? form.getAll("value").map(String) : String(form.get("value") ?? "");
  const fields = { state: String(form.get("state") ?? "answered"), value };
  const note = form.get("note");
  return note === null ? fields : { ...fields, note: String(note) };
}

/** What the fields say, in the shape that `parseAnswer` checks. A state other than answered takes no value. */
export function toAnswer(question: Pick<Question, "type">, raw: RawAnswer): Omit<Answer, "note"> & { note?: string } {
  const answer = {
    state: raw.state as AnswerState,
    value: raw.state === "answered" ? rawValue(question, raw.value) : null,
  };
  return raw.note === undefined ? answer : { ...answer, note: raw.note };
}

function rawValue(question: Pick<Question, "type">, value: RawAnswer["value"]): AnswerValue {
  if (question.type === "multi-choice") return [value].flat().filter((one) => one !== "");
  const text = Array.isArray(value) ? (value[0] ?? "") : value;
  if (text === "") return null;
  return question.type === "scale-1-10" ? Number(text) : text;
}
