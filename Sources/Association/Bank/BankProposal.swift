import Ledger

/// Lines and rows that are likely the same event. A proposal books nothing: somebody accepts it.
public struct BankProposal: Hashable, Sendable {
  /// Why they are thought to belong together.
  public enum Reason: Hashable, Sendable {
    /// One line and one row of the same amount, so many days apart.
    case same(days: Int)
    /// One of the one and several of the other, which come to the same.
    case sum
    /// Rows that undo each other: a voucher and its correction.
    case undone
  }

  /// The lines.
  public let lines: [BankBook.Line]
  /// The rows.
  public let rows: [BankBook.Row]
  /// Why.
  public let reason: Reason
}

extension BankBook {
  /// What is open and likely belongs together. No line and no row stands in two proposals, and what each comes to is
  /// equal on both sides.
  public var proposals: [BankProposal] {
    var search = ProposalSearch(
      lines: openLines.filter { $0.line.amount != .zero }, rows: earlierRows.filter { $0.amount != .zero } + openRows)
    search.findSame()
    search.findUndone()
    search.findSums()
    return search.found
  }
}

/// Finds proposals: the nearest first, then sums. Greedy, and the same for the same books.
private struct ProposalSearch {
  /// A payment is seldom booked further from its day than this.
  static let daysMax = 10
  /// Of a sum the parts are near.
  static let sumDaysMax = 5
  /// So many parts, among so many that are near, are tried for each sum: a day's payment file, and not every subset of a
  /// year.
  static let partsMax = 6
  static let candidatesMax = 14

  private var lines: [BankBook.Line]
  private var rows: [BankBook.Row]
  private(set) var found: [BankProposal] = []

  init(lines: [BankBook.Line], rows: [BankBook.Row]) {
    self.lines = lines
    self.rows = rows
  }

  /// One line and one row of the same amount: the pairs nearest in days first, among equals one whose texts share the
  /// reference, then the first.
  mutating func findSame() {
    let byAmount = Dictionary(grouping: rows.indices) { rows[$0].amount }
    var pairs: [(days: Int, isUnlike: Int, line: Int, row: Int)] = []
    for (lineIndex, line) in lines.enumerated() {
      for rowIndex in byAmount[line.line.amount] ?? [] {
        let days = abs(line.line.date.days(until: rows[rowIndex].date))
        guard days <= ProposalSearch.daysMax else { continue }
        pairs.append((days, ProposalSearch.isUnlike(line, rows[rowIndex]) ? 1 : 0, lineIndex, rowIndex))
      }
    }
    pairs.sort { ($0.days, $0.isUnlike, $0.line, $0.row) < ($1.days, $1.isUnlike, $1.line, $1.row) }
    var usedLines: Set<Int> = []
    var usedRows: Set<Int> = []
    for pair in pairs where !usedLines.contains(pair.line) && !usedRows.contains(pair.row) {
      usedLines.insert(pair.line)
      usedRows.insert(pair.row)
      found.append(BankProposal(lines: [lines[pair.line]], rows: [rows[pair.row]], reason: .same(days: pair.days)))
    }
    lines = lines.indices.filter { !usedLines.contains($0) }.map { lines[$0] }
    rows = rows.indices.filter { !usedRows.contains($0) }.map { rows[$0] }
  }

  /// Whether neither the reference nor the counterparty of the line stands in the row.
  private static func isUnlike(_ line: BankBook.Line, _ row: BankBook.Row) -> Bool {
    let words = Array("\(row.text) \(row.counterparty)".lowercased().utf8)
    return ![line.line.reference, line.line.counterparty].contains { part in
      part.utf8.count > 2 && words.firstRange(of: Array(part.lowercased().utf8)) != nil
    }
  }

  /// A row and one that undoes it, as a correction does; the correction is mostly booked the same month.
  mutating func findUndone() {
    var used: Set<Int> = []
    for (index, row) in rows.enumerated() where !used.contains(index) {
      guard let undone = row.undoes else { continue }
      let other = rows.indices.first {
        !used.contains($0) && rows[$0].place.voucher == undone && rows[$0].amount == -row.amount
      }
      guard let other else { continue }
      used.formUnion([index, other])
      found.append(BankProposal(lines: [], rows: [rows[min(index, other)], rows[max(index, other)]], reason: .undone))
    }
    rows = rows.indices.filter { !used.contains($0) }.map { rows[$0] }
  }

  /// One line that is several rows, and one row that is several lines: only where one choice of parts alone fits.
  mutating func findSums() {
    for line in lines {
      let near = rows.filter {
        abs(line.line.date.days(until: $0.date)) <= ProposalSearch.sumDaysMax
          && ($0.amount < .zero) == (line.line.amount < .zero)
      }
      guard let parts = ProposalSearch.only(near, \.amount, comingTo: line.line.amount) else { continue }
      let places = Set(parts.map(\.place))
      rows.removeAll { places.contains($0.place) }
      lines.removeAll { $0.id == line.id }
      found.append(BankProposal(lines: [line], rows: parts, reason: .sum))
    }
    for row in rows {
      let near = lines.filter {
        abs(row.date.days(until: $0.line.date)) <= ProposalSearch.sumDaysMax
          && ($0.line.amount < .zero) == (row.amount < .zero)
      }
      guard let parts = ProposalSearch.only(near, \.line.amount, comingTo: row.amount) else { continue }
      let ids = Set(parts.map(\.id))
      lines.removeAll { ids.contains($0.id) }
      rows.removeAll { $0.place == row.place }
      found.append(BankProposal(lines: parts, rows: [row], reason: .sum))
    }
  }

  /// The only choice of at least two of these that comes to the amount; nil where there is none, or more than one.
  private static func only<Part>(
    _ parts: [Part], _ amount: (Part) -> Money, comingTo sum: Money
  ) -> [Part]? {
    guard parts.count >= 2, parts.count <= candidatesMax else { return nil }
    let amounts = parts.map { amount($0).magnitude.ore }
    let target = sum.magnitude.ore
    var fitting: [[Int]] = []
    func choose(from start: Int, left: Int64, _ chosen: [Int]) {
      if left == 0 {
        if chosen.count >= 2 { fitting.append(chosen) }
        return
      }
      guard chosen.count < partsMax, fitting.count < 2 else { return }
      for index in start..<amounts.count where amounts[index] <= left {
        choose(from: index + 1, left: left - amounts[index], chosen + [index])
      }
    }
    choose(from: 0, left: target, [])
    return fitting.count == 1 ? fitting[0].map { parts[$0] } : nil
  }
}
