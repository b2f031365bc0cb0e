public import Ledger

extension Store {
  /// Who recorded a voucher and when: its line of history; nil where the year has no such voucher.
  public func historyLine(of number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> HistoryLine? {
    try read { connection in
      let sequence = try connection.first(
        "SELECT history_sequence FROM standing_voucher WHERE year_id = ? AND series = ? AND number = ?",
        .integer(try YearLedger(connection).entry(year).id), .text(number.series), .integer(number.number)
      ) { $0.integer(0) }
      guard let sequence else { return nil }
      return try connection.history(of: sequence).first
    }
  }

  /// A page of the history, latest first, of those acts and that actor and with those words in its subject, and how
  /// many lines there are of them in all. No acts, an empty actor and an empty text ask for all.
  public func historyPage(
    acts: Set<HistoryLine.Act>, actor: String, text: String, offset: Int, limit: Int
  ) throws(Refusal) -> (lines: [HistoryLine], count: Int) {
    var conditions: [ListCondition] = []
    if !acts.isEmpty {
      let names = acts.map(\.rawValue).sorted()
      conditions.append(
        ListCondition(
          "act IN (\(names.map { _ in "?" }.joined(separator: ", ")))", names.map { .text($0) }))
    }
    if !actor.isEmpty { conditions.append(ListCondition("actor = ?", [.text(actor)])) }
    for word in text.unicodeScalars.split(whereSeparator: { $0.value <= 32 }) {
      conditions.append(ListCondition("holds(subject, ?)", [.text(TextSearch.folded(String(word)))]))
    }
    let condition = ListCondition.all(conditions)
    return try read { connection in
      var count = 0
      try connection.each("SELECT COUNT(*) FROM history WHERE \(condition.sql)", fields: condition.fields) {
        count = Int($0.integer(0))
      }
      var sequences: [Int64] = []
      try connection.each(
        "SELECT sequence FROM history WHERE \(condition.sql) ORDER BY sequence DESC LIMIT ? OFFSET ?",
        fields: condition.fields + [.integer(limit), .integer(offset)]
      ) { sequences.append($0.integer(0)) }
      return (try sequences.flatMap { try connection.history(of: $0) }, count)
    }
  }
}
