/** Everything that can go wrong for a user: one error class, a closed list of codes, the HTTP status of each and its sentence in both languages. */
import type { Language } from "./languages.ts";

/**
 * code -> [HTTP status, Dutch sentence, English sentence]. A sentence says what happened, what is safe and what one can do; it never
 * holds anything a user wrote.
 */
const problems = {
  "not-found": [404, "Deze pagina is er niet, of is niet voor jou.", "This page does not exist, or is not for you."],
  "sign-in-required": [401, "Meld je eerst aan.", "Please sign in first."],
  "forbidden-origin": [
    403,
    "Dit verzoek kwam niet van Leeroogst zelf. Er is niets veranderd.",
    "This request did not come from Leeroogst itself. Nothing changed.",
  ],
  "invalid-input": [
    400,
    "Niet alles is goed ingevuld. Kijk de velden na.",
    "Not everything is filled in correctly. Please check the fields.",
  ],
  "answer-invalid": [
    400,
    "Dit antwoord past niet bij de vraag. Er is niets veranderd.",
    "This answer does not fit the question. Nothing changed.",
  ],
  "question-unknown": [
    400,
    "Deze vraag staat niet in deze versie van de leidraad.",
    "This question is not in this version of the guide.",
  ],
  "question-hidden": [400, "Deze vraag is hier niet aan de orde.", "This question does not apply here."],
  "consent-missing": [
    409,
    "Leg eerst vast of de gesprekspartner wil meedoen. Daarna kun je antwoorden bewaren.",
    "First record whether the speaker wants to take part. Then answers can be saved.",
  ],
  "consent-refused": [
    409,
    "De gesprekspartner wil niet meedoen. Alleen dat is bewaard.",
    "The speaker does not want to take part. Only that has been kept.",
  ],
  "interview-withdrawn": [
    409,
    "De toestemming voor dit gesprek is ingetrokken. Er wordt niets meer bewaard.",
    "The consent for this interview has been withdrawn. Nothing is kept any more.",
  ],
  "guardian-objects": [
    409,
    "Een tweede ouder of voogd wil dit niet. Een gesprek kan pas als diegene ja zegt.",
    "A second parent or guardian objects. An interview is possible once they say yes.",
  ],
  "youth-objects": [
    409,
    "De jeugdige wil dit niet. Niemand kan die nee opzijzetten. Alleen de jeugdige zelf kan erop terugkomen.",
    "The young person does not want this. Nobody can set that no aside. Only they themselves can come back to it.",
  ],
  "guardian-consent-missing": [
    409,
    "Eerst moet een ouder of voogd ja zeggen. Daarna kan dit gesprek verder.",
    "A parent or guardian has to agree first. Then this interview can go on.",
  ],
  "youth-consent-missing": [
    409,
    "Eerst moet de jeugdige zelf ja zeggen: in een eigen gesprek, of vastgelegd bij de jeugdige. Daarna kan dit gesprek verder.",
    "The young person has to agree first: in an own interview, or recorded on their page. Then this interview can go on.",
  ],
  "guardian-and-youth-consent-missing": [
    409,
    "Eerst moeten een ouder of voogd en de jeugdige zelf allebei ja zeggen. Daarna kan dit gesprek verder.",
    "Both a parent or guardian and the young person have to agree first. Then this interview can go on.",
  ],
  "interview-state": [
    409,
    "Dit kan niet bij een gesprek in deze toestand.",
    "This is not possible for an interview in this state.",
  ],
  "interview-incomplete": [409, "Een paar verplichte vragen zijn nog open.", "Some required questions are still open."],
  "hides-answers": [
    409,
    "Deze keuze verbergt vragen die al een antwoord hebben. Bevestig eerst dat die antwoorden weg mogen.",
    "This choice hides questions that already have an answer. First confirm that those answers may go.",
  ],
  "operation-reused": [
    409,
    "Deze opslag is al eens gedaan met een andere inhoud. Laad de pagina opnieuw.",
    "This save was already made with other content. Please reload the page.",
  ],
  "answer-conflict": [
    409,
    "Op een ander apparaat is dit antwoord ook veranderd. Beide teksten zijn bewaard.",
    "This answer was changed on another device too. Both texts have been kept.",
  ],
  "text-conflict": [
    409,
    "Iemand anders heeft deze tekst ook veranderd. Beide teksten zijn er nog.",
    "Someone else changed this text too. Both texts are still here.",
  ],
  "passage-invalid": [
    400,
    "Dit fragment past niet in de tekst. Kies het opnieuw.",
    "This passage does not fit the text. Please select it again.",
  ],
  "warning-open": [
    409,
    "In dit fragment staan woorden waarmee iemand misschien te vinden is. Kijk ze eerst na: ze staan boven de tekst van het antwoord.",
    "This passage holds words by which somebody might be found. Look at them first: they stand above the text of the answer.",
  ],
  "code-unknown": [400, "Deze code staat niet in het codeboek.", "This code is not in the codebook."],
  "coding-exists": [409, "Dit fragment heeft deze code al.", "This passage already has this code."],
  "answer-changed": [
    409,
    "Het antwoord is intussen veranderd. Kies het fragment opnieuw.",
    "The answer has changed in the meantime. Please select the passage again.",
  ],
  "nothing-to-undo": [409, "Er is niets om ongedaan te maken.", "There is nothing to undo."],
  "version-exists": [
    409,
    "Deze versie bestaat al met een andere inhoud. Kies een nieuw versienummer.",
    "This version already exists with other content. Choose a new version number.",
  ],
  "guide-faults": [400, "Het bestand heeft fouten. Ze staan eronder.", "The file has faults. They are listed below."],
  "import-faults": [
    400,
    "Het bestand heeft fouten. Er is niets ingelezen.",
    "The file has faults. Nothing was imported.",
  ],
  "format-not-for-audience": [
    400,
    "Dit bestandstype kan niet voor deze lezerskring.",
    "This file type is not available for this audience.",
  ],
  "nothing-to-release": [
    409,
    "Er is nog geen gesprek dat in dit verslag meetelt. Er valt nog niets vrij te geven.",
    "No interview counts in this report yet. There is nothing to release.",
  ],
  "person-exists": [409, "Er is al iemand met dit e-mailadres.", "There already is someone with this e-mail address."],
  "no-password": [
    409,
    "Dit is je enige manier om je aan te melden. Vraag je beheerder eerst om een link voor een wachtwoord.",
    "This is your only way to sign in. First ask your administrator for a link for a password.",
  ],
  "organisation-taken": [
    409,
    "Bij deze aanmelding van je organisatie hoort al iemand anders.",
    "This sign-in of your organisation belongs to somebody else already.",
  ],
  "last-administrator": [409, "Er moet minstens één beheerder blijven.", "At least one administrator has to remain."],
  "last-second-factor": [
    409,
    "Zonder deze passkey kom je er niet meer in. Voeg er eerst een andere toe.",
    "Without this passkey you can no longer get in. Add another one first.",
  ],
  "link-used": [
    410,
    "Deze link is al gebruikt of verlopen. Vraag een nieuwe aan.",
    "This link has been used or has expired. Please ask for a new one.",
  ],
  "code-wrong": [
    400,
    "Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer het nog eens.",
    "This code is not right, or has been used. Wait for the next one and try again.",
  ],
  "password-wrong": [
    400,
    "Dit is niet je wachtwoord van nu. Er is niets veranderd.",
    "This is not your current password. Nothing changed.",
  ],
  "too-often": [
    429,
    "Dit gaat heel vaak achter elkaar. Wacht even en probeer het dan opnieuw. Er is niets veranderd.",
    "This is happening very often in a row. Wait a moment and try again. Nothing changed.",
  ],
  "too-large": [413, "Dit is te groot om te bewaren.", "This is too large to save."],
  "storage-full": [
    507,
    "Bewaren lukt nu niet: de schijf is vol. Je tekst staat nog op je scherm.",
    "Saving is not possible now: the disk is full. Your text is still on your screen.",
  ],
  "storage-failed": [
    503,
    "Bewaren lukt nu niet. Je tekst staat nog op je scherm. Probeer het zo nog eens.",
    "Saving is not possible now. Your text is still on your screen. Please try again shortly.",
  ],
  "database-newer": [
    500,
    "Deze database is van een nieuwere versie van Leeroogst.",
    "This database belongs to a newer version of Leeroogst.",
  ],
  "database-exists": [
    409,
    "Op deze plek staat al een database. Kies een andere plek, of zet die eerst opzij.",
    "There already is a database in this place. Choose another place, or move that one aside first.",
  ],
  "backup-unreadable": [
    400,
    "Deze reservekopie is niet te openen: de sleutel past niet, of het bestand is beschadigd. Er is niets teruggezet.",
    "This backup cannot be opened: the key does not fit, or the file is damaged. Nothing was restored.",
  ],
  "backup-broken": [
    400,
    "De database in deze reservekopie is niet heel. Er is niets teruggezet. Neem een andere.",
    "The database in this backup is not whole. Nothing was restored. Take another one.",
  ],
  "erasure-list-broken": [
    500,
    "De lijst met gewiste gesprekken naast de database is niet te lezen. Zonder die lijst gaat de database niet open.",
    "The list of erased interviews beside the database cannot be read. The database does not open without it.",
  ],
  "settings-invalid": [500, "De instellingen kloppen niet.", "The settings are not valid."],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof problems;

/** A fault in one field of what was sent: `path` names the field, `code` is a short word that screens translate. */
export type FieldFault = { path: string; code: string };

/** What a caller may need beside the code; never anything a user wrote, except `lines` of a file check shown to its own author. */
export type ProblemDetails = { fields?: Array<FieldFault>; lines?: Array<string>; ids?: Array<string> };

/** The only error that users meet. Anything else that is thrown is a bug. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(problems[code][2], options);
    this.name = "Problem";
    this.code = code;
    this.details = details;
  }
}

/** The HTTP status that goes with a code. */
export function problemStatus(code: ProblemCode): number {
  return problems[code][0];
}

/** The sentence for the user, in the language of the screen. */
export function problemSentence(code: ProblemCode, language: Language): string {
  return problems[code][language === "nl" ? 1 : 2];
}

/** Every code there is, for docs and tests. */
export const problemCodes = Object.keys(problems) as Array<ProblemCode>;

/** Whether a string is one of our codes, for what came over the wire. */
export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === "string" && value in problems;
}
