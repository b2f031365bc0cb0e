import Association
import Ledger

/// Reads the table of a budget's file. It stops at no fault: each is told with its place.
struct BudgetTableReader {
  let file: String
  let year: Int
  let association: Association
  let activities: [(id: String, title: String)]
  private(set) var diagnostics: [Diagnostic] = []
  private var columns: [Int: BudgetColumn] = [:]
  private var ids: Set<String> = []

  /// The longest text of a cell, in bytes.
  private static let textByteCountMax = 500

  init(file: String, year: Int, association: Association, activities: [(id: String, title: String)]) {
    self.file = file
    self.year = year
    self.association = association
    self.activities = activities
  }

  /// The budget; nil where there is no table.
  mutating func read(_ grid: SheetGrid) -> Budget? {
    guard let head = grid.rows.firstIndex(where: isHead) else {
      diagnostics.append(
        .budgetColumnMissing(
          grid.rows.isEmpty ? "Filen är tom." : "Filen har ingen rad med rubrikerna grupp, rubrik och \(year).",
          at: Place(file: file)))
      return nil
    }
    readHead(grid.rows[head])
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    var budget = Budget(year: year, lines: [])
    for row in grid.rows[(head + 1)...] {
      guard budget.lines.count < Budget.lineCountMax else {
        diagnostics.append(.budgetTooManyLines(at: row.first?.place ?? Place(file: file)))
        break
      }
      read(row, into: &budget)
    }
    if budget.lines.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(.budgetEmpty(at: Place(file: file)))
    }
    return budget
  }

  /// A row that names at least the group or the title, and another column: sheets often begin with a heading.
  private func isHead(_ row: [SheetGrid.Cell]) -> Bool {
    let known = Set(row.compactMap { BudgetColumn(heading: $0.text, year: year) })
    return known.count > 1 && (known.contains(.group) || known.contains(.title))
  }

  private mutating func readHead(_ row: [SheetGrid.Cell]) {
    for cell in row {
      guard let column = BudgetColumn(heading: cell.text, year: year) else {
        diagnostics.append(.budgetColumnUnknown(cell, year: year))
        continue
      }
      if columns.values.contains(column) {
        diagnostics.append(.budgetColumnTwice(cell))
      } else {
        columns[cell.column] = column
      }
    }
    for column in [BudgetColumn.group, .title, .amount(0)] where !columns.values.contains(column) {
      diagnostics.append(
        .budgetColumnMissing(
          "Kolumnen \(column.heading(year: year)) saknas.",
          at: Place(file: file, line: row.first?.place.line ?? 0)))
    }
  }

  private mutating func read(_ row: [SheetGrid.Cell], into budget: inout Budget) {
    var cells: [BudgetColumn: SheetGrid.Cell] = [:]
    for cell in row { if let column = columns[cell.column] { cells[column] = cell } }
    guard let first = row.first, !cells.isEmpty else { return }
    let group = cells[.group]?.text ?? ""
    switch group.lowercased() {
    case "":
      // Sums, and rows that say nothing of ours.
      guard let title = cells[.title], !BudgetTableReader.isSum(title.text) else { return }
      diagnostics.append(.budgetGroupMissing(title, at: first.place))
    case BudgetRowWord.opening: budget.expectedOpeningEquity = amounts(cells).first ?? .zero
    case BudgetRowWord.closing: budget.statedClosingEquity = amounts(cells)
    default:
      guard let known = BudgetTableReader.group(group) else {
        if let cell = cells[.group] { diagnostics.append(.budgetGroupUnknown(cell)) }
        return
      }
      readLine(cells, known, at: first, into: &budget)
    }
  }

  private mutating func readLine(
    _ cells: [BudgetColumn: SheetGrid.Cell], _ group: Budget.Line.Group, at first: SheetGrid.Cell,
    into budget: inout Budget
  ) {
    let title = text(cells[.title])
    if title.isEmpty, cells[.title] == nil { diagnostics.append(.budgetTitleMissing(at: first)) }
    var id = text(cells[.id])
    if !id.isEmpty, ids.contains(id) || Budget.sumIDs.contains(id), let cell = cells[.id] {
      diagnostics.append(.budgetIDTwice(cell))
      id = ""
    }
    if id.isEmpty { id = Budget.lineID(for: title, among: ids) }
    ids.insert(id)
    let member = known(
      cells[.member], among: association.members.map { ($0.id, $0.name) }, "budgetfil-medlem", "medlem")
    let insats = known(
      cells[.insats], among: association.insatser.map { ($0.id, $0.name) }, "budgetfil-insats", "insats")
    let activity = known(
      cells[.activity], among: activities.map { ($0.id, $0.title) }, "budgetfil-verksamhet", "verksamhet")
    var amounts = amounts(cells)
    if amounts.isEmpty { amounts = Array(repeating: .zero, count: Budget.yearCount) }
    budget.lines.append(
      Budget.Line(
        id: id, title: title, group: group, memberID: member, insatsID: insats, activityID: activity, amounts: amounts))
  }

  private static func isSum(_ title: String) -> Bool {
    let small = title.lowercased()
    return small.hasPrefix("summa") || small.hasPrefix("årets resultat") || small.hasPrefix("resultat")
  }

  /// A group by its short name or its heading.
  private static func group(_ text: String) -> Budget.Line.Group? {
    let plain = text.lowercased().replacing(" ", with: "-")
    return Budget.Line.Group(rawValue: plain)
  }

  /// A text without what may not be kept.
  private mutating func text(_ cell: SheetGrid.Cell?) -> String {
    guard let cell else { return "" }
    if cell.text.utf8.count > BudgetTableReader.textByteCountMax {
      diagnostics.append(.budgetTextTooLong(cell, max: BudgetTableReader.textByteCountMax))
      return ""
    }
    if !PersonalNumber.find(in: cell.text).isEmpty {
      diagnostics.append(.budgetPersonalNumber(cell))
      return ""
    }
    let isPlain = cell.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if !isPlain { diagnostics.append(.budgetControl(cell)) }
    return isPlain ? cell.text : ""
  }

  /// Something that the association has, by its short name or its name.
  private mutating func known(
    _ cell: SheetGrid.Cell?, among all: [(id: String, name: String)], _ code: String, _ noun: String
  ) -> String {
    guard let cell else { return "" }
    let small = cell.text.lowercased()
    if let found = all.first(where: { $0.id == cell.text }) ?? all.first(where: { $0.id.lowercased() == small })
      ?? all.first(where: { $0.name.lowercased() == small })
    {
      return found.id
    }
    diagnostics.append(.budgetUnknown(cell, code: code, noun: noun, known: all.map(\.id)))
    return ""
  }

  /// The amounts up to the last one that is said; nought where one before it is not.
  private mutating func amounts(_ cells: [BudgetColumn: SheetGrid.Cell]) -> [Money] {
    var amounts: [Money] = []
    for offset in 0..<Budget.yearCount {
      guard let cell = cells[.amount(offset)] else { continue }
      while amounts.count < offset { amounts.append(.zero) }
      let amount = cell.isNumber ? SpreadsheetAmount.read(cell.text) : SwedishAmount.read(cell.text)
      if amount == nil { diagnostics.append(.budgetAmount(cell)) }
      amounts.append(amount ?? .zero)
    }
    return amounts
  }
}

extension Diagnostic {
  private static func budget(
    _ code: String, _ place: Place, _ message: String, _ severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(code: code, severity: severity, place: place, message: message)
  }

  fileprivate static func budgetColumnMissing(_ what: String, at place: Place) -> Diagnostic {
    budget(
      "budgetfil-kolumn-saknas", place,
      "\(what) En budget har en rad med rubrikerna grupp, rubrik och åren, och kan ha id, medlem, insats och verksamhet. "
        + "Hämta en tom fil från budgetens sida och fyll i den.")
  }

  fileprivate static func budgetColumnUnknown(_ cell: SheetGrid.Cell, year: Int) -> Diagnostic {
    budget(
      "budgetfil-kolumn-okand", cell.place,
      "\(cell.words) är rubriken ”\(PersonalNumber.masked(cell.text))”, som inte hör till en budget för \(year) med plan till "
        + "\(year + Budget.yearCount - 1). Kolumnen är inte läst.", .note)
  }

  fileprivate static func budgetColumnTwice(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget(
      "budgetfil-kolumn-dubblett", cell.place,
      "\(cell.words) är rubriken ”\(cell.text)”, som redan finns till vänster. Behåll en av kolumnerna.")
  }

  fileprivate static func budgetGroupMissing(_ cell: SheetGrid.Cell, at place: Place) -> Diagnostic {
    budget(
      "budgetfil-grupp", place,
      "\(cell.words) är raden ”\(PersonalNumber.masked(cell.text))” utan grupp. Skriv medlemsintäkter, övriga-intäkter, "
        + "gemensamma-kostnader, medlemskostnader eller finansiella-poster.")
  }

  fileprivate static func budgetGroupUnknown(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget(
      "budgetfil-grupp", cell.place,
      "\(cell.words) är gruppen ”\(PersonalNumber.masked(cell.text))”. Skriv medlemsintäkter, övriga-intäkter, "
        + "gemensamma-kostnader, medlemskostnader eller finansiella-poster.")
  }

  fileprivate static func budgetTitleMissing(at cell: SheetGrid.Cell) -> Diagnostic {
    budget("budgetfil-rubrik", cell.place, "\(cell.words) hör till en rad utan rubrik. Skriv vad raden heter.")
  }

  fileprivate static func budgetIDTwice(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget(
      "budgetfil-id", cell.place,
      "\(cell.words) är id ”\(cell.text)”, som redan är upptaget. Skriv ett annat, eller lämna cellen tom så väljs ett."
    )
  }

  fileprivate static func budgetUnknown(
    _ cell: SheetGrid.Cell, code: String, noun: String, known: [String]
  ) -> Diagnostic {
    let words =
      known.isEmpty ? "Förbundet har ingen \(noun)." : "Skriv ett av: \(known.prefix(20).joined(separator: ", "))."
    return budget(
      code, cell.place,
      "\(cell.words) är ”\(PersonalNumber.masked(cell.text))”, som inte är någon \(noun) i förbundet. \(words)")
  }

  fileprivate static func budgetAmount(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget(
      "budgetfil-belopp", cell.place,
      "\(cell.words) är ”\(PersonalNumber.masked(cell.text))”, som inte är ett belopp på högst tio miljarder kronor. Skriv "
        + "till exempel 1 388 000.")
  }

  fileprivate static func budgetTooManyLines(at place: Place) -> Diagnostic {
    budget(
      "budgetfil-rader", place,
      "Filen har fler än \(Budget.lineCountMax) rader, som är det mesta en budget har. Slå ihop rader.")
  }

  fileprivate static func budgetEmpty(at place: Place) -> Diagnostic {
    budget("budgetfil-tom", place, "Filen har rubriker men inga rader. Fyll i en rad för varje intäkt och kostnad.")
  }

  fileprivate static func budgetTextTooLong(_ cell: SheetGrid.Cell, max: Int) -> Diagnostic {
    budget(
      "budgetfil-text", cell.place,
      "\(cell.words) är \(cell.text.utf8.count) byte lång, och högst \(max) får plats. Korta texten.")
  }

  fileprivate static func budgetControl(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget("budgetfil-tecken", cell.place, "\(cell.words) innehåller ett styrtecken. Skriv texten på nytt.")
  }

  fileprivate static func budgetPersonalNumber(_ cell: SheetGrid.Cell) -> Diagnostic {
    budget(
      "personnummer", cell.place,
      "\(cell.words) innehåller ett personnummer. Inga personnummer får sparas; skriv funktionen i stället.")
  }
}
