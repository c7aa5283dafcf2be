/**
 * Finds in free text what should not be there: numbers, addresses and names with which somebody can be found (rule R9).
 * Formats are certain or nearly so; names are a guess. What stands in square brackets was replaced already and is left alone.
 */
import type { PassageField } from "./passage.ts";

/** In this order a place is given to one kind when two of them fit. */
export const personalKinds = ["e-mail", "iban", "phone", "bsn", "postcode", "birth-date", "name"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A place in a text: UTF-16 code units, start inclusive, end exclusive. */
export type PersonalMatch = { kind: PersonalKind; start: number; end: number };

/** What the text or the note of an answer may give away, of one kind: how often, and the first places. Never the words themselves. */
export type PersonalFinding = {
  field: PassageField;
  kind: PersonalKind;
  count: number;
  places: Array<{ start: number; end: number }>;
};

/** How many places of one kind a finding names. */
const mostPlaces = 20;

type Span = { start: number; end: number };

function spansOf(
  text: string,
  pattern: RegExp,
  accept: (found: string, start: number) => boolean = () => true,
): Array<Span> {
  return [...text.matchAll(pattern)]
    .filter((match) => accept(match[0], match.index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const mail = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}/gu;

/** Length of an IBAN by country (ISO 13616), for the countries around and those that families come from or send money to. */
const ibanLengths: Record<string, number> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HU: 28,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  TR: 26,
};

/** The check of ISO 7064 (mod 97-10): moved four places and letters as numbers, the remainder is 1. */
function isIban(compact: string): boolean {
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

function ibans(text: string): Array<Span> {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu)].flatMap((match) => {
    const length = ibanLengths[match[0].slice(0, 2).toUpperCase()];
    if (length === undefined) return [];
    const rest = new RegExp(`(?:[ .-]?[A-Z0-9]){${length - 4}}(?![\\p{L}\\p{N}])`, "iyu");
    rest.lastIndex = match.index + 4;
    const found = rest.exec(text);
    if (!found || !isIban((match[0] + found[0]).replace(/[ .-]/g, "").toUpperCase())) return [];
    return [{ start: match.index, end: match.index + 4 + found[0].length }];
  });
}

/** Runs of digits in groups, as people write numbers; what they mean is decided afterwards. */
const digitRun = /(?<![\p{L}\p{N}.,+])(?:\+|\()?\d(?:[ ]?[-./()]?[ ]?\d){6,16}(?![\p{L}\p{N}])/gu;

/** Nine digits after the 0, or an international number; services such as 0800-0432 are shorter, and belong to nobody. */
function isPhone(written: string): boolean {
  const groups = written.match(/\d+/g) ?? [];
  if (groups.filter((group) => group.length === 1).length > 2 || groups.length > 6) return false;
  const digits = groups.join("");
  if (/^(?:\+|00)/.test(written)) {
    const abroad = digits.replace(/^00/, "");
    return abroad.startsWith("31") ? /^310?[1-9]\d{8}$/.test(abroad) : /^[1-9]\d{8,13}$/.test(abroad);
  }
  return (
    /^0[1-9]\d{8}$/.test(digits) && !/^0[89]00/.test(digits) && !/^\d{4}[-/.]/.test(written.replace(/^0\d{3}-/, ""))
  );
}

const nineDigits = /(?<![\p{L}\p{N}.,-])(?:\d{3}([ .-]?)\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\p{L}\p{N}-])/gu;

/** The eleven-test: the first eight digits weigh 9 to 2, the last counts negative, and the sum is a multiple of eleven. */
function isBsn(written: string): boolean {
  const digits = written.replace(/\D/g, "");
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

/** Four digits and two letters; the small words that follow a number in running text are no letters of a postcode. */
const postcode = /(?<![\p{L}\p{N}.,-])[1-9]\d{3} ?(?:[A-Z]{2}|[a-z]{2})(?![\p{L}\p{N}'’-])/gu;
const smallWords = new Set(
  "aan af al am an as at be bij by cm de do dr eu em en er et ex go gr he ha ik in is it ja je kg km la le me mi mm mb gb my na ne no nu of ok om on op or pc so te to tv uu uw up us we wk ze zo".split(
    " ",
  ),
);
const notInPostcodes = new Set(["SA", "SD", "SS"]);

function isPostcode(written: string): boolean {
  const letters = written.slice(-2);
  if (notInPostcodes.has(letters.toUpperCase())) return false;
  if (letters === letters.toLowerCase()) return !(written.includes(" ") && smallWords.has(letters));
  return !(/^(?:19|20)\d\d /.test(written) && /^(?:EK|WK|OS|TV)$/.test(letters));
}

const months =
  "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const date = new RegExp(
  `(?<![\\p{N}.,-])(?:${day}([-/. ])(?:0?[1-9]|1[0-2])\\1(?:19|20)?\\d\\d|(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|${day}(?:e|ste|st|nd|rd|th)? (?:of )?(?:${months})(?:,? (?:19|20)?\\d\\d)?)(?![\\p{N}-])`,
  "giu",
);
/** What says that a date is a birthday, shortly before it or right after it, in the same sentence. */
const birthBefore =
  /(?:geboren|geboorte|jarig|verjaardag|verjaart|geb\.|\*|born|birthday|birth|d\.o\.b)[^.!?\n]{0,32}$/iu;
const birthAfter = /^[^.!?\n]{0,12}(?:geboren|geboorte|jarig|verjaar|born)/iu;

function birthDates(text: string): Array<Span> {
  return spansOf(
    text,
    date,
    (found, start) =>
      birthBefore.test(text.slice(Math.max(0, start - 48), start)) || birthAfter.test(text.slice(start + found.length)),
  );
}

/** First names that are common in the Netherlands and are not also ordinary words at the beginning of a sentence. */
const firstNames = new Set(
  (
    "Aafke Aisha Ali Amber Amina Anna Anne Annelies Anouk Arjan Ayoub Bas Bart Bert Bram Brigitte Britt Carla Carlijn Chantal Charlotte Chris " +
    "Christel Claudia Cor Daan Danielle Danny David Dennis Dewi Dirk Elif Elin Elisa Ella Elly Elsbeth Emma Emily Erik Esmee Esther " +
    "Eva Evi Fatima Femke Femmie Finn Fleur Floris Frank Fred Gerard Gerrit Gijs Hanna Hannah Hans Harm Hassan Heleen Henk Hidde " +
    "Hugo Ibrahim Ilse Imane Ineke Inge Ingrid Irene Iris Isa Jaap Jan Janneke Jannes Jasmijn Jasper Jayden Jeroen Jesse Jip Joep " +
    "Johan Johanna Jolanda Jorrit Joris Joost Jos Julia Julian Karim Karin Kees Khadija Kim Koen Laura Lars Leon Levi Liam Lieke Linda Lisa Loes " +
    "Lotte Louise Luca Lucas Luuk Maaike Maarten Manon Marc Marieke Marijke Marjan Martijn Mees Melissa Michiel Mila Milan Milou Mohamed " +
    "Mohammed Monique Mustafa Naomi Nick Niek Niels Nienke Noa Noah Noor Nora Nour Olivia Omar Patrick Paul Petra Pieter Piet Quinten Rachid Ria Rick " +
    "Rik Robin Ruben Ruud Samira Sander Sanne Sara Sarah Saskia Selma Sem Senna Simone Sjoerd Sofie Sophie Stefan Stijn Sven Tess Thijs Thomas Tim " +
    "Timo Tom Twan Vera Wendy Willem Wim Wouter Yara Yasmin Youssef Yusuf Yvonne Zoë Zoe"
  ).split(" "),
);

/** Words that are written with a capital and name nobody: languages, peoples, feasts, programs, games, institutions. */
const harmless = new Set(
  (
    "Nederlands Nederlandse Nederland Engels Engelse Engeland Frans Franse Frankrijk Duits Duitse Duitsland Spaans Spaanse Spanje Italiaans Italië " +
    "Turks Turkse Turkije Arabisch Arabische Marokkaans Marokkaanse Marokko Pools Poolse Polen Belgisch België Fries Japans Japanse Japan Chinees Chinese " +
    "China Amerika Amerikaans Amerikaanse Europa Europees Europese Afrika Grieks Griekse Latijn Koreaans Korea Oekraïens Oekraïense Oekraïne Syrisch Syrië Dutch English " +
    "French German Spanish Netherlands Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September " +
    "October November December Kerst Kerstmis Pasen Pinksteren Sinterklaas Koningsdag Ramadan Suikerfeest Offerfeest Carnaval Halloween Easter Christmas God Allah Jezus " +
    "YouTube Youtube Minecraft Roblox Netflix Google Instagram TikTok Discord Lego LEGO WhatsApp Whatsapp Teams Zoom Fortnite Pokémon Pokemon Nintendo " +
    "Playstation PlayStation Xbox Spotify Snapchat Facebook Python Scratch Duolingo Word Excel Windows Apple Ipad Android Wikipedia Harry Potter Mario Zelda World Cup Mars Venus Jupiter Saturnus Duplo Tetris Photoshop Blender Arduino Twitch " +
    "Jeugdzorg Leerplicht Leerplichtwet Inspectie Kamer Rijk Gemeente Raad Veilig Thuis Bureau Samenwerkingsverband Passend Onderwijs Leeroogst WEL Wel Ontwikkeling Montessori Jenaplan " +
    "Dalton Waldorf Kindertelefoon Entree Havo Vmbo Mavo Gymnasium I I'm I've I'd I'll Mama Papa Opa Oma Noordzee Waddenzee Veluwe Ardennen Tweede Wereldoorlog Middeleeuwen Romeinen Egyptenaren Vikingen"
  ).split(" "),
);

/** How adjectives of countries, subjects of a school and days end; few names do. */
const harmlessEnd = /(?:isch|ische|kunde|day|days|dag|school|college)$/u;

const title =
  /(?<![\p{L}])(?:meneer|mevrouw|mevr\.|dhr\.|mw\.|juf|juffrouw|meester|tante|oom|dokter|dr\.|drs\.|zuster|broeder|pleegmoeder|pleegvader|mr\.|mrs\.|ms\.|miss|uncle|aunt|opa|oma) (?:(?:van|de|der|den|ten|ter|el|al|ben) ){0,3}\p{Lu}[\p{L}'’-]+/giu;
const capitalised =
  /(?<![\p{L}\p{N}'’@.-])\p{Lu}[\p{Ll}]+(?:['’-]?\p{Lu}?\p{Ll}+)*(?: (?:van |de |der |den |ten |ter |el |al |ben ){0,3}\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){0,2}(?![\p{L}])/gu;

/** Whether a sentence begins here: nothing but spaces, quotes, emoji and signs since its last end. */
function beginsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?…:\n]|\p{Extended_Pictographic}|[-–•]\s|["“‘„'(]|(?<![\p{L}])['’]s )[^\p{L}\p{N}]*$/u.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

function names(text: string): Array<Span> {
  const titled = spansOf(
    text,
    title,
    (found) => /\p{Lu}[\p{L}'’-]+$/u.test(found) && !harmless.has(found.split(" ").at(-1) ?? ""),
  );
  const found = spansOf(text, capitalised).flatMap(({ start, end }): Array<Span> => {
    const words = [...text.slice(start, end).matchAll(/\S+/gu)];
    const begins = beginsSentence(text, start);
    const kept = words.filter(({ 0: word, index }) => {
      const plain = word.replace(/['’]s$/u, "");
      if (!/^\p{Lu}/u.test(word)) return false;
      if (firstNames.has(plain)) return true;
      if (harmless.has(word) || harmless.has(plain) || harmlessEnd.test(word)) return false;
      return !(begins && index === 0);
    });
    const first = kept[0];
    const last = kept.at(-1);
    return first && last ? [{ start: start + first.index, end: start + last.index + last[0].length }] : [];
  });
  return [...titled, ...found];
}

const finders: Record<PersonalKind, (text: string) => Array<Span>> = {
  "e-mail": (text) => spansOf(text, mail),
  iban: ibans,
  phone: (text) => spansOf(text, digitRun, isPhone),
  bsn: (text) => spansOf(text, nineDigits, isBsn),
  postcode: (text) => spansOf(text, postcode, isPostcode),
  "birth-date": birthDates,
  name: names,
};

/** Every place that may identify somebody, in the order of the text, none overlapping another. */
export function personalData(text: string): Array<PersonalMatch> {
  const taken: Array<Span> = spansOf(text, /\[[^[\]\n]{0,80}\]/gu);
  const matches: Array<PersonalMatch> = [];
  for (const kind of personalKinds) {
    for (const { start, end } of finders[kind](text)) {
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      taken.push({ start, end });
      matches.push({ kind, start, end });
    }
  }
  return matches.sort((a, b) => a.start - b.start);
}

/** What may identify somebody in the text and the note of an answer, by field and kind; empty when there is nothing. */
export function personalFindings(texts: Readonly<Record<PassageField, string>>): Array<PersonalFinding> {
  return (["value", "note"] as const).flatMap((field) => {
    const matches = personalData(texts[field]);
    return personalKinds.flatMap((kind) => {
      const places = matches.filter((match) => match.kind === kind).map(({ start, end }) => ({ start, end }));
      return places.length === 0 ? [] : [{ field, kind, count: places.length, places: places.slice(0, mostPlaces) }];
    });
  });
}
