/** Texts as somebody types them, in the words of the invented answers. */
import { inventedLines } from "#tests/world/world.ts";

let texts: Array<string> | null = null;

/** Two invented answers, cut off after a place that moves on with `index`, as a text that grows while it is typed. */
export function newestSentence(index: number): string {
  texts ??= inventedLines().map((line) => line.text);
  const whole = `${texts[index % texts.length]} ${texts[(index * 7 + 3) % texts.length]}`;
  return Array.from(whole)
    .slice(0, 120 + (index % 10) * 20)
    .join("");
}
