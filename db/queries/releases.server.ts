/** Verbs on releases: a region's report as its lead released it, for the people of that region, until somebody in it withdraws. */
import { createHash } from "node:crypto";
import { and, desc, eq, isNull, max } from "drizzle-orm";
import { canonicalJson } from "#app/domain/canonical.ts";
import type { Language } from "#app/domain/languages.ts";
import { isLanguage } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import { compileReport, type Report } from "#app/domain/report.ts";
import { countedInterviews } from "#app/domain/report-sections/counted.ts";
import type { Db } from "../open.server.ts";
import { region, release, releaseInterview, user } from "../schema/index.ts";
import { anywhere, read, regionTarget, type Target, write } from "../verb.server.ts";
import { regionMaterial } from "./report-material.server.ts";

/** A release as a list shows it. `takenBackAt`: since when it cannot be read, because somebody in it withdrew; null for one that can. */
export type ReleaseRow = {
  id: string;
  regionId: string;
  regionName: string;
  number: number;
  language: Language;
  final: boolean;
  releasedAt: string;
  /** Null for the operator. */
  releasedBy: string | null;
  takenBackAt: string | null;
};

/** A release that was just made, and the interviews that it rests on. */
export type MadeRelease = { id: string; number: number; interviewIds: Array<string> };

/** A list shows the newest releases, up to this many. */
const pageSize = 200;

const columns = {
  id: release.id,
  regionId: release.regionId,
  regionName: region.name,
  number: release.number,
  language: release.language,
  final: release.final,
  releasedAt: release.releasedAt,
  releasedBy: user.name,
  takenBackAt: release.takenBackAt,
};

async function releaseTarget(db: Db, releaseId: string): Promise<Target | null> {
  const [found] = await db.select({ regionId: release.regionId }).from(release).where(eq(release.id, releaseId));
  return found ? { regionId: found.regionId, subjects: [releaseId] } : null;
}

async function nextNumber(db: Db, regionId: string): Promise<number> {
  const [last] = await db
    .select({ number: max(release.number) })
    .from(release)
    .where(eq(release.regionId, regionId));
  return (last?.number ?? 0) + 1;
}

export const releases = {
  /** The releases of the regions that one works in, the newest first. */
  list: read<void, Array<ReleaseRow>>({
    action: "release.list",
    right: "release.read",
    target: anywhere,
    run: (db, _input, { within }) =>
      db
        .select(columns)
        .from(release)
        .innerJoin(region, eq(region.id, release.regionId))
        .leftJoin(user, eq(user.id, release.releasedBy))
        .where(within(release.regionId))
        .orderBy(desc(release.releasedAt), desc(release.id))
        .limit(pageSize),
    subjects: (rows) => rows.map(({ id }) => id),
  }),

  /** One release; `report` is null once it was taken back. */
  one: read<{ releaseId: string }, ReleaseRow & { report: Report | null }>({
    action: "release.view",
    right: "release.read",
    target: (db, { releaseId }) => releaseTarget(db, releaseId),
    async run(db, { releaseId }) {
      const [found] = await db
        .select({ ...columns, report: release.report })
        .from(release)
        .innerJoin(region, eq(region.id, release.regionId))
        .leftJoin(user, eq(user.id, release.releasedBy))
        .where(eq(release.id, releaseId));
      if (!found) throw new Problem("not-found");
      return found;
    },
  }),

  /** What a release of this region would be: its number, on how many interviews it rests, and whether the region has had its final one. */
  prospect: read<{ regionId: string }, { number: number; interviews: number; hasFinal: boolean }>({
    action: "release.prepare",
    right: "report.compile",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, { regionId }) {
      const input = await regionMaterial(db, { regionId, period: { from: null, to: null }, language: "nl" });
      const final = await db
        .select({ id: release.id })
        .from(release)
        .where(and(eq(release.regionId, regionId), eq(release.final, true), isNull(release.takenBackAt)))
        .limit(1);
      return {
        number: await nextNumber(db, regionId),
        interviews: countedInterviews(input).length,
        hasFinal: final.length > 0,
      };
    },
  }),

  /**
   * Releases the report of a region as it is at this moment, over all its interviews, to the people of that region. Compiling and keeping are
   * one transaction: nobody can withdraw in between. Throws Problem `nothing-to-release` for a report that rests on no interview, and
   * `invalid-input`.
   */
  make: write<{ regionId: string; language: Language; final: boolean }, MadeRelease>({
    action: "release.make",
    right: "report.compile",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, { regionId, language, final }, { actor, newId, now }) {
      if (!isLanguage(language))
        throw new Problem("invalid-input", { fields: [{ path: "language", code: "unknown-option" }] });
      const at = now();
      const input = await regionMaterial(db, { regionId, period: { from: null, to: null }, language });
      const interviews = countedInterviews(input);
      if (interviews.length === 0) throw new Problem("nothing-to-release");
      const report: Report = { ...compileReport(input, "region", at), status: "released" };
      const id = newId();
      const number = await nextNumber(db, regionId);
      await db.insert(release).values({
        id,
        regionId,
        number,
        language,
        final,
        releasedBy: actor.personId,
        releasedAt: at,
        digest: createHash("sha256").update(canonicalJson(report)).digest("hex"),
        report,
        takenBackAt: null,
      });
      await db
        .insert(releaseInterview)
        .values(interviews.map((interview) => ({ releaseId: id, interviewId: interview.id })));
      return { id, number, interviewIds: interviews.map((interview) => interview.id) };
    },
    subjects: ({ id, interviewIds }) => [id, ...interviewIds],
  }),
};
