/** The access copy as a file: everything is in it, nothing in it acts, and equal copies give equal bytes. */
import { expect, test } from "vitest";
import type { AccessCopy } from "#app/domain/access-copy.ts";
import { accessCopyHtml } from "#exports/access-copy.server.ts";

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;\u0000`;

function copyOf(text: string): AccessCopy {
  const version = { when: text, said: text, note: text };
  return {
    language: "nl",
    spoken: "en",
    title: text,
    intro: [text],
    facts: [{ term: text, words: text }],
    steps: [{ title: text, items: [{ question: text, now: version, earlier: [version, { ...version, note: null }] }] }],
    looks: { title: text, intro: text, none: text, heads: [text], rows: [[text, text]] },
    words: { note: text, earlier: text, nothing: text },
    fileName: "x.html",
  };
}

const htmlOf = (copy: AccessCopy) => new TextDecoder().decode(accessCopyHtml(copy));

test("whatever somebody said stays text, in every place of the file", () => {
  const html = htmlOf(copyOf(hostile));
  expect(html).not.toMatch(/<(script|img)/);
  const tags = [...html.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag);
  expect(tags.filter((tag) => /onerror|alert/.test(tag))).toEqual([]);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(15);
  expect(html).toContain("default-src &#39;none&#39;");
});

test("the words stand in the language in which they were said, earlier versions below, and equal copies are equal bytes", () => {
  const html = htmlOf(copyOf("Gewoon."));
  expect(html).toContain('<p class="said" lang="en">Gewoon.</p>');
  expect(html.match(/class="said"/g)).toHaveLength(3);
  expect(accessCopyHtml(copyOf("Gewoon."))).toEqual(accessCopyHtml(copyOf("Gewoon.")));
  const empty = htmlOf({ ...copyOf("x"), looks: { ...copyOf("x").looks, none: "Nog niemand.", rows: [] } });
  expect(empty).toContain("Nog niemand.");
  expect(empty).not.toContain("<table");
});
