/** The verbs of the store, grouped by aggregate. */
export { accessCopies } from "./access-copies.server.ts";
export { own } from "./account.server.ts";
export { answers } from "./answers.server.ts";
export { auditLog } from "./audit.server.ts";
export { codings } from "./codings.server.ts";
export { consentTexts } from "./consent-texts.server.ts";
export { erasures } from "./erasures.server.ts";
export { families } from "./families.server.ts";
export { guides } from "./guides.server.ts";
export { imports } from "./imports.server.ts";
export { interviews } from "./interviews.server.ts";
export { people } from "./people.server.ts";
export { regions } from "./regions.server.ts";
export { reports } from "./reports.server.ts";
export { retrieval } from "./retrieval.server.ts";
export { search } from "./search.server.ts";
export { settings } from "./settings.server.ts";
