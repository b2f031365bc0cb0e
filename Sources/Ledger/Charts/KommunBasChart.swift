extension Chart {
  /// The accounts of Kommun-Bas that a samordningsförbund needs, in a selection of our own. The standard fixes groups
  /// of two and three digits; a municipality's own fourth digit may differ, and a file's own names win.
  public static let kommunBas = Chart(
    standard: .kommunBas,
    accounts: kommunBasAssets + kommunBasDebts + kommunBasIncome + kommunBasCosts)

  private static let kommunBasAssets = accounts(
    .asset,
    [
      (1010, "Immateriella anläggningstillgångar"), (1019, "Ackumulerade avskrivningar, immateriella tillgångar"),
      (1210, "Maskiner"), (1219, "Ackumulerade avskrivningar, maskiner"), (1220, "Inventarier"),
      (1229, "Ackumulerade avskrivningar, inventarier"), (1310, "Aktier och andelar"),
      (1380, "Långfristiga fordringar"), (1510, "Kundfordringar"), (1519, "Osäkra kundfordringar"),
      (1610, "Fordringar hos anställda"), (1630, "Skattekonto"), (1640, "Skattefordringar"),
      (1680, "Ingående moms"), (1681, "Fordran ersättning för moms"),
      (1684, "Fordran felaktigt debiterad moms"), (1690, "Övriga kortfristiga fordringar"),
      (1710, "Förutbetalda kostnader"), (1720, "Förutbetalda hyror"), (1780, "Upplupna intäkter"),
      (1790, "Övriga interimsfordringar"), (1810, "Kortfristiga placeringar"),
      (1910, "Kassa"), (1920, "Plusgiro"), (1930, "Bank"), (1940, "Avräkning koncernkonto"),
    ])

  private static let kommunBasDebts = accounts(
    .liability,
    [
      (2010, "Eget kapital"), (2070, "Resultatreserv"), (2090, "Årets resultat"),
      (2210, "Avsättningar för pensioner"), (2220, "Avsättning för särskild löneskatt"), (2290, "Andra avsättningar"),
      (2310, "Lån i banker och kreditinstitut"), (2390, "Övriga långfristiga skulder"),
      (2410, "Kortfristiga låneskulder"), (2510, "Leverantörsskulder"),
      (2610, "Utgående moms"), (2650, "Redovisningskonto för moms"), (2710, "Personalens källskatt"),
      (2730, "Arbetsgivaravgifter"), (2731, "Avräkning arbetsgivaravgifter"), (2790, "Övriga löneavdrag"),
      (2820, "Skulder till anställda"), (2890, "Övriga kortfristiga skulder"), (2995, "Skulder samverkansinsatser"),
      (2910, "Upplupna löner"), (2920, "Upplupna semesterlöner"), (2940, "Upplupna sociala avgifter"),
      (2950, "Upplupna pensionskostnader"), (2960, "Upplupna räntekostnader"), (2980, "Upplupna kostnader"),
      (2990, "Förutbetalda intäkter"),
    ])

  private static let kommunBasIncome = accounts(
    .income,
    [
      (3010, "Försäljning"), (3110, "Taxor och avgifter"), (3410, "Hyror"), (3510, "Driftbidrag från medlemmar"),
      (3511, "Driftbidrag från staten"), (3512, "Driftbidrag från region"), (3513, "Driftbidrag från kommuner"),
      (3520, "Bidrag och gåvor från privata aktörer"), (3550, "Bidrag från EU"), (3560, "Bidrag från staten"),
      (3590, "Övriga bidrag"), (3610, "Försäljning av verksamhet"), (3740, "Öresutjämning"),
      (3910, "Övriga intäkter"), (8010, "Allmän kommunalskatt"), (8210, "Generella statsbidrag"),
      (8410, "Ränteintäkter"), (8440, "Intäktsränta för skatter och avgifter"), (8490, "Övriga finansiella intäkter"),
      (8710, "Extraordinära intäkter"),
    ])

  private static let kommunBasCosts = accounts(
    .cost,
    [
      (4510, "Lämnade bidrag till individinriktade insatser"), (4520, "Lämnade bidrag till strukturinsatser"),
      (4530, "Lämnade bidrag till konsultationsteam"), (4540, "Lämnade bidrag till förstudier"),
      (4590, "Övriga lämnade bidrag"), (4690, "Köp av övrig verksamhet"), (5010, "Arvoden förtroendevalda"),
      (5020, "Ersättning för förlorad arbetsförtjänst"), (5030, "Löner arbetad tid"), (5110, "Löner ej arbetad tid"),
      (5120, "Semesterlön"),
      (5130, "Sjuklön"), (5190, "Förändring av semesterlöneskuld"), (5510, "Bilersättningar"),
      (5520, "Traktamenten"), (5590, "Övriga kostnadsersättningar"), (5610, "Arbetsgivaravgifter"),
      (5650, "Arbetsgivaravgifter för arvoden"), (5690, "Avtalsförsäkringar"), (5710, "Pensionskostnader"),
      (5740, "Särskild löneskatt"), (5790, "Övriga pensionskostnader"), (5910, "Personalbefrämjande åtgärder"),
      (5990, "Övriga personalkostnader"), (6010, "Lokalhyra"), (6110, "Fastighetskostnader"),
      (6210, "Bränsle, energi och vatten"), (6310, "Hyra av inventarier"), (6410, "Förbrukningsinventarier"),
      (6420, "Programvaror och licenser"), (6430, "Förbrukningsmaterial"), (6440, "Kontorsmaterial"),
      (6450, "Böcker, tidningar och tidskrifter"), (6610, "Reparation och underhåll"), (6810, "Telekommunikation"),
      (6850, "Porto"), (6910, "Kurser och konferenser med resor"), (7010, "Transporter"),
      (7210, "Annonser och information"), (7310, "Försäkringar"), (7410, "Köp av tjänst förbundschef"),
      (7420, "Köp av administrativa tjänster"), (7430, "Revision"), (7440, "Redovisningstjänster"),
      (7450, "It-tjänster"), (7490, "Övriga tjänster"),
      (7510, "Bankkostnader"), (7610, "Föreningsavgifter"), (7620, "Representation"), (7690, "Övriga kostnader"),
      (7810, "Förluster på kundfordringar"), (7910, "Avskrivningar, immateriella tillgångar"),
      (7920, "Avskrivningar, maskiner och inventarier"), (8510, "Räntekostnader"),
      (8530, "Kostnadsränta för skatter och avgifter"), (8590, "Övriga finansiella kostnader"),
      (8750, "Extraordinära kostnader"), (8990, "Årets resultat"), (8999, "Årets resultat, motkonto"),
    ])
}
