/** The letters that go by e-mail, in both languages in one letter: nobody knows yet which of the two its reader reads. */
import { showMoment } from "#app/domain/dates.ts";
import type { Language } from "#app/domain/languages.ts";
import { messages } from "./messages.ts";

export const letters = messages({
  nl: {
    invitation: {
      subject: "Je bent uitgenodigd voor Leeroogst",
      text: (name: string, link: string, until: string) =>
        `Dag ${name},\n\nJe bent uitgenodigd om mee te werken in Leeroogst. Met deze link maak je je account:\n\n${link}\n\nDe link werkt één keer, tot ${until}. Verwachtte je dit niet? Dan hoef je niets te doen.`,
    },
    renewal: {
      subject: "Een nieuw wachtwoord voor Leeroogst",
      text: (name: string, link: string, until: string) =>
        `Dag ${name},\n\nMet deze link kies je een nieuw wachtwoord voor Leeroogst:\n\n${link}\n\nDe link werkt één keer, tot ${until}. Vroeg je hier niet om? Zeg het tegen je beheerder. Je wachtwoord van nu blijft werken.`,
    },
  },
  en: {
    invitation: {
      subject: "You are invited to Leeroogst",
      text: (name: string, link: string, until: string) =>
        `Dear ${name},\n\nYou are invited to work in Leeroogst. With this link you make your account:\n\n${link}\n\nThe link works once, until ${until}. Did you not expect this? Then there is nothing to do.`,
    },
    renewal: {
      subject: "A new password for Leeroogst",
      text: (name: string, link: string, until: string) =>
        `Dear ${name},\n\nWith this link you choose a new password for Leeroogst:\n\n${link}\n\nThe link works once, until ${until}. Did you not ask for this? Tell your administrator. Your current password goes on working.`,
    },
  },
});

export type LetterKind = keyof (typeof letters)["nl"];

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** A letter with a one-time link that works until `until` (UTC, ISO 8601), Dutch first. */
export function letterWithLink(
  kind: LetterKind,
  { name, link, until }: { name: string; link: string; until: string },
): { subject: string; text: string } {
  const said = (language: Language) => letters[language][kind].text(oneLine(name), link, showMoment(until, language));
  return {
    subject: `${letters.nl[kind].subject} / ${letters.en[kind].subject}`,
    text: `${said("nl")}\n\n– – –\n\n${said("en")}\n`,
  };
}
