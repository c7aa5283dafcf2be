/** Texts about words with which somebody may be found: what they look like, and by what they are replaced. */

import type { Language } from "#app/domain/languages.ts";
import type { PersonalKind } from "#app/domain/personal-data.ts";
import { messages } from "./messages.ts";

export const personalDataTexts = messages({
  nl: {
    title: "Is iemand hiermee te vinden?",
    hint: "Het is een vermoeden. Vervang wat te veel zegt; wat niemand aanwijst, mag blijven staan.",
    looksLike: {
      "e-mail": "Lijkt een e-mailadres",
      iban: "Lijkt een rekeningnummer",
      phone: "Lijkt een telefoonnummer",
      bsn: "Lijkt een burgerservicenummer",
      postcode: "Lijkt een postcode",
      "birth-date": "Lijkt een geboortedatum",
      name: "Lijkt een naam",
    },
    times: (looksLike: string, count: number) => (count === 1 ? looksLike : `${looksLike}, ${count} keer`),
    justSaved: "Het gaat om het antwoord dat je net bewaarde.",
    inNote: "in de notitie",
    toAnswer: "Kijk het na",
    replace: (by: string) => `Vervang door ${by}`,
    more: (count: number) => (count === 1 ? "En nog één plek verderop." : `En nog ${count} plekken verderop.`),
  },
  en: {
    title: "Could somebody be found by this?",
    hint: "It is a guess. Replace what says too much; what points at nobody may stay.",
    looksLike: {
      "e-mail": "Looks like an e-mail address",
      iban: "Looks like a bank account",
      phone: "Looks like a phone number",
      bsn: "Looks like a citizen service number",
      postcode: "Looks like a postcode",
      "birth-date": "Looks like a date of birth",
      name: "Looks like a name",
    },
    times: (looksLike: string, count: number) => (count === 1 ? looksLike : `${looksLike}, ${count} times`),
    justSaved: "This is about the answer that you just saved.",
    inNote: "in the note",
    toAnswer: "Look at it",
    replace: (by: string) => `Replace by ${by}`,
    more: (count: number) => (count === 1 ? "And one more place further on." : `And ${count} more places further on.`),
  },
});

/** What takes the place of such words, in the language of the interview: roles for a name, the first one most often. */
export const replacements: Record<Language, Record<PersonalKind, ReadonlyArray<string>>> = {
  nl: {
    "e-mail": ["[e-mailadres]"],
    iban: ["[rekeningnummer]"],
    phone: ["[telefoonnummer]"],
    bsn: ["[burgerservicenummer]"],
    postcode: ["[plaats]"],
    "birth-date": ["[geboortedatum]"],
    name: ["[de jeugdige]", "[de ouder]", "[een begeleider]"],
  },
  en: {
    "e-mail": ["[e-mail address]"],
    iban: ["[bank account]"],
    phone: ["[phone number]"],
    bsn: ["[citizen service number]"],
    postcode: ["[place]"],
    "birth-date": ["[date of birth]"],
    name: ["[the youth]", "[the parent]", "[a supporter]"],
  },
};
