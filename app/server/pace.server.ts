/** Slows down who fetches much at once: searches and files, counted per person. Nobody who reads what they fetch meets it. */

/** How many at once cost nothing, and how many more become free each minute. */
const rules = {
  search: { atOnce: 60, eachMinute: 30 },
  file: { atOnce: 40, eachMinute: 10 },
} as const;
export type Paced = keyof typeof rules;

/** Takes one of these for a person: 0 when it may go on, else after how many whole seconds the next one is free. */
export type Pace = (kind: Paced, personId: string) => number;

const mostRemembered = 10_000;

/** Counts in memory; `now` gives milliseconds. A wait that is not obeyed costs nothing more. */
export function keepPace(now: () => number = Date.now): Pace {
  const used = new Map<string, { count: number; at: number }>();
  return (kind, personId) => {
    const { atOnce, eachMinute } = rules[kind];
    const key = `${kind} ${personId}`;
    const at = now();
    const known = used.get(key);
    const count = known ? Math.max(0, known.count - ((at - known.at) / 60_000) * eachMinute) : 0;
    if (count + 1 > atOnce) return Math.ceil(((count + 1 - atOnce) / eachMinute) * 60);
    used.delete(key);
    used.set(key, { count: count + 1, at });
    const [oldest] = used.keys();
    if (used.size > mostRemembered && oldest !== undefined) used.delete(oldest);
    return 0;
  };
}
