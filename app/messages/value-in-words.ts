/** The value of an answer as one reads it, on screen and in files. */
import type { AnswerValue } from "#app/domain/answer.ts";
import type { AskedQuestion } from "#app/domain/asked.ts";
import { isDay, isMonth, showDay } from "#app/domain/dates.ts";
import type { Language } from "#app/domain/languages.ts";
import { common } from "./common.ts";

/** The value in words, in the language of the interview; empty when there is none. */
export function valueInWords(question: AskedQuestion, value: AnswerValue, spoken: Language): string {
  if (value === null) return "";
  const labelOf = (one: string) => question.options?.find((option) => option.value === one)?.label[spoken] ?? one;
  if (Array.isArray(value)) return value.map(labelOf).join("; ");
  switch (question.type) {
    case "single-choice":
      return labelOf(String(value));
    case "yes-no":
      return value === "yes" ? common[spoken].yes : common[spoken].no;
    case "date":
      return isDay(String(value)) || isMonth(String(value)) ? showDay(String(value), spoken) : String(value);
    case "scale-1-10":
      return `${value} / 10`;
    default:
      return String(value);
  }
}
