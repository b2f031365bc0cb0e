extension ReviewCheck {
  static let resultEverywhere = ReviewCheck(
    "resultat-overallt", kind: "result-everywhere", question: "Är årets resultat detsamma överallt?",
    reason: "LKBR 11:10 och 8:1 utgår från samma resultat som resultaträkningen.",
    spoil: [("Årets resultat enligt resultaträkningen\t300 000", "Årets resultat enligt resultaträkningen\t300 900")],
    find: { report in
      var slips: [Slip] = []
      for role in [ReadColumn.Role.current, .previous] {
        guard let result = report.stated(.incomeStatement, "result_for_year", role) else { continue }
        let places: [(TableKind, String)] = [
          (.balanceSheet, "result_for_year"), (.cashFlow, "result_for_year"), (.overview, "result_for_year"),
          (.balanceRequirement, "result_for_year"),
        ]
        for (kind, key) in places where kind != .balanceRequirement || role == .current {
          guard let other = report.stated(kind, key, role),
            abs(other.amount - result.amount) > max(other.step, result.step)
          else { continue }
          let table = report.tables[other.table]
          slips.append(
            Slip.amounts(
              .headline, at: other, expected: result.amount, step: result.step,
              "\(other.row.label) är %s i \(table.name)\(table.columnName(other.column)), men resultaträkningen har %e.",
              mend: "Rätta den av dem som är fel.",
              confidence: 88, related: [result.row.place]))
        }
      }
      return slips
    })
}
