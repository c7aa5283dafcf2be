/** What anybody sees in any world by any verb that reads, against a model of a few lines that was written apart from the code that decides. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import * as groups from "#db/queries/index.server.ts";
import { insertSession, sessionOf } from "#db/sessions.server.ts";
import type { Verbs } from "#db/store.server.ts";
import { type TestStore, testStore } from "./store.ts";

const question = "development-seen";
const states = [
  "planned",
  "running",
  "paused",
  "completed",
  "approved",
  "stopped",
  "refused",
  "discarded",
  "withdrawn",
] as const;
type Role = "interviewer" | "analyst" | "lead" | "reader" | "editor" | "administrator";
type Talk = { id: string; state: (typeof states)[number]; word: string };
type Youth = { id: string; region: string; talks: Array<Talk> };
type Person = { id: string; barred: boolean; roles: Array<{ role: Role; region: string | null }>; youths: Set<string> };
type Model = { regions: Array<string>; youths: Array<Youth>; person: Person };

/** The roles that may. */
const board: ReadonlyArray<Role> = ["interviewer", "lead"];
const lead: ReadonlyArray<Role> = ["lead"];
const coders: ReadonlyArray<Role> = ["analyst", "lead"];
const administrator: ReadonlyArray<Role> = ["administrator"];
const anyRole: ReadonlyArray<Role> = ["interviewer", "analyst", "lead", "reader", "editor", "administrator"];
const nobody: ReadonlyArray<Role> = [];

const rolesIn = ({ person }: Model, may: ReadonlyArray<Role>, region: string) =>
  person.roles.filter((one) => may.includes(one.role) && one.region === region).map((one) => one.role);
const sees = (model: Model, may: ReadonlyArray<Role>, youth: Youth) =>
  rolesIn(model, may, youth.region).some((role) => role !== "interviewer" || model.person.youths.has(youth.id));
const anywhere = ({ person }: Model, may: ReadonlyArray<Role>) => person.roles.some((one) => may.includes(one.role));
const finished = (talk: Talk) => talk.state === "completed" || talk.state === "approved";
const hasWords = (talk: Talk) => !["planned", "refused", "withdrawn"].includes(talk.state);
const open = (talk: Talk) => hasWords(talk) && talk.state !== "discarded";
const told = (talk: Talk) => (hasWords(talk) ? [talk.word] : []);

/** What a call shows: ids and words, or null where it does not exist. */
type Call = [input: unknown, shows: Array<string> | null];
const once = (
  model: Model,
  may: ReadonlyArray<Role>,
  shows: Array<string> = [],
  input: unknown = undefined,
): Array<Call> => [[input, anywhere(model, may) ? shows : null]];
const always = (input: unknown = undefined): Array<Call> => [[input, []]];
const byRegion = (model: Model, may: ReadonlyArray<Role>, input: object, shows: (region: string) => Array<string>) =>
  model.regions.map(
    (regionId): Call => [{ ...input, regionId }, rolesIn(model, may, regionId).length > 0 ? shows(regionId) : null],
  );
const byTalk = (
  model: Model,
  may: ReadonlyArray<Role>,
  exists: (talk: Talk) => boolean,
  shows: (talk: Talk, of: Youth) => Array<string>,
) =>
  model.youths.flatMap((youth) =>
    youth.talks.map(
      (talk): Call => [
        { interviewId: talk.id, questionId: question },
        exists(talk) && sees(model, may, youth) ? shows(talk, youth) : null,
      ],
    ),
  );
const talksOf = (model: Model, may: ReadonlyArray<Role>, which: (talk: Talk) => boolean) =>
  model.youths.filter((youth) => sees(model, may, youth)).flatMap((youth) => youth.talks.filter(which));
const ownRegions = (model: Model, may: ReadonlyArray<Role>) =>
  model.regions.filter((region) => rolesIn(model, may, region).length > 0);

/** Verb that reads -> what each of its calls shows to the person of the model. A verb that is not here fails the test. */
const rules: Record<string, (model: Model) => Array<Call>> = {
  "regions.mine": (model) => [
    [undefined, model.person.roles.some((one) => one.region === null) ? model.regions : ownRegions(model, anyRole)],
  ],
  "regions.board": (model) =>
    byRegion(model, board, {}, (region) => [
      region,
      ...model.youths
        .filter((youth) => youth.region === region && sees(model, board, youth))
        .flatMap((youth) => [youth.id, ...youth.talks.map((talk) => talk.id)]),
    ]),
  "regions.youth": (model) =>
    model.youths.map((youth) => [
      { youthId: youth.id },
      sees(model, board, youth) ? [youth.region, youth.id, ...youth.talks.map((talk) => talk.id)] : null,
    ]),
  "regions.toManage": (model) => byRegion(model, lead, {}, (region) => [region]),
  "interviews.file": (model) =>
    byTalk(
      model,
      board,
      () => true,
      (talk, youth) => [youth.region, youth.id, talk.id, ...told(talk)],
    ),
  "interviews.history": (model) => byTalk(model, board, (talk) => talk.state !== "withdrawn", told),
  "answers.conflict": (model) =>
    byTalk(
      model,
      board,
      (talk) => talk.state !== "withdrawn",
      () => [],
    ),
  "accessCopies.material": (model) => byTalk(model, lead, (talk) => talk.state !== "withdrawn", told),
  "codings.answersToCode": (model) =>
    once(
      model,
      coders,
      model.youths
        .filter((youth) => sees(model, coders, youth) && youth.talks.some(finished))
        .flatMap((youth) => [
          youth.region,
          youth.id,
          ...youth.talks.filter(finished).flatMap((talk) => [talk.id, talk.word]),
        ]),
      {},
    ),
  "codings.choices": (model) => once(model, coders, ownRegions(model, coders)),
  "codings.answer": (model) =>
    byTalk(model, coders, finished, (_talk, youth) => [
      youth.region,
      youth.id,
      ...youth.talks.filter(finished).flatMap((talk) => [talk.id, talk.word]),
    ]),
  "codings.history": (model) => byRegion(model, coders, {}, () => []),
  "codings.recent": (model) => once(model, coders),
  "retrieval.themes": (model) => once(model, coders, [`${talksOf(model, coders, finished).length} passages`], {}),
  "retrieval.passagesOf": (model) =>
    once(
      model,
      coders,
      model.youths
        .filter((youth) => sees(model, coders, youth) && youth.talks.some(finished))
        .flatMap((youth) => [youth.region, ...youth.talks.filter(finished).flatMap((talk) => [talk.id, talk.word])]),
      { theme: "what-helped" },
    ),
  "search.answers": (model) => {
    const found = [...talksOf(model, coders, finished), ...talksOf(model, board, open)];
    const regions = model.youths
      .filter((youth) => youth.talks.some((talk) => found.includes(talk)))
      .map((youth) => youth.region);
    const shows = [...regions, ...found.flatMap((talk) => [talk.id, talk.word])];
    return once(model, ["interviewer", "analyst", "lead"], shows, { query: "kanarie*" });
  },
  "reports.material": (model) =>
    byRegion(model, lead, { period: { from: null, to: null }, language: "nl" }, (region) =>
      model.youths
        .filter((youth) => youth.region === region && youth.talks.some(finished))
        .flatMap((youth) => [youth.id, ...youth.talks.filter(finished).flatMap((talk) => [talk.id, talk.word])]),
    ),
  "reports.texts": (model) => byRegion(model, lead, { language: "nl" }, () => []),
  "erasures.list": (model) =>
    once(
      model,
      ["lead", "administrator"],
      model.youths
        .filter((youth) => sees(model, lead, youth) || anywhere(model, administrator))
        .flatMap((youth) =>
          youth.talks.filter((talk) => ["refused", "withdrawn"].includes(talk.state)).map((talk) => talk.id),
        ),
    ),
  "people.list": (model) => once(model, administrator),
  "auditLog.list": (model) => once(model, administrator, [], {}),
  "auditLog.head": (model) => once(model, administrator),
  "auditLog.verify": (model) => once(model, nobody, [], { key: null, expected: null }),
  "auditLog.oldest": (model) => once(model, nobody),
  "erasures.waiting": (model) => once(model, nobody),
  "people.welcome": (model) => once(model, nobody, [], { token: "x" }),
  "guides.list": (model) => once(model, anyRole),
  "guides.version": (model) => once(model, anyRole, [], { guideId: "guide-parent", version: "1.1.0" }),
  "guides.codebooks": (model) => once(model, anyRole),
  "guides.codebook": (model) => once(model, anyRole, [], {}),
  "consentTexts.list": (model) => once(model, anyRole),
  "consentTexts.version": (model) => once(model, nobody, [], { perspective: "youth", version: "9.9.9" }),
  "settings.all": () => always(),
  "own.account": () => always(),
  "own.secondFactor": () => always(),
  "own.recoveryCodesLeft": () => always(),
  "own.devices": () => always({ at: new Date(), seenAfter: "2020-01-01T00:00:00.000Z" }),
};
/** These name regions or interviews by their ids to administrators, for whom words alone must not be there. */
const wordsOnly = new Set(["people.list", "auditLog.list"]);

const reading = Object.entries(groups).flatMap(([group, verbs]) =>
  Object.entries(verbs).flatMap(([name, verb]) => (verb.kind === "read" ? [`${group}.${name}`] : [])),
);

/** What an output shows of the world. Neighbours in a list are left to the rule of the list. */
function shown(output: unknown, verb: string, model: Model): Array<string> {
  const text = JSON.stringify(output, (key, value) => (["previous", "next"].includes(key) ? undefined : value)) ?? "";
  const ids = [...model.regions, ...model.youths.flatMap((youth) => [youth.id, ...youth.talks.map((talk) => talk.id)])];
  const words = model.youths.flatMap((youth) => youth.talks.map((talk) => talk.word));
  const counts = verb === "retrieval.themes" ? (output as Array<{ passages: number }>).map((one) => one.passages) : [];
  const total = verb === "retrieval.themes" ? [`${counts.reduce((sum, one) => sum + one, 0)} passages`] : [];
  return [...(wordsOnly.has(verb) ? [] : ids), ...words].filter((token) => text.includes(token)).concat(total);
}

/** Calls every verb that reads as the person, and names each call that shows something else than the model says. */
async function differences(verbs: Verbs, model: Model): Promise<Array<string>> {
  const found: Array<string> = [];
  for (const name of reading) {
    const [group = "", verb = ""] = name.split(".");
    const call = (verbs as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[group]?.[
      verb
    ];
    for (const [input, shows] of rules[name]?.(model) ?? []) {
      const output = await call?.(input).then(
        (value) => shown(value, name, model).sort(),
        (error: unknown) => {
          if (error instanceof Problem && error.code === "not-found") return null;
          throw error;
        },
      );
      const wanted = shows && [...new Set(shows)].sort();
      if (JSON.stringify(output) !== JSON.stringify(wanted))
        found.push(`${name} ${JSON.stringify(input)} shows ${JSON.stringify(output)}, not ${JSON.stringify(wanted)}`);
    }
  }
  return found;
}

const roleIn = fc.record({
  role: fc.constantFrom<Role>("interviewer", "interviewer", "analyst", "lead", "reader", "editor", "administrator"),
  at: fc.nat(2),
  ended: fc.boolean(),
});
const worlds = fc.record({
  regions: fc.array(fc.array(fc.array(fc.constantFrom(...states), { maxLength: 4 }), { minLength: 1, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  }),
  people: fc.array(
    fc.record({
      roles: fc.array(roleIn, { maxLength: 3 }),
      youths: fc.array(fc.nat(5), { maxLength: 3 }),
      barred: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});
type Wish = typeof worlds extends fc.Arbitrary<infer World> ? World : never;

async function talk(world: TestStore, youthId: string, state: Talk["state"], number: number): Promise<Talk> {
  const word = `kanarie${number}x`;
  const { handle } = world.store.connections;
  if (state === "planned" || state === "refused") {
    const id = await world.interview(youthId, "parent");
    if (state === "planned") return { id, state, word };
    await world.operator.interviews.start({ interviewId: id });
    await world.say(id, "consent-participate", { value: "no" });
    return { id, state, word };
  }
  const id = await world.running(youthId, "parent");
  const said = `${word} vertelde over de dijk.`;
  const { sequence } = await world.say(id, question, { value: said });
  if (state === "withdrawn") await world.operator.interviews.withdraw({ interviewId: id });
  else handle.prepare("UPDATE interview SET state = ? WHERE id = ?").run(state, id);
  const coded = { theme: "what-helped" as const, code: await codeIn(world) };
  if (state === "completed" || state === "approved")
    await world.operator.codings.code({
      interviewId: id,
      questionId: question,
      field: "value",
      sequence,
      start: 0,
      end: said.length,
      ...coded,
    });
  return { id, state, word };
}

async function codeIn(world: TestStore): Promise<string> {
  const { themes } = await world.operator.guides.codebook({});
  return themes.find((theme) => theme.id === "what-helped")?.codes[0]?.id ?? "";
}

async function made(wish: Wish) {
  const world = await testStore();
  const { handle } = world.store.connections;
  const regions: Array<string> = [];
  const youths: Array<Youth> = [];
  let spoken = 0;
  for (const [index, wanted] of wish.regions.entries()) {
    const region = await world.region(`region-${"abc"[index]}`);
    regions.push(region);
    for (const talks of wanted) {
      const youth: Youth = { id: await world.youth(region), region, talks: [] };
      youths.push(youth);
      for (const state of talks) {
        spoken += 1;
        youth.talks.push(await talk(world, youth.id, state, spoken));
      }
    }
  }
  const people: Array<Person> = [];
  for (const [index, wanted] of wish.people.entries()) {
    const { personId: id } = await world.person(`Iemand ${index}`);
    const person: Person = { id, barred: wanted.barred, roles: [], youths: new Set() };
    for (const { role, at, ended } of wanted.roles) {
      const region = role === "editor" || role === "administrator" ? null : (regions[at % regions.length] ?? null);
      handle
        .prepare("INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?)")
        .run(world.newId(), id, role, region, world.clock.now, ended ? world.clock.now : null);
      if (!ended) person.roles.push({ role, region });
    }
    for (const at of wanted.youths) {
      const youth = youths[at % youths.length]?.id ?? "";
      handle.prepare("INSERT OR IGNORE INTO assignment VALUES (?, ?, ?)").run(youth, id, world.clock.now);
      person.youths.add(youth);
    }
    if (wanted.barred) handle.prepare("INSERT INTO disabled_person VALUES (?, ?)").run(id, world.clock.now);
    people.push(person);
  }
  return { world, regions, youths, people };
}

/** Who the person is at this request, by a session of theirs; null when they may not come in. */
async function cameIn({ store, newId }: TestStore, personId: string) {
  const at = new Date();
  const [token, expiresAt] = [newId(), new Date(at.getTime() + 3_600_000)];
  const session = { id: newId(), token, personId, at, expiresAt, factorGivenBy: "", replaces: null };
  if (!(await insertSession(store.connections, session))) return null;
  return async () => (await sessionOf(store.connections, token, new Date(), 15))?.person ?? null;
}

test("the model has a rule for every verb that reads, and no other", () => {
  expect(Object.keys(rules).sort()).toEqual([...reading].sort());
});

test("whoever somebody is in whatever world, every verb shows exactly what the model says, also right after a change of roles", async () => {
  const looked = fc.asyncProperty(worlds, async (wish) => {
    const { world, regions, youths, people } = await made(wish);
    for (const person of people) {
      const who = await cameIn(world, person.id);
      expect(who === null).toBe(person.barred);
      const before = await who?.();
      if (!who || !before) continue;
      expect(await differences(world.as(before), { regions, youths, person })).toEqual([]);
      const role = { role: "lead" as const, region: regions[0] ?? "" };
      await world.operator.people
        .addMembership({ personId: person.id, role: role.role, regionId: role.region })
        .catch(() => undefined);
      const { handle } = world.store.connections;
      handle
        .prepare("UPDATE membership SET ended_at = ? WHERE person_id = ? AND role <> 'lead'")
        .run(world.clock.now, person.id);
      const leads = person.roles.filter((one) => one.role === "lead" && one.region !== role.region);
      const after = await who();
      if (!after) throw new Error("the session ended");
      expect(
        await differences(world.as(after), { regions, youths, person: { ...person, roles: [...leads, role] } }),
      ).toEqual([]);
    }
  });
  await fc.assert(looked, { seed: 20260302, numRuns: 10, endOnFailure: true });
}, 120_000);

test("with need-to-know taken out of one verb, and the wall out of another, the same look finds both", async () => {
  const { world, regions, youths, people } = await made({
    regions: [[["running", "completed"], ["approved"]], [["completed"]]],
    people: [{ roles: [{ role: "interviewer", at: 0, ended: false }], youths: [0], barred: false }],
  });
  const [person] = people;
  const actor = await (await cameIn(world, person?.id ?? ""))?.();
  if (!person || !actor) throw new Error("nobody came in");
  const whole = { ...actor, memberships: [{ role: "lead" as const, regionId: regions[0] ?? "" }] };
  const holed: Verbs = { ...world.as(actor), regions: world.as(whole).regions, search: world.operator.search };
  expect(await differences(world.as(actor), { regions, youths, person })).toEqual([]);
  const found = (await differences(holed, { regions, youths, person })).map((line) => line.split(" ")[0]);
  expect([...new Set(found)].sort()).toEqual(
    ["regions.board", "regions.toManage", "regions.youth", "search.answers"].sort(),
  );
});
