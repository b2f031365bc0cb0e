import Ledger
import Statements

extension SumCheck {
  static let projectNoteSum = SumCheck(
    code: "projektnot-summa",
    question: "Är varje differens i projektnoten beviljat minus utfall, och summan av raderna rätt?",
    reason: "LKBR 4:6; noten är det som säger vad som återförs till förbundet.",
    mend: "Rätta det tal som är fel.",
    relations: { report in
      guard let table = report.table("projektnot") else { return [] }
      let rows = table.rows.compactMap { row -> Relation? in
        guard let granted = table.printed(row.id, "granted"), let outcome = table.printed(row.id, "outcome"),
          let stated = table.printed(row.id, "difference")
        else { return nil }
        return Relation(
          at: "projektnot/\(row.id)/difference",
          "Differensen för \(row.title) är %s i projektnoten, men \(granted.text) beviljat minus \(outcome.text) "
            + "utfall är %e", stated: stated,
          expected: Printed(units: granted.units &- outcome.units, unit: stated.unit),
          remedy: "Rätta det tal som är fel.")
      }
      guard let total = table.rows.last(where: { $0.role == .total }), total.sumOf.isEmpty else { return rows }
      let sums = table.columns.indices.compactMap { index -> Relation? in
        guard let stated = table.printed(total, at: index), let sum = table.sumOfParts(at: index) else { return nil }
        return Relation(
          at: "projektnot/\(total.id)/\(table.columns[index].id)",
          "Projektnoten summerar till %s i kolumnen \(table.columns[index].name), men raderna ger %e", stated: stated,
          expected: sum, remedy: "Rätta summan eller raden.")
      }
      return rows + sums
    },
    spoil: { report in
      report.alterTable("projektnot") { table in
        for row in table.rows.prefix(2) { table.add(5000, to: row.id, "difference") }
      }
    })
}
