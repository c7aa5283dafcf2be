/** Puts a compiled report into words, part by part, for every format that is read from top to bottom. It adds nothing that the report withholds. */
import { showDay, showMoment } from "#app/domain/dates.ts";
import { evidenceLevels } from "#app/domain/evidence.ts";
import { perspectives, type ThemeId, themeIds } from "#app/domain/guide.ts";
import type { MatrixMark, Report, ReportPeriod, ReportSection, Statement } from "#app/domain/report.ts";
import type { Block, Finding, MatrixCell, Outline, Part } from "./outline-blocks.ts";
import { outlineWords } from "./outline-words.ts";

type Words = (typeof outlineWords)["nl"];

const fills: Record<MatrixMark, MatrixCell["fill"]> = {
  often: "full",
  partly: "half",
  none: "open",
  withheld: "withheld",
};

function periodWords({ from, to }: ReportPeriod, report: Report, words: Words): string {
  const day = (value: string) => showDay(value, report.language);
  if (from !== null && to !== null) return words.between(day(from), day(to));
  if (from !== null) return words.from(day(from));
  return to === null ? words.wholePeriod : words.until(day(to));
}

function findingOf(statement: Statement, words: Words): Finding {
  const { theme, name, definition, level, youths, triangulatedYouths, quotes } = statement;
  return {
    theme,
    title: name,
    text: definition,
    breadth: { rank: evidenceLevels.indexOf(level) + 1, ...words.levels[level] },
    seenBy: (statement.perspectives ?? []).map((perspective) => ({ perspective, name: words.plural[perspective] })),
    details: [...(youths === undefined ? [] : [words.counts(youths, triangulatedYouths ?? 0)])],
    said: (quotes ?? []).map(({ perspective, text }) => ({ perspective, who: words.who[perspective], text })),
  };
}

function matrixBlocks(section: Extract<ReportSection, { id: "views" }>, words: Words): Array<Block> {
  if (section.matrix === null) return [{ kind: "empty", text: words.empty }];
  const questions = section.matrix.flatMap(({ theme, marks }) =>
    perspectives
      .filter((perspective) => marks[perspective] === "none" && perspectives.some((other) => marks[other] !== "none"))
      .map((perspective) => words.question(words.plural[perspective], words.themes[theme])),
  );
  return [
    {
      kind: "matrix",
      caption: words.matrix.caption,
      corner: words.matrix.theme,
      columns: perspectives.map((perspective) => ({ perspective, name: words.plural[perspective] })),
      rows: section.matrix.map(({ theme, marks }) => ({
        theme,
        name: words.themes[theme],
        cells: perspectives.map((perspective) => ({
          fill: fills[marks[perspective]],
          word: words.matrix.marks[marks[perspective]],
          detail: "",
        })),
      })),
    },
    ...(questions.length === 0 ? [] : [{ kind: "questions", items: questions } satisfies Block]),
  ];
}

function compiledBlocks(section: ReportSection, words: Words): Array<Block> {
  switch (section.id) {
    case "introduction":
      return section.text.trim() === "" ? [{ kind: "empty", text: words.emptyOwn }] : [];
    case "one-page":
      if (section.points.length === 0) return [{ kind: "empty", text: words.empty }];
      return [
        {
          kind: "key-points",
          items: section.points.map(({ theme, name, definition }) => ({
            theme,
            themeName: words.themes[theme],
            text: `${name}. ${definition}`,
          })),
        },
      ];
    case "how-we-learned":
      return [
        { kind: "paragraph", text: words.plannedForEach },
        ...(section.held === null
          ? []
          : [
              {
                kind: "table",
                caption: words.held.caption,
                head: [words.held.perspective, words.held.planned, words.held.told],
                rows: section.held.map(({ perspective, planned, told }) => [
                  words.perspectives[perspective],
                  String(planned),
                  String(told),
                ]),
              } satisfies Block,
            ]),
      ];
    case "views":
      return matrixBlocks(section, words);
    case "accountability":
      return section.answers.map(({ tag, codes }) =>
        codes.length === 0
          ? { kind: "lines", title: words.accountability[tag], items: [words.accountabilityEmpty] }
          : { kind: "lines", title: words.accountability[tag], items: codes.map(({ name }) => name) },
      );
    case "method":
      return [
        ...words.method.map((text): Block => ({ kind: "paragraph", text })),
        ...(section.codes.length === 0
          ? []
          : [
              {
                kind: "definitions",
                items: section.codes.map(({ name, definition }) => ({ term: name, text: definition })),
              } satisfies Block,
            ]),
      ];
    default:
      return section.statements.length === 0
        ? [{ kind: "empty", text: words.empty }]
        : [{ kind: "findings", items: section.statements.map((statement) => findingOf(statement, words)) }];
  }
}

function isTheme(id: string): id is ThemeId {
  return (themeIds as ReadonlyArray<string>).includes(id);
}

function partOf(section: ReportSection, words: Words): Part {
  const own: Array<Block> = section.text.trim() === "" ? [] : [{ kind: "own-text", markdown: section.text }];
  return {
    id: section.id,
    ...words.sections[section.id],
    theme: isTheme(section.id) ? section.id : null,
    blocks: [...own, ...compiledBlocks(section, words)],
  };
}

/** The report in words, in its own language. */
export function outlineOf(report: Report): Outline {
  const words = outlineWords[report.language];
  const guides = report.guideVersions.map(
    ({ perspective, version }) => `${words.perspectives[perspective]} ${version}`,
  );
  return {
    language: report.language,
    title: words.title(report.region.name),
    subtitle: words.subtitle,
    practice: report.practice ? words.practice : null,
    status: report.status === "draft" ? words.draft : null,
    facts: [
      { label: words.facts.interviews, value: periodWords(report.period, report, words) },
      { label: words.facts.guides, value: guides.length === 0 ? words.noGuides : guides.join(", ") },
      { label: words.facts.codebook, value: report.codebookVersion },
      { label: words.facts.audience, value: words.audiences[report.audience] },
    ],
    parts: [
      ...report.sections.map((section) => partOf(section, words)),
      {
        id: "withheld",
        ...words.sections.withheld,
        theme: null,
        blocks: [
          {
            kind: "withheld",
            items: report.withheld.map(({ what, why, rule }) => ({
              what: words.withheld[what],
              why: `${why} (${rule})`,
            })),
          },
        ],
      },
    ],
    colophon: words.colophon(showMoment(report.compiledAt, report.language)),
    words: { skip: words.skip, pageOf: words.pageOf, seenBy: words.seenBy },
  };
}
