extension Review {
  /// For each line with figures of tables, the lines that some check holds it against, whether they agree or not.
  ///
  /// No check says what it looks at: it is asked. Each row's figures are put wrong in turn, and where a check then finds
  /// something that it did not find before, the row is checked against the places that the new finding names. So a
  /// check that is added is seen here by itself, and a row that stands here without lines is one whose slips nobody
  /// would notice.
  public func checkedAgainst() -> [Int: [Int]] {
    struct Seen: Hashable {
      let code: String
      let lines: [Int]
    }
    func seen(_ finding: Finding) -> Seen {
      Seen(code: finding.code, lines: [finding.place.line] + finding.related.map(\.line).sorted())
    }
    let checks = ReviewCheck.all.filter { !Review.ofForm.contains($0.kind) }
    let known = Set(checks.flatMap { $0.findings(in: report) }.map(seen))
    var against: [Int: Set<Int>] = [:]
    func tie(_ one: Int, _ other: Int) {
      guard one != other else { return }
      against[one, default: []].insert(other)
      against[other, default: []].insert(one)
    }
    for finding in findings { for place in finding.related { tie(finding.place.line, place.line) } }
    var left = Review.spoiledWorkMax / max(report.lines.count, 1)
    for (index, table) in report.tables.enumerated() where table.kind != .other {
      for (position, row) in table.rows.enumerated() where row.cells.contains(where: { $0?.value != nil }) {
        guard left > 0 else { break }
        left -= 1
        var wrong = report
        for column in row.cells.indices {
          guard let value = row.value(column) else { continue }
          wrong.tables[index].rows[position].cells[column]?.value = value.spoiled(
            isSmall: row.cells[column]?.unit == .percent || table.unit.kronor == nil)
        }
        for check in checks {
          for finding in check.findings(in: wrong) where !known.contains(seen(finding)) {
            let lines = [finding.place.line] + finding.related.map(\.line)
            // A finding elsewhere that comes of this row is tied to it alone: what else it names it would name anyway.
            if finding.place.line == row.place.line {
              for line in lines { tie(row.place.line, line) }
            } else {
              tie(row.place.line, finding.place.line)
            }
          }
        }
      }
    }
    return against.mapValues { $0.sorted() }
  }

  /// A row is tried by reading the whole report once more: so many lines in all, a thousand rows of a report of sixty
  /// pages. What is beyond stands without its lines.
  private static let spoiledWorkMax = 3_000_000

  /// Kinds of slip that no figure of a table makes.
  private static let ofForm: Set<String> = [
    "same-year-twice", "unit", "impossible-date", "numbering", "guidance", "organisation-number", "signatures",
    "wording",
  ]
}

extension Number {
  /// Another number, wrong by what no rounding explains and no reader would take for a slip of a digit.
  fileprivate func spoiled(isSmall: Bool) -> Number {
    let more: Int64 = isSmall ? 7000 : max(abs(thousandths) / 4, 1_000_000)
    return Number(thousandths: thousandths &+ more, decimals: decimals)
  }
}
