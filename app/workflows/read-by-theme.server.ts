/** Gathers what the page by theme shows, and does what is asked in its list. */
import type { Codebook } from "#app/domain/codebook.ts";
import type { CodingChoices } from "#app/domain/coding.ts";
import type { RetrievalPlace, RetrievedPassages, ThemeCount } from "#app/domain/retrieval.ts";
import type { RetrievalAct } from "#app/domain/retrieval-act.ts";
import type { Verbs } from "#db/store.server.ts";

export type ReadByTheme = {
  codebook: Codebook;
  counts: Array<ThemeCount>;
  regions: CodingChoices["regions"];
  found: RetrievedPassages | null;
  /** All regions that are looked at are practice. */
  practice: boolean;
};

/** The counts of every theme, and the passages when the place names a theme. */
export async function readByTheme(verbs: Verbs, place: RetrievalPlace): Promise<ReadByTheme> {
  const { theme, code, regionId, after } = place;
  const counts = await verbs.retrieval.themes({ regionId });
  const found = theme ? await verbs.retrieval.passagesOf({ theme, code, regionId, cursor: after }) : null;
  const codebook = await verbs.guides.codebook({});
  const { regions } = await verbs.codings.choices();
  const looked = regions.filter((region) => regionId === undefined || region.id === regionId);
  return { codebook, counts, regions, found, practice: looked.length > 0 && looked.every((region) => region.practice) };
}

/** Does one act and says which one. Throws the Problems of the verb that does it. */
export async function carryOutRetrieval(verbs: Verbs, act: RetrievalAct): Promise<RetrievalAct["intent"]> {
  if (act.intent === "recode") await verbs.codings.edit({ codingId: act.codingId, ...act.key });
  else if (act.intent === "remove") await verbs.codings.remove({ codingId: act.codingId });
  else await verbs.codings.undo({ regionId: act.regionId });
  return act.intent;
}
