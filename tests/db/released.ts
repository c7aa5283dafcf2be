/**
 * Writes a small database of today's schema, filled by today's verbs, as SQL into `released/`: one file a released schema, which then
 * stays as it is, so that later programs are tested on data that they did not make themselves. `npm run db:released`.
 */
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { operator } from "#app/domain/actor.ts";
import { canonicalJson } from "#app/domain/canonical.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import { type Guide, type Perspective, perspectives, themeIds } from "#app/domain/guide.ts";
import { eraseWaiting } from "#app/workflows/erase-waiting.server.ts";
import { importAnswers } from "#app/workflows/import-answers.server.ts";
import { installationRoot } from "#db/open.server.ts";
import { openStore, type Store } from "#db/store.server.ts";

const both = (text: string) => ({ nl: text, en: text });
const digestOf = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

function smallGuide(perspective: Perspective): Guide {
  const question = { construct: "talk", required: true, probes: [], themes: [] };
  return {
    schemaVersion: 1,
    id: `guide-${perspective}`,
    version: "0.9.0",
    perspective,
    locale: "nl",
    register: perspective === "youth" ? "je" : "u",
    languageLevel: "B1",
    estimatedMinutes: 20,
    title: both("Kleine leidraad"),
    steps: [
      {
        id: "opening",
        miProcess: "engage",
        minutes: 20,
        title: both("Begin"),
        goal: both("Vertrouwd raken"),
        questions: [
          { ...question, id: "takes-part", type: "yes-no", consentScope: "participate", text: both("Doet u mee?") },
          {
            ...question,
            id: "may-be-used",
            type: "multi-choice",
            consentScope: "list",
            text: both("Wat mag?"),
            options: ["learn-region", "learn-other-regions", "quote", "audio", "recontact"].map((value) => ({
              value,
              label: both(value),
            })),
          },
          { ...question, id: "seen", type: "long-text", themes: ["what-helped"], text: both("Wat ziet u?") },
          {
            ...question,
            id: "where",
            type: "single-choice",
            text: both("Waar?"),
            options: ["home", "outside"].map((value) => ({ value, label: both(value) })),
          },
        ],
      },
    ],
  };
}

function smallCodebook(version: string): Codebook {
  const code = (id: string) => ({
    id,
    name: both(id),
    definition: both(id),
    use: both(id),
    notUse: both(id),
    example: both(id),
  });
  const themes = themeIds.map((id, index) => ({
    id,
    order: index + 1,
    name: both(id),
    definition: both(id),
    codes: [code("somebody"), code("something")],
  }));
  return { schemaVersion: 1, id: "codebook", version, locale: "nl", facets: {}, themes };
}

/** Rows of what no verb writes: the sign-in library's tables and the second factor's. Times of the library are seconds. */
function signIns(store: Store, personIds: ReadonlyArray<string>): void {
  const { handle } = store.connections;
  const at = "2025-11-03T09:00:00.000Z";
  const seconds = Date.parse(at) / 1000;
  for (const [index, personId] of personIds.entries()) {
    const add = (table: string, row: Record<string, string | number | null>) => {
      const names = Object.keys(row);
      handle
        .prepare(
          `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => "?").join()})`,
        )
        .run(Object.values(row));
    };
    const stamp = { createdAt: seconds, updatedAt: seconds };
    add("account", {
      ...{ id: `account-${index}`, accountId: personId, providerId: "credential", userId: personId },
      ...{ password: `$argon2id$v=19$m=47104,t=1,p=1$c2FsdHNhbHQ$${"a".repeat(43)}`, ...stamp },
    });
    add("session", {
      ...{ id: `session-${index}`, expiresAt: seconds + 43_200, token: `token-${index}`, userId: personId },
      ...{ userAgent: null, ...stamp },
    });
    add("verification", {
      ...{ id: `verification-${index}`, identifier: "x", value: "y", expiresAt: seconds, ...stamp },
    });
    add("second_factor", { person_id: personId, secret: `sealed-${index}`, last_step: 58_000_000, confirmed_at: at });
    add("recovery_code", { id: `recovery-${index}`, person_id: personId, hash: `${index}`.repeat(64), used_at: null });
    add("session_state", {
      ...{ session_id: `session-${index}`, second_factor_at: at, last_seen_at: at, browser: "Firefox" },
    });
  }
}

/** Two regions, interviews in every state, and several rows in every table. */
async function fill(store: Store, clock: { now: string }, auditKey: KeyObject): Promise<void> {
  const verbs = store.as(operator);
  for (const perspective of perspectives) {
    const guide = smallGuide(perspective);
    await verbs.guides.publish({ guide, digest: digestOf(guide) });
    const text = { perspective, version: "0.9.0", body: both("# Meedoen\n\nU mag altijd stoppen.") };
    await verbs.consentTexts.publish({ text, digest: digestOf(text) });
  }
  for (const version of ["0.8.0", "0.9.0"]) {
    const codebook = smallCodebook(version);
    await verbs.guides.publishCodebook({ codebook, digest: digestOf(codebook) });
  }
  await verbs.settings.change({ earlyWeeks: 6, auditYears: 7 });
  await verbs.settings.probe();
  const regionId = (await verbs.regions.add({ key: "region-oud", name: "Oudland", practice: false })).id;
  await verbs.regions.add({ key: "region-ver", name: "Verland", practice: true });
  const person = async (name: string, role: "interviewer" | "analyst" | "lead" | "administrator") => {
    const memberships = [{ role, regionId: role === "administrator" ? null : regionId }];
    const email = `${name.toLowerCase()}@example.org`;
    return { ...(await verbs.people.add({ name, email, memberships })), kind: "person" as const, name, memberships };
  };
  const interviewer = await person("Wies", "interviewer");
  const analyst = await person("Ans", "analyst");
  await person("Bas", "administrator");
  const left = [await person("Kees", "analyst"), await person("Mies", "lead")];
  for (const { personId } of left) {
    await verbs.people.disable({ personId });
    const { people } = await verbs.people.list();
    for (const { id } of people.find((one) => one.id === personId)?.memberships ?? [])
      await verbs.people.endMembership({ membershipId: id });
    await verbs.people.invite({ email: `${personId}@example.org`, name: "Nieuw", role: "reader", regionId });
  }
  signIns(store, [interviewer.personId, analyst.personId]);

  const youth = () =>
    verbs.regions.addYouth({
      regionId,
      ageBand: "12-15",
      enrolmentStatus: "exemption-5a",
      workingSince: "2025-02",
    });
  const youths = [(await youth()).id, (await youth()).id, (await youth()).id];
  for (const youthId of youths.slice(0, 2)) await verbs.regions.assign({ youthId, personId: interviewer.personId });
  const plan = async (youthId: string, perspective: Perspective) =>
    (
      await verbs.regions.plan({
        youthId,
        perspective,
        respondentId: null,
        interviewerId: interviewer.personId,
        conductedOn: "2025-11-03",
        channel: "at-home",
        language: "nl",
      })
    ).id;
  const save = async (interviewId: string, questionId: string, value: string | Array<string>, base?: number) => {
    const { answers } = await verbs.interviews.file({ interviewId });
    return verbs.answers.save({
      opId: store.sources.newId(),
      interviewId,
      questionId,
      answer: { state: "answered", value, note: questionId === "where" ? "Bij de waterkant." : "" },
      baseSequence: base ?? answers[questionId]?.sequence ?? 0,
    });
  };
  const open = async (youthId: string, perspective: Perspective) => {
    const interviewId = await plan(youthId, perspective);
    await verbs.interviews.start({ interviewId });
    await save(interviewId, "takes-part", "yes");
    await save(interviewId, "may-be-used", ["learn-region", "quote"]);
    return interviewId;
  };
  const whole = async (youthId: string, perspective: Perspective, said: string) => {
    const interviewId = await open(youthId, perspective);
    await save(interviewId, "seen", "Nog niets.");
    await save(interviewId, "seen", said);
    await save(interviewId, "where", "outside");
    await verbs.interviews.complete({ interviewId });
    return interviewId;
  };
  const [first = "", second = "", third = ""] = youths;
  const said = "Op de dijk telde hij ganzen. Sanne ging mee, en Joost Bakker ook. 🌊 Daarna rekende hij.";
  const approved = await whole(first, "parent", said);
  const completed = await whole(second, "parent", "Zij tekende een plattegrond van de kas.");
  const coder = store.as(analyst);
  for (const [interviewId, quote] of [
    [approved, "Op de dijk telde hij ganzen."],
    [approved, "Daarna rekende hij."],
    [completed, "een plattegrond van de kas"],
  ] as const) {
    const { answers } = await verbs.interviews.file({ interviewId });
    const held = answers.seen;
    const start = String(held?.value).indexOf(quote);
    const spot = { interviewId, questionId: "seen", field: "value" as const, sequence: held?.sequence ?? 0 };
    const code = { theme: "what-helped" as const, code: "something", memo: "kijk nog eens", forReport: true };
    await coder.codings.code({ ...spot, start, end: start + quote.length, ...code });
  }
  const { answers } = await verbs.interviews.file({ interviewId: approved });
  for (const words of ["Sanne", "Joost Bakker"]) {
    const start = said.indexOf(words);
    const spot = { interviewId: approved, questionId: "seen", field: "value" as const };
    await coder.codings.clearWarning({
      ...{ ...spot, sequence: answers.seen?.sequence ?? 0, start, end: start + words.length },
    });
  }
  await verbs.interviews.approve({ interviewId: approved });
  for (const youthId of [first, second]) await verbs.families.recordWord({ youthId, who: "youth", word: "agrees" });
  const running = await open(first, "professional");
  const { sequence } = await save(running, "seen", "Hij kwam elke dinsdag.");
  await save(running, "seen", "Hij kwam elke dinsdag naar de werkplaats.", sequence);
  await save(running, "seen", "Hij kwam elke dinsdag met zijn hond.", sequence);
  const paused = await open(second, "professional");
  await verbs.interviews.pause({ interviewId: paused });
  const stopped = await open(first, "parent");
  await verbs.interviews.stop({ interviewId: stopped });
  await verbs.interviews.discard({ interviewId: await plan(first, "youth"), reason: "Dubbel" });
  await plan(second, "youth");
  const refused = await plan(third, "parent");
  await verbs.interviews.start({ interviewId: refused });
  await save(refused, "takes-part", "no");
  const withdrawn = await whole(third, "parent", "Dit moet helemaal weg.");
  await verbs.phases.editRegion({ regionId, name: "Ver weg", phase: 2 });
  await verbs.releases.make({ regionId, language: "nl", final: false });
  await verbs.interviews.withdraw({ interviewId: withdrawn });
  await verbs.releases.make({ regionId, language: "en", final: true });
  await eraseWaiting(store);
  await verbs.families.recordWord({ youthId: third, who: "second-guardian", word: "objects" });
  await verbs.families.recordWord({ youthId: third, who: "youth", word: "agrees" });
  for (const [baseRevision, body] of ["Een begin.", "Een beter begin."].entries())
    await verbs.reports.saveText({ regionId, language: "nl", section: "introduction", body, baseRevision });
  const line = (id: string, text: string) =>
    JSON.stringify({
      ...{ id, regionKey: "region-ver", youthKey: id, enrolmentStatus: "absolute-absence", perspective: "parent" },
      ...{ questionId: "seen", text, passages: [{ start: 0, end: 6, theme: "barriers", code: "somebody" }] },
    });
  const text = [line("oud-1", "Niemand belde terug."), line("oud-2", "Steeds weer een ander loket.")].join("\n");
  await importAnswers(verbs, { path: "oud.jsonl", text });
  for (const days of [1, 2]) {
    clock.now = new Date(Date.parse(clock.now) + days * 24 * 3600 * 1000).toISOString();
    const [oldest] = store.connections.handle
      .prepare<[], { at: string }>("SELECT at FROM audit ORDER BY sequence LIMIT 1 OFFSET 5")
      .all();
    await verbs.auditLog.prune({ before: oldest?.at ?? "", key: auditKey });
  }
}

const inlined = (value: unknown): string => {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  throw new Error("these tables hold numbers and texts only");
};

/** The database as SQL that makes it again: tables, what fills the full-text index, rows, then the other indexes and triggers. */
function dumped(handle: Sqlite.Database): string {
  const objects = handle
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`,
    )
    .all();
  const isIndexing = (name: string) => name.startsWith("answer_fts_");
  const tables = objects.filter(({ type }) => type === "table");
  const before = [...tables, ...objects.filter(({ type, name }) => type === "trigger" && isIndexing(name))];
  const after = objects.filter((one) => !before.includes(one));
  const rows = tables
    .filter(({ sql }) => !sql.startsWith("CREATE VIRTUAL"))
    .flatMap(({ name }) =>
      handle
        .prepare(`SELECT * FROM "${name}"`)
        .raw()
        .all()
        .map((row) => `INSERT INTO "${name}" VALUES(${(row as Array<unknown>).map(inlined).join()});`),
    );
  const sequences = handle
    .prepare<[], { name: string; seq: number }>("SELECT name, seq FROM sqlite_sequence")
    .all()
    .map(({ name, seq }) => `UPDATE sqlite_sequence SET seq = ${seq} WHERE name = ${inlined(name)};`);
  const config = handle
    .prepare<[], { k: string; v: number }>("SELECT k, v FROM answer_fts_config WHERE k <> 'version'")
    .all()
    .map(({ k, v }) => `INSERT INTO answer_fts(answer_fts, rank) VALUES(${inlined(k)}, ${v});`);
  const made = (list: typeof objects) => list.map(({ sql }) => `${sql};`);
  return `${["BEGIN;", ...made(before), ...config, ...rows, ...sequences, ...made(after), "COMMIT;"].join("\n")}\n`;
}

/** The name of the newest migration, such as `0010_consent_text_guards`. */
function newestSchema(): string {
  const journal = readFileSync(join(installationRoot(), "db/migrations/meta/_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: Array<{ tag: string }> };
  return entries.at(-1)?.tag ?? "";
}

async function main(): Promise<void> {
  const file = join(installationRoot(), "tests/db/released", `${newestSchema()}.sql`);
  if (existsSync(file)) {
    process.stderr.write(`${file} is there already, and stays as it is.\n`);
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-released-"));
  const clock = { now: "2025-11-03T09:00:00.000Z" };
  let ids = 0;
  const newId = () => `00000000-0000-7000-8000-${(ids++).toString(16).padStart(12, "0")}`;
  const now = () => {
    clock.now = new Date(Date.parse(clock.now) + 1000).toISOString();
    return clock.now;
  };
  const store = openStore(join(folder, "released.sqlite"), { now, newId, random: () => (ids % 97) / 97 });
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  await fill(store, clock, privateKey);
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  writeFileSync(file, `-- Key of the audit log: ${key}\n${dumped(store.connections.handle)}`);
  store.close();
  rmSync(folder, { recursive: true });
  process.stderr.write(`Wrote ${file}\n`);
}

await main();
