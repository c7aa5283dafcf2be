/** Whatever coders do and however the answer changes meanwhile: undoing and redoing never leaves a passage that lies about its text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { validSpan } from "#app/domain/passage.ts";
import { Problem } from "#app/domain/problem.ts";
import { codingWorld } from "./coding-world.ts";

const questionId = "development-seen";
const codes = [
  { theme: "development-present", code: "formal-learning" },
  { theme: "barriers", code: "funding" },
] as const;
const sentences = ["Hij leest.", "Ja.", "Zij bouwt 🎮.", "Ja."];

type Step =
  | { kind: "code"; who: number; from: number; to: number; which: number }
  | { kind: "recode"; who: number; at: number; which: number }
  | { kind: "move"; who: number; at: number; from: number; to: number }
  | { kind: "remove"; who: number; at: number; whole: boolean }
  | { kind: "undo"; who: number }
  | { kind: "redo"; who: number }
  | { kind: "write"; parts: Array<string> };

const act: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("code" as const), who: fc.nat(1), from: fc.nat(3), to: fc.nat(3), which: fc.nat(1) }),
  fc.record({ kind: fc.constant("recode" as const), who: fc.nat(1), at: fc.nat(5), which: fc.nat(1) }),
  fc.record({ kind: fc.constant("move" as const), who: fc.nat(1), at: fc.nat(5), from: fc.nat(3), to: fc.nat(3) }),
  fc.record({ kind: fc.constant("remove" as const), who: fc.nat(1), at: fc.nat(5), whole: fc.boolean() }),
  fc.record({ kind: fc.constant("undo" as const), who: fc.nat(1) }),
  fc.record({ kind: fc.constant("redo" as const), who: fc.nat(1) }),
  fc.record({ kind: fc.constant("write" as const), parts: fc.array(fc.constantFrom(...sentences), { maxLength: 5 }) }),
);

test("after any acts of two coders and any edits every passage holds its exact text or is flagged, and no code stands twice", {
  timeout: 120_000,
}, async () => {
  const world = await codingWorld();
  const { regionId } = world;
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: sentences.join(" ") } });
  const lead = await world.person("Lea Leider", ["lead", regionId]);
  const coders = [world.as(world.analyst).codings, world.as(lead).codings] as const;
  const read = () => coders[0].answer({ interviewId, questionId });

  async function carryOut(step: Step): Promise<void> {
    if (step.kind === "write") {
      await world.say(interviewId, questionId, { value: step.parts.join(" ") });
      return;
    }
    const coder = coders[step.who === 0 ? 0 : 1];
    const { text, sequence, passages } = await read();
    const span = (from: number, to: number) => {
      const starts = [...text.matchAll(/\S[^.]*\./g)];
      const first = starts[Math.min(from, to) % Math.max(1, starts.length)];
      const last = starts[Math.max(from, to) % Math.max(1, starts.length)];
      return { sequence, start: first?.index ?? 0, end: last ? last.index + last[0].length : 0 };
    };
    const passage = "at" in step ? passages[step.at % Math.max(1, passages.length)] : undefined;
    const chosen = codes["which" in step && step.which === 1 ? 1 : 0];
    if (step.kind === "code") {
      await coder.code({ interviewId, questionId, field: "value", ...span(step.from, step.to), ...chosen });
    } else if (step.kind === "undo") await coder.undo({ regionId });
    else if (step.kind === "redo") await coder.redo({ regionId });
    else if (!passage) return;
    else if (step.kind === "move") await coder.move({ passageId: passage.id, ...span(step.from, step.to) });
    else if (step.kind === "recode") await coder.edit({ codingId: passage.codings[0]?.id ?? "", ...chosen });
    else await coder.remove(step.whole ? { passageId: passage.id } : { codingId: passage.codings[0]?.id ?? "" });
  }

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (steps) => {
      for (const step of steps) {
        await carryOut(step).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        });
        const { text, sequence, passages } = await read();
        for (const passage of passages) {
          expect(passage.codings.length).toBeGreaterThan(0);
          const keys = passage.codings.map((one) => `${one.theme} ${one.code} ${one.coder.id}`);
          expect(new Set(keys).size).toBe(keys.length);
          if (passage.flag !== null) continue;
          expect(passage.sequence).toBe(sequence);
          expect(validSpan(text, passage.start, passage.end)).toBe(true);
          expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
        }
        const standing = passages.filter((one) => one.flag === null).map((one) => `${one.start}-${one.end}`);
        expect(new Set(standing).size).toBe(standing.length);
      }
    }),
    { numRuns: 30 },
  );
});

test("undo and redo put no code on words that carry an open warning by then, and the step stays until somebody looked", async () => {
  const world = await codingWorld();
  const { regionId } = world;
  const harmless = "Hij telt 12345678 stappen. Hij leest graag.";
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: harmless } });
  const coder = world.as(world.analyst).codings;
  const read = () => coder.answer({ interviewId, questionId });
  const key = { interviewId, questionId, field: "value" as const };
  const spanOf = async (quote: string) => {
    const { text, sequence } = await read();
    const start = text.indexOf(quote);
    return { sequence, start, end: start + quote.length };
  };
  const quotes = async () => (await read()).passages.map(({ quote, codings }) => `${quote} ${codings.length}`);
  const refused = { code: "warning-open", details: { ids: [interviewId, questionId] } };
  const write = (value: string) => world.say(interviewId, questionId, { value });
  const warned = harmless.replace("12345678", "06-12345678");

  const { passageId } = await coder.code({ ...key, ...(await spanOf("12345678 stappen")), ...codes[0] });
  await coder.remove({ passageId });
  await write(warned);
  await expect(coder.undo({ regionId })).rejects.toMatchObject(refused);
  expect((await coder.history({ regionId })).undo?.kind).toBe("remove");
  expect(await quotes()).toEqual([]);
  await write(harmless);
  await coder.undo({ regionId });
  expect(await quotes()).toEqual(["12345678 stappen 1"]);

  await coder.undo({ regionId });
  expect(await quotes()).toEqual([]);
  await write(warned);
  await expect(coder.redo({ regionId })).rejects.toMatchObject(refused);
  expect((await coder.history({ regionId })).redo?.kind).toBe("code");
  await write(harmless);
  await coder.redo({ regionId });

  const moved = (await read()).passages[0]?.id ?? "";
  await coder.move({ passageId: moved, ...(await spanOf("leest graag")) });
  await write(warned);
  await expect(coder.undo({ regionId })).rejects.toMatchObject(refused);
  expect(await quotes()).toEqual(["leest graag 1"]);
  await coder.clearWarning({ ...key, ...(await spanOf("06-12345678")) });
  expect((await coder.undo({ regionId })).applied).toBe(true);
  expect(await quotes()).toEqual(["12345678 stappen 1"]);
});
