public import Association
public import Ledger

/// What each member takes up of the association's assets and liabilities when it draws up its sammanställda räkenskaper
/// (LKBR 12:5: in proportion to its share): the balance sheet's lines, divided by the contribution key of the year.
public struct ConsolidationSlip: Hashable, Sendable {
  /// A line of the balance sheet and each member's part of it, in the order of the members.
  public struct Line: Hashable, Sendable {
    /// The line's id in the balance sheet.
    public let id: String
    /// What it is called.
    public let title: String
    /// Whether it is a sum of others.
    public let isSum: Bool
    /// The whole, as the balance sheet prints its sign, to the öre.
    public let whole: Money
    /// Each member's part; together they are the whole.
    public let parts: [Money]
    /// The accounts it comes from.
    public let figure: Figure
  }

  /// Why there is none.
  public enum Obstacle: Error, Hashable, Sendable {
    /// No key says how the members share.
    case keyMissing
    /// The key's parts do not make a whole.
    case keyNotWhole
  }

  /// The year, at whose end it stands.
  public let year: FiscalYear
  /// The members, in the order of the key, with their part of the whole.
  public let members: [(member: Member, part: ContributionKey.Part)]
  /// The lines.
  public let lines: [Line]

  /// The slips of a year; or why there are none.
  public static func slips(
    _ books: Books, mapping: Mapping, association: Association
  ) -> Result<ConsolidationSlip, Obstacle> {
    guard let key = association.contributionKey(for: books.year), !key.parts.isEmpty else {
      return .failure(.keyMissing)
    }
    guard key.isWhole else { return .failure(.keyNotWhole) }
    let sheet = balanceSheet(books, previous: nil, mapping: mapping)
    let kinds: [Table.Role] = [.row, .subtotal, .total]
    let leaves = sheet.rows.filter { $0.role == .row }
    var parts: [String: [Money]] = [:]
    var lines: [Line] = []
    for row in leaves {
      if let amount = sheet.figure(row.id)?.amount { parts[row.id] = divided(amount, by: key) }
    }
    // A sum is the sum of its parts for each member too, so that each slip adds up.
    for row in sheet.rows where row.role == .subtotal || row.role == .total {
      var sum = key.parts.map { _ in Money.zero }
      for operand in row.sumOf {
        let isMinus = operand.utf8.first == UInt8(ascii: "-")
        let own = parts[String(decoding: operand.utf8.dropFirst(), as: UTF8.self)] ?? []
        for (index, amount) in own.enumerated() { sum[index] += isMinus ? -amount : amount }
      }
      parts[row.id] = sum
    }
    for row in sheet.rows where kinds.contains(row.role) {
      guard let figure = sheet.figure(row.id), let own = parts[row.id] else { continue }
      lines.append(
        Line(
          id: row.id, title: row.title, isSum: row.role != .row, whole: own.sum(), parts: own, figure: figure))
    }
    let members = key.parts.map { part in
      (
        member: association.members.first { $0.id == part.memberID }
          ?? Member(id: part.memberID, name: part.memberID, kind: .municipality), part: part
      )
    }
    return .success(ConsolidationSlip(year: books.year, members: members, lines: lines))
  }

  /// The amount in those parts, to the öre. What the rounding leaves is carried by the member that carries it in the
  /// contributions, so that the parts make the whole.
  private static func divided(_ amount: Money, by key: ContributionKey) -> [Money] {
    let perOre = ContributionKey(
      validFrom: key.validFrom, parts: key.parts, roundingMemberID: key.roundingMemberID, unitOre: 1)
    var parts = ContributionCall(total: amount, key: perOre).shares.map(\.amount)
    // A key whose carrier is none of the members leaves the öre to the first.
    if !parts.isEmpty { parts[0] += amount - parts.sum() }
    return parts
  }

  /// Equal where years, members, parts and lines are.
  public static func == (left: ConsolidationSlip, right: ConsolidationSlip) -> Bool {
    left.year == right.year && left.members.map(\.part) == right.members.map(\.part)
      && left.members.map(\.member) == right.members.map(\.member) && left.lines == right.lines
  }

  /// By year and lines.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(lines)
  }
}
