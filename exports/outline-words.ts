/** Every word that a report's files need besides what was compiled, in both languages with the same keys. */
import type { EvidenceLevel } from "#app/domain/evidence.ts";
import type { AccountabilityTag, Perspective, ThemeId } from "#app/domain/guide.ts";
import type { Language } from "#app/domain/languages.ts";
import type { Audience, MatrixMark, ReportSectionId, WithheldKind } from "#app/domain/report.ts";

type Words = {
  title: (region: string) => string;
  subtitle: string;
  practice: { title: string; text: string };
  draft: string;
  facts: { interviews: string; guides: string; codebook: string; audience: string };
  wholePeriod: string;
  from: (day: string) => string;
  until: (day: string) => string;
  between: (from: string, to: string) => string;
  noGuides: string;
  audiences: Record<Audience, string>;
  sections: Record<ReportSectionId | "withheld", { title: string; intro: string }>;
  empty: string;
  emptyOwn: string;
  perspectives: Record<Perspective, string>;
  plural: Record<Perspective, string>;
  who: Record<Perspective, string>;
  themes: Record<ThemeId, string>;
  levels: Record<EvidenceLevel, { name: string; meaning: string }>;
  counts: (youths: number, triangulated: number) => string;
  method: Array<string>;
  plannedForEach: string;
  held: { caption: string; perspective: string; planned: string; told: string };
  matrix: { caption: string; theme: string; marks: Record<MatrixMark, string> };
  question: (perspective: string, theme: string) => string;
  accountability: Record<AccountabilityTag, string>;
  accountabilityEmpty: string;
  codesTitle: string;
  withheld: Record<WithheldKind, string>;
  colophon: (moment: string) => string;
  skip: string;
  pageOf: string;
  seenBy: string;
};

export const outlineWords: Record<Language, Words> = {
  nl: {
    title: (region) => `Wat werkt in ${region}`,
    subtitle: "Leerverslag. Wat ouders, jeugdigen en professionals ons vertelden, en wat we daarvan leren.",
    practice: { title: "Oefenomgeving", text: "Alles in dit verslag is verzonnen." },
    draft: "Concept, niet verspreiden.",
    facts: { interviews: "Gesprekken", guides: "Leidraden", codebook: "Codeboek", audience: "Voor wie" },
    wholePeriod: "Alle gesprekken tot nu toe",
    from: (day) => `Vanaf ${day}`,
    until: (day) => `Tot en met ${day}`,
    between: (from, to) => `${from} tot en met ${to}`,
    noGuides: "Nog geen gesprekken",
    audiences: {
      "case-team": "Het casusteam",
      region: "De regio zelf",
      network: "Andere regio’s",
      public: "Iedereen",
    },
    sections: {
      introduction: { title: "Vooraf", intro: "" },
      "one-page": { title: "In één bladzijde", intro: "Wat het vaakst werd herkend." },
      "how-we-learned": { title: "Hoe we hebben geleerd", intro: "" },
      "development-present": {
        title: "Ontwikkeling die er al is",
        intro: "Wat jeugdigen nu al leren, ook waar niemand het leren noemt.",
      },
      "what-helped": {
        title: "Wat heeft geholpen",
        intro: "Eerst wat wij leren. Daarnaast de woorden van wie het vertelde.",
      },
      "more-possible": { title: "Wat is er nog meer mogelijk", intro: "Wensen, stappen en wat daarbij kan helpen." },
      barriers: { title: "Wat houdt het tegen", intro: "Wat in de weg staat, en waar het besproken kan worden." },
      views: {
        title: "Waar we hetzelfde zien, en waar niet",
        intro: "Vol: vaak verteld. Half: deels verteld. Open: niet verteld.",
      },
      accountability: { title: "Wat nodig is en wat kan", intro: "Drie vragen, met wat daarover is verteld." },
      method: { title: "Hoe dit verslag is gemaakt", intro: "" },
      withheld: { title: "Wat we niet laten zien, en waarom", intro: "Niets is stil weggelaten." },
    },
    empty: "Hierover is nog niet genoeg verteld.",
    emptyOwn: "Hier staat nog geen tekst.",
    perspectives: { parent: "Ouder", youth: "Jeugdige", professional: "Professional" },
    plural: { parent: "Ouders", youth: "Jeugdigen", professional: "Professionals" },
    who: { parent: "Een ouder", youth: "Een jeugdige", professional: "Een professional" },
    themes: {
      "development-present": "Ontwikkeling die er al is",
      "what-helped": "Wat heeft geholpen",
      "more-possible": "Wat is er nog meer mogelijk",
      barriers: "Wat houdt het tegen",
    },
    levels: {
      signal: { name: "Eén keer verteld", meaning: "Verteld over één jeugdige" },
      recognised: { name: "Vaker herkend", meaning: "Door meer mensen verteld" },
      supported: { name: "Door alle drie gedragen", meaning: "Ouders, jeugdigen en professionals vertellen dit" },
      broad: { name: "In meer regio’s gedragen", meaning: "Ook in andere regio’s verteld" },
    },
    counts: (youths, triangulated) =>
      `Verteld over ${youths} ${youths === 1 ? "jeugdige" : "jeugdigen"}${triangulated === 0 ? "" : `, van wie ${triangulated} door meer dan één perspectief`}.`,
    method: [
      "Een leidraad met vaste stappen hielp bij elk gesprek. De woorden van de spreker zijn opgeschreven en gecodeerd.",
      "Wij tellen jeugdigen, nooit fragmenten. Hoe breed iets is herkend, zegt niet dat het bewezen is.",
    ],
    plannedForEach: "Over elke jeugdige vragen we een ouder, de jeugdige zelf en een professional.",
    held: { caption: "Gesprekken per perspectief", perspective: "Perspectief", planned: "Gepland", told: "Verteld" },
    matrix: {
      caption: "Thema’s per perspectief",
      theme: "Thema",
      marks: { often: "Vaak verteld", partly: "Deels verteld", none: "Niet verteld", withheld: "Niet getoond" },
    },
    question: (perspective, theme) => `${perspective} noemen niets bij ‘${theme}’. Wat zien zij dat wij nog niet zien?`,
    accountability: {
      A1: "Wat hebben jeugdigen nodig?",
      A2: "Wat kan er nu al, binnen de huidige mogelijkheden?",
      A3: "Wat is er nodig voor iets dat nu nog niet kan?",
    },
    accountabilityEmpty: "Hierover is nog niet genoeg verteld.",
    codesTitle: "Gebruikte codes",
    withheld: {
      counts: "Aantallen",
      quotes: "Letterlijke zinnen",
      "quotes-without-consent": "Zinnen waarvoor geen toestemming is",
      sensitive: "Gezondheid en thuissituatie",
      "few-youths": "Wat over één jeugdige is verteld",
      splits: "Leeftijd en inschrijving",
      "without-consent": "Gesprekken zonder toestemming om van te leren",
      flagged: "Fragmenten die nog worden nagekeken",
    },
    colophon: (moment) => `Samengesteld met Leeroogst op ${moment}.`,
    skip: "Naar de inhoud",
    pageOf: " van ",
    seenBy: "Verteld door",
  },
  en: {
    title: (region) => `What works in ${region}`,
    subtitle: "Learning report. What parents, young people and professionals told us, and what we learn from it.",
    practice: { title: "Practice environment", text: "Everything in this report is invented." },
    draft: "Draft, do not distribute.",
    facts: { interviews: "Interviews", guides: "Guides", codebook: "Codebook", audience: "For whom" },
    wholePeriod: "All interviews so far",
    from: (day) => `From ${day}`,
    until: (day) => `Up to and including ${day}`,
    between: (from, to) => `${from} to ${to}`,
    noGuides: "No interviews yet",
    audiences: {
      "case-team": "The case team",
      region: "The region itself",
      network: "Other regions",
      public: "Everyone",
    },
    sections: {
      introduction: { title: "Foreword", intro: "" },
      "one-page": { title: "On one page", intro: "What was recognised most." },
      "how-we-learned": { title: "How we learned", intro: "" },
      "development-present": {
        title: "Development already present",
        intro: "What young people learn already, also where nobody calls it learning.",
      },
      "what-helped": {
        title: "What helped",
        intro: "First what we learn. Beside it the words of those who told it.",
      },
      "more-possible": { title: "What more is possible", intro: "Wishes, steps, and what can help with them." },
      barriers: { title: "What hinders", intro: "What stands in the way, and where it can be discussed." },
      views: {
        title: "Where views agree and differ",
        intro: "Full: told often. Half: told in part. Open: not told.",
      },
      accountability: { title: "What is needed and what can be done", intro: "Three questions, with what was told." },
      method: { title: "How this report was made", intro: "" },
      withheld: { title: "What we do not show, and why", intro: "Nothing was left out in silence." },
    },
    empty: "Not enough has been told about this yet.",
    emptyOwn: "There is no text here yet.",
    perspectives: { parent: "Parent", youth: "Young person", professional: "Professional" },
    plural: { parent: "Parents", youth: "Young people", professional: "Professionals" },
    who: { parent: "A parent", youth: "A young person", professional: "A professional" },
    themes: {
      "development-present": "Development already present",
      "what-helped": "What helped",
      "more-possible": "What more is possible",
      barriers: "What hinders",
    },
    levels: {
      signal: { name: "Told once", meaning: "Told about one young person" },
      recognised: { name: "Recognised by more", meaning: "Told by more people" },
      supported: {
        name: "Supported by all three",
        meaning: "Parents, young people and professionals tell this",
      },
      broad: { name: "Supported in more regions", meaning: "Told in other regions too" },
    },
    counts: (youths, triangulated) =>
      `Told about ${youths} ${youths === 1 ? "young person" : "young people"}${triangulated === 0 ? "" : `, ${triangulated} of them from more than one perspective`}.`,
    method: [
      "A guide with fixed steps helped in every interview. The speaker’s words were written down and coded.",
      "We count young people, never passages. How widely something is recognised does not say that it is proven.",
    ],
    plannedForEach: "About each young person we ask a parent, the young person and a professional.",
    held: { caption: "Interviews by perspective", perspective: "Perspective", planned: "Planned", told: "Told" },
    matrix: {
      caption: "Themes by perspective",
      theme: "Theme",
      marks: { often: "Told often", partly: "Told in part", none: "Not told", withheld: "Not shown" },
    },
    question: (perspective, theme) =>
      `${perspective} mention nothing under ‘${theme}’. What do they see that we do not see yet?`,
    accountability: {
      A1: "What do young people need?",
      A2: "What can be done now, within what is possible today?",
      A3: "What is needed for what cannot be done yet?",
    },
    accountabilityEmpty: "Not enough has been told about this yet.",
    codesTitle: "Codes used",
    withheld: {
      counts: "Numbers",
      quotes: "Literal sentences",
      "quotes-without-consent": "Sentences without consent",
      sensitive: "Health and home",
      "few-youths": "What was told about one young person",
      splits: "Age and enrolment",
      "without-consent": "Interviews without consent to learn from them",
      flagged: "Passages that still have to be checked",
    },
    colophon: (moment) => `Compiled with Leeroogst on ${moment}.`,
    skip: "To the content",
    pageOf: " of ",
    seenBy: "Told by",
  },
};
