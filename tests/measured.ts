/** Keeps what a program measured in the README beside it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installationRoot } from "#db/open.server.ts";

/** Puts a text between the two marks of `tests/<folder>/README.md`. */
export function writeMeasured(folder: string, text: string): void {
  const path = join(installationRoot(), "tests", folder, "README.md");
  const [begin, end] = ["<!-- measured -->", "<!-- /measured -->"];
  const [before = "", rest = ""] = readFileSync(path, "utf8").split(begin);
  writeFileSync(path, `${before}${begin}\n\n${text}\n\n${end}${rest.split(end)[1] ?? ""}`);
}
