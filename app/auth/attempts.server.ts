/** Slows down guessing: after too many failures an account, or an address, has to wait; nobody is ever locked out for good. */
import { createHash } from "node:crypto";

/** How many failures are allowed within how many milliseconds. */
const limits = { account: { failures: 10, within: 15 * 60_000 }, address: { failures: 30, within: 60_000 } };

export type Attempts = {
  /** Whether this account and this address may try now. */
  mayTry(email: string, address: string): boolean;
  failed(email: string, address: string): void;
  succeeded(email: string): void;
};

/** Counts failures in memory, by a hash of the e-mail address; `now` gives milliseconds. */
export function countAttempts(now: () => number = Date.now): Attempts {
  const failures = new Map<string, Array<number>>();

  function key(kind: keyof typeof limits, of: string): string {
    return `${kind} ${createHash("sha256").update(of.trim().toLowerCase()).digest("hex")}`;
  }

  function recent(kind: keyof typeof limits, of: string): Array<number> {
    const times = failures.get(key(kind, of)) ?? [];
    return times.filter((time) => time > now() - limits[kind].within);
  }

  function forgetOld(): void {
    const oldest = now() - limits.account.within;
    for (const [name, times] of failures) if (times.every((time) => time <= oldest)) failures.delete(name);
  }

  return {
    mayTry: (email, address) =>
      recent("account", email).length < limits.account.failures &&
      recent("address", address).length < limits.address.failures,
    failed(email, address) {
      if (failures.size > 10_000) forgetOld();
      failures.set(key("account", email), [...recent("account", email), now()]);
      failures.set(key("address", address), [...recent("address", address), now()]);
    },
    succeeded(email) {
      failures.delete(key("account", email));
    },
  };
}
