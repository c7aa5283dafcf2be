/** The faults of a codebook: what the schema finds, and the rules that a schema cannot say. */
import { codebookSchema } from "./codebook-schemas.ts";
import { type Fault, isObject, listOf, type Path, textOf } from "./fault.ts";
import { themeIds } from "./guide.ts";
import { lowerVersions, versionOf } from "./guide-draft.ts";
import { duplicates } from "./guide-faults.ts";
import { schemaFaults } from "./schema-faults.ts";

type Named = { id?: string; path: Path };
type DraftTheme = Named & { order: unknown; codes: Array<Named> };

function readThemes(content: unknown): Array<DraftTheme> {
  if (!isObject(content)) return [];
  return listOf(content.themes).flatMap((theme, index) => {
    if (!isObject(theme)) return [];
    const path = ["themes", index];
    const codes = listOf(theme.codes).flatMap((code, place) =>
      isObject(code) ? [{ id: textOf(code.id), path: [...path, "codes", place] }] : [],
    );
    return [{ id: textOf(theme.id), order: theme.order, path, codes }];
  });
}

/**
 * Every fault of a codebook's content; none means that it follows `codebookSchema` and can be published. Lower versions of the same
 * codebook among `others` are what a deleted code is judged against.
 */
export function codebookFaults(content: unknown, others: ReadonlyArray<unknown> = []): Array<Fault> {
  const themes = readThemes(content);
  return [
    ...schemaFaults(codebookSchema, content, "codebook"),
    ...duplicates("theme", themes),
    ...themes.flatMap((theme) => duplicates("code", theme.codes)),
    ...missingThemes(themes),
    ...themes.flatMap(orderFaults),
    ...facetFaults(content),
    ...deletedCodes(themes, lowerVersions(content, others)),
  ];
}

function missingThemes(themes: ReadonlyArray<DraftTheme>): Array<Fault> {
  return themeIds
    .filter((id) => !themes.some((theme) => theme.id === id))
    .map((id) => ({
      path: ["themes"],
      at: "key" as const,
      message: `codebook: theme "${id}" is missing`,
      remedy: "write all four themes",
    }));
}

function orderFaults({ id, order, path }: DraftTheme): Array<Fault> {
  const place = id === undefined ? 0 : themeIds.map(String).indexOf(id) + 1;
  if (place === 0 || typeof order !== "number" || order === place) return [];
  return [
    { path: [...path, "order"], message: `theme "${id}": the order is ${order}`, remedy: `write order: ${place}` },
  ];
}

function facetFaults(content: unknown): Array<Fault> {
  if (!isObject(content) || !isObject(content.facets)) return [];
  return Object.entries(content.facets).flatMap(([facet, about]) => {
    if (!isObject(about)) return [];
    return ["appliesTo", "values"].flatMap((key) => {
      const members = listOf(about[key]);
      return members.flatMap((member, index) =>
        members.indexOf(member) === index
          ? []
          : [
              {
                path: ["facets", facet, key, index],
                message: `facet "${facet}": "${String(member)}" is there twice`,
                remedy: "leave one of them out",
              },
            ],
      );
    });
  });
}

/** Codes of lower versions that are gone from their theme, each named once; `lower` is newest first. */
function deletedCodes(themes: ReadonlyArray<DraftTheme>, lower: ReadonlyArray<unknown>): Array<Fault> {
  const named = new Set<string>();
  return lower.flatMap((content) =>
    readThemes(content).flatMap((before) => {
      const now = themes.find((theme) => theme.id === before.id);
      return before.codes.flatMap(({ id }) => {
        const key = `${before.id} ${id}`;
        if (!now || id === undefined || named.has(key) || now.codes.some((code) => code.id === id)) return [];
        named.add(key);
        return [
          {
            path: [...now.path, "codes"],
            at: "key" as const,
            message: `theme "${now.id}": code "${id}" of version ${versionOf(content)} was deleted`,
            remedy: "put it back and add retired: true",
          },
        ];
      });
    }),
  );
}
