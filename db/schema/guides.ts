/** Guides, codebooks and letters about consent: immutable published versions (triggers in the migration refuse change and removal). */
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Codebook } from "#app/domain/codebook.ts";
import type { Guide, Perspective } from "#app/domain/guide.ts";
import type { Bilingual } from "#app/domain/languages.ts";
import { id, json, time } from "./columns.ts";

export const guide = sqliteTable("guide", {
  id: text("id").primaryKey(),
  perspective: text("perspective").$type<Perspective>().notNull(),
});

export const guideVersion = sqliteTable(
  "guide_version",
  {
    guideId: text("guide_id")
      .notNull()
      .references(() => guide.id, { onDelete: "restrict" }),
    version: text("version").notNull(),
    digest: text("digest").notNull(),
    body: json<Guide>("body").notNull(),
    publishedAt: time("published_at").notNull(),
    publishedBy: id("published_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.guideId, table.version] })],
);

export const codebookVersion = sqliteTable("codebook_version", {
  version: text("version").primaryKey(),
  codebookId: text("codebook_id").notNull(),
  digest: text("digest").notNull(),
  body: json<Codebook>("body").notNull(),
  publishedAt: time("published_at").notNull(),
  publishedBy: id("published_by").notNull(),
});

/** What people read before they agree, per perspective, as Markdown in both languages. */
export const consentText = sqliteTable(
  "consent_text",
  {
    perspective: text("perspective").$type<Perspective>().notNull(),
    version: text("version").notNull(),
    digest: text("digest").notNull(),
    body: json<Bilingual>("body").notNull(),
    publishedAt: time("published_at").notNull(),
    publishedBy: id("published_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.perspective, table.version] })],
);
