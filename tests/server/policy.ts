/** The policy: for every page of the site map who of the invented world may open it, written down apart from the code that decides. */
import type { World } from "../world/world.ts";

export type PersonName = keyof World["people"];

/**
 * Who may: everybody, everybody who is signed in, or these people; all others get 404. `nothingToSee`: it only takes writes.
 * `passwordOnly`: it opens to who has given the password and not yet the second factor too; no other page does.
 */
export type Rule = {
  allowed: "everybody" | "signed-in" | ReadonlyArray<PersonName>;
  path(world: World): string;
  nothingToSee?: true;
  passwordOnly?: true;
};

const board: ReadonlyArray<PersonName> = ["interviewer", "secondInterviewer", "lead"];
const interview: ReadonlyArray<PersonName> = ["interviewer", "lead"];
const coders: ReadonlyArray<PersonName> = ["analyst", "lead"];
const allCoders: ReadonlyArray<PersonName> = [...coders, "otherAnalyst", "otherLead", "beginningLead"];
const readers: ReadonlyArray<PersonName> = [
  "reader",
  "lead",
  "beginningLead",
  "analyst",
  "interviewer",
  "secondInterviewer",
  "otherLead",
  "otherAnalyst",
  "otherInterviewer",
  "editor",
];
/** Who works in Waterkant: its releases are for them alone. */
const regionReaders: ReadonlyArray<PersonName> = ["reader", "lead", "analyst", "interviewer", "secondInterviewer"];
const guideReaders: ReadonlyArray<PersonName> = [...readers, "administrator"];
const searchers: ReadonlyArray<PersonName> = [...allCoders, "interviewer", "secondInterviewer", "otherInterviewer"];
const leads: ReadonlyArray<PersonName> = ["lead", "beginningLead", "otherLead"];
const administrator: ReadonlyArray<PersonName> = ["administrator"];
const question = "development-seen";
const told = (world: World) => `/interviews/${world.interviews.completed}`;

/** Pattern of a route -> its rule. A route that is not here fails the test. */
export const policy: Record<string, Rule> = {
  "/": { allowed: "signed-in", path: () => "/" },
  "/sign-in": { allowed: "everybody", path: () => "/sign-in" },
  "/sign-in/organisation": { allowed: [], path: () => "/sign-in/organisation" },
  "/sign-in/organisation/return": { allowed: [], path: () => "/sign-in/organisation/return?code=x&state=x" },
  "/welcome/:token/organisation": { allowed: "everybody", path: () => "/welcome/no-such-token/organisation" },
  "/account/organisation": { allowed: [], path: () => "/account/organisation" },
  "/second-factor": { allowed: "signed-in", path: () => "/second-factor", passwordOnly: true },
  "/welcome/:token": { allowed: "everybody", path: () => "/welcome/no-such-token" },
  "/session": { allowed: "everybody", path: () => "/session" },
  "/second-factor/passkey": {
    allowed: [],
    path: () => "/second-factor/passkey",
    nothingToSee: true,
  },
  "/account": { allowed: "signed-in", path: () => "/account" },
  "/account/acts": { allowed: "signed-in", path: () => "/account/acts" },
  "/sign-out": { allowed: "everybody", path: () => "/sign-out" },
  "/preferences": { allowed: "everybody", path: () => "/preferences" },
  "/healthz": { allowed: "everybody", path: () => "/healthz" },
  "/admin/people": { allowed: administrator, path: () => "/admin/people" },
  "/admin/people/:personId": {
    allowed: administrator,
    path: (world) => `/admin/people/${world.people.analyst.personId}`,
  },
  "/admin/regions": { allowed: administrator, path: () => "/admin/regions" },
  "/admin/regions/:regionId": {
    allowed: administrator,
    path: (world) => `/admin/regions/${world.regions.waterkant}`,
  },
  "/admin/phases": { allowed: administrator, path: () => "/admin/phases" },
  "/admin/settings": { allowed: administrator, path: () => "/admin/settings" },
  "/admin/audit": { allowed: administrator, path: () => "/admin/audit" },
  "/admin/erasures": { allowed: [...leads, "administrator"], path: () => "/admin/erasures" },
  "/admin/terms": { allowed: [...leads, "administrator"], path: () => "/admin/terms" },
  "/coding": { allowed: allCoders, path: () => "/coding" },
  "/coding/:interviewId/:questionId": {
    allowed: coders,
    path: (world) => `/coding/${world.interviews.completed}/${question}`,
  },
  "/themes": { allowed: allCoders, path: () => "/themes" },
  "/search": { allowed: searchers, path: () => "/search" },
  "/regions/:regionId": { allowed: board, path: (world) => `/regions/${world.regions.waterkant}` },
  "/regions/:regionId/youths/new": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/youths/new`,
  },
  "/regions/:regionId/report": { allowed: ["lead"], path: (world) => `/regions/${world.regions.waterkant}/report` },
  "/regions/:regionId/report/text": {
    allowed: [],
    path: (world) => `/regions/${world.regions.waterkant}/report/text`,
    nothingToSee: true,
  },
  "/regions/:regionId/report/:file": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/report/region-a-case-team.html`,
  },
  "/regions/:regionId/report/release": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/report/release`,
  },
  "/reports/:releaseId": { allowed: regionReaders, path: (world) => `/reports/${world.releases.readable}` },
  "/reports/:releaseId/:file": {
    allowed: regionReaders,
    path: (world) => `/reports/${world.releases.readable}/region-a-region.md`,
  },
  "/reports": {
    allowed: readers,
    path: () => "/reports",
  },
  "/guides": { allowed: guideReaders, path: () => "/guides" },
  "/guides/:guideId/compare": { allowed: guideReaders, path: () => "/guides/guide-parent/compare" },
  "/guides/:guideId/:version": { allowed: guideReaders, path: () => "/guides/guide-parent/1.1.0" },
  "/guides/:guideId/:version/print": { allowed: guideReaders, path: () => "/guides/guide-parent/1.1.0/print" },
  "/consent-texts/:perspective/:version": { allowed: guideReaders, path: () => "/consent-texts/youth/1.0.0" },
  "/codebook/:version": { allowed: guideReaders, path: () => "/codebook/1.0.0" },
  "/youths/:youthId": { allowed: interview, path: (world) => `/youths/${world.youths.busy}` },
  "/youths/:youthId/plan": { allowed: interview, path: (world) => `/youths/${world.youths.busy}/plan` },
  "/interviews/:interviewId": { allowed: interview, path: (world) => `${told(world)}?q=${question}` },
  "/interviews/:interviewId/together": {
    allowed: interview,
    path: (world) => `/interviews/${world.interviews.running}/together`,
  },
  "/interviews/:interviewId/answers": {
    allowed: [],
    path: (world) => `${told(world)}/answers`,
    nothingToSee: true,
  },
  "/interviews/:interviewId/status": { allowed: "signed-in", path: (world) => `${told(world)}/status` },
  "/interviews/:interviewId/stop": { allowed: interview, path: (world) => `${told(world)}/stop` },
  "/interviews/:interviewId/read-back": { allowed: interview, path: (world) => `${told(world)}/read-back` },
  "/interviews/:interviewId/history/:questionId": {
    allowed: interview,
    path: (world) => `${told(world)}/history/${question}`,
  },
  "/interviews/:interviewId/conflict/:questionId": {
    allowed: [...interview, "secondInterviewer"],
    path: (world) => `/interviews/${world.interviews.conflict}/conflict/${question}`,
  },
  "/interviews/:interviewId/withdraw": { allowed: interview, path: (world) => `${told(world)}/withdraw` },
  "/interviews/:interviewId/receipt": {
    allowed: [...interview, "secondInterviewer"],
    path: (world) => `/interviews/${world.interviews.withdrawn}/receipt`,
  },
  "/interviews/:interviewId/copy": { allowed: ["lead"], path: (world) => `${told(world)}/copy` },
  "/interviews/:interviewId/looks": { allowed: ["lead"], path: (world) => `${told(world)}/looks` },
  "/interviews/:interviewId/print": { allowed: interview, path: (world) => `${told(world)}/print` },
};

type Fields = Record<string, string>;

/**
 * What to send to a page that takes something: a form, or JSON for a page of our own scripts, and who may. `needs`: ids that stand in
 * no address, such as that of a coding in the world.
 */
export type WriteRule = {
  allowed: "everybody" | "signed-in" | ReadonlyArray<PersonName>;
  path(world: World): string;
  form?(world: World, ids: { codingId: string; opId: string }): Fields;
  json?(world: World, ids: { codingId: string; opId: string }): unknown;
  passwordOnly?: true;
};

const running = (world: World) => `/interviews/${world.interviews.running}`;
const spoken = { state: "answered", value: "Woorden die er niet mogen komen.", note: "" };

/** Pattern of a route that takes writes -> its rule. Such a route that is not here fails the test. */
export const writePolicy: Record<string, WriteRule> = {
  "/sign-in": { allowed: "everybody", path: () => "/sign-in", form: () => ({ email: "x@example.org", password: "x" }) },
  "/second-factor": {
    allowed: "signed-in",
    path: () => "/second-factor",
    form: () => ({ code: "000000" }),
    passwordOnly: true,
  },
  "/second-factor/passkey": {
    allowed: "signed-in",
    path: () => "/second-factor/passkey",
    json: () => ({ purpose: "add" }),
    passwordOnly: true,
  },
  "/account": { allowed: "signed-in", path: () => "/account", form: () => ({ intent: "end-others" }) },
  "/sign-out": { allowed: "everybody", path: () => "/sign-out", form: () => ({}) },
  "/welcome/:token": { allowed: "everybody", path: () => "/welcome/no-such-token", form: () => ({ password: "x" }) },
  "/preferences": { allowed: "everybody", path: () => "/preferences", form: () => ({ language: "en" }) },
  "/admin/people": {
    allowed: administrator,
    path: () => "/admin/people",
    form: (world) => ({ name: "X", email: "x@example.org", role: "lead", regionId: world.regions.waterkant }),
  },
  "/admin/people/:personId": {
    allowed: administrator,
    path: (world) => `/admin/people/${world.people.reader.personId}`,
    form: () => ({ intent: "add", role: "editor", regionId: "" }),
  },
  "/admin/regions": {
    allowed: administrator,
    path: () => "/admin/regions",
    form: () => ({ name: "X", key: "region-x", practice: "yes" }),
  },
  "/admin/regions/:regionId": {
    allowed: administrator,
    path: (world) => `/admin/regions/${world.regions.waterkant}`,
    form: () => ({ name: "Waterzijde", phase: "2" }),
  },
  "/admin/phases": {
    allowed: administrator,
    path: () => "/admin/phases",
    form: () => ({ "regions-1": "5", "startsOn-1": "2025-09-01" }),
  },
  "/admin/settings": { allowed: administrator, path: () => "/admin/settings", form: () => ({ earlyWeeks: "9" }) },
  "/coding/:interviewId/:questionId": {
    allowed: coders,
    path: (world) => `/coding/${world.interviews.completed}/${question}`,
    form: (_world, { codingId }) => ({ intent: "remove", codingId }),
  },
  "/themes": {
    allowed: coders,
    path: () => "/themes",
    form: (world, { codingId }) => ({ intent: "remove", regionId: world.regions.waterkant, codingId }),
  },
  "/search": { allowed: searchers, path: () => "/search", form: () => ({ query: "bakt" }) },
  "/guides": { allowed: ["editor"], path: () => "/guides", form: () => ({}) },
  "/regions/:regionId/youths/new": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/youths/new`,
    form: () => ({ enrolmentStatus: "exemption-5a", ageBand: "12-15", workingSince: "2025-01" }),
  },
  "/regions/:regionId/report": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/report`,
    form: () => ({ section: "introduction", language: "nl", body: "X", baseRevision: "0" }),
  },
  "/regions/:regionId/report/release": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/report/release`,
    form: () => ({ language: "nl", final: "no" }),
  },
  "/regions/:regionId/report/text": {
    allowed: ["lead"],
    path: (world) => `/regions/${world.regions.waterkant}/report/text`,
    form: () => ({ section: "barriers", language: "nl", body: "X", baseRevision: "0" }),
  },
  "/youths/:youthId": {
    allowed: ["lead"],
    path: (world) => `/youths/${world.youths.busy}`,
    form: () => ({ enrolmentStatus: "absolute-absence", ageBand: "12-15", workingSince: "2025-01" }),
  },
  "/youths/:youthId/plan": {
    allowed: interview,
    path: (world) => `/youths/${world.youths.busy}/plan`,
    form: () => ({ perspective: "parent", conductedOn: "2026-03-09", channel: "phone", language: "nl" }),
  },
  "/interviews/:interviewId": {
    allowed: interview,
    path: running,
    form: (_world, { opId }) => ({ questionId: question, opId, baseSequence: "0", ...spoken }),
  },
  "/interviews/:interviewId/together": {
    allowed: interview,
    path: (world) => `${running(world)}/together`,
    form: (_world, { opId }) => ({ questionId: question, opId, baseSequence: "0", ...spoken }),
  },
  "/interviews/:interviewId/answers": {
    allowed: interview,
    path: (world) => `${running(world)}/answers`,
    json: (_world, { opId }) => ({ questionId: question, opId, baseSequence: 0, answer: spoken }),
  },
  "/interviews/:interviewId/status": {
    allowed: interview,
    path: (world) => `${running(world)}/status`,
    form: () => ({ move: "pause" }),
  },
  "/interviews/:interviewId/stop": {
    allowed: interview,
    path: (world) => `${running(world)}/stop`,
    form: () => ({ move: "stop" }),
  },
  "/interviews/:interviewId/withdraw": {
    allowed: interview,
    path: (world) => `${running(world)}/withdraw`,
    form: () => ({}),
  },
  "/interviews/:interviewId/read-back": {
    allowed: ["lead"],
    path: (world) => `/interviews/${world.interviews.completed}/read-back`,
    form: () => ({ move: "approve" }),
  },
  "/interviews/:interviewId/conflict/:questionId": {
    allowed: [...interview, "secondInterviewer"],
    path: (world) => `/interviews/${world.interviews.conflict}/conflict/${question}`,
    form: (_world, { opId }) => ({ keep: "joined", opId, baseSequence: "0", resolves: "0", ...spoken }),
  },
};
