public import Association
public import Ledger

/// The number of the note that specifies each line, by the line's id. Number 1 is the note of accounting principles;
/// a note whose line holds nothing in either year is left out and takes no number.
public func noteNumbers(_ books: Books, previous: Books?, mapping: Mapping) -> [String: Int] {
  var numbers: [String: Int] = [:]
  for (note, _) in NoteYears(books, previous: previous, mapping: mapping).printed where numbers[note.lineID] == nil {
    numbers[note.lineID] = numbers.count + 2
  }
  return numbers
}

/// The notes that specify lines of the income statement and the balance sheet, in order (LKBR 4:6). Each adds up to
/// its line, in öre and as printed: what no row counts stands in a row of its own. Costs are printed positive.
public func notes(_ books: Books, previous: Books?, mapping: Mapping, association: Association) -> [Table] {
  let statements = [
    incomeStatement(books, previous: previous, mapping: mapping),
    balanceSheet(books, previous: previous, mapping: mapping),
  ]
  let years = NoteYears(books, previous: previous, mapping: mapping)
  return years.printed.compactMap { note, kind in
    guard let statement = statements.first(where: { $0.row(note.lineID) != nil }) else { return nil }
    let columns = statement.columns.map { heading in
      let balances = years.balances(of: note.lineID, heading.id)
      return NoteColumn(
        heading: heading, books: heading.id == "previous" ? previous ?? books : books,
        balances: balances ?? [], isKnown: balances != nil, line: statement.figure(note.lineID, heading.id),
        amount: kind.column(isOpening: heading.id == "previous" && previous == nil))
    }
    return NoteTable(note: note, kind: kind, columns: columns, association: association).table
  }
}

/// What kind of line a note specifies, which decides its sign and which amount is counted.
enum NoteKind {
  case income
  case cost
  case asset
  case debt

  init(lineID: String, mapping: Mapping) {
    if mapping.incomeLines.contains(where: { $0.id == lineID }) {
      let costs = ["verksamhetens-kostnader", "avskrivningar", "finansiella-kostnader"]
      self = costs.contains(lineID) ? .cost : .income
    } else {
      self = StatementSpec.assetLineIDs.contains(lineID) ? .asset : .debt
    }
  }

  /// Whether the ledger's sign is turned for print.
  var isTurned: Bool { self == .income || self == .debt }

  /// Whether the line is printed with the other sign than its note: costs are negative in the income statement.
  var isTurnedFromLine: Bool { self == .cost }

  func column(isOpening: Bool) -> Origin.Column {
    switch self {
    case .income, .cost: .change
    case .asset, .debt: isOpening ? .opening : .closing
    }
  }
}

/// The lines' balances in the two years, and which notes they give cause to print.
struct NoteYears {
  private let mapping: Mapping
  private let current: SortedBooks
  private let previous: SortedBooks?

  init(_ books: Books, previous: Books?, mapping: Mapping) {
    self.mapping = mapping
    current = SortedBooks(books, mapping: mapping)
    self.previous = previous.map { SortedBooks($0, mapping: mapping) }
  }

  /// The notes that have something to specify, with the kind of their line.
  var printed: [(note: Mapping.Note, kind: NoteKind)] {
    let lines = Set(
      StatementSpec.incomeStatement.lines.map(\.id) + StatementSpec.assetLineIDs + StatementSpec.debtLineIDs)
    return mapping.notes.compactMap { note in
      guard lines.contains(note.lineID) else { return nil }
      let kind = NoteKind(lineID: note.lineID, mapping: mapping)
      let isSomething = ["current", "previous"].contains { column in
        (balances(of: note.lineID, column) ?? []).contains { balance in
          switch kind.column(isOpening: column == "previous" && previous == nil) {
          case .opening: balance.opening != .zero
          case .change: balance.change != .zero
          case .closing: balance.closing != .zero
          }
        }
      }
      return isSomething ? (note, kind) : nil
    }
  }

  /// The balances of a line in a column; nil where nothing is known of it.
  func balances(of lineID: String, _ column: String) -> [Books.Balance]? {
    guard column == "previous" else { return current.of(lineID) }
    if let previous { return previous.of(lineID) }
    return NoteKind(lineID: lineID, mapping: mapping).column(isOpening: true) == .opening ? current.of(lineID) : nil
  }
}
