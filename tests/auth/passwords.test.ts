/** What a new password has to be. */
import { expect, test } from "vitest";
import { newPasswordFaults, passwordFault } from "#app/auth/passwords.ts";

const about = { name: "Wies van Dijk", email: "wies.dijkstra@example.org" };

test("a new password is long, and not longer than we hash", () => {
  expect(passwordFault("veertien teken", about)).toBe("too-short");
  expect(passwordFault("x".repeat(201), about)).toBe("too-long");
});

test("something over and over is refused, however it is dressed up", () => {
  for (const password of [
    "a".repeat(40),
    "welkom01welkom01",
    "Zonnebank! Zonnebank!",
    "abcabcabcabcabcabc",
    "12 12 12 12 12 12 12",
  ])
    expect(passwordFault(password, about), password).toBe("too-simple");
});

test("own name, own address and the name of the program do not belong in it", () => {
  for (const password of [
    "wies.dijkstra en een paard",
    "een geheim van WIES over kaas",
    "leer0ogst is mijn kachel",
    "de Leeroogst van overmorgen",
  ])
    expect(passwordFault(password, about), password).toBe("contains-own");
});

test("what everybody would try is refused: common words, years, walks over the keyboard, and phrases that everybody knows", () => {
  for (const password of [
    "wachtwoord123456",
    "Welkom-Amsterdam-2024!",
    "qwertyuiop123456789",
    "1qaz2wsx3edc4rfv",
    "zyxwvutsrqponmlkj",
    "P@ssw0rdP@ssw0rd1",
    "w3lk0m2024w3lk0m!",
    "geheimgeheim2025",
    "correct horse battery staple",
    "Ik hou van jou, voor altijd!",
    "To be or not to be",
    "onderwijs school 2026",
    "98765432109876543",
  ])
    expect(["common", "too-simple"], password).toContain(passwordFault(password, about));
});

test("a sentence of one's own is fine, also in capitals, with spaces, or in another script", () => {
  for (const password of [
    "de koeien staan weer buiten",
    "het regent al de hele dag",
    "paarse kaas op een fietspad",
    "mijn buurman snurkt op dinsdag",
    "кошка спит на печке",
    "k7#Lq9vTz2!mWx4r",
    "three green bottles fell off a shelf",
  ])
    expect(passwordFault(password, about), password).toBeNull();
});

test("a short local part is not held against a word that happens to hold it", () => {
  expect(passwordFault("in janneke haar boomhut", { name: "Jan", email: "jan@example.org" })).toBeNull();
});

test("the second time has to be the same", () => {
  const password = "de koeien staan weer buiten";
  expect(newPasswordFaults(password, password, about)).toEqual([]);
  expect(newPasswordFaults(password, "iets anders", about)).toEqual([{ path: "again", code: "not-same" }]);
  expect(newPasswordFaults("kort", "kort", about)).toEqual([{ path: "password", code: "too-short" }]);
});
