import Association
import Ledger
import Statements

extension Check {
  static let budgetMissing = Check(
    code: "budget-saknas", .error,
    question: "Finns årets budget, så att utfallet kan jämföras med den?",
    reason: "LKBR 10:1: driftredovisningen visar utfallet i förhållande till budgeten.",
    mend: "Lägg in budgeten för året.",
    slips: { report in
      let lacksBudget = report.source != nil && report.latestBudget(of: report.year.number) == nil
      let table = report.table("driftredovisning")
      let index = table?.columns.firstIndex { $0.id == "budget" }
      let lacksColumn = table.map { table in
        !table.rows.contains { row in index.flatMap { table.printed(row, at: $0) } != nil }
      }
      guard lacksBudget || lacksColumn == true else { return [] }
      return [
        Slip(
          at: "driftredovisning/budget", stated: "ingen budget", expected: "årets budget",
          "Driftredovisningen har ingen budget för \(report.year.number) att jämföra med, men lagen kräver det "
            + "(LKBR 10:1). Lägg in budgeten.")
      ]
    },
    spoil: { report in
      report.alterAssociation { $0.budgets = [] }
      report.alterTable("driftredovisning") { table in
        for row in table.rows { table.empty(row.id, "budget") }
      }
    })
}
