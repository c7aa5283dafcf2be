/** Lets go of what was kept long enough: answers after the term that a final report began, then the proof of consent. */
import { operator } from "#app/domain/actor.ts";
import type { Store } from "#db/store.server.ts";

/** How many interviews lost their answers, and how many their proof of consent. */
export type KeptTerms = { answers: number; proofs: number };

/** Does it for everything that is over, in small transactions. A run that finds nothing leaves no line in the audit log. */
export async function keepTerms(store: Pick<Store, "as">): Promise<KeptTerms> {
  const { terms } = store.as(operator);
  const due = await terms.due();
  const all = async (some: () => Promise<Array<string>>) => {
    let count = 0;
    for (let ids = await some(); ids.length > 0; ids = await some()) count += ids.length;
    return count;
  };
  return {
    answers: due.answers ? await all(terms.expireAnswers) : 0,
    proofs: due.proofs ? await all(terms.forgetProofs) : 0,
  };
}
