/** Publishes the letters that people read before they agree: one file a language, `<perspective>/<version>.<language>.md`. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "#app/domain/canonical.ts";
import { type ConsentText, consentTextFault, consentTextName, consentTextPlace } from "#app/domain/consent-text.ts";
import type { Bilingual } from "#app/domain/languages.ts";
import { Problem } from "#app/domain/problem.ts";
import type { Verbs } from "#db/store.server.ts";

/** Every letter of a folder in both languages. Throws Problem `guide-faults` with a line for each file that does not fit. */
export async function readConsentTexts(folder: string): Promise<Array<ConsentText>> {
  const found = new Map<string, ConsentText & { body: Partial<Bilingual> }>();
  const lines: Array<string> = [];
  for (const perspective of (await readdir(folder)).sort()) {
    for (const name of (await readdir(join(folder, perspective))).sort()) {
      const path = join(folder, perspective, name);
      const place = consentTextPlace(`${perspective}/${name}`);
      const body = (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
      const fault = place ? consentTextFault(body) : "this is no letter: call it <version>.nl.md or <version>.en.md";
      if (fault || !place) {
        lines.push(`${path}: ${fault}`);
        continue;
      }
      const { version, language } = place;
      const key = `${place.perspective} ${version}`;
      const text = found.get(key) ?? { perspective: place.perspective, version, body: {} as Bilingual };
      text.body[language] = body;
      found.set(key, text);
    }
  }
  for (const text of found.values()) {
    const missing = text.body.nl === undefined ? "Dutch" : text.body.en === undefined ? "English" : null;
    if (missing) lines.push(`${join(folder, text.perspective)}: version ${text.version} is missing in ${missing}`);
  }
  if (lines.length > 0) throw new Problem("guide-faults", { lines });
  return [...found.values()];
}

/** Publishes all of them; a second time changes nothing. Throws Problem `guide-faults`, and `version-exists` for other content. */
export async function publishConsentTexts(
  verbs: Verbs,
  folder: string,
): Promise<Array<{ id: string; version: string; isNew: boolean }>> {
  const published: Array<{ id: string; version: string; isNew: boolean }> = [];
  for (const text of await readConsentTexts(folder)) {
    const digest = createHash("sha256").update(canonicalJson(text.body)).digest("hex");
    const { isNew } = await verbs.consentTexts.publish({ text, digest });
    const [id = ""] = consentTextName(text).split(" ");
    published.push({ id, version: text.version, isNew });
  }
  return published;
}
