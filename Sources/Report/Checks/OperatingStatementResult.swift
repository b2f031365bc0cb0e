import Association
import Ledger
import Statements

extension SumCheck {
  static let operatingStatementResult = SumCheck(
    code: "driftredovisning-mot-resultat",
    question: "Slutar driftredovisningen på årets resultat, och ger dess rader det?",
    reason:
      "LKBR 10:1; 2022 gav raderna −2 467 tkr men resultatet stod som −2 422 tkr, för finansnettot hade ingen rad.",
    mend: "Lägg till den rad som fattas, ofta finansnettot, eller rätta resultatet.",
    relations: { report in
      guard let table = report.table("driftredovisning"), let row = table.resultRow else { return [] }
      return table.columns.enumerated().flatMap { index, column -> [Relation?] in
        guard let stated = table.printed(row, at: index) else { return [] }
        var relations: [Relation?] = []
        let year = column.id.operatingYear
        if let year, let expected = report.table("resultatrakning")?.printed("arets-resultat", year) {
          relations.append(
            Relation(
              at: "driftredovisning/\(row.id)/\(column.id)",
              "Driftredovisningen slutar på %s i kolumnen \(column.name), men årets resultat är %e", stated: stated,
              expected: expected, remedy: "Rätta det tal som är fel."))
        }
        if row.sumOf.isEmpty, let above = table.sumAbove(row, at: index) {
          relations.append(
            Relation(
              at: "driftredovisning/\(row.id)/\(column.id)/rader",
              "Driftredovisningen slutar på %s i kolumnen \(column.name), men raderna ovanför ger %e", stated: stated,
              expected: above, remedy: "Lägg till den rad som fattas, ofta finansnettot, eller rätta resultatet."))
        }
        return relations
      }.compactMap { $0 }
    },
    spoil: { report in
      report.alterTable("driftredovisning") { table in
        guard let row = table.resultRow else { return }
        for column in ["current", "net"] { table.add(45, to: row.id, column) }
      }
    })
}

extension Table {
  /// The row of a driftredovisning that says the year's result: the one of that name, else the total.
  var resultRow: Row? { row("arets-resultat") ?? row("resultat") ?? rows.last { $0.role == .total } }

  /// What the ordinary rows above a row add up to in one column.
  fileprivate func sumAbove(_ row: Row, at index: Int) -> Printed? {
    let above = rows.prefix { $0.id != row.id }.filter { $0.role == .row && $0.sumOf.isEmpty }
    let sum = sum(of: above.map { "+\($0.id)" }, at: index)
    return sum.count > 0 ? sum.sum : nil
  }
}

extension String {
  /// Which of the statements' years a column of the driftredovisning shows the result of; nil for budget and the like.
  fileprivate var operatingYear: String? {
    switch self {
    case "current", "net": "current"
    case "previous", "previous-net": "previous"
    default: nil
    }
  }
}
