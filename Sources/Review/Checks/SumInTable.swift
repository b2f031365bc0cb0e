extension ReviewCheck {
  static let sumInTable = ReviewCheck(
    "summa", kind: "sum", question: "Är varje summa lika med raderna ovanför?",
    reason: "Blekinge 2022: not 2 var 4 kr fel, vilket avrundning inte förklarar.",
    spoil: [("Summa\t9 700 000\t9 500 000", "Summa\t9 700 008\t9 500 000")],
    find: { report in report.tables.flatMap { sums(of: $0, in: report) } })

  private static let kinds: Set<TableKind> = [
    .note, .projectNote, .balanceSheet, .operatingStatement, .participants, .other, .budget,
    .incomeStatement,
  ]

  private static func sums(of table: ReadTable, in report: PublishedReport) -> [Slip] {
    guard kinds.contains(table.kind), table.rows.contains(where: \.isSum), !table.withholdsCounts
    else { return [] }
    if table.kind == .other, table.unit.kronor == nil { return [] }
    var slips: [Slip] = []
    var inGroup: [ReadRow] = []
    var sinceSum: [ReadRow] = []
    var all: [ReadRow] = []
    var sumsBefore: [ReadRow] = []
    var lastSum: ReadRow?
    for (index, row) in table.rows.enumerated() {
      // A budget that writes its sums above their parts is another check's.
      let next = index + 1 < table.rows.count ? table.rows[index + 1].key : nil
      if table.kind == .budget, row.key != nil, next == "common_costs" || next == "member_costs" { continue }
      if row.isHeading {
        if row.cells.isEmpty == false { inGroup = [] }
        continue
      }
      if table.kind == .budget, let key = row.key, ["result", "opening_equity", "closing_equity"].contains(key) {
        break
      }
      if !row.isSum, isSum(of: sinceSum, row, in: table) {
        sumsBefore.append(row)
        lastSum = row
        inGroup = []
        sinceSum = []
        continue
      }
      // In the statement only the parts that a report adds of itself: what leads to each result is another check's.
      let isOwnSum =
        table.kind != .incomeStatement || ["operating_income", "operating_costs"].contains(row.key)
      guard row.isSum, isOwnSum, row.key != "capital_gains" else {
        inGroup.append(row)
        sinceSum.append(row)
        all.append(row)
        continue
      }
      var ways: [[ReadRow]] = [sinceSum, all, inGroup]
      if let lastSum { ways.append([lastSum] + sinceSum) }
      if sumsBefore.count >= 2 {
        ways.append(sumsBefore)
        ways.append(sumsBefore + sinceSum)
        ways.append(Array(sumsBefore.suffix(2)))
      }
      if let lastSum { ways.append([lastSum]) }
      slips += check(
        row, ways: ways.filter { !$0.isEmpty }, in: table, report,
        isOnly: sumsBefore.isEmpty && inGroup.count == all.count)
      sumsBefore.append(row)
      lastSum = row
      inGroup = []
      sinceSum = []
      if row.key == "assets_total" || row.has("summa tillgangar") {
        all = []
        sumsBefore = []
        lastSum = nil
      }
    }
    return slips
  }

  /// Whether a row that does not say so adds the rows since the last sum, in every column.
  private static func isSum(of rows: [ReadRow], _ row: ReadRow, in table: ReadTable) -> Bool {
    guard rows.count >= 2 else { return false }
    let columns = table.columns.indices.filter { (row.term($0) ?? 0) != 0 }
    return !columns.isEmpty
      && columns.allSatisfy { column in
        let terms = rows.compactMap { $0.term(column) }
        return terms.count { $0 != 0 } >= 2
          && abs(terms.reduce(0, +) - (row.term(column) ?? 0)) <= table.grain * Amounts.slack(terms: terms.count)
      }
  }

  private static func check(
    _ row: ReadRow, ways: [[ReadRow]], in table: ReadTable, _ report: PublishedReport, isOnly: Bool
  ) -> [Slip] {
    struct Outcome {
      var agreed: Set<Int> = []
      var apart: Int64 = 0
    }
    let columns = table.columns.indices.filter { column in
      guard let cell = row.cells[column], cell.value != nil, cell.unit == nil || cell.unit?.kronor != nil else {
        return false
      }
      return table.columns[column].role != .percent
    }
    guard !columns.isEmpty else { return [] }
    var agreedAnyhow: Set<Int> = []
    var outcomes: [Outcome] = []
    for way in ways {
      var outcome = Outcome()
      for column in columns {
        let terms = way.compactMap { $0.term(column) }
        let apart = abs(terms.reduce(0, +) - (row.term(column) ?? 0))
        let step = table.grain
        // Sums among the rows without a word for it count everything twice.
        let twice =
          abs(terms.reduce(0, +) - 2 * (row.term(column) ?? 0)) <= step * Amounts.slack(terms: terms.count)
          && terms.count >= 4
        if apart <= step * Amounts.slack(terms: terms.count) || twice, !terms.isEmpty {
          outcome.agreed.insert(column)
        } else {
          outcome.apart += apart
        }
      }
      agreedAnyhow.formUnion(outcome.agreed)
      outcomes.append(outcome)
    }
    let wrong = columns.filter { !agreedAnyhow.contains($0) }
    guard !wrong.isEmpty else { return [] }
    guard
      let best = ways.indices.max(by: {
        (outcomes[$0].agreed.count, -outcomes[$0].apart) < (outcomes[$1].agreed.count, -outcomes[$1].apart)
      })
    else { return [] }
    return wrong.compactMap { column in
      let terms = ways[best].compactMap { $0.term(column) }
      let sum = terms.reduce(0, +)
      let stated = row.term(column) ?? 0
      guard terms.count >= 2, sum != 0 || stated != 0 else { return nil }
      let other = !outcomes[best].agreed.isEmpty
      let near = abs(sum - stated) * 100 <= abs(stated) * 3
      let explained = !Amounts.explanation(stated: stated, expected: sum).isEmpty
      guard
        other || near || explained
          || (isOnly && table.kind != .other && table.kind != .balanceSheet && table.kind != .budget)
      else { return nil }
      // A figure that the reader is unsure of is no proof.
      let unsure = (ways[best] + [row]).contains { ($0.cells[column]?.confidence ?? 99) < 85 }
      let missing = ways[best].contains { $0.cells[column] == nil } && !near
      guard let figure = report.stated(table, row, at: column) else {
        guard table.unit.kronor == nil else { return nil }
        return Slip(
          severity: .material, place: row.place, quote: row.quote, stated: row.cells[column]?.printed ?? "",
          expected: Number(thousandths: sum).text, difference: Number(thousandths: abs(sum - stated)).text,
          message:
            "\(row.label) är \(row.cells[column]?.printed ?? "") i \(table.name), men raderna ger \(Number(thousandths: sum).text).",
          mend: "Rätta summan eller den rad som är fel.", confidence: unsure ? 50 : 85, related: ways[best].map(\.place)
        )
      }
      let small = abs(sum - stated) * 1000 <= abs(stated) * 2 && abs(sum - stated) < 100_000
      return Slip.amounts(
        small ? .immaterial : .material, at: figure, expected: sum &* table.kronor,
        "\(row.label) är %s i \(table.name)\(table.columnName(column)), men raderna ovanför ger %e.",
        mend: "Rätta summan eller den rad som är fel.",
        innocent: small ? "Avrundning av \(terms.count) tal kan inte ge så mycket." : "",
        confidence: (unsure ? 45 : other || near ? 88 : 70) - (missing ? 15 : 0), related: ways[best].map(\.place))
    }
  }
}
