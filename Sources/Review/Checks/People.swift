import Ledger

/// What a fact sheet of an insats says: how many took part, how many closed, how many of them took a step, what it cost.
struct InsatsFacts {
  var name: String
  var participants: (count: Int64, row: ReadRow)?
  var closed: (met: Int64, of: Int64, row: ReadRow)?
  var budget: (amount: Int64, row: ReadRow)?
  var outcome: (amount: Int64, row: ReadRow)?
  var deviation: (amount: Int64, row: ReadRow)?
  var costEach: (amount: Int64, row: ReadRow)?
  var rows: [ReadRow]
}

extension PublishedReport {
  /// The fact sheets, one for each insats.
  var insatsFacts: [InsatsFacts] {
    tables.compactMap { table in
      guard table.kind == .other || table.kind == .note || table.kind == .survey else { return nil }
      var facts = InsatsFacts(name: table.rows.first?.label ?? table.title, rows: table.rows)
      for row in table.rows {
        let text = row.words.joined(separator: " ")
        let fold = Fold(row.label + " " + text)
        let name = row.folded
        let first = row.cells.compactMap { $0?.value }.first
        let tokens = NumberScanner.tokens(in: Fold(text).bytes)
        if name.starts(with: Array("antal deltagare".utf8)), facts.participants == nil {
          if let count = tokens.first(where: { $0.unit == .none })?.value.whole ?? first?.whole {
            facts.participants = (count, row)
          }
        }
        if let pair = People.pair(in: fold.bytes, noun: "avslut") {
          facts.closed = facts.closed ?? (pair.part, pair.whole, row)
        }
        let amount =
          first.map { $0.thousandths }
          ?? tokens.first { $0.unit.kronor != nil }.map { $0.value.thousandths * ($0.unit.kronor ?? 1) }
        guard let amount else { continue }
        if name == Array("budget".utf8) { facts.budget = (amount, row) }
        if name == Array("utfall".utf8) || name == Array("kostnad".utf8) { facts.outcome = (amount, row) }
        if name.starts(with: Array("avvikelse".utf8)), name.count <= 12 { facts.deviation = (amount, row) }
        if name.starts(with: Array("kostnad/deltagare".utf8)) || name.starts(with: Array("kostnad per deltagare".utf8))
        {
          facts.costEach = (amount, row)
        }
      }
      guard facts.participants != nil || facts.closed != nil, table.columns.count <= 1 else { return nil }
      return facts
    }
  }
}

/// Finds counts of people in folded sentences.
enum People {
  /// `56 av 59 avslutade`: a part and its whole, where the noun follows.
  static func pair(in bytes: [UInt8], noun: String) -> (part: Int64, whole: Int64, at: Int)? {
    let tokens = NumberScanner.tokens(in: bytes)
    for (left, right) in zip(tokens, tokens.dropFirst()) where left.unit == .none && right.unit == .none {
      let between = Array(bytes[left.range.upperBound..<right.range.lowerBound]).trimmedBytes
      guard between == Array("av".utf8) || between == Array("av de".utf8) || between == Array("av totalt".utf8) else {
        continue
      }
      let after = Array(bytes[right.range.upperBound..<min(bytes.count, right.range.upperBound + 30)])
      guard noun.isEmpty || after.has(noun), left.value.isWhole, right.value.isWhole, right.value.whole > 0 else {
        continue
      }
      return (left.value.whole, right.value.whole, left.range.lowerBound)
    }
    return nil
  }

  /// The share of the whole as a percentage in thousandths.
  static func share(_ part: Int64, _ whole: Int64) -> Int64 { PrintedPercent.thousandths(part, of: whole) }

  /// Whether a printed percentage may be that share, rounded.
  static func agrees(_ printed: Number, _ part: Int64, _ whole: Int64) -> Bool {
    PrintedPercent(thousandths: printed.thousandths, decimals: printed.decimals).mayBe(part, of: whole)
  }

  static func percent(_ part: Int64, _ whole: Int64, decimals: Int = 0) -> String {
    Number(thousandths: Amounts.rounded(share(part, whole), to: decimals == 0 ? 1000 : 100), decimals: decimals).text
      + "\u{00A0}%"
  }
}
