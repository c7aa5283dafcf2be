/** The page about the guide format cannot drift: its example is a guide without fault, and it names every key. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codebookSchema, codeSchema, themeSchema } from "#app/domain/codebook-schemas.ts";
import { answerTypes, conditionOperators } from "#app/domain/guide.ts";
import { guideSchema, questionSchema, stepSchema } from "#app/domain/guide-schemas.ts";
import { readGuideFile } from "#app/workflows/read-guide-file.server.ts";
import { installationRoot } from "#db/open.server.ts";

const page = readFileSync(join(installationRoot(), "interview-guides/README.md"), "utf8");

test("the example of the format is a complete guide", () => {
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const read = readGuideFile(new TextEncoder().encode(example));
  expect(read.faults).toEqual([]);
  expect(read.file?.kind).toBe("guide");
});

test("the page names every key, type and operator", () => {
  const keys = [guideSchema, stepSchema, questionSchema, codebookSchema, themeSchema, codeSchema].flatMap((schema) =>
    Object.keys(schema.shape),
  );
  for (const word of [...keys, ...answerTypes, ...conditionOperators]) expect(page, word).toContain(`\`${word}`);
});
