import Ledger
import Statements

extension Check {
  static let columnHeadings = Check(
    code: "kolumnrubriker", .error,
    question: "Säger varje kolumn rätt år, i rätt ordning, och inga två samma?",
    reason: "LKBR 5:6 och 6:5; 2023 hade resultaträkningen och kassaflödesanalysen rubrikerna 2023 och 2023.",
    mend: "Rätta rubriken till det år som kolumnens tal gäller.",
    slips: { report in
      report.tables.flatMap { table in
        table.repeatedHeadings + table.columns.compactMap { table.headingSlip(in: $0, reportYear: report.year.number) }
      }
    },
    spoil: { report in
      report.alterTable("resultatrakning") { table in
        guard table.columns.count > 1 else { return }
        table.columns[1].title = table.columns[0].title
        table.columns[1].year = table.columns[0].year
      }
    })
}

extension Table {
  /// Two columns under one heading that say the same.
  fileprivate var repeatedHeadings: [Slip] {
    columns.indices.compactMap { index in
      let column = columns[index]
      guard !column.name.isBlank, !column.title.isEmpty || !column.group.isEmpty,
        columns[..<index].contains(where: { $0.name.normalized == column.name.normalized })
      else { return nil }
      let previous = column.id == "previous" ? columns.first?.year.map { "\($0 - 1)" } : nil
      return Slip(
        at: "\(id)/\(column.id)", stated: column.name, expected: previous ?? "en egen rubrik",
        difference: previous == nil ? "" : "1 år",
        "Två kolumner i tabellen \(title) har båda rubriken \(column.name)"
          + (previous.map { ". Den andra gäller \($0): skriv det." } ?? ". Ge var och en en egen rubrik."))
    }
  }

  /// A heading that says another year than the column's figures are of.
  fileprivate func headingSlip(in column: Column, reportYear: Int) -> Slip? {
    let expected: Int? =
      switch column.id {
      case "current", "income", "cost", "net": reportYear
      case "previous", "previous-income", "previous-cost", "previous-net": reportYear - 1
      default: column.year
      }
    guard let expected else { return nil }
    let stated = column.name.years
    let isRight = stated.isEmpty ? column.year == nil || column.year == expected : stated.contains(expected)
    let isRepeated = columns.prefix { $0.id != column.id }.contains { $0.name.normalized == column.name.normalized }
    guard !isRight, !isRepeated else { return nil }
    return Slip(
      at: "\(id)/\(column.id)", stated: column.name, expected: "\(expected)",
      "Kolumnen \(column.name) i tabellen \(title) visar tal för \(expected). Rätta rubriken.")
  }
}
