/** Puts everything that one respondent said, and who looked at it, into words: for a file of their own, and for a page (rules R8 and R20). */
import { type AccessCopy, joinedLooks, type Looks, type ToldVersion } from "#app/domain/access-copy.ts";
import { roles } from "#app/domain/actor.ts";
import { askedQuestion } from "#app/domain/asked.ts";
import { showDay, showMoment, showTime } from "#app/domain/dates.ts";
import type { Question } from "#app/domain/guide.ts";
import type { Language } from "#app/domain/languages.ts";
import { auditActions } from "#app/messages/audit-actions.ts";
import { common } from "#app/messages/common.ts";
import { families } from "#app/messages/families.ts";
import { valueInWords } from "#app/messages/value-in-words.ts";
import type { InterviewLooks, ToldRevision } from "#db/queries/access-copies.server.ts";
import type { Verbs } from "#db/store.server.ts";

function lookRow(look: Looks, language: Language): Array<string> {
  const text = families[language].copy;
  const actions: Record<string, string> = auditActions[language];
  const role = roles.find((one) => one === look.role);
  const moment = showMoment(look.at, language);
  return [
    look.times === 1 ? moment : text.often(moment, showTime(look.until, language), look.times),
    look.personId === "operator" ? text.operator : (look.person ?? text.gone),
    role ? common[language].roles[role] : "",
    actions[look.action] ?? look.action,
  ];
}

function version(question: Question, spoken: Language, language: Language, revision: ToldRevision): ToldVersion {
  const said = valueInWords(askedQuestion(question, revision), revision.value, spoken);
  return {
    when: showMoment(revision.at, language),
    said: revision.state === "answered" ? said : common[language].answerStates[revision.state],
    note: revision.note === "" ? null : revision.note,
  };
}

/**
 * The access copy of one interview, in this language. It holds what this respondent said and nothing that others said, no label and no
 * id. Throws Problem `not-found`, also for an interview of which the consent was withdrawn. `now` is UTC, ISO 8601.
 */
export async function accessCopy(
  verbs: Verbs,
  input: { interviewId: string; language: Language },
  now: string,
): Promise<AccessCopy> {
  const { interviewId, language } = input;
  const { revisions, looks } = await verbs.accessCopies.material({ interviewId });
  const { interview, guide, answers } = await verbs.interviews.file({ interviewId });
  const text = families[language].copy;
  const words = common[language];
  const spoken = interview.language;

  function itemOf(question: Question): AccessCopy["steps"][number]["items"] {
    const own = revisions.filter((revision) => revision.questionId === question.id);
    const current = own.find((revision) => revision.sequence === answers[question.id]?.sequence) ?? own.at(-1);
    if (!current) return [];
    const versionOf = (revision: ToldRevision) => version(question, spoken, language, revision);
    const earlier = own.filter((revision) => revision !== current).reverse();
    return [{ question: question.text[spoken], now: versionOf(current), earlier: earlier.map(versionOf) }];
  }

  return {
    language,
    spoken,
    title: text.title,
    intro: [text.intro, text.onlyOwn],
    facts: [
      { term: text.what, words: words.interviewWith[interview.perspective] },
      { term: text.when, words: showDay(interview.conductedOn, language) },
      { term: text.how, words: words.channels[interview.channel] },
      { term: text.madeOn, words: showMoment(now, language) },
    ],
    steps: guide.steps
      .map((step) => ({ title: step.title[spoken], items: step.questions.flatMap(itemOf) }))
      .filter((step) => step.items.length > 0),
    looks: {
      title: text.looksTitle,
      intro: text.looksIntro,
      none: text.looksNone,
      heads: [text.lookWhen, text.lookWho, text.lookRole, text.lookWhat],
      rows: joinedLooks(looks).map((look) => lookRow(look, language)),
    },
    words: { note: text.note, earlier: text.earlier, nothing: text.nothing },
    fileName: `${text.fileName}-${interview.conductedOn}.html`,
  };
}

/** Rows of when, who, in which role and what instead of the lines themselves. */
export type LooksPage = Omit<InterviewLooks, "looks"> & { rows: Array<Array<string>> };

/** Who did what with one interview, in this language: a page of what the access copy lists. Throws Problem `not-found`. */
export async function looksPage(
  verbs: Verbs,
  input: { interviewId: string; before?: number; language: Language },
): Promise<LooksPage> {
  const { interviewId, before } = input;
  const { looks, ...page } = await verbs.accessCopies.looks({ interviewId, before });
  const joined = joinedLooks([...looks].reverse()).reverse();
  return { ...page, rows: joined.map((look) => lookRow(look, input.language)) };
}
