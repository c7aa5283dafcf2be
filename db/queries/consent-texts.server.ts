/** Verbs on the letters that people read before they agree: list, read, and publish a version that then never changes. */
import { and, eq } from "drizzle-orm";
import { type ConsentText, consentTextName } from "#app/domain/consent-text.ts";
import { compareVersions, type Perspective, perspectives } from "#app/domain/guide.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { preparedOnce } from "../prepared.server.ts";
import { consentText } from "../schema/index.ts";
import { anywhere, read, write } from "../verb.server.ts";

export type ConsentTextSummary = { perspective: Perspective; version: string; publishedAt: string };

const queriesOf = preparedOnce((db) =>
  db
    .select({
      perspective: consentText.perspective,
      version: consentText.version,
      publishedAt: consentText.publishedAt,
    })
    .from(consentText)
    .prepare(),
);

/** Every version, perspectives in their order and the newest of each first. */
async function summaries(db: Db): Promise<Array<ConsentTextSummary>> {
  const rows = await queriesOf(db).execute();
  const place = ({ perspective }: ConsentTextSummary) => perspectives.indexOf(perspective);
  return [...rows].sort((a, b) => place(a) - place(b) || compareVersions(b.version, a.version));
}

/** The name of the letter that a speaker of this perspective reads now, as it goes into a record of consent; null when none is published. */
export async function newestConsentText(db: Db, perspective: Perspective): Promise<string | null> {
  const newest = (await summaries(db)).find((one) => one.perspective === perspective);
  return newest ? consentTextName(newest) : null;
}

export const consentTexts = {
  /** Every version, perspectives in their order and the newest of each first. */
  list: read<void, Array<ConsentTextSummary>>({
    action: "consent-text.list",
    right: "guide.read",
    audited: false,
    target: anywhere,
    run: (db) => summaries(db),
  }),

  /** One version. Throws Problem `not-found`. */
  version: read<{ perspective: string; version: string }, ConsentText & { publishedAt: string }>({
    action: "consent-text.read",
    right: "guide.read",
    audited: false,
    target: anywhere,
    async run(db, input) {
      const perspective = perspectives.find((one) => one === input.perspective);
      if (!perspective) throw new Problem("not-found");
      const [found] = await db
        .select()
        .from(consentText)
        .where(and(eq(consentText.perspective, perspective), eq(consentText.version, input.version)));
      if (!found) throw new Problem("not-found");
      const { version, body, publishedAt } = found;
      return { perspective, version, body, publishedAt };
    },
  }),

  /** Publishes a version. Throws Problem `version-exists` when it is published with other content. */
  publish: write<{ text: ConsentText; digest: string }, { isNew: boolean }>({
    action: "consent-text.publish",
    right: "guide.publish",
    target: anywhere,
    async run(db, { text, digest }, { actor, now }) {
      const { perspective, version, body } = text;
      const [existing] = await db
        .select({ digest: consentText.digest })
        .from(consentText)
        .where(and(eq(consentText.perspective, perspective), eq(consentText.version, version)));
      if (existing?.digest === digest) return { isNew: false };
      if (existing) throw new Problem("version-exists");
      const published = { publishedAt: now(), publishedBy: actor.personId };
      await db.insert(consentText).values({ perspective, version, body, digest, ...published });
      return { isNew: true };
    },
  }),
};
