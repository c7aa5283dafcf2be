/** Texts of the first page after signing in. */
import { messages } from "./messages.ts";

export const home = messages({
  nl: {
    title: (name: string) => `Dag ${name}`,
    pageTitle: "Start",
    nowhere: "Je hebt nog geen rol. Vraag je beheerder om je er een te geven.",
    nowhereTitle: "Nog even geduld",
    yourRole: (roles: string) => `Je werkt hier als ${roles}.`,
    nationally: "Landelijk",
    everywhere: "Voor al je werk",
    practiceRegion: "Dit is een oefenregio: alles is verzonnen.",
    steps: {
      interview: {
        title: (region: string) => `Verder met de gesprekken in ${region}`,
        reason: "Op het bord zie je per jeugdige wat de volgende stap is.",
        button: "Open het bord",
      },
      coding: {
        title: (region: string) => `Verder met coderen in ${region}`,
        reason: "Lees de antwoorden, markeer fragmenten en kies codes.",
        button: "Ga coderen",
      },
      reports: {
        title: "Lees wat is vrijgegeven",
        reason: "Leerverslagen vertellen wat hielp en wat er meer mogelijk is.",
        button: "Open de leerverslagen",
      },
      guides: {
        title: "Bekijk de leidraden",
        reason: "Zie welke versies in gebruik zijn en wat er veranderde.",
        button: "Open de leidraden",
      },
      firstRegion: {
        title: "Maak de eerste regio",
        reason: "Zonder regio kan niemand gesprekken voeren.",
        button: "Maak een regio",
      },
      people: {
        title: "Nodig iemand uit",
        reason: "Geef interviewers, analisten en projectleiders een rol in hun regio.",
        button: "Ga naar mensen",
      },
    },
    doors: {
      board: "Bord met jeugdigen en gesprekken",
      coding: "Antwoorden coderen",
      themes: "Fragmenten per thema",
      search: "Zoeken in antwoorden",
      report: "Leerverslag",
      reports: "Vrijgegeven leerverslagen",
      guides: "Leidraden en codeboek",
      people: "Mensen",
      regions: "Regio’s",
      settings: "Instellingen",
    },
  },
  en: {
    title: (name: string) => `Hello ${name}`,
    pageTitle: "Start",
    nowhere: "You do not have a role yet. Ask your administrator to give you one.",
    nowhereTitle: "Just a moment",
    yourRole: (roles: string) => `You work here as ${roles}.`,
    nationally: "National",
    everywhere: "For all your work",
    practiceRegion: "This is a practice region: everything is invented.",
    steps: {
      interview: {
        title: (region: string) => `Go on with the interviews in ${region}`,
        reason: "The board shows the next step for each young person.",
        button: "Open the board",
      },
      coding: {
        title: (region: string) => `Go on coding in ${region}`,
        reason: "Read the answers, mark passages and choose codes.",
        button: "Start coding",
      },
      reports: {
        title: "Read what has been released",
        reason: "Learning reports tell what helped and what more is possible.",
        button: "Open the reports",
      },
      guides: {
        title: "Look at the guides",
        reason: "See which versions are in use and what changed.",
        button: "Open the guides",
      },
      firstRegion: {
        title: "Make the first region",
        reason: "Without a region nobody can hold interviews.",
        button: "Make a region",
      },
      people: {
        title: "Invite someone",
        reason: "Give interviewers, analysts and leads a role in their region.",
        button: "Go to people",
      },
    },
    doors: {
      board: "Board with young people and interviews",
      coding: "Code answers",
      themes: "Passages by theme",
      search: "Search answers",
      report: "Learning report",
      reports: "Released reports",
      guides: "Guides and codebook",
      people: "People",
      regions: "Regions",
      settings: "Settings",
    },
  },
});
