/** The small guards of the server: redirects that stay, and log lines without content. */
import { expect, test } from "vitest";
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
