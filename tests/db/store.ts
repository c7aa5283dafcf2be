/** A real store on a temporary file for tests: a clock and ids that the test owns, the shipped guides, and short ways to invent a world. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { type Actor, type Membership, operator, type Role } from "#app/domain/actor.ts";
import type { Answer } from "#app/domain/answer.ts";
import { codebookSchema } from "#app/domain/codebook-schemas.ts";
import type { AgeBand, EnrolmentStatus, Perspective } from "#app/domain/guide.ts";
import { guideSchema } from "#app/domain/guide-schemas.ts";
import { installationRoot } from "#db/open.server.ts";
import * as tables from "#db/schema/index.ts";
import { openStore, type Store, type Verbs } from "#db/store.server.ts";

/** Numbered ids in the shape of UUIDs, so that a test can read them. */
export function numberedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}

/** A chain of numbers from 0 up to 1 that is the same in every run. */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

export type TestStore = {
  store: Store;
  path: string;
  clock: { now: string };
  newId(): string;
  /** The verbs as this actor. */
  as(actor: Actor): Verbs;
  operator: Verbs;
  region(key: string, practice?: boolean): Promise<string>;
  /** A person with memberships: pairs of a role and a region id, or null for a national role. */
  person(name: string, ...memberships: Array<[Role, string | null]>): Promise<Actor & { kind: "person" }>;
  youth(
    regionId: string,
    about?: { ageBand?: AgeBand; enrolmentStatus?: EnrolmentStatus; workingSince?: string },
  ): Promise<string>;
  interview(youthId: string, perspective: Perspective, interviewerId?: string | null): Promise<string>;
  /** Plans, starts and opens an interview with a yes to taking part and all the scopes named. */
  running(youthId: string, perspective: Perspective, scopes?: Array<string>): Promise<string>;
  /** Saves one answer as the operator, building on what is there. */
  say(
    interviewId: string,
    questionId: string,
    said: Partial<Answer>,
    extra?: { confirmHidden?: boolean },
  ): Promise<{ sequence: number }>;
};

async function publishGuides(verbs: Verbs): Promise<void> {
  const root = join(installationRoot(), "interview-guides");
  for (const folder of ["parent", "youth", "professional", "codebook"]) {
    for (const file of readdirSync(join(root, folder))) {
      const body: unknown = parse(readFileSync(join(root, folder, file), "utf8"));
      const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
      if (folder === "codebook") await verbs.guides.publishCodebook({ codebook: codebookSchema.parse(body), digest });
      else await verbs.guides.publish({ guide: guideSchema.parse(body), digest });
    }
  }
}

/** Opens an empty store with the shipped guides; it is closed and removed when the test ends. */
export async function testStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "leeroogst-test-"));
  const path = join(folder, "test.db");
  const clock = { now: "2026-03-02T13:00:00.000Z" };
  const newId = numberedIds();
  const store = openStore(path, { now: () => clock.now, newId, random: seededRandom() });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const verbs = store.as(operator);
  await publishGuides(verbs);

  async function say(
    interviewId: string,
    questionId: string,
    said: Partial<Answer>,
    extra: { confirmHidden?: boolean } = {},
  ) {
    const { answers } = await verbs.interviews.file({ interviewId });
    return verbs.answers.save({
      opId: newId(),
      interviewId,
      questionId,
      answer: { state: "answered", value: null, note: "", ...said },
      baseSequence: answers[questionId]?.sequence ?? 0,
      ...extra,
    });
  }

  async function interview(youthId: string, perspective: Perspective, interviewerId: string | null = null) {
    const planned = await verbs.regions.plan({
      youthId,
      perspective,
      respondentId: null,
      interviewerId,
      conductedOn: "2026-03-02",
      channel: "at-home",
      language: "nl",
    });
    return planned.id;
  }

  return {
    store,
    path,
    clock,
    newId,
    as: (actor) => store.as(actor),
    operator: verbs,
    region: async (key, practice = false) =>
      (
        await verbs.regions.add({
          key,
          name: key.replace("-", " ").replace(/^./, (first) => first.toUpperCase()),
          practice,
        })
      ).id,
    async person(name, ...memberships) {
      const personId = newId();
      const at = new Date(clock.now);
      await store.connections.write(async (db) => {
        await db.insert(tables.user).values({
          id: personId,
          name,
          email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
          createdAt: at,
          updatedAt: at,
        });
        for (const [role, regionId] of memberships) {
          await db.insert(tables.membership).values({ id: newId(), personId, role, regionId, createdAt: clock.now });
        }
      });
      const held: Array<Membership> = memberships.map(([role, regionId]) => ({ role, regionId }));
      return { kind: "person", personId, name, memberships: held };
    },
    youth: async (regionId, about = {}) =>
      (
        await verbs.regions.addYouth({
          regionId,
          ageBand: "12-15",
          enrolmentStatus: "exemption-5a",
          workingSince: "2025-09",
          ...about,
        })
      ).id,
    interview,
    async running(youthId, perspective, scopes = ["learn-region", "quote"]) {
      const interviewId = await interview(youthId, perspective);
      await verbs.interviews.start({ interviewId });
      const { guide } = await verbs.interviews.file({ interviewId });
      for (const { question } of guide.steps.flatMap((step) => step.questions.map((one) => ({ question: one })))) {
        if (question.consentScope === "participate") await say(interviewId, question.id, { value: "yes" });
        if (question.consentScope === "list") await say(interviewId, question.id, { value: scopes });
      }
      return interviewId;
    },
    say,
  };
}
