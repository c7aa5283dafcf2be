/** One invented world for tests, docs and the demo: five regions, their people, and interviews in every state. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Actor, type Membership, operator } from "#app/domain/actor.ts";
import { type Answer, isSettled } from "#app/domain/answer.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import { type AgeBand, findQuestion, type Perspective, type Question, questionsOf } from "#app/domain/guide.ts";
import { type ImportLine, importLineSchema } from "#app/domain/import-line.ts";
import { sentences } from "#app/domain/segments.ts";
import { visibleQuestions } from "#app/domain/visibility.ts";
import { importAnswers } from "#app/workflows/import-answers.server.ts";
import { installationRoot } from "#db/open.server.ts";
import type { Store, Verbs } from "#db/store.server.ts";

type Person = Actor & { kind: "person" };

export type World = {
  regions: { waterkant: string; heuvelrand: string; stadsveen: string; zandpad: string; duinrand: string };
  people: Record<
    | "interviewer"
    | "secondInterviewer"
    | "analyst"
    | "lead"
    | "beginningLead"
    | "reader"
    | "otherLead"
    | "otherAnalyst"
    | "otherInterviewer"
    | "editor"
    | "administrator",
    Person
  >;
  /** Interviews of Waterkant by what they show. */
  interviews: Record<
    | "completed"
    | "planned"
    | "running"
    | "stopped"
    | "refused"
    | "waiting"
    | "conflict"
    | "paused"
    | "discarded"
    | "flagged"
    | "withdrawn",
    string
  >;
  /** Releases of Waterkant: one that held what was withdrawn since, and the next. */
  releases: { takenBack: string; readable: string };
  youths: Record<"busy" | "refusing" | "waiting" | "early" | "disagreeing", string>;
};

const folder = join(installationRoot(), "tests", "world");

function fileText(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** Every invented answer, as import lines. */
export function inventedLines(): Array<ImportLine> {
  return ["sample-answers.jsonl", "extra-answers.jsonl"]
    .flatMap((name) => fileText(name).split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => importLineSchema.parse(JSON.parse(line)));
}

const regionNames = {
  waterkant: "region-a",
  heuvelrand: "region-b",
  stadsveen: "region-c",
  zandpad: "region-d",
  duinrand: "region-e",
} as const;

async function addPeople(verbs: Verbs, regions: World["regions"]): Promise<World["people"]> {
  async function person(name: string, ...memberships: Array<Membership>): Promise<Person> {
    const { personId } = await verbs.people.add({
      name,
      email: `${name.toLowerCase()}@leeroogst.example`,
      memberships,
    });
    return { kind: "person", personId, name, memberships };
  }
  const { waterkant, heuvelrand, stadsveen, zandpad, duinrand } = regions;
  return {
    interviewer: await person("Iris", { role: "interviewer", regionId: waterkant }),
    secondInterviewer: await person("Joris", { role: "interviewer", regionId: waterkant }),
    analyst: await person("Amira", { role: "analyst", regionId: waterkant }),
    lead: await person("Lotte", { role: "lead", regionId: waterkant }),
    beginningLead: await person("Fenna", { role: "lead", regionId: duinrand }),
    reader: await person("Ruben", { role: "reader", regionId: waterkant }),
    otherLead: await person(
      "Pien",
      { role: "lead", regionId: heuvelrand },
      { role: "lead", regionId: stadsveen },
      { role: "lead", regionId: zandpad },
    ),
    otherAnalyst: await person("Teun", { role: "analyst", regionId: heuvelrand }),
    otherInterviewer: await person("Ilse", { role: "interviewer", regionId: heuvelrand }),
    editor: await person("Edda", { role: "editor", regionId: null }),
    administrator: await person("Bram", { role: "administrator", regionId: null }),
  };
}

/** `YYYY-MM-DD` that many days from a day. */
function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Makes interviews in the words of the invented answers. */
function storyteller(store: Store, verbs: Verbs) {
  const lines = inventedLines();
  const told = new Map<string, number>();

  async function save(interviewId: string, questionId: string, said: Partial<Answer>, by: Verbs = verbs) {
    const { answers } = await verbs.interviews.file({ interviewId });
    return by.answers.save({
      opId: store.sources.newId(),
      interviewId,
      questionId,
      answer: { state: "answered", value: null, note: "", ...said },
      baseSequence: answers[questionId]?.sequence ?? 0,
    });
  }

  /** Words that were invented for this question, another each time. */
  function wordsFor(perspective: Perspective, questionId: string): string | null {
    const texts = lines
      .filter((line) => line.perspective === perspective && line.questionId === questionId)
      .map((line) => line.text);
    const count = told.get(questionId) ?? 0;
    told.set(questionId, count + 1);
    return texts[count % Math.max(1, texts.length)] ?? null;
  }

  function plausible(perspective: Perspective, question: Question): Partial<Answer> {
    const options = (question.options ?? []).filter((option) => !option.retired).map((option) => option.value);
    switch (question.type) {
      case "long-text":
      case "short-text": {
        const words = wordsFor(perspective, question.id);
        if (words === null || (question.type === "short-text" && words.length > 500)) return { state: "not-discussed" };
        return { value: words };
      }
      case "single-choice":
        return { value: options[0] ?? null };
      case "multi-choice":
        return { value: options.slice(0, 2) };
      case "scale-1-10":
        return { value: 7 };
      case "date":
        return { value: question.precision === "month" ? "2025-06" : "2025-06-02" };
      case "yes-no":
        return { value: "yes" };
    }
  }

  /** Answers what applies and is still open, one after another, as far as step number `upTo`. */
  async function tell(interviewId: string, upTo = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      const file = await verbs.interviews.file({ interviewId });
      const answers = new Map(Object.entries(file.answers));
      const visible = visibleQuestions(file.guide, { youth: file.youth, answers });
      const open = questionsOf(file.guide)
        .filter(({ step }) => file.guide.steps.indexOf(step) < upTo)
        .map(({ question }) => question)
        .filter((question) => visible.has(question.id))
        .find((question) => (question.consentScope ? !answers.has(question.id) : !isSettled(answers.get(question.id))));
      if (!open) return;
      const scopes = ["learn-region", "learn-other-regions", "quote"];
      await save(
        interviewId,
        open.id,
        open.consentScope === "list" ? { value: scopes } : plausible(file.interview.perspective, open),
      );
    }
  }

  async function plan(
    youthId: string,
    perspective: Perspective,
    by: Person,
    day: string,
    channel: "at-home" | "walking" | "video" = "at-home",
  ) {
    const planned = {
      youthId,
      perspective,
      respondentId: null,
      interviewerId: by.personId,
      conductedOn: day,
      channel,
      language: "nl" as const,
    };
    return (await verbs.regions.plan(planned)).id;
  }

  async function agreed(
    youthId: string,
    perspective: Perspective,
    by: Person,
    day: string,
    steps?: number,
  ): Promise<string> {
    const interviewId = await plan(youthId, perspective, by, day);
    await verbs.interviews.start({ interviewId });
    await tell(interviewId, steps ?? 1);
    return interviewId;
  }

  return { save, tell, plan, agreed };
}

async function addYouth(
  verbs: Verbs,
  regionId: string,
  ageBand: AgeBand,
  workingSince: string,
  status: "exemption-5a" | "absolute-absence" = "exemption-5a",
) {
  return (await verbs.regions.addYouth({ regionId, ageBand, enrolmentStatus: status, workingSince })).id;
}

/** The analyst codes the first sentence of each long answer of an interview, for the theme that the question hints at. */
async function codeFirstSentences(verbs: Verbs, analyst: Verbs, interviewId: string): Promise<void> {
  const { guide, answers } = await verbs.interviews.file({ interviewId });
  const codebook = await verbs.guides.codebook({});
  for (const { question } of questionsOf(guide)) {
    const held = answers[question.id];
    const theme = codebook.themes.find((one) => one.id === question.themes[0]);
    const code = theme?.codes[0];
    if (!held || typeof held.value !== "string" || question.type !== "long-text" || !theme || !code) continue;
    const [first] = sentences(held.value);
    if (!first) continue;
    await analyst.codings.code({
      interviewId,
      questionId: question.id,
      field: "value",
      sequence: held.sequence,
      ...first,
      theme: theme.id,
      code: code.id,
    });
  }
}

/** Changes a coded sentence of an imported answer, so that its passage asks to be looked at again, and a name stands in it. Returns the interview. */
async function flagPassage(
  store: Store,
  verbs: Verbs,
  regionId: string,
  save: ReturnType<typeof storyteller>["save"],
): Promise<string> {
  const { youths } = await verbs.regions.board({ regionId });
  for (const { id: interviewId } of youths
    .flatMap((youth) => youth.interviews)
    .filter((one) => one.state === "completed")) {
    const { answers, guide } = await verbs.interviews.file({ interviewId });
    for (const [questionId, held] of Object.entries(answers)) {
      if (findQuestion(guide, questionId)?.type !== "long-text" || typeof held.value !== "string") continue;
      const [row] = await store.connections.read((db) =>
        db.query.passage.findMany({
          where: (table, { and, eq }) => and(eq(table.interviewId, interviewId), eq(table.questionId, questionId)),
          limit: 1,
        }),
      );
      if (!row || row.end - row.start < 20) continue;
      const middle = Math.floor((row.start + row.end) / 2);
      const edge = held.value.indexOf(" ", middle);
      if (edge < 0 || edge >= row.end) continue;
      const value = `${held.value.slice(0, edge)}, vertelde Sanne later,${held.value.slice(edge)}`;
      await save(interviewId, questionId, { value });
      return interviewId;
    }
  }
  throw new Error("the invented world has no passage to flag");
}

/** Fills a migrated, empty store that has the shipped guides. The same store and clock give the same world. */
export async function fillWorld(store: Store): Promise<World> {
  const verbs = store.as(operator);
  const today = amsterdamDay(store.sources.now());
  const regions = {} as World["regions"];
  for (const [name, key] of Object.entries(regionNames) as Array<[keyof World["regions"], string]>) {
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    regions[name] = (await verbs.regions.add({ key, name: label, practice: true })).id;
  }
  const people = await addPeople(verbs, regions);
  const { save, tell, plan, agreed } = storyteller(store, verbs);
  const { waterkant } = regions;
  const lead = store.as(people.lead);
  const interviewer = store.as(people.interviewer);

  const busy = await addYouth(verbs, waterkant, "12-15", "2025-05");
  const refusing = await addYouth(verbs, waterkant, "12-15", "2025-04");
  const waiting = await addYouth(verbs, waterkant, "16-17", "2025-06", "absolute-absence");
  const early = await addYouth(verbs, waterkant, "5-11", today.slice(0, 7));
  const disagreeing = await addYouth(verbs, waterkant, "16-17", "2025-03");
  await verbs.regions.assign({ youthId: early, personId: people.interviewer.personId });

  const completed = await agreed(busy, "parent", people.interviewer, daysFrom(today, -9));
  await tell(completed);
  await verbs.interviews.complete({ interviewId: completed });
  await codeFirstSentences(verbs, store.as(people.analyst), completed);
  const planned = await plan(busy, "youth", people.interviewer, today, "walking");
  await interviewer.families.recordWord({ youthId: busy, who: "youth", word: "agrees" });
  await interviewer.families.recordWord({ youthId: busy, who: "second-guardian", word: "informed" });
  const running = await agreed(busy, "professional", people.interviewer, today, 4);

  const stopped = await agreed(refusing, "parent", people.interviewer, daysFrom(today, -3), 3);
  await interviewer.interviews.stop({ interviewId: stopped });
  const refused = await plan(refusing, "youth", people.interviewer, daysFrom(today, -2));
  await verbs.interviews.start({ interviewId: refused });
  const { guide: youthGuide } = await verbs.interviews.file({ interviewId: refused });
  const takingPart = questionsOf(youthGuide).find(({ question }) => question.consentScope === "participate");
  await save(refused, takingPart?.question.id ?? "", { value: "no" }, interviewer);

  const waitingFor = await plan(waiting, "parent", people.interviewer, today);
  await interviewer.interviews.start({ interviewId: waitingFor });

  const conflict = await agreed(disagreeing, "parent", people.interviewer, daysFrom(today, -1), 2);
  const first = await save(conflict, "development-seen", { value: "Ze bakt elke week iets nieuws." });
  const fromDevice = (value: string) =>
    interviewer.answers.save({
      opId: store.sources.newId(),
      interviewId: conflict,
      questionId: "development-seen",
      answer: { state: "answered", value, note: "" },
      baseSequence: first.sequence,
    });
  await fromDevice("Ze bakt elke week iets nieuws, en ze rekent de recepten zelf om.");
  await fromDevice("Ze bakt elke week iets nieuws. Haar broertje mag helpen.");
  await interviewer.families.recordWord({ youthId: disagreeing, who: "youth", word: "agrees" });
  const paused = await agreed(disagreeing, "professional", people.secondInterviewer, today, 2);
  await verbs.interviews.pause({ interviewId: paused });
  const discarded = await plan(disagreeing, "youth", people.interviewer, daysFrom(today, -5));
  await lead.interviews.discard({ interviewId: discarded, reason: "Dubbel gepland" });

  for (const name of ["sample-answers.jsonl", "extra-answers.jsonl"])
    await importAnswers(verbs, { path: name, text: fileText(name) });
  const flagged = await flagPassage(store, verbs, waterkant, save);
  for (const regionId of [regions.waterkant, regions.heuvelrand]) {
    const { youths } = await verbs.regions.board({ regionId });
    const imported = youths
      .flatMap((youth) => youth.interviews)
      .filter((one) => one.state === "completed" && one.id !== completed);
    const approved = regionId === waterkant ? imported.filter((one) => one.id !== flagged).slice(4) : imported;
    for (const { id } of approved) await verbs.interviews.approve({ interviewId: id });
  }
  const withdrawn = await agreed(disagreeing, "parent", people.interviewer, daysFrom(today, -4));
  await tell(withdrawn);
  await verbs.interviews.complete({ interviewId: withdrawn });
  const released = { regionId: waterkant, language: "nl" as const, final: false };
  const { id: takenBack } = await lead.releases.make(released);
  await lead.interviews.withdraw({ interviewId: withdrawn });
  const { id: readable } = await lead.releases.make(released);
  return {
    regions,
    people,
    interviews: {
      completed,
      planned,
      running,
      stopped,
      refused,
      waiting: waitingFor,
      conflict,
      paused,
      discarded,
      flagged,
      withdrawn,
    },
    youths: { busy, refusing, waiting, early, disagreeing },
    releases: { takenBack, readable },
  };
}
