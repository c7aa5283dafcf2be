/** Makes the compiled parts of a report that name codes: statements, the one-page part, the accountability questions and the definitions. */
import { accountabilityTags, findQuestion, type Guide } from "../guide.ts";
import type { Language } from "../languages.ts";
import type { AccountabilityAnswer, Audience, InputInterview, ReportQuote, Statement } from "../report.ts";
import { type Found, widest } from "./counted.ts";

/** The most codes in the one-page part, and under one accountability question (domain 2.4). */
const mostPoints = 5;
const mostLines = 10;

/** A code with its name and definition in the report's language. */
export function namedCode({ theme, code }: Found, language: Language) {
  return { theme, code: code.id, name: code.name[language], definition: code.definition[language] };
}

/** What was told under a code; numbers, passages and quotes for the case team alone (rules R28, R37). */
export function statementOf(
  found: Found,
  language: Language,
  audience: Audience,
  pick: (found: Found) => Array<ReportQuote>,
): Statement {
  const { youths, triangulatedYouths, perspectives, level } = found.evidence;
  const statement = { ...namedCode(found, language), level };
  if (audience !== "case-team") return statement;
  const passageIds = [...new Set(found.counted.map(({ coding }) => coding.passageId))].sort();
  return { ...statement, youths, triangulatedYouths, perspectives, passageIds, quotes: pick(found) };
}

/** At most five codes that more than one person told: the widest of each theme, then the widest of all; in codebook order. */
export function pointsOf(found: ReadonlyArray<Found>, language: Language) {
  const shared = found.filter((one) => one.evidence.level !== "signal");
  const themes = [...new Set(shared.map((one) => one.theme))];
  const first = new Set(
    themes.flatMap((theme) =>
      widest(
        shared.filter((one) => one.theme === theme),
        1,
      ),
    ),
  );
  const others = widest(
    shared.filter((one) => !first.has(one)),
    mostPoints - first.size,
  );
  for (const one of others) first.add(one);
  return shared.filter((one) => first.has(one)).map((one) => namedCode(one, language));
}

/** Finds the guide version that an interview is pinned to. */
export function guideLookup(guides: ReadonlyArray<Guide>): (interview: InputInterview) => Guide | undefined {
  const known = new Map(guides.map((guide) => [`${guide.id} ${guide.version}`, guide]));
  return ({ guideId, guideVersion }) => known.get(`${guideId} ${guideVersion}`);
}

/**
 * Per accountability question, the codes told in answers to questions that carry its tag; at most ten, the widest. Every code here may be
 * named by itself; how many told it in these very answers plays no part.
 */
export function accountabilityOf(
  found: ReadonlyArray<Found>,
  guides: ReadonlyArray<Guide>,
  language: Language,
): Array<AccountabilityAnswer> {
  const guideOf = guideLookup(guides);
  const tagged = found.map((one) => {
    const tags = new Set(
      one.counted.flatMap(({ coding, interview }) => {
        const guide = guideOf(interview);
        return (guide && findQuestion(guide, coding.questionId)?.accountability) ?? [];
      }),
    );
    return { one, tags };
  });
  return accountabilityTags.map((tag) => ({
    tag,
    codes: widest(
      tagged.filter(({ tags }) => tags.has(tag)).map(({ one }) => one),
      mostLines,
    ).map(({ theme, code }) => ({ theme, code: code.id, name: code.name[language] })),
  }));
}
