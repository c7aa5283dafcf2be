/** Invents interviews of any number from a seed: the sentences of the invented answers, put together anew, with their codings. */
import type { Answer } from "#app/domain/answer.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import {
  type AgeBand,
  ageBands,
  type ConsentScope,
  type EnrolmentStatus,
  findQuestion,
  type Guide,
  type Perspective,
  perspectives,
  type Question,
  questionsOf,
  type ThemeId,
  themeIds,
} from "#app/domain/guide.ts";
import type { ImportLine } from "#app/domain/import-line.ts";
import { type Channel, channels } from "#app/domain/interview.ts";
import { sentences } from "#app/domain/segments.ts";
import { visibleQuestions } from "#app/domain/visibility.ts";

/** How much of each. `answers` is the most per interview beside the consent questions; required questions are always answered. */
export type Size = { regions: number; interviews: number; answers: number; codings: number };

export type YouthStory = { enrolmentStatus: EnrolmentStatus; ageBand: AgeBand; workingSince: string };
export type SaidAnswer = { questionId: string; answer: Answer };
export type CodingStory = {
  questionId: string;
  field: "value" | "note";
  start: number;
  end: number;
  theme: ThemeId;
  code: string;
  forReport: boolean;
};
export type InterviewStory = {
  perspective: Perspective;
  guide: Guide;
  channel: Channel;
  /** In the order in which they were given, consent first. */
  answers: Array<SaidAnswer>;
  codings: Array<CodingStory>;
  approved: boolean;
};

/** A chain of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
export function chainOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Coded = { start: number; end: number; theme: ThemeId; code: string };
/** Sentences that belong together because a passage runs over them, with the passages in them. */
type Block = { text: string; passages: Array<Coded> };

function blocksOf({ text, passages }: ImportLine): Array<Block> {
  const spans: Array<{ start: number; end: number }> = [];
  for (const sentence of sentences(text)) {
    const last = spans.at(-1);
    if (last && passages.some((one) => one.start < sentence.start && one.end > sentence.start)) last.end = sentence.end;
    else spans.push({ ...sentence });
  }
  return spans.map(({ start, end }) => ({
    text: text.slice(start, end),
    passages: passages
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
  }));
}

function pick<Item>(items: ReadonlyArray<Item>, random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Some different items, in a random order. */
function pickSome<Item>(items: ReadonlyArray<Item>, count: number, random: () => number): Array<Item> {
  const left = [...items];
  const picked: Array<Item> = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return picked;
}

type Told = { text: string; passages: Array<Coded>; blocks: Array<{ start: number; end: number }> };

function joined(blocks: ReadonlyArray<Block>): Told {
  const told: Told = { text: "", passages: [], blocks: [] };
  for (const block of blocks) {
    const from = told.text === "" ? 0 : told.text.length + 1;
    told.text = told.text === "" ? block.text : `${told.text} ${block.text}`;
    told.blocks.push({ start: from, end: told.text.length });
    for (const one of block.passages) told.passages.push({ ...one, start: one.start + from, end: one.end + from });
  }
  return told;
}

/** Makes stories out of the invented answers, for the newest guide of each perspective and one codebook. */
export function storyteller(
  lines: ReadonlyArray<ImportLine>,
  guides: Readonly<Record<Perspective, Guide>>,
  codebook: Codebook,
  seed: number,
) {
  const random = chainOf(seed);
  const pools = new Map<string, Array<Block>>();

  /** What was told about a question, and by the same speakers about its themes. */
  function poolOf(perspective: Perspective, question: Question): Array<Block> {
    const key = `${perspective} ${question.id}`;
    let pool = pools.get(key);
    if (!pool) {
      const spoken = lines.filter((line) => line.perspective === perspective);
      const own = spoken.filter((line) => line.questionId === question.id);
      const near = spoken.filter((line) => {
        const themes = findQuestion(guides[perspective], line.questionId)?.themes ?? [];
        return question.themes.length === 0 || themes.some((theme) => question.themes.includes(theme));
      });
      const distinct = new Map([...own, ...near].flatMap(blocksOf).map((block) => [block.text, block]));
      pool = [...distinct.values()];
      pools.set(key, pool);
    }
    return pool;
  }

  function said(perspective: Perspective, question: Question): { answer: Answer; told: Told; field: "value" | "note" } {
    const nothing: Told = { text: "", passages: [], blocks: [] };
    const options = (question.options ?? []).filter((option) => !option.retired).map((option) => option.value);
    const answered = (value: Answer["value"]) => {
      const told = random() < 0.2 ? joined(pickSome(poolOf(perspective, question), 1, random)) : nothing;
      return { answer: { state: "answered" as const, value, note: told.text }, told, field: "note" as const };
    };
    switch (question.type) {
      case "long-text":
      case "short-text": {
        if (!question.required && random() < 0.05) {
          return { answer: { state: "not-discussed", value: null, note: "" }, told: nothing, field: "value" };
        }
        const blocks = question.type === "short-text" ? 1 : 2 + Math.floor(random() * 4);
        const told = joined(pickSome(poolOf(perspective, question), blocks, random));
        return { answer: { state: "answered", value: told.text, note: "" }, told, field: "value" };
      }
      case "single-choice":
        return answered(pick(options, random));
      case "multi-choice": {
        const chosen = pickSome(options, 1 + Math.floor(random() * 3), random);
        return answered(options.filter((option) => chosen.includes(option)));
      }
      case "scale-1-10":
        return answered(1 + Math.floor(random() * 10));
      case "date":
        return answered(question.precision === "month" ? "2026-03" : "2026-03-16");
      case "yes-no":
        return answered(random() < 0.7 ? "yes" : "no");
    }
  }

  function consentAnswer(question: Question): Answer {
    const value = () => {
      if (question.consentScope !== "list") return "yes";
      const without: Array<ConsentScope> = [];
      if (random() < 0.05) without.push("learn-region", "learn-other-regions", "quote");
      else if (random() < 0.1) without.push("quote");
      if (random() < 0.7) without.push("recontact");
      if (random() < 0.8) without.push("audio");
      return (question.options ?? [])
        .map((option) => option.value)
        .filter((one) => !without.includes(one as ConsentScope));
    };
    return { state: "answered", value: value(), note: "" };
  }

  /** Codes are told unequally often, as in life: the first of a theme most, the last of it now and then. */
  function someCode(themes: ReadonlyArray<ThemeId>): { theme: ThemeId; code: string } {
    const theme = pick(themes.length === 0 ? themeIds : themes, random);
    const codes = codebook.themes.find((one) => one.id === theme)?.codes ?? [];
    return { theme, code: codes[Math.floor(random() ** 2 * codes.length)]?.id ?? "" };
  }

  type Place = { questionId: string; field: "value" | "note"; question: Question; told: Told };

  /** Exactly so many codings where there is text to code: those that were invented with the sentences, then more on the same sentences. */
  function codingsOf(places: ReadonlyArray<Place>, wanted: number): Array<CodingStory> {
    const found: Array<CodingStory & { order: number }> = [];
    const taken = new Set<string>();
    const add = (
      order: number,
      place: Place,
      span: { start: number; end: number },
      key: Pick<Coded, "theme" | "code">,
    ) => {
      const { start, end } = span;
      const once = `${order} ${start} ${end} ${key.theme} ${key.code}`;
      if (taken.has(once)) return;
      taken.add(once);
      const { questionId, field } = place;
      const { theme, code } = key;
      found.push({ order, questionId, field, start, end, theme, code, forReport: random() < 0.1 });
    };
    places.forEach((place, order) => {
      for (const one of place.told.passages) add(order, place, one, one);
    });
    const kept = found.length > wanted ? pickSome(found, wanted, random) : found;
    for (let attempt = 0; places.length > 0 && kept.length < wanted && attempt < wanted * 20; attempt += 1) {
      const order = Math.floor(random() * places.length);
      const place = places[order] as Place;
      add(order, place, pick(place.told.blocks, random), someCode(place.question.themes));
    }
    return kept
      .sort((a, b) => a.order - b.order || a.start - b.start || a.end - b.end)
      .map(({ order: _, ...coding }) => coding);
  }

  return {
    youth(): YouthStory {
      return {
        enrolmentStatus: random() < 0.75 ? "exemption-5a" : "absolute-absence",
        ageBand: pick(ageBands, random),
        workingSince: `2024-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`,
      };
    },

    /** One completed interview about this youth; parent, youth and professional take turns by `index`. */
    interview(youth: YouthStory, index: number, size: Pick<Size, "answers" | "codings">): InterviewStory {
      const perspective = perspectives[index % perspectives.length] ?? "parent";
      const guide = guides[perspective];
      const held = new Map<string, Answer>();
      const answers: Array<SaidAnswer> = [];
      const places: Array<Place> = [];
      let spoken = 0;
      for (const { question } of questionsOf(guide)) {
        if (!visibleQuestions(guide, { youth, answers: held }).has(question.id)) continue;
        if (question.consentScope) {
          const answer = consentAnswer(question);
          held.set(question.id, answer);
          answers.push({ questionId: question.id, answer });
          continue;
        }
        if (spoken >= size.answers && !question.required) continue;
        const { answer, told, field } = said(perspective, question);
        spoken += 1;
        held.set(question.id, answer);
        answers.push({ questionId: question.id, answer });
        if (told.text !== "") places.push({ questionId: question.id, field, question, told });
      }
      return {
        perspective,
        guide,
        channel: pick(channels, random),
        answers,
        codings: codingsOf(places, size.codings),
        approved: random() < 0.7,
      };
    },
  };
}
