extension ReviewCheck {
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
        guard abs(change.amount - expected) > 2 * max(change.step, table.grain * table.kronor) else { return nil }
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
