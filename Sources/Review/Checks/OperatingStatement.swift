extension ReviewCheck {
  static let operatingSum = ReviewCheck(
    "driftredovisning-summa", kind: "operating-columns",
    question: "Ger driftredovisningens rader resultatet i varje kolumn?",
    reason: "LKBR 10:1; Blekinge 2022 saknade finansnettot som rad, 45 tkr.",
    spoil: [("Resultat\t300\t-200\t500\t500", "Resultat\t345\t-200\t545\t500")],
    find: { report in
      guard let table = report.table(.operatingStatement),
        let index = table.rows.firstIndex(where: { $0.key == "result" && !$0.isHeading }),
        table.columns.allSatisfy({ $0.part == nil })
      else { return [] }
      let row = table.rows[index]
      let above = table.rows[..<index].filter {
        !$0.isHeading && !$0.isSum && $0.key != "closing_equity" && $0.key != "cash"
      }
      guard above.count >= 2, above.contains(where: { $0.key == "net_costs" }),
        above.contains(where: { $0.key == "member_contributions" })
      else { return [] }
      let costs = above.filter { $0.key == "net_costs" }
      return table.columns.indices.flatMap { column -> [Slip] in
        let terms = above.compactMap { $0.term(column) }
        guard terms.count >= 2, let stated = report.stated(table, row, at: column) else { return [] }
        let value = row.term(column) ?? 0
        let sum = terms.reduce(0, +)
        let slack = 1000 * Amounts.slack(terms: terms.count)
        if abs(sum - value) <= slack { return [] }
        let cost = costs.compactMap { $0.term(column) }.reduce(0, +)
        if table.columns[column].role == .deviation {
          return []
        }
        // Costs without their sign: a slip only where the other columns have it.
        if cost > 0, abs(sum - 2 * cost - value) <= slack {
          let others = table.columns.indices.contains { other in
            other != column && table.columns[other].role != .deviation
              && (costs.compactMap { $0.term(other) }.reduce(0, +)) < 0
          }
          guard others, let figure = report.stated(table, costs[0], at: column) else { return [] }
          return [
            Slip.amounts(
              .material, at: figure, expected: -figure.amount,
              "\(costs[0].label) är %s\(table.columnName(column)), men resultatet i samma kolumn kräver %e.",
              mend: "Skriv minustecknet.",
              innocent: "Ett minustecken kan ha fallit bort när texten lästes.", confidence: 82, related: [row.place])
          ]
        }
        let net = report.financialNet(table.columns[column].role)
        let isNet = net.map { abs($0 - (stated.amount - sum &* table.kronor)) <= 2 * stated.step } ?? false
        var slip = Slip.amounts(
          .material, at: stated, expected: sum &* table.kronor,
          "\(row.label) är %s i driftredovisningen\(table.columnName(column)), men raderna ovanför ger %e.",
          mend: "Lägg till den rad som fattas, eller rätta summan.",
          innocent: isNet ? "Skillnaden är finansnettot, som inte har någon rad i tabellen." : "", confidence: 88,
          related: above.map(\.place))
        slip.related = above.map(\.place)
        return [slip]
      }
    })

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
          guard best > 2000, let stated = report.stated(table, row, at: deviation), rows.count >= 2 else { return nil }
          let right = rows.count { Swift.min(apart($0, 1), apart($0, -1)) <= 2000 }
          guard right * 2 >= rows.count else { return nil }
          let expected = (row.term(outcome) ?? 0) - (row.term(budget) ?? 0)
          return Slip.amounts(
            .material, at: stated, expected: expected &* table.kronor,
            "Avvikelsen för \(row.label) är %s, men utfall minus budget är %e.",
            mend: "Rätta avvikelsen, utfallet eller budgeten.", confidence: 82)
        }
      }
    })

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
        for net in table.columns.indices where table.columns[net].part == .net && net >= 2 {
          guard table.columns[net - 1].part == .cost, table.columns[net - 2].part == .income else { continue }
          let rows = table.rows.filter { ($0.term(net) ?? 0) != 0 }
          func size(_ row: ReadRow) -> Int64 { (row.term(net - 2) ?? 0) - abs(row.term(net - 1) ?? 0) }
          let right = rows.filter { abs(size($0) - ($0.term(net) ?? 0)) <= 2000 }
          let turned = rows.filter { abs(size($0) + ($0.term(net) ?? 0)) <= 2000 }
          if turned.count > right.count, let row = turned.last, let stated = report.stated(table, row, at: net) {
            slips.append(
              Slip.amounts(
                .material, at: stated, expected: size(row) &* table.kronor,
                "\(row.label) är %s\(table.columnName(net)), men intäkter minus kostnader är %e. Hela kolumnen, \(turned.count) rader, har omvänt tecken.",
                mend: "Vänd tecknet i kolumnen.", confidence: 90, related: turned.map(\.place)))
          } else if right.count > turned.count {
            for row in rows where abs(size(row) - (row.term(net) ?? 0)) > 2000 {
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

extension PublishedReport {
  /// Financial income less financial costs.
  func financialNet(_ role: ReadColumn.Role) -> Int64? {
    if let net = stated(.incomeStatement, "financial_net", role) { return net.amount }
    let plus = stated(.incomeStatement, "financial_income", role)?.amount
    let minus = stated(.incomeStatement, "financial_costs", role)?.amount
    guard plus != nil || minus != nil else { return nil }
    return (plus ?? 0) - abs(minus ?? 0)
  }
}
