/** Carries out what a form of the coding screen asks, and says what became of it. */
import { codeKey } from "#app/domain/code-search.ts";
import type { ActOutcome, AnswerKey } from "#app/domain/coding.ts";
import { type CodingIntent, type CodingResult, sentenceSpan } from "#app/domain/coding-form.ts";
import type { Verbs } from "#db/store.server.ts";

function stepped(done: "undo" | "redo", here: AnswerKey, outcome: ActOutcome): CodingResult {
  const { interviewId, questionId, kind, applied } = outcome;
  const same = interviewId === here.interviewId && questionId === here.questionId;
  return { done, kind, applied, elsewhere: same ? null : { interviewId, questionId } };
}

/** Does what is asked with this answer. Throws the Problems of the verb that does it, such as `answer-changed` or `coding-exists`. */
export async function carryOutCoding(verbs: Verbs, here: AnswerKey, asked: CodingIntent): Promise<CodingResult> {
  switch (asked.intent) {
    case "code": {
      const { field, sequence, start, end, key } = asked;
      await verbs.codings.code({ ...here, field, sequence, start, end, ...key });
      return { done: "code", key: codeKey(key) };
    }
    case "code-sentences": {
      const { field, sequence, from, to, key } = asked;
      const answer = await verbs.codings.answer(here);
      const span = sentenceSpan(field === "note" ? answer.note : answer.text, from, to);
      await verbs.codings.code({ ...here, field, sequence, ...span, ...key });
      return { done: "code", key: codeKey(key) };
    }
    case "recode":
      await verbs.codings.edit({ codingId: asked.codingId, ...asked.key });
      return { done: "recode", key: codeKey(asked.key) };
    case "details": {
      const { codingId, memo, facets, forReport } = asked;
      await verbs.codings.edit({ codingId, memo, facets, forReport: forReport === "1" });
      return { done: "details" };
    }
    case "move":
      await verbs.codings.move({ passageId: asked.passageId, sequence: asked.sequence, ...asked.span });
      return { done: "move" };
    case "remove":
      await verbs.codings.remove({ codingId: asked.codingId });
      return { done: "remove" };
    case "clear-warning": {
      const { field, sequence, start, end } = asked;
      await verbs.codings.clearWarning({ ...here, field, sequence, start, end });
      return { done: "clear-warning" };
    }
    case "undo":
    case "redo": {
      const { regionId } = await verbs.codings.answer(here);
      return stepped(asked.intent, here, await verbs.codings[asked.intent]({ regionId }));
    }
  }
}
