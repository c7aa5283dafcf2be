/** Verbs on reports: everything a report is compiled from, and the lead's own texts in it. */
import type { Language } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import { isReportSection, type ReportInput, type ReportPeriod } from "#app/domain/report.ts";
import { read, regionTarget, write } from "../verb.server.ts";
import { regionMaterial } from "./report-material.server.ts";
import {
  currentTexts,
  type SavedSectionText,
  type SaveSectionText,
  type SectionTextRow,
  saveSectionText,
} from "./report-texts.server.ts";

export const reports = {
  /** Everything that the report of a region is compiled from. Interviews outside the period, or not completed, are not read. */
  material: read<{ regionId: string; period: ReportPeriod; language: Language }, ReportInput>({
    action: "report.compile",
    right: "report.compile",
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: regionMaterial,
    subjects: ({ interviews }) => [...new Set(interviews.map((interview) => interview.youthId))],
  }),

  /** The current own texts of a region's report in one language, one for each section that has any. */
  texts: read<{ regionId: string; language: Language }, Array<SectionTextRow>>({
    action: "report.texts",
    right: "report.compile",
    target: (db, { regionId }) => regionTarget(db, regionId),
    run: (db, { regionId, language }) => currentTexts(db, regionId, language),
  }),

  /**
   * Saves an own text as a new revision; see `SavedSectionText` for what happens when somebody else was first.
   * Throws Problem `invalid-input` for an unknown section, `too-large`.
   */
  saveText: write<SaveSectionText, SavedSectionText>({
    action: "report.text",
    right: "report.compile",
    target: (db, { regionId }) => regionTarget(db, regionId),
    async run(db, input, { now, newId, actor }) {
      if (!isReportSection(input.section))
        throw new Problem("invalid-input", { fields: [{ path: "section", code: "required" }] });
      return saveSectionText(db, input, { now, newId, personId: actor.personId });
    },
  }),
};
