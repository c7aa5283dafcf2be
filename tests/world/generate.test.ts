/** A generated database is one that the store's verbs could have written, and the same seed gives the same. */
import { expect, test } from "vitest";
import { operator } from "#app/domain/actor.ts";
import { compileRegionReport } from "#app/workflows/compile-report.server.ts";
import type { Store } from "#db/store.server.ts";
import { type TestStore, testStore } from "../db/store.ts";
import { fillStore, type Scribe } from "./fill.ts";

const size = { regions: 2, interviews: 4, answers: 100, codings: 20 };

type Rows = Record<string, Array<unknown>>;

/** Every row of every table, in the order of writing. */
function contents({ connections: { handle } }: Store): Rows {
  const names = handle
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'answer_fts%' AND name <> 'migration'",
    )
    .all();
  return Object.fromEntries(
    names.map(({ name }) => [name, handle.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]),
  );
}

/** Tells every story through the verbs, as the people of the region would on their screens. */
function verbScribe({ store, newId }: TestStore): Scribe {
  return {
    async write(story, { youthId, team }) {
      const { perspective, channel } = story;
      const { interviews } = store.as(team.lead);
      const interviewer = store.as(team.interviewer);
      const { id: interviewId } = await store.as(team.lead).regions.plan({
        youthId,
        perspective,
        channel,
        language: "nl",
        respondentId: null,
        interviewerId: team.interviewer.personId,
        conductedOn: "2026-03-02",
      });
      await interviewer.interviews.start({ interviewId });
      for (const said of story.answers)
        await interviewer.answers.save({ opId: newId(), interviewId, baseSequence: 0, ...said });
      await interviewer.interviews.complete({ interviewId });
      for (const coding of story.codings) {
        const sequence = story.answers.findIndex((said) => said.questionId === coding.questionId) + 1;
        await store.as(team.analyst).codings.code({ interviewId, sequence, ...coding });
      }
      if (story.approved) await interviews.approve({ interviewId });
    },
    async done() {},
  };
}

test("rows written in bulk are those that the verbs write, in every table", async () => {
  const [inBulk, byVerbs] = [await testStore(), await testStore()];
  await fillStore(inBulk.store, size, 7);
  await fillStore(byVerbs.store, size, 7, verbScribe(byVerbs));
  const written = contents(inBulk.store);
  expect(written.answer?.length).toBeGreaterThan(100);
  expect(written.coding).toHaveLength(2 * 4 * 20);
  expect(written).toEqual(contents(byVerbs.store));
});

test("the same seed gives the same database and another seed other texts", async () => {
  const stores = [await testStore(), await testStore(), await testStore()] as const;
  await fillStore(stores[0].store, size, 1);
  await fillStore(stores[1].store, size, 1);
  await fillStore(stores[2].store, size, 2);
  expect(contents(stores[0].store)).toEqual(contents(stores[1].store));
  expect(contents(stores[2].store).answer).not.toEqual(contents(stores[0].store).answer);
});

test("quotes are the text they point at, words are found, consent is there and every region's report compiles", async () => {
  const { store } = await testStore();
  const regions = await fillStore(store, { ...size, interviews: 9 }, 3);
  const { handle } = store.connections;
  const passages = handle
    .prepare<[], { start: number; end: number; quote: string; text: string }>(
      `SELECT p."start", p."end", p.quote, CASE p.field WHEN 'note' THEN a.note ELSE a.text_value END AS text
       FROM passage p JOIN answer a ON a.interview_id = p.interview_id AND a.question_id = p.question_id AND a.sequence = p.sequence`,
    )
    .all();
  expect(passages).toHaveLength((handle.prepare("SELECT count(*) FROM passage").pluck().get() as number) ?? 0);
  for (const { start, end, quote, text } of passages) expect(quote).toBe(text.slice(start, end));
  handle.prepare("INSERT INTO answer_fts(answer_fts, rank) VALUES ('integrity-check', 1)").run();
  expect(handle.pragma("foreign_key_check")).toEqual([]);
  const verbs = store.as(operator);
  const [text] = handle
    .prepare<[], string>("SELECT text_value FROM answer WHERE length(text_value) > 200")
    .pluck()
    .all();
  const word = text?.match(/\p{L}{6,}/u)?.[0] ?? "";
  expect((await verbs.search.answers({ query: word })).hits.length).toBeGreaterThan(0);
  for (const { id: regionId } of regions) {
    const asked = { regionId, audience: "case-team", language: "nl", period: { from: null, to: null } } as const;
    const report = await compileRegionReport(verbs, asked, "2026-03-02T13:00:00.000Z");
    expect(report.codings?.length).toBeGreaterThan(100);
    const { youths } = await verbs.regions.board({ regionId });
    expect(youths.flatMap((youth) => youth.interviews).map((interview) => interview.agreed)).toEqual(
      Array(9).fill("yes"),
    );
  }
});
