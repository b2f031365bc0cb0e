import Association
import Ledger

/// What a year end will do: which result is carried where, and what the next year opens with. Reckoned before anything
/// is recorded, in the way `Store.endYear` records it.
struct YearEndPlan: Hashable {
  /// The accounts that the result passes.
  struct Accounts: Hashable {
    var result: AccountNumber
    var yearResult: AccountNumber
    var retained: AccountNumber

    /// Those that the association's mapping names.
    init(_ mapping: Mapping) {
      result = mapping.resultAccount
      yearResult = mapping.yearResultAccount
      retained = mapping.retainedAccount
    }
  }

  /// What stands on an account when the next year begins.
  struct Opening: Hashable {
    let account: AccountNumber
    let name: String
    let amount: Money
  }

  /// An account on which the next year has another opening balance than this year would give it.
  struct Difference: Hashable {
    let account: AccountNumber
    let have: Money
    let expected: Money
  }

  let year: FiscalYear
  let accounts: Accounts
  /// The year's result, positive for a surplus.
  let result: Money
  /// What of it has not been carried to equity yet: a book from another program may have all of it there.
  let toCarry: Money
  let openings: [Opening]
  /// Empty where the next year has no opening balances yet, or the same.
  let differences: [Difference]

  init(books: Books, next: Books?, accounts: Accounts, mapping: Mapping) {
    year = books.year
    self.accounts = accounts
    var left = Money.zero
    var carried = Money.zero
    var closing: [AccountNumber: Money] = [:]
    for balance in books.balances {
      if books.kind(of: balance.account).isBalance {
        let account = balance.account == accounts.yearResult ? accounts.retained : balance.account
        closing[account, default: .zero] += balance.closing
      } else {
        left += balance.closing
        if mapping.resultTransfer.contains(where: { $0.counts(balance.account, .none) }) { carried += balance.closing }
      }
    }
    closing[accounts.retained, default: .zero] += left
    result = carried - left
    toCarry = -left
    let nonzero = closing.filter { $0.value != .zero }
    openings = nonzero.sorted { $0.key < $1.key }.map { account, amount in
      Opening(account: account, name: books.chart[account]?.name ?? "", amount: amount)
    }
    var have: [AccountNumber: Money] = [:]
    for balance in next?.balances ?? [] where balance.opening != .zero {
      have[balance.account, default: .zero] += balance.opening
    }
    differences =
      have.values.allSatisfy { $0 == .zero }
      ? []
      : Set(have.keys).union(nonzero.keys).sorted().compactMap { account in
        let (have, expected) = (have[account] ?? .zero, nonzero[account] ?? .zero)
        return have == expected ? nil : Difference(account: account, have: have, expected: expected)
      }
  }
}
