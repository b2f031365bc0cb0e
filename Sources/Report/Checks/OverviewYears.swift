import Ledger
import Statements

extension Check {
  static let overviewYears = Check(
    code: "oversikt-ar", .warning,
    question: "Har flerårsöversikten alla år i följd, till och med rapportens?",
    reason: "LKBR 11:1: översikten visar utvecklingen, och då får inget år fattas.",
    mend: "Lägg till året som fattas bland de antagna siffrorna, eller ta bort den kolumn som inte hör dit.",
    slips: { report in
      guard let table = report.table("oversikt") else { return [] }
      let years = table.columns.compactMap { $0.year ?? Int($0.id) }.sorted()
      guard let first = years.first else { return [] }
      return (min(first, report.year.number)...report.year.number).filter { !years.contains($0) }.map { year in
        Slip(
          at: "oversikt/\(year)", stated: "inget", expected: "\(year)",
          "Flerårsöversikten saknar året \(year). Lägg till dess siffror.")
      }
    },
    spoil: { report in
      let year = report.year.number
      report.alterTable("oversikt") { table in
        guard let index = table.columns.firstIndex(where: { $0.year == year || $0.id == "\(year)" }) else { return }
        table.columns.remove(at: index)
        for row in table.rows.indices where table.rows[row].cells.count > index {
          table.rows[row].cells.remove(at: index)
        }
      }
    })
}
