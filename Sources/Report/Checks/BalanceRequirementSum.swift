import Association
import Statements

extension SumCheck {
  static let balanceRequirementSum = SumCheck(
    code: "balanskrav-summa",
    question: "Leder balanskravsutredningens rader fram till balanskravsresultatet?",
    reason: "LKBR 11:10: årets resultat, justerat för realisationsvinster, orealiserade poster och resultatreserv.",
    mend: "Rätta den rad eller den summa som är fel.",
    relations: { report in
      guard let table = report.table("balanskrav") else { return [] }
      return table.columns.indices.flatMap { index -> [Relation] in
        let adjusted = table.sum(of: SumCheck.balanceAdjustments.map { "+\($0)" }, at: index)
        guard adjusted.count > 0 else { return [] }
        let reserve = table.sum(of: ["+forandring-resultatreserv"], at: index).sum.units
        let sums = [
          ("resultat-efter-justeringar", adjusted.sum.units), ("balanskravsresultat", adjusted.sum.units &+ reserve),
        ]
        return sums.compactMap { id, expected in
          guard let row = table.row(id), let stated = table.printed(row, at: index) else { return nil }
          return Relation(
            at: "balanskrav/\(id)/\(table.columns[index].id)",
            "Raden \(row.name) är %s i balanskravsutredningen, men raderna ovanför ger %e", stated: stated,
            expected: Printed(units: expected, unit: stated.unit), remedy: "Rätta det tal som är fel.")
        }
      }
    },
    spoil: { $0.alterTable("balanskrav") { $0.add(100, to: "balanskravsresultat") } })

  private static let balanceAdjustments = [
    "arets-resultat", "realisationsvinster", "undantag-vinster", "undantag-forluster", "orealiserade",
    "aterforing-orealiserade",
  ]
}
