/**
 * What a random person sees, verb by verb, against a small model of the rules that was written apart from the program: exactly that and
 * nothing else, also right after their roles changed.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { beginSession, visitorOf } from "#app/auth/session.server.ts";
import { type Actor, operator, type Role } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { readSettings } from "#app/env.server.ts";
import * as groups from "#db/queries/index.server.ts";
import type { Verbs } from "#db/store.server.ts";
import { type CodingWorld, codingWorld } from "./coding-world.ts";

const env = readSettings({ LEEROOGST_SECRET: "a secret of a test, long enough for it" });
const questionId = "development-seen";
const told = ["running", "completed", "approved", "discarded"] as const;
const gone = ["withdrawn", "refused", "planned"] as const;
type State = (typeof told)[number] | (typeof gone)[number];

type Place = { id: string; name: string; release: string; youths: Array<Child> };
type Child = { id: string; label: string; region: string; interviews: Array<Talk> };
type Talk = { id: string; word: string; state: State; youth: string; region: string };

/** Two regions with young people and interviews in every state; each interview holds a word that stands nowhere else. */
async function peopledWorld() {
  const world = await codingWorld();
  let count = 0;
  async function talk(region: string, youth: string, state: State): Promise<Talk> {
    count += 1;
    const word = `kanarie${"abcdefghijklmnopqrstuvwxyz"[count]}`;
    const value = `Zij vertelt over ${word} en het paard.`;
    const { interviews, codings } = world.operator;
    let id = "";
    if (state === "planned") id = await world.interview(youth, "parent");
    else if (state === "completed" || state === "approved")
      id = await world.told(youth, "parent", { [questionId]: { value } });
    else {
      id = await world.running(youth, "parent");
      await world.say(id, questionId, { value });
    }
    if (state === "approved") await interviews.approve({ interviewId: id });
    if (state === "discarded") await interviews.discard({ interviewId: id, reason: "Dubbel" });
    if (state === "withdrawn") await interviews.withdraw({ interviewId: id });
    if (state === "refused") await refuse(world, id);
    if (state === "completed" || state === "approved") {
      const { sequence } = (await world.operator.interviews.file({ interviewId: id })).answers[questionId] ?? {
        sequence: 0,
      };
      const place = { interviewId: id, questionId, field: "value" as const, sequence, start: 0, end: value.length };
      await codings.code({ ...place, theme: "what-helped", code: "trusted-person" });
    }
    return { id, word, state, youth, region };
  }
  const places: Array<Place> = [];
  for (const key of ["waterkant", "heuvelrand"]) {
    const id = await world.region(key);
    const youths: Array<Child> = [];
    for (const states of [[...told], [...gone], ["completed"]] as Array<Array<State>>) {
      const youth = await world.youth(id, { ageBand: "16-17" });
      const { label } = await world.operator.regions.youth({ youthId: youth });
      const interviews: Array<Talk> = [];
      for (const state of states) interviews.push(await talk(id, youth, state));
      youths.push({ id: youth, label, region: id, interviews });
    }
    const release = (await world.operator.releases.make({ regionId: id, language: "nl", final: false })).id;
    places.push({ id, name: key, release, youths });
  }
  return { ...world, places };
}
type Peopled = Awaited<ReturnType<typeof peopledWorld>>;

async function refuse(world: CodingWorld, interviewId: string): Promise<void> {
  const { guide, answers } = await world.operator.interviews.file({ interviewId });
  const asked = guide.steps.flatMap(({ questions }) => questions).find((one) => one.consentScope === "participate");
  await world.operator.answers.save({
    opId: world.newId(),
    interviewId,
    questionId: asked?.id ?? "",
    answer: { state: "answered", value: "no", note: "" },
    baseSequence: answers[asked?.id ?? ""]?.sequence ?? 0,
    confirmHidden: true,
  });
}

/** The model: what somebody holds, and the rules in a few lines. */
type Held = { roles: Array<[Role, string | null]>; assigned: Set<string>; barred: boolean };

function rulesFor({ roles }: Held, assigned: Set<string>) {
  const has = (region: string | null, ...wanted: Array<Role>) =>
    roles.some(([role, place]) => wanted.includes(role) && (region === null || place === null || place === region));
  const leads = (region: string) => has(region, "lead");
  const meets = (youth: Child) => leads(youth.region) || (has(youth.region, "interviewer") && assigned.has(youth.id));
  const codes = (region: string) => has(region, "analyst", "lead");
  return {
    has,
    leads,
    meets,
    codes,
    boards: (region: string) => has(region, "lead", "interviewer"),
    readsReleases: (region: string) => has(region, "reader", "lead", "analyst", "interviewer"),
    anyRole: roles.length > 0,
  };
}
type Rules = ReturnType<typeof rulesFor>;

/** What a call gives: null when it is refused, or everything in it as one text. */
async function textOf(call: Promise<unknown>): Promise<string | null> {
  try {
    return JSON.stringify((await call) ?? "nothing");
  } catch (error) {
    if (error instanceof Problem && error.code === "not-found") return null;
    throw error;
  }
}

/** One call of one verb: whether it is open, and which ids and words are exactly the ones to be in it, out of `among`. */
type Look = { verb: string; call(): Promise<unknown>; open: boolean; holds?: Array<string>; among?: Array<string> };

const codable = ({ state }: Talk) => state === "completed" || state === "approved";
const tells = ({ state }: Talk) => (told as ReadonlyArray<State>).includes(state);

function looksOf({ places }: Peopled, verbs: Verbs, rules: Rules): Array<Look> {
  const { has, leads, meets, codes, boards, readsReleases, anyRole } = rules;
  const youths = places.flatMap((place) => place.youths);
  const talks = youths.flatMap((youth) => youth.interviews);
  const words = talks.map(({ word }) => word);
  const ids = talks.map(({ id }) => id);
  const regionIds = places.map(({ id }) => id);
  const codedWords = talks.filter((talk) => codable(talk) && codes(talk.region)).map(({ word }) => word);
  const period = { from: null, to: null };
  const anywhere = (...roles: Array<Role>) => has(null, ...roles);
  const administers = anywhere("administrator");
  const coder = anywhere("analyst", "lead");
  const national = anywhere("editor", "administrator");
  const never = (verb: string, call: () => Promise<unknown>): Look => ({ verb, call, open: false });
  const open = (verb: string, call: () => Promise<unknown>, when: boolean): Look => ({ verb, call, open: when });

  const perRegion = places.flatMap((place): Array<Look> => {
    const regionId = place.id;
    const seen = place.youths.filter(meets);
    const inside = { among: [...words, ...ids] };
    return [
      {
        verb: "regions.board",
        call: () => verbs.regions.board({ regionId }),
        open: boards(regionId),
        holds: [...seen.map(({ id }) => id), ...seen.flatMap((one) => one.interviews.map(({ id }) => id))],
        among: [...youths.map(({ id }) => id), ...ids, ...words],
      },
      open("regions.toManage", () => verbs.regions.toManage({ regionId }), leads(regionId)),
      open("codings.history", () => verbs.codings.history({ regionId }), codes(regionId)),
      {
        verb: "reports.material",
        call: () => verbs.reports.material({ regionId, period, language: "nl" }),
        open: leads(regionId),
        holds: place.youths
          .flatMap((one) => one.interviews)
          .filter(codable)
          .flatMap(({ id, word }) => [id, word]),
        ...inside,
      },
      open("reports.texts", () => verbs.reports.texts({ regionId, language: "nl" }), leads(regionId)),
      open("releases.prospect", () => verbs.releases.prospect({ regionId }), leads(regionId)),
      open("releases.one", () => verbs.releases.one({ releaseId: place.release }), readsReleases(regionId)),
      { verb: "retrieval.themes", call: () => verbs.retrieval.themes({ regionId }), open: coder, holds: [], ...inside },
    ];
  });

  const perYouth = youths.map(
    (youth): Look => ({
      verb: "regions.youth",
      call: () => verbs.regions.youth({ youthId: youth.id }),
      open: meets(youth),
      holds: youth.interviews.map(({ id }) => id),
      among: [...ids, ...words],
    }),
  );

  const perTalk = talks.flatMap((talk): Array<Look> => {
    const youth = youths.find(({ id }) => id === talk.youth) as Child;
    const interviewId = talk.id;
    const key = { interviewId, questionId };
    const own = { holds: tells(talk) ? [talk.word] : [], among: words };
    const readable = meets(youth) && talk.state !== "withdrawn";
    const siblings = youth.interviews.filter((one) => codable(one)).map(({ word }) => word);
    return [
      { verb: "interviews.file", call: () => verbs.interviews.file({ interviewId }), open: meets(youth), ...own },
      { verb: "interviews.history", call: () => verbs.interviews.history(key), open: readable, ...own },
      { verb: "answers.conflict", call: () => verbs.answers.conflict(key), open: readable, holds: [], among: words },
      {
        verb: "codings.answer",
        call: () => verbs.codings.answer(key),
        open: codes(talk.region) && codable(talk),
        holds: siblings,
        among: words,
      },
      open("accessCopies.looks", () => verbs.accessCopies.looks({ interviewId }), leads(talk.region)),
      {
        verb: "accessCopies.material",
        call: () => verbs.accessCopies.material({ interviewId }),
        open: leads(talk.region) && talk.state !== "withdrawn",
        ...own,
      },
    ];
  });

  const erased = talks.filter(({ state }) => state === "withdrawn" || state === "refused");
  const answersFor = (region: string) => leads(region) || administers;
  const found = talks.filter((talk) => {
    const youth = youths.find(({ id }) => id === talk.youth) as Child;
    return (codable(talk) && codes(talk.region)) || (tells(talk) && talk.state !== "discarded" && meets(youth));
  });
  const lists: Array<Look> = [
    {
      verb: "regions.mine",
      call: () => verbs.regions.mine(),
      open: true,
      holds: places
        .filter(({ id }) => national || has(id, "interviewer", "analyst", "lead", "reader"))
        .map(({ id }) => id),
      among: regionIds,
    },
    {
      verb: "codings.answersToCode",
      call: () => verbs.codings.answersToCode({}),
      open: coder,
      holds: codedWords,
      among: words,
    },
    {
      verb: "codings.choices",
      call: () => verbs.codings.choices(),
      open: coder,
      holds: regionIds.filter(codes),
      among: [...regionIds, ...words],
    },
    open("codings.recent", () => verbs.codings.recent(), coder),
    {
      verb: "retrieval.passagesOf",
      call: () => verbs.retrieval.passagesOf({ theme: "what-helped" }),
      open: coder,
      holds: codedWords,
      among: words,
    },
    {
      verb: "retrieval.themes",
      call: async () =>
        (await verbs.retrieval.themes({}))
          .filter(({ theme }) => theme === "what-helped")
          .map(({ codings }) => `=${codings}=`),
      open: coder,
      holds: [`=${codedWords.length}=`],
    },
    {
      verb: "search.answers",
      call: () => verbs.search.answers({ query: "paard" }),
      open: anywhere("analyst", "lead", "interviewer"),
      holds: found.flatMap(({ id, word }) => [id, word]),
      among: [...ids, ...words],
    },
    {
      verb: "releases.list",
      call: () => verbs.releases.list(),
      open: anywhere("reader", "lead", "analyst", "interviewer"),
      holds: places.filter(({ id }) => readsReleases(id)).map(({ release }) => release),
      among: places.map(({ release }) => release),
    },
    {
      verb: "erasures.list",
      call: () => verbs.erasures.list(),
      open: administers || anywhere("lead"),
      holds: [
        ...erased.filter(({ region }) => answersFor(region)).map(({ id }) => id),
        ...youths
          .filter(({ region, interviews }) => leads(region) && interviews.some((one) => erased.includes(one)))
          .map(({ label }) => label),
      ],
      among: [...ids, ...words, ...youths.map(({ label }) => label)],
    },
    {
      verb: "terms.overview",
      call: () => verbs.terms.overview(),
      open: administers || anywhere("lead"),
      holds: regionIds.filter(answersFor),
      among: [...regionIds, ...ids, ...words],
    },
    open("phases.rollOut", () => verbs.phases.rollOut(), administers),
    open("people.list", () => verbs.people.list(), administers),
    { verb: "auditLog.list", call: () => verbs.auditLog.list({}), open: administers, holds: [], among: words },
    { verb: "auditLog.own", call: () => verbs.auditLog.own({}), open: true, holds: [], among: words },
    open("guides.list", () => verbs.guides.list(), anyRole),
    open("guides.version", () => verbs.guides.version({ guideId: "guide-parent", version: "1.0.0" }), anyRole),
    open("guides.codebooks", () => verbs.guides.codebooks(), anyRole),
    open("guides.codebook", () => verbs.guides.codebook({}), anyRole),
    open("consentTexts.list", () => verbs.consentTexts.list(), anyRole),
    never("consentTexts.version", () => verbs.consentTexts.version({ perspective: "parent", version: "9.9.9" })),
    open("settings.all", () => verbs.settings.all(), true),
    open("own.secondFactor", () => verbs.own.secondFactor(), true),
    open("own.passkeys", () => verbs.own.passkeys(), true),
    open("own.recoveryCodesLeft", () => verbs.own.recoveryCodesLeft(), true),
    open("own.devices", () => verbs.own.devices({ at: new Date(), seenAfter: "2020-01-01T00:00:00.000Z" }), true),
    open("own.connected", () => verbs.own.connected({ issuer: "https://elders.example" }), true),
    open("own.account", () => verbs.own.account(), true),
    open("auditLog.head", () => verbs.auditLog.head(), administers),
    never("auditLog.verify", () => verbs.auditLog.verify({ key: null, expected: null })),
    never("auditLog.oldest", () => verbs.auditLog.oldest()),
    never("erasures.waiting", () => verbs.erasures.waiting()),
    never("terms.due", () => verbs.terms.due()),
    never("people.byOrganisation", () =>
      verbs.people.byOrganisation({ issuer: "https://elders.example", subject: "x" }),
    ),
    never("people.welcome", () => verbs.people.welcome({ token: "x" })),
  ];
  return [...perRegion, ...perYouth, ...perTalk, ...lists];
}

/** What differs between a look and the model: nothing when it is as it should be. */
async function differences({ verb, call, open, holds, among }: Look): Promise<Array<string>> {
  const text = await textOf(call());
  if ((text !== null) !== open) return [`${verb} is ${open ? "refused" : "open"}`];
  if (text === null || holds === undefined) return [];
  const wanted = new Set(holds);
  return [...new Set([...holds, ...(among ?? [])])]
    .filter((one) => text.includes(one) !== wanted.has(one))
    .map((one) => `${verb} ${wanted.has(one) ? "lacks" : "shows"} ${one}`);
}

async function actorOf(world: Peopled, cookie: string): Promise<Actor | null> {
  return (await visitorOf(cookie, env, world.store.connections)).actor;
}

/** A change in what somebody may do, as an administrator makes it; the numbers pick roles, regions and young people. */
const changes = fc.record({
  kind: fc.constantFrom("give", "give", "give", "take", "assign", "assign", "unassign", "bar", "admit"),
  role: fc.constantFrom<Role>("interviewer", "interviewer", "analyst", "lead", "reader", "editor", "administrator"),
  place: fc.nat({ max: 1 }),
  youth: fc.nat({ max: 5 }),
  look: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
});
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

async function carryOut(
  world: Peopled,
  personId: string,
  held: Held,
  { kind, role, place, youth }: Change,
): Promise<void> {
  const { people, regions } = world.operator;
  const regionId = role === "editor" || role === "administrator" ? null : (world.places[place]?.id ?? null);
  const child = world.places.flatMap(({ youths }) => youths)[youth] as Child;
  if (kind === "give") {
    await people.addMembership({ personId, role, regionId });
    if (!held.roles.some(([one, where]) => one === role && where === regionId)) held.roles.push([role, regionId]);
  } else if (kind === "take") {
    const { memberships } = (await people.list()).people.find(({ id }) => id === personId) ?? { memberships: [] };
    const [last] = memberships.slice(-1);
    if (!last) return;
    await people.endMembership({ membershipId: last.id });
    held.roles = held.roles.filter(([one, where]) => !(one === last.role && where === last.regionId));
  } else if (kind === "assign") {
    const possible = held.roles.some(
      ([one, where]) => where === child.region && (one === "interviewer" || one === "lead"),
    );
    if (!possible) return;
    await regions.assign({ youthId: child.id, personId });
    held.assigned.add(child.id);
  } else if (kind === "unassign") {
    await regions.unassign({ youthId: child.id, personId });
    held.assigned.delete(child.id);
  } else if (kind === "bar") {
    await people.disable({ personId });
    held.barred = true;
  } else {
    await people.enable({ personId });
    held.barred = false;
  }
}

test("every verb that reads stands in the model, and no other", async () => {
  const world = await peopledWorld();
  const all = Object.entries(groups).flatMap(([group, verbs]) =>
    Object.entries(verbs).flatMap(([name, { kind }]) => (kind === "read" ? [`${group}.${name}`] : [])),
  );
  const nobody = rulesFor({ roles: [], assigned: new Set(), barred: false }, new Set());
  const modelled = new Set(looksOf(world, world.operator, nobody).map(({ verb }) => verb));
  expect([...modelled].sort()).toEqual(all.sort());
});

test("whatever roles somebody is given and loses, they see exactly what the model says, at once", async () => {
  const world = await peopledWorld();
  await world.person("Ans", ["administrator", null]);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 3, maxLength: 7 }), async (steps) => {
      count += 1;
      const { personId } = await world.person(`Iemand ${count}`);
      const held: Held = { roles: [], assigned: new Set(), barred: false };
      let cookie = (await beginSession({ store: world.store, env }, personId, { factorGivenBy: "Test" })) ?? "";
      const found: Array<string> = [];
      for (const step of steps) {
        await carryOut(world, personId, held, step);
        const actor = await actorOf(world, cookie.split(";")[0] ?? "");
        if (step.kind === "bar") expect(actor).toBeNull();
        if (held.barred) continue;
        if (actor === null)
          cookie = (await beginSession({ store: world.store, env }, personId, { factorGivenBy: "Test" })) ?? "";
        const who = actor ?? (await actorOf(world, cookie.split(";")[0] ?? ""));
        if (who === null) throw new Error("nobody came in");
        const looks = looksOf(world, world.as(who), rulesFor(held, held.assigned));
        const some = step === steps.at(-1) ? looks : step.look.map((number) => looks[number % looks.length] as Look);
        for (const look of some) found.push(...(await differences(look)));
      }
      expect(found).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("with one wall taken out the same comparison finds the hole", async () => {
  const world = await peopledWorld();
  const [here] = world.places as [Place, Place];
  const analyst = await world.person("Bo", ["analyst", here.id]);
  const held: Held = { roles: [["analyst", here.id]], assigned: new Set(), barred: false };
  const rules = rulesFor(held, held.assigned);
  const honest = world.as(analyst);
  for (const group of ["interviews", "search", "releases", "retrieval"] as const) {
    const holed: Verbs = { ...honest, [group]: world.store.as(operator)[group] };
    const found: Array<string> = [];
    for (const look of looksOf(world, holed, rules)) found.push(...(await differences(look)));
    expect(found.length, group).toBeGreaterThan(0);
    expect(
      found.every((line) => line.startsWith(`${group}.`)),
      group,
    ).toBe(true);
  }
}, 60_000);
