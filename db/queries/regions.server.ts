/** Verbs on regions and youths: the board, adding and assigning, respondents and planned interviews. */
import { and, asc, eq, inArray, isNull, max } from "drizzle-orm";
import { mayIn } from "#app/domain/actor.ts";
import { type FamilyConsent, participation } from "#app/domain/consent.ts";
import { amsterdamDay, isDay, isMonth } from "#app/domain/dates.ts";
import {
  type AgeBand,
  ageBands,
  type EnrolmentStatus,
  enrolmentStatuses,
  type Perspective,
  perspectives,
} from "#app/domain/guide.ts";
import { type Channel, channels, type InterviewState } from "#app/domain/interview.ts";
import { randomLabel } from "#app/domain/label.ts";
import { type Language, languages } from "#app/domain/languages.ts";
import { type FieldFault, Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import {
  assignment,
  consent,
  familyWord,
  guide,
  interview,
  membership,
  operation,
  region,
  respondent,
  user,
  youth,
} from "../schema/index.ts";
import { anywhere, read, regionTarget, write, youthTarget } from "../verb.server.ts";
import { familyOf, type SpokenWord, spokenWords } from "./families.server.ts";
import { phaseOfRegionFaults, regionNameFaults } from "./phases.server.ts";

export type Region = { id: string; key: string; name: string; practice: boolean };
export type Person = { id: string; name: string };
export type Youth = {
  id: string;
  regionId: string;
  label: string;
  enrolmentStatus: EnrolmentStatus;
  ageBand: AgeBand;
  workingSince: string;
};

/** One interview as the board needs it. `lastQuestionId` is the question that was saved last, for "step 5 of 8". */
export type BoardInterview = {
  id: string;
  youthId: string;
  perspective: Perspective;
  respondentNumber: number;
  state: InterviewState;
  guideId: string;
  guideVersion: string | null;
  conductedOn: string;
  channel: Channel;
  interviewer: Person | null;
  lastQuestionId: string | null;
  agreed: "yes" | "no" | null;
};

export type BoardYouth = Youth & { assigned: Array<Person>; family: FamilyConsent; interviews: Array<BoardInterview> };
export type Board = { region: Region; youths: Array<BoardYouth> };
export type YouthFile = BoardYouth & {
  region: Region;
  respondents: Array<{ id: string; perspective: Perspective; number: number }>;
  /** People of the region who may conduct interviews. */
  interviewers: Array<Person>;
  /** Oldest first. */
  words: Array<SpokenWord>;
};

const youthColumns = {
  id: youth.id,
  regionId: youth.regionId,
  label: youth.label,
  enrolmentStatus: youth.enrolmentStatus,
  ageBand: youth.ageBand,
  workingSince: youth.workingSince,
};

async function regionRow(db: Db, regionId: string): Promise<Region> {
  const [found] = await db
    .select({ id: region.id, key: region.key, name: region.name, practice: region.practice })
    .from(region)
    .where(eq(region.id, regionId));
  if (!found) throw new Problem("not-found");
  return found;
}

/** Fills in interviews, assignments and the family's consent of these youths with five queries, however many there are. */
async function withInterviews(db: Db, youths: Array<Youth>): Promise<Array<BoardYouth>> {
  if (youths.length === 0) return [];
  const ids = youths.map((one) => one.id);
  const interviews = await db
    .select({
      id: interview.id,
      youthId: interview.youthId,
      perspective: interview.perspective,
      respondentNumber: respondent.number,
      state: interview.state,
      guideId: interview.guideId,
      guideVersion: interview.guideVersion,
      conductedOn: interview.conductedOn,
      channel: interview.channel,
      interviewerId: interview.interviewerId,
      interviewerName: user.name,
      lastQuestionId: operation.questionId,
    })
    .from(interview)
    .innerJoin(respondent, eq(respondent.id, interview.respondentId))
    .leftJoin(user, eq(user.id, interview.interviewerId))
    .leftJoin(operation, and(eq(operation.interviewId, interview.id), eq(operation.sequence, interview.operations)))
    .where(inArray(interview.youthId, ids))
    .orderBy(asc(respondent.number), asc(interview.createdAt), asc(interview.id));
  const assigned = await db
    .select({ youthId: assignment.youthId, id: assignment.personId, name: user.name })
    .from(assignment)
    .innerJoin(user, eq(user.id, assignment.personId))
    .where(inArray(assignment.youthId, ids))
    .orderBy(asc(user.name));
  const records = await db
    .select({
      youthId: consent.youthId,
      interviewId: consent.interviewId,
      questionId: consent.questionId,
      scope: consent.scope,
      value: consent.value,
      sequence: consent.sequence,
      at: consent.at,
    })
    .from(consent)
    .where(and(inArray(consent.youthId, ids), eq(consent.scope, "participate")));
  const words = await db
    .select({ youthId: familyWord.youthId, who: familyWord.who, word: familyWord.word, at: familyWord.at })
    .from(familyWord)
    .where(inArray(familyWord.youthId, ids))
    .orderBy(asc(familyWord.id));
  const agreedBy = new Map(
    interviews.map((one) => [one.id, participation(records.filter((record) => record.interviewId === one.id))]),
  );
  return youths.map((one) => {
    const own = interviews.filter((row) => row.youthId === one.id);
    return {
      ...one,
      assigned: assigned.filter((row) => row.youthId === one.id).map(({ id, name }) => ({ id, name })),
      family: familyOf(
        own.map((row) => ({ ...row, records: records.filter((record) => record.interviewId === row.id) })),
        words.filter((row) => row.youthId === one.id),
      ),
      interviews: own.map(({ interviewerId, interviewerName, ...row }) => ({
        ...row,
        interviewer: interviewerName === null ? null : { id: interviewerId, name: interviewerName },
        agreed: agreedBy.get(row.id) ?? null,
      })),
    };
  });
}

export type NewYouth = { regionId: string; enrolmentStatus: EnrolmentStatus; ageBand: AgeBand; workingSince: string };

/** The faults of a new or changed youth, one for each field that does not fit. `today` is `YYYY-MM-DD`. */
function youthFaults(input: Omit<NewYouth, "regionId">, today: string): Array<FieldFault> {
  const faults: Array<FieldFault> = [];
  if (!enrolmentStatuses.includes(input.enrolmentStatus)) faults.push({ path: "enrolmentStatus", code: "required" });
  if (!ageBands.includes(input.ageBand)) faults.push({ path: "ageBand", code: "required" });
  if (!isMonth(input.workingSince)) faults.push({ path: "workingSince", code: "not-a-month" });
  else if (input.workingSince > today.slice(0, 7)) faults.push({ path: "workingSince", code: "in-the-future" });
  return faults;
}

/** Adds a youth with a fresh random label; also used by the import. */
export async function insertYouth(
  db: Db,
  sources: { now(): string; newId(): string; random(): number },
  input: NewYouth & { importKey?: string },
): Promise<{ id: string; label: string }> {
  const taken = await db.select({ label: youth.label }).from(youth).where(eq(youth.regionId, input.regionId));
  const label = randomLabel(sources.random, new Set(taken.map((row) => row.label)));
  const id = sources.newId();
  await db.insert(youth).values({ importKey: null, ...input, id, label, createdAt: sources.now() });
  return { id, label };
}

/** Adds a respondent of a perspective, numbered after those already there; also used by the import. */
export async function insertRespondent(
  db: Db,
  sources: { now(): string; newId(): string },
  input: { regionId: string; youthId: string; perspective: Perspective },
): Promise<{ id: string; number: number }> {
  const [last] = await db
    .select({ number: max(respondent.number) })
    .from(respondent)
    .where(and(eq(respondent.youthId, input.youthId), eq(respondent.perspective, input.perspective)));
  const number = (last?.number ?? 0) + 1;
  const id = sources.newId();
  await db.insert(respondent).values({ ...input, id, number, createdAt: sources.now() });
  return { id, number };
}

export type PlannedInterview = {
  youthId: string;
  perspective: Perspective;
  /** Null adds a new respondent of this perspective. */
  respondentId: string | null;
  /** Null: the actor. */
  interviewerId: string | null;
  conductedOn: string;
  channel: Channel;
  language: Language;
};

async function interviewersOf(db: Db, regionId: string): Promise<Array<Person>> {
  return db
    .selectDistinct({ id: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.personId))
    .where(
      and(
        eq(membership.regionId, regionId),
        inArray(membership.role, ["interviewer", "lead"]),
        isNull(membership.endedAt),
      ),
    )
    .orderBy(asc(user.name));
}

export const regions = {
  /** Every region that the actor may reach, for lists and menus; an administrator and the operator see them all. */
  mine: read<void, Array<Region>>({
    action: "region.list",
    right: "account.own",
    audited: false,
    target: anywhere,
    async run(db, _input, { within }) {
      return db
        .select({ id: region.id, key: region.key, name: region.name, practice: region.practice })
        .from(region)
        .where(within(region.id))
        .orderBy(asc(region.name));
    },
  }),

  /** The board of a region: its youths in the order in which they were added, each with interviews per perspective. */
  board: read<{ regionId: string }, Board>({
    action: "board.view",
    right: "board.view",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, { regionId }, { within }) {
      const youths = await db
        .select(youthColumns)
        .from(youth)
        .where(and(eq(youth.regionId, regionId), within(youth.regionId, youth.id)))
        .orderBy(asc(youth.createdAt), asc(youth.id));
      return { region: await regionRow(db, regionId), youths: await withInterviews(db, youths) };
    },
    subjects: ({ youths }) => youths.map((one) => one.id),
  }),

  /** One youth with respondents, interviews and who may be assigned. */
  youth: read<{ youthId: string }, YouthFile>({
    action: "youth.view",
    right: "board.view",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId }) {
      const [found] = await db.select(youthColumns).from(youth).where(eq(youth.id, youthId));
      const [filled] = found ? await withInterviews(db, [found]) : [];
      if (!filled) throw new Problem("not-found");
      const respondents = await db
        .select({ id: respondent.id, perspective: respondent.perspective, number: respondent.number })
        .from(respondent)
        .where(eq(respondent.youthId, youthId))
        .orderBy(asc(respondent.perspective), asc(respondent.number));
      return {
        ...filled,
        region: await regionRow(db, filled.regionId),
        respondents,
        interviewers: await interviewersOf(db, filled.regionId),
        words: await spokenWords(db, youthId),
      };
    },
  }),

  /** The region, for somebody who may add youths to it. Throws Problem `not-found`. */
  toManage: read<{ regionId: string }, Region>({
    action: "region.view",
    right: "youth.manage",
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: (db, { regionId }) => regionRow(db, regionId),
  }),

  /** Adds a youth under a random label. Throws Problem `invalid-input` naming each field that does not fit. */
  addYouth: write<NewYouth, { id: string; label: string }>({
    action: "youth.add",
    right: "youth.manage",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, input, context) {
      const fields = youthFaults(input, amsterdamDay(context.now()));
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      const { regionId, enrolmentStatus, ageBand, workingSince } = input;
      return insertYouth(db, context, { regionId, enrolmentStatus, ageBand, workingSince });
    },
    subjects: ({ id }) => [id],
  }),

  /** Corrects what is known of a youth. Throws Problem `invalid-input`. */
  editYouth: write<Omit<NewYouth, "regionId"> & { youthId: string }, void>({
    action: "youth.edit",
    right: "youth.manage",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId, enrolmentStatus, ageBand, workingSince }, { now }) {
      const fields = youthFaults({ enrolmentStatus, ageBand, workingSince }, amsterdamDay(now()));
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      await db.update(youth).set({ enrolmentStatus, ageBand, workingSince }).where(eq(youth.id, youthId));
    },
  }),

  /** Makes a person of the region responsible for interviews about a youth; twice changes nothing. */
  assign: write<{ youthId: string; personId: string }, void>({
    action: "youth.assign",
    right: "youth.manage",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId, personId }, { target, now }) {
      const possible = await interviewersOf(db, target.regionId ?? "");
      if (!possible.some((person) => person.id === personId))
        throw new Problem("invalid-input", { fields: [{ path: "personId", code: "required" }] });
      await db.insert(assignment).values({ youthId, personId, createdAt: now() }).onConflictDoNothing();
    },
  }),

  /** Ends that; the person no longer sees the youth. */
  unassign: write<{ youthId: string; personId: string }, void>({
    action: "youth.unassign",
    right: "youth.manage",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId, personId }) {
      await db.delete(assignment).where(and(eq(assignment.youthId, youthId), eq(assignment.personId, personId)));
    },
  }),

  /** Adds somebody who will speak about a youth. */
  addRespondent: write<{ youthId: string; perspective: Perspective }, { id: string; number: number }>({
    action: "respondent.add",
    right: "interview.plan",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, { youthId, perspective }, context) {
      if (!perspectives.includes(perspective))
        throw new Problem("invalid-input", { fields: [{ path: "perspective", code: "required" }] });
      return insertRespondent(db, context, { regionId: context.target.regionId ?? "", youthId, perspective });
    },
  }),

  /** Plans an interview with a respondent, a new one when none is named. Throws Problem `invalid-input`. */
  plan: write<PlannedInterview, { id: string }>({
    action: "interview.plan",
    right: "interview.plan",
    target: (db, { youthId }) => youthTarget(db, youthId),
    async run(db, input, context) {
      const fields: Array<FieldFault> = [];
      if (!perspectives.includes(input.perspective)) fields.push({ path: "perspective", code: "required" });
      if (!isDay(input.conductedOn)) fields.push({ path: "conductedOn", code: "not-a-date" });
      if (!channels.includes(input.channel)) fields.push({ path: "channel", code: "required" });
      if (!languages.includes(input.language)) fields.push({ path: "language", code: "required" });
      const regionId = context.target.regionId ?? "";
      const interviewerId = input.interviewerId ?? context.actor.personId;
      const others = interviewerId !== context.actor.personId;
      const known = others && (await interviewersOf(db, regionId)).some((person) => person.id === interviewerId);
      if (others && !(known && mayIn(context.actor, "youth.manage", regionId))) {
        fields.push({ path: "interviewerId", code: "required" });
      }
      if (input.respondentId !== null) {
        const [known] = await db
          .select({ perspective: respondent.perspective })
          .from(respondent)
          .where(and(eq(respondent.id, input.respondentId), eq(respondent.youthId, input.youthId)));
        if (known?.perspective !== input.perspective) fields.push({ path: "respondentId", code: "other-perspective" });
      }
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      const [identity] = await db.select({ id: guide.id }).from(guide).where(eq(guide.perspective, input.perspective));
      if (!identity) throw new Problem("question-unknown");
      const respondentId =
        input.respondentId ??
        (await insertRespondent(db, context, { regionId, youthId: input.youthId, perspective: input.perspective })).id;
      const id = context.newId();
      await db.insert(interview).values({
        id,
        regionId,
        youthId: input.youthId,
        respondentId,
        perspective: input.perspective,
        guideId: identity.id,
        guideVersion: null,
        state: "planned",
        language: input.language,
        channel: input.channel,
        conductedOn: input.conductedOn,
        interviewerId,
        createdAt: context.now(),
        operations: 0,
      });
      if (others)
        await db
          .insert(assignment)
          .values({ youthId: input.youthId, personId: interviewerId, createdAt: context.now() })
          .onConflictDoNothing();
      return { id };
    },
    subjects: ({ id }) => [id],
  }),

  /** Adds a region. Throws Problem `invalid-input`. */
  add: write<{ key: string; name: string; practice: boolean; phase?: number | null }, { id: string }>({
    action: "region.add",
    right: "people.manage",
    target: anywhere,
    async run(db, { phase = null, ...input }, { newId, now }) {
      const fields: Array<FieldFault> = [];
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(input.key)) fields.push({ path: "key", code: "not-a-key" });
      fields.push(...regionNameFaults(input.name), ...(await phaseOfRegionFaults(db, phase)));
      const [taken] = await db.select({ id: region.id }).from(region).where(eq(region.key, input.key));
      if (taken) fields.push({ path: "key", code: "taken" });
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      const id = newId();
      await db
        .insert(region)
        .values({ id, key: input.key, name: input.name.trim(), practice: input.practice, phase, createdAt: now() });
      return { id };
    },
    subjects: ({ id }) => [id],
  }),
};
