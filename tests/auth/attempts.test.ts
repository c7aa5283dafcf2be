/** Slowing down who guesses, without locking out the owner. */
import { expect, test } from "vitest";
import { type Attempts, countAttempts, type Guess } from "#app/auth/attempts.server.ts";

const email = "wies@example.org";

function counter(): { attempts: Attempts; clock: { now: number } } {
  const clock = { now: 1_000_000 };
  return { clock, attempts: countAttempts(() => clock.now) };
}

const waitOf = (guess: Guess) => ("wait" in guess ? guess.wait : 0);
const holdOf = (guess: Guess) => ("hold" in guess ? guess.hold : Number.NaN);

test("three wrong guesses cost nothing, then each doubles the wait, up to five minutes", () => {
  const { attempts, clock } = counter();
  const waits: Array<number> = [];
  for (let guess = 0; guess < 15; guess += 1) {
    let waited = 0;
    for (
      let wait = waitOf(attempts.password(email, "a", null));
      wait > 0;
      wait = waitOf(attempts.password(email, "a", null))
    ) {
      clock.now += wait;
      waited += wait;
    }
    waits.push(waited / 1000);
  }
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
});

test("many at once gain nothing: a guess counts from its beginning", () => {
  const { attempts } = counter();
  const guesses = Array.from({ length: 50 }, () => attempts.password(email, "a", null));
  expect(guesses.filter((guess) => "right" in guess)).toHaveLength(3);
});

test("the owner elsewhere is answered at most five seconds late, whatever others do to the account", () => {
  const { attempts, clock } = counter();
  for (let address = 0; address < 500; address += 1) {
    for (let guess = 0; guess < 3; guess += 1) attempts.password(email, `bot ${address}`, null);
    clock.now += 10;
  }
  const own = attempts.password(email, "home", null);
  expect(waitOf(own)).toBe(0);
  expect(holdOf(own)).toBeGreaterThan(0);
  expect(holdOf(own)).toBeLessThanOrEqual(5000);
});

test("a right guess clears the account there, but not the address for its other guesses", () => {
  const { attempts } = counter();
  for (let guess = 0; guess < 3; guess += 1) {
    const one = attempts.password(email, "a", null);
    if (guess === 2 && "right" in one) one.right();
  }
  for (let guess = 0; guess < 3; guess += 1) expect(waitOf(attempts.password(email, "a", null))).toBe(0);
  expect(waitOf(attempts.password(email, "a", null))).toBe(1000);
});

test("one address that tries many accounts has to wait, up to a minute", () => {
  const { attempts, clock } = counter();
  for (let guess = 0; guess < 20; guess += 1) expect(waitOf(attempts.password(`${guess}@x.nl`, "a", null))).toBe(0);
  expect(waitOf(attempts.password("next@x.nl", "a", null))).toBe(1000);
  expect(waitOf(attempts.password("next@x.nl", "b", null))).toBe(0);
  for (let guess = 0; guess < 20; guess += 1) {
    clock.now += 60_000;
    attempts.password(`again ${guess}@x.nl`, "a", null);
  }
  expect(waitOf(attempts.password("next@x.nl", "a", null))).toBe(60_000);
});

test("codes count for the person from wherever they are guessed, and the wait stays within a minute", () => {
  const { attempts, clock } = counter();
  for (const address of ["a", "b", "c"]) expect(waitOf(attempts.code("wies", address))).toBe(0);
  expect(waitOf(attempts.code("wies", "d"))).toBe(1000);
  expect(waitOf(attempts.code("ans", "d"))).toBe(0);
  for (let guess = 0; guess < 10; guess += 1) {
    clock.now += 60_000;
    attempts.code("wies", `e${guess}`);
  }
  expect(waitOf(attempts.code("wies", "f"))).toBe(60_000);
});

test("after an hour of rest all is forgotten", () => {
  const { attempts, clock } = counter();
  for (let guess = 0; guess < 3; guess += 1) attempts.password(email, "a", null);
  expect(waitOf(attempts.password(email, "a", null))).toBeGreaterThan(0);
  clock.now += 60 * 60_000;
  for (let guess = 0; guess < 3; guess += 1)
    expect(waitOf(attempts.password(` ${email.toUpperCase()}`, "a", null))).toBe(0);
});

test("a device with which the account came in before is counted apart, whatever others do behind the same address", () => {
  const { attempts } = counter();
  for (let guess = 0; guess < 30; guess += 1)
    attempts.password(`${guess % 4 === 0 ? email : `${guess}@x.nl`}`, "office", null);
  expect(waitOf(attempts.password(email, "office", null))).toBeGreaterThan(0);
  const own = attempts.password(email, "office", "laptop");
  expect([waitOf(own), holdOf(own)]).toEqual([0, 0]);
  for (let guess = 0; guess < 2; guess += 1) attempts.password(email, "office", "laptop");
  expect(waitOf(attempts.password(email, "elsewhere", "laptop"))).toBe(1000);
});
