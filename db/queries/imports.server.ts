/** The verb that records imported answers: regions, youths, completed interviews, answers, passages and codings, all or nothing. */
import { and, eq, inArray } from "drizzle-orm";
import { type Answer, isTextQuestion } from "#app/domain/answer.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import {
  type ConsentScope,
  findQuestion,
  type Guide,
  listedScopes,
  type Question,
  questionsOf,
} from "#app/domain/guide.ts";
import {
  type ImportLine,
  interviewKey,
  type LineFault,
  type NumberedLine,
  youthKeyOf,
} from "#app/domain/import-line.ts";
import { isEditable, isErased } from "#app/domain/interview.ts";
import { Problem } from "#app/domain/problem.ts";
import { erasedDigest } from "../erasure.server.ts";
import type { Db } from "../open.server.ts";
import {
  answer,
  answerRevision,
  coding,
  consent,
  importedLine,
  interview,
  operation,
  passage,
  region,
  youth,
} from "../schema/index.ts";
import { anywhere, type Context, write } from "../verb.server.ts";
import { codebookBody, guideBody, newestGuide } from "./guides.server.ts";
import { insertRespondent, insertYouth } from "./regions.server.ts";

/** How many of each are new; `unchanged` lines were known already, or are erased and stay so. */
export type ImportOutcome = {
  lines: number;
  unchanged: number;
  regions: number;
  youths: number;
  interviews: number;
  codings: number;
};

type Recording = { outcome: ImportOutcome; faults: Array<LineFault> };

/** SQLite takes at most 32,766 values in one statement. */
const chunk = 500;

async function knownLines(
  db: Db,
  lines: ReadonlyArray<NumberedLine>,
): Promise<Map<string, { digest: string; interviewId: string }>> {
  const known = new Map<string, { digest: string; interviewId: string }>();
  for (let from = 0; from < lines.length; from += chunk) {
    const ids = lines.slice(from, from + chunk).map(({ line }) => line.id);
    const rows = await db.select().from(importedLine).where(inArray(importedLine.lineId, ids));
    for (const row of rows) known.set(row.lineId, { digest: row.digest, interviewId: row.interviewId });
  }
  return known;
}

function grouped<Item>(items: ReadonlyArray<Item>, keyOf: (item: Item) => string): Map<string, Array<Item>> {
  const groups = new Map<string, Array<Item>>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function regionName(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Home = { id: string; practice: boolean };

async function regionOf(db: Db, context: Context, key: string, outcome: ImportOutcome): Promise<Home> {
  const [known] = await db.select({ id: region.id, practice: region.practice }).from(region).where(eq(region.key, key));
  if (known) return known;
  const id = context.newId();
  await db.insert(region).values({ id, key, name: regionName(key), practice: true, createdAt: context.now() });
  outcome.regions += 1;
  return { id, practice: true };
}

/** Consent is only made up for practice (rule R25): the lines that cannot stand beside what real families told. */
function withoutConsents(lines: ReadonlyArray<NumberedLine>): Array<LineFault> {
  return lines.flatMap(({ number, line }) =>
    line.consents ? [] : [{ number, what: `consents: must be told, because ${line.regionKey} is no practice region` }],
  );
}

/** The youth of these lines, made when new; or a fault when it is known with another status or age band. */
async function youthOf(
  db: Db,
  context: Context,
  regionId: string,
  lines: Array<NumberedLine>,
  recording: Recording,
): Promise<string | null> {
  const [first] = lines;
  if (!first) return null;
  const { youthKey, enrolmentStatus } = first.line;
  const ageBand = lines.find(({ line }) => line.ageBand)?.line.ageBand;
  const [known] = await db
    .select()
    .from(youth)
    .where(and(eq(youth.regionId, regionId), eq(youth.importKey, youthKey)));
  if (known) {
    const differs =
      known.enrolmentStatus !== enrolmentStatus
        ? "enrolmentStatus"
        : ageBand && known.ageBand !== ageBand
          ? "ageBand"
          : null;
    if (differs === null) return known.id;
    recording.faults.push({ number: first.number, what: `the youth is known with another ${differs}` });
    return null;
  }
  const days = lines.flatMap(({ line }) => (line.conductedOn ? [line.conductedOn] : [])).sort();
  const workingSince = (days[0] ?? amsterdamDay(context.now())).slice(0, 7);
  const { id } = await insertYouth(db, context, {
    regionId,
    enrolmentStatus,
    ageBand: ageBand ?? "12-15",
    workingSince,
    importKey: youthKey,
  });
  recording.outcome.youths += 1;
  return id;
}

/** The log of one imported interview: operations in order, with what each of them wrote. */
function importLog(db: Db, context: Context, place: { interviewId: string; regionId: string; from: number }) {
  const at = context.now();
  const { interviewId, regionId } = place;
  let sequence = place.from;
  return {
    at,
    count: () => sequence,
    async add(questionId: string, kind: "answer" | "consent", digest: string) {
      sequence += 1;
      const opId = context.newId();
      await db
        .insert(operation)
        .values({ opId, interviewId, sequence, questionId, kind, digest, personId: context.actor.personId, at });
      return { opId, sequence };
    },
    async answer(question: Question, { line, digest }: NumberedLine) {
      const { opId, sequence: own } = await this.add(question.id, "answer", digest);
      const isText = isTextQuestion(question);
      const said: Answer = { state: "answered", value: isText ? line.text : null, note: isText ? "" : line.text };
      const key = { interviewId, questionId: question.id, sequence: own };
      await db.insert(answerRevision).values({ ...key, ...said, opId, baseSequence: 0, conflict: false });
      await db
        .insert(answer)
        .values({ ...key, ...said, regionId, textValue: isText ? line.text : "", conflictSequence: null });
      return { ...key, field: isText ? ("value" as const) : ("note" as const) };
    },
  };
}

type Group = { interviewId: string; regionId: string; youthId: string; respondentId: string; guide: Guide };

async function recordConsents(
  db: Db,
  context: Context,
  group: Group,
  scopes: ReadonlyArray<ConsentScope>,
  log: ReturnType<typeof importLog>,
) {
  for (const { question } of questionsOf(group.guide)) {
    const scope = question.consentScope;
    if (!scope) continue;
    const { opId, sequence } = await log.add(question.id, "consent", "import");
    const allowed =
      scope === "list" ? listedScopes.filter((one) => scopes.includes(one)) : scopes.includes(scope) ? "yes" : "no";
    await db.insert(consent).values({
      opId,
      interviewId: group.interviewId,
      respondentId: group.respondentId,
      youthId: group.youthId,
      questionId: question.id,
      sequence,
      scope,
      value: allowed,
      textVersion: `${group.guide.id} ${group.guide.version}`,
      recordedBy: context.actor.personId,
      at: log.at,
    });
  }
}

async function recordPassages(
  db: Db,
  context: Context,
  regionId: string,
  codebookVersion: string,
  line: ImportLine,
  place: { interviewId: string; questionId: string; sequence: number; field: "value" | "note" },
): Promise<number> {
  const spans = grouped(line.passages, ({ start, end }) => `${start} ${end}`);
  const at = context.now();
  let count = 0;
  for (const [first, ...others] of [...spans.values()] as Array<
    [ImportLine["passages"][number], ...ImportLine["passages"]]
  >) {
    const { start, end } = first;
    const passageId = context.newId();
    const quote = line.text.slice(start, end);
    await db
      .insert(passage)
      .values({ id: passageId, regionId, ...place, start, end, quote, flag: null, createdAt: at });
    const codes = new Map([first, ...others].map(({ theme, code }) => [`${theme} ${code}`, { theme, code }]));
    for (const { theme, code } of codes.values()) {
      await db.insert(coding).values({
        id: context.newId(),
        regionId,
        passageId,
        codebookVersion,
        theme,
        code,
        facets: {},
        memo: "",
        forReport: false,
        coderId: context.actor.personId,
        createdAt: at,
      });
      count += 1;
    }
  }
  return count;
}

/** The open interview that earlier lines of this group made, or a new one that is completed already. */
async function interviewOf(
  db: Db,
  context: Context,
  regionId: string,
  youthId: string,
  lines: Array<NumberedLine>,
  earlier: string | null,
  recording: Recording,
) {
  const [first] = lines as [NumberedLine, ...Array<NumberedLine>];
  const { perspective, guideVersion } = first.line;
  const newest = await newestGuide(db, perspective);
  if (!newest) throw new Problem("not-found");
  if (earlier !== null) {
    const [row] = await db.select().from(interview).where(eq(interview.id, earlier));
    if (row && (isErased(row.state) || row.state === "refused")) {
      const expired = "the answers of this interview were erased when their term was over";
      const what = row.state === "expired" ? expired : "the speaker of this interview took the consent back";
      recording.faults.push({ number: first.number, what });
      return null;
    }
    if (row && isEditable(row.state)) {
      const guide = await guideBody(db, row.guideId, row.guideVersion ?? newest.version);
      if (!guide || (guideVersion !== undefined && guideVersion !== row.guideVersion)) {
        recording.faults.push({
          number: first.number,
          what: `the interview is known with guideVersion ${row.guideVersion}`,
        });
        return null;
      }
      return {
        group: { interviewId: row.id, regionId, youthId, respondentId: row.respondentId, guide },
        operations: row.operations,
        isNew: false,
      };
    }
  }
  const version = guideVersion ?? newest.version;
  const guide = await guideBody(db, newest.guideId, version);
  if (!guide) throw new Problem("not-found");
  const { id: respondentId } = await insertRespondent(db, context, { regionId, youthId, perspective });
  const interviewId = context.newId();
  const at = context.now();
  const days = lines.flatMap(({ line }) => (line.conductedOn ? [line.conductedOn] : [])).sort();
  await db.insert(interview).values({
    id: interviewId,
    regionId,
    youthId,
    respondentId,
    perspective,
    guideId: newest.guideId,
    guideVersion: version,
    state: "completed",
    language: "nl",
    channel: "at-home",
    conductedOn: days[0] ?? amsterdamDay(at),
    interviewerId: context.actor.personId,
    createdAt: at,
    startedAt: at,
    completedAt: at,
    operations: 0,
  });
  recording.outcome.interviews += 1;
  return { group: { interviewId, regionId, youthId, respondentId, guide }, operations: 0, isNew: true };
}

const allScopes: ReadonlyArray<ConsentScope> = ["participate", ...listedScopes, "agenda"];

async function recordInterview(
  db: Db,
  context: Context,
  place: { regionId: string; youthId: string; earlier: string | null; codebookVersion: string },
  lines: Array<NumberedLine>,
  recording: Recording,
): Promise<void> {
  const opened = await interviewOf(db, context, place.regionId, place.youthId, lines, place.earlier, recording);
  if (!opened) return;
  const { group, operations, isNew } = opened;
  const log = importLog(db, context, { interviewId: group.interviewId, regionId: place.regionId, from: operations });
  if (isNew) {
    const consents = lines.find(({ line }) => line.consents)?.line.consents;
    await recordConsents(db, context, group, consents ?? allScopes, log);
  }
  for (const one of lines) {
    const { line, number, digest } = one;
    const question = findQuestion(group.guide, line.questionId);
    const [taken] = isNew
      ? []
      : await db
          .select({ rowId: answer.rowId })
          .from(answer)
          .where(and(eq(answer.interviewId, group.interviewId), eq(answer.questionId, line.questionId)));
    if (!question || taken) {
      recording.faults.push({
        number,
        what: taken ? "this question of this interview has an answer already" : "no such question",
      });
      continue;
    }
    const written = await log.answer(question, one);
    recording.outcome.codings += await recordPassages(
      db,
      context,
      place.regionId,
      place.codebookVersion,
      line,
      written,
    );
    await db.insert(importedLine).values({
      lineId: line.id,
      regionId: place.regionId,
      interviewId: group.interviewId,
      questionId: line.questionId,
      digest,
    });
    recording.outcome.lines += 1;
  }
  await db.update(interview).set({ operations: log.count() }).where(eq(interview.id, group.interviewId));
}

async function record(
  db: Db,
  context: Context,
  lines: Array<NumberedLine>,
  progress: (recorded: number) => void,
): Promise<Recording> {
  const recording: Recording = {
    outcome: { lines: 0, unchanged: 0, regions: 0, youths: 0, interviews: 0, codings: 0 },
    faults: [],
  };
  const codebook = await codebookBody(db);
  if (!codebook) throw new Problem("not-found");
  const known = await knownLines(db, lines);
  const fresh = new Map<string, NumberedLine>();
  const earlierOf = new Map<string, string>();
  for (const one of lines) {
    const before = known.get(one.line.id);
    if (!before) fresh.set(one.line.id, one);
    else {
      earlierOf.set(interviewKey(one.line), before.interviewId);
      if (before.digest === one.digest || before.digest === erasedDigest) recording.outcome.unchanged += 1;
      else recording.faults.push({ number: one.number, what: "the id is known with other content" });
    }
  }
  const ordered = [...fresh.values()].sort((a, b) => (a.line.id < b.line.id ? -1 : 1));
  let recorded = lines.length - ordered.length;
  for (const ofYouth of grouped(ordered, ({ line }) => youthKeyOf(line)).values()) {
    progress(recorded);
    recorded += ofYouth.length;
    const { id: regionId, practice } = await regionOf(db, context, ofYouth[0]?.line.regionKey ?? "", recording.outcome);
    if (!practice) recording.faults.push(...withoutConsents(ofYouth));
    const youthId = await youthOf(db, context, regionId, ofYouth, recording);
    if (youthId === null) continue;
    for (const [key, ofInterview] of grouped(ofYouth, ({ line }) => interviewKey(line))) {
      const place = { regionId, youthId, earlier: earlierOf.get(key) ?? null, codebookVersion: codebook.version };
      await recordInterview(db, context, place, ofInterview, recording);
    }
  }
  progress(lines.length);
  return recording;
}

export const imports = {
  /**
   * Records checked lines, and tells `progress` how many; ids that are known with the same content, or whose words were erased, change nothing. Throws Problem `import-faults` whose lines read
   * `number: what` for each line that clashes with what is recorded; then nothing was.
   */
  record: write<{ lines: Array<NumberedLine>; progress: (recorded: number) => void }, ImportOutcome>({
    action: "import.record",
    right: "import.run",
    target: anywhere,
    async run(db, { lines, progress }, context) {
      const { outcome, faults } = await record(db, context, lines, progress);
      if (faults.length > 0)
        throw new Problem("import-faults", { lines: faults.map(({ number, what }) => `${number}: ${what}`) });
      return outcome;
    },
  }),
};
