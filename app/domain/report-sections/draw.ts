/** Draws a number for each of a set of ids, anew for each report, in an order that says nothing about age, time or any other report. */

/** A number of 53 bits that depends on every character of the text. */
function scattered(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (low >>> 0) + (high & 0x1fffff) * 0x1_0000_0000;
}

/** id -> number from 0 upwards. The same ids and seed give the same numbers in whatever order the ids come. */
export function drawn(ids: Iterable<string>, seed: string): Map<string, number> {
  const keyed = [...new Set(ids)].map((id) => ({ id, key: scattered(`${seed} ${id}`) }));
  keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
  return new Map(keyed.map(({ id }, index) => [id, index]));
}

/** A, B … Z, AA, AB … for 0, 1 … */
export function letter(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : `${letter(Math.floor(index / 26) - 1)}${own}`;
}
