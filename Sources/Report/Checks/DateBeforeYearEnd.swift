import Association
import Ledger

extension Check {
  static let dateBeforeYearEnd = Check(
    code: "datum-fore-arets-slut", .error,
    question: "Är rapporten beslutad och underskriven efter räkenskapsårets slut?",
    reason: "Lag 2003:1210 § 24; en rapport för 2022 bar ett beslut av den 17 mars 2022, nio månader före årets slut.",
    mend: "Rätta datumet för beslutet eller underskriften i uppgifterna om årets rapport.",
    slips: { report in
      let days = [
        ("fakta/beslut", "beslutad", report.facts.decision.date),
        ("fakta/underskrift", "underskriven", report.facts.signedOn),
      ]
      return days.compactMap { place, what, day in
        guard let day, day <= report.year.last else { return nil }
        return Slip(
          at: place, stated: day.text, expected: "efter \(report.year.last.text)",
          "Rapporten är \(what) den \(Numerals.date(day)), men räkenskapsåret slutar först den "
            + "\(Numerals.date(report.year.last)). Rätta datumet.")
      }
    },
    spoil: { $0.facts.decision.date = $0.year.first })
}
