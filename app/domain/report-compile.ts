/** Compiles a region's report for one audience: counts distinct youths, leaves out what may not be seen, and decides every order. */
import { withheldList } from "./disclosure.ts";
import { compareVersions, perspectives } from "./guide.ts";
import type { Audience, EvidenceEntry, InputInterview, Report, ReportInput, ReportSection } from "./report.ts";
import { countedCodings, countedInterviews, type Found, foundCodes } from "./report-sections/counted.ts";
import { accountabilityOf, namedCode, pointsOf, statementOf } from "./report-sections/parts.ts";
import { quotePicker } from "./report-sections/quotes.ts";
import { rowsOf } from "./report-sections/rows.ts";
import { matrixOf } from "./report-sections/views.ts";

/** The guide versions that these interviews were held with, by perspective, oldest version first. */
function guideVersionsOf(interviews: ReadonlyArray<InputInterview>): Report["guideVersions"] {
  const versions = new Map(
    interviews.map(({ guideId: guide, perspective, guideVersion: version }) => [
      `${guide} ${perspective} ${version}`,
      { guide, perspective, version },
    ]),
  );
  return [...versions.values()].sort(
    (a, b) =>
      perspectives.indexOf(a.perspective) - perspectives.indexOf(b.perspective) ||
      (a.guide === b.guide ? compareVersions(a.version, b.version) : a.guide < b.guide ? -1 : 1),
  );
}

function sectionsOf(
  input: ReportInput,
  audience: Audience,
  interviews: ReadonlyArray<InputInterview>,
  found: ReadonlyArray<Found>,
): Array<ReportSection> {
  const { codebook, language, guides, planned, texts } = input;
  const own = (id: ReportSection["id"]) => ({ text: texts[id] ?? "" });
  const pick = quotePicker();
  const held = perspectives.map((perspective) => ({
    perspective,
    planned: planned[perspective],
    told: interviews.filter((interview) => interview.perspective === perspective).length,
  }));
  const themes = codebook.themes.map((theme) => ({
    id: theme.id,
    ...own(theme.id),
    statements: found.filter((one) => one.theme === theme.id).map((one) => statementOf(one, language, audience, pick)),
  }));
  return [
    { id: "introduction", ...own("introduction") },
    { id: "one-page", ...own("one-page"), points: pointsOf(found, language) },
    { id: "how-we-learned", ...own("how-we-learned"), held: audience === "case-team" ? held : null },
    ...themes,
    { id: "views", ...own("views"), matrix: matrixOf(codebook, audience, found) },
    { id: "accountability", ...own("accountability"), answers: accountabilityOf(found, guides, language) },
    { id: "method", ...own("method"), codes: found.map((one) => namedCode(one, language)) },
  ];
}

function evidenceEntry({ theme, code, evidence }: Found, audience: Audience): EvidenceEntry {
  const entry = { theme, code: code.id, level: evidence.level };
  if (audience !== "case-team") return entry;
  const { youths, triangulatedYouths, perspectives: told } = evidence;
  return { ...entry, youths, triangulatedYouths, perspectives: told };
}

/**
 * The report. `now` is a UTC time in ISO 8601; it also draws the letters and numbers of the rows, so that they differ between reports.
 * The same input, audience and time give the same report, in whatever order interviews and codings come. For the audience `region`
 * nothing in it depends on how many youths stand behind a level, once there are the two that rule R36 asks for. Never throws.
 */
export function compileReport(input: ReportInput, audience: Audience, now: string): Report {
  const interviews = countedInterviews(input);
  const counted = countedCodings(input.codings, interviews);
  const found = foundCodes(input.codebook, audience, counted);
  const { region, language, period, codebook, guides } = input;
  return {
    schemaVersion: 1,
    region: { key: region.key, name: region.name },
    audience,
    language,
    practice: region.practice,
    status: "draft",
    period: { from: period.from, to: period.to },
    compiledAt: now,
    guideVersions: guideVersionsOf(interviews),
    codebookVersion: codebook.version,
    sections: sectionsOf(input, audience, interviews, found),
    evidence: found.map((one) => evidenceEntry(one, audience)),
    withheld: withheldList(audience, language),
    ...(audience === "case-team" ? { codings: rowsOf(found, counted, guides, now) } : {}),
  };
}
