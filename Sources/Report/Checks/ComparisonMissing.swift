import Association
import Ledger
import Statements

extension Check {
  static let comparisonMissing = Check(
    code: "fg-ar-saknas", .error,
    question: "Har resultat- och balansräkning och kassaflödesanalys tal för året före?",
    reason: "LKBR 5:6 och 6:5: varje post ska ha jämförelsetal.",
    mend: "Läs in förra årets bokföring, eller dess saldon som en CSV-fil.",
    slips: { report in
      let isFirstYear =
        report.source.map { source in
          source.previousBooks == nil && source.association.history.isEmpty
            && source.books.balances.allSatisfy { $0.opening == .zero }
        } ?? false
      guard !isFirstYear else { return [] }
      return ["resultatrakning", "balansrakning", "kassaflode"].compactMap { id in
        guard let table = report.table(id) else { return nil }
        let index = table.columns.firstIndex { $0.id == "previous" }
        guard !table.rows.contains(where: { row in index.flatMap { table.printed(row, at: $0) } != nil }) else {
          return nil
        }
        return Slip(
          at: "\(id)/previous", stated: "inga tal", expected: "tal för \(report.year.number - 1)",
          "Tabellen \(table.title) har inga tal för \(report.year.number - 1). Lagen kräver jämförelsetal: läs in förra "
            + "årets bokföring, eller dess saldon som en CSV-fil.")
      }
    },
    spoil: { report in
      for id in ["resultatrakning", "balansrakning"] {
        report.alterTable(id) { table in
          for row in table.rows { table.empty(row.id, "previous") }
        }
      }
    })
}
