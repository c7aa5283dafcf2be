/** All tables. */
export * from "./audit.ts";
export * from "./codings.ts";
export * from "./guides.ts";
export * from "./interviews.ts";
export * from "./people.ts";
export * from "./regions.ts";
export * from "./reports.ts";
