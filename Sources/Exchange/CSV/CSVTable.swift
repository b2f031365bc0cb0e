public import Ledger

/// Rows and cells of a CSV file: RFC 4180 with what spreadsheets in Sweden make of it. Separator and encoding are told
/// from the bytes.
public struct CSVTable: Hashable, Sendable {
  /// What stands between cells.
  public enum Separator: UInt8, Sendable {
    /// `;`, which Excel writes in Sweden.
    case semicolon = 0x3B
    /// Tab.
    case tab = 0x09
    /// `,`.
    case comma = 0x2C
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// What it says, without quotes and without blanks around it.
    public var text: String
    /// The line it begins on.
    public var line: Int
    /// The column it begins in, in bytes of UTF-8.
    public var column: Int

    /// A cell.
    public init(text: String, line: Int = 0, column: Int = 0) {
      self.text = text
      self.line = line
      self.column = column
    }
  }

  /// What stands between cells.
  public var separator: Separator
  /// How the file was written.
  public var encoding: TextEncoding
  /// The rows that have something in them.
  public var rows: [[Cell]]

  /// A table.
  public init(separator: Separator = .semicolon, encoding: TextEncoding = .utf8, rows: [[Cell]]) {
    self.separator = separator
    self.encoding = encoding
    self.rows = rows
  }

  /// Reads a whole file. There is nothing it refuses; a quote that is never closed is said.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<CSVTable> {
    var guess = EncodingGuess()
    bytes.withUnsafeBufferPointer { guess.read($0) }
    let encoding = guess.finish(asciiIs: .utf8)
    let start = guess.hasByteOrderMark ? 3 : 0
    let text = bytes[start...].withUnsafeBufferPointer { encoding.text($0) }
    var parser = CSVParser(bytes: Array(text.utf8))
    let rows = parser.rows()
    return Reading(
      value: CSVTable(separator: parser.separator, encoding: encoding, rows: rows),
      diagnostics: parser.openQuoteLine.map { [.csvOpenQuote(at: Place(file: name, line: $0))] } ?? [])
  }

  /// The bytes of the table: UTF-8 with a byte-order mark, so that Excel shows å, ä and ö, and CR LF.
  public func bytes() -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(separator.rawValue) }
        let special: Set<UInt8> = [separator.rawValue, UInt8(ascii: "\""), 10, 13]
        let isBare =
          !cell.text.utf8.contains(where: special.contains) && cell.text.utf8.first != 32 && cell.text.utf8.last != 32
        if isBare {
          bytes.append(contentsOf: cell.text.utf8)
        } else {
          bytes.append(UInt8(ascii: "\""))
          for byte in cell.text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
          }
          bytes.append(UInt8(ascii: "\""))
        }
      }
      bytes.append(13)
      bytes.append(10)
    }
    return bytes
  }
}

/// Takes a CSV text apart by bytes.
private struct CSVParser {
  let bytes: [UInt8]
  let separator: CSVTable.Separator
  private(set) var openQuoteLine: Int?
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    self.separator = CSVParser.separator(of: bytes)
  }

  /// The one of the three that the first line with something in it has most of, outside quotes.
  private static func separator(of bytes: [UInt8]) -> CSVTable.Separator {
    var counts: [CSVTable.Separator: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 10 || byte == 13, !counts.isEmpty { break }
      if !isQuoted, let separator = CSVTable.Separator(rawValue: byte) { counts[separator, default: 0] += 1 }
    }
    return [.semicolon, .tab, .comma].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .semicolon
  }

  mutating func rows() -> [[CSVTable.Cell]] {
    var rows: [[CSVTable.Cell]] = []
    while index < bytes.count {
      let row = row()
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private mutating func row() -> [CSVTable.Cell] {
    var cells: [CSVTable.Cell] = []
    while true {
      cells.append(cell())
      guard index < bytes.count else { return cells }
      let byte = bytes[index]
      index += 1
      if byte == separator.rawValue { continue }
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      line += 1
      lineStart = index
      return cells
    }
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator.rawValue || byte == 10 || byte == 13 }

  private mutating func cell() -> CSVTable.Cell {
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    let place = (line: line, column: index - lineStart + 1)
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      return CSVTable.Cell(text: quoted(), line: place.line, column: place.column)
    }
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    var end = index
    while end > start, bytes[end - 1] == 32 { end -= 1 }
    return CSVTable.Cell(
      text: String(decoding: bytes[start..<end], as: UTF8.self), line: place.line, column: place.column)
  }

  private mutating func quoted() -> String {
    let began = line
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else {
          // What follows the closing quote belongs to the cell all the same.
          while index < bytes.count, !isEnd(bytes[index]) {
            if bytes[index] != 32 { text.append(bytes[index]) }
            index += 1
          }
          return String(decoding: text, as: UTF8.self)
        }
        index += 1
      } else if byte == 10 {
        line += 1
        lineStart = index
      }
      text.append(byte)
    }
    openQuoteLine = openQuoteLine ?? began
    return String(decoding: text, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func csvOpenQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "csv-citattecken", severity: .error, place: place,
      message:
        "Ett citattecken öppnas här men avslutas aldrig, så att resten av filen har blivit en enda cell. Lägg till det "
        + "avslutande citattecknet.")
  }
}
