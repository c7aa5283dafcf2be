/** Rows of what may tell who somebody is: how much of it is found in the labelled sentences, and how much else is taken for it. */
import { personalKinds } from "#app/domain/personal-data.ts";
import { personalDataCorpus } from "#tests/world/personal-data-corpus.ts";
import { detectionFigures } from "#tests/world/personal-data-figures.ts";
import type { Bench } from "./databases.ts";
import type { Line } from "./measure.ts";

/** What has a format has to be found whole; a date of birth and a name are a guess, for which no target was set. */
const guessed = new Set(["birth-date", "name"]);

export async function detection(_bench: Bench): Promise<Array<Line>> {
  const corpus = personalDataCorpus();
  const harmless = corpus.filter(({ expected }) => expected.length === 0).length;
  return personalKinds.flatMap((kind): Array<Line> => {
    const { recall, precision, expected } = detectionFigures(kind, corpus);
    const line = (share: number, what: string, least: number): Line => ({
      row: "detection",
      what,
      unit: "share",
      figure: { p50: share, p95: null, samples: expected },
      limit: null,
      target: guessed.has(kind) ? null : { of: "p50", least },
    });
    return [
      line(recall, `${kind}: found of what is there, in ${corpus.length} sentences`, 1),
      line(precision, `${kind}: right of what was found, ${harmless} sentences hold nothing`, 0.95),
    ];
  });
}
