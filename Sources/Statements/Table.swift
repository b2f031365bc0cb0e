import Ledger

/// One table for every printer: web page, PDF, JSON and CSV are each a short function of it, so that no two outputs
/// can disagree.
public struct Table: Hashable, Sendable {
  /// In what the amounts are printed.
  public enum Unit: String, Hashable, Sendable {
    /// Whole kronor.
    case kronor = "kr"
    /// Thousands of kronor.
    case thousands = "tkr"
    /// No amounts, or each cell says its own.
    case none = ""

    /// How many öre one printed unit is.
    public var ore: Int64 { self == .thousands ? 100_000 : 100 }
  }

  /// A column's heading. Two headings may share a group above them (`Utfall 2023` over Intäkt, Kostnad, Netto).
  public struct Column: Hashable, Sendable {
    /// A short name: `current`, `previous`, `budget`, `deviation`.
    public var id: String
    /// The heading.
    public var title: String
    /// The heading above, or empty.
    public var group: String
    /// The year its figures are of, where it is of one year: lets a check see that two columns say the same year.
    public var year: Int?

    /// A column.
    public init(id: String, title: String, group: String = "", year: Int? = nil) {
      self.id = id
      self.title = title
      self.group = group
      self.year = year
    }
  }

  /// What a row is.
  public enum Role: String, Hashable, Sendable {
    /// A heading inside the table.
    case heading = "rubrik"
    /// An ordinary row.
    case row = "rad"
    /// A sum of rows above.
    case subtotal = "delsumma"
    /// The last sum.
    case total = "summa"
    /// Beside the sums: *inom linjen*.
    case memo = "inom-linjen"
  }

  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// A figure.
    case figure(Figure)
    /// Words.
    case text(String)
    /// Nothing, printed as a dash where a number was expected.
    case empty

    /// The figure, if it is one.
    public var figure: Figure? { if case .figure(let figure) = self { figure } else { nil } }
  }

  /// A row: its heading, its note if it has one, and a cell per column.
  public struct Row: Hashable, Sendable {
    /// A stable name, by which checks and named figures find it: `verksamhetens-intakter`.
    public var id: String
    /// The heading.
    public var title: String
    /// What it is.
    public var role: Role
    /// The number of the note that specifies it, or empty.
    public var note: String
    /// One cell per column of the table.
    public var cells: [Cell]
    /// For a sum: the ids of the rows it adds, each `+id` or `-id`. Empty for a row that is not a sum.
    public var sumOf: [String]

    /// A row.
    public init(
      id: String, title: String, role: Role = .row, note: String = "", cells: [Cell] = [], sumOf: [String] = []
    ) {
      self.id = id
      self.title = title
      self.role = role
      self.note = note
      self.cells = cells
      self.sumOf = sumOf
    }
  }

  /// A stable name: `resultatrakning`, `balansrakning`, `kassaflode`, `driftredovisning`, `not-1`, `projektnot`.
  public var id: String
  /// The caption.
  public var title: String
  /// The unit its amounts are printed in.
  public var unit: Unit
  /// The heading of the first column.
  public var rowHeading: String
  /// Whether rows have notes, so that a note column is printed.
  public var hasNotes: Bool { rows.contains { !$0.note.isEmpty } }
  /// The columns, the row heading not counted.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// A sentence printed beneath: the rounding policy, a reservation. Empty for none.
  public var remark: String

  /// A table.
  public init(
    id: String, title: String, unit: Unit, rowHeading: String = "", columns: [Column], rows: [Row], remark: String = ""
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.rowHeading = rowHeading
    self.columns = columns
    self.rows = rows
    self.remark = remark
  }

  /// The row with that id, or nil.
  public func row(_ id: String) -> Row? { rows.first { $0.id == id } }

  /// The figure in that row and column, or nil.
  public func figure(_ row: String, _ column: String = "current") -> Figure? {
    guard let index = columns.firstIndex(where: { $0.id == column }), let row = self.row(row),
      index < row.cells.count
    else { return nil }
    return row.cells[index].figure
  }

  /// The whole number that is printed for an amount in this table's unit.
  public func printedUnits(of figure: Figure) -> Int64? {
    guard let amount = figure.amount else { return nil }
    return figure.printedUnits ?? amount.rounded(toUnitsOf: unit.ore)
  }
}
