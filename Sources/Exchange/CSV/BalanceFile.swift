public import Ledger

/// One year's balances as a table: what stood on each account when the year began, and what moved.
public struct BalanceFile: Hashable, Sendable {
  /// An account, or an account and a set of objects.
  public struct Line: Hashable, Sendable {
    /// The account.
    public var account: AccountNumber
    /// The objects.
    public var objects: ObjectSet
    /// What stood at the beginning of the year, debit positive.
    public var opening: Money
    /// What moved during the year, debit positive.
    public var change: Money

    /// What stands at the end of the year.
    public var closing: Money { opening + change }

    /// A line.
    public init(account: AccountNumber, objects: ObjectSet = .none, opening: Money, change: Money) {
      self.account = account
      self.objects = objects
      self.opening = opening
      self.change = change
    }
  }

  /// The accounts, in order of number. A table has no room for tax codes and units.
  public private(set) var accounts: [Account]
  /// The lines, by account and objects, each pair once; an account that neither stood at anything nor moved has none.
  public private(set) var lines: [Line]

  /// A table of those accounts and lines; lines of the same account and objects are added.
  public init(accounts: [Account], lines: [Line]) {
    self.accounts = accounts.map { Account(number: $0.number, name: $0.name, kind: $0.kind) }
      .sorted { $0.number < $1.number }
    var sums: [Key: Line] = [:]
    for line in lines {
      let key = Key(account: line.account, objects: line.objects)
      var sum = sums[key] ?? Line(account: line.account, objects: line.objects, opening: .zero, change: .zero)
      sum.opening += line.opening
      sum.change += line.change
      sums[key] = sum
    }
    self.lines = sums.values.filter { $0.opening != .zero || $0.change != .zero }
      .sorted { $0.account == $1.account ? $0.objects < $1.objects : $0.account < $1.account }
  }

  /// The balances of the books.
  public init(_ books: Books) {
    self.init(
      accounts: books.chart.accounts,
      lines: books.balances.map {
        Line(account: $0.account, objects: $0.objects, opening: $0.opening, change: $0.change)
      })
  }

  /// Books with these balances. What moved counts as one debit or one credit per line, for the table does not say more.
  public func books(of year: FiscalYear, standard: Chart.Standard, objects: [DeclaredObject] = []) -> Books {
    Books(
      year: year, chart: Chart(standard: standard, accounts: accounts), objects: objects,
      balances: lines.map {
        Books.Balance(
          account: $0.account, objects: $0.objects, opening: $0.opening, debit: max(.zero, $0.change),
          credit: max(.zero, -$0.change))
      })
  }

  private struct Key: Hashable {
    var account: AccountNumber
    var objects: ObjectSet
  }
}
