/**
 * Slows down guessing. Each wrong guess doubles the wait of whoever made it. The rightful owner, at another address, at most waits a
 * moment, and on a device with which they came in before not at all.
 * A guess counts as wrong from its beginning until it turns out right, so that many at once gain nothing.
 */
import { createHash } from "node:crypto";

/** How many wrong guesses cost nothing, and how long the wait after the next ones grows, in milliseconds; the first is a second. */
const rules = {
  /** Passwords of one account from one address. */
  pair: { free: 3, longest: 5 * 60_000 },
  /** Anything from one address, which may be that of a whole office. */
  address: { free: 20, longest: 60_000 },
  /** Passwords of one account from anywhere: it is answered late and never refused, or guessing would lock the owner out. */
  account: { free: 10, longest: 5_000 },
  /** Codes of one person from anywhere: whoever guesses these knows the password already. */
  code: { free: 3, longest: 60_000 },
} as const;
type Kind = keyof typeof rules;

/** How long a wrong guess is remembered. */
const memory = 60 * 60_000;
const mostRemembered = 50_000;

/** Either nobody may guess for `wait` milliseconds; or the guess is made after `hold` milliseconds, and `right` tells that it was right. */
export type Guess = { wait: number } | { hold: number; right(): void };

export type Attempts = {
  /** Begins to check a password. `device`: one that the account has come in with before, which is counted apart from its address. */
  password(email: string, address: string, device: string | null): Guess;
  /** Begins to check a code of the second factor. */
  code(personId: string, address: string): Guess;
};

/** Counts in memory, by a hash of what is guessed; `now` gives milliseconds. */
export function countAttempts(now: () => number = Date.now): Attempts {
  const wrong = new Map<string, { count: number; at: number }>();

  function keyOf(kind: Kind, of: string): string {
    return `${kind} ${createHash("sha256").update(of.trim().toLowerCase()).digest("base64")}`;
  }

  function known(key: string): { count: number; at: number } {
    const found = wrong.get(key);
    return found && found.at > now() - memory ? found : { count: 0, at: 0 };
  }

  function waitOf(kind: Kind, key: string): number {
    const { free, longest } = rules[kind];
    const { count, at } = known(key);
    return count < free ? 0 : Math.max(0, at + Math.min(1000 * 2 ** (count - free), longest) - now());
  }

  function add(key: string, count: number): void {
    const total = known(key).count + count;
    wrong.delete(key);
    if (total > 0) wrong.set(key, { count: total, at: now() });
    const [oldest] = wrong.keys();
    if (wrong.size > mostRemembered && oldest !== undefined) wrong.delete(oldest);
  }

  function begin(refusing: Array<[Kind, string]>, holding: Array<[Kind, string]>): Guess {
    const keyed = (pairs: Array<[Kind, string]>) => pairs.map(([kind, of]) => ({ kind, key: keyOf(kind, of) }));
    const [refuse, hold] = [keyed(refusing), keyed(holding)];
    const longest = (of: typeof refuse) => Math.max(0, ...of.map(({ kind, key }) => waitOf(kind, key)));
    const wait = longest(refuse);
    if (wait > 0) return { wait };
    const late = longest(hold);
    for (const { key } of [...refuse, ...hold]) add(key, 1);
    return {
      hold: late,
      right() {
        for (const { kind, key } of [...refuse, ...hold]) add(key, kind === "address" ? -1 : -known(key).count);
      },
    };
  }

  return {
    password(email, address, device) {
      if (device !== null) return begin([["pair", `device ${device} ${email.trim()}`]], []);
      return begin(
        [
          ["pair", `${address} ${email.trim()}`],
          ["address", address],
        ],
        [["account", email]],
      );
    },
    code: (personId, address) =>
      begin(
        [
          ["code", personId],
          ["address", address],
        ],
        [],
      ),
  };
}

/** Resolves after so many milliseconds. */
export function held(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
