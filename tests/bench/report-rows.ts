/** Rows of reports: reading and compiling one region and all of them, and the codings as a file. */
import { stringify } from "csv-stringify/sync";
import { operator } from "#app/domain/actor.ts";
import { compileReport } from "#app/domain/report-compile.ts";
import { compileRegionReport } from "#app/workflows/compile-report.server.ts";
import { renderReport } from "#exports/render.server.ts";
import type { Bench, DatabaseName } from "./databases.ts";
import { figureOf, type Line, median, timed } from "./measure.ts";
import { personIn } from "./people.ts";

const period = { from: null, to: null };
const now = "2026-03-02T13:00:00.000Z";

/** Reads the same rows as a report does with three prepared queries, of one region or of all. */
async function rawReading(bench: Bench, name: DatabaseName, count: number, regionId: string | null) {
  return bench.withRaw(name, async (db) => {
    const where = `i.state IN ('completed', 'approved')${regionId === null ? "" : " AND i.region_id = ?"}`;
    const queries = [
      `SELECT i.id, i.youth_id, i.state, i.perspective, i.guide_id, i.guide_version, i.conducted_on FROM interview i WHERE ${where}`,
      `SELECT c.interview_id, c.question_id, c.scope, c.value, c.sequence FROM consent c JOIN interview i ON i.id = c.interview_id WHERE ${where}`,
      `SELECT c.id, i.region_id, p.interview_id, p.id AS passage_id, p.question_id, p.field, p."start", p."end", p.quote, p.flag, c.theme,
         c.code, c.memo, c.for_report, c.coder_id
       FROM coding c JOIN passage p ON p.id = c.passage_id JOIN interview i ON i.id = p.interview_id WHERE ${where}`,
    ].map((text) => db.prepare(text));
    const values = regionId === null ? [] : [regionId];
    return timed(count, () => queries.map((query) => query.all(...values)));
  });
}

export async function csv(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 5 : 40;
  return bench.withStore("codings", async (store) => {
    const lead = await personIn(store, "lead");
    const verbs = store.as(lead);
    const asked = { regionId: lead.regionId, audience: "case-team", language: "nl", period } as const;
    const { codings = [] } = await compileRegionReport(verbs, asked, now);
    const times = await timed(count, async () =>
      renderReport(await compileRegionReport(verbs, asked, new Date().toISOString()), "csv"),
    );
    const limit = await timed(count, () => Buffer.from(stringify([...codings], { header: true })));
    return [
      {
        row: "csv",
        what: `read, compile and write ${codings.length.toLocaleString("en")} codings of a region`,
        unit: "ms",
        figure: figureOf(times),
        limit: { what: "csv-stringify of the finished rows", figure: figureOf(limit) },
        target: { of: "p50", most: 150 },
      },
    ];
  });
}

export async function region(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 10 : 200;
  const { times, regionId } = await bench.withStore("network", async (store) => {
    const lead = await personIn(store, "lead", "region-002");
    const asked = { regionId: lead.regionId, audience: "case-team", language: "nl", period } as const;
    const verbs = store.as(lead);
    return { regionId: lead.regionId, times: await timed(count, () => compileRegionReport(verbs, asked, now)) };
  });
  return [
    {
      row: "region",
      what: "one region's report from 15 interviews, read and compiled",
      unit: "ms",
      figure: figureOf(times),
      limit: {
        what: "the same rows read by prepared queries",
        figure: figureOf(await rawReading(bench, "network", count, regionId)),
      },
      target: { of: "p50", most: 50 },
    },
  ];
}

/** Milliseconds to read and compile the reports of all regions, one after the other, and how much there was. */
async function allRegions(bench: Bench, name: DatabaseName, count: number) {
  return bench.withStore(name, async (store) => {
    const verbs = store.as(operator);
    const all = await verbs.regions.mine();
    let [interviews, codings] = [0, 0];
    const times = await timed(count, async () => {
      [interviews, codings] = [0, 0];
      for (const { id } of all) {
        const material = await verbs.reports.material({ regionId: id, period, language: "nl" });
        compileReport(material, "case-team", now);
        interviews += material.interviews.length;
        codings += material.codings.length;
      }
    });
    const about = [`${all.length} regions`, `${interviews.toLocaleString("en")} interviews`];
    return { times, about: [...about, `${codings.toLocaleString("en")} codings`].join(", ") };
  });
}

export async function regions(bench: Bench): Promise<Array<Line>> {
  const counts = bench.quick ? ([2, 1] as const) : ([10, 5] as const);
  const network = await allRegions(bench, "network", counts[0]);
  const tenfold = await allRegions(bench, "tenfold", counts[1]);
  const what = "the same rows read by prepared queries";
  const growth = median(tenfold.times) / median(network.times);
  return [
    {
      row: "regions",
      what: `every region's report: ${network.about}`,
      unit: "ms",
      figure: figureOf(network.times),
      limit: { what, figure: figureOf(await rawReading(bench, "network", counts[0], null)) },
      target: { of: "p50", most: 3000 },
    },
    {
      row: "regions",
      what: `ten times as much: ${tenfold.about}`,
      unit: "ms",
      figure: figureOf(tenfold.times),
      limit: { what, figure: figureOf(await rawReading(bench, "tenfold", counts[1], null)) },
      target: null,
    },
    {
      row: "regions",
      what: "how many times as long ten times as much takes",
      unit: "times",
      figure: { p50: growth, p95: null, samples: 1 },
      limit: null,
      target: { of: "p50", most: 11.5 },
    },
  ];
}
