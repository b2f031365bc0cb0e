import Association
import Ledger
import Statements

extension SumCheck {
  static let comparisonAgainstAdopted = SumCheck(
    code: "jamforelse-mot-antagna",
    question: "Är jämförelseårets tal desamma som i det antagna bokslutet?",
    reason: "LKBR 4:4 och 5:6; intäkterna 2021 trycktes som 13 879 994 kr mot antagna 13 880 000 kr.",
    mend: "Rätta jämförelsetalet. Har principen ändrats, räkna om och säg det i en not.",
    relations: { report in
      let year = report.year.number - 1
      guard let adopted = report.source?.association.history.first(where: { $0.year == year }) else { return [] }
      let figures: [(String, String, Money?)] = [
        ("resultatrakning", "verksamhetens-intakter", adopted.income),
        ("resultatrakning", "arets-resultat", adopted.result),
        ("balansrakning", "utgaende-eget-kapital", adopted.equity),
        ("balansrakning", "summa-tillgangar", adopted.assets),
      ]
      return figures.compactMap { id, row, amount in
        guard let amount, let table = report.table(id), let stated = table.printed(row, "previous") else { return nil }
        return Relation(
          at: "\(id)/\(row)/previous",
          "\(table.row(row)?.title ?? row) för \(year) är %s som jämförelse, men i bokslutet antogs %e", stated: stated,
          expected: Printed(units: amount.rounded(toUnitsOf: 100), unit: .kronor),
          remedy: "Rätta jämförelsetalet, eller de antagna siffrorna om de är fel avskrivna.")
      }
    },
    spoil: { report in
      let year = report.year.number - 1
      report.alterAssociation { association in
        association.history.removeAll { $0.year == year }
        association.history.append(
          YearFigures(
            year: year, income: Money(kronor: 1), costs: .zero, result: Money(kronor: 1), equity: Money(kronor: 1)))
      }
    })
}
