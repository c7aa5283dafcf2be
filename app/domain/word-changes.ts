/** Which words of a short text changed between two versions of it. */

/** A run of text that both versions share, that only the older one has or that only the newer one has. */
export type WordChange = { text: string; change: "same" | "removed" | "added" };

/** The runs in reading order; those not `added` make the older text, those not `removed` the newer one. White space stays with its word. */
export function wordChanges(older: string, newer: string): Array<WordChange> {
  const before = wordsOf(older);
  const after = wordsOf(newer);
  const common = commonLengths(before, after);
  const runs: Array<WordChange> = [];
  function put(text: string, change: WordChange["change"]): void {
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ text, change });
  }
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      put(old, "same");
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      put(old ?? "", "removed");
      i += 1;
    } else {
      put(fresh, "added");
      j += 1;
    }
  }
  return runs;
}

function wordsOf(text: string): Array<string> {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** For every pair of places: how many words the rests of both texts have in common, in order. */
function commonLengths(before: ReadonlyArray<string>, after: ReadonlyArray<string>): Array<Array<number>> {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = table[i] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] =
        before[i] === after[j]
          ? lengthAt(table, i + 1, j + 1) + 1
          : Math.max(lengthAt(table, i + 1, j), lengthAt(table, i, j + 1));
    }
  }
  return table;
}

function lengthAt(table: ReadonlyArray<ReadonlyArray<number>>, i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
