extension ReviewCheck {
  static let cashFlowSubtotal = ReviewCheck(
    "kassaflode-delsumma", kind: "cash-flow-subtotal",
    question: "Är kassaflödet från den löpande verksamheten summan av årets resultat och förändringarna?",
    reason: "RKR R13; Blekinge 2022 lämnade årets resultat utanför, 2 422 563 kr.",
    spoil: [
      (
        "Kassaflöde från den löpande verksamheten\t500 000\t550 000",
        "Kassaflöde från den löpande verksamheten\t200 000\t50 000"
      )
    ],
    find: { report in
      guard let table = report.table(.cashFlow),
        let index = table.rows.firstIndex(where: { $0.key == "operating_cash_flow" && !$0.isHeading })
      else { return [] }
      let row = table.rows[index]
      var terms = table.rows[..<index].filter { !$0.isHeading && !$0.isSum && $0.key != "cash_before_working_capital" }
      if let start = terms.lastIndex(where: { $0.key == "operating_cash_flow" }) {
        terms = Array(terms[(start + 1)...])
      }
      guard terms.count >= 2 else { return [] }
      return table.columns.indices.compactMap { column in
        let parts = terms.compactMap { $0.term(column) }
        let expected = parts.reduce(0, +)
        guard parts.count >= 2, let stated = report.stated(table, row, at: column),
          abs((row.term(column) ?? 0) - expected) > 1000 * Amounts.slack(terms: parts.count)
        else { return nil }
        let result = terms.first { $0.key == "result_for_year" }?.term(column) ?? 0
        let isWithoutResult = result != 0 && abs(expected - result - (row.term(column) ?? 0)) <= 3000
        return Slip.amounts(
          .material, at: stated, expected: expected &* table.kronor,
          "\(row.label) är %s\(table.columnName(column)), men raderna ovanför ger %e.",
          mend: "Rätta delsumman.", innocent: isWithoutResult ? "Det som fattas är årets resultat." : "",
          confidence: 92,
          related: terms.map(\.place))
      }
    })

  static let cashFlowEmpty = ReviewCheck(
    "kassaflode-tomt", kind: "cash-flow-empty", question: "Står det ett belopp vid årets kassaflöde?",
    reason: "Blekinge 2022 skrev raden utan belopp, så att kedjan till likvida medel inte gick att följa.",
    spoil: [("Årets kassaflöde\t500 000\t550 000", "Årets kassaflöde\t\t")],
    find: { report in
      guard let table = report.table(.cashFlow), let row = table.row("cash_flow_for_year"),
        table.rows.filter({ $0.key == "cash_flow_for_year" }).allSatisfy(\.isHeading)
      else { return [] }
      let expected = [ReadColumn.Role.current, .previous].compactMap { role -> String? in
        guard let opening = report.stated(.cashFlow, "opening_cash", role),
          let closing = report.stated(.cashFlow, "closing_cash", role)
        else { return nil }
        return Amounts.text(closing.amount - opening.amount, step: closing.step)
      }
      guard !expected.isEmpty else { return [] }
      return [
        Slip(
          severity: .material, place: row.place, quote: row.quote, stated: "tomt",
          expected: expected.joined(separator: " / "),
          message:
            "\(row.label) står utan belopp. Likvida medel vid årets början och slut ger \(expected.joined(separator: " och ")).",
          innocent: "Beloppen kan ha fallit bort när texten lästes.", mend: "Skriv beloppet.", confidence: 80)
      ]
    })

  static let cashRollForward = ReviewCheck(
    "likvida-medel-kedja", kind: "cash-roll-forward",
    question: "Ger ingående likvida medel och årets kassaflöde de utgående?",
    reason: "LKBR 8:1: analysen ska förklara hur likvida medel ändrats.",
    spoil: [
      ("Likvida medel vid årets slut\t2 500 000", "Likvida medel vid årets slut\t2 600 000"),
      ("Kassa och bank\t\t2 500 000", "Kassa och bank\t\t2 600 000"),
    ],
    find: { report in
      [ReadColumn.Role.current, .previous].compactMap { role in
        guard let flow = report.stated(.cashFlow, "cash_flow_for_year", role),
          let opening = report.stated(.cashFlow, "opening_cash", role),
          let closing = report.stated(.cashFlow, "closing_cash", role),
          abs(opening.amount + flow.amount - closing.amount) > 2 * flow.step
        else { return nil }
        return Slip.amounts(
          .material, at: closing, expected: opening.amount + flow.amount,
          "\(closing.row.label) är %s, men ingående likvida medel och årets kassaflöde ger %e.",
          mend: "Rätta det av de tre talen som är fel.", confidence: 90, related: [flow.row.place, opening.row.place])
      }
    })

  static let cashAgainstBalance = ReviewCheck(
    "likvida-medel-mot-balans", kind: "cash-balance",
    question: "Är kassaflödesanalysens likvida medel lika med balansräkningens?",
    reason: "LKBR 8:1, 4:4: det är samma pengar.",
    spoil: [("Kassa och bank\t\t2 500 000\t2 000 000", "Kassa och bank\t\t2 500 000\t2 010 000")],
    find: { report in
      let pairs: [(String, ReadColumn.Role, ReadColumn.Role)] = [
        ("closing_cash", .current, .current), ("opening_cash", .current, .previous),
        ("closing_cash", .previous, .previous),
      ]
      return pairs.compactMap { key, role, balanceRole in
        guard let flow = report.stated(.cashFlow, key, role),
          let cash = report.stated(.balanceSheet, "cash", balanceRole),
          abs(flow.amount - cash.amount) > max(flow.step, cash.step)
        else { return nil }
        return Slip.amounts(
          .material, at: flow, expected: cash.amount,
          "\(flow.row.label) är %s i kassaflödesanalysen, men balansräkningen har %e.",
          mend: "Rätta den av dem som är fel.", innocent: "Kortfristiga placeringar kan räknas som likvida medel.",
          confidence: 85,
          related: [cash.row.place])
      }
    })

  static let cashFlowRows = ReviewCheck(
    "kassaflode-mot-balansposter", kind: "cash-flow-rows",
    question: "Är kassaflödesanalysens förändringar lika med skillnaden mellan balansräkningens poster?",
    reason: "RKR R13: förändringen är årets balans mot förra årets.",
    spoil: [("Ökning/minskning kortfristiga skulder\t300 000", "Ökning/minskning kortfristiga skulder\t250 000")],
    find: { report in
      let pairs: [(String, String, Int64)] = [
        ("change_receivables", "receivables", -1), ("change_liabilities", "current_liabilities", 1),
      ]
      return pairs.compactMap { key, balance, sign in
        guard let table = report.table(.balanceSheet), let change = report.stated(.cashFlow, key),
          let rows = report.table(.cashFlow)?.rows.filter({ $0.key == key && !$0.isHeading }), rows.count == 1,
          let now = sum(balance, .current, table), let before = sum(balance, .previous, table)
        else { return nil }
        let expected = (now - before) * sign
        guard abs(change.amount - expected) > 2 * max(change.step, 1000 * table.kronor) else { return nil }
        let sign = abs(change.amount + expected) <= 2 * change.step
        return Slip.amounts(
          .material, at: change, expected: expected, "\(change.row.label) är %s, men balansräkningen ger %e.",
          mend: sign ? "Vänd tecknet." : "Rätta raden, eller förklara vad mer som ingår.",
          innocent: "Poster som inte är pengar kan ha flyttats till en annan rad.", confidence: 75,
          related: table.rows.filter { $0.key == balance }.map(\.place))
      }
    })

  private static func sum(_ key: String, _ role: ReadColumn.Role, _ table: ReadTable) -> Int64? {
    guard let column = table.column(role) else { return nil }
    let rows = table.rows.filter { $0.key == key && $0.cells[column] != nil }
    guard !rows.isEmpty else { return nil }
    if let total = rows.last(where: \.isSum) { return (total.term(column) ?? 0) &* table.kronor }
    return rows.reduce(Int64(0)) { $0 + ($1.term(column) ?? 0) } &* table.kronor
  }
}
