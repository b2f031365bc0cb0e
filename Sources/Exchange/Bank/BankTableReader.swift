import Association
import Ledger

/// From the cells of a bank's CSV file to a statement. Banks put lines above the heading, sort the newest first, and
/// write a saldo on each row or none; Skatteverket's file of skattekontot has no heading at all.
struct BankTableReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var columns: [BankColumn: Int] = [:]

  init(file: String) { self.file = file }

  private struct Row {
    var line: BankStatement.Line
    var balance: Money?
    var place: Place
  }

  /// How many rows may stand above the heading.
  private static let preambleMax = 30

  mutating func read(_ table: CSVTable) -> BankStatement? {
    var account = ""
    var head: Int?
    for (index, row) in table.rows.prefix(BankTableReader.preambleMax).enumerated() {
      var found: [BankColumn: (index: Int, rank: Int)] = [:]
      for (place, cell) in row.enumerated() {
        guard let (column, rank) = BankColumn.of(cell.text), rank < found[column]?.rank ?? .max else { continue }
        found[column] = (place, rank)
      }
      let hasAmount = found[.amount] != nil || (found[.deposit] != nil && found[.withdrawal] != nil)
      if found[.date] != nil, hasAmount {
        columns = found.mapValues(\.index)
        head = index
        break
      }
    }
    let preamble = head.map { table.rows[..<$0] } ?? table.rows[...]
    for row in preamble where account.isEmpty {
      account = row.map(\.text).first { BankTableReader.isAccountNumber($0) } ?? ""
    }
    if let head { return statement(of: table.rows[(head + 1)...].compactMap { read($0) }, account: account) }
    if let headless = taxAccount(table.rows) { return headless }
    missing(table)
    return nil
  }

  // With a heading.

  private mutating func read(_ cells: [CSVTable.Cell]) -> Row? {
    let dayCell = cell(.date, cells)
    let place = Place(file: file, line: cells.first?.line ?? 0, column: dayCell?.column ?? 1)
    // A row that has no day and no amount is a sum or a remark beneath the list.
    let amounts = [cell(.amount, cells), cell(.deposit, cells), cell(.withdrawal, cells)].compactMap { $0?.text }
    if (dayCell?.text ?? "").isEmpty, amounts.allSatisfy(\.isEmpty) { return nil }
    guard let day = BankTableReader.day(dayCell?.text ?? "") else {
      diagnostics.append(.bankDay(at: place, dayCell?.text ?? ""))
      return nil
    }
    guard let amount = amount(cells) else { return nil }
    var balance: Money?
    if let written = cell(.balance, cells), !written.text.isEmpty {
      balance = SwedishAmount.read(written.text)
      if balance == nil {
        diagnostics.append(.bankAmount(at: Place(file: file, line: written.line, column: written.column), written.text))
      }
    }
    let line = BankStatement.Line(
      date: day, amount: amount, text: cell(.text, cells)?.text ?? "",
      counterparty: cell(.counterparty, cells)?.text ?? "", reference: cell(.reference, cells)?.text ?? "")
    return Row(line: line, balance: balance, place: place)
  }

  private mutating func amount(_ cells: [CSVTable.Cell]) -> Money? {
    func read(_ column: BankColumn) -> (cell: CSVTable.Cell, amount: Money?)? {
      guard let cell = cell(column, cells), !cell.text.isEmpty else { return nil }
      return (cell, SwedishAmount.read(cell.text))
    }
    let found = [read(.amount), read(.deposit), read(.withdrawal)]
    if let faulty = found.compactMap(\.self).first(where: { $0.amount == nil })?.cell {
      diagnostics.append(.bankAmount(at: Place(file: file, line: faulty.line, column: faulty.column), faulty.text))
      return nil
    }
    if let amount = found[0]?.amount { return amount }
    let (deposit, withdrawal) = (found[1]?.amount, found[2]?.amount)
    guard deposit != nil || withdrawal != nil else {
      diagnostics.append(.bankAmount(at: Place(file: file, line: cells.first?.line ?? 0), ""))
      return nil
    }
    // Some banks write what goes out with a minus, some without.
    return (deposit ?? .zero) - (withdrawal?.magnitude ?? .zero)
  }

  private func cell(_ column: BankColumn, _ row: [CSVTable.Cell]) -> CSVTable.Cell? {
    guard let index = columns[column], index < row.count else { return nil }
    return row[index]
  }

  private mutating func statement(
    of rows: [Row], account: String, opening: Money? = nil, closing: Money? = nil
  ) -> BankStatement? {
    var rows = rows
    guard let first = rows.map(\.line.date).min(), let last = rows.map(\.line.date).max() else {
      diagnostics.append(.bankNoLines(at: Place(file: file)))
      return nil
    }
    // Newest first where the days say so; on one day alone, where the balances do.
    let reversed = Array(rows.reversed())
    let isDescending = rows.first.map(\.line.date) ?? first > rows.last.map(\.line.date) ?? first
    let isOneDay = first == last
    if isDescending || (isOneDay && breaks(in: reversed).count < breaks(in: rows).count) { rows = reversed }
    rows = rows.enumerated().sorted { ($0.element.line.date, $0.offset) < ($1.element.line.date, $1.offset) }
      .map(\.element)
    for index in breaks(in: rows) {
      diagnostics.append(.bankChain(at: rows[index].place, had: rows[index - 1].balance, row: rows[index].line.amount))
    }
    let change = rows.map(\.line.amount).sum()
    let told = rows.first.flatMap { row in row.balance.map { $0 - row.line.amount } }
    if let opening, let closing, opening + change != closing {
      diagnostics.append(.bankBalanceOff(at: Place(file: file), opening: opening, change: change, closing: closing))
    }
    let before = opening ?? closing.map { $0 - change } ?? told
    if before == nil { diagnostics.append(.bankNoBalance(at: Place(file: file))) }
    return BankStatement(account: account, first: first, last: last, opening: before, lines: rows.map(\.line))
  }

  /// The rows whose balance does not follow from the row before.
  private func breaks(in rows: [Row]) -> [Int] {
    rows.indices.dropFirst().filter { index in
      guard let had = rows[index - 1].balance, let has = rows[index].balance else { return false }
      return had + rows[index].line.amount != has
    }
  }

  // Without a heading: Skatteverket's skattekonto.

  /// The rows are told by what stands in them: a day first, then words, then an amount and perhaps a balance. Rows that
  /// say ingående or utgående saldo have no day of their own that matters. Nil where no row is such.
  private mutating func taxAccount(_ table: [[CSVTable.Cell]]) -> BankStatement? {
    var rows: [Row] = []
    var opening: Money?
    var closing: Money?
    var hasBalanceWords = false
    var faults: [Diagnostic] = []
    for cells in table {
      let filled = cells.filter { !$0.text.isEmpty }
      let words = filled.filter { BankTableReader.day($0.text) == nil && !BankTableReader.isAmount($0.text) }
      let text = words.map(\.text).joined(separator: " ")
      let small = text.lowercased()
      let amounts = filled.filter { BankTableReader.isAmount($0.text) }.compactMap { SwedishAmount.read($0.text) }
      if small.utf8.starts(with: "ingående saldo".utf8) {
        hasBalanceWords = true
        opening = amounts.last
      } else if small.utf8.starts(with: "utgående saldo".utf8) {
        hasBalanceWords = true
        closing = amounts.last
      } else if let day = filled.first.flatMap({ BankTableReader.day($0.text) }), !text.isEmpty {
        let place = Place(file: file, line: filled[0].line, column: filled[0].column)
        guard let amount = amounts.first else {
          faults.append(.bankAmount(at: place, ""))
          continue
        }
        rows.append(
          Row(
            line: BankStatement.Line(date: day, amount: amount, text: text, counterparty: "Skatteverket"),
            balance: amounts.count > 1 ? amounts[1] : nil, place: place))
      }
    }
    guard hasBalanceWords, !rows.isEmpty else { return nil }
    diagnostics += faults
    return statement(of: rows, account: "Skattekontot", opening: opening, closing: closing)
  }

  /// A number with a sign, a blank or a decimal among its digits, or digits alone: no day, no word.
  private static func isAmount(_ text: String) -> Bool {
    day(text) == nil && text.utf8.contains { (48...57).contains($0) } && SwedishAmount.read(text) != nil
  }

  /// A day as banks write it: 2025-03-31, 20250331, 2025/03/31, or 31.03.2025.
  static func day(_ text: String) -> CalendarDate? {
    let plain = String(decoding: text.utf8.prefix(10).map { $0 == UInt8(ascii: "/") ? 45 : $0 }, as: UTF8.self)
    if text.utf8.count == 8 || text.utf8.count >= 10, let day = CalendarDate(plain) { return day }
    let parts = text.utf8.split { $0 == 46 || $0 == 47 }.map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    guard let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether it looks like the number of a bank account: an IBAN, or at least seven digits with no more than marks
  /// between them.
  private static func isAccountNumber(_ text: String) -> Bool {
    let bytes = text.utf8.filter { $0 != 32 && $0 != 45 && $0 != 44 && $0 != 46 }
    if bytes.count >= 15, bytes.starts(with: "SE".utf8) { return true }
    return bytes.count >= 7 && bytes.count <= 16 && bytes.allSatisfy { (48...57).contains($0) } && day(text) == nil
  }

  private mutating func missing(_ table: CSVTable) {
    let cells = table.rows.prefix(BankTableReader.preambleMax).joined()
    let known = Set(cells.compactMap { BankColumn.of($0.text)?.column })
    if known.isEmpty {
      diagnostics.append(.bankUnknown(at: Place(file: file)))
    } else {
      diagnostics.append(.bankColumnMissing(at: Place(file: file), hasDate: known.contains(.date)))
    }
  }
}

extension Diagnostic {
  fileprivate static func bankColumnMissing(at place: Place, hasDate: Bool) -> Diagnostic {
    Diagnostic(
      code: "bank-kolumn-saknas", severity: .error, place: place,
      message: hasDate
        ? "Ingen kolumn säger beloppet. Den ska heta Belopp, eller Insättning och Uttag. Hämta filen med beloppen."
        : "Ingen kolumn säger dagen. Den ska heta Bokföringsdag, Bokföringsdatum eller Datum. Hämta filen med dagarna.")
  }

  fileprivate static func bankNoLines(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bank-utan-rader", severity: .error, place: place,
      message:
        "Utdraget har inga rader som kan läsas. Välj en period då något har hänt på kontot, och hämta det på nytt.")
  }

  fileprivate static func bankChain(at place: Place, had: Money?, row: Money) -> Diagnostic {
    Diagnostic(
      code: "bank-saldokedja", severity: .error, place: place,
      message:
        "Radens saldo följer inte av raden före: där är saldot \((had ?? .zero).decimalText), och raden är "
        + "\(row.decimalText). En rad saknas eller är ändrad: hämta utdraget på nytt.")
  }
}
