/** Who of a family agreed to taking part and who objects: by their interviews, and by what was recorded beside them. */
import { and, asc, eq, sql } from "drizzle-orm";
import {
  type ConsentRecord,
  type FamilyConsent,
  type FamilyVoice,
  type FamilyWord,
  objectionIn,
  participation,
  standingWord,
  wordsOf,
} from "#app/domain/consent.ts";
import type { Perspective } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import { consent, familyWord, interview, user } from "../schema/index.ts";
import { write, youthTarget } from "../verb.server.ts";

/** What somebody of the family said about taking part, and who recorded it when. */
export type SpokenWord = { who: FamilyVoice; word: FamilyWord; at: string; by: string | null };

type Asked = {
  perspective: Perspective;
  state: InterviewState;
  records: ReadonlyArray<ConsentRecord & { at: string }>;
};

/** Who of the family agreed and who objects, by the interviews about one youth and what was said beside them, oldest first. */
export function familyOf(
  interviews: ReadonlyArray<Asked>,
  words: ReadonlyArray<{ who: FamilyVoice; word: FamilyWord; at: string }>,
): FamilyConsent {
  const said = (perspective: Perspective) =>
    interviews.some((one) => one.perspective === perspective && participation(one.records) === "yes");
  const yesSince = (at: string) => words.some((one) => one.who === "youth" && one.word === "agrees" && one.at >= at);
  const refusals = interviews.filter((one) => one.perspective === "youth" && one.state === "refused");
  const youthRefused = refusals.some((one) => !yesSince(one.records.at(-1)?.at ?? ""));
  return {
    guardian: said("parent"),
    youth: !youthRefused && (said("youth") || standingWord(words, "youth")?.word === "agrees"),
    youthRefused,
    objection: objectionIn(words),
  };
}

const queriesOf = preparedOnce((db) => ({
  words: db
    .select({ who: familyWord.who, word: familyWord.word, at: familyWord.at, by: user.name })
    .from(familyWord)
    .leftJoin(user, eq(user.id, familyWord.recordedBy))
    .where(eq(familyWord.youthId, sql.placeholder("youthId")))
    .orderBy(asc(familyWord.id))
    .prepare(),
  asked: db
    .select({ id: interview.id, perspective: interview.perspective, state: interview.state, record: consent })
    .from(interview)
    .leftJoin(consent, and(eq(consent.interviewId, interview.id), eq(consent.scope, "participate")))
    .where(eq(interview.youthId, sql.placeholder("youthId")))
    .orderBy(asc(consent.sequence))
    .prepare(),
}));

/** What a second guardian and the youth said about taking part, oldest first. */
export async function spokenWords(db: Db, youthId: string): Promise<Array<SpokenWord>> {
  return queriesOf(db).words.execute({ youthId });
}

/** Who of the family agreed to take part in any interview about this youth, and who objects. */
export async function familyConsent(db: Db, youthId: string): Promise<FamilyConsent> {
  const interviews = new Map<string, Asked & { records: Array<ConsentRecord & { at: string }> }>();
  for (const { id, perspective, state, record } of await queriesOf(db).asked.execute({ youthId })) {
    const known = interviews.get(id) ?? { perspective, state, records: [] };
    if (record) known.records.push(record);
    interviews.set(id, known);
  }
  return familyOf([...interviews.values()], await spokenWords(db, youthId));
}

export const families = {
  /**
   * Records what a second guardian or the youth says about taking part. An objection stops every interview about this youth until the same
   * person says yes. Throws Problem `invalid-input`, also for a word that cannot be theirs (`wordsOf`).
   */
  recordWord: write<{ youthId: string; who: FamilyVoice; word: FamilyWord }, void>({
    action: "family.word",
    right: "interview.conduct",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId, who, word }, { actor, newId, now }) {
      const fields: Array<FieldFault> = [];
      if (!Object.hasOwn(wordsOf, who)) fields.push({ path: "who", code: "required" });
      else if (!wordsOf[who].includes(word)) fields.push({ path: "word", code: "required" });
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      await db.insert(familyWord).values({ id: newId(), youthId, who, word, recordedBy: actor.personId, at: now() });
    },
  }),
};
