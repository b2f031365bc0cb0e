public import Association
public import Ledger

extension Mapping {
  /// The mapping we ship for a chart: from account groups to the lines of the law and to the notes that the published
  /// reports print. An association that books otherwise changes its own copy.
  public static func shipped(for standard: Chart.Standard) -> Mapping {
    switch standard {
    case .bas: bas
    case .kommunBas: kommunBas
    }
  }

  private static func select(_ accounts: ClosedRange<Int>...) -> [Selection] {
    accounts.isEmpty ? [] : [Selection(accounts: accounts)]
  }

  private static func line(_ id: String, _ accounts: ClosedRange<Int>...) -> Line {
    Line(id: id, counts: accounts.isEmpty ? [] : [Selection(accounts: accounts)])
  }

  private static func row(_ id: String, _ title: String, _ accounts: ClosedRange<Int>..., group: String = "")
    -> Note.Row
  {
    Note.Row(id: id, title: title, counts: [Selection(accounts: accounts)], group: group)
  }

  private static let insatser = "Samverkansinsatser"
  private static let others = "Övriga kostnader"

  private static let bas = Mapping(
    incomeLines: [
      line("verksamhetens-intakter", 3000...3999),
      line("verksamhetens-kostnader", 4000...7699, 7900...7999),
      line("avskrivningar", 7700...7899),
      line("skatteintakter"),
      line("generella-statsbidrag"),
      line("finansiella-intakter", 8000...8399),
      line("finansiella-kostnader", 8400...8499),
      line("extraordinara-poster", 8700...8799),
    ],
    balanceLines: [
      line("immateriella-tillgangar", 1000...1099),
      line("maskiner-och-inventarier", 1100...1299),
      line("finansiella-anlaggningstillgangar", 1300...1399),
      line("fordringar", 1480...1489, 1500...1799),
      line("kortfristiga-placeringar", 1800...1899),
      line("kassa-och-bank", 1900...1999),
      line("eget-kapital", 2000...2099),
      line("avsattningar", 2200...2299),
      line("langfristiga-skulder", 2300...2399),
      line("kortfristiga-skulder", 2400...2999),
      line("panter"),
      line("ansvarsforbindelser"),
    ],
    resultTransfer: select(8990...8999),
    notes: [
      Note(
        lineID: "verksamhetens-intakter", title: "Verksamhetens intäkter",
        rows: [
          Note.Row(
            id: "bidrag", title: "Driftbidrag från medlemmar", counts: select(3980...3985, 3987...3987),
            splitBy: [.party],
            group: "Driftbidrag"),
          row("ovriga-bidrag", "EU-medel och andra bidrag", 3986...3986, 3988...3989),
          row("ovriga-intakter", "Övriga intäkter", 3000...3979, 3990...3999),
        ]),
      Note(
        lineID: "verksamhetens-kostnader", title: "Verksamhetens kostnader",
        rows: [
          Note.Row(
            id: "insatser", title: "Bidrag till insatser", counts: select(4000...4999), splitBy: [.insats, .party],
            group: insatser),
          row("lokaler", "Lokalkostnader", 5000...5199, group: others),
          row("styrelse", "Styrelsekostnader", 6400...6419, 7240...7249, 7518...7518, group: others),
          row("revision", "Revision", 6420...6429, group: others),
          row("personal", "Personalkostnader", 7000...7699, group: others),
          row("administration", "Administrativa kostnader", 5200...6999, 7900...7999, group: others),
        ]),
      Note(
        lineID: "fordringar", title: "Fordringar",
        rows: [
          row("kundfordringar", "Kundfordringar", 1500...1599),
          row("momsfordran", "Momsfordran", 1650...1659),
          row("skattekonto", "Skattekonto", 1630...1639),
          row("forutbetalda-kostnader", "Förutbetalda kostnader", 1700...1749, 1770...1789),
          row("upplupna-intakter", "Upplupna intäkter", 1750...1769),
          row("interimsfordringar", "Övriga förutbetalda kostnader och upplupna intäkter", 1790...1799),
          row("ovriga-fordringar", "Övriga kortfristiga fordringar", 1480...1489, 1600...1699),
        ]),
      Note(
        lineID: "kortfristiga-skulder", title: "Kortfristiga skulder",
        rows: [
          row("leverantorsskulder", "Leverantörsskulder", 2440...2449),
          row("insatsskulder", "Skulder samverkansinsatser", 2995...2995),
          row("skatteskulder", "Skatter och avgifter", 2500...2519, 2600...2799, 2940...2949),
          row("semesterloner", "Upplupna löner och semesterlöner", 2910...2929),
          row("forutbetalda-intakter", "Förutbetalda intäkter", 2970...2979),
          row("upplupna-kostnader", "Upplupna kostnader", 2900...2999),
          row("ovriga-skulder", "Övriga kortfristiga skulder", 2400...2899),
        ]),
    ],
    activities: [],
    insatsCosts: select(4000...4999),
    contributions: select(3980...3985, 3987...3987),
    auditCosts: select(6420...6429),
    resultAccount: AccountNumber("8999"),
    yearResultAccount: AccountNumber("2069"),
    retainedAccount: AccountNumber("2068"))

  private static let kommunBas = Mapping(
    incomeLines: [
      line("verksamhetens-intakter", 3000...3999),
      line("verksamhetens-kostnader", 4000...7899),
      line("avskrivningar", 7900...7999),
      line("skatteintakter", 8000...8199),
      line("generella-statsbidrag", 8200...8399),
      line("finansiella-intakter", 8400...8499),
      line("finansiella-kostnader", 8500...8599),
      line("extraordinara-poster", 8600...8899),
    ],
    balanceLines: [
      line("immateriella-tillgangar", 1000...1099),
      line("maskiner-och-inventarier", 1100...1299),
      line("finansiella-anlaggningstillgangar", 1300...1399),
      line("fordringar", 1500...1799),
      line("kortfristiga-placeringar", 1800...1899),
      line("kassa-och-bank", 1900...1999),
      line("eget-kapital", 2000...2099),
      line("avsattningar", 2200...2299),
      line("langfristiga-skulder", 2300...2399),
      line("kortfristiga-skulder", 2400...2999),
      line("panter"),
      line("ansvarsforbindelser"),
    ],
    resultTransfer: select(8990...8999),
    notes: [
      Note(
        lineID: "verksamhetens-intakter", title: "Verksamhetens intäkter",
        rows: [
          Note.Row(
            id: "bidrag", title: "Driftbidrag från medlemmar", counts: select(3510...3519), splitBy: [.party],
            group: "Driftbidrag"),
          row("ovriga-bidrag", "EU-medel och andra bidrag", 3520...3599),
          row("ovriga-intakter", "Övriga intäkter", 3000...3499, 3600...3999),
        ]),
      Note(
        lineID: "verksamhetens-kostnader", title: "Verksamhetens kostnader",
        rows: [
          Note.Row(
            id: "insatser", title: "Bidrag till insatser", counts: select(4500...4599), splitBy: [.insats, .party],
            group: insatser),
          row("chef", "Köp av tjänst förbundschef", 7410...7419, group: others),
          row("administration", "Köp av administrativa tjänster", 7420...7429, group: others),
          row("revision", "Revision", 7430...7439, group: others),
          row("arvoden", "Arvoden", 5010...5019, group: others),
          row("forlorad-arbetsfortjanst", "Ersättning för förlorad arbetsförtjänst", 5020...5029, group: others),
          row("sociala-avgifter", "Sociala avgifter", 5600...5699, group: others),
          row("kurser", "Kurser och konferenser med resor", 6910...6919, group: others),
          row("personal", "Övriga personalkostnader", 5000...5999, group: others),
          row("lokaler", "Lokalkostnader", 6000...6099, group: others),
        ]),
      Note(
        lineID: "fordringar", title: "Fordringar",
        rows: [
          row("kundfordringar", "Kundfordringar", 1500...1599),
          row("momsfordran", "Momsfordran", 1680...1689),
          row("skattekonto", "Skattekonto", 1630...1639),
          row("upplupna-intakter", "Upplupna intäkter", 1750...1789),
          row("forutbetalda-kostnader", "Förutbetalda kostnader", 1700...1799),
          row("ovriga-fordringar", "Övriga kortfristiga fordringar", 1600...1699),
        ]),
      Note(
        lineID: "kortfristiga-skulder", title: "Kortfristiga skulder",
        rows: [
          row("leverantorsskulder", "Leverantörsskulder", 2500...2599),
          row("insatsskulder", "Skulder samverkansinsatser", 2995...2995),
          row("skatteskulder", "Skatter och avgifter", 2600...2799, 2940...2949),
          row("semesterloner", "Upplupna löner och semesterlöner", 2910...2929),
          row("forutbetalda-intakter", "Förutbetalda intäkter", 2970...2979, 2990...2994),
          row("upplupna-kostnader", "Upplupna kostnader", 2900...2999),
          row("ovriga-skulder", "Övriga kortfristiga skulder", 2400...2899),
        ]),
    ],
    activities: [],
    insatsCosts: select(4500...4599),
    contributions: select(3510...3519),
    auditCosts: select(7430...7439),
    resultAccount: AccountNumber("8999"),
    yearResultAccount: AccountNumber("2090"),
    retainedAccount: AccountNumber("2010"))
}
