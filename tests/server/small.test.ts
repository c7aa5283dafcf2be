/** The small guards of the server: redirects that stay, guesses that are slowed down, and log lines without content. */
import { expect, test } from "vitest";
import { countAttempts } from "#app/auth/attempts.server.ts";
import { readCookie } from "#app/server/cookies.server.ts";
import { faultPlace, loggedPath } from "#app/server/log.server.ts";
import { ownPath } from "#app/server/own-path.server.ts";

test("a redirect never leads to another site", () => {
  const foreign = [
    "https://a.example",
    "//a.example",
    "/\\a.example",
    "/\t/a.example",
    "javascript:alert(1)",
    "a",
    "",
    null,
    4,
  ];
  for (const path of foreign) expect(ownPath(path), String(path)).toBe("/");
  expect(ownPath("/coding?region=1")).toBe("/coding?region=1");
  expect(ownPath("/../admin")).toBe("/admin");
});

test("an account waits a quarter of an hour after ten failures, whatever the spelling of its address", () => {
  let now = 0;
  const attempts = countAttempts(() => now);
  for (let count = 0; count < 10; count += 1) {
    expect(attempts.mayTry("wies@example.org", `10.0.0.${count}`)).toBe(true);
    attempts.failed(" Wies@example.org", `10.0.0.${count}`);
  }
  expect(attempts.mayTry("wies@example.org", "10.0.0.99")).toBe(false);
  expect(attempts.mayTry("jan@example.org", "10.0.0.99")).toBe(true);
  now = 15 * 60_000;
  expect(attempts.mayTry("wies@example.org", "10.0.0.99")).toBe(true);
});

test("a success clears the account's failures; an address that tries many accounts waits a minute", () => {
  let now = 0;
  const attempts = countAttempts(() => now);
  for (let count = 0; count < 9; count += 1) attempts.failed("wies@example.org", "10.0.0.1");
  attempts.succeeded("WIES@example.org");
  for (let count = 0; count < 9; count += 1) attempts.failed("wies@example.org", "10.0.0.2");
  expect(attempts.mayTry("wies@example.org", "10.0.0.3")).toBe(true);
  for (let count = 0; count < 30; count += 1) attempts.failed(`person${count}@example.org`, "10.0.0.4");
  expect(attempts.mayTry("jan@example.org", "10.0.0.4")).toBe(false);
  now = 60_000;
  expect(attempts.mayTry("jan@example.org", "10.0.0.4")).toBe(true);
});

test("a logged path keeps ids and our own words only", () => {
  const id = "0193e5a0-0000-7000-8000-000000000001";
  expect(loggedPath(`/interviews/${id}/together?step=2`)).toBe(`/interviews/${id}/together`);
  expect(loggedPath("/welcome/abc.data")).toBe("/welcome/*");
  expect(loggedPath("/zoek/%22mijn%20zoon%22")).toBe("/zoek/*");
  expect(loggedPath("/a\r\nb")).toBe("/*");
});

test("where a fault happened is told without its message", () => {
  const place = faultPlace(new TypeError("what a mother said\nat school, over two lines"));
  expect(place).toMatch(/^TypeError at /);
  expect(place).not.toMatch(/mother|school/);
  expect(faultPlace("what a mother said")).toBe("string");
});

test("a cookie is read whole, and a broken one is none", () => {
  expect(readCookie("a=1; leeroogst=x%3D=y; b=2", "leeroogst")).toBe("x==y");
  expect(readCookie("leeroogst=%E0%A4%A", "leeroogst")).toBeNull();
  expect(readCookie("xleeroogst=1", "leeroogst")).toBeNull();
  expect(readCookie(null, "leeroogst")).toBeNull();
});
