/** Texts of one's own account: devices, password and recovery codes. */
import { messages } from "./messages.ts";

export const account = messages({
  nl: {
    title: "Mijn account",
    devicesTitle: "Mijn apparaten",
    devicesText: "Hier ben je nu aangemeld. Ken je een apparaat niet? Meld het af en kies een nieuw wachtwoord.",
    thisOne: "Dit apparaat",
    unknownBrowser: "Onbekende browser",
    begun: (moment: string) => `aangemeld op ${moment}`,
    seen: (moment: string) => `laatst gezien op ${moment}`,
    end: "Meld af",
    endLabel: (browser: string, moment: string) => `Meld af: ${browser}, aangemeld op ${moment}`,
    endOthers: "Meld alle andere apparaten af",
    passwordTitle: "Wachtwoord",
    passwordText: "Na een nieuw wachtwoord ben je op al je andere apparaten afgemeld.",
    current: "Wachtwoord van nu",
    newPassword: "Nieuw wachtwoord",
    changePassword: "Verander wachtwoord",
    passwordChanged: "Je hebt een nieuw wachtwoord. Op je andere apparaten ben je afgemeld.",
    codesTitle: "Herstelcodes",
    codesLeft: (count: number) =>
      count === 1
        ? "Je hebt nog 1 herstelcode, voor als je je telefoon niet bij de hand hebt."
        : `Je hebt nog ${count} herstelcodes, voor als je je telefoon niet bij de hand hebt.`,
    codesText: "Maak je nieuwe? Dan werken de oude niet meer.",
    codeHint: "Uit de app op je telefoon.",
    renewCodes: "Maak nieuwe herstelcodes",
    codesReady: "Je nieuwe herstelcodes",
    organisation: {
      title: "Aanmelden via je organisatie",
      connected: "Je kunt je aanmelden via je organisatie. De code op je telefoon blijft erbij.",
      notConnected:
        "Koppel de aanmelding van je organisatie. Dan heb je hier geen wachtwoord nodig, wel de code op je telefoon.",
      disconnect: "Koppel los",
    },
    acts: {
      title: "Wat ik bekeek",
      link: "Bekeek wat er over jouw werk in het logboek staat",
      intro:
        "Dit houdt Leeroogst bij over wat jij opent en verandert. Gezinnen kunnen vragen wie hun gesprek heeft gezien. Bij een jeugdige die je niet meer mag zien, staat niet om wie het gaat.",
      when: "Wanneer",
      what: "Wat",
      about: "Over wie",
      more: (count: number) => `en nog ${count}`,
      older: "Eerder",
      newest: "Naar het nieuwste",
      noneTitle: "Nog niets",
      none: "Je hebt nog niets geopend dat over een jeugdige gaat.",
    },
    demoText: "In de oefenomgeving heb je geen wachtwoord en geen telefoon nodig.",
  },
  en: {
    title: "My account",
    devicesTitle: "My devices",
    devicesText: "Here you are signed in now. A device that you do not know? Sign it out and choose a new password.",
    thisOne: "This device",
    unknownBrowser: "Unknown browser",
    begun: (moment: string) => `signed in on ${moment}`,
    seen: (moment: string) => `last seen on ${moment}`,
    end: "Sign out",
    endLabel: (browser: string, moment: string) => `Sign out: ${browser}, signed in on ${moment}`,
    endOthers: "Sign out all other devices",
    passwordTitle: "Password",
    passwordText: "After a new password you are signed out on all your other devices.",
    current: "Current password",
    newPassword: "New password",
    changePassword: "Change password",
    passwordChanged: "You have a new password. You are signed out on your other devices.",
    codesTitle: "Recovery codes",
    codesLeft: (count: number) =>
      count === 1
        ? "You have 1 recovery code left, for when your phone is not at hand."
        : `You have ${count} recovery codes left, for when your phone is not at hand.`,
    codesText: "Make new ones, and the old ones no longer work.",
    codeHint: "From the app on your phone.",
    renewCodes: "Make new recovery codes",
    codesReady: "Your new recovery codes",
    organisation: {
      title: "Signing in through your organisation",
      connected: "You can sign in through your organisation. The code on your phone stays part of it.",
      notConnected:
        "Connect the sign-in of your organisation. Then you need no password here, but still the code on your phone.",
      disconnect: "Disconnect",
    },
    acts: {
      title: "What I looked at",
      link: "See what the audit log holds about your work",
      intro:
        "This is what Leeroogst keeps about what you open and change. Families can ask who saw their interview. You see only labels of young people whom you may still see.",
      when: "When",
      what: "What",
      about: "About whom",
      more: (count: number) => `and ${count} more`,
      older: "Earlier",
      newest: "To the newest",
      noneTitle: "Nothing yet",
      none: "You have not opened anything about a young person yet.",
    },
    demoText: "In the practice environment you need no password and no phone.",
  },
});
