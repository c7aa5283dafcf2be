/** JSON Schemas made from the schemas that check the files, so that editors complete and check the YAML while one types. */
import { z } from "zod";
import { codebookSchema } from "./codebook-schemas.ts";
import { guideSchema } from "./guide-schemas.ts";

/** What an editor shows beside a key. */
const descriptions: Record<string, string> = {
  schemaVersion: "Version of this file format: 1.",
  id: "Lower-case words joined by hyphens. An id means one thing for ever.",
  version: "Three numbers such as 1.0.0. A published version never changes.",
  perspective: "Who speaks in this conversation.",
  locale: "The language in which the file was first written.",
  register: "How the speaker is addressed in Dutch: u or je.",
  languageLevel: "Level of the language, such as B1 or A2.",
  estimatedMinutes: "How long the whole conversation takes.",
  miProcess: "Part of the conversation: engage, focus, evoke or plan.",
  minutes: "How long this step takes.",
  goal: "What this step is for; only the interviewer sees it.",
  script: "Words that the interviewer may say at the start of the step.",
  construct: "What is asked about, shared by questions of several guides.",
  required: "True when the question must be answered, declined or marked as not discussed.",
  retired: "True for what is no longer used. It is never deleted.",
  consentScope: "The question writes the consent record: participate, list or agenda.",
  accountability: "Accountability: A1 what is needed, A2 what can be done now, A3 what is needed for the rest.",
  precision: "month for a date without a day.",
  showIf: "Conditions on the youth or on earlier answers.",
  probes: "Follow-up questions; only the interviewer sees them.",
  tip: "A hint for the interviewer, who is addressed as je in Dutch.",
  themes: "In a guide: a hint for the coder. In the codebook: the four themes.",
  sensitive: "True for what touches health or family circumstances.",
  use: "When to use the code.",
  notUse: "When not to use it, and which code instead.",
};

function build(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    reused: "inline",
    override: ({ jsonSchema }) => {
      for (const [key, member] of Object.entries(jsonSchema.properties ?? {})) {
        const description = descriptions[key];
        if (description && typeof member === "object") member.description = description;
      }
    },
  });
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`;
}

/** File name in interview-guides/ -> its whole text. */
export function jsonSchemaFiles(): Record<string, string> {
  return {
    "guide.schema.json": build(guideSchema, "Leeroogst interview guide"),
    "codebook.schema.json": build(codebookSchema, "Leeroogst codebook"),
  };
}
