import Association
import Ledger
import Statements

extension SumCheck {
  static let contributionsAgainstNote = SumCheck(
    code: "medlemsbidrag-mot-not",
    question: "Är medlemsbidragen lika stora i tabellen över bidragen som i intäkterna?",
    reason:
      "LKBR 4:2: rapporten är en helhet; bidragen 2021 stod som 13 880 000 kr i noten och 13 879 994 kr i räkningen.",
    mend: "Rätta tabellen över bidragen eller bokföringen.",
    relations: { report in
      guard let table = report.table("medlemsbidrag") else { return [] }
      return table.contributionColumns.compactMap { column in
        guard let index = table.columns.firstIndex(where: { $0.id == column.id }),
          let stated = table.rows.last(where: { $0.role == .total }).flatMap({ table.printed($0, at: index) })
            ?? table.sumOfParts(at: index),
          let expected = report.bookedContributions(column.id)
        else { return nil }
        return Relation(
          at: "medlemsbidrag/summa/\(column.id)",
          "Medlemsbidragen är %s i tabellen över bidragen, kolumnen \(column.name), men %e i intäkterna",
          stated: stated, expected: expected, remedy: "Rätta tabellen eller bokföringen.")
      }
    },
    spoil: { report in
      report.alterTable("medlemsbidrag") { table in
        guard let total = table.rows.last(where: { $0.role == .total || $0.role == .row }) else { return }
        for column in table.contributionColumns { table.add(6000, to: total.id, column.id) }
      }
    })
}

extension AnnualReport {
  /// The members' contributions as booked; without books, as the note on income has them.
  fileprivate func bookedContributions(_ column: String) -> Printed? {
    if let source {
      guard let books = column != "previous" ? source.books : source.previousBooks else { return nil }
      let selections = source.mapping.contributions
      guard !selections.isEmpty else { return nil }
      let sum = books.balances.filter { balance in
        selections.contains { $0.counts(balance.account, balance.objects) }
      }.map(\.change).sum()
      return Printed(units: (-sum).rounded(toUnitsOf: 100), unit: .kronor)
    }
    guard let note = table("not-verksamhetens-intakter") else { return nil }
    let row = note.rows.first { $0.sumOf.isEmpty && $0.title.lowercased().hasAny(["medlemsbidrag", "medlemsavgift"]) }
    return row.flatMap { note.printed($0.id, column == "previous" ? column : "current") }
  }
}
