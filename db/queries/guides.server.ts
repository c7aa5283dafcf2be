/** Verbs on guides and codebooks: list, read, and publish a version that then never changes. */
import { and, eq, sql } from "drizzle-orm";
import type { Codebook } from "#app/domain/codebook.ts";
import { compareVersions, type Guide, type Perspective } from "#app/domain/guide.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import { codebookVersion, guide, guideVersion } from "../schema/index.ts";
import { anywhere, read, write } from "../verb.server.ts";

export type VersionSummary = { version: string; digest: string; publishedAt: string; publishedBy: string };
export type GuideSummary = { id: string; perspective: Perspective; versions: Array<VersionSummary> };

/** Bodies by digest: a published version never changes, so it is parsed once per process. */
const bodies = new Map<string, Guide>();
const codebooks = new Map<string, Codebook>();

function newestFirst<Row extends { version: string }>(rows: Array<Row>): Array<Row> {
  return [...rows].sort((a, b) => compareVersions(b.version, a.version));
}

const digestOf = preparedOnce((db) =>
  db
    .select({ digest: guideVersion.digest })
    .from(guideVersion)
    .where(
      and(eq(guideVersion.guideId, sql.placeholder("guideId")), eq(guideVersion.version, sql.placeholder("version"))),
    )
    .prepare(),
);

/** One published guide version, or undefined. */
export async function guideBody(db: Db, guideId: string, version: string): Promise<Guide | undefined> {
  const [found] = await digestOf(db).execute({ guideId, version });
  if (!found) return undefined;
  const known = bodies.get(found.digest);
  if (known) return known;
  const key = and(eq(guideVersion.guideId, guideId), eq(guideVersion.version, version));
  const [row] = await db.select({ body: guideVersion.body }).from(guideVersion).where(key);
  if (row) bodies.set(found.digest, row.body);
  return row?.body;
}

/** The newest published version of the guide for a perspective, or undefined when none is published. */
export async function newestGuide(
  db: Db,
  perspective: Perspective,
): Promise<{ guideId: string; version: string } | undefined> {
  const rows = await db
    .select({ guideId: guideVersion.guideId, version: guideVersion.version })
    .from(guideVersion)
    .innerJoin(guide, eq(guide.id, guideVersion.guideId))
    .where(eq(guide.perspective, perspective));
  return newestFirst(rows)[0];
}

/** One published codebook version, the newest when none is named, or undefined. */
export async function codebookBody(db: Db, version?: string): Promise<Codebook | undefined> {
  const rows = await db
    .select({ version: codebookVersion.version, digest: codebookVersion.digest })
    .from(codebookVersion);
  const chosen = version === undefined ? newestFirst(rows)[0] : rows.find((row) => row.version === version);
  if (!chosen) return undefined;
  const known = codebooks.get(chosen.digest);
  if (known) return known;
  const [row] = await db
    .select({ body: codebookVersion.body })
    .from(codebookVersion)
    .where(eq(codebookVersion.version, chosen.version));
  if (row) codebooks.set(chosen.digest, row.body);
  return row?.body;
}

export const guides = {
  /** Every guide with its versions, newest first, in the order parent, youth, professional. */
  list: read<void, Array<GuideSummary>>({
    action: "guide.list",
    right: "guide.read",
    audited: false,
    target: anywhere,
    async run(db) {
      const [identities, versions] = await Promise.all([
        db.select().from(guide),
        db
          .select({
            guideId: guideVersion.guideId,
            version: guideVersion.version,
            digest: guideVersion.digest,
            publishedAt: guideVersion.publishedAt,
            publishedBy: guideVersion.publishedBy,
          })
          .from(guideVersion),
      ]);
      const order: Array<Perspective> = ["parent", "youth", "professional"];
      return identities
        .sort((a, b) => order.indexOf(a.perspective) - order.indexOf(b.perspective) || (a.id < b.id ? -1 : 1))
        .map(({ id, perspective }) => ({
          id,
          perspective,
          versions: newestFirst(versions.filter((row) => row.guideId === id)).map(({ guideId: _, ...rest }) => rest),
        }));
    },
  }),

  /** One version. Throws Problem `not-found`. */
  version: read<{ guideId: string; version: string }, Guide>({
    action: "guide.read",
    right: "guide.read",
    audited: false,
    target: anywhere,
    async run(db, { guideId, version }) {
      const body = await guideBody(db, guideId, version);
      if (!body) throw new Problem("not-found");
      return body;
    },
  }),

  /** Every codebook version, newest first. */
  codebooks: read<void, Array<VersionSummary>>({
    action: "codebook.list",
    right: "guide.read",
    audited: false,
    target: anywhere,
    async run(db) {
      const { version, digest, publishedAt, publishedBy } = codebookVersion;
      return newestFirst(await db.select({ version, digest, publishedAt, publishedBy }).from(codebookVersion));
    },
  }),

  /** One codebook version, the newest when none is named. Throws Problem `not-found`. */
  codebook: read<{ version?: string }, Codebook>({
    action: "codebook.read",
    right: "guide.read",
    audited: false,
    target: anywhere,
    async run(db, { version }) {
      const body = await codebookBody(db, version);
      if (!body) throw new Problem("not-found");
      return body;
    },
  }),

  /**
   * Publishes a guide version. Returns whether it is new; the same version with the same digest changes nothing.
   * Throws Problem `version-exists` when that version is published with another digest.
   */
  publish: write<{ guide: Guide; digest: string }, { published: boolean }>({
    action: "guide.publish",
    right: "guide.publish",
    target: anywhere,
    async run(db, input, { actor, now }) {
      const { id, version, perspective } = input.guide;
      const [existing] = await db
        .select({ digest: guideVersion.digest })
        .from(guideVersion)
        .where(and(eq(guideVersion.guideId, id), eq(guideVersion.version, version)));
      if (existing?.digest === input.digest) return { published: false };
      if (existing) throw new Problem("version-exists");
      await db.insert(guide).values({ id, perspective }).onConflictDoNothing();
      const [identity] = await db.select().from(guide).where(eq(guide.id, id));
      if (identity?.perspective !== perspective) throw new Problem("version-exists");
      await db.insert(guideVersion).values({
        guideId: id,
        version,
        digest: input.digest,
        body: input.guide,
        publishedAt: now(),
        publishedBy: actor.personId,
      });
      return { published: true };
    },
    subjects: () => [],
  }),

  /** Publishes a codebook version, as `publish` does a guide. */
  publishCodebook: write<{ codebook: Codebook; digest: string }, { published: boolean }>({
    action: "codebook.publish",
    right: "guide.publish",
    target: anywhere,
    async run(db, input, { actor, now }) {
      const { id, version } = input.codebook;
      const [existing] = await db
        .select({ digest: codebookVersion.digest })
        .from(codebookVersion)
        .where(eq(codebookVersion.version, version));
      if (existing?.digest === input.digest) return { published: false };
      if (existing) throw new Problem("version-exists");
      await db.insert(codebookVersion).values({
        version,
        codebookId: id,
        digest: input.digest,
        body: input.codebook,
        publishedAt: now(),
        publishedBy: actor.personId,
      });
      return { published: true };
    },
  }),
};
