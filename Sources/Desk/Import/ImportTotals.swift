package import Association
package import Ledger

/// The six totals of a year that a bookkeeper ticks off against the papers that came with a file.
package struct ImportTotals: Hashable, Sendable {
  /// The assets when the year began; nil where it is not said.
  package var openingAssets: Money?
  /// What came in, as a positive amount.
  package var income: Money?
  /// What it cost, as a positive amount.
  package var costs: Money?
  /// What stood on cash and bank (1900–1999) when the year ended; nil where the beginning is not said.
  package var closingCash: Money?
  /// How many vouchers; nil for balances.
  package var voucherCount: Int?
  /// The sum of their debits.
  package var debit: Money?

  /// Income less costs.
  package var result: Money? {
    guard let income, let costs else { return nil }
    return Money(ore: income.ore &- costs.ore)
  }

  /// The accounts of cash and bank, in BAS and Kommun-Bas alike.
  package static let cash = 1900...1999

  /// The totals of a year in a file. What carries the result to equity (`resultTransfer`) is no cost: with it the
  /// result of a year that has been closed would be nought.
  package init(_ year: FileContent.Year, debit: Money, kinds: [AccountNumber: AccountKind], resultTransfer: [Selection])
  {
    var sums = Sums(resultTransfer: resultTransfer)
    for (account, standing) in year.standings {
      sums.add(
        account, kinds[account] ?? Account.usualKind(of: account), opening: standing.opening, closing: standing.closing)
    }
    openingAssets = year.hasOpenings ? sums.openingAssets : nil
    income = year.hasResults ? sums.income : nil
    costs = year.hasResults ? sums.costs : nil
    // Without vouchers the closing balances are said by the file itself.
    closingCash = year.hasOpenings || year.voucherCount == nil ? sums.closingCash : nil
    voucherCount = year.voucherCount
    self.debit = year.voucherCount == nil ? nil : debit
  }

  /// The totals of a year in the book.
  package init(_ books: Books, voucherCount: Int, resultTransfer: [Selection]) {
    var sums = Sums(resultTransfer: resultTransfer)
    for balance in books.balances {
      sums.add(balance.account, books.kind(of: balance.account), opening: balance.opening, closing: balance.closing)
    }
    openingAssets = sums.openingAssets
    income = sums.income
    costs = sums.costs
    closingCash = sums.closingCash
    self.voucherCount = voucherCount
    debit = books.balances.map(\.debit).sum()
  }

  private struct Sums {
    let resultTransfer: [Selection]
    var openingAssets = Money.zero
    var income = Money.zero
    var costs = Money.zero
    var closingCash = Money.zero

    /// Sums wrap rather than stop, as the reader's do: what is previewed may be wrong in any way.
    mutating func add(_ account: AccountNumber, _ kind: AccountKind, opening: Money, closing: Money) {
      if let group = account.group, ImportTotals.cash.contains(group) { closingCash.add(closing.ore) }
      switch kind {
      case .asset: openingAssets.add(opening.ore)
      case .liability: break
      case .income: income.add(0 &- closing.ore)
      case .cost:
        guard !resultTransfer.contains(where: { $0.counts(account, .none) }) else { return }
        costs.add(closing.ore)
      }
    }
  }
}

extension Money {
  fileprivate mutating func add(_ ore: Int64) { self = Money(ore: self.ore &+ ore) }
}
