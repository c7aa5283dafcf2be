/** Reading guide and codebook files: what is right passes, every fault has its place and remedy, hostile files are one clear line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGuideFile } from "#app/workflows/read-guide-file.server.ts";
import { installationRoot } from "#db/open.server.ts";

const root = join(installationRoot(), "interview-guides");
const shipped = ["parent", "youth", "professional", "codebook"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
);
const parent = readFileSync(join(root, "parent/1.0.0.yaml"), "utf8");
const codebook = readFileSync(join(root, "codebook/1.0.0.yaml"), "utf8");

function faultsOf(text: string | Uint8Array, others: Array<unknown> = []): Array<string> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readGuideFile(bytes, others).faults.map(
    ({ line, column, message, remedy }) => `${line}:${column}: ${message} – ${remedy}`,
  );
}

/** The text with one replacement that must hit, and the line of its end. */
function changed(text: string, from: string | RegExp, to: string): { text: string; line: number } {
  const at = text.search(from instanceof RegExp ? from : new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  expect(at, `${from} is in the text`).toBeGreaterThan(-1);
  return { text: text.replace(from, to), line: text.slice(0, at).split("\n").length };
}

test("every shipped guide and codebook is without fault", () => {
  for (const path of shipped) expect(faultsOf(readFileSync(path)), path).toEqual([]);
  expect(shipped.length).toBeGreaterThanOrEqual(5);
});

test("a codebook and a guide are told apart by content", () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  expect(readGuideFile(encode(parent)).file?.kind).toBe("guide");
  expect(readGuideFile(encode(codebook)).file?.kind).toBe("codebook");
  expect(faultsOf("a: 1\n")).toEqual([
    "1:1: this is neither a guide nor a codebook – write a guide with perspective: and steps:, or a codebook with themes:",
  ]);
});

test("the digest does not depend on comments, layout and the order of keys, but does on every word", () => {
  const digest = (text: string) => readGuideFile(new TextEncoder().encode(text)).file?.digest;
  const plain = digest(parent);
  expect(plain).toMatch(/^[0-9a-f]{64}$/);
  expect(digest(`# another comment\n\n${parent.replaceAll("\n", "\r\n")}`)).toBe(plain);
  expect(digest(`\ufeff${parent}`)).toBe(plain);
  expect(digest(parent.replace("locale: nl\nregister: u", "register: u\nlocale: nl"))).toBe(plain);
  expect(digest(parent.replace("Waar twijfelt u over?", "Waar twijfelt u aan?"))).not.toBe(plain);
});

test("an unknown key names its thing, its place and the key that was meant", () => {
  const { text, line } = changed(parent, "        probes:\n", "        probs: []\n        probes:\n");
  expect(faultsOf(text)).toEqual([`${line}:9: question "consent-participate": unknown key "probs" – write probes`]);
});

test("a missing and an empty translation say which language of what", () => {
  const missing = changed(parent, /\n {10}en: "Do you agree[^\n]*/, "");
  expect(faultsOf(missing.text)).toEqual([
    `${missing.line - 1}:9: question "consent-participate": the English translation of text is missing – add en: "…"`,
  ]);
  const empty = changed(parent, '{nl: "Kennismaken", en: "Getting acquainted"}', '{nl: "Kennismaken", en: ""}');
  expect(faultsOf(empty.text)).toEqual([
    `${empty.line}:36: step "getting-acquainted": the English translation of title is empty – write the text`,
  ]);
});

test("a duplicate id is a fault per kind: a step and a question may share one", () => {
  const twice = changed(parent, "- id: child-wish", "- id: child-portrait");
  const faults = faultsOf(twice.text);
  expect(faults).toContain(
    `${twice.line}:13: duplicate id: question "child-portrait" is there twice – give this question another id`,
  );
  expect(faultsOf(parent)).toEqual([]);
  expect(parent).toMatch(/^ {2}- id: road-so-far$/m);
  expect(parent).toMatch(/^ {6}- id: road-so-far$/m);
});

test("conditions that point forward, nowhere, or compare with what never is, are faults", () => {
  const where = "ref: youth.enrolmentStatus, op: eq, value: exemption-5a";
  const said = (condition: string) =>
    faultsOf(changed(parent, where, condition).text).map((line) => line.replace(/^\d+:\d+: /, ""));
  expect(said("ref: answers.barriers-experienced, op: answered")[0]).toMatch(
    /^question "view-on-exemption": showIf points forward to question "barriers-experienced" – /,
  );
  expect(said("ref: answers.child-portrat, op: answered")).toEqual([
    'question "view-on-exemption": showIf points nowhere: there is no question "child-portrat" – write answers.child-portrait',
  ]);
  expect(said("ref: answers.view-on-exemption, op: answered")[0]).toContain("points at the question itself");
  expect(said("ref: youth.enrolmentStatus, op: eq, value: enrolled")).toEqual([
    'question "view-on-exemption": showIf compares the enrolment status with a value it never has – write exemption-5a or absolute-absence',
  ]);
  expect(said("ref: youth.ageBand, op: gte, value: 12-15")[0]).toContain("showIf cannot use gte on the age band");
  expect(said("ref: answers.road-so-far, op: eq, value: x")[0]).toContain('cannot use eq on question "road-so-far"');
  expect(said("ref: answers.consent-participate, op: answered, value: 'yes'")[0]).toContain("answered takes no value");
  expect(said("ref: youth.ageBand, op: in, value: 12-15")[0]).toContain("a list such as [5-11, 12-15]");
  expect(said("ref: youth.gender, op: eq, value: x")[0]).toContain(
    "write youth.enrolmentStatus, youth.ageBand or answers.<question id>",
  );
});

test("every fault of a file is found in one run, in the order of the file", () => {
  let { text } = changed(parent, "miProcess: engage", "miProcess: engag");
  text = changed(text, "construct: portrait", "construct: Portrait").text;
  text = changed(text, "- id: child-wish", "- id: child-portrait").text;
  text = changed(text, "op: eq, value: absolute-absence", "op: eq, value: absent").text;
  text = changed(text, "type: scale-1-10", "type: scale-1-10\n        precision: month").text;
  text = changed(text, "minutes: 8", "minutes: nine").text;
  const faults = faultsOf(text);
  expect(faults.map((line) => line.replace(/^\d+:\d+: /, "").split(" – ")[0])).toEqual([
    'step "opening": miProcess is "engag"',
    'step "opening": minutes is "nine", not a number',
    'question "child-portrait": construct is "Portrait"',
    'question "view-on-not-enrolled": showIf compares the enrolment status with a value it never has',
    'duplicate id: question "child-portrait" is there twice',
    expect.stringContaining("precision does not belong to the type scale-1-10"),
  ]);
  expect(faults.every((line) => / – \S/.test(line))).toBe(true);
});

test("options belong to choices, a scale to a scale, and consent to its own types", () => {
  const noOptions = changed(parent, "        type: long-text", "        type: single-choice").text;
  expect(faultsOf(noOptions)[0]).toContain('question "child-portrait": options are missing');
  const superfluous = changed(
    parent,
    "        type: multi-choice\n        required: false",
    "        type: long-text\n        required: false",
  ).text;
  expect(faultsOf(superfluous)[0]).toContain("options does not belong to the type long-text");
  const scopes = changed(parent, "value: audio", "value: adio").text;
  expect(faultsOf(scopes)[0]).toContain("write audio");
  const consent = changed(parent, "        consentScope: participate\n", "").text;
  expect(faultsOf(consent).join("\n")).toContain("no question asks whether the speaker takes part");
  expect(faultsOf(changed(parent, "type: yes-no", "type: long-text").text).join("\n")).toContain("write type: yes-no");
});

test("against lower versions: a type under the same id, a deleted question, option and code", () => {
  const older: unknown = readGuideFile(new TextEncoder().encode(parent)).file;
  const content = (older as { guide: unknown }).guide;
  const next = parent.replace("version: 1.0.0", "version: 1.0.1");
  expect(faultsOf(next, [content])).toEqual([]);
  const typed = changed(next, /(id: child-portrait\n.*\n\s+type: )long-text/, "$1short-text");
  expect(faultsOf(typed.text, [content])).toEqual([
    `${typed.line + 2}:15: question "child-portrait": type changed under the same id, from long-text in version 1.0.0 to short-text – write type: long-text again, or retire this question and give the new one another id`,
  ]);
  expect(faultsOf(typed.text)).toEqual([]);
  expect(faultsOf(typed.text.replace("version: 1.0.1", "version: 0.9.0"), [content])).toEqual([]);
  const renamed = changed(next, "- id: child-wish", "- id: childs-wish").text;
  expect(faultsOf(renamed, [content]).join("\n")).toContain(
    'question "child-wish" of version 1.0.0 was deleted – put it back and add retired: true',
  );
  const option = changed(next, /\n +- \{value: online,[^\n]*/, "").text;
  expect(faultsOf(option, [content]).join("\n")).toContain(
    'question "development-places": option "online" of version 1.0.0 was deleted',
  );
  const codes = readGuideFile(new TextEncoder().encode(codebook)).file as { codebook: unknown };
  const lost = codebook
    .replace("version: 1.0.0", "version: 1.1.0")
    .replace("- id: self-discovered-route", "- id: self-found-route");
  expect(faultsOf(lost, [codes.codebook]).join("\n")).toContain(
    'theme "development-present": code "self-discovered-route" of version 1.0.0 was deleted',
  );
});

test("faults of a codebook name theme, code and facet", () => {
  const say = (from: string | RegExp, to: string) => faultsOf(changed(codebook, from, to).text).join("\n");
  expect(say("- id: self-discovered-route", "- id: interest-driven-learning")).toContain(
    'duplicate id: code "interest-driven-learning"',
  );
  expect(say("  - id: what-helped", "  - id: barriers")).toMatch(
    /duplicate id: theme "barriers"[\s\S]*theme "what-helped" is missing|theme "what-helped" is missing[\s\S]*duplicate id: theme "barriers"/,
  );
  expect(say("order: 1", "order: 2")).toContain('theme "development-present": the order is 2 – write order: 1');
  expect(say("values: [child, ", "values: [child, child, ")).toContain('facet "level": "child" is there twice');
  expect(say(/ {8}use:\n {10}nl: [^\n]*\n {10}en: [^\n]*\n/, "")).toContain(
    'code "interest-driven-learning": use is missing',
  );
});

const many = 100_000;
const hostile: Record<string, [string | Uint8Array, RegExp]> = {
  empty: ["", /^1:1: the file is empty – /],
  "only comments": ["# nothing\n\n", /^\d+:1: the file is empty – /],
  binary: [new Uint8Array(4096).map((_, index) => (index * 37) % 256), /^1:1: the file is not plain text in UTF-8 – /],
  "UTF-16": [new Uint8Array(Buffer.from("\ufeffid: guide", "utf16le")), /not plain text in UTF-8/],
  "broken UTF-8 further on": [
    new Uint8Array([...Buffer.from("a: 1\nb: "), 0xff, 0xfe]),
    /^2:4: the file is not plain text/,
  ],
  "a control character": ["a: 1\nb: \u0002\n", /^2:4: the file is not plain text/],
  oversized: ["a".repeat(256 * 1024 + 1), /^1:1: the file is larger than 256 kB – /],
  "lists 100,000 deep": ["[".repeat(many), /^1:41: the content is nested deeper than 40 levels – /],
  "closed lists 100,000 deep": ["[".repeat(many) + "]".repeat(many), /nested deeper/],
  "objects 50,000 deep": ["{a: ".repeat(50_000), /nested deeper/],
  "block lists 100,000 deep": ["- ".repeat(many), /nested deeper/],
  "complex keys 100,000 deep": ["? ".repeat(many), /nested deeper/],
  "keys in lists 50,000 deep": ["- a: ".repeat(40_000), /nested deeper/],
  "700 levels by indentation": [
    Array.from({ length: 700 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    /nested deeper/,
  ],
  "an alias bomb": ["a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", /^1:4: anchors \(&\) are not used here – /],
  "an alias": ["a: *b\n", /^1:4: aliases \(\*\) are not used here – /],
  "80,000 anchors": ["&a ".repeat(80_000), /^1:1: anchors/],
  "a tag": ["a: !!js/function 'x'\n", /^1:4: tags \(!\) are not used here – /],
  "a directive": ["%YAML 1.1\n---\na: 1\n", /^1:1: directives/],
  "several documents": ["id: a\n---\nid: b\n", /^2:1: the file holds several documents – /],
  "20,000 documents": ["a: 1\n---\n".repeat(20_000), /several documents/],
  "a second document behind an end mark": ["a: 1\n...\nb: 2\n", /several documents/],
  tabs: [
    "id: a\nsteps:\n\t- id: b\n\t- id: c\n",
    /^3:1: not readable as YAML: Tabs are not allowed as indentation – indent with spaces/,
  ],
  "100,000 quotation marks": ['"'.repeat(200_000), /more than 20000 texts/],
  "18,000 quotation marks": ['"'.repeat(36_000), /not readable as YAML/],
  "100,000 colons": [": ".repeat(many), /nested deeper|not readable/],
  "an open quotation mark": ['id: "a\n', /not readable as YAML/],
  "a key as list": ["? [a, b]\n: 1\nsteps: []\nperspective: parent", /a key is not a plain word/],
  "only a text": ["hello", /neither a guide nor a codebook/],
  "a list": ["- a\n- b\n", /neither a guide nor a codebook/],
  "lines ended by CR alone": ["# a guide\rid: a\r", /^1:10: a line ends in a way that YAML files do not use – /],
  "30,000 steps": [
    `perspective: parent\nsteps:\n${"- a: 1\n".repeat(30_000)}`,
    /the file holds more than 20000 texts – write a shorter guide/,
  ],
  "3,000 questions": [
    `perspective: parent\nsteps:\n- id: a\n  questions:\n${"  - id: q\n".repeat(3_000)}`,
    /there are more faults than are told here – repair those above first/,
  ],
  "3,000 codes": [
    `themes:\n- id: a\n  codes:\n${"  - id: q\n".repeat(3_000)}`,
    /there are more faults than are told here/,
  ],
  "a key 9,000 times": ["k: 1\n".repeat(9_000), /there are more faults than are told here/],
  "22,000 keys": [Array.from({ length: 22_000 }, (_, index) => `k${index}: 1\n`).join(""), /more than 20000 texts/],
  "a prototype": ["__proto__: {a: 1}\nthemes: []\n", /unknown key/],
};

for (const [name, [text, pattern]] of Object.entries(hostile)) {
  test(`a hostile file gets a clear line within two seconds: ${name}`, () => {
    const begun = process.cpuUsage();
    const faults = faultsOf(text);
    const spent = process.cpuUsage(begun);
    expect(faults.some((fault) => pattern.test(fault))).toBe(true);
    for (const fault of faults) expect(fault).toMatch(/^\d+:\d+: [^\n]{4,260} – [^\n]+$/);
    expect((spent.user + spent.system) / 1_000_000).toBeLessThan(2);
  });
}

test("hostile files that stop the reading are one line", () => {
  const whole =
    /larger|empty|plain text|nested|more than 20|a line ends|anchors|aliases|tags|directives|several|Tabs|neither/;
  for (const [name, [text, pattern]] of Object.entries(hostile)) {
    if (whole.test(pattern.source)) expect(faultsOf(text), name).toHaveLength(1);
  }
});

test("a key that stands twice is one fault, however many keys there are", () => {
  const twice = changed(parent, "locale: nl\n", "locale: nl\nlocale: nl\n");
  expect(faultsOf(twice.text)).toEqual([
    `${twice.line + 1}:1: duplicate key: "locale" stands here twice – keep one of them`,
  ]);
});

test("of very many faults the first thousand are told, in order, and then that there are more", () => {
  const keys = Array.from({ length: 9_000 }, (_, index) => `k${index}: 1`).join("\n");
  const faults = faultsOf(`steps: []\n${keys}`);
  expect(faults).toHaveLength(1001);
  expect(faults.at(-1)).toMatch(/^\d+:1: there are more faults than are told here – repair those above first$/);
  const few = Array.from({ length: 900 }, (_, index) => `k${index}: 1`).join("\n");
  expect(faultsOf(`steps: []\n${few}`).filter((fault) => fault.includes("unknown key"))).toHaveLength(900);
});
