/**
 * Invented sentences with what in them may identify somebody, and at least as many that only look like it. One half of what has a format
 * is made from the rules of that format, written here a second time, so that a detector cannot be measured against itself.
 */
import type { PersonalKind } from "#app/domain/personal-data.ts";

/** A sentence and the places in it that should be found, as they are written; none for a sentence that only looks like it. */
export type LabelledSentence = { text: string; expected: Array<{ kind: PersonalKind; written: string }> };

/** A chain of whole numbers below a limit that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const frames = [
  "Je kunt me bereiken op …, ook in de avond.",
  "Ze schreef het op een briefje: …",
  "… stond er op de brief van de gemeente.",
  "Volgens het formulier was dat … en dat klopte.",
  "Hij noemde (…) en zei dat het zo goed was.",
  "In de map staat nog … van vorig jaar.",
  "We hebben alles gestuurd naar … en nooit iets gehoord.",
  "Daar stond …, en verder niets",
  "My mother gave … to the school and they lost it.",
  "Vraag het na bij …; die weten het.",
];

function digits(random: (below: number) => number, count: number, first = 0): string {
  let made = String(first + random(10 - first));
  while (made.length < count) made += String(random(10));
  return made;
}

function pick<Value>(random: (below: number) => number, values: ReadonlyArray<Value>): Value {
  return values[random(values.length)] as Value;
}

/** Eight digits and the ninth that makes the weighted sum a multiple of eleven; where none does, again. */
function citizenNumber(random: (below: number) => number): string {
  for (;;) {
    const eight = digits(random, 8);
    let sum = 0;
    for (let place = 0; place < 8; place += 1) sum += (9 - place) * Number(eight[place]);
    if (sum % 11 < 10 && Number(eight) > 0) return eight + String(sum % 11);
  }
}

function remainder97(text: string): number {
  return Number(BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n);
}

function account(random: (below: number) => number): string {
  const [country, own] = pick(random, [
    () => ["NL", pick(random, ["ABNA", "INGB", "RABO", "TRIO", "SNSB", "KNAB"]) + digits(random, 10)] as const,
    () => ["NL", pick(random, ["BUNQ", "ASNB", "RBRB"]) + digits(random, 10)] as const,
    () => ["BE", digits(random, 12)] as const,
    () => ["DE", digits(random, 18)] as const,
  ])();
  return `${country}${String(98 - remainder97(`${own}${country}00`)).padStart(2, "0")}${own}`;
}

function grouped(text: string, size: number, by: string): string {
  return (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(by);
}

const formats: Record<"bsn" | "iban" | "phone" | "postcode" | "e-mail", (random: (below: number) => number) => string> =
  {
    bsn(random) {
      const number = citizenNumber(random);
      return pick(random, [number, number, grouped(number, 3, "."), grouped(number, 3, " "), grouped(number, 3, "-")]);
    },
    iban(random) {
      const number = account(random);
      return pick(random, [number, grouped(number, 4, " "), number.toLowerCase()]);
    },
    phone(random) {
      const eight = digits(random, 8);
      const area = pick(random, ["020", "010", "030", "050", "058", "0512", "0113", "0475", "0598"]);
      const rest = digits(random, 10 - area.length, 2);
      return pick(random, [
        `06${eight}`,
        `06-${eight}`,
        `06 ${grouped(eight, 2, " ")}`,
        `06 - ${grouped(eight, 4, " ")}`,
        `+31 6 ${eight}`,
        `+316${eight}`,
        `0031 6 ${eight}`,
        `${area}-${rest}`,
        `${area} ${rest}`,
        `(${area}) ${rest}`,
        `+31 ${area.slice(1)} ${rest}`,
        `+32 4${digits(random, 2)} ${grouped(digits(random, 6), 2, " ")}`,
      ]);
    },
    postcode(random) {
      for (;;) {
        const letters = String.fromCharCode(65 + random(26), 65 + random(26));
        if (letters === "SA" || letters === "SD" || letters === "SS") continue;
        const number = digits(random, 4, 1);
        return pick(random, [`${number} ${letters}`, `${number}${letters}`, `${number}${letters.toLowerCase()}`]);
      }
    },
    "e-mail"(random) {
      const name = pick(random, [
        "s.dewit",
        "familie_bakker",
        "juf.marjo",
        "h-jansen",
        "jansen77",
        "info+zorg",
        "zoë.blom",
      ]);
      const place = pick(random, [
        "voorbeeld.nl",
        "mail.voorbeeld.org",
        "basisschool-de-linde.nl",
        "kpn.example",
        "gemeente.voorbeeld.nl",
      ]);
      return `${name}@${place}`;
    },
  };

function generated(): Array<LabelledSentence> {
  const random = numbers(20260302);
  return Object.entries(formats).flatMap(([kind, make]) =>
    Array.from({ length: 24 }, (_, index) => {
      const written = make(random);
      const text = (frames[index % frames.length] ?? "").replace("…", () => written);
      return { text, expected: [{ kind: kind as PersonalKind, written }] };
    }),
  );
}

/** Numbers that miss the check of their format by one digit. */
function nearMisses(): Array<LabelledSentence> {
  const random = numbers(77);
  return Array.from({ length: 40 }, (_, index) => {
    const written =
      index % 2 === 0
        ? citizenNumber(random).replace(/\d$/, (last) => String((Number(last) + 1 + random(8)) % 10))
        : account(random).replace(/\d$/, (last) => String((Number(last) + 1 + random(8)) % 10));
    return { text: (frames[index % frames.length] ?? "").replace("…", () => written), expected: [] };
  });
}

/** A line of the lists below: the parts to be found stand between braces with their kind before a colon. */
function labelled(line: string): LabelledSentence {
  const expected: LabelledSentence["expected"] = [];
  const text = line.replace(/\{([a-z-]+):([^}]*)\}/g, (_, kind: string, written: string) => {
    expected.push({ kind: kind as PersonalKind, written });
    return written;
  });
  return { text, expected };
}

const holding = `
Bel me maar op {phone:06-12345678}, liefst na vieren.
Haar nummer is {phone:0612345678} en dat van mij {phone:0687654321}.
Op school hebben ze {phone:020 - 123 45 67}, daar neemt nooit iemand op.
Vanuit Duitsland is het {phone:+49 30 12345678}.
Mijn zus zit op {phone:0031 6 1234 5678}.
De huisarts, {phone:(0512) 345678}, wist het ook niet.
Stuur het naar {e-mail:moeder.van.s@voorbeeld.nl}.
Ik mailde {e-mail:zorgteam@wijkteam-noord.nl}; antwoord kwam na drie weken.
Contact: {e-mail:J.deVries-99@mail.voorbeeld.co.uk}
Ons rekeningnummer is {iban:NL91 ABNA 0417 1643 00} en daar kwam het pgb op.
Het geld ging naar {iban:NL91ABNA0417164300}.
Hij had een Belgische rekening: {iban:BE68 5390 0754 7034}.
Zijn burgerservicenummer, {bsn:111222333}, stond op elk formulier.
BSN {bsn:123456782} moest er weer op.
Het nummer was {bsn:1234.56.782} zei ze.
Wij wonen op {postcode:1234 AB}, achter de dijk.
Post voor {postcode:9712xk} kwam altijd te laat.
Toen verhuisden we van {postcode:1012 EK} naar een dorp.
Ze is geboren op {birth-date:3 maart 2012} en was altijd al snel.
Geboortedatum: {birth-date:03-03-2012}
Hij is jarig op {birth-date:14 juli}, dan mag hij kiezen.
Haar verjaardag, {birth-date:1 januari}, viert ze liever niet.
Geboren {birth-date:12/05/2011}, in het ziekenhuis.
Mijn zoon (geb. {birth-date:2011-05-12}) leest alles.
Op {birth-date:9 oktober 2010} geboren en meteen wakker, zei mijn moeder altijd.
She was born on {birth-date:4 May 2012} and never slept.
His birthday is {birth-date:22nd of June}.
Hij werd geboren op {birth-date:31 december 2009}, een half uur voor twaalf.
Zij is van {birth-date:2-2-2013} en dus jarig in de winter.
Sinds {name:Thijs} thuis is, bouwt hij elke dag.
Toen zei {name:Fatima} dat ze terug wilde.
Ik bel {name:meneer Jansen} als het niet gaat.
Met {name:mevrouw De Wit} kon hij praten.
Het hielp dat {name:juf Marjo} bleef langskomen.
Zijn vriend {name:Daan} komt op woensdag.
{name:Sanne} wilde eerst niet.
We gingen samen met {name:Noor van Dijk} naar het bos.
De begeleider, {name:Kees}, zei niet veel en dat was goed.
Opeens stond {name:Willem de Groot} op de stoep.
Mijn man {name:Rachid} werkte thuis.
Ze tekent het liefst met {name:Lotte}.
Dat zei {name:dokter Bosman} ook.
Bij {name:oom Piet} mocht hij aan de trekker sleutelen.
{name:Emma} heeft drie konijnen.
Daarna kwam {name:meester Van den Berg}, en die begreep het.
Hij mailt elke week met {name:Youssef}.
Het was {name:Janneke} die het voorstelde.
En {name:Mila} zei niets.
Volgens {name:mevr. Aydin} was er geen plek.
Met {name:Bram} ging het beter dan met wie dan ook.
Then {name:Oliver} said he would try again.
We asked {name:Mrs. Thompson} to come on Tuesdays.
Die dag is {name:Esmee} voor het eerst zelf gaan fietsen.
Zijn zusje {name:Yara} leert hem gebaren.
{name:Jeroen} en ik hebben het zelf uitgezocht.
De leerplichtambtenaar, {name:Hans}, kwam koffie drinken.
Alles veranderde toen {name:Sofie} een pony kreeg.
Haar mentor heet {name:Ineke} en die wachtte gewoon.
Ik noem hem hier {name:Luuk}.
Met {name:Pieter} praat hij over treinen.
Bel {name:Karin} op {phone:06 23 45 67 89} of mail {e-mail:karin@voorbeeld.nl}.
`;

const harmlessLines = `
Op maandag en dinsdag gaat ze naar de boerderij.
Hij is goed in Nederlands en heel goed in Engels.
Ze leert Japans met een app en Duits van de buren.
In 2021 begon het, en in 2023 was het over.
We zaten van 2019 tot 2022 thuis.
De afspraak was om 09.30 uur, tot 10.15 uur.
Het kostte 1250 euro en dat hadden we niet.
Hij weegt 45 kg en is 1 meter 60.
Er zitten 1200 leerlingen op die school.
Bel in nood 112.
Je kunt altijd de Kindertelefoon bellen: 0800-0432.
Het algemene nummer is 14 020.
Op 3 maart 2024 was het gesprek met de gemeente.
Per 1 september 2025 ging hij twee uur per week.
Het besluit van 12-05-2023 kwam na de zomer.
Sinds 2016 is er geen school meer geweest.
In 2012 en 2014 verhuisden we.
Hij speelt Minecraft en bouwt hele steden.
Op YouTube leert ze gitaar.
Ze keek het WK van 2022 helemaal.
Bij het EK in 2024 zat hij in een oranje shirt.
Wiskunde deed hij zelf, Aardrijkskunde vond hij saai.
Zij leest Harry Potter voor de derde keer.
Met Kerst aten we pannenkoeken.
Na Pasen zou het weer beginnen.
Met Sinterklaas was hij erbij.
De Leerplichtwet zegt dat het mag.
Volgens artikel 5 onder a is zij vrijgesteld.
Het Samenwerkingsverband belde één keer.
Veilig Thuis is nooit nodig geweest.
Hij wil naar Japan, dat weet hij zeker.
In Nederland kan dat niet, in België wel.
Opa en oma wonen om de hoek.
Mama zegt dat het mag.
Papa werkt thuis en dat scheelt.
Juf belde elke dag.
De meester kwam langs met taart.
De dokter zei rust.
Mijn oom heeft een garage.
Toen ging het mis.
Elke ochtend om zeven uur staat ze op.
Alles was te veel: het licht, het geluid, de bel.
Eerst een half uur, daarna een uur.
Hij zei: ‘Ik ga niet meer.’
Ze vroeg: "Mag ik blijven?"
Niemand vroeg wat hij wél kon.
Rust, ruimte en tijd hielpen.
Vertrouwen kwam langzaam.
School was een plek waar ik bang was.
Dieren begrijpen haar.
Fietsen kan hij als de beste.
Bouwen, slopen en weer bouwen: zo leert hij.
Zes weken later stond ze weer bij het hek.
Het duurde 18 maanden voor er iemand kwam.
Van 8.30 tot 15.00 uur is voor haar te lang.
Ik heb 2 keer 45 minuten per week.
Groep 7 en 8 heeft hij overgeslagen.
In klas 2B zat ze drie weken.
Hij rekent op niveau 3F.
Ze haalde een 8,5 voor haar werkstuk.
Het boek telt 1043 bladzijden.
De trein van 7.42 naar het oosten, daar wachtte hij op.
Lijn 12 rijdt langs de manege.
Hij heeft 2500 stukjes Lego gesorteerd.
Met 3 x 15 minuten per dag kwamen we ver.
De begroting was 1.250.000 euro.
Dossiernummer 2024-118 is gesloten.
Onze zaak had nummer 20240118.
Zaak 1234567 ligt bij de gemeente.
Het wachtwoord was iets met 123456.
Hij kent pi tot 3,14159265358.
De postbus was dicht.
Er staat 1e hulp op de kaart.
We reden 1400 km naar de zee.
Het was 1500 of 1600 euro.
In 2019 en 2020 was er niemand.
Op 2 januari begint ze opnieuw.
Rond 15 maart is er weer een gesprek.
De laatste keer was 22-11-2023, toen was het goed.
Van 01-09-2022 tot 31-07-2023 liep de vrijstelling.
Vanaf 4 mei mag hij weer alleen fietsen.
Het gesprek van 10 juni duurde lang.
De zorgboerderij ligt aan zee.
Zijn beste vriend is een hond.
Het paard leerde haar wachten.
Haar broer van 14 helpt met rekenen.
Toen ze 9 was, kon ze al lezen.
Hij is van 2012 en dus net te jong.
Ze werd geboren in de zomer.
Zijn verjaardag vierden we met z'n vieren.
Hij is bijna jarig en wil een lamp.
Met [de begeleider] ging het beter.
Bel [telefoonnummer] als het niet gaat.
Toen zei [de jeugdige] dat het klaar was.
Wij wonen in [plaats] en dat is ver.
Ik werk met Teams en Zoom, dat gaat prima.
Op Discord heeft hij vrienden in heel Europa.
Ze maakt filmpjes voor TikTok.
In Word typt hij zijn verhalen.
Python leerde hij zichzelf.
Zij houdt van de Romeinen en van de Vikingen.
De Tweede Wereldoorlog weet hij uit zijn hoofd.
Havo of vmbo, dat zien we nog.
Het CIZ wilde een verklaring.
De GGZ had een wachtlijst van een jaar.
Via het PGB kregen we iemand thuis.
ADHD zei de een, hoogbegaafd zei de ander.
De IB'er kwam elke week.
OK, dacht ik, dan niet.
Mbo niveau 2 is zijn doel.
De Gemeente betaalde de taxi.
Stichting en school spraken elkaar niet.
Dank je wel dat je luistert!
Jij vroeg het als eerste.
U bent de eerste die het vraagt.
Gelukkig bleef ze komen.
Misschien volgend jaar.
Wat hielp? Tijd.
Nee. Niet weer een gesprek.
- Eerst wennen
- Daarna een uurtje tekenen
1. Begin klein.
2. Blijf komen.
Het is 10 min lopen.
Zo'n 1000 keer heb ik het verteld.
In week 36 en 37 was ze ziek.
De kosten: 0,23 per km.
Ze oefent 5-10 minuten.
Hij telde tot 100000000.
Versie 1.0.0 van het plan was te strak.
Vijf van de 23 kinderen mochten mee.
We hadden 06.15 uur als wektijd.
It started in 2019, when we moved.
I said no, and that was fine.
On Tuesday we bake bread together.
He speaks English and French with his aunt.
The meeting of 3 March 2024 went well.
Nobody asked what I could do.
Her mother drives her twice a week.
They waited 18 months for a place.
We watched the World Cup together.
Ik maak games. 🎮 Ik heb zelf bedacht hoe.
Treinen!! 🚆 De dubbeldekker is de beste.
's Avonds lees ik, 's Ochtends slaap ik.
Niet naar school, alleen naar Jupiter.
Zo werkt het. ( Echt waar. )
`;

function linesOf(list: string): Array<string> {
  return list.split("\n").filter((line) => line !== "");
}

/** Every sentence of the corpus, those to be found first. */
export function personalDataCorpus(): Array<LabelledSentence> {
  return [
    ...generated(),
    ...linesOf(holding).map(labelled),
    ...nearMisses(),
    ...linesOf(harmlessLines).map((text) => ({ text, expected: [] })),
  ];
}
