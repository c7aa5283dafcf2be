/** Consent: what a speaker agreed to, derived from the records of an interview, and who has to agree before whom may tell. */
import type { AgeBand, ConsentScope, Perspective } from "./guide.ts";

/** One record: for `participate` and `agenda` the value is `"yes"` or `"no"`, for `list` the scopes that were allowed. */
export type ConsentRecord = {
  questionId: string;
  scope: "participate" | "list" | "agenda";
  value: string | Array<string>;
  sequence: number;
};

/** The scopes that stand after all records of one interview: the latest record of each question counts. No scope implies another (rule R2). */
export function scopesOf(records: ReadonlyArray<ConsentRecord>): Set<ConsentScope> {
  const latest = new Map<string, ConsentRecord>();
  for (const record of records) {
    const known = latest.get(record.questionId);
    if (!known || known.sequence < record.sequence) latest.set(record.questionId, record);
  }
  const scopes = new Set<ConsentScope>();
  for (const record of latest.values()) {
    if (record.scope === "list") for (const scope of record.value) scopes.add(scope as ConsentScope);
    else if (record.value === "yes") scopes.add(record.scope);
  }
  return scopes;
}

/** Whether taking part was agreed to, refused, or not asked yet. */
export function participation(records: ReadonlyArray<ConsentRecord>): "yes" | "no" | null {
  let latest: ConsentRecord | null = null;
  for (const record of records) {
    if (record.scope === "participate" && (!latest || latest.sequence < record.sequence)) latest = record;
  }
  if (!latest) return null;
  return latest.value === "yes" ? "yes" : "no";
}

/** Whose word about taking part is recorded outside an interview: a second guardian with authority, and the youth. */
export const familyVoices = ["second-guardian", "youth"] as const;
export type FamilyVoice = (typeof familyVoices)[number];

export const familyWords = ["agrees", "objects", "informed", "unknown"] as const;
export type FamilyWord = (typeof familyWords)[number];

/**
 * What can be recorded of whom. A second guardian may also be informed without having said anything, or their word be unknown (rule R3);
 * a youth says yes or no.
 */
export const wordsOf: Record<FamilyVoice, ReadonlyArray<FamilyWord>> = {
  "second-guardian": ["informed", "agrees", "objects", "unknown"],
  youth: ["agrees", "objects"],
};

type Said = { who: FamilyVoice; word: FamilyWord };

/**
 * Where somebody stands after these words, oldest first: the latest counts, but that only a yes of their own takes the place of a no
 * (rules R3 and R4). Null when nothing is recorded of them.
 */
export function standingWord<Word extends Said>(words: ReadonlyArray<Word>, who: FamilyVoice): Word | null {
  let standing: Word | null = null;
  for (const one of words) {
    if (one.who !== who) continue;
    if (standing?.word !== "objects" || one.word === "agrees" || one.word === "objects") standing = one;
  }
  return standing;
}

/** Who does not want it: nothing can start or be saved until they say yes themselves. */
export type Objection = "guardian-objects" | "youth-objects";

/** The objection that stands after these words, oldest first; the youth's own comes first. */
export function objectionIn(words: ReadonlyArray<Said>): Objection | null {
  if (standingWord(words, "youth")?.word === "objects") return "youth-objects";
  return standingWord(words, "second-guardian")?.word === "objects" ? "guardian-objects" : null;
}

/**
 * Who of the family said yes to taking part, over all interviews about one youth, and who objects. The youth's yes may also be recorded
 * beside an interview; a second guardian's is nobody else's. `youthRefused`: the youth said no in an interview of their own, and not yes
 * since.
 */
export type FamilyConsent = { guardian: boolean; youth: boolean; youthRefused: boolean; objection: Objection | null };

/** Whose yes is missing. */
export type NeededFirst =
  | "guardian-consent-missing"
  | "youth-consent-missing"
  | "guardian-and-youth-consent-missing"
  | Objection;

/**
 * What has to come first before somebody may tell about a youth, or null when they may start. Nothing starts against the word of a second
 * guardian or of the youth, and a no in an interview stays a no until the youth comes back to it. A youth under 16 needs a guardian's yes
 * (rule R3); the youth's own yes is the first question of the interview itself. A professional needs the family's yes (rule R7): under 12
 * a guardian's, from 12 to 15 a guardian's and the youth's own, for a youth of 16 or 17 the youth's own. It names all that is missing.
 */
export function neededFirst(perspective: Perspective, ageBand: AgeBand, family: FamilyConsent): NeededFirst | null {
  if (family.objection) return family.objection;
  if (perspective === "youth" && family.youthRefused) return "youth-objects";
  if (perspective === "parent") return null;
  if (ageBand === "16-17") return perspective === "youth" || family.youth ? null : "youth-consent-missing";
  const youthMissing = perspective === "professional" && ageBand === "12-15" && !family.youth;
  if (!family.guardian) return youthMissing ? "guardian-and-youth-consent-missing" : "guardian-consent-missing";
  return youthMissing ? "youth-consent-missing" : null;
}
