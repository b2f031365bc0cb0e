/// One year's balances: everything that a statement is made from.
public struct Books: Hashable, Sendable {
  /// What stood at the beginning of the year on one account and one set of objects, and what has moved since.
  public struct Balance: Hashable, Sendable {
    /// The account.
    public var account: AccountNumber
    /// The objects of the rows counted; `.none` for rows without.
    public var objects: ObjectSet
    /// What stood at the beginning of the year.
    public var opening: Money
    /// The year's debits.
    public var debit: Money
    /// The year's credits, as a positive amount.
    public var credit: Money

    /// A balance.
    public init(account: AccountNumber, objects: ObjectSet = .none, opening: Money, debit: Money, credit: Money) {
      self.account = account
      self.objects = objects
      self.opening = opening
      self.debit = debit
      self.credit = credit
    }

    /// Debits less credits of the year.
    public var change: Money { debit - credit }
    /// What stands at the end of the year.
    public var closing: Money { opening + change }
  }

  /// The year.
  public var year: FiscalYear
  /// The chart.
  public var chart: Chart
  /// Names of the objects used.
  public var objects: [DeclaredObject]
  /// The balances, by account and then by objects; each pair once.
  public var balances: [Balance]

  /// A year's books.
  public init(year: FiscalYear, chart: Chart, objects: [DeclaredObject], balances: [Balance]) {
    self.year = year
    self.chart = chart
    self.objects = objects
    self.balances = balances.sorted {
      $0.account == $1.account ? $0.objects < $1.objects : $0.account < $1.account
    }
  }

  /// The name of an object, or its number where it has none.
  public func name(of reference: ObjectReference) -> String {
    objects.first { $0.reference == reference }?.name ?? reference.object
  }

  /// What an account is: the chart's word, else what its first digit tells.
  public func kind(of number: AccountNumber) -> AccountKind { chart[number]?.kind ?? Account.usualKind(of: number) }
}
