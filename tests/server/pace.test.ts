/** Searches and files in a row: who fetches much at once waits, and says so to the browser. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { keepPace } from "#app/server/pace.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

test("whatever the pauses, nobody gets more than the first sixty and thirty a minute, and a wait that is obeyed is enough", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 100, maxLength: 300 }), (pauses) => {
      let now = 0;
      const pace = keepPace(() => now);
      let got = 0;
      for (const pause of pauses) {
        now += pause;
        const wait = pace("search", "iris");
        if (wait === 0) got += 1;
        expect(got).toBeLessThanOrEqual(60 + (now / 60_000) * 30);
        if (wait === 0) continue;
        now += wait * 1000;
        expect(pace("search", "iris")).toBe(0);
        got += 1;
      }
    }),
  );
});

test("each person and each kind is counted apart", () => {
  const pace = keepPace(() => 0);
  while (pace("file", "els") === 0);
  expect([pace("file", "els"), pace("search", "els"), pace("file", "iris")]).toEqual([6, 0, 0]);
});

test("searching and fetching files very often gets status 429 with when to come back, and only for that person", async () => {
  const world = await testStore();
  const region = await world.region("achter-de-dijk");
  const els = await world.person("Els", ["lead", region]);
  const lot = await world.person("Lot", ["lead", region]);
  const app = await testApp(world);
  const file = `/regions/${region}/report/achter-de-dijk-region.md`;
  const times = async (count: number, ask: () => Promise<Response>) => {
    const answers: Array<Response> = [];
    for (let one = 0; one < count; one += 1) answers.push(await ask());
    return answers;
  };
  const files = await times(60, () => app.get(file, { as: els }));
  const searches = await times(110, () => app.post("/search", { query: "paard" }, { as: els }));
  for (const [answers, free] of [
    [files, 40],
    [searches, 60],
  ] as const) {
    expect(answers.slice(0, free).every(({ status }) => status === 200)).toBe(true);
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(0);
    for (const { headers } of slowed) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(await searches.find(({ status }) => status === 429)?.text()).toContain("Wacht even");
  expect((await app.get(file, { as: lot })).status).toBe(200);
  expect((await app.post("/search", { query: "paard" }, { as: lot })).status).toBe(200);
});
