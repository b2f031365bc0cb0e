import Association
import Ledger
import Statements

extension Check {
  static let smallCounts = Check(
    code: "sma-tal", .warning,
    question: "Kan ingen räkna ut ett antal personer som är så litet att någon kan kännas igen?",
    reason: "Röjandekontroll: 2022 trycktes celler om tre personer efter kön och ålder.",
    mend: "Slå ihop rader, eller svara att ingen kan kännas igen.",
    slips: { report in
      let tables = report.tables.filter(\.countsPeople)
      let limit = Int64(report.protection?.threshold ?? report.source?.association.settings.smallCountBelow ?? 5)
      return tables.compactMap { $0.printedSlip(below: limit) }
        + tables.flatMap { report.source == nil ? [] : $0.shareSlips(below: limit) }
        + tables.flatMap(\.reckonedSlips)
        + (report.protection?.disclosed ?? []).map(Slip.disclosed)
    },
    spoil: { report in
      // Three women, of whom nobody would know, beside the men and the sum that tell how many they are.
      report.alterTable(where: { $0.id.utf8.starts(with: "antal-".utf8) && $0.columnIndex(["totalt"]) != nil }) {
        table in
        guard let row = table.rows.first(where: { $0.role == .row })?.id else { return }
        table.alter(row, "kvinnor") { $0.value = .withheld(.count(.fewer(than: 5))) }
        table.set(12, in: row, "man")
        table.set(15, in: row, "totalt")
      }
    })
}

extension AnnualReport {
  /// A count as a finding may say it.
  func told(_ count: Int) -> String {
    let threshold = protection?.threshold ?? 5
    return (1..<max(threshold, 1)).contains(count) ? "färre än \(threshold)" : "\(count)"
  }
}

extension Table {
  /// Whether the table is one of participants, answers or outcomes.
  fileprivate var countsPeople: Bool {
    ["maluppfyllelse", "kostnad-per-deltagare", "aktiviteter"].contains(id) || id.utf8.starts(with: "antal-".utf8)
      || ["enkat-", "progression-", "malserie-"].contains { id.utf8.starts(with: $0.utf8) }
  }

  /// Small counts that stand there for everybody to read.
  fileprivate func printedSlip(below limit: Int64) -> Slip? {
    let cells = rows.flatMap { row in
      zip(columns, row.cells).compactMap { column, cell -> String? in
        guard let count = cell.figure?.count, count > 0, count < limit else { return nil }
        return "\(row.name), \(column.name): \(count)"
      }
    }
    guard let first = cells.first else { return nil }
    let more = cells.count > 1 ? " och \(cells.count - 1) till" : ""
    return Slip(
      at: id, stated: first, expected: "minst \(limit)",
      "\(title) har antal under \(limit) (\(first)\(more)), så att någon kan kännas igen. "
        + "Slå ihop rader, eller svara att ingen kan kännas igen.")
  }

  /// Shares of so few, or of which so few are left, that they tell how many they are.
  fileprivate func shareSlips(below limit: Int64) -> [Slip] {
    rows.flatMap { row in
      zip(columns, row.cells).compactMap { column, cell -> Slip? in
        guard let share = cell.figure?.share else { return nil }
        let small = [share.numerator, share.denominator, share.denominator - share.numerator]
          .contains { $0 > 0 && $0 < limit }
        guard small else { return nil }
        return Slip(
          at: "\(id)/\(row.id)/\(column.id)", stated: Numerals.percent(share), expected: "ingen andel",
          "\(title) visar en andel på raden \(row.name), \(column.name), som röjer ett antal under \(limit). Visa den "
            + "inte, eller svara att ingen kan kännas igen.")
      }
    }
  }

  /// Withheld counts that the table's own sums give away, by bounds that are drawn in until nothing moves.
  fileprivate var reckonedSlips: [Slip] {
    var bounds = TableBounds(self)
    bounds.drawIn()
    return rows.enumerated().flatMap { index, row in
      columns.indices.compactMap { column -> Slip? in
        guard index < bounds.ranges.count, case .count(.fewer)? = row.cells[safe: column]?.figure?.withheld else {
          return nil
        }
        let range = bounds.ranges[index][column]
        guard range.low >= range.high else { return nil }
        return Slip(
          at: "\(id)/\(row.id)/\(columns[column].id)", stated: "ett antal som inte visas",
          expected: "flera möjliga antal",
          severity: .error,
          "\(title) visar inte antalet på raden \(row.name), \(columns[column].name), men det kan räknas ut av de andra "
            + "talen i tabellen. Visa inte heller ett tal till på samma rad och i samma kolumn.")
      }
    }
  }
}

/// What a reader of one printed table can say of each of its counts.
private struct TableBounds {
  var ranges: [[(low: Int64, high: Int64)]]
  /// Counts by row and column, with their signs, that come to nothing.
  private var relations: [[(row: Int, column: Int, sign: Int64)]] = []

  init(_ table: Table) {
    let most = Int64(1) << 40
    ranges = table.rows.map { row in
      table.columns.indices.map { column in
        switch row.cells[safe: column]?.figure?.value {
        case .count(let count): (count, count)
        case .withheld(.count(let printed)): (Int64(printed.range.lowerBound), Int64(printed.range.upperBound))
        default: (0, most)
        }
      }
    }
    if let total = table.columnIndex(["totalt"]), let women = table.columnIndex(["kvinnor"]),
      let men = table.columnIndex(["man", "män"])
    {
      let parts = [women, men] + [table.columnIndex(["uppgift-saknas"])].compactMap(\.self)
      for row in table.rows.indices where table.rows[row].role != .heading {
        guard parts.allSatisfy({ table.rows[row].cells[safe: $0]?.figure != nil }) else { continue }
        relations.append(parts.map { (row, $0, 1) } + [(row, total, -1)])
      }
    }
    for (index, row) in table.rows.enumerated() where !row.sumOf.isEmpty {
      let parts = row.sumOf.compactMap { term -> (row: Int, sign: Int64)? in
        let id = term.withoutSign
        guard let part = table.rows.firstIndex(where: { $0.id == id }) else { return nil }
        return (part, term.utf8.first == UInt8(ascii: "-") ? -1 : 1)
      }
      guard parts.count == row.sumOf.count else { continue }
      for column in table.columns.indices where row.cells[safe: column]?.figure != nil {
        relations.append(parts.map { ($0.row, column, $0.sign) } + [(index, column, -1)])
      }
    }
  }

  /// Draws the bounds in, relation by relation, until nothing moves.
  mutating func drawIn() {
    for _ in 0..<100 {
      var isMoving = false
      for terms in relations {
        for (index, term) in terms.enumerated() {
          var (least, greatest) = (Int64(0), Int64(0))
          for (other, part) in terms.enumerated() where other != index {
            let range = ranges[part.row][part.column]
            let isTurned = part.sign * term.sign > 0
            least += isTurned ? -range.high : range.low
            greatest += isTurned ? -range.low : range.high
          }
          let own = ranges[term.row][term.column]
          let drawn = (low: max(own.low, least), high: min(own.high, greatest))
          guard drawn != own, drawn.low <= drawn.high else { continue }
          ranges[term.row][term.column] = drawn
          isMoving = true
        }
      }
      guard isMoving else { return }
    }
  }
}

extension [Table.Cell] {
  /// The cell at that index, or nil beyond the last.
  fileprivate subscript(safe index: Int) -> Table.Cell? { indices.contains(index) ? self[index] : nil }
}

extension Slip {
  /// A small count that earlier releases give away.
  fileprivate static func disclosed(_ cell: CountCell) -> Slip {
    Slip(
      at: "antal/\(cell.name)", stated: "ett antal som inte visas", expected: "flera möjliga antal",
      "Antalet \(cell.name) visas inte, men det kan räknas ut av det som har lämnats ut tidigare. Det kan inte tas "
        + "tillbaka. Slå ihop rader nästa gång, eller svara att ingen kan kännas igen.")
  }
}
