/** Makes unexpected console noise fail the test that made it; a test that expects some says so with `expectConsole`. */
import { afterEach, beforeEach, expect } from "vitest";

type Level = "error" | "warn";
const noise: Array<string> = [];
const expected: Array<RegExp> = [];
const original = { error: console.error, warn: console.warn };

/** Announces that the running test will write a matching line to console.error or console.warn. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}

function listen(level: Level): void {
  console[level] = (...parts: Array<unknown>) => {
    const line = parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(" ");
    if (!expected.some((pattern) => pattern.test(line))) noise.push(`console.${level}: ${line}`);
  };
}

beforeEach(() => {
  noise.length = 0;
  expected.length = 0;
  listen("error");
  listen("warn");
});

afterEach(() => {
  console.error = original.error;
  console.warn = original.warn;
  expect(noise, "unexpected console noise").toEqual([]);
});
