/** Verbs on terms: what is kept until when, and letting go of what is over. */
import { and, asc, countDistinct, eq, inArray, lte, min, sql } from "drizzle-orm";
import { tellingStates } from "#app/domain/interview.ts";
import { monthsLater, yearsLater } from "#app/domain/terms.ts";
import { eraseConsentProof, eraseInterviewContent, noteErasure } from "../erasure.server.ts";
import type { Db } from "../open.server.ts";
import { consent, erasure, interview, region, release } from "../schema/index.ts";
import { anywhere, read, write } from "../verb.server.ts";
import { readSettings } from "./settings.server.ts";

/** Interviews of a region with one fate. `dueAt`: when their answers go; null while the region has no final report that covers them. */
export type AnswerTerm = { regionId: string; region: string; interviews: number; dueAt: string | null };
/** Interviews of a region of which only the proof of consent is left. `dueAt`: when the first of it goes. */
export type ProofTerm = { regionId: string; region: string; interviews: number; dueAt: string };
export type Terms = {
  answerMonths: number;
  consentYears: number;
  auditYears: number;
  answers: Array<AnswerTerm>;
  proofs: Array<ProofTerm>;
};

/** How much goes in one transaction, so that nobody who saves has to wait long. */
const atOnce = 25;

/**
 * The moment of the first final report that was released on the day of an interview or later: from there on the term of its answers runs. A
 * later report does not make it longer.
 */
const finalAt = sql<
  string | null
>`(SELECT min(${release.releasedAt}) FROM ${release} WHERE ${release.regionId} = ${interview.regionId} AND ${release.final} = 1 AND substr(${release.releasedAt}, 1, 10) >= ${interview.conductedOn})`;

async function expiredBefore(db: Db, before: string) {
  return db
    .select({ id: interview.id, regionId: interview.regionId })
    .from(interview)
    .where(and(inArray(interview.state, tellingStates), lte(finalAt, before)))
    .orderBy(asc(interview.id))
    .limit(atOnce);
}

export const terms = {
  /** What is kept until when, per region that one answers for; an administrator sees all of them. */
  overview: read<void, Terms>({
    action: "term.list",
    right: "erasure.read",
    target: anywhere,
    async run(db, _input, { within }) {
      const { answerMonths, consentYears, auditYears } = await readSettings(db);
      const answers = await db
        .select({ regionId: region.id, region: region.name, finalAt, interviews: countDistinct(interview.id) })
        .from(interview)
        .innerJoin(region, eq(region.id, interview.regionId))
        .where(and(inArray(interview.state, tellingStates), within(interview.regionId)))
        .groupBy(region.id, finalAt)
        .orderBy(asc(region.name), sql`${finalAt} IS NULL`, finalAt);
      const proofs = await db
        .select({
          regionId: region.id,
          region: region.name,
          interviews: countDistinct(erasure.interviewId),
          since: min(erasure.askedAt),
        })
        .from(erasure)
        .innerJoin(consent, eq(consent.interviewId, erasure.interviewId))
        .innerJoin(region, eq(region.id, erasure.regionId))
        .where(and(eq(erasure.reason, "expired"), within(erasure.regionId)))
        .groupBy(region.id)
        .orderBy(asc(region.name));
      return {
        answerMonths,
        consentYears,
        auditYears,
        answers: answers.map(({ finalAt: since, ...row }) => ({
          ...row,
          dueAt: since === null ? null : monthsLater(since, answerMonths),
        })),
        proofs: proofs.map(({ since, ...row }) => ({ ...row, dueAt: yearsLater(since ?? "", consentYears) })),
      };
    },
  }),

  /** How many interviews and proofs of consent are over at this moment. */
  due: read<void, { answers: boolean; proofs: boolean }>({
    action: "term.due",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    async run(db, _input, { now }) {
      const { answerMonths, consentYears } = await readSettings(db);
      const proofs = await proofsBefore(db, yearsLater(now(), -consentYears));
      return {
        answers: (await expiredBefore(db, monthsLater(now(), -answerMonths))).length > 0,
        proofs: proofs.length > 0,
      };
    },
  }),

  /** Erases the answers of interviews whose term is over, some at a time; the proof of consent stays. Returns their ids, none when it is done. */
  expireAnswers: write<void, Array<string>>({
    action: "term.expire-answers",
    right: "installation.manage",
    target: anywhere,
    async run(db, _input, { actor, now, erased }) {
      const { answerMonths } = await readSettings(db);
      const at = now();
      const over = await expiredBefore(db, monthsLater(at, -answerMonths));
      for (const { id, regionId } of over) {
        eraseInterviewContent(db, id, "all");
        await db.update(interview).set({ state: "expired" }).where(eq(interview.id, id));
        noteErasure(db, { interviewId: id, regionId, reason: "expired", askedBy: actor.personId, askedAt: at });
        erased({ interviewId: id, reason: "expired", at });
      }
      return over.map(({ id }) => id);
    },
    subjects: (ids) => ids,
  }),

  /** Deletes the proof of consent that was kept long enough after the answers were erased, some at a time. Returns the ids of the interviews. */
  forgetProofs: write<void, Array<string>>({
    action: "term.forget-proofs",
    right: "installation.manage",
    target: anywhere,
    async run(db, _input, { now }) {
      const { consentYears } = await readSettings(db);
      const over = await proofsBefore(db, yearsLater(now(), -consentYears));
      for (const { id } of over) eraseConsentProof(db, id);
      return over.map(({ id }) => id);
    },
    subjects: (ids) => ids,
  }),
};

async function proofsBefore(db: Db, before: string): Promise<Array<{ id: string }>> {
  return db
    .selectDistinct({ id: erasure.interviewId })
    .from(erasure)
    .innerJoin(consent, eq(consent.interviewId, erasure.interviewId))
    .where(and(eq(erasure.reason, "expired"), lte(erasure.askedAt, before)))
    .orderBy(asc(erasure.interviewId))
    .limit(atOnce);
}
