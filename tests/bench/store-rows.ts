/** Rows of the store's own verbs, with their audit line, beside the same question put to raw SQLite. */
import type Sqlite from "better-sqlite3";
import type { Actor } from "#app/domain/actor.ts";
import type { ThemeId } from "#app/domain/guide.ts";
import { chainOf } from "#tests/world/stories.ts";
import type { Bench } from "./databases.ts";
import { figureOf, type Line, timed } from "./measure.ts";
import { newAnalyst, personIn } from "./people.ts";

export async function theme(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 10 : 200;
  const largest = await bench.withRaw("region", async (db) =>
    db
      .prepare<[], { theme: ThemeId; passages: number }>(
        "SELECT theme, count(DISTINCT passage_id) AS passages FROM coding GROUP BY theme ORDER BY passages DESC LIMIT 1",
      )
      .get(),
  );
  if (!largest) throw new Error("nothing is coded");
  const { times, regionId } = await bench.withStore("region", async (store) => {
    const analyst = await personIn(store, "analyst");
    const verbs = store.as(analyst);
    const asked = { theme: largest.theme, regionId: analyst.regionId };
    return {
      regionId: analyst.regionId,
      times: await timed(count, async () => {
        const { passages } = await verbs.retrieval.passagesOf(asked);
        if (passages.length !== 50) throw new Error(`${passages.length} passages instead of 50`);
      }),
    };
  });
  const limit = await bench.withRaw("region", async (db) => {
    const raw = db.prepare(
      `SELECT p.id, p.quote, p."start", p."end", a.text_value, a.note, i.perspective, i.guide_id, y.label, c.theme, c.code, c.memo
       FROM (SELECT DISTINCT passage_id FROM coding WHERE region_id = ? AND theme = ? ORDER BY passage_id LIMIT 51) AS found
       JOIN passage p ON p.id = found.passage_id
       JOIN coding c ON c.passage_id = p.id
       JOIN answer a ON a.interview_id = p.interview_id AND a.question_id = p.question_id
       JOIN interview i ON i.id = p.interview_id
       JOIN youth y ON y.id = i.youth_id`,
    );
    return timed(count, () => raw.all(regionId, largest.theme));
  });
  return [
    {
      row: "theme",
      what: `the first 50 of ${largest.passages.toLocaleString("en")} passages of a theme, in their context`,
      unit: "ms",
      figure: figureOf(times),
      limit: { what: "one prepared query of the same rows", figure: figureOf(limit) },
      target: { of: "p50", most: 10 },
    },
  ];
}

/** Queries of each kind, made from what the index holds; `query` for the search field, `match` the same for the raw index. */
function queriesIn(db: Sqlite.Database): Record<string, Array<{ query: string; match: string }>> {
  const random = chainOf(11);
  db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'answer_fts', 'row')");
  const terms = db
    .prepare<[], { term: string; doc: number }>(
      "SELECT term, doc FROM temp.vocabulary WHERE length(term) >= 3 AND term NOT GLOB '*[0-9]*' ORDER BY doc DESC, term",
    )
    .all();
  const common = terms.slice(0, 20).map(({ term }) => term);
  const rare = terms.slice(-20).map(({ term }) => term);
  const stems = terms
    .filter(({ term }) => term.length >= 7)
    .slice(0, 20)
    .map(({ term }) => term.slice(0, 4));
  const texts = db
    .prepare<[], string>("SELECT text_value FROM answer WHERE length(text_value) > 200 LIMIT 2000")
    .pluck()
    .all();
  const phrases = Array.from({ length: 20 }, () => {
    const words = texts[Math.floor(random() * texts.length)]?.match(/[\p{L}\p{N}]+/gu) ?? [];
    const from = Math.floor(random() * (words.length - 3));
    return `"${words.slice(from, from + 3).join(" ")}"`;
  });
  const same = (text: string) => ({ query: text, match: text.startsWith('"') ? text : `"${text}"` });
  return {
    "a common word": common.map(same),
    "a rare word": rare.map(same),
    "the beginning of a word": stems.map((stem) => ({ query: `${stem}*`, match: `"${stem}"*` })),
    "a phrase of three words": phrases.map(same),
    "two common words": common.map((term, index) => {
      const other = common[(index + 7) % common.length];
      return { query: `${term} ${other}`, match: `"${term}" "${other}"` };
    }),
  };
}

export async function search(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 20 : 200;
  const { kinds, answers } = await bench.withRaw("archive", async (db) => ({
    kinds: queriesIn(db),
    answers: Number(db.prepare("SELECT count(*) FROM answer").pluck().get()),
  }));
  const limits = await bench.withRaw("archive", async (db) => {
    const raw = db.prepare(
      `SELECT a.interview_id, a.question_id, a.text_value, a.note FROM answer_fts f JOIN answer a ON a.row_id = f.rowid
       WHERE answer_fts MATCH ? ORDER BY f.rowid DESC LIMIT 51`,
    );
    const found = new Map<string, Array<number>>();
    for (const [kind, queries] of Object.entries(kinds)) {
      found.set(kind, await timed(count, (index) => raw.all(queries[index % queries.length]?.match)));
    }
    return found;
  });
  return bench.withStore("archive", async (store) => {
    const lines: Array<Line> = [];
    const everywhere = await newAnalyst(store, "everywhere");
    const inRegion = await personIn(store, "analyst");
    const all = answers.toLocaleString("en");
    async function measure(what: string, actor: Actor, queries: Array<{ query: string }>, limit: Array<number>) {
      const verbs = store.as(actor);
      let hits = 0;
      const times = await timed(count, async (index) => {
        hits += (await verbs.search.answers({ query: queries[index % queries.length]?.query ?? "" })).hits.length;
      });
      if (hits === 0) throw new Error(`nothing was found for ${what}`);
      lines.push({
        row: "search",
        what: `${all} answers for ${what}`,
        unit: "ms",
        figure: figureOf(times),
        limit: { what: "raw FTS5 and the texts of 51 rows", figure: figureOf(limit) },
        target: { of: "p95", most: 50 },
      });
    }
    for (const [kind, queries] of Object.entries(kinds)) {
      await measure(kind, everywhere, queries, limits.get(kind) ?? []);
    }
    const mixed = Object.values(kinds).flat();
    await measure("any of these, of which one region is within reach", inRegion, mixed, [...limits.values()].flat());
    return lines;
  });
}
