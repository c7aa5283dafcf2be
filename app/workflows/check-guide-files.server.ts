/** Checks guide and codebook files as they lie on disk, each also against lower versions given with it or lying beside it. */
import { open, readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type FileFault,
  type GuideFile,
  judgeGuideFile,
  type OpenedGuideFile,
  openGuideFile,
} from "./read-guide-file.server.ts";
import { maximumBytes } from "./yaml-file.server.ts";

/** A file that can be published, or its faults. `path` is as it was given. */
export type CheckedFile =
  | { path: string; file: GuideFile; faults: [] }
  | { path: string; file: null; faults: Array<FileFault> };

/** The first bytes of a file, one more than a guide may have, or null when it cannot be read. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const handle = await open(path, "r");
    try {
      const buffer = Buffer.alloc(maximumBytes + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
      }
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** Whether this is a plain file: opening a named pipe would wait for a writer that never comes. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

const unreadable: OpenedGuideFile = {
  content: undefined,
  yaml: null,
  faults: [{ line: 1, column: 1, message: "the file cannot be read", remedy: "check its path and who may read it" }],
};

async function openPath(path: string): Promise<OpenedGuideFile> {
  const bytes = await bytesOf(path);
  return bytes ? openGuideFile(bytes) : unreadable;
}

/** The YAML files in the folders of these files, but for the files themselves; what stands there unreadable does not count. */
async function contentsBeside(paths: ReadonlyArray<string>): Promise<Array<unknown>> {
  const given = new Set(paths.map((path) => resolve(path)));
  const folders = new Set([...given].map(dirname));
  const contents: Array<unknown> = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
      const path = join(folder, name);
      if (given.has(path) || !(await isFile(path))) continue;
      const { file } = judgeGuideFile(await openPath(path));
      if (file) contents.push(file.kind === "guide" ? file.guide : file.codebook);
    }
  }
  return contents;
}

/**
 * Checks every file by its content, wherever it lies. What a version may not change is judged against lower versions of the same
 * thing among the files, in their folders and in `published`. A file that cannot be read has one fault.
 */
export async function checkGuideFiles(
  paths: ReadonlyArray<string>,
  published: ReadonlyArray<unknown> = [],
): Promise<Array<CheckedFile>> {
  const opened: Array<{ path: string } & OpenedGuideFile> = [];
  for (const path of paths) opened.push({ path, ...(await openPath(path)) });
  const others = [...opened.map(({ content }) => content), ...(await contentsBeside(paths)), ...published];
  return opened.map(({ path, ...file }) => ({ path, ...judgeGuideFile(file, others) }));
}

/** One line for each fault: `path:line:column: what is wrong – what to write instead`. */
export function faultLines(checked: ReadonlyArray<{ path: string; faults: ReadonlyArray<FileFault> }>): Array<string> {
  return checked.flatMap(({ path, faults }) =>
    faults.map(({ line, column, message, remedy }) => `${path}:${line}:${column}: ${message} – ${remedy}`),
  );
}
