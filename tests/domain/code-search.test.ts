/** Two letters find a code; recent codes stand first, once each, at most nine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CodeEntry,
  type CodeKey,
  codeKey,
  recentLimit,
  searchCodes,
  withRecent,
} from "#app/domain/code-search.ts";
import type { ThemeId } from "#app/domain/guide.ts";

function entry(theme: ThemeId, code: string, nl: string, en: string, explanation = "Uitleg."): CodeEntry {
  const both = { nl: explanation, en: explanation };
  return { theme, code, name: { nl, en }, definition: both, use: both, notUse: both, sensitive: false, retired: false };
}

const entries = [
  entry("development-present", "interest", "Leren vanuit eigen interesse", "Interest-driven learning"),
  entry("development-present", "self-image", "Zelfvertrouwen en zelfbeeld", "Self-confidence"),
  entry("what-helped", "recognition", "Erkenning van ontwikkeling", "Development recognised"),
  entry(
    "more-possible",
    "certificate",
    "Certificaat of diploma",
    "Certificate",
    "Een erkend bewijs van wat iemand kan.",
  ),
  entry("barriers", "not-recognised", "Ontwikkeling niet erkend", "Development not recognised"),
  entry("barriers", "cafe", "Café en creatieve plek", "Café"),
];
const found = (query: string, language: "nl" | "en" = "nl") =>
  searchCodes(entries, query, language).map((match) => match.entry.code);

test("two letters put names that begin with them first, then words that do", () => {
  expect(found("er")).toEqual(["recognition", "not-recognised", "interest", "self-image", "certificate"]);
  expect(found("on")[0]).toBe("not-recognised");
});

test("initials, other words, the other language and the explanation find a code as well", () => {
  expect(found("le")[0]).toBe("interest");
  expect(found("zz")).toEqual([]);
  expect(found("ez")).toContain("self-image");
  expect(found("confid")).toEqual(["self-image"]);
  expect(found("erken")).toEqual(["recognition", "not-recognised", "certificate"]);
  expect(found("niet ontw")).toEqual(["not-recognised"]);
});

test("case and accents do not matter and the hits are the letters of the name", () => {
  const [match] = searchCodes(entries, "CAFE", "nl");
  expect(match?.entry.code).toBe("cafe");
  expect(match?.hits).toEqual([{ start: 0, end: 4 }]);
});

test("an empty query finds all in codebook order and nonsense finds nothing", () => {
  expect(found("  ")).toEqual(entries.map(({ code }) => code));
  expect(found("qqxx")).toEqual([]);
});

test("a retired code is never found", () => {
  const retired = entries.map((one) => ({ ...one, retired: one.code === "recognition" }));
  expect(searchCodes(retired, "er", "nl").map((match) => match.entry.code)).not.toContain("recognition");
  expect(searchCodes(retired, "", "nl")).toHaveLength(entries.length - 1);
});

test("the first two letters of any word of a name find its code, and hits lie inside the name", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...entries),
      fc.constantFrom("nl" as const, "en" as const),
      fc.nat(9),
      (one, language, pick) => {
        const names = one.name[language].match(/\p{L}{2,}/gu) ?? [];
        const letters = (names[pick % names.length] ?? "").slice(0, 2);
        const matches = searchCodes(entries, letters, language);
        expect(matches.map(({ entry }) => codeKey(entry))).toContain(codeKey(one));
        for (const { entry, hits } of matches) {
          for (const hit of hits) expect(hit.end).toBeLessThanOrEqual(entry.name[language].length);
        }
      },
    ),
  );
});

test("a code just used is number 1, stands once, and the list never grows beyond nine", () => {
  const keyArb = fc.record({
    theme: fc.constantFrom<ThemeId>("barriers", "what-helped"),
    code: fc.constantFrom(..."abcdefghij"),
  });
  fc.assert(
    fc.property(fc.array(keyArb, { maxLength: 40 }), (used) => {
      const recent = used.reduce<Array<CodeKey>>(withRecent, []);
      const last = used.at(-1);
      if (last) expect(recent[0]).toEqual(last);
      expect(new Set(recent.map(codeKey)).size).toBe(recent.length);
      expect(recent.length).toBe(Math.min(recentLimit, new Set(used.map(codeKey)).size));
    }),
  );
});
