/** Writes the parts and blocks of a report as Markdown. */
import { escapeMarkdown } from "../escape.ts";
import type { Block, Finding, Outline, Part, Said } from "../outline-blocks.ts";
import { markdownToMarkdown } from "./own-text.ts";

const m = escapeMarkdown;

function bullets(items: ReadonlyArray<string>): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function table(head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const line = (cells: ReadonlyArray<string>) => `| ${cells.map((cell) => m(cell)).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function quote({ who, text }: Said): string {
  return `> “${m(text)}”\n>\n> — ${m(who)}`;
}

function finding({ title, text, breadth, seenBy, details, said }: Finding, seenByWord: string): string {
  const about = [
    ...(breadth ? [`**${m(breadth.name)}.** ${m(breadth.meaning)}.`] : []),
    ...(seenBy.length > 0 ? [`${m(seenByWord)}: ${m(seenBy.map((one) => one.name).join(", "))}.`] : []),
    ...details.map((detail) => m(detail)),
  ];
  return [`### ${m(title)}`, m(text), ...(about.length > 0 ? [bullets(about)] : []), ...said.map(quote)].join("\n\n");
}

function block(content: Block, seenByWord: string): string {
  switch (content.kind) {
    case "own-text":
      return markdownToMarkdown(content.markdown);
    case "empty":
      return `*${m(content.text)}*`;
    case "paragraph":
      return m(content.text);
    case "key-points":
      return content.items
        .map(({ theme, themeName, text }, index) => `${index + 1}. ${theme ? `**${m(themeName)}.** ` : ""}${m(text)}`)
        .join("\n");
    case "lines":
      return [...(content.title === null ? [] : [`### ${m(content.title)}`]), bullets(content.items.map(m))].join(
        "\n\n",
      );
    case "findings":
      return content.items.map((item) => finding(item, seenByWord)).join("\n\n");
    case "table":
      return `${m(content.caption)}\n\n${table(content.head, content.rows)}`;
    case "matrix": {
      const head = [content.corner, ...content.columns.map((column) => column.name)];
      const rows = content.rows.map(({ name, cells }) => [
        name,
        ...cells.map(({ word, detail }) => (detail === "" ? word : `${word}. ${detail}`)),
      ]);
      return `${m(content.caption)}\n\n${table(head, rows)}`;
    }
    case "questions":
      return bullets(content.items.map(m));
    case "withheld":
      return bullets(content.items.map(({ what, why }) => `**${m(what)}.** ${m(why)}`));
    case "definitions":
      return bullets(content.items.map(({ term, text }) => `**${m(term)}:** ${m(text)}`));
  }
}

function part({ title, intro, blocks }: Part, seenByWord: string): string {
  return [`## ${m(title)}`, ...(intro === "" ? [] : [m(intro)]), ...blocks.map((one) => block(one, seenByWord))].join(
    "\n\n",
  );
}

/** The whole file as text, lines ending in LF. */
export function markdownPage(outline: Outline): string {
  const { title, subtitle, practice, status, facts, parts, colophon, words } = outline;
  const text = [
    `# ${m(title)}`,
    ...(practice === null ? [] : [`**${m(practice.title)}.** ${m(practice.text)}`]),
    ...(status === null ? [] : [`**${m(status)}**`]),
    m(subtitle),
    bullets(facts.map(({ label, value }) => `${m(label)}: ${m(value)}`)),
    ...parts.map((one) => part(one, words.seenBy)),
    "---",
    m(colophon),
  ].join("\n\n");
  return `${text}\n`;
}
