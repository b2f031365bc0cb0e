import Association
import Ledger

extension Mapping {
  /// The example's mapping: the lines of the law over a small chart, and four notes.
  static let example: Mapping = {
    func line(_ id: String, _ ranges: ClosedRange<Int>...) -> Line {
      Line(id: id, counts: [Selection(accounts: ranges)])
    }
    func row(
      _ id: String, _ title: String, _ range: ClosedRange<Int>, splitBy: [Dimension] = [], group: String = ""
    ) -> Note.Row {
      Note.Row(id: id, title: title, counts: [Selection(accounts: [range])], splitBy: splitBy, group: group)
    }
    return Mapping(
      incomeLines: [
        line("verksamhetens-intakter", 3000...3999), line("verksamhetens-kostnader", 4000...7699),
        line("avskrivningar", 7700...7899), line("finansiella-intakter", 8300...8399),
        line("finansiella-kostnader", 8400...8499),
      ],
      balanceLines: [
        line("maskiner-och-inventarier", 1200...1299), line("fordringar", 1500...1799),
        line("kortfristiga-placeringar", 1800...1899), line("kassa-och-bank", 1900...1999),
        line("eget-kapital", 2000...2099), line("avsattningar", 2200...2299),
        line("langfristiga-skulder", 2300...2399), line("kortfristiga-skulder", 2400...2999),
      ],
      resultTransfer: [Selection(accounts: [8990...8999])],
      notes: [
        Note(
          lineID: "verksamhetens-intakter", title: "Verksamhetens intäkter",
          rows: [
            row("bidrag", "Medlemsbidrag", 3010...3019, splitBy: [.party], group: "Medlemsbidrag"),
            row("ovriga-intakter", "Övriga intäkter", 3900...3999),
          ]),
        Note(
          lineID: "verksamhetens-kostnader", title: "Verksamhetens kostnader",
          rows: [
            row("insatser", "Insatser", 4010...4019, splitBy: [.insats, .party], group: "Samverkansinsatser"),
            row("lokaler", "Lokaler", 5000...5099, group: "Övriga kostnader"),
            row("administration", "Administration", 6100...6999, group: "Övriga kostnader"),
            row("styrelsen", "Styrelsen", 7060...7069, group: "Övriga kostnader"),
            row("personal", "Personal", 7000...7699, group: "Övriga kostnader"),
          ]),
        Note(
          lineID: "fordringar", title: "Fordringar",
          rows: [
            row("kundfordringar", "Kundfordringar", 1510...1519), row("moms", "Momsfordran", 1650...1659),
            row("forutbetalt", "Förutbetalda kostnader", 1700...1799),
          ]),
        Note(
          lineID: "kortfristiga-skulder", title: "Kortfristiga skulder",
          rows: [
            row("leverantorsskulder", "Leverantörsskulder", 2440...2449),
            row("personalskatt", "Personalskatt", 2710...2719),
            row("skulder-insatser", "Skulder till insatser", 2990...2999),
          ]),
      ],
      activities: [
        Activity(
          id: "insatser", title: "Insatser", counts: [Selection(accounts: [4010...4019])]),
        Activity(id: "gemensamt", title: "Gemensamt", counts: [Selection(accounts: [3000...8989])]),
      ],
      insatsCosts: [Selection(accounts: [4010...4019])],
      contributions: [Selection(accounts: [3010...3019])],
      auditCosts: [Selection(accounts: [6420...6429])],
      resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"))
  }()
}
