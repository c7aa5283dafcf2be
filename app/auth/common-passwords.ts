/**
 * What somebody who guesses tries first, written down for this program: words that stand in the short passwords everybody knows from
 * leaks, in Dutch and English and around this work; and phrases that are long enough for us and that everybody knows. In small letters,
 * without spaces and signs, as `passwords.ts` compares them.
 */

const words = `
wachtwoord password passwort passphrase pass word welkom welcome hallo hello geheim secret inloggen login signin aanmelden
toegang access beheerder administrator admin gebruiker user gast guest root master default standaard test testing tester demo
letmein laatmebinnen iloveyou ikhouvanjou ikhou vanjou love liefde schatje lieverd schat prinses princess dragon draak monkey aapje
sunshine zonnetje zonneschijn football voetbal baseball hockey tennis superman batman spiderman pokemon starwars minecraft
qwerty azerty qwertz iets niets zomaar bloem bloemen vlinder panda poes katje hond hondje puppy paard paardje konijn
januari februari maart april juni juli augustus september oktober november december january february march june july august october
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
lente voorjaar zomer herfst winter spring summer autumn vakantie holiday weekend kerst kerstmis christmas pasen verjaardag birthday
nederland holland netherlands belgie europa amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda nijmegen
arnhem haarlem enschede zwolle leiden maastricht dordrecht leeuwarden deventer delft alkmaar apeldoorn
ajax feyenoord psv oranje
school onderwijs passend passendonderwijs leerling leerlingen leerplicht leraar docent juf meester jeugd jeugdige jeugdzorg kind kinderen
ouder ouders vader moeder mama papa opa oma zus broer familie family gezin baby thuis huis home
leeroogst leer oogst harvest regio samenwerkingsverband gesprek interview leidraad verslag analist projectleider
computer laptop internet google microsoft windows apple iphone samsung facebook instagram whatsapp linkedin office outlook excel
jezus jesus god engel angel hemel vrede peace vrijheid freedom geluk happy lucky
mijn my jouw your onze our nieuw new oud old goed good beste best lekker leuk mooi groot super mega ultra turbo
rood blauw groen geel zwart wit red blue green yellow black white
een twee drie vier vijf zes zeven acht negen tien one two three four five six seven eight nine ten
jan piet klaas anna emma sophie julia lisa laura sanne kevin thomas daan lucas michael jessica daniel ashley
veilig safe sterk strong lang long langwachtwoord
het de is van en in op the and for you me
`;

const phrases = `
correcthorsebatterystaple correctpaardbatterijnietje
thequickbrownfox thequickbrownfoxjumpsoverthelazydog
tobeornottobe tobeornottobethatisthequestion
maytheforcebewithyou maytheforcebewithu theforceisstrong
iloveyousomuch iloveyouforever iloveyoubaby iwillalwaysloveyou ilovemyfamily ilovemyhusband ilovemywife ilovemymother
ikhouvanjouvooraltijd ikhouvanmijnkinderen ikhouvanmijnfamilie ikhouzovanjou
mypasswordispassword passwordispassword thisismypassword thisisapassword thisisasecret thisissecure
ditismijnwachtwoord ditiseenwachtwoord ditismijnpassword ditiseensterkwachtwoord ditisgeheim ditisheelgeheim
ikbenmijnwachtwoordvergeten wachtwoordvergeten mijnwachtwoordisgeheim ikweethetnietmeer geenwachtwoord nopasswordhere
changethispassword pleasechangeme changemeplease verandermijnwachtwoord veranderditwachtwoord
welkombijleeroogst welkombijonzeschool welcometothejungle welcometomylife
letmeinplease openthedoor opensesame sesamopenu sesamopenudeur
donttouchthis nobodyknowsthis niemandweetdit nietaanraken
alleeendjeszwemmeninhetwater alleeendjes inhetbosdaarzijndejagers vaderjacob langzaldielevenindegloria langzallenwijleven
poesjemauwkomhierginogauw sinterklaaskapoentje ziedeginschekomtdestoomboot opeengroteheidezatkabouterspillebeen
berendbotje kortjakje allemensen slaapkindjeslaap hoedjevanpapier zagenzagenwiedewiedewagen
happybirthdaytoyou twinkletwinklelittlestar oldmacdonaldhadafarm maryhadalittlelamb humptydumpty
wilhelmusvannassouwe benikvanduitschenbloed godsavetheking godsavethequeen
onceuponatime eriseensandelang erwaseensinlangvervlogentijden erwaseens
hakunamatata supercalifragilisticexpialidocious harrypotterandthe lordoftherings gameofthrones winteriscoming
ihaveadream yeswecan carpediem cogitoergosum alleswatjegeeft
livelaughlove liveloveandlaugh keepcalmandcarryon nevergiveup nooitopgeven
goodmorningvietnam houstonwehaveaproblem illbeback iamyourfather lukeiamyourfather
beamusupscotty livelongandprosper
jekunthet jekunthetechtwel komopwekunnenhet samenstaanwesterk samensterk eendrachtmaaktmacht
wiedeschoenpasttrekkehemaan oostwestthuisbest oefeningbaartkunst alsdekatvanhuisis
beterlaatdannooit eerlijkduurthetlangst vanhetkastjenaardemuur
hetlevenismooi lifeisbeautiful hetlevenisgoed pluktdedag
voetbalisoorlog hollandseglorie hupholland huphollandhup hupnederland
fuckthisshit fuckyoufuckyou godverdomme
jesuslovesyou jesuschrist jesusislord godisgood godislove inthenameofthefather onzevaderdieindehemelzijt
abracadabra simsalabim hocuspocuspilatuspas
onetwothreefourfive eentweedrievier eentweedrieviervijf
passendonderwijs leerplichtambtenaar samenwerkingsverband
`;

function listed(text: string): Array<string> {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Pieces of which easy passwords are put together. */
export const commonWords: ReadonlySet<string> = new Set(listed(words));

/** Whole passwords that everybody knows. */
export const commonPhrases: ReadonlySet<string> = new Set(listed(phrases));
