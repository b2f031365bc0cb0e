public import Association
public import Ledger

/// A budget as a file that is sent to a spreadsheet and back: CSV, or a workbook of Excel (.xlsx).
public enum BudgetFileFormat: String, CaseIterable, Sendable {
  /// Semicolon, decimal comma, UTF-8.
  case csv
  /// Office Open XML.
  case xlsx

  /// The largest file that is read: four megabytes, a thousand times a budget.
  public static let byteCountMax = 4 << 20

  /// Reads a budget of that year from the bytes of a file, CSV or spreadsheet by what the bytes are. Members, insatser
  /// and activities are given by their short names or by their names.
  ///
  /// Nil where not even a table was found. Reading what `bytes(of:)` wrote gives an equal budget, but for its version,
  /// decision and consultation, which no file says.
  public static func read(
    _ bytes: [UInt8], named name: String, year: Int, association: Association, activities: [(id: String, title: String)]
  ) -> Reading<Budget?> {
    guard bytes.count <= byteCountMax else {
      return Reading(value: nil, diagnostics: [.budgetTooLarge(bytes.count, at: Place(file: name))])
    }
    let grid: SheetGrid
    var diagnostics: [Diagnostic]
    // `PK`, with which every zip archive begins; no CSV file of a budget does.
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      let reading = XLSXSheet.read(bytes, named: name)
      diagnostics = reading.diagnostics
      guard let sheet = reading.value else { return Reading(value: nil, diagnostics: diagnostics) }
      grid = SheetGrid(sheet, named: name)
    } else {
      let reading = CSVTable.read(bytes, named: name)
      diagnostics = reading.diagnostics
      grid = SheetGrid(reading.value, named: name)
    }
    var reader = BudgetTableReader(file: name, year: year, association: association, activities: activities)
    let budget = reader.read(grid)
    diagnostics += reader.diagnostics
    let order = diagnostics.indices.sorted { (diagnostics[$0].place, $0) < (diagnostics[$1].place, $1) }
    return Reading(value: budget, diagnostics: order.map { diagnostics[$0] })
  }

  /// The bytes of the budget in this format; a spreadsheet has the sums too, as formulas, and is dated that day.
  public func bytes(of budget: Budget, on day: CalendarDate) -> [UInt8] {
    let table = BudgetTable(budget)
    switch self {
    case .csv: return CSVTable(rows: table.texts.map { $0.map { CSVTable.Cell(text: $0) } }).bytes()
    case .xlsx:
      guard
        let bytes = XLSXWriter.bytes(
          sheet: "Budget \(budget.year)", rows: table.cells, widths: [22, 22, 44, 14, 14, 14, 16, 16, 16], on: day)
      else { preconditionFailure("A budget of \(Budget.lineCountMax) lines fits in an archive.") }
      return bytes
    }
  }
}

/// What the columns of a budget's file hold.
enum BudgetColumn: Hashable {
  case id, group, title, member, insats, activity
  /// The amount of the year at that offset.
  case amount(Int)

  /// The heading we write.
  func heading(year: Int) -> String {
    switch self {
    case .id: "id"
    case .group: "grupp"
    case .title: "rubrik"
    case .member: "medlem"
    case .insats: "insats"
    case .activity: "verksamhet"
    case .amount(let offset): "\(year + offset)"
    }
  }

  /// The column with that heading, in any of the ways people write it.
  init?(heading: String, year: Int) {
    let plain = String(heading.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
      .lowercased()
    switch plain {
    case "id", "kod", "radid": self = .id
    case "grupp": self = .group
    case "rubrik", "rad", "post", "text", "benämning": self = .title
    case "medlem", "part": self = .member
    case "insats": self = .insats
    case "verksamhet": self = .activity
    case "belopp", "budget": self = .amount(0)
    default:
      guard let number = Int(plain.hasPrefix("budget") ? String(plain.dropFirst(6)) : plain),
        (year..<(year + Budget.yearCount)).contains(number)
      else { return nil }
      self = .amount(number - year)
    }
  }

  static let all: [BudgetColumn] =
    [.id, .group, .title, .member, .insats, .activity] + (0..<Budget.yearCount).map { .amount($0) }
}

/// What the rows are called that are no lines.
enum BudgetRowWord {
  static let opening = "ingående eget kapital"
  static let closing = "utgående eget kapital"
}

/// A budget as the rows of a file.
struct BudgetTable {
  let budget: Budget

  init(_ budget: Budget) { self.budget = budget }

  private var head: [String] { BudgetColumn.all.map { $0.heading(year: budget.year) } }

  /// The rows as texts, without sums.
  var texts: [[String]] {
    let none = Array(repeating: "", count: 5)
    var rows = [head]
    for line in budget.lines {
      rows.append(
        [line.id, line.group.rawValue, line.title, line.memberID, line.insatsID, line.activityID].map(
          SheetGrid.guarded)
          + line.amounts.map(SwedishAmount.text))
    }
    rows.append(["", BudgetRowWord.opening] + none.dropLast() + [SwedishAmount.text(budget.expectedOpeningEquity)])
    if !budget.statedClosingEquity.isEmpty {
      rows.append(
        ["", BudgetRowWord.closing] + none.dropLast() + budget.statedClosingEquity.map(SwedishAmount.text))
    }
    return rows
  }

  /// The rows as cells of a spreadsheet, group by group where the lines stand so, with a sum after each run of a group.
  var cells: [[XLSXWriter.Cell]] {
    var rows: [[XLSXWriter.Cell]] = [head.map { .heading($0) }]
    var first = 2
    for (index, line) in budget.lines.enumerated() {
      rows.append(
        [line.id, line.group.rawValue, line.title, line.memberID, line.insatsID, line.activityID].map { .text($0) }
          + line.amounts.map { .amount($0) })
      let isLast = index + 1 == budget.lines.count || budget.lines[index + 1].group != line.group
      guard isLast else { continue }
      let run = budget.lines[(index - (rows.count - first))...index]
      rows.append(sum(of: run, title: "Summa \(line.group.rawValue)", from: first, through: rows.count))
      first = rows.count + 1
    }
    let blank = Array(repeating: XLSXWriter.Cell.empty, count: 4)
    rows.append([.empty, .text(BudgetRowWord.opening)] + blank + [.amount(budget.expectedOpeningEquity)])
    if !budget.statedClosingEquity.isEmpty {
      rows.append([.empty, .text(BudgetRowWord.closing)] + blank + budget.statedClosingEquity.map { .amount($0) })
    }
    return rows
  }

  private func sum(
    of lines: ArraySlice<Budget.Line>, title: String, from first: Int, through last: Int
  ) -> [XLSXWriter.Cell] {
    [.empty, .empty, .heading(title), .empty, .empty, .empty]
      + (0..<Budget.yearCount).map { offset in
        let column = XLSXSheet.columnName(7 + offset)
        let sum = lines.map { offset < $0.amounts.count ? $0.amounts[offset] : .zero }.sum()
        return .formula("SUM(\(column)\(first):\(column)\(last))", sum)
      }
  }
}

extension Diagnostic {
  fileprivate static func budgetTooLarge(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "budgetfil-storlek", severity: .error, place: place,
      message:
        "Filen är \(count) byte, och högst \(BudgetFileFormat.byteCountMax) läses. Spara bara bladet med budgeten i en egen fil."
    )
  }
}
