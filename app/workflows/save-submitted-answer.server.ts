/** Saves what an interview form without JavaScript sent, unless it says nothing new. */
import { type Answer, type AnswerFault, emptyAnswer, isBlank, isTextQuestion, sameAnswer } from "#app/domain/answer.ts";
import { type RawAnswer, submittedAnswer, toAnswer } from "#app/domain/asked.ts";
import type { Question } from "#app/domain/guide.ts";
import type { FieldFault, ProblemCode } from "#app/domain/problem.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Verbs } from "#db/store.server.ts";
import { questionIn } from "./interview-page.server.ts";

export type SubmittedSave =
  /** `telling`: words in it may tell who somebody is. */
  | { saved: true; questionId: string; conflict: boolean; telling: boolean }
  | {
      saved: false;
      questionId: string;
      submitted: RawAnswer;
      problem: ProblemCode;
      fields: Array<FieldFault>;
      ids: Array<string>;
    };

type Form = { get(name: string): unknown; getAll(name: string): Array<unknown> };

/** Problems that the form itself can show; any other is thrown on. */
const shown: ReadonlyArray<ProblemCode> = [
  "answer-invalid",
  "hides-answers",
  "answer-conflict",
  "operation-reused",
  "consent-missing",
  "guardian-objects",
  "youth-objects",
  "guardian-consent-missing",
  "youth-consent-missing",
  "guardian-and-youth-consent-missing",
  "interview-state",
  "storage-full",
  "storage-failed",
];

/**
 * What a form can say that no answer can hold: no choice about taking part, or new words under a state that takes none. Words that
 * were kept before may go that way: they stay in the history.
 */
function faultOf(question: Question, submitted: RawAnswer, held: Answer | undefined): AnswerFault | null {
  if (question.consentScope === "participate") return submitted.value === "" && !held ? "not-yes-no" : null;
  if (!isTextQuestion(question) || submitted.state === "answered") return null;
  const words = String(submitted.value).replaceAll("\r\n", "\n");
  return words.trim() === "" || words === held?.value ? null : "value-without-answer";
}

/**
 * Fields: `questionId`, `opId`, `baseSequence`, `state`, `value`, `note`, and `confirmHidden` when the person agreed that answers go.
 * `skip` says that the speaker passes over the question: then it is recorded as not discussed, unless it has an answer already.
 * Nothing that was typed is lost: what could not be saved comes back in `submitted`.
 */
export async function saveSubmittedAnswer(
  verbs: Verbs,
  interviewId: string,
  form: Form,
  skip = false,
): Promise<SubmittedSave> {
  const questionId = String(form.get("questionId") ?? "");
  const { guide, answers } = await verbs.interviews.file({ interviewId });
  const question = questionIn(guide, questionId);
  const held = answers[questionId];
  const submitted = submittedAnswer(question, form);
  const fault = faultOf(question, submitted, held);
  if (fault) {
    const fields = [{ path: "value", code: fault }];
    return { saved: false, questionId, submitted, problem: "answer-invalid", fields, ids: [] };
  }
  const said = { note: held?.note ?? "", ...toAnswer(question, submitted) };
  const passedOver = skip && isBlank({ ...said, note: "" }) && !question.consentScope;
  const answer = passedOver ? { ...said, state: "not-discussed" as const } : said;
  const nothingNew = sameAnswer(held ?? emptyAnswer, answer) && (held !== undefined || !question.consentScope);
  const unanswered = question.consentScope !== undefined && question.consentScope !== "list" && answer.value === null;
  if (nothingNew || (unanswered && !held)) return { saved: true, questionId, conflict: false, telling: false };
  try {
    const receipt = await verbs.answers.save({
      opId: String(form.get("opId") ?? ""),
      interviewId,
      questionId,
      answer,
      baseSequence: Number(form.get("baseSequence") ?? 0),
      confirmHidden: form.get("confirmHidden") === "yes",
    });
    return { saved: true, questionId, conflict: receipt.conflict, telling: receipt.personalData.length > 0 };
  } catch (error) {
    if (!(error instanceof Problem) || !shown.includes(error.code)) throw error;
    const { fields = [], ids = [] } = error.details;
    return { saved: false, questionId, submitted, problem: error.code, fields, ids };
  }
}
