/** The places that the header offers, on every page. */
import { messages } from "./messages.ts";

export const navigation = messages({
  nl: {
    board: "Bord",
    coding: "Coderen",
    themes: "Thema’s",
    search: "Zoeken",
    report: "Leerverslag",
    guides: "Leidraden",
    admin: "Beheer",
  },
  en: {
    board: "Board",
    coding: "Coding",
    themes: "Themes",
    search: "Search",
    report: "Learning report",
    guides: "Guides",
    admin: "Administration",
  },
});
