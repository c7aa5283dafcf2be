/** Publishes guide and codebook files: those that ship with the installation, or files that somebody wrote. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "#app/domain/problem.ts";
import type { Verbs } from "#db/store.server.ts";
import { type CheckedFile, checkGuideFiles, faultLines } from "./check-guide-files.server.ts";
import { publishConsentTexts } from "./publish-consent-texts.server.ts";
import {
  type FileFault,
  type GuideFile,
  judgeGuideFile,
  openGuideFile,
  type ReadGuideFile,
} from "./read-guide-file.server.ts";

/** Which version of what was published; `isNew` is false when it was there already with the same content. */
export type Published = { kind: GuideFile["kind"] | "consent-text"; id: string; version: string; isNew: boolean };

/** Publishes one file that was read and checked. Throws Problem `version-exists` when that version is published with other content. */
export async function publishFile(verbs: Verbs, file: GuideFile): Promise<Published> {
  const { kind, digest } = file;
  const { id, version } = kind === "guide" ? file.guide : file.codebook;
  const { published } =
    kind === "guide"
      ? await verbs.guides.publish({ guide: file.guide, digest })
      : await verbs.guides.publishCodebook({ codebook: file.codebook, digest });
  return { kind, id, version, isNew: published };
}

/** Everything that is published, as content: what new versions are judged against. */
export async function publishedContents(verbs: Verbs): Promise<Array<unknown>> {
  const contents: Array<unknown> = [];
  for (const { id, versions } of await verbs.guides.list()) {
    for (const { version } of versions) contents.push(await verbs.guides.version({ guideId: id, version }));
  }
  for (const { version } of await verbs.guides.codebooks()) contents.push(await verbs.guides.codebook({ version }));
  return contents;
}

/** Whether that version is published already with other content. */
async function isTaken(verbs: Verbs, file: GuideFile): Promise<boolean> {
  const { id, version } = file.kind === "guide" ? file.guide : file.codebook;
  const versions =
    file.kind === "guide"
      ? ((await verbs.guides.list()).find((guide) => guide.id === id)?.versions ?? [])
      : await verbs.guides.codebooks();
  const found = versions.find((one) => one.version === version);
  return found !== undefined && found.digest !== file.digest;
}

/** The file, refused with a fault of its own when its version is published already with other content. */
async function refuseTaken<Checked extends ReadGuideFile>(verbs: Verbs, checked: Checked): Promise<Checked> {
  if (!checked.file || !(await isTaken(verbs, checked.file))) return checked;
  const { version } = checked.file.kind === "guide" ? checked.file.guide : checked.file.codebook;
  const message = `version ${version} is already published with other content`;
  return { ...checked, file: null, faults: [{ line: 1, column: 1, message, remedy: "give it a new version number" }] };
}

export type Outcome = { published: Array<Published>; lines: Array<string> };

/**
 * Checks the files, also against what is published, and publishes all of them, or none when one has a fault: then `lines` holds every
 * fault as `path:line:column: what is wrong – what to write instead`.
 */
export async function publishGuideFiles(verbs: Verbs, paths: ReadonlyArray<string>): Promise<Outcome> {
  const checked: Array<CheckedFile> = [];
  for (const one of await checkGuideFiles(paths, await publishedContents(verbs))) {
    checked.push(await refuseTaken(verbs, one));
  }
  const lines = faultLines(checked);
  const published: Array<Published> = [];
  if (lines.length > 0) return { published, lines };
  for (const { file } of checked) if (file) published.push(await publishFile(verbs, file));
  return { published, lines };
}

/** Checks an uploaded file, also against what is published, and publishes it, or tells its faults. */
export async function publishUploaded(
  verbs: Verbs,
  bytes: Uint8Array,
): Promise<{ published: Published } | { faults: Array<FileFault> }> {
  const judged = await refuseTaken(verbs, judgeGuideFile(openGuideFile(bytes), await publishedContents(verbs)));
  return judged.file ? { published: await publishFile(verbs, judged.file) } : { faults: judged.faults };
}

/**
 * Publishes every file of a folder `<guide>/<version>.yaml`, in the order of their paths, and the letters in its `consent`. Returns what each became; a second time
 * changes nothing. Throws Problem `guide-faults` with all faults when a file has any, before anything is published, and
 * `version-exists` when this installation published such a version with other content.
 */
export async function publishShipped(verbs: Verbs, folder: string): Promise<Array<Published>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const checked = await checkGuideFiles(paths);
  const lines = faultLines(checked);
  if (lines.length > 0) throw new Problem("guide-faults", { lines });
  const published: Array<Published> = [];
  for (const { file } of checked) if (file) published.push(await publishFile(verbs, file));
  const letters = join(folder, "consent");
  if (!existsSync(letters)) return published;
  for (const letter of await publishConsentTexts(verbs, letters)) published.push({ kind: "consent-text", ...letter });
  return published;
}
