/** The guides, the codebook and the invented answers that come with the product, read from their files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { codebookSchema } from "#app/domain/codebook-schemas.ts";
import { ageBands, enrolmentStatuses, type Guide, type Perspective, perspectives } from "#app/domain/guide.ts";
import { guideSchema, versionSchema } from "#app/domain/guide-schemas.ts";

const shipped = join(import.meta.dirname, "../../interview-guides");
const world = join(import.meta.dirname, "../world");

export type ShippedFile = { path: string; folder: string; version: string; text: string };

/** The versions of one guide or of the codebook, as text. */
export function filesOf(folder: string): Array<ShippedFile> {
  return readdirSync(join(shipped, folder)).map((name) => ({
    path: `${folder}/${name}`,
    folder,
    version: name.replace(/\.yaml$/, ""),
    text: readFileSync(join(shipped, folder, name), "utf8"),
  }));
}

export const guideFiles = perspectives.flatMap(filesOf);
export const codebookFiles = filesOf("codebook");
/** The one document in a file; throws when there are more. */
export function contentOf(file: ShippedFile): unknown {
  const [document, ...more] = parseAllDocuments(file.text);
  if (!document || more.length > 0) throw new Error(`${file.path} is not one document`);
  return document.toJS();
}

export const guides = guideFiles.map((file) => guideSchema.parse(contentOf(file)));
export const codebooks = codebookFiles.map((file) => codebookSchema.parse(contentOf(file)));

/** One guide version; throws when it does not ship. */
export function guideOf(perspective: Perspective, version: string): Guide {
  const guide = guides.find((candidate) => candidate.perspective === perspective && candidate.version === version);
  if (!guide) throw new Error(`no guide ${perspective} ${version}`);
  return guide;
}

const answerLineSchema = z.strictObject({
  id: z.string().min(1),
  regionKey: z.string().min(1),
  youthKey: z.string().min(1),
  enrolmentStatus: z.enum(enrolmentStatuses),
  ageBand: z.enum(ageBands).optional(),
  perspective: z.enum(perspectives),
  questionId: z.string(),
  guideVersion: versionSchema.optional(),
  conductedOn: z.iso.date().optional(),
  text: z.string().min(1),
  passages: z.array(z.strictObject({ start: z.int().min(0), end: z.int(), theme: z.string(), code: z.string() })),
});
export type AnswerLine = z.infer<typeof answerLineSchema>;

function linesOf(name: string): Array<AnswerLine> {
  const lines = readFileSync(join(world, name), "utf8").trimEnd().split("\n");
  return lines.map((line) => answerLineSchema.parse(JSON.parse(line)));
}

export const samples = linesOf("sample-answers.jsonl");
export const extras = linesOf("extra-answers.jsonl");
export const allLines = [...samples, ...extras];
