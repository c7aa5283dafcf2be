/** Random labels by which a youth is known: a thing and a number, that say nothing about the youth (rule R11). */

const things = [
  "Anker",
  "Appel",
  "Berk",
  "Beuk",
  "Bloem",
  "Boei",
  "Boog",
  "Boom",
  "Brug",
  "Dakpan",
  "Den",
  "Distel",
  "Duin",
  "Eik",
  "Fakkel",
  "Fluit",
  "Gong",
  "Halm",
  "Hazel",
  "Heide",
  "Iep",
  "Kade",
  "Kiezel",
  "Klaver",
  "Klok",
  "Kompas",
  "Kruik",
  "Lantaarn",
  "Lelie",
  "Linde",
  "Mast",
  "Molen",
  "Mos",
  "Muts",
  "Olm",
  "Palet",
  "Parel",
  "Penseel",
  "Poort",
  "Riet",
  "Roer",
  "Schelp",
  "Sleutel",
  "Spiegel",
  "Ster",
  "Tulp",
  "Varen",
  "Vlieger",
  "Vlinder",
  "Vuurtoren",
  "Wiel",
  "Wilg",
  "Wolk",
  "Zeilboot",
  "Zonnewijzer",
] as const;

/**
 * A label such as "Klaver 12" that is not among `taken`. `random` gives numbers from 0 up to 1.
 * Numbers run from 10 to 99, and on when a region has used them up.
 */
export function randomLabel(random: () => number, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const thing = things[Math.floor(random() * things.length)] ?? things[0];
    const span = 90 * (1 + Math.floor(attempt / 200));
    const label = `${thing} ${10 + Math.floor(random() * span)}`;
    if (!taken.has(label)) return label;
  }
}
