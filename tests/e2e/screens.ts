/** Every screen, in both languages and both colour schemes, wide and narrow: axe finds nothing and nothing scrolls sideways. */
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Application } from "./application.ts";

type Screens = { person: string | null; paths: Array<string> };

/** The screens of each person, by what the demo database holds. */
export function screensOf(application: Application): Array<Screens> {
  const { id: region } = application.row<{ id: string }>("SELECT id FROM region WHERE key = 'region-a'");
  const { id: empty } = application.row<{ id: string }>("SELECT id FROM region WHERE key = 'region-e'");
  const interview = (state: string) =>
    application.row<{ id: string }>(
      "SELECT id FROM interview WHERE state = ? AND region_id = ? ORDER BY created_at LIMIT 1",
      state,
      region,
    )?.id;
  const { youth } = application.row<{ youth: string }>(
    "SELECT youth_id AS youth FROM interview WHERE state = 'planned' AND region_id = ?",
    region,
  );
  const { person } = application.row<{ person: string }>("SELECT id AS person FROM user WHERE name = 'Amira'");
  const flagged = application.row<{ interview: string; question: string }>(
    "SELECT interview_id AS interview, question_id AS question FROM passage WHERE flag IS NOT NULL LIMIT 1",
  );
  const conflict = application.row<{ id: string } | undefined>(
    "SELECT interview_id AS id FROM answer WHERE conflict_sequence IS NOT NULL LIMIT 1",
  );
  const releases = ["IS NULL", "IS NOT NULL"].map((taken) =>
    application.row<{ id: string }>(`SELECT id FROM release WHERE taken_back_at ${taken} LIMIT 1`),
  );
  const completed = interview("completed");
  return [
    { person: null, paths: ["/sign-in"] },
    { person: "Lotte", paths: ["/account", "/account/acts"] },
    {
      person: "Lotte",
      paths: [
        "/",
        `/regions/${region}`,
        `/regions/${region}/youths/new`,
        `/youths/${youth}`,
        `/youths/${youth}/plan`,
        ...["planned", "running", "paused", "stopped", "refused", "discarded", "withdrawn"]
          .map(interview)
          .filter((id) => id !== undefined)
          .map((id) => `/interviews/${id}`),
        `/interviews/${interview("running")}/together`,
        `/interviews/${interview("running")}/stop`,
        `/interviews/${completed}/read-back`,
        `/interviews/${completed}/withdraw`,
        `/interviews/${interview("withdrawn")}/receipt`,
        "/admin/erasures",
        `/interviews/${completed}/looks`,
        `/interviews/${completed}?q=development-seen`,
        `/interviews/${completed}/history/development-seen`,
        `/interviews/${completed}/print`,
        ...(conflict ? [`/interviews/${conflict.id}/conflict/development-seen`] : []),
        "/search",
        `/regions/${region}/report`,
        "/reports",
        ...releases.map(({ id }) => `/reports/${id}`),
        `/regions/${region}/report/release`,
        "/admin/terms",
      ],
    },
    {
      person: "Amira",
      paths: [
        "/coding",
        `/coding/${completed}/development-seen`,
        `/coding/${flagged.interview}/${flagged.question}`,
        "/themes",
        "/themes?theme=what-helped",
      ],
    },
    { person: "Fenna", paths: [`/regions/${empty}`, `/regions/${empty}/report`] },
    {
      person: "Edda",
      paths: [
        "/",
        "/guides",
        "/guides/guide-parent/1.1.0",
        "/guides/guide-parent/compare?from=1.0.0&to=1.1.0",
        "/guides/guide-youth/1.0.0/print",
        "/codebook/1.0.0",
        "/consent-texts/youth/1.0.0",
        "/reports",
        "/nowhere",
      ],
    },
    {
      person: "Bram",
      paths: [
        "/",
        "/admin/people",
        `/admin/people/${person}`,
        "/admin/regions",
        `/admin/regions/${region}`,
        "/admin/phases",
        "/admin/settings",
        "/admin/audit",
        "/admin/erasures",
        "/admin/terms",
      ],
    },
  ];
}

/** Adds to the findings what axe says about a page, and whether it scrolls sideways. No page holds a frame from elsewhere, so axe needs no page of its own. */
export async function check(page: Page, where: string, findings: Array<string>): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  for (const { id, nodes } of violations)
    findings.push(`${where}: ${id}: ${nodes[0]?.target.join(" ")} (${nodes.length})`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) findings.push(`${where}: scrolls ${sideways} px sideways`);
}

/** How many screens are looked at side by side. */
const lanes = 2;

export async function everyScreen(application: Application): Promise<void> {
  const findings: Array<string> = [];
  const rounds = screensOf(application).flatMap(({ person, paths }) =>
    [1280, 360].map((width) => ({ person, paths, width })),
  );
  async function lookAround(): Promise<void> {
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
      const { person, paths, width } = round;
      const page = await application.visit(person, { viewport: { width, height: 800 } });
      for (const language of ["nl", "en"]) {
        await page.context().addCookies([{ name: "language", value: language, url: application.address }]);
        for (const path of paths) {
          await page.goto(`${application.address}${path}`);
          const shown = await page.locator("html").getAttribute("lang");
          assert.equal(shown, language, `${path} is in ${shown}`);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await check(page, `${path} ${language} ${width} ${colorScheme}`, findings);
          }
        }
      }
      await page.context().close();
    }
  }
  await Promise.all(Array.from({ length: lanes }, lookAround));
  assert.deepEqual(findings.sort(), []);
}
