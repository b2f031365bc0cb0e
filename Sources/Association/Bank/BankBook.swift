public import Ledger

/// Everything the book knows of an account that a bank keeps too: the statements, the ledger's rows, and which of the
/// two have been matched. What follows of it – what is open, what differs and why – is reckoned from here, never kept.
public struct BankBook: Hashable, Sendable {
  /// A statement as the book keeps it.
  public struct Statement: Hashable, Sendable {
    /// Its key in the book.
    public let id: ID<Statement>
    /// What the bank calls the account; empty where the file does not say.
    public let account: String
    /// The first day it covers.
    public let first: CalendarDate
    /// The last day it covers.
    public let last: CalendarDate
    /// What stood on the account before its first line.
    public let opening: Money
    /// What stood there after its last line.
    public let closing: Money
    /// SHA-256 of the file, which the book keeps as it came.
    public let document: String

    /// A statement.
    public init(
      id: ID<Statement>, account: String, first: CalendarDate, last: CalendarDate, opening: Money, closing: Money,
      document: String
    ) {
      self.id = id
      self.account = account
      self.first = first
      self.last = last
      self.opening = opening
      self.closing = closing
      self.document = document
    }
  }

  /// A line of a statement.
  public struct Line: Hashable, Sendable {
    /// Its key in the book.
    public let id: ID<Line>
    /// The statement it stands on.
    public let statement: ID<Statement>
    /// What it says.
    public let line: BankStatement.Line

    /// A line.
    public init(id: ID<Line>, statement: ID<Statement>, line: BankStatement.Line) {
      self.id = id
      self.statement = statement
      self.line = line
    }
  }

  /// A row of a voucher on the account.
  public struct Row: Hashable, Sendable {
    /// Which row of which voucher.
    public struct Place: Hashable, Comparable, Sendable {
      /// The voucher's key.
      public let voucher: ID<Voucher>
      /// The row, from 1.
      public let line: Int

      /// A place.
      public init(voucher: ID<Voucher>, line: Int) {
        self.voucher = voucher
        self.line = line
      }

      /// By voucher, then row.
      public static func < (left: Place, right: Place) -> Bool {
        (left.voucher.rawValue, left.line) < (right.voucher.rawValue, right.line)
      }
    }

    /// Which row.
    public let place: Place
    /// The voucher's number.
    public let number: Voucher.Number
    /// The voucher's day.
    public let date: CalendarDate
    /// Positive for debit.
    public let amount: Money
    /// The row's text, else the voucher's.
    public let text: String
    /// The voucher's counterparty.
    public let counterparty: String
    /// The voucher that this one corrects, if it is a correction.
    public let undoes: ID<Voucher>?

    /// A row.
    public init(
      place: Place, number: Voucher.Number, date: CalendarDate, amount: Money, text: String, counterparty: String,
      undoes: ID<Voucher>? = nil
    ) {
      self.place = place
      self.number = number
      self.date = date
      self.amount = amount
      self.text = text
      self.counterparty = counterparty
      self.undoes = undoes
    }
  }

  /// Lines and rows that are the same event: what they come to is equal. With rows alone, or lines alone, they undo each
  /// other: a voucher and its reversal, a payment and the bank's own return of it.
  public struct Match: Hashable, Sendable {
    /// Its key in the book.
    public let id: ID<Match>
    /// The lines.
    public let lines: [ID<Line>]
    /// The rows.
    public let rows: [Row.Place]
    /// Who said so.
    public let by: String
    /// When.
    public let at: Moment

    /// A match.
    public init(id: ID<Match>, lines: [ID<Line>], rows: [Row.Place], by: String, at: Moment) {
      self.id = id
      self.lines = lines
      self.rows = rows
      self.by = by
      self.at = at
    }
  }

  /// That somebody has gone through a month and found how it stands.
  public struct MonthDone: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// The bank's balance at its end, as it was then.
    public let statementBalance: Money
    /// The ledger's balance at its end, as it was then.
    public let ledgerBalance: Money
    /// What was said of the difference.
    public let note: String
    /// Who.
    public let by: String
    /// When.
    public let at: Moment

    /// A month that is done.
    public init(
      month: Month, statementBalance: Money, ledgerBalance: Money, note: String, by: String, at: Moment
    ) {
      self.month = month
      self.statementBalance = statementBalance
      self.ledgerBalance = ledgerBalance
      self.note = note
      self.by = by
      self.at = at
    }
  }

  /// The ledger's account.
  public let account: AccountNumber
  /// The statements, by day; no two share a day.
  public let statements: [Statement]
  /// Their lines, by day.
  public let lines: [Line]
  /// What stood on the account in the ledger before the first day of the first statement, without what was booked
  /// earlier and has been matched with a line.
  public let ledgerOpening: Money
  /// The ledger's rows from that day on, and those earlier ones that have been matched, by day.
  public let rows: [Row]
  /// Rows from shortly before the first statement, which a line of it may be: what is booked one day may be paid the next.
  public let earlierRows: [Row]
  /// What has been matched and stands.
  public let matches: [Match]
  /// Matches of rows that stand no more: the import they came by has been undone. Their lines are open until somebody
  /// lets the match go.
  public let broken: [Match]
  /// The months that have been gone through, each as it was said last.
  public let monthsDone: [MonthDone]

  /// All of it, in any order. `ledgerOpening` is what stood before the first of the rows, which may begin before the first
  /// statement does. Without a statement there is nothing to hold the ledger against.
  public init(
    account: AccountNumber, statements: [Statement], lines: [Line], ledgerOpening: Money, rows: [Row],
    matches: [Match], monthsDone: [MonthDone] = []
  ) {
    self.account = account
    self.statements = statements.sorted { ($0.first, $0.id.rawValue) < ($1.first, $1.id.rawValue) }
    self.lines = lines.sorted { ($0.line.date, $0.id.rawValue) < ($1.line.date, $1.id.rawValue) }
    let begins = self.statements.first?.first
    let matched = Set(matches.flatMap(\.rows))
    let isEarlier = { (row: Row) in begins.map { row.date < $0 } ?? false && !matched.contains(row.place) }
    self.earlierRows = rows.filter(isEarlier).sorted { ($0.date, $0.place) < ($1.date, $1.place) }
    self.ledgerOpening = ledgerOpening + self.earlierRows.map(\.amount).sum()
    self.rows = rows.filter { !isEarlier($0) }.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
    let places = Set(rows.map(\.place))
    self.matches = matches.filter { $0.rows.allSatisfy(places.contains) }
    self.broken = matches.filter { !$0.rows.allSatisfy(places.contains) }
    self.monthsDone = monthsDone
  }

  /// The lines that nothing in the ledger has been matched with.
  public var openLines: [Line] {
    let matched = Set(matches.flatMap(\.lines))
    return lines.filter { !matched.contains($0.id) }
  }

  /// The rows that nothing on a statement has been matched with. A row of nought moves nothing and is not asked for.
  public var openRows: [Row] {
    let matched = Set(matches.flatMap(\.rows))
    return rows.filter { !matched.contains($0.place) && $0.amount != .zero }
  }

  /// What is to be said of a statement that follows the others: whether it joins them.
  public func joints(of statement: BankStatement) -> [BankJoint] {
    guard !statements.isEmpty else { return [] }
    if let same = statements.first(where: { $0.first <= statement.last && statement.first <= $0.last }) {
      return [.overlaps(same)]
    }
    var joints: [BankJoint] = []
    if let before = statements.last(where: { $0.last < statement.first }), let opening = statement.opening,
      opening != before.closing
    {
      joints.append(.jumpsFrom(before, to: opening))
    }
    if let after = statements.first(where: { $0.first > statement.last }), let closing = statement.closing,
      closing != after.opening
    {
      joints.append(.jumpsTo(after, from: closing))
    }
    return joints
  }
}

/// How a statement joins those that the book has.
public enum BankJoint: Hashable, Sendable {
  /// It shares days with one that is kept: its lines would be counted twice.
  case overlaps(BankBook.Statement)
  /// It does not open with what the one before closed with: a statement is missing between them.
  case jumpsFrom(BankBook.Statement, to: Money)
  /// It does not close with what the one after opens with.
  case jumpsTo(BankBook.Statement, from: Money)
}

/// Why something about the bank was not done, as facts; the words stand in Desk.
public enum BankRefusal: Error, Hashable, Sendable {
  /// The statement shares days with one that is kept.
  case overlaps(BankBook.Statement)
  /// The statement says no balance, and none was given.
  case balanceMissing
  /// There is no such line, row or match on the account, or it has been let go.
  case unknown
  /// A line or a row is matched already.
  case alreadyMatched
  /// The lines and the rows do not come to the same.
  case sumsDiffer(lines: Money, rows: Money)
  /// Nothing was chosen.
  case nothingChosen
  /// No statement covers the whole month.
  case monthNotCovered(Month)
  /// The balances differ and nobody has said why.
  case noteMissing(difference: Money)
}
