/** Finds the people and interviews of a generated database, and makes running ones. */
import { eq } from "drizzle-orm";
import { type Actor, operator } from "#app/domain/actor.ts";
import { user } from "#db/schema/people.ts";
import { region } from "#db/schema/regions.ts";
import type { Store } from "#db/store.server.ts";

type Person = Actor & { kind: "person" };

/** The interviewer, analyst or lead of the first region, or of the one with this key. */
export async function personIn(
  store: Store,
  role: "interviewer" | "analyst" | "lead",
  key = "region-001",
): Promise<Person & { regionId: string }> {
  return store.connections.read(async (db) => {
    const [home] = await db.select({ id: region.id }).from(region).where(eq(region.key, key));
    const email = `${role}.${key}@leeroogst.example`;
    const [found] = await db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email));
    if (!home || !found) throw new Error(`nobody is ${role} in ${key}`);
    const memberships = [{ role, regionId: home.id }];
    return { kind: "person", personId: found.id, name: found.name, memberships, regionId: home.id };
  });
}

/** Somebody who has not coded anything yet, analyst in the first region or in every one: then nobody has more answers within reach. */
export async function newAnalyst(store: Store, where: "first region" | "everywhere"): Promise<Person> {
  const verbs = store.as(operator);
  const regions = (await verbs.regions.mine()).filter(({ key }) => where === "everywhere" || key === "region-001");
  const memberships = regions.map(({ id }) => ({ role: "analyst" as const, regionId: id }));
  const name = `Analyst ${where}`;
  const email = `analyst.${store.sources.newId()}@leeroogst.example`;
  const { personId } = await verbs.people.add({ name, email, memberships });
  return { kind: "person", personId, name, memberships };
}

export type Running = { interviewId: string; questionIds: Array<string> };

/** A parent's interview that was started and agreed to by the interviewer of the first region; `questionIds` ask for long texts. */
export async function runningInterview(store: Store): Promise<Running> {
  const lead = await personIn(store, "lead");
  const interviewer = await personIn(store, "interviewer");
  const verbs = store.as(interviewer);
  const { youths } = await store.as(lead).regions.board({ regionId: lead.regionId });
  const { id: interviewId } = await store.as(lead).regions.plan({
    youthId: youths[0]?.id ?? "",
    perspective: "parent",
    respondentId: null,
    interviewerId: interviewer.personId,
    conductedOn: "2026-03-02",
    channel: "at-home",
    language: "nl",
  });
  await verbs.interviews.start({ interviewId });
  const { guide } = await verbs.interviews.file({ interviewId });
  const questions = guide.steps.flatMap((step) => step.questions);
  for (const { id: questionId, consentScope } of questions) {
    if (consentScope !== "participate" && consentScope !== "list") continue;
    const value = consentScope === "list" ? ["learn-region", "quote"] : "yes";
    const answer = { state: "answered", value, note: "" };
    await verbs.answers.save({ opId: store.sources.newId(), interviewId, questionId, baseSequence: 0, answer });
  }
  const questionIds = questions
    .filter((one) => one.type === "long-text" && one.showIf === undefined)
    .map((one) => one.id);
  return { interviewId, questionIds };
}
