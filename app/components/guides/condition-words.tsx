/** Conditions of a step or question in words, so that nobody has to read the file. */
import { type Condition, type Guide, participateQuestion, questionsOf, type ShowIf } from "#app/domain/guide.ts";
import type { Language } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

type Words = {
  text: (typeof guideTexts)[Language];
  names: (typeof common)[Language];
  language: Language;
};

function conditionWords({ ref, op, value }: Condition, guide: Guide, { text, names, language }: Words): string {
  const [kind, id = ""] = ref.split(".");
  const wanted = value === undefined ? [] : [value].flat().map(String);
  if (kind === "youth") {
    const labels: Record<string, string> = { ...names.enrolmentStatuses, ...names.ageBands };
    const values = wanted.map((one) => labels[one] ?? one).join(text.or);
    if (op === "neq") return text.conditionNotYouth(values);
    return id === "ageBand" ? text.conditionYouth.ageBand(values) : text.conditionYouth.enrolmentStatus(values);
  }
  const question = questionsOf(guide).find((place) => place.question.id === id)?.question;
  const asked = question?.text[language] ?? id;
  const yesNo: Record<string, string> = question?.type === "yes-no" ? { yes: text.yes, no: text.no } : {};
  const values = wanted
    .map((one) => question?.options?.find((option) => option.value === one)?.label[language] ?? yesNo[one] ?? one)
    .map((label) => `“${label}”`)
    .join(text.or);
  switch (op) {
    case "answered":
      return text.conditionAnswered(asked);
    case "eq":
    case "in":
      return text.conditionEquals(asked, values);
    case "neq":
      return text.conditionNot(asked, values);
    case "includes":
      return text.conditionIncludes(asked, values);
    case "gte":
      return text.conditionAtLeast(asked, wanted.join());
    case "lte":
      return text.conditionAtMost(asked, wanted.join());
  }
}

/**
 * One sentence, or nothing where no condition stands. That the speaker takes part goes without saying (consent opens every interview),
 * unless `whole` is set.
 */
export function ConditionWords({
  showIf,
  guide,
  whole = false,
}: {
  showIf: ShowIf | undefined;
  guide: Guide;
  whole?: boolean;
}) {
  const text = useMessages(guideTexts);
  const names = useMessages(common);
  const language = useLanguage();
  if (!showIf) return null;
  const opening = `answers.${participateQuestion(guide)?.id}`;
  const all = "all" in showIf;
  const conditions = (all ? showIf.all : showIf.any).filter(
    ({ ref, op, value }) => whole || !all || ref !== opening || op !== "eq" || value !== "yes",
  );
  if (conditions.length === 0) return null;
  const words = conditions.map((condition) => conditionWords(condition, guide, { text, names, language }));
  return (
    <p className="guide-condition">
      <b>{text.onlyIf}</b> {words.join(all ? text.and : text.or)}.
    </p>
  );
}
