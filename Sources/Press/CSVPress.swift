public import Ledger
import Report
public import Statements

/// Tables and balances as CSV that a Swedish spreadsheet opens rightly: semicolon, decimal comma, UTF-8 with its mark.
public enum CSVPress {
  /// A table: its headings and its rows, words as they are printed and amounts as they are printed, but with plain
  /// minus and no space between thousands, so that a spreadsheet reads them as numbers.
  public static func csv(of table: Table) -> [UInt8] {
    var lines: [[String]] = []
    var head = [table.rowHeading]
    if table.hasNotes { head.append("Not") }
    head += table.columns.map { [$0.group, $0.title].filter { !$0.isEmpty }.joined(separator: " ") }
    lines.append(head)
    for row in table.rows {
      var line = [row.title]
      if table.hasNotes { line.append(row.note) }
      line += table.cells(of: row).enumerated().map { index, cell in
        switch cell {
        case .figure: plain(table.printed(cell, column: index))
        case .text(let words): words
        case .empty: ""
        }
      }
      lines.append(line)
    }
    return written(lines)
  }

  /// A year's balances, to the öre, debit positive: account, name, objects, opening, debit, credit, closing.
  public static func csv(of books: Books) -> [UInt8] {
    var dimensions = Set<Dimension>()
    for balance in books.balances { for object in balance.objects.objects { dimensions.insert(object.dimension) } }
    let sorted = dimensions.sorted()
    var lines = [
      ["Konto", "Namn"] + sorted.map { $0.usualName ?? "Dimension \($0.number)" }
        + ["Ingående", "Debet", "Kredit", "Utgående"]
    ]
    for balance in books.balances {
      let amounts = [balance.opening, balance.debit, balance.credit, balance.closing].map(decimal)
      lines.append(
        [balance.account.text, books.chart[balance.account]?.name ?? ""] + sorted.map { balance.objects[$0] ?? "" }
          + amounts)
    }
    return written(lines)
  }

  /// Any list: its lines of fields, the headings first. A field that a spreadsheet would take for a formula is made
  /// plain words.
  public static func csv(of lines: [[String]]) -> [UInt8] { written(lines) }

  /// An amount with a decimal comma: `-1234,50`.
  public static func decimal(_ amount: Money) -> String {
    String(decoding: amount.decimalText.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
  }

  private static func plain(_ printed: String) -> String {
    var text = ""
    for scalar in printed.unicodeScalars where scalar != "\u{00A0}" {
      text.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
    }
    return text
  }

  private static func written(_ lines: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for line in lines {
      for (index, field) in line.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ";")) }
        write(field, into: &bytes)
      }
      bytes += [13, 10]
    }
    return bytes
  }

  /// A field that holds a separator, a quotation mark or a line break is quoted. A field of words that a spreadsheet
  /// would take for a formula (`=`, `@`, or `+` and `-` before anything but a number) gets an apostrophe first.
  private static func write(_ field: String, into bytes: inout [UInt8]) {
    let raw = Array(field.utf8)
    let first = raw.first
    let isFormula =
      first == UInt8(ascii: "=") || first == UInt8(ascii: "@") || first == 9 || first == 13
      || ((first == UInt8(ascii: "+") || first == UInt8(ascii: "-"))
        && !raw.dropFirst().allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "%") })
    let text = isFormula ? [UInt8(ascii: "'")] + raw : raw
    let special: Set<UInt8> = [UInt8(ascii: ";"), UInt8(ascii: "\""), 10, 13]
    guard text.contains(where: special.contains) else {
      bytes += text
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
