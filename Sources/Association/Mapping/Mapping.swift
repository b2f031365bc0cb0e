public import Ledger

/// Which balances a line counts: accounts by their first four digits, and objects where a line is narrower.
public struct Selection: Hashable, Sendable {
  /// Ranges of account groups, `3010...3099`; an account belongs where its first four digits do.
  public var accounts: [ClosedRange<Int>]
  /// Objects a balance must have, all of them; empty for any.
  public var objects: [ObjectReference]

  /// A selection.
  public init(accounts: [ClosedRange<Int>], objects: [ObjectReference] = []) {
    self.accounts = accounts
    self.objects = objects
  }

  /// Whether a balance on that account with those objects is counted.
  public func counts(_ account: AccountNumber, _ objects: ObjectSet) -> Bool {
    guard let group = account.group, accounts.contains(where: { $0.contains(group) }) else { return false }
    return self.objects.allSatisfy { objects[$0.dimension] == $0.object }
  }
}

/// From accounts and objects to the lines of the statements and notes: data that the association can read and change.
/// The order and the sums of the lines are the law's (LKBR 5:2, 6:2) and stand in `Statements/Specs`.
public struct Mapping: Hashable, Sendable {
  /// Which balances make a line of the income statement or the balance sheet.
  public struct Line: Hashable, Sendable {
    /// The line's stable name, `verksamhetens-intakter`.
    public var id: String
    /// What it counts. A balance is counted by the first line that counts it.
    public var counts: [Selection]

    /// A line.
    public init(id: String, counts: [Selection]) {
      self.id = id
      self.counts = counts
    }
  }

  /// A note: which line it specifies, and its rows. What no row counts is printed as a row of its own, so that a note
  /// always ties to its line.
  public struct Note: Hashable, Sendable {
    /// A row, or one row per object where it is split.
    public struct Row: Hashable, Sendable {
      /// A stable name.
      public var id: String
      /// The heading; for a split row, not printed.
      public var title: String
      /// What it counts. A balance is counted by the first row that counts it.
      public var counts: [Selection]
      /// Dimensions it is split by: one printed row per combination of objects, `SIRI – Arbetsförmedlingen`.
      public var splitBy: [Dimension]
      /// The heading above, shared by rows that are summed to a subtotal, `Samverkansinsatser`; empty for none.
      public var group: String

      /// A row.
      public init(id: String, title: String, counts: [Selection], splitBy: [Dimension] = [], group: String = "") {
        self.id = id
        self.title = title
        self.counts = counts
        self.splitBy = splitBy
        self.group = group
      }
    }

    /// The line it specifies.
    public var lineID: String
    /// The heading.
    public var title: String
    /// The rows.
    public var rows: [Row]

    /// A note.
    public init(lineID: String, title: String, rows: [Row]) {
      self.lineID = lineID
      self.title = title
      self.rows = rows
    }
  }

  /// A row of the driftredovisning in the layout `verksamheter`.
  public struct Activity: Hashable, Sendable {
    /// A stable name, to which budget lines point by `activityID`.
    public var id: String
    /// The heading.
    public var title: String
    /// What it counts. A balance of the result is counted by the first activity that counts it; the last activity
    /// of a mapping should count all the rest.
    public var counts: [Selection]

    /// An activity.
    public init(id: String, title: String, counts: [Selection]) {
      self.id = id
      self.title = title
      self.counts = counts
    }
  }

  /// Lines of the income statement. Ids: `verksamhetens-intakter`, `verksamhetens-kostnader`, `avskrivningar`,
  /// `skatteintakter`, `generella-statsbidrag`, `finansiella-intakter`, `finansiella-kostnader`,
  /// `extraordinara-poster`.
  public var incomeLines: [Line]
  /// Lines of the balance sheet. Ids: `immateriella-tillgangar`, `maskiner-och-inventarier`,
  /// `finansiella-anlaggningstillgangar`, `fordringar`, `kortfristiga-placeringar`, `kassa-och-bank`,
  /// `eget-kapital`, `avsattningar`, `langfristiga-skulder`, `kortfristiga-skulder`; beside the sums `panter`,
  /// `ansvarsforbindelser`.
  public var balanceLines: [Line]
  /// Accounts that only carry the year's result from the income statement to the balance sheet (BAS 8990–8999):
  /// counted by no line of the income statement.
  public var resultTransfer: [Selection]
  /// The notes, in order; they are numbered after the note of accounting principles.
  public var notes: [Note]
  /// The rows of the driftredovisning by activity; empty where that layout is not used.
  public var activities: [Activity]
  /// What is grants to insatser: the note of frames and outcome sums these by insats and party.
  public var insatsCosts: [Selection]
  /// What is members' contributions.
  public var contributions: [Selection]
  /// What is the cost of audit (LKBR 9:13).
  public var auditCosts: [Selection]
  /// The account to which the year's result is carried when the year is ended, and the one it is carried from:
  /// BAS 8999 → 2069, then 2069 → 2068 when the next year opens.
  public var resultAccount: AccountNumber
  /// The account in equity that holds the year's result.
  public var yearResultAccount: AccountNumber
  /// The account in equity that holds earlier years' results.
  public var retainedAccount: AccountNumber

  /// A mapping.
  public init(
    incomeLines: [Line], balanceLines: [Line], resultTransfer: [Selection], notes: [Note], activities: [Activity],
    insatsCosts: [Selection], contributions: [Selection], auditCosts: [Selection], resultAccount: AccountNumber,
    yearResultAccount: AccountNumber, retainedAccount: AccountNumber
  ) {
    self.incomeLines = incomeLines
    self.balanceLines = balanceLines
    self.resultTransfer = resultTransfer
    self.notes = notes
    self.activities = activities
    self.insatsCosts = insatsCosts
    self.contributions = contributions
    self.auditCosts = auditCosts
    self.resultAccount = resultAccount
    self.yearResultAccount = yearResultAccount
    self.retainedAccount = retainedAccount
  }
}
