extension ReviewCheck {
  static let operatingResult = ReviewCheck(
    "driftredovisning-resultat", kind: "operating-result",
    question: "Är driftredovisningens resultat lika med resultaträkningens?",
    reason: "LKBR 10:1: driftredovisningen är samma verksamhet.",
    spoil: [("Resultat\t300\t-200\t500\t500", "Resultat\t390\t-200\t590\t500")],
    find: { report in
      guard let table = report.table(.operatingStatement) else { return [] }
      return [ReadColumn.Role.current, .previous].compactMap { role in
        guard let result = report.stated(.incomeStatement, "result_for_year", role),
          let row = table.rows.last(where: { $0.key == "result" && !$0.isHeading })
            ?? table.rows.last(where: { $0.isSum && $0.key == "sum" }),
          let column = table.columns.indices.last(where: {
            let column = table.columns[$0]
            return column.role == role && (column.part == nil || column.part == .net)
          })
            ?? (role == .previous
              ? table.columns.indices.last {
                table.columns[$0].part == .net && table.columns[$0].year == report.year.map { $0 - 1 }
              } : nil),
          let stated = report.stated(table, row, at: column)
        else { return nil }
        if table.columns[column].part == nil, table.columns.contains(where: { $0.part != nil }) { return nil }
        guard abs(stated.amount - result.amount) > max(stated.step, result.step),
          stated.amount != -result.amount || true
        else { return nil }
        // The sum of a table of costs alone is no result.
        guard row.key == "result" || abs(stated.amount) < abs(result.amount) * 4 else { return nil }
        if abs(stated.amount + result.amount) <= 2 * stated.step, table.columns[column].part == .net { return nil }
        return Slip.amounts(
          .material, at: stated, expected: result.amount,
          "\(row.label) är %s i driftredovisningen\(table.columnName(column)), men resultaträkningen har %e.",
          mend: "Rätta den av dem som är fel.", confidence: 80, related: [result.row.place])
      }
    })
}
