/// Amounts in thousandths of a krona, as sentences say them and as they are compared.
enum Amounts {
  /// The amount in the unit that a step of so many thousandths of a krona is: `−2 422 563 kr`.
  static func text(_ amount: Int64, step: Int64) -> String {
    let unit: Unit = step >= 1_000_000_000 ? .millions : step >= 1_000_000 ? .thousands : .kronor
    let size = unit.kronor ?? 1
    let value = amount / size
    let decimals = unit == .millions ? 1 : 0
    let number =
      decimals == 0
      ? Number(thousandths: rounded(value, to: 1000), decimals: 0)
      : Number(thousandths: rounded(value, to: 100), decimals: 1)
    return number.text + unit.sign
  }

  /// To the nearest multiple, halves away from nought.
  static func rounded(_ value: Int64, to step: Int64) -> Int64 {
    let half = step / 2
    return (value >= 0 ? value + half : value - half) / step * step
  }

  /// How far a printed sum of so many printed terms may be from their sum, in steps of the last printed place. Each
  /// term is off by half a step at most; that all are off the same way is not believed of many.
  static func slack(terms: Int) -> Int64 {
    switch terms {
    case ..<3: 1
    case 3...7: 2
    default: 3
    }
  }

  /// Why two amounts may differ as they do, where the difference itself tells.
  static func explanation(stated: Int64, expected: Int64) -> String {
    guard stated != expected else { return "" }
    if stated == -expected { return "Bara tecknet skiljer." }
    if abs(stated) == abs(expected) * 1000 || abs(expected) == abs(stated) * 1000 {
      return "De skiljer en faktor tusen."
    }
    let left = Array(String(abs(stated / 1000)).utf8)
    let right = Array(String(abs(expected / 1000)).utf8)
    if left.count == right.count, left.count >= 3 {
      let different = left.indices.filter { left[$0] != right[$0] }
      if different.count == 2, left[different[0]] == right[different[1]], left[different[1]] == right[different[0]] {
        return "Två siffror har bytt plats."
      }
      if different.count == 1 { return "Bara en siffra skiljer, vilket tyder på ett skrivfel eller ett läsfel." }
    }
    let difference = abs(stated - expected) / 1000
    if difference >= 9, difference % 9 == 0, difference < 1_000_000_000, left.sorted() == right.sorted() {
      return "Det är samma siffror i annan ordning."
    }
    return ""
  }
}

extension PublishedReport {
  /// What equity is at the end of this year or last year, from the balance sheet, and the row that says it.
  public func closingEquity(_ role: ReadColumn.Role) -> Stated? {
    guard let table = table(.balanceSheet), let column = table.column(role) else { return nil }
    if let row = table.rows.last(where: { $0.key == "equity_total" && $0.value(column) != nil }),
      let stated = stated(table, row, at: column)
    {
      return stated
    }
    func value(_ key: String) -> (ReadRow, Int64)? {
      table.rows.last { $0.key == key && $0.value(column) != nil }.map { ($0, $0.term(column) ?? 0) }
    }
    let result = value("result_for_year")?.1
    let opening = value("equity_opening")?.1
    let equity = value("equity")
    let other = value("other_equity")?.1
    let total = value("equity_and_liabilities_total")?.1 ?? value("assets_total")?.1
    let rest = table.rows.reduce(Int64(0)) { sum, row in
      guard let key = row.key, ["provisions", "long_term_liabilities", "current_liabilities"].contains(key) else {
        return sum
      }
      return sum + (row.term(column) ?? 0)
    }
    guard let row = equity?.0 ?? value("result_for_year")?.0 ?? value("equity_opening")?.0 else { return nil }
    var ways: [Int64] = []
    let sources = [equity?.1, opening, other]
    for mask in 1..<16 {
      var sum: Int64 = 0
      var isWhole = true
      for (index, source) in (sources + [result]).enumerated() where mask & (1 << index) != 0 {
        guard let source else {
          isWhole = false
          break
        }
        sum += source
      }
      if isWhole { ways.append(sum) }
    }
    var amount: Int64?
    if let total, total != 0, rest != 0 { amount = ways.first { abs($0 + rest - total) <= 2 * table.grain } }
    if amount == nil, let start = equity?.1 ?? opening ?? other, let result { amount = start + result }
    guard let amount = amount ?? equity?.1 else { return nil }
    return Stated(
      table: table.id, row: row, column: column, amount: amount &* table.kronor, step: table.grain * table.kronor,
      printed: Number(thousandths: amount).text)
  }

  /// The rows that a note's figure for a statement stands on: its sum row, or the sum of its rows.
  func noteSum(_ note: ReadTable, _ role: ReadColumn.Role) -> (
    amount: Int64, row: ReadRow?, isPrinted: Bool, terms: Int
  )? {
    guard let column = note.column(role) ?? (role == .current ? note.columns.indices.first : nil) else { return nil }
    if let row = note.rows.last(where: { $0.isSum && $0.value(column) != nil }) {
      return ((row.term(column) ?? 0) &* note.kronor, row, true, 1)
    }
    let terms = note.rows.compactMap { $0.isSum ? nil : $0.term(column) }
    guard !terms.isEmpty else { return nil }
    return (terms.reduce(0, +) &* note.kronor, nil, false, terms.count)
  }

  /// All the money that members pay in the year, from the note or the statement that says it.
  var contributions: Stated? {
    if let stated = stated(.operatingStatement, "member_contributions") { return stated }
    return stated(.incomeStatement, "operating_income")
  }
}

extension Slip {
  /// Two amounts that should be one.
  static func amounts(
    _ severity: Finding.Severity, at stated: PublishedReport.Stated, expected: Int64, step: Int64? = nil,
    _ what: String, mend: String,
    innocent: String = "", confidence: Int = 90, related: [Place] = []
  ) -> Slip {
    let step = max(step ?? 0, stated.step)
    let printed = Amounts.text(stated.amount, step: stated.step)
    let reckoned = Amounts.text(expected, step: stated.step)
    let apart = Amounts.text(abs(stated.amount - expected), step: min(step, stated.step))
    let message =
      what.swapping("%s", for: printed).swapping("%e", for: reckoned) + " Det skiljer \(apart)."
    let why = [Amounts.explanation(stated: stated.amount, expected: expected), innocent].filter { !$0.isEmpty }
    return Slip(
      severity: severity, place: stated.row.place, quote: stated.row.quote, stated: printed, expected: reckoned,
      difference: apart,
      message: message, innocent: why.joined(separator: " "), mend: mend, confidence: confidence, related: related)
  }
}

extension String {
  /// With the first place of the mark replaced.
  func swapping(_ mark: String, for words: String) -> String {
    let parts = Array(utf8)
    guard let at = parts.find(mark, from: 0, before: parts.count) else { return self }
    let head = String(decoding: parts[..<at], as: UTF8.self)
    let tail = String(decoding: parts[(at + mark.utf8.count)...], as: UTF8.self)
    return head + words + tail
  }
}
