/** Texts of the way in: signing in, picking who to be in a demo, and the page behind a one-time link. */
import { messages } from "./messages.ts";

export const signIn = messages({
  nl: {
    title: "Meld je aan",
    intro: "Gebruik het e-mailadres waarmee je bent uitgenodigd.",
    email: "E-mailadres",
    password: "Wachtwoord",
    submit: "Meld je aan",
    wrong:
      "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het nog eens, of vraag je beheerder om een nieuwe link.",
    tooMany: (seconds: number) =>
      seconds === 1
        ? "Het is een paar keer niet gelukt. Wacht een seconde en probeer het dan nog eens."
        : `Het is een paar keer niet gelukt. Wacht ${seconds} seconden en probeer het dan nog eens.`,
    wrongTitle: "Aanmelden lukt nog niet",
    forgotten: "Wachtwoord vergeten? Je beheerder maakt een nieuwe link voor je.",
    organisation: {
      name: "je organisatie",
      or: "Of",
      go: (name: string) => `Ga verder met ${name}`,
      noPassword: "Of ga verder via je organisatie. Dan kies je geen wachtwoord. Je telefoon koppel je wel.",
      outcomes: {
        unknown: "We kennen je nog niet. Vraag je beheerder om een uitnodiging en open die link.",
        failed: "Aanmelden via je organisatie lukt nu niet. Probeer het zo nog eens.",
        late: "Dat duurde te lang, of het begon in een ander venster. Begin opnieuw.",
      },
    },
    demoTitle: "Wie ben je vandaag?",
    demoIntro: "Kies een rol om te oefenen. Je hebt geen wachtwoord nodig en kunt niets stukmaken.",
    demoPerson: (role: string, region: string | null) => (region ? `${role} in ${region}` : role),
    nobody: "In deze database is nog niemand.",
    welcomeTitle: "Welkom bij Leeroogst",
    welcomeIntro:
      "Kies een wachtwoord. Daarna kies je een tweede stap, je telefoon of een passkey, en dan kun je beginnen.",
    firstIntro:
      "Je wordt de eerste beheerder. Vul in wie je bent en kies een wachtwoord. Daarna kies je een tweede stap: je telefoon of een passkey.",
    renewalTitle: "Kies een nieuw wachtwoord",
    renewalIntro: "Je oude wachtwoord werkt daarna niet meer. Overal waar je was aangemeld, meld je je opnieuw aan.",
    name: "Naam",
    newPassword: "Wachtwoord",
    newPasswordHint: "Minstens 15 tekens. Een zin die alleen jij kent, werkt goed.",
    again: "Nog een keer hetzelfde wachtwoord",
    passwordFaults: {
      "too-short": "Neem minstens 15 tekens.",
      "too-long": "Neem hooguit 200 tekens.",
      "too-simple": "Dit is te makkelijk te raden: het herhaalt zich. Gebruik meer verschillende tekens.",
      "contains-own": "Laat je naam, je e-mailadres en Leeroogst eruit.",
      common: "Dit is te makkelijk te raden: veel mensen gebruiken dit. Neem een zin die alleen jij kent.",
      "not-same": "Dit is niet hetzelfde wachtwoord.",
    },
    begin: "Begin",
    steps: {
      "set-up": {
        title: "Koppel je telefoon",
        intro:
          "Naast je wachtwoord vraagt Leeroogst een code van je telefoon. Wie alleen je wachtwoord kent, komt er dan niet in. Heb je liever een passkey? Die staat onderaan.",
      },
      verify: { title: "Typ je code", intro: "Open de app op je telefoon en typ de zes cijfers bij Leeroogst over." },
      again: {
        title: "Typ nog eens je code",
        intro:
          "Wat je nu gaat doen, is niet zomaar terug te draaien. Daarom vragen we nog eens om de code op je telefoon.",
      },
      passkey: {
        title: "Laat zien dat jij het bent",
        intro: "Gebruik je passkey: je vingerafdruk, je gezicht, je pincode of je beveiligingssleutel.",
      },
      "passkey-again": {
        title: "Laat nog eens zien dat jij het bent",
        intro: "Wat je nu gaat doen, is niet zomaar terug te draaien. Daarom vragen we nog eens om je passkey.",
      },
      codes: {
        title: "Bewaar je herstelcodes",
        intro:
          "Telefoon of passkey kwijt? Met een van deze codes kom je er toch in. Elke code werkt één keer. Je ziet ze alleen nu: druk ze af of schrijf ze op, en bewaar ze niet bij je laptop.",
      },
    },
    installApp:
      "Zet een app voor inlogcodes op je telefoon, zoals Microsoft Authenticator, Google Authenticator of Aegis. Heb je er al een? Gebruik die.",
    scan: "Scan deze code met de app.",
    scanLabel: "QR-code om je telefoon te koppelen",
    byHand: "Lukt scannen niet? Typ deze sleutel in de app:",
    firstCode: "Typ de zes cijfers die de app nu laat zien.",
    code: "Code van zes cijfers",
    confirm: "Koppel",
    give: "Ga verder",
    lost: "Telefoon niet bij de hand?",
    lostText:
      "Gebruik een van je herstelcodes. Heb je die ook niet? Vraag je beheerder om je tweede stap te verwijderen. Dan kies je een nieuwe.",
    recoveryCode: "Herstelcode",
    useRecoveryCode: "Gebruik herstelcode",
    codeWrong: "Deze code klopt niet of is al gebruikt. Wacht op de volgende code en probeer het nog eens.",
    orPasskey: "Liever zonder app?",
    passkeyText:
      "Met een passkey gebruik je je vingerafdruk, je gezicht, een pincode of een beveiligingssleutel in plaats van een code. Je hoeft de app dan niet te koppelen.",
    usePasskey: "Gebruik een passkey",
    passkeyWrong: "Deze passkey is niet aangenomen. Probeer het nog eens, of kies een andere manier.",
    passkeyFailed: "Het is niet gelukt of afgebroken. Probeer het nog eens, of kies een andere manier.",
    passkeyNeedsScript: "Een passkey werkt alleen met JavaScript. Kies hier een andere manier.",
    passkeyNotHere: "In deze browser werkt een passkey niet. Kies hier een andere manier.",
    lostPasskey: "Passkey niet bij de hand?",
    lostPasskeyText:
      "Gebruik een van je herstelcodes. Heb je die ook niet? Vraag je beheerder om je tweede stap te verwijderen. Dan kies je een nieuwe.",
    somebodyElse: "Meld je aan als iemand anders",
    codesFor: (origin: string) => `Herstelcodes voor Leeroogst op ${origin}`,
    print: "Druk af",
    kept: "Ik heb ze bewaard",
  },
  en: {
    title: "Sign in",
    intro: "Use the e-mail address with which you were invited.",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    wrong:
      "This e-mail address and password do not belong together. Try again, or ask your administrator for a new link.",
    tooMany: (seconds: number) =>
      seconds === 1
        ? "It did not work a few times. Wait one second and then try again."
        : `It did not work a few times. Wait ${seconds} seconds and then try again.`,
    wrongTitle: "Signing in does not work yet",
    forgotten: "Forgotten your password? Your administrator makes a new link for you.",
    organisation: {
      name: "your organisation",
      or: "Or",
      go: (name: string) => `Go on with ${name}`,
      noPassword: "Or go on through your organisation. Then you choose no password. You do connect your phone.",
      outcomes: {
        unknown: "We do not know you yet. Ask your administrator for an invitation and open that link.",
        failed: "Signing in through your organisation is not possible now. Please try again shortly.",
        late: "That took too long, or began in another window. Please start again.",
      },
    },
    demoTitle: "Who are you today?",
    demoIntro: "Pick a role to practise. You need no password and cannot break anything.",
    demoPerson: (role: string, region: string | null) => (region ? `${role} in ${region}` : role),
    nobody: "There is nobody in this database yet.",
    welcomeTitle: "Welcome to Leeroogst",
    welcomeIntro: "Choose a password. Then you choose a second step, your phone or a passkey, and you can start.",
    firstIntro:
      "You will be the first administrator. Fill in who you are and choose a password. Then you choose a second step: your phone or a passkey.",
    renewalTitle: "Choose a new password",
    renewalIntro: "Your old password then no longer works. Wherever you were signed in, you sign in again.",
    name: "Name",
    newPassword: "Password",
    newPasswordHint: "At least 15 characters. A sentence that only you know works well.",
    again: "The same password once more",
    passwordFaults: {
      "too-short": "Use at least 15 characters.",
      "too-long": "Use at most 200 characters.",
      "too-simple": "This is too easy to guess: it repeats itself. Use more different characters.",
      "contains-own": "Leave out your name, your e-mail address and Leeroogst.",
      common: "This is too easy to guess: many people use this. Take a sentence that only you know.",
      "not-same": "This is not the same password.",
    },
    begin: "Begin",
    steps: {
      "set-up": {
        title: "Connect your phone",
        intro:
          "Beside your password Leeroogst asks for a code from your phone. Whoever knows only your password then does not get in. Would you rather use a passkey? It is at the bottom.",
      },
      verify: {
        title: "Type your code",
        intro: "Open the app on your phone and type the six digits that it shows for Leeroogst.",
      },
      again: {
        title: "Type your code once more",
        intro:
          "What you are about to do cannot simply be undone. That is why we ask for the code on your phone once more.",
      },
      passkey: {
        title: "Show that it is you",
        intro: "Use your passkey: your fingerprint, your face, your PIN or your security key.",
      },
      "passkey-again": {
        title: "Show once more that it is you",
        intro: "What you are about to do cannot simply be undone. That is why we ask for your passkey once more.",
      },
      codes: {
        title: "Keep your recovery codes",
        intro:
          "Lost your phone or passkey? One of these codes still lets you in. Each code works once. You see them only now: print them or write them down, and do not keep them with your laptop.",
      },
    },
    installApp:
      "Put an app for sign-in codes on your phone, such as Microsoft Authenticator, Google Authenticator or Aegis. Do you have one? Use that.",
    scan: "Scan this code with the app.",
    scanLabel: "QR code to connect your phone",
    byHand: "Scanning does not work? Type this key into the app:",
    firstCode: "Type the six digits that the app shows now.",
    code: "Code of six digits",
    confirm: "Connect",
    give: "Go on",
    lost: "Phone not at hand?",
    lostText:
      "Use one of your recovery codes. No recovery codes either? Ask your administrator to remove your second step. Then you choose a new one.",
    recoveryCode: "Recovery code",
    useRecoveryCode: "Use recovery code",
    codeWrong: "This code is not right or has been used. Wait for the next code and try again.",
    orPasskey: "Rather without an app?",
    passkeyText:
      "With a passkey you use your fingerprint, your face, a PIN or a security key in place of a code. You then need not connect the app.",
    usePasskey: "Use a passkey",
    passkeyWrong: "This passkey was not accepted. Try again, or choose another way.",
    passkeyFailed: "It did not work or was cancelled. Try again, or choose another way.",
    passkeyNeedsScript: "A passkey works only with JavaScript. Choose another way here.",
    passkeyNotHere: "A passkey does not work in this browser. Choose another way here.",
    lostPasskey: "Passkey not at hand?",
    lostPasskeyText:
      "Use one of your recovery codes. No recovery codes either? Ask your administrator to remove your second step. Then you choose a new one.",
    somebodyElse: "Sign in as somebody else",
    codesFor: (origin: string) => `Recovery codes for Leeroogst at ${origin}`,
    print: "Print",
    kept: "I have kept them",
  },
});
