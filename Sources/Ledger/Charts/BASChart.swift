extension Chart {
  /// The chart we ship for a standard.
  public static func shipped(_ standard: Standard) -> Chart {
    switch standard {
    case .bas: bas
    case .kommunBas: kommunBas
    }
  }

  /// The accounts of BAS that a samordningsförbund needs. 2995 holds the
  /// debts to the insatser, which standard BAS has no account for.
  public static let bas = Chart(standard: .bas, accounts: basAssets + basDebts + basIncome + basCosts)

  private static let basAssets = accounts(
    .asset,
    [
      (1010, "Utvecklingsutgifter"), (1019, "Ackumulerade avskrivningar på utvecklingsutgifter"),
      (1210, "Maskiner och andra tekniska anläggningar"), (1220, "Inventarier och verktyg"),
      (1229, "Ackumulerade avskrivningar på inventarier och verktyg"), (1250, "Datorer"),
      (1259, "Ackumulerade avskrivningar på datorer"), (1380, "Andra långfristiga fordringar"),
      (1510, "Kundfordringar"), (1513, "Kundfordringar, delad faktura"), (1515, "Osäkra kundfordringar"),
      (1610, "Kortfristiga fordringar hos anställda"), (1630, "Avräkning för skatter och avgifter (skattekonto)"),
      (1640, "Skattefordringar"), (1650, "Momsfordran"), (1680, "Andra kortfristiga fordringar"),
      (1684, "Kortfristiga fordringar hos leverantörer"), (1710, "Förutbetalda hyreskostnader"),
      (1730, "Förutbetalda försäkringspremier"), (1750, "Upplupna hyresintäkter"), (1760, "Upplupna ränteintäkter"),
      (1790, "Övriga förutbetalda kostnader och upplupna intäkter"), (1810, "Andelar i börsnoterade företag"),
      (1880, "Andra kortfristiga placeringar"), (1910, "Kassa"), (1920, "Plusgiro"),
      (1930, "Företagskonto, checkkonto"), (1940, "Övriga bankkonton"), (1980, "Valutakonton"),
    ])

  private static let basDebts = accounts(
    .liability,
    [
      (2060, "Eget kapital"), (2067, "Balanserat resultat"), (2068, "Resultat från föregående år"),
      (2069, "Årets resultat"), (2210, "Avsättningar för pensioner"), (2290, "Övriga avsättningar"),
      (2390, "Övriga långfristiga skulder"), (2420, "Förskott från kunder"), (2440, "Leverantörsskulder"),
      (2490, "Övriga kortfristiga skulder till kreditinstitut, kunder och leverantörer"), (2510, "Skatteskulder"),
      (2514, "Beräknad särskild löneskatt på pensionskostnader"), (2610, "Utgående moms, 25 %"),
      (2640, "Ingående moms"), (2641, "Debiterad ingående moms"), (2650, "Redovisningskonto för moms"),
      (2710, "Personalskatt"), (2730, "Lagstadgade sociala avgifter och särskild löneskatt"),
      (2731, "Avräkning lagstadgade sociala avgifter"), (2732, "Avräkning särskild löneskatt"),
      (2740, "Avtalade sociala avgifter"), (2790, "Övriga löneavdrag"), (2820, "Kortfristiga skulder till anställda"),
      (2890, "Övriga kortfristiga skulder"), (2910, "Upplupna löner"),
      (2920, "Upplupna semesterlöner"), (2940, "Upplupna lagstadgade sociala och andra avgifter"),
      (2941, "Beräknade upplupna lagstadgade sociala avgifter"),
      (2943, "Beräknad upplupen särskild löneskatt på pensionskostnader"), (2950, "Upplupna avtalade sociala avgifter"),
      (2960, "Upplupna räntekostnader"), (2970, "Förutbetalda intäkter"), (2971, "Förutbetalda hyresintäkter"),
      (2972, "Förutbetalda medlemsbidrag"), (2990, "Övriga upplupna kostnader och förutbetalda intäkter"),
      (2991, "Beräknat arvode för bokslut"), (2992, "Beräknat arvode för revision"),
      (2995, "Skulder samverkansinsatser"), (2999, "Observationskonto"),
    ])

  private static let basIncome = accounts(
    .income,
    [
      (3010, "Försäljning av tjänster"), (3590, "Övriga fakturerade kostnader"),
      (3740, "Öres- och kronutjämning"), (3911, "Hyresintäkter"), (3980, "Erhållna bidrag från medlemmar"),
      (3981, "Driftbidrag från staten"), (3982, "Driftbidrag från region"), (3983, "Driftbidrag från kommuner"),
      (3985, "Erhållna statliga bidrag"), (3986, "EU-medel"), (3987, "Erhållna kommunala bidrag"),
      (3988, "Erhållna offentliga bidrag för personal"), (3989, "Övriga erhållna bidrag"),
      (3990, "Övriga ersättningar och intäkter"), (3993, "Erhållna donationer och gåvor"),
      (8300, "Ränteintäkter"), (8310, "Ränteintäkter från omsättningstillgångar"),
      (8314, "Skattefria ränteintäkter"), (8390, "Övriga finansiella intäkter"), (8710, "Extraordinära intäkter"),
    ])

  private static let basCosts = accounts(
    .cost,
    [
      (4010, "Bidrag till individinriktade insatser"), (4020, "Bidrag till strukturövergripande insatser"),
      (4030, "Bidrag till konsultationsteam"), (4040, "Bidrag till förstudier"),
      (4090, "Övriga kostnader för insatser"),
      (5010, "Lokalhyra"), (5060, "Städning och renhållning"), (5090, "Övriga lokalkostnader"),
      (5220, "Hyra av inventarier och verktyg"), (5250, "Hyra av datorer"), (5410, "Förbrukningsinventarier"),
      (5420, "Programvaror"), (5460, "Förbrukningsmaterial"), (5800, "Resekostnader"), (5810, "Biljetter"),
      (5831, "Kost och logi i Sverige"), (5910, "Annonsering"), (5930, "Reklamtrycksaker och direktreklam"),
      (5990, "Övriga kostnader för information"), (6071, "Representation, avdragsgill"), (6110, "Kontorsmateriel"),
      (6150, "Trycksaker"), (6212, "Mobiltelefon"), (6230, "Datakommunikation"), (6250, "Postbefordran"),
      (6310, "Företagsförsäkringar"), (6410, "Styrelsearvoden som inte är lön"), (6411, "Styrelsens sammanträden"),
      (6420, "Ersättningar till revisor"), (6421, "Revision"), (6423, "Skatterådgivning, revisor"),
      (6490, "Övriga förvaltningskostnader"), (6530, "Redovisningstjänster"), (6540, "It-tjänster"),
      (6550, "Konsultarvoden"), (6570, "Bankkostnader"), (6590, "Övriga externa tjänster"),
      (6800, "Inhyrd personal"), (6970, "Tidningar, tidskrifter och facklitteratur"), (6981, "Föreningsavgifter"),
      (6990, "Övriga externa kostnader"), (7010, "Löner till kollektivanställda"),
      (7090, "Förändring av semesterlöneskuld"), (7210, "Löner till tjänstemän"), (7240, "Styrelsearvoden"),
      (7241, "Ersättning för förlorad arbetsförtjänst"), (7285, "Semesterlöner till tjänstemän"),
      (7290, "Förändring av semesterlöneskuld, tjänstemän"), (7321, "Skattefria traktamenten i Sverige"),
      (7331, "Skattefria bilersättningar"), (7410, "Pensionsförsäkringspremier"), (7490, "Övriga pensionskostnader"),
      (7510, "Arbetsgivaravgifter"), (7518, "Arbetsgivaravgifter för styrelsearvoden"),
      (7519, "Sociala avgifter för semester- och löneskulder"),
      (7533, "Särskild löneskatt för pensionskostnader"),
      (7570, "Premier för arbetsmarknadsförsäkringar"), (7610, "Utbildning"), (7620, "Sjuk- och hälsovård"),
      (7690, "Övriga personalkostnader"), (7810, "Avskrivningar på immateriella anläggningstillgångar"),
      (7832, "Avskrivningar på inventarier och verktyg"), (7835, "Avskrivningar på datorer"),
      (7960, "Valutakursförluster på fordringar och skulder av rörelsekaraktär"), (7990, "Övriga rörelsekostnader"),
      (8400, "Räntekostnader"), (8420, "Räntekostnader för kortfristiga skulder"),
      (8423, "Kostnadsränta för skatter och avgifter"), (8490, "Övriga finansiella kostnader"),
      (8750, "Extraordinära kostnader"), (8990, "Resultat"), (8999, "Årets resultat"),
    ])

  /// Accounts of one kind from their numbers and names.
  static func accounts(_ kind: AccountKind, _ list: [(Int, String)]) -> [Account] {
    list.map { Account(number: AccountNumber(String($0.0)), name: $0.1, kind: kind) }
  }
}
