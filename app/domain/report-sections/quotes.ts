/** Chooses which words of speakers stand in the case team's report. */
import { type Perspective, perspectives } from "../guide.ts";
import type { ReportQuote } from "../report.ts";
import type { Counted, Found } from "./counted.ts";

/** At most this many quotes under one code (domain 2.4), and about one youth in one report (rule R38). */
const mostQuotes = 2;

function byProposal(a: Counted, b: Counted): number {
  return (
    Number(b.coding.forReport) - Number(a.coding.forReport) ||
    perspectives.indexOf(a.interview.perspective) - perspectives.indexOf(b.interview.perspective) ||
    (a.coding.passageId < b.coding.passageId ? -1 : Number(a.coding.passageId > b.coding.passageId))
  );
}

/**
 * A picker for one report, to be asked code by code. It gives at most two quotes with scope `quote`: those proposed for the report first,
 * two perspectives rather than one, never two about one youth under one code, and never more than two about one youth in the report.
 */
export function quotePicker(): (found: Found) => Array<ReportQuote> {
  const perYouth = new Map<string, number>();
  const said = new Set<string>();
  return ({ counted }) => {
    const candidates = counted
      .filter(({ coding, interview }) => interview.scopes.includes("quote") && coding.quote.trim() !== "")
      .sort(byProposal);
    const youths = new Set<string>();
    const heard = new Set<Perspective>();
    const chosen: Array<ReportQuote> = [];
    for (const anyPerspective of [false, true]) {
      for (const { coding, interview } of candidates) {
        const { youthId, perspective } = interview;
        if (chosen.length === mostQuotes) break;
        if (heard.has(perspective) && !anyPerspective) continue;
        if (youths.has(youthId) || said.has(coding.quote) || (perYouth.get(youthId) ?? 0) >= mostQuotes) continue;
        chosen.push({ perspective, text: coding.quote });
        youths.add(youthId);
        heard.add(perspective);
        said.add(coding.quote);
        perYouth.set(youthId, (perYouth.get(youthId) ?? 0) + 1);
      }
    }
    return chosen.sort((a, b) => perspectives.indexOf(a.perspective) - perspectives.indexOf(b.perspective));
  };
}
