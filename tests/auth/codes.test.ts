/** Codes and secrets of the second factor: which count when, that a seal holds, and what a recovery code looks like. */
import { expect, test } from "vitest";
import {
  codeAt,
  enrolmentOf,
  hashRecoveryCode,
  newRecoveryCodes,
  newSecret,
  openSecret,
  readCode,
  sealSecret,
  stepOfCode,
} from "#app/auth/codes.server.ts";

const env = { secret: "thirty-two characters or many more" };
const at = Date.parse("2026-03-02T13:00:10.000Z");

test("codes are those of RFC 6238", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect([59, 1111111109, 1234567890].map((seconds) => codeAt(secret, seconds * 1000))).toEqual([
    "287082",
    "081804",
    "005924",
  ]);
});

test("a code counts in its own half minute, the one before and the one after, and belongs to one step", () => {
  const secret = newSecret();
  const code = codeAt(secret, at);
  const step = Math.floor(at / 30_000);
  for (const off of [-30_000, 0, 30_000]) expect(stepOfCode(secret, code, at + off)).toBe(step);
  for (const off of [-90_000, 90_000]) expect(stepOfCode(secret, code, at + off)).toBeNull();
  expect(stepOfCode(newSecret(), code, at)).toBeNull();
});

test("a sealed secret opens for its person under its key only, and not after any bit has changed", () => {
  const secret = newSecret();
  const sealed = sealSecret(env, "ans", secret);
  expect(sealed).not.toContain(secret);
  expect(openSecret(env, "ans", sealed)).toBe(secret);
  expect(openSecret(env, "jan", sealed)).toBeNull();
  expect(openSecret({ secret: `${env.secret}!` }, "ans", sealed)).toBeNull();
  const bytes = Buffer.from(sealed, "base64url");
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(openSecret(env, "ans", changed.toString("base64url"))).toBeNull();
  }
  for (let length = 0; length < bytes.length; length += 1)
    expect(openSecret(env, "ans", bytes.subarray(0, length).toString("base64url"))).toBeNull();
});

test("every seal has a nonce of its own", () => {
  const secret = newSecret();
  const nonces = Array.from({ length: 2000 }, () => sealSecret(env, "ans", secret).slice(0, 16));
  expect(new Set(nonces).size).toBe(nonces.length);
});

test("recovery codes are ten, different, and read the same however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect(readCode(typed)).toEqual({ kind: "recovery", code: code.replaceAll("-", "") });
    expect(hashRecoveryCode(env, "ans", typed)).toBe(hashRecoveryCode(env, "ans", code));
    expect(hashRecoveryCode(env, "jan", code)).not.toBe(hashRecoveryCode(env, "ans", code));
    expect(hashRecoveryCode({ secret: "another" }, "ans", code)).not.toBe(hashRecoveryCode(env, "ans", code));
  }
  expect(readCode(" 123 456 ")).toEqual({ kind: "app", code: "123456" });
});

test("a secret gets into an app by camera or by hand", () => {
  const { key, size, path } = enrolmentOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "wies@example.org");
  expect(key).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  expect(size).toBeGreaterThan(30);
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});
