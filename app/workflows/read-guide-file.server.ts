/** Reads the bytes of a guide or codebook file: the thing itself with its digest, or every fault with line and column. */
import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/canonical.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import { codebookFaults } from "#app/domain/codebook-faults.ts";
import { codebookSchema } from "#app/domain/codebook-schemas.ts";
import { isObject } from "#app/domain/fault.ts";
import type { Guide } from "#app/domain/guide.ts";
import { guideFaults } from "#app/domain/guide-faults.ts";
import { guideSchema } from "#app/domain/guide-schemas.ts";
import { type FileFault, readYamlFile, type YamlFile } from "./yaml-file.server.ts";

export type { FileFault } from "./yaml-file.server.ts";

export type GuideFile =
  | { kind: "guide"; guide: Guide; digest: string }
  | { kind: "codebook"; codebook: Codebook; digest: string };

export type ReadGuideFile = { file: GuideFile; faults: [] } | { file: null; faults: Array<FileFault> };

/** A file whose YAML was read, its content not judged yet; `content` is undefined when even that failed. */
export type OpenedGuideFile = { content: unknown; yaml: YamlFile | null; faults: Array<FileFault> };

/** SHA-256 in lower-case hex over the canonical JSON of parsed content: comments and layout do not count. */
export function guideDigest(content: Guide | Codebook): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

/** Most faults of one file that are told; nobody reads further, and a hostile file could have a hundred thousand. */
const mostFaults = 1000;

/** The content of a file as data, not judged yet. Never throws for any bytes. */
export function openGuideFile(bytes: Uint8Array): OpenedGuideFile {
  const yaml = readYamlFile(bytes);
  return "content" in yaml
    ? { content: yaml.content, yaml, faults: yaml.faults }
    : { content: undefined, yaml: null, faults: yaml.faults };
}

/** Judges an opened file; lower versions of the same thing among `others` are what changes are judged against. */
export function judgeGuideFile(opened: OpenedGuideFile, others: ReadonlyArray<unknown> = []): ReadGuideFile {
  const { content, yaml } = opened;
  if (!yaml) return { file: null, faults: opened.faults };
  const kind = kindOf(content);
  if (kind === null) {
    const fault = {
      ...yaml.place({ path: [], message: "", remedy: "" }),
      message: "this is neither a guide nor a codebook",
      remedy: "write a guide with perspective: and steps:, or a codebook with themes:",
    };
    return { file: null, faults: inOrder([...opened.faults, fault]) };
  }
  const found = kind === "guide" ? guideFaults(content, others) : codebookFaults(content, others);
  const faults = inOrder([...opened.faults, ...found.slice(0, mostFaults + 1).map(yaml.place)]);
  if (faults.length > 0) return { file: null, faults };
  if (kind === "guide") {
    const guide = guideSchema.parse(content);
    return { file: { kind, guide, digest: guideDigest(guide) }, faults: [] };
  }
  const codebook = codebookSchema.parse(content);
  return { file: { kind, codebook, digest: guideDigest(codebook) }, faults: [] };
}

/** Opens and judges the bytes of a file in one go. Never throws for any bytes. */
export function readGuideFile(bytes: Uint8Array, others: ReadonlyArray<unknown> = []): ReadGuideFile {
  return judgeGuideFile(openGuideFile(bytes), others);
}

function kindOf(content: unknown): GuideFile["kind"] | null {
  if (!isObject(content)) return null;
  if ("steps" in content || "perspective" in content) return "guide";
  return "themes" in content || "facets" in content ? "codebook" : null;
}

/** Sorted by place, each said once; after the first thousand one line says that there are more. */
function inOrder(faults: ReadonlyArray<FileFault>): Array<FileFault> {
  const said = new Set<string>();
  const told = [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((fault) => {
      const key = `${fault.line}:${fault.column}:${fault.message}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    });
  const over = told[mostFaults];
  if (!over) return told;
  const { line, column } = over;
  const more = {
    line,
    column,
    message: "there are more faults than are told here",
    remedy: "repair those above first",
  };
  return [...told.slice(0, mostFaults), more];
}
