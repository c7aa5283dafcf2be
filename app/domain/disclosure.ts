/** What an audience may not see, and the sentence that says so without saying what it was. */
import type { Code } from "./codebook.ts";
import type { Evidence } from "./evidence.ts";
import type { Language } from "./languages.ts";
import type { Audience, Withheld, WithheldKind } from "./report.ts";

/** kind -> [rule, why in Dutch, why in English]. */
const reasons: Record<WithheldKind, readonly [string, string, string]> = {
  counts: [
    "R28",
    "De groep is klein. Een getal kan iemand herkenbaar maken.",
    "The group is small. A number can make somebody recognisable.",
  ],
  quotes: [
    "R37",
    "Een zin komt pas in een verslag als de spreker hem heeft teruggelezen en een tweede persoon hem goedkeurt. Die stappen zijn er nog niet.",
    "A sentence enters a report once its speaker has read it back and a second person approves it. Those steps do not exist yet.",
  ],
  "quotes-without-consent": [
    "R2",
    "Woorden staan hier alleen als de spreker dat goed vond.",
    "Words stand here only if the speaker agreed to that.",
  ],
  sensitive: [
    "R30",
    "Verhalen over gezondheid en thuis zijn te herkennen. Ze staan in geen enkel verslag van één regio.",
    "Stories about health and home can be recognised. They stand in no report on one region.",
  ],
  "few-youths": [
    "R36",
    "Wat over één jeugdige is verteld, kan iemand herkenbaar maken.",
    "What was told about one young person can make somebody recognisable.",
  ],
  splits: ["R34", "We splitsen niet uit naar leeftijd of inschrijving.", "We do not split by age or enrolment."],
  "without-consent": [
    "R2",
    "Wie niet wilde dat de regio ervan leert, telt niet mee.",
    "Who did not want the region to learn from it does not count.",
  ],
  flagged: [
    "R9",
    "Een fragment telt pas weer mee als iemand het na een wijziging heeft nagekeken.",
    "After a change a passage counts again once somebody has checked it.",
  ],
};

const withheldFor: Record<Audience, ReadonlyArray<WithheldKind>> = {
  "case-team": ["quotes-without-consent", "without-consent", "flagged"],
  region: ["counts", "quotes", "sensitive", "few-youths", "splits", "without-consent", "flagged"],
  network: ["counts", "quotes", "sensitive", "few-youths", "splits", "without-consent", "flagged"],
  public: ["counts", "quotes", "sensitive", "few-youths", "splits", "without-consent", "flagged"],
};

/** What is left out for this audience. The list is the same whether or not there was something, so that it gives nothing away. */
export function withheldList(audience: Audience, language: Language): Array<Withheld> {
  return withheldFor[audience].map((what) => {
    const [rule, nl, en] = reasons[what];
    return { what, rule, why: language === "nl" ? nl : en };
  });
}

/** On how many youths a code must rest to be named: region rule R36, beyond the region rule R27. */
const leastYouths: Record<Audience, number> = { "case-team": 1, region: 2, network: 3, public: 3 };

/** Whether a code may be named for this audience: outside the case team never a sensitive one (rule R30), and only on enough youths. */
export function mayName(
  audience: Audience,
  code: Pick<Code, "sensitive">,
  { youths }: Pick<Evidence, "youths">,
): boolean {
  return youths >= leastYouths[audience] && (audience === "case-team" || !code.sensitive);
}
