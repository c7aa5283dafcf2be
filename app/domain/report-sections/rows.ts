/** Makes the rows of a report, one per coding, for the case team: from these an exporter writes a table and needs nothing else. */
import { findQuestion, type Guide, perspectives } from "../guide.ts";
import type { CodingRow } from "../report.ts";
import { type Counted, codeKey, type Found } from "./counted.ts";
import { drawn, letter } from "./draw.ts";
import { guideLookup } from "./parts.ts";

type Key = ReadonlyArray<string | number>;

function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left !== undefined && right !== undefined && left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** The rows in order of youth, perspective, interview, question and place. Letters and numbers are drawn with `seed`; text only with scope `quote`. */
export function rowsOf(
  found: ReadonlyArray<Found>,
  counted: ReadonlyArray<Counted>,
  guides: ReadonlyArray<Guide>,
  seed: string,
): Array<CodingRow> {
  const guideOf = guideLookup(guides);
  const levels = new Map(found.map((one) => [codeKey(one.theme, one.code.id), one.evidence.level]));
  const youths = drawn(
    counted.map(({ interview }) => interview.youthId),
    `${seed} youths`,
  );
  const interviews = drawn(
    counted.map(({ interview }) => interview.id),
    `${seed} interviews`,
  );
  const coders = drawn(
    counted.map(({ coding }) => coding.coderId),
    `${seed} coders`,
  );
  const keyed = counted.flatMap(({ coding, interview }) => {
    const level = levels.get(codeKey(coding.theme, coding.code));
    if (!level) return [];
    const guide = guideOf(interview);
    const youth = youths.get(interview.youthId) ?? 0;
    const row: CodingRow = {
      youth: letter(youth),
      perspective: interview.perspective,
      interview: (interviews.get(interview.id) ?? 0) + 1,
      guide: interview.guideId,
      guideVersion: interview.guideVersion,
      question: coding.questionId,
      construct: (guide && findQuestion(guide, coding.questionId)?.construct) ?? "",
      field: coding.field,
      start: coding.start,
      end: coding.end,
      text: interview.scopes.includes("quote") ? coding.quote : "",
      theme: coding.theme,
      code: coding.code,
      level,
      memo: coding.memo,
      forReport: coding.forReport,
      coder: (coders.get(coding.coderId) ?? 0) + 1,
    };
    const place = [coding.questionId, coding.field, coding.start, coding.end, coding.theme, coding.code, row.coder];
    return [
      { row, key: [youth, perspectives.indexOf(interview.perspective), row.interview, ...place, coding.id] as Key },
    ];
  });
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ row }) => row);
}
