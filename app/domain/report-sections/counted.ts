/** Decides what counts in a report, and gathers what was told under each code that an audience may see named. */
import type { Code, Codebook } from "../codebook.ts";
import { mayName } from "../disclosure.ts";
import { type Evidence, type EvidenceLevel, evidenceLevels, evidenceOf } from "../evidence.ts";
import type { ThemeId } from "../guide.ts";
import { countsInReports } from "../interview.ts";
import type { Audience, InputCoding, InputInterview, ReportInput } from "../report.ts";

/** A coding that counts, with the interview it comes from. */
export type Counted = { coding: InputCoding; interview: InputInterview };

/** A code that may be named, with what was told under it. */
export type Found = { theme: ThemeId; code: Code; evidence: Evidence; counted: ReadonlyArray<Counted> };

/** Interviews that count: completed or approved, held within the period, and with scope `learn-region` (rule R2). */
export function countedInterviews({ interviews, period: { from, to } }: ReportInput): Array<InputInterview> {
  return interviews.filter(
    ({ state, conductedOn, scopes }) =>
      countsInReports(state) &&
      (from === null || conductedOn >= from) &&
      (to === null || conductedOn <= to) &&
      scopes.includes("learn-region"),
  );
}

/** Codings of these interviews whose passage is not flagged for review. */
export function countedCodings(
  codings: ReadonlyArray<InputCoding>,
  interviews: ReadonlyArray<InputInterview>,
): Array<Counted> {
  const known = new Map(interviews.map((interview) => [interview.id, interview]));
  return codings.flatMap((coding) => {
    const interview = known.get(coding.interviewId);
    return interview && !coding.flagged ? [{ coding, interview }] : [];
  });
}

/** One text for a theme and code, to group by; ids hold no space. */
export function codeKey(theme: string, code: string): string {
  return `${theme} ${code}`;
}

/** Every code that was told and may be named for this audience, in codebook order. */
export function foundCodes(codebook: Codebook, audience: Audience, counted: ReadonlyArray<Counted>): Array<Found> {
  const groups = new Map<string, Array<Counted>>();
  for (const one of counted) {
    const key = codeKey(one.coding.theme, one.coding.code);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return codebook.themes.flatMap((theme) =>
    theme.codes.flatMap((code) => {
      const told = groups.get(codeKey(theme.id, code.id)) ?? [];
      const evidence = evidenceOf(told.map(({ interview }) => interview));
      return evidence && mayName(audience, code, evidence) ? [{ theme: theme.id, code, evidence, counted: told }] : [];
    }),
  );
}

function rank(level: EvidenceLevel): number {
  return evidenceLevels.indexOf(level);
}

/** The most widely told of these, at most `most`, in the order they came in; of equal levels the first. It looks at levels, never at numbers. */
export function widest(found: ReadonlyArray<Found>, most: number): Array<Found> {
  const chosen = new Set([...found].sort((a, b) => rank(b.evidence.level) - rank(a.evidence.level)).slice(0, most));
  return found.filter((one) => chosen.has(one));
}
