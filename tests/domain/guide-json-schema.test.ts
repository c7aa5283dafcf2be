/** The JSON Schemas beside the guides are what the schemas in code make. Write them anew with `WRITE_SCHEMAS=1 npx vitest run <this file>`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonSchemaFiles } from "#app/domain/guide-json-schema.ts";
import { installationRoot } from "#db/open.server.ts";

const folder = join(installationRoot(), "interview-guides");

for (const [name, text] of Object.entries(jsonSchemaFiles())) {
  test(`${name} is up to date`, () => {
    if (process.env.WRITE_SCHEMAS === "1") writeFileSync(join(folder, name), text);
    expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  });
}

test("the JSON Schema knows every key, refuses unknown ones and tells what a key is for", () => {
  const schema = JSON.parse(jsonSchemaFiles()["guide.schema.json"] ?? "") as {
    additionalProperties: boolean;
    required: Array<string>;
    properties: {
      steps: {
        items: { properties: { questions: { items: { properties: Record<string, { description?: string }> } } } };
      };
    };
  };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toContain("perspective");
  const question = schema.properties.steps.items.properties.questions.items.properties;
  expect(Object.keys(question)).toEqual(expect.arrayContaining(["id", "construct", "type", "showIf", "probes", "tip"]));
  expect(question.tip?.description).toContain("interviewer");
});
