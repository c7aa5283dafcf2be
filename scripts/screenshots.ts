/** Takes the pictures of the README from the built demo: `npm run screenshots`, or `npm run screenshots -- NAME…` for some of them. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { installationRoot } from "#db/open.server.ts";
import { type Application, startApplication } from "#tests/e2e/application.ts";

/** Who looks at what, and what they do there before the picture is taken. */
type Shot = { person: string; path: string; act?: (page: Page) => Promise<void> };
type Size = { width: number; height: number };

/** A README that loads slowly is not read: no picture may be larger, in bytes. */
const largest = 250_000;
const desk: Size = { width: 1280, height: 860 };
const tablet: Size = { width: 1180, height: 820 };
const phone: Size = { width: 360, height: 720 };
const folder = join(installationRoot(), "docs", "pictures");
const scratch = mkdtempSync(join(tmpdir(), "leeroogst-pictures-"));

async function isSaved(page: Page): Promise<void> {
  await page.locator(".saved").getByText("Bewaard").first().waitFor();
}

/** The screens by name, found by what the demo database holds. */
function screens(application: Application) {
  const region = application.row<{ id: string }>("SELECT id FROM region WHERE key = 'region-a'").id;
  const talk = (state: string, perspective: string) =>
    application.row<{ id: string }>(
      "SELECT id FROM interview WHERE region_id = ? AND state = ? AND perspective = ? LIMIT 1",
      region,
      state,
      perspective,
    ).id;
  const withYouth = talk("planned", "youth");
  const coded = application.row<{ interview: string; question: string }>(
    `SELECT p.interview_id AS interview, p.question_id AS question
     FROM passage p JOIN coding c ON c.passage_id = p.id JOIN interview i ON i.id = p.interview_id
     WHERE p.region_id = ? AND p.question_id = 'view-on-exemption' GROUP BY p.interview_id, p.question_id
     ORDER BY count(DISTINCT c.theme) DESC,
       (SELECT count(*) FROM interview other JOIN answer a ON a.interview_id = other.id
        WHERE other.youth_id = i.youth_id AND a.question_id = p.question_id AND a.text_value <> '') DESC,
       sum(length(p.quote)) DESC
     LIMIT 1`,
    region,
  );
  return {
    board: { person: "Lotte", path: `/regions/${region}` },
    interview: {
      person: "Lotte",
      path: `/interviews/${talk("running", "professional")}`,
      async act(page) {
        await page
          .locator("#answer-value")
          .fill("Dat er één begeleider was die bleef. Die kwam elke dinsdag, ook als hij zijn kamer niet uit wilde.");
        await isSaved(page);
      },
    },
    together: {
      person: "Iris",
      path: `/interviews/${withYouth}`,
      async act(page) {
        await page.getByRole("button", { name: "Start gesprek" }).click();
        await page.locator("input[name=value][value=yes]").check({ force: true });
        await page.locator("button[value=next]").click();
        await page.waitForURL(/[?]q=/);
        await page.goto(`${application.address}/interviews/${withYouth}/together?q=own-wish`);
        await page.locator("#answer-value").fill("Leren programmeren, met iemand erbij die het ook kan.");
      },
    },
    coding: {
      person: "Amira",
      path: `/coding/${coded.interview}/${coded.question}`,
      act: (page) => page.keyboard.press("z"),
    },
    report: {
      person: "Lotte",
      path: `/regions/${region}/report`,
      async act(page) {
        const file = await page.request.get(`${page.url()}/region-a-region.html`);
        const path = join(scratch, "report.html");
        writeFileSync(path, await file.body());
        await page.goto(pathToFileURL(path).href);
      },
    },
  } satisfies Record<string, Shot>;
}

/** One screen in light colours, once its letters are there. */
async function look(application: Application, shot: Shot, size: Size): Promise<Buffer> {
  const page = await application.visit(shot.person, { viewport: size, colorScheme: "light", deviceScaleFactor: 1 });
  await page.goto(`${application.address}${shot.path}`, { waitUntil: "networkidle" });
  await shot.act?.(page);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ animations: "disabled" });
  await page.context().close();
  return picture;
}

/** Pictures side by side in one, each with a thin edge. */
async function sideBySide(application: Application, parts: Array<Buffer>): Promise<Buffer> {
  const page = await application.visit(null, { viewport: desk, deviceScaleFactor: 1 });
  const images = parts.map((part) => `<img src="data:image/png;base64,${part.toString("base64")}" alt="">`);
  await page.setContent(
    `<style>
      body { margin: 0 }
      main { display: inline-flex; gap: 40px; padding: 2px }
      img { border-radius: 14px; outline: 1px solid #86797a }
    </style>
    <main>${images.join("")}</main>`,
  );
  const picture = await page.locator("main").screenshot({ omitBackground: true });
  await page.context().close();
  return picture;
}

function keep(name: string, picture: Buffer): void {
  const path = join(folder, `${name}.png`);
  writeFileSync(path, picture);
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > largest) throw new Error(`${name}.png is larger than ${largest / 1000} kB`);
}

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
mkdirSync(folder, { recursive: true });
const application = await startApplication();
try {
  const { board, interview, together, coding, report } = screens(application);
  for (const [name, shot] of Object.entries({ board, interview, coding, report })) {
    if (isWanted(name)) keep(name, await look(application, shot, desk));
  }
  if (isWanted("phone")) {
    const parts: Array<Buffer> = [];
    for (const shot of [board, interview, report]) parts.push(await look(application, shot, phone));
    keep("phone", await sideBySide(application, parts));
  }
  if (isWanted("together")) keep("together", await look(application, together, tablet));
} finally {
  await application.stop();
  rmSync(scratch, { recursive: true, force: true });
}
