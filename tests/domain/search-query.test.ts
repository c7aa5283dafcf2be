/** Search queries: what is read from what one types, that nothing typed can steer the index, and which places are marked. */
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, foldWord, hitRanges, parseSearch, searchLimits, toFts5 } from "#app/domain/search-query.ts";

function marked(text: string, query: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of hitRanges(text, parseSearch(query))) {
    result += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return result + text.slice(at);
}

test("words, beginnings and phrases are told apart", () => {
  expect(parseSearch('school thuis* "kleine stap" "eerste sta*"')).toEqual([
    { words: ["school"], prefix: false },
    { words: ["thuis"], prefix: true },
    { words: ["kleine", "stap"], prefix: false },
    { words: ["eerste", "sta"], prefix: true },
  ]);
});

test("glued words are a phrase, curly quotes are quotes, and an open quote runs to the end", () => {
  expect(parseSearch("5-a").map((term) => term.words)).toEqual([["5", "a"]]);
  expect(parseSearch("“kleine stap”").map((term) => term.words)).toEqual([["kleine", "stap"]]);
  expect(parseSearch('rust "thuis op de bank').map((term) => term.words)).toEqual([
    ["rust"],
    ["thuis", "op", "de", "bank"],
  ]);
});

test("a query without letters or digits holds no terms, and a single letter is no beginning", () => {
  expect(parseSearch("  * \" ' ! ")).toEqual([]);
  expect(parseSearch("s*")).toEqual([{ words: ["s"], prefix: false }]);
});

test("a very long query is cut off", () => {
  expect(parseSearch("ab ".repeat(500))).toHaveLength(searchLimits.terms);
});

test("what FTS5 would read as an operator is only a word between quotation marks", () => {
  expect(toFts5(parseSearch("NEAR(a b) OR note:x NOT -y ^z"))).toBe(
    '"NEAR a" AND "b" AND "OR" AND "note x" AND "NOT" AND "y" AND "z"',
  );
  expect(toFts5(parseSearch('thuis* "kleine stap"'))).toBe('"thuis" * AND "kleine stap"');
});

test("accents and case do not matter, in the query or in the text", () => {
  expect(foldWord("Één")).toBe("een");
  expect(marked("Ze kon één ding: tekenen.", "EEN")).toBe("Ze kon [één] ding: tekenen.");
  expect(marked("Het café, e\u0301e\u0301n keer", "cafe één")).toBe("Het [café], [e\u0301e\u0301n] keer");
});

test("beginnings mark the whole word, phrases the whole stretch, and emoji leave the places exact", () => {
  expect(marked("🎮 Thuisonderwijs thuis", "thuis*")).toBe("🎮 [Thuisonderwijs] [thuis]");
  expect(marked("een kleine, eerste stap", '"kleine eerste stap"')).toBe("een [kleine, eerste stap]");
  expect(marked("kleine grote stap", '"kleine stap"')).toBe("kleine grote stap");
});

test("an excerpt starts shortly before the first hit, cuts between words and keeps the marks right", () => {
  const text = `${"woord ".repeat(100)}schat ${"woord ".repeat(100)}`;
  const ranges = hitRanges(text, parseSearch("schat"));
  const cut = excerptOf(text, ranges);
  expect(cut.text.length).toBeLessThanOrEqual(400);
  expect(cut.text.startsWith("woord")).toBe(true);
  expect(cut.text.endsWith("woord")).toBe(true);
  expect(cut.ranges.map(({ start, end }) => cut.text.slice(start, end))).toEqual(["schat"]);
  expect([cut.cutBefore, cut.cutAfter]).toEqual([true, true]);
  expect(excerptOf("kort", [{ start: 0, end: 4 }])).toEqual({
    text: "kort",
    ranges: [{ start: 0, end: 4 }],
    cutBefore: false,
    cutAfter: false,
  });
});

const piece = fc.constantFrom(
  "een",
  "Één",
  "e\u0301en",
  "stap",
  "Stappen",
  "5",
  "a",
  "ß",
  "🎮",
  "x\u0305y",
  "OR",
  "NEAR",
);
const gap = fc.constantFrom(" ", "-", "'", ", ", ". ", "*", '"', "(", "\n");
const pieces = (maxLength: number) =>
  fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength }).map((parts) => parts.flat().join(""));

test("the index finds a text exactly when there is a place to mark for every term, and marks the same places", () => {
  const database = new Sqlite(":memory:");
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
  const add = database.prepare("INSERT INTO texts VALUES (?)");
  const clear = database.prepare("DELETE FROM texts");
  const find = database
    .prepare<[string], string>("SELECT highlight(texts, 0, char(1), char(2)) FROM texts WHERE texts MATCH ?")
    .pluck();
  fc.assert(
    fc.property(pieces(8), pieces(3), (text, query) => {
      const terms = parseSearch(query);
      fc.pre(terms.length > 0);
      clear.run();
      add.run(text);
      const found = find.get(toFts5(terms));
      const everywhere = terms.every((term) => hitRanges(text, [term]).length > 0);
      expect(found !== undefined).toBe(everywhere);
      if (found !== undefined)
        expect(found.replaceAll("\u0001", "[").replaceAll("\u0002", "]")).toBe(marked(text, query));
    }),
    { numRuns: 2000 },
  );
  database.close();
});

test("whatever one types, the index reads it without complaint", () => {
  const database = new Sqlite(":memory:");
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
  const find = database.prepare("SELECT count(*) FROM texts WHERE texts MATCH ?").pluck();
  const rude = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.stringMatching(/^[ "*:^(){}+\-aNOTEAR,\\']{0,40}$/),
  );
  fc.assert(
    fc.property(rude, (query) => {
      const terms = parseSearch(query);
      if (terms.length > 0) expect(find.get(toFts5(terms))).toBe(0);
    }),
    { numRuns: 2000 },
  );
  database.close();
});
