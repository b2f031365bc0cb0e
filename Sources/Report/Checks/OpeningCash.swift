import Statements

extension SumCheck {
  static let openingCash = SumCheck(
    code: "likvida-ingang-mot-fg-utgang",
    question: "Är likvida medel vid årets början desamma som vid förra årets slut?",
    reason: "LKBR 4:4: ingående balans är förra årets utgående.",
    mend: "Rätta likvida medel vid årets början eller jämförelseårets kassa och bank.",
    relations: { report in
      guard let table = report.table("kassaflode"), let opening = table.printed("likvida-medel-ingang") else {
        return []
      }
      let closings = [
        ("balansrakning", "balansräkningen", report.table("balansrakning")?.printed("kassa-och-bank", "previous")),
        ("kassaflode", "kassaflödesanalysen", table.printed("likvida-medel-utgang", "previous")),
      ]
      return closings.compactMap { place, name, closing in
        guard let closing else { return nil }
        return Relation(
          at: "kassaflode/likvida-medel-ingang/\(place)",
          "Likvida medel vid årets början är %s, men vid förra årets slut är de %e i \(name)", stated: opening,
          expected: closing, remedy: "Rätta det tal som är fel.")
      }
    },
    spoil: { $0.alterTable("kassaflode") { $0.add(-77, to: "likvida-medel-ingang") } })
}
