import Ledger
import Statements

extension SumCheck {
  static let resultChain = SumCheck(
    code: "resultatkedja",
    question: "Leder resultaträkningens rader, i lagens ordning, fram till årets resultat?",
    reason: "LKBR 5:2–5:3: ordningen är bestämd och varje delsumma följer av raderna ovanför.",
    mend: "Räkna om delsummorna från raderna ovanför och rätta den rad som är fel.",
    relations: { report in
      guard let table = report.table("resultatrakning") else { return [] }
      return table.columns.indices.flatMap { index -> [Relation] in
        var leaves = Printed(units: 0, unit: table.unit)
        var chain = leaves
        return SumCheck.incomeSteps.compactMap { step in
          let added = table.sum(of: step.rows.map { "+\($0)" }, at: index).sum.units
          leaves.units &+= added
          chain.units &+= added
          guard let row = table.row(step.sum), let stated = table.printed(row, at: index) else { return nil }
          let expected = [leaves, chain].min {
            ($0.units &- stated.units).magnitude < ($1.units &- stated.units).magnitude
          }
          chain = stated
          return expected.flatMap {
            Relation(
              at: "resultatrakning/\(step.sum)/\(table.columns[index].id)",
              "Raden \(row.name) är %s i kolumnen \(table.columns[index].name), men raderna ovanför ger %e",
              stated: stated, expected: $0, remedy: "Rätta delsumman eller den rad som är fel.")
          }
        }
      }
    },
    spoil: { $0.alterTable("resultatrakning") { $0.add(1000, to: "resultat-efter-finansiella-poster") } })

  /// The order of LKBR 5:2: the rows that each sum adds to the one before.
  private static let incomeSteps: [(sum: String, rows: [String])] = [
    ("verksamhetens-nettokostnader", ["verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar"]),
    ("verksamhetens-resultat", ["skatteintakter", "generella-statsbidrag"]),
    ("resultat-efter-finansiella-poster", ["finansiella-intakter", "finansiella-kostnader"]),
    ("arets-resultat", ["extraordinara-poster"]),
  ]
}
