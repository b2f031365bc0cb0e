public import Association
public import Ledger

/// An account with balances that no line counts, or that more than one line counts.
public struct MappingGap: Hashable, Sendable {
  /// The account.
  public var account: AccountNumber
  /// Its name.
  public var name: String
  /// What stood there when the year began, of the balances concerned.
  public var opening: Money
  /// The year's change.
  public var change: Money
  /// What stands there at the end.
  public var closing: Money
  /// The lines that count it, the first of which has it. Empty: it stands in no statement, and the balance sheet does
  /// not balance until a line counts it.
  public var countedBy: [String]

  /// A gap.
  public init(
    account: AccountNumber, name: String, opening: Money, change: Money, closing: Money, countedBy: [String]
  ) {
    self.account = account
    self.name = name
    self.opening = opening
    self.change = change
    self.closing = closing
    self.countedBy = countedBy
  }
}

/// The accounts that have balances but stand in no line, or are counted by more than one, in order of number. An
/// account that has neither opening balance nor movement is nothing to tell of.
public func unmapped(_ books: Books, mapping: Mapping) -> [MappingGap] {
  var gaps: [MappingGap] = []
  for balance in books.balances where balance.opening != .zero || balance.debit != .zero || balance.credit != .zero {
    let lines = mapping.allLines.filter { $0.counts(balance) }.map(\.id)
    guard lines.count != 1 else { continue }
    if let last = gaps.indices.last, gaps[last].account == balance.account, gaps[last].countedBy == lines {
      gaps[last].opening += balance.opening
      gaps[last].change += balance.change
      gaps[last].closing += balance.closing
    } else {
      gaps.append(
        MappingGap(
          account: balance.account, name: books.name(of: balance.account), opening: balance.opening,
          change: balance.change, closing: balance.closing, countedBy: lines))
    }
  }
  return gaps
}
