/** One line of an import file: what somebody said in answer to one question, with its coded passages. */
import { z } from "zod";
import { longestText } from "./answer.ts";
import { isDay } from "./dates.ts";
import { ageBands, consentScopes, enrolmentStatuses, perspectives, themeIds } from "./guide.ts";
import { idSchema, versionSchema } from "./guide-schemas.ts";

const passageSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  theme: z.enum(themeIds),
  code: idSchema,
});

/** `text` becomes the value of a text question and the note of any other; spans are in UTF-16 code units of `text`. */
export const importLineSchema = z.strictObject({
  id: z.string().min(1).max(200),
  regionKey: idSchema,
  youthKey: z.string().min(1).max(200),
  enrolmentStatus: z.enum(enrolmentStatuses),
  perspective: z.enum(perspectives),
  questionId: idSchema,
  text: z
    .string()
    .max(longestText["long-text"])
    .refine((text) => !/\p{Surrogate}/u.test(text), "holds half of a character"),
  passages: z.array(passageSchema).max(1000),
  guideVersion: versionSchema.optional(),
  conductedOn: z.string().refine(isDay, "must be a day such as 2026-03-02").optional(),
  consents: z.array(z.enum(consentScopes)).optional(),
  ageBand: z.enum(ageBands).optional(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

/** A line of the file with its number (from 1) and the digest of its content. */
export type NumberedLine = { number: number; digest: string; line: ImportLine };

/** What is wrong in a line of the file. */
export type LineFault = { number: number; what: string };

/** What lines of one youth have to agree on, and what lines of one interview. */
const youthFacts = ["enrolmentStatus", "ageBand"] as const;
const interviewFacts = ["guideVersion", "consents"] as const;

/** Lines that form one interview. */
export function interviewKey(line: ImportLine): string {
  return JSON.stringify([line.regionKey, line.youthKey, line.perspective]);
}

/** Lines about one youth. */
export function youthKeyOf(line: ImportLine): string {
  return JSON.stringify([line.regionKey, line.youthKey]);
}

/** Lines that contradict each other: two statuses for one youth, two versions for one interview, one question answered twice. */
export function contradictions(lines: ReadonlyArray<NumberedLine>): Array<LineFault> {
  const faults: Array<LineFault> = [];
  const first = new Map<string, { number: number; value: string }>();
  function agree({ number }: NumberedLine, key: string, value: unknown, what: string): void {
    if (value === undefined) return;
    const text = JSON.stringify(value);
    const known = first.get(key);
    if (!known) first.set(key, { number, value: text });
    else if (known.value !== text) faults.push({ number, what: `${what} differs from line ${known.number}` });
  }
  const answered = new Map<string, number>();
  const ids = new Map<string, NumberedLine>();
  for (const one of lines) {
    const { line, number } = one;
    const known = ids.get(line.id);
    if (known) {
      if (known.digest !== one.digest)
        faults.push({ number, what: `the id stands in line ${known.number} too, with other content` });
      continue;
    }
    ids.set(line.id, one);
    for (const fact of youthFacts) agree(one, `${fact} ${youthKeyOf(line)}`, line[fact], `the youth's ${fact}`);
    for (const fact of interviewFacts)
      agree(one, `${fact} ${interviewKey(line)}`, line[fact], `the interview's ${fact}`);
    const question = `${interviewKey(line)} ${line.questionId}`;
    const before = answered.get(question);
    if (before !== undefined)
      faults.push({ number, what: `line ${before} answers this question of this interview already` });
    else answered.set(question, number);
  }
  return faults;
}
