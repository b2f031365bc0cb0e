extension ReviewCheck {
  static let operatingNet = ReviewCheck(
    "driftredovisning-netto", kind: "column-sign",
    question: "Är varje netto intäkter minus kostnader, med samma tecken i alla kolumner?",
    reason: "Sydnärke 2023: förra årets netto var kostnader minus intäkter på sju rader, och summan hade fel tecken.",
    spoil: [
      (
        "Belopp i tkr\tUtfall 2023\tBudget 2023\tAvvikelse\tBokslut 2022\nKostnader\t-9 700\t-10 200\t500\t-9 500\nMedlemsbidrag\t10 000\t10 000\t0\t10 000\nResultat\t300\t-200\t500\t500",
        "Belopp i tkr\tUtfall 2023\t\t\tUtfall 2022\t\t\n\tIntäkt\tKostnad\tNetto\tIntäkt\tKostnad\tNetto\nKansli\t10 000\t3 000\t7 000\t10 000\t2 500\t-7 500\nInsatser\t-\t6 700\t-6 700\t-\t7 000\t7 000\nSumma\t10 000\t9 700\t300\t10 000\t9 500\t-500"
      )
    ],
    find: { report in
      report.tables(.operatingStatement).flatMap { table -> [Slip] in
        var slips: [Slip] = []
        slips += turnedYear(table, report)
        for net in table.columns.indices where table.columns[net].part == .net && net >= 2 {
          guard table.columns[net - 1].part == .cost, table.columns[net - 2].part == .income else { continue }
          let rows = table.rows.filter { ($0.term(net) ?? 0) != 0 }
          func size(_ row: ReadRow) -> Int64 { (row.term(net - 2) ?? 0) - abs(row.term(net - 1) ?? 0) }
          let right = rows.filter { abs(size($0) - ($0.term(net) ?? 0)) <= 2 * table.grain }
          let turned = rows.filter { abs(size($0) + ($0.term(net) ?? 0)) <= 2 * table.grain }
          if turned.count > right.count, let row = turned.last, let stated = report.stated(table, row, at: net) {
            slips.append(
              Slip.amounts(
                .material, at: stated, expected: size(row) &* table.kronor,
                "\(row.label) är %s\(table.columnName(net)), men intäkter minus kostnader är %e. Hela kolumnen, \(turned.count) rader, har omvänt tecken.",
                mend: "Vänd tecknet i kolumnen.", confidence: 90, related: turned.map(\.place)))
          } else if right.count > turned.count {
            for row in rows where abs(size(row) - (row.term(net) ?? 0)) > 2 * table.grain {
              guard let stated = report.stated(table, row, at: net) else { continue }
              slips.append(
                Slip.amounts(
                  .material, at: stated, expected: size(row) &* table.kronor,
                  "Nettot för \(row.label) är %s\(table.columnName(net)), men intäkter minus kostnader är %e.",
                  mend: "Rätta raden.", confidence: 82))
            }
          }
        }
        return slips
      }
    })

  /// Last year's net alone, with the other sign than this year's on every row: nobody's every activity turned.
  private static func turnedYear(_ table: ReadTable, _ report: PublishedReport) -> [Slip] {
    let nets = table.columns.indices.filter { table.columns[$0].part == .net }
    guard let now = nets.first(where: { table.columns[$0].role == .current }),
      let before = nets.last(where: { column in
        let heading = table.columns[column]
        return column != now
          && (heading.role == .previous || heading.year == report.year.map { $0 - 1 })
          && !(column >= 2 && table.columns[column - 1].part == .cost)
      })
    else { return [] }
    let rows = table.rows.filter {
      !$0.isSum && ($0.term(now) ?? 0) != 0 && ($0.term(before) ?? 0) != 0
    }
    guard rows.count >= 3,
      rows.allSatisfy({ (($0.term(now) ?? 0) > 0) != (($0.term(before) ?? 0) > 0) }),
      let stated = report.stated(table, rows[0], at: before)
    else { return [] }
    return [
      Slip.amounts(
        .material, at: stated, expected: -stated.amount,
        "\(rows[0].label) är %s\(table.columnName(before)), men årets netto har motsatt tecken på alla \(rows.count) rader; det borde vara %e.",
        mend: "Vänd tecknet i kolumnen.", confidence: 80, related: rows.map(\.place))
    ]
  }
}
