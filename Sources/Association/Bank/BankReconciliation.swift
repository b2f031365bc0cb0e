public import Ledger

/// How an account stands at the end of a day, in the ledger and at the bank, and what the difference is made of.
///
/// The difference is always what the parts come to, by construction: `difference = unexplainedBefore + openRows −
/// openLines − jumps`. A test holds it for any books.
public struct BankReconciliation: Hashable, Sendable {
  /// The day.
  public let day: CalendarDate
  /// What the bank says stood there.
  public let statementBalance: Money
  /// What the ledger says.
  public let ledgerBalance: Money
  /// What differed before the first statement began: the ledger's balance less the bank's.
  public let differedBefore: Money
  /// The lines that the ledger has nothing for by that day.
  public let openLines: [BankBook.Line]
  /// The rows that no statement has a line for by that day.
  public let openRows: [BankBook.Row]
  /// What statements jump by, where one is missing between two.
  public let jumps: Money

  /// The ledger's balance less the bank's.
  public var difference: Money { ledgerBalance - statementBalance }

  /// What the open lines and rows and the rest come to.
  public var explained: Money {
    differedBefore + openRows.map(\.amount).sum() - openLines.map(\.line.amount).sum() - jumps
  }
}

extension BankBook {
  /// How the account stands at the end of that day; nil before the first statement and after the last one's last day.
  public func reconciliation(through day: CalendarDate) -> BankReconciliation? {
    guard let first = statements.first, let end = statements.last, day >= first.first, day <= end.last else {
      return nil
    }
    let begun = statements.filter { $0.first <= day }
    var jumps = Money.zero
    for (before, after) in zip(begun, begun.dropFirst()) { jumps += after.opening - before.closing }
    let told = lines.filter { $0.line.date <= day }
    let booked = rows.filter { $0.date <= day }
    // A match that reaches past the day explains nothing on it: what is booked in one month and paid in the next is
    // open at the end of the first.
    let toldIDs = Set(told.map(\.id))
    let bookedPlaces = Set(booked.map(\.place))
    let whole = matches.filter { $0.lines.allSatisfy(toldIDs.contains) && $0.rows.allSatisfy(bookedPlaces.contains) }
    let matchedLines = Set(whole.flatMap(\.lines))
    let matchedRows = Set(whole.flatMap(\.rows))
    return BankReconciliation(
      day: day, statementBalance: first.opening + told.map(\.line.amount).sum() + jumps,
      ledgerBalance: ledgerOpening + booked.map(\.amount).sum(), differedBefore: ledgerOpening - first.opening,
      openLines: told.filter { !matchedLines.contains($0.id) },
      openRows: booked.filter { !matchedRows.contains($0.place) && $0.amount != .zero }, jumps: jumps)
  }

  /// The months that the statements cover to their last day, the first first.
  public var coveredMonths: [Month] {
    guard let first = statements.first, let last = statements.last else { return [] }
    var months: [Month] = []
    var month = Month(of: first.first)
    while month.last <= last.last {
      months.append(month)
      guard let next = Month(year: month.month == 12 ? month.year + 1 : month.year, month: month.month % 12 + 1)
      else { break }
      month = next
    }
    return months
  }
}
