/** What the pages about guides show: the shelf with all versions, one version among its siblings, and two versions side by side. */
import type { Guide, Perspective } from "#app/domain/guide.ts";
import { compareGuides, type GuideChanges } from "#app/domain/guide-changes.ts";
import type { Bilingual } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Verbs } from "#db/store.server.ts";

/** A published version; `publishedAt` is a UTC time (ISO 8601). */
export type ShelfVersion = { version: string; publishedAt: string };
export type ShelfGuide = { id: string; perspective: Perspective; title: Bilingual; versions: Array<ShelfVersion> };
export type Shelf = {
  guides: Array<ShelfGuide>;
  codebooks: Array<ShelfVersion>;
  /** Letters about taking part, the newest of each perspective first. */
  consentTexts: Array<ShelfVersion & { perspective: Perspective }>;
};

function dated({ version, publishedAt }: ShelfVersion): ShelfVersion {
  return { version, publishedAt };
}

/** Every guide under the title of its newest version, every codebook and every letter about taking part; versions newest first. */
export async function guideShelf(verbs: Verbs): Promise<Shelf> {
  const guides: Array<ShelfGuide> = [];
  for (const { id, perspective, versions } of await verbs.guides.list()) {
    const [newest] = versions;
    if (!newest) continue;
    const { title } = await verbs.guides.version({ guideId: id, version: newest.version });
    guides.push({ id, perspective, title, versions: versions.map(dated) });
  }
  return {
    guides,
    codebooks: (await verbs.guides.codebooks()).map(dated),
    consentTexts: await verbs.consentTexts.list(),
  };
}

/** The versions of a guide, newest first. Throws Problem `not-found`. */
export async function guideVersions(verbs: Verbs, guideId: string): Promise<Array<ShelfVersion>> {
  const found = (await verbs.guides.list()).find((guide) => guide.id === guideId);
  if (!found) throw new Problem("not-found");
  return found.versions.map(dated);
}

export type Comparison = {
  title: Bilingual;
  versions: Array<ShelfVersion>;
  /** Null while there is only one version. */
  sides: { from: string; to: string; older: Guide; newer: Guide; changes: GuideChanges } | null;
};

/**
 * Two versions of a guide; unless named, the newest and the one before it. Throws Problem `not-found` for a version that does not
 * exist.
 */
export async function guideComparison(
  verbs: Verbs,
  guideId: string,
  asked: { from: string | null; to: string | null },
): Promise<Comparison> {
  const versions = await guideVersions(verbs, guideId);
  const to = asked.to ?? versions[0]?.version ?? "";
  const newer = await verbs.guides.version({ guideId, version: to });
  const place = versions.findIndex(({ version }) => version === to);
  const from = asked.from ?? versions[place + 1]?.version ?? versions.find(({ version }) => version !== to)?.version;
  if (from === undefined) return { title: newer.title, versions, sides: null };
  const older = await verbs.guides.version({ guideId, version: from });
  return { title: newer.title, versions, sides: { from, to, older, newer, changes: compareGuides(older, newer) } };
}
