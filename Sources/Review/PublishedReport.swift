public import Ledger

/// Somebody's published annual report, as far as it could be read: every table, every number in its sentences, its
/// days and its signatures, each with its place and with how sure the reading is.
public struct PublishedReport: Sendable {
  /// The text, line by line.
  public var lines: [SourceLine] = []
  /// Its tables.
  public var tables: [ReadTable] = []
  /// Its sentences, with the numbers in them.
  public var sentences: [Sentence] = []
  /// Its headings, in order.
  public var headings: [Heading] = []
  /// The association's name as printed.
  public var organisation: String?
  /// The organisation number as printed, and where.
  public var organisationNumber: String?
  var organisationNumberPlace: Place?
  /// The year it reports.
  public var year: Int?
  /// Days that matter.
  public var dates: [ReadDate] = []
  /// Lines that hold figures which nobody understood.
  public var notUnderstood: [Place] = []
  /// Whether the text was longer than is read.
  public var isCut = false
  /// The lines of those who sign.
  public var signatures: [Signature] = []

  /// A heading.
  public struct Heading: Hashable, Sendable {
    /// Where it stands.
    public var place: Place
    /// The words as printed.
    public var text: String
    /// The words as they are compared.
    public var folded: [UInt8]
  }

  /// A day that the report says.
  public struct ReadDate: Hashable, Sendable {
    /// What happened on it.
    public enum Meaning: String, Hashable, Sendable { case decided, signed, other }
    /// Where it stands.
    public var place: Place
    /// As it was printed.
    public var printed: String
    /// The day; nil where the calendar has none such.
    public var date: CalendarDate?
    /// What happened on it.
    public var meaning: Meaning
    /// The line as it stands.
    public var quote: String
  }

  /// One who signs.
  public struct Signature: Hashable, Sendable {
    /// Where it stands.
    public var place: Place
    /// The name.
    public var name: String
    /// The function.
    public var role: String
  }

  /// The line of that number.
  public func line(_ number: Int) -> SourceLine? { number >= 1 && number <= lines.count ? lines[number - 1] : nil }

  /// The first table of that kind, the surest where there are several.
  public func table(_ kind: TableKind) -> ReadTable? {
    tables.filter { $0.kind == kind }.max { ($0.kindConfidence, -$0.id) < ($1.kindConfidence, -$1.id) }
  }
  /// All tables of that kind.
  public func tables(_ kind: TableKind) -> [ReadTable] { tables.filter { $0.kind == kind } }
  /// The note of that number.
  public func note(_ number: String) -> ReadTable? {
    tables.first { $0.noteNumber == number && !$0.rows.allSatisfy(\.isHeading) }
  }

  /// A figure with where it stands, in kronor.
  public struct Stated: Hashable, Sendable {
    /// The number of the table.
    public var table: Int
    /// The row.
    public var row: ReadRow
    /// The column, from 0.
    public var column: Int
    /// In thousandths of a krona.
    public var amount: Int64
    /// One unit of what it is printed in, in thousandths of a krona.
    public var step: Int64
    /// As it was printed.
    public var printed: String
  }

  /// The figure of that meaning, this year's or last year's.
  public func stated(_ kind: TableKind, _ key: String, _ role: ReadColumn.Role = .current) -> Stated? {
    guard let table = table(kind), let row = table.row(key) else { return nil }
    return stated(table, row, role)
  }

  /// The figure of that meaning in that column of the table, where it is money.
  public func figure(_ table: ReadTable, _ key: String, column: Int) -> Stated? {
    table.row(key).flatMap { stated(table, $0, at: column) }
  }

  func stated(_ table: ReadTable, _ row: ReadRow, _ role: ReadColumn.Role) -> Stated? {
    guard let column = table.column(role) else { return nil }
    return stated(table, row, at: column)
  }

  func stated(_ table: ReadTable, _ row: ReadRow, at column: Int) -> Stated? {
    guard column < row.cells.count, let cell = row.cells[column], let value = cell.value else { return nil }
    guard cell.unit == nil || cell.unit == table.unit || cell.unit?.kronor != nil else { return nil }
    let kronor = cell.unit?.kronor ?? table.kronor
    return Stated(
      table: table.id, row: row, column: column, amount: value.thousandths &* kronor, step: table.grain &* kronor,
      printed: cell.printed)
  }
}
