public import Ledger

/// A voucher as a SIE file has it: it may lack a date, and it may not balance.
public struct SIEVoucher: Sendable {
  /// Fields after the last one that SIE 4B knows, kept and written back (SIE 4B 7.2).
  public struct Extra: Hashable, Sendable {
    /// What they stood after.
    public enum Owner: Hashable, Sendable {
      /// The `#VER` line.
      case voucher
      /// The row with that index.
      case row(Int)
      /// The amendment with that index.
      case amendment(Int)
    }

    /// What they stood after.
    public var owner: Owner
    /// The fields.
    public var fields: [SIEUnknown.Field]

    /// Fields after that.
    public init(owner: Owner, fields: [SIEUnknown.Field]) {
      self.owner = owner
      self.fields = fields
    }
  }

  /// The series; may be empty in a file of vouchers to be numbered.
  public var series: String
  /// The number as text, for it need not be one; may be empty.
  public var number: String
  /// When the event happened, or nil where the file does not say, or says it so that it cannot be read.
  public var date: CalendarDate?
  /// What it concerns.
  public var text: String
  /// When it was registered.
  public var registeredOn: CalendarDate?
  /// Who registered it.
  public var sign: String
  /// The rows (`#TRANS`): the voucher's final state.
  public var rows: [Voucher.Row]
  /// Rows struck (`#BTRANS`) or added (`#RTRANS`): history. An added row also stands among the rows, once.
  public var amendments: [Voucher.Amendment]
  /// Fields that SIE 4B does not know.
  public var extras: [Extra]
  /// Records inside the braces that SIE 4B does not know.
  public var unknown: [SIEUnknown]
  /// The line that the voucher begins on; 0 for one that was not read. No part of what the voucher says.
  public var line: Int

  /// A voucher without rows.
  public init(
    series: String, number: String, date: CalendarDate?, text: String = "", registeredOn: CalendarDate? = nil,
    sign: String = "", rows: [Voucher.Row] = [], amendments: [Voucher.Amendment] = [], line: Int = 0
  ) {
    self.series = series
    self.number = number
    self.date = date
    self.text = text
    self.registeredOn = registeredOn
    self.sign = sign
    self.rows = rows
    self.amendments = amendments
    self.extras = []
    self.unknown = []
    self.line = line
  }

  /// The sum of the rows; zero in a voucher that balances.
  public var difference: Money { Money(ore: rows.reduce(0) { $0 &+ $1.amount.ore }) }

  /// The series and the number as they are printed.
  public var name: String {
    switch (series.isEmpty, number.isEmpty) {
    case (true, true): "utan nummer"
    case (true, false): number
    case (false, true): "\(series) utan nummer"
    case (false, false): "\(series) \(number)"
    }
  }

  /// The voucher as a draft for the book: with its series and number kept as its source. Nil where it has no date, and
  /// no row has one either.
  public func draft() -> Voucher.Draft? {
    guard let date = date ?? rows.lazy.compactMap(\.date).first else { return nil }
    var draft = Voucher.Draft(
      series: series, date: date, text: text, compiledOn: registeredOn, compiledBy: sign, rows: rows,
      amendments: amendments, source: .imported(series: series, number: number))
    // A row's day is said only where it differs from the voucher's; most programs repeat it on every row.
    if rows.contains(where: { $0.date == date }) {
      draft.rows = rows.map { row in
        var row = row
        if row.date == date { row.date = nil }
        return row
      }
    }
    return draft
  }
}

extension SIEVoucher: Hashable {
  /// Whether both say the same; on which line they stood does not matter.
  public static func == (left: SIEVoucher, right: SIEVoucher) -> Bool {
    left.series == right.series && left.number == right.number && left.date == right.date && left.text == right.text
      && left.registeredOn == right.registeredOn && left.sign == right.sign && left.rows == right.rows
      && left.amendments == right.amendments && left.extras == right.extras && left.unknown == right.unknown
  }

  /// Feeds what names the voucher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(series)
    hasher.combine(number)
    hasher.combine(date)
    hasher.combine(rows.count)
  }
}
