extension ReviewCheck {
  static let operatingDeviation = ReviewCheck(
    "driftredovisning-avvikelse", kind: "operating-rows",
    question: "Är varje avvikelse skillnaden mellan utfall och budget?",
    reason: "LKBR 10:1: driftredovisningen jämför utfallet med budgeten.",
    spoil: [("Resultat\t300\t-200\t500\t500", "Resultat\t300\t-200\t590\t500")],
    find: { report in
      report.tables(.operatingStatement).flatMap { table -> [Slip] in
        guard let deviation = table.column(.deviation), let budget = table.column(.budget) else { return [] }
        let outcome =
          table.columns.indices.last {
            table.columns[$0].role == .current && (table.columns[$0].part == nil || table.columns[$0].part == .net)
              && $0 < budget
          } ?? table.column(.current)
        guard let outcome else { return [] }
        let rows = table.rows.filter {
          $0.value(outcome) != nil && $0.value(budget) != nil && $0.value(deviation) != nil
        }
        func apart(_ row: ReadRow, _ sign: Int64) -> Int64 {
          let left = row.term(outcome) ?? 0
          let right = row.term(budget) ?? 0
          let size = (left < 0) != (right < 0) && row.key == "net_costs" ? left + right : left - right
          return abs(sign * size - (row.term(deviation) ?? 0))
        }
        // A table may count better than budget as plus for costs and income alike, so each row may choose its sign.
        return rows.compactMap { row in
          let best = Swift.min(apart(row, 1), apart(row, -1))
          guard best > 2 * table.grain, let stated = report.stated(table, row, at: deviation), rows.count >= 2 else {
            return nil
          }
          let right = rows.count { Swift.min(apart($0, 1), apart($0, -1)) <= 2 * table.grain }
          guard right * 2 >= rows.count else { return nil }
          let expected = (row.term(outcome) ?? 0) - (row.term(budget) ?? 0)
          return Slip.amounts(
            .material, at: stated, expected: expected &* table.kronor,
            "Avvikelsen för \(row.label) är %s, men utfall minus budget är %e.",
            mend: "Rätta avvikelsen, utfallet eller budgeten.", confidence: 82)
        }
      }
    })
}
