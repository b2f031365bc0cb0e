import Association
import Ledger
import Statements

extension SumCheck {
  static let projectNoteAgainstCosts = SumCheck(
    code: "projektnot-mot-kostnadsnot",
    question: "Är utfallet i projektnoten lika med kostnaden för insatserna i kostnadsnoten?",
    reason: "LKBR 4:2 och 4:6; de två noterna beskriver samma kostnad.",
    mend: "Rätta den not som är fel; se efter om en insats bokförts utan objekt.",
    relations: { report in
      guard let table = report.table("projektnot"), let total = table.rows.last(where: { $0.role == .total }),
        let stated = table.printed(total.id, "outcome"), let expected = report.insatsCosts(near: stated)
      else { return [] }
      return Relation(
        at: "projektnot/\(total.id)/outcome",
        "Utfallet i projektnoten är %s, men insatserna kostar %e enligt \(report.source == nil ? "kostnadsnoten" : "bokföringen")",
        stated: stated, expected: expected, remedy: "Rätta det som är fel; se efter om något bokförts utan insats."
      ).map { [$0] } ?? []
    },
    spoil: { report in
      report.alterTable("projektnot") { table in
        guard let total = table.rows.last(where: { $0.role == .total }) else { return }
        table.add(25_000, to: total.id, "outcome")
      }
    })
}

extension AnnualReport {
  /// What the insatser cost by the books; without books, the subtotal of the cost note that comes nearest.
  fileprivate func insatsCosts(near stated: Printed) -> Printed? {
    if let source {
      let sum = source.books.balances.filter { balance in
        source.mapping.insatsCosts.contains { $0.counts(balance.account, balance.objects) }
      }.map(\.change).sum()
      return source.mapping.insatsCosts.isEmpty ? nil : Printed(units: sum.rounded(toUnitsOf: 100), unit: .kronor)
    }
    guard let note = table("not-verksamhetens-kostnader") else { return nil }
    let sums = note.rows.filter { $0.role == .subtotal || $0.role == .row }.compactMap { note.printed($0.id) }
    let sizes = sums.map { Printed(units: abs($0.units), unit: $0.unit) }
    return sizes.min { ($0.units &- stated.units).magnitude < ($1.units &- stated.units).magnitude }
  }
}
