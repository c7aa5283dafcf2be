/** An answer: its shape, the check of one question that browser and server share, and the words to keep states apart. */
import * as z from "zod/mini";
import { isDay, isMonth } from "./dates.ts";
import type { Question } from "./guide.ts";
import { type FieldFault, Problem } from "./problem.ts";

export const answerStates = ["answered", "declined", "not-discussed"] as const;
export type AnswerState = (typeof answerStates)[number];

/**
 * Text for text questions and dates, an option value, `"yes"`/`"no"`, an integer, option values in guide order, or null: nothing yet.
 * A date is `YYYY-MM-DD`, or `YYYY-MM` where the question asks for a month.
 */
export type AnswerValue = string | number | Array<string> | null;

/** The current answer to one question. `note` is what the interviewer adds in their own words; empty when nothing. */
export type Answer = { state: AnswerState; value: AnswerValue; note: string };

export const emptyAnswer: Answer = { state: "answered", value: null, note: "" };

/** Longest texts, in UTF-16 code units. */
export const longestText = { "long-text": 50_000, "short-text": 500, note: 50_000 } as const;

/** Words for what does not fit; screens translate them. */
export const answerFaults = [
  "not-text",
  "too-long",
  "unknown-option",
  "not-a-number",
  "out-of-range",
  "not-a-date",
  "not-a-month",
  "not-yes-no",
  "unknown-state",
  "value-without-answer",
] as const;
export type AnswerFault = (typeof answerFaults)[number];

/** What a check needs to know of a question. */
type Checked = Pick<Question, "type" | "options" | "precision">;

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function textSchema(longest: number) {
  return z.string({ error: "not-text" }).check(
    z.refine(isWellFormed, { error: "not-text", abort: true }),
    z.overwrite((text) => text.replaceAll("\r\n", "\n")),
    z.refine((text) => text.length <= longest, { error: "too-long" }),
  );
}

function valueSchema(question: Checked): z.ZodMiniType<AnswerValue> {
  const options = (question.options ?? []).map((option) => option.value);
  switch (question.type) {
    case "long-text":
    case "short-text":
      return z.pipe(
        textSchema(longestText[question.type]),
        z.transform((text) => (text === "" ? null : text)),
      );
    case "single-choice":
      return z
        .string({ error: "unknown-option" })
        .check(z.refine((value) => options.includes(value), { error: "unknown-option" }));
    case "multi-choice":
      return z.array(z.string({ error: "unknown-option" }), { error: "unknown-option" }).check(
        z.refine((values) => values.every((value) => options.includes(value)), {
          error: "unknown-option",
          abort: true,
        }),
        z.overwrite((values) => options.filter((option) => values.includes(option))),
      );
    case "scale-1-10":
      return z
        .int({ error: "not-a-number" })
        .check(z.gte(1, { error: "out-of-range" }), z.lte(10, { error: "out-of-range" }));
    case "date":
      return question.precision === "month"
        ? z.string({ error: "not-a-month" }).check(z.refine(isMonth, { error: "not-a-month" }))
        : z.string({ error: "not-a-date" }).check(z.refine(isDay, { error: "not-a-date" }));
    case "yes-no":
      return z.enum(["yes", "no"], { error: "not-yes-no" });
  }
}

/**
 * The check of an answer to this question, for the form in the browser and for the server alike. It parses to a tidy `Answer`: lines end
 * in LF, chosen options stand in guide order, and an empty text is null.
 */
export function answerSchema(question: Checked): z.ZodMiniType<Answer> {
  return z
    .strictObject({
      state: z.enum(answerStates, { error: "unknown-state" }),
      value: z.union([z.null({ error: "not-null" }), valueSchema(question)]),
      note: z._default(textSchema(longestText.note), ""),
    })
    .check(
      z.refine((answer) => answer.state === "answered" || answer.value === null, {
        error: "value-without-answer",
        path: ["value"],
      }),
    );
}

function faultCode(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().filter((one) => one.message !== "not-null");
    return inner.at(-1)?.message ?? "unknown-option";
  }
  return issue.message;
}

/** A question of a published guide version stays the same object while the process runs, and never changes. */
const schemas = new WeakMap<Checked, z.ZodMiniType<Answer>>();

/** The tidy answer. Throws Problem `answer-invalid` with a fault for each field (`state`, `value`, `note`). */
export function parseAnswer(question: Checked, input: unknown): Answer {
  const known = schemas.get(question) ?? answerSchema(question);
  schemas.set(question, known);
  const result = known.safeParse(input);
  if (result.success) return result.data;
  const fields: Array<FieldFault> = result.error.issues.map((issue) => {
    const code = faultCode(issue);
    return {
      path: String(issue.path[0] ?? "answer"),
      code: (answerFaults as ReadonlyArray<string>).includes(code) ? code : "unknown-state",
    };
  });
  throw new Problem("answer-invalid", { fields });
}

/** Whether something was answered: a value is there. */
export function hasValue(answer: Answer | undefined): boolean {
  if (answer?.state !== "answered") return false;
  return Array.isArray(answer.value) ? answer.value.length > 0 : answer.value !== null && answer.value !== "";
}

/** Whether a question is dealt with, as `required` asks: answered, declined or not discussed. */
export function isSettled(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.state !== "answered" || hasValue(answer));
}

/** Whether nothing at all was entered: neither a value, nor a note, nor a state of its own. */
export function isBlank(answer: Answer): boolean {
  return answer.state === "answered" && !hasValue(answer) && answer.note === "";
}

/** Whether the value of this question is text that can be coded and searched. */
export function isTextQuestion(question: Question): boolean {
  return question.type === "long-text" || question.type === "short-text";
}

/** The text of field `value` that can be coded and searched; empty for other types than text. */
export function textOf(question: Question, answer: Answer): string {
  return isTextQuestion(question) && typeof answer.value === "string" ? answer.value : "";
}

/** Whether two answers say the same. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return a.state === b.state && a.note === b.note && JSON.stringify(a.value) === JSON.stringify(b.value);
}
