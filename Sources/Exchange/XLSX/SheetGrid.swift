import Ledger

/// A table as a file has it, whatever the file is: rows of cells that know where they stand.
struct SheetGrid {
  /// A cell that says something.
  struct Cell {
    /// What it says.
    var text: String
    /// Whether the file has it as a number.
    var isNumber = false
    /// The column, from 1.
    var column: Int
    /// Where it stands.
    var place: Place
    /// Where it stands, in words: `Cell G5`, `Rad 5, kolumn 7`.
    var words: String
  }

  /// The rows that have something in them.
  var rows: [[Cell]]

  /// The table in a CSV file.
  init(_ table: CSVTable, named name: String) {
    rows = table.rows.map { row in
      row.enumerated().compactMap { index, cell in
        cell.text.isEmpty
          ? nil
          : Cell(
            text: SheetGrid.unguarded(cell.text), column: index + 1,
            place: Place(file: name, line: cell.line, column: cell.column),
            words: "Rad \(cell.line), kolumn \(index + 1)")
      }
    }
  }

  /// The table in a sheet of a spreadsheet.
  init(_ sheet: XLSXSheet, named name: String) {
    var rows: [[Cell]] = []
    var last = 0
    for cell in sheet.cells {
      if cell.row != last { rows.append([]) }
      last = cell.row
      rows[rows.count - 1].append(
        Cell(
          text: SheetGrid.stripped(cell.text), isNumber: cell.isNumber, column: cell.column,
          place: Place(file: name, line: cell.row, column: cell.column),
          words: "Cell \(XLSXSheet.columnName(cell.column))\(cell.row) på bladet \(sheet.name)"))
    }
    self.rows = rows.map { $0.filter { !$0.text.isEmpty } }.filter { !$0.isEmpty }
  }

  /// The text without blanks around it, and with a blank for each line end that a cell has in it.
  private static func stripped(_ text: String) -> String {
    let bytes = text.utf8.map { $0 == 9 || $0 == 10 || $0 == 13 ? 32 : $0 }
    return String(decoding: bytes.drop { $0 == 32 }.reversed().drop { $0 == 32 }.reversed(), as: UTF8.self)
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, and one that has such
  /// apostrophes one more, so that the reader can take away just what was put there.
  static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  private static func unguarded(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isFormula(text)
      ? String(decoding: text.utf8.dropFirst(), as: UTF8.self) : text
  }

  private static func isFormula(_ text: String) -> Bool {
    let first = text.utf8.drop { $0 == UInt8(ascii: "'") }.first
    return first.map { [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")].contains($0) }
      ?? false
  }
}

/// A number as a spreadsheet stores it, `1388000`, `1267176.7500000001`, `1.2E6`, to the nearest öre.
enum SpreadsheetAmount {
  /// The amount; nil where it is no number, or larger than an amount can be.
  static func read(_ text: String) -> Money? {
    var bytes = Array(text.utf8)[...]
    guard bytes.count <= 40 else { return nil }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var digits: Int128 = 0
    var exponent = 0
    var digitCount = 0
    var isAfterPoint = false
    while let byte = bytes.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
        continue
      }
      guard byte >= 48, byte <= 57 else { return nil }
      digits = digits * 10 + Int128(byte - 48)
      digitCount += 1
      guard digitCount <= 30 else { return nil }
      if isAfterPoint { exponent -= 1 }
    }
    guard digitCount > 0 else { return nil }
    if !bytes.isEmpty {
      guard let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(power) <= 40 else { return nil }
      exponent += power
    }
    return money(digits, exponent: exponent + 2, isNegative: isNegative)
  }

  /// So many öre times ten to that power, halves away from zero.
  private static func money(_ digits: Int128, exponent: Int, isNegative: Bool) -> Money? {
    var ore = digits
    if exponent >= 0 {
      for _ in 0..<exponent where ore != 0 {
        ore *= 10
        guard ore <= Int128(Money.oreMax) else { return nil }
      }
    } else {
      // Thirty digits are less than ten to the thirtieth: what is below that is nothing.
      guard exponent > -36 else { return .zero }
      var divisor: Int128 = 1
      for _ in 0..<(-exponent) { divisor *= 10 }
      ore = (ore + divisor / 2) / divisor
    }
    guard ore <= Int128(Money.oreMax) else { return nil }
    return Money(ore: isNegative ? -Int64(ore) : Int64(ore))
  }
}
