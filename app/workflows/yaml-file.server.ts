/** Reads one untrusted YAML file into plain data and remembers where everything stands; any file gives data or clear faults, quickly. */
import {
  CST,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from "yaml";
import type { Fault, Path } from "#app/domain/fault.ts";

/** Line and column from 1; columns count UTF-16 code units. */
export type FileFault = { line: number; column: number; message: string; remedy: string };

export type YamlFile = {
  content: unknown;
  /** Faults of the YAML itself that leave the content readable, such as a key that stands twice. */
  faults: Array<FileFault>;
  /** A fault of the content at its place in the file. */
  place(fault: Fault): FileFault;
};

export const maximumBytes = 256 * 1024;
const maximumDepth = 40;
/** Texts in one file, keys counted too: ten times what a long guide has. */
const maximumTexts = 20_000;

type Place = { line: number; column: number };
type Told = Pick<FileFault, "message" | "remedy">;

class Refused extends Error {
  readonly told: Told;
  readonly offset: number;
  constructor(offset: number, message: string, remedy: string) {
    super(message);
    this.offset = offset;
    this.told = { message, remedy };
  }
}

/** The data in a file of at most 256 kB with one YAML document, or what keeps it from being read. Never throws for any bytes. */
export function readYamlFile(bytes: Uint8Array): YamlFile | { faults: Array<FileFault> } {
  const start = { line: 1, column: 1 };
  if (bytes.byteLength > maximumBytes) {
    return { faults: [{ ...start, message: "the file is larger than 256 kB", remedy: "write a smaller file" }] };
  }
  const { text, brokenAt } = decode(bytes);
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  try {
    if (brokenAt !== null)
      throw new Refused(brokenAt, "the file is not plain text in UTF-8", "save it as text in UTF-8");
    const loneReturn = text.search(/\r(?!\n)/);
    if (loneReturn !== -1)
      throw new Refused(loneReturn, "a line ends in a way that YAML files do not use", "end lines with LF or CRLF");
    scan(text);
    return parse(text, placeOf);
  } catch (error) {
    if (error instanceof Refused) return { faults: [{ ...placeOf(error.offset), ...error.told }] };
    throw error;
  }
}

/** The text without a byte order mark; `brokenAt` is the offset of the first thing that no text file holds. */
function decode(bytes: Uint8Array): { text: string; brokenAt: number | null } {
  const text = new TextDecoder("utf-8").decode(bytes);
  let strict = true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    strict = false;
  }
  const odd = text.search(strict ? controls : brokenOrControls);
  return { text, brokenAt: odd === -1 ? (strict ? null : 0) : odd };
}

const controlCharacters = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufffe\\uffff";
const controls = new RegExp(`[${controlCharacters}]`);
const brokenOrControls = new RegExp(`[\\ufffd${controlCharacters}]`);

const refusedTokens: Partial<Record<string, [string, string]>> = {
  anchor: ["anchors (&) are not used here", "write the content out, or put a text that starts with & between quotes"],
  alias: ["aliases (*) are not used here", "write the content out, or put a text that starts with * between quotes"],
  tag: ["tags (!) are not used here", "leave the tag out, or put a text that starts with ! between quotes"],
  "directive-line": ["directives (%) are not used here", "leave the line out"],
};

/** Refuses what could make reading slow or surprising, before anything is built: in one pass over the file's tokens. */
function scan(text: string): void {
  let offset = 0;
  let flow = 0;
  let inLine = 0;
  let started = false;
  let texts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme) ?? "text";
    const refused = refusedTokens[type];
    if (refused) throw new Refused(offset, ...refused);
    if (type === "doc-start" || (type === "doc-end" && started)) {
      if (started && (type === "doc-start" || /[^\s#.]/.test(text.slice(offset + 3).replace(/#.*$/gm, "")))) {
        throw new Refused(
          offset,
          "the file holds several documents",
          "write one document a file, without --- in between",
        );
      }
    }
    if (type === "newline") inLine = 0;
    if (type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind") inLine += 1;
    if (type === "flow-map-start" || type === "flow-seq-start") flow += 1;
    if (type === "flow-map-end" || type === "flow-seq-end") flow -= 1;
    if (flow > maximumDepth || inLine > 4 * maximumDepth + 60) throw tooDeep(offset);
    if (textTokens.has(type)) texts += 1;
    if (texts > maximumTexts)
      throw new Refused(offset, `the file holds more than ${maximumTexts} texts`, "write a shorter guide");
    if (!silent.has(type)) started = true;
    offset += sourceLength(lexeme);
  }
}

const textTokens = new Set(["scalar", "single-quoted-scalar", "double-quoted-scalar", "block-scalar-header"]);
const silent = new Set(["space", "comment", "newline", "doc-mode", "byte-order-mark", "flow-error-end", "doc-end"]);

/** The lexer marks places with single characters that are not in the file; `scan` has refused those in the file before. */
function sourceLength(lexeme: string): number {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR ? 0 : lexeme.length;
}

function tooDeep(offset: number): Refused {
  return new Refused(
    offset,
    `the content is nested deeper than ${maximumDepth} levels`,
    "write it as the format shows",
  );
}

const syntaxRemedies: Partial<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces",
  BLOCK_AS_IMPLICIT_KEY: "put a text that holds a colon between quotes",
  MISSING_CHAR: "close the quotation mark or bracket",
  BAD_INDENT: "indent it as the lines around it",
  MULTILINE_IMPLICIT_KEY: "put the text between quotes, or write >- and indent it on the next lines",
  BAD_DQ_ESCAPE: "write the character itself, or two backslashes",
  BAD_SCALAR_START: "put the text between quotes",
};

function parse(text: string, placeOf: (offset: number) => Place): YamlFile | { faults: Array<FileFault> } {
  const documents = parseAllDocuments(text, {
    schema: "core",
    version: "1.2",
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    keepSourceTokens: false,
  });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (second) {
    throw new Refused(second.range[0], "the file holds several documents", "write one document a file");
  }
  if (!document?.contents || (isScalar(document.contents) && document.contents.value === null)) {
    const syntax = document?.errors[0];
    if (!syntax) throw new Refused(0, "the file is empty", "write a guide or a codebook");
  }
  const errors = document?.errors ?? [];
  const tab = errors.find((error) => error.code === "TAB_AS_INDENT");
  const shown = new Map<number, FileFault>();
  for (const error of tab ? [tab] : errors) {
    const place = placeOf(error.pos[0]);
    if (shown.has(place.line) || shown.size >= 20) continue;
    const message = (error.message.split("\n")[0] ?? "").slice(0, 160);
    const remedy = syntaxRemedies[error.code] ?? "check the indentation, the colons and the quotation marks here";
    shown.set(place.line, { ...place, message: `not readable as YAML: ${message}`, remedy });
  }
  if (shown.size > 0 || !document?.contents) return { faults: [...shown.values()] };
  return toData(document.contents, placeOf);
}

/** Plain data of a node, with the offsets of every key and value by path. */
function toData(root: Node, placeOf: (offset: number) => Place): YamlFile {
  const faults: Array<FileFault> = [];
  const complain = (offset: number, message: string, remedy: string) =>
    faults.push({ ...placeOf(offset), message, remedy });

  function convert(node: unknown, depth: number): unknown {
    if (depth > maximumDepth) throw tooDeep(startOf(node));
    if (isMap(node)) return convertMap(node.items, depth);
    if (isSeq(node)) {
      return node.items.map((item) => (isPair(item) ? convertMap([item], depth + 1) : convert(item, depth + 1)));
    }
    const value = isScalar(node) ? node.value : null;
    if (typeof value === "string" && (controls.test(value) || !isWellFormed(value))) {
      complain(startOf(node), "a text holds a character that cannot be shown", "leave the character out");
    }
    return typeof value === "bigint" ? Number(value) : value;
  }

  function convertMap(items: ReadonlyArray<unknown>, depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const item of items) {
      if (!isPair(item)) continue;
      if (!isScalar(item.key) || item.key.value === null) {
        complain(startOf(item.key), "a key is not a plain word", "write a key and a colon before the value");
        continue;
      }
      const key = String(item.key.value);
      if (key === "__proto__" || Object.hasOwn(data, key)) {
        const twice = key !== "__proto__";
        complain(
          startOf(item.key),
          twice ? `duplicate key: "${key.slice(0, 40)}" stands here twice` : "unknown key",
          twice ? "keep one of them" : "leave it out",
        );
        continue;
      }
      data[key] = convert(item.value, depth + 1);
    }
    return data;
  }

  const content = convert(root, 1);
  return {
    content,
    faults,
    place: ({ path, at, message, remedy }) => ({ ...placeOf(offsetOf(root, path, at)), message, remedy }),
  };
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

function startOf(node: unknown): number {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : 0;
}

const pairIndex = new WeakMap<YAMLMap, Map<string, Pair>>();

/** The pairs of a map by key, the first of equal ones. */
function pairsOf(node: YAMLMap): Map<string, Pair> {
  const known = pairIndex.get(node);
  if (known) return known;
  const pairs = new Map<string, Pair>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : null;
    if (key !== null && !pairs.has(key)) pairs.set(key, pair);
  }
  pairIndex.set(node, pairs);
  return pairs;
}

/** Where a path stands; when its end is missing, the nearest thing around it: the key of a group, or the start of a list's member. */
function offsetOf(root: Node, path: Path, at: "key" | "value" | undefined): number {
  let node: unknown = root;
  let offset = startOf(root);
  for (const [index, part] of path.entries()) {
    const end = index === path.length - 1;
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(part));
      if (!pair) return offset;
      const plain = isScalar(pair.value) && pair.value.value !== null;
      offset = end && at !== "key" && plain ? startOf(pair.value) : startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      if (item === undefined) return offset;
      offset = startOf(isPair(item) ? item.key : item);
      node = item;
    } else return offset;
  }
  return offset;
}
