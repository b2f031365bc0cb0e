import Ledger

/// The first sheet of a spreadsheet in Office Open XML (ECMA-376): what its cells say. A formula is read by the value
/// that was last reckoned; styles, dates and everything else are left alone.
struct XLSXSheet: Hashable, Sendable {
  /// A cell that says something.
  struct Cell: Hashable, Sendable {
    /// The row, from 1.
    var row: Int
    /// The column, from 1.
    var column: Int
    /// What it says, or the number as the file has it.
    var text: String
    /// Whether it is a number.
    var isNumber: Bool
  }

  /// The sheet's name.
  var name: String
  /// The cells, row by row.
  var cells: [Cell]

  /// The largest part of a spreadsheet that is unpacked: eight megabytes, some hundred thousand cells.
  static let partByteCountMax = 8 << 20
  /// The most cells that are read.
  static let cellCountMax = 100_000
  /// The most rows and columns that a sheet can have (ECMA-376; `XFD1048576` is the last cell).
  static let rowMax = 1_048_576
  static let columnMax = 16_384

  /// Reads the first sheet. Nil where the bytes are no spreadsheet, and then it is said why.
  static func read(_ bytes: [UInt8], named name: String) -> Reading<XLSXSheet?> {
    let whole = Place(file: name)
    let zip: ZIPReader
    do {
      zip = try ZIPReader(bytes)
    } catch {
      return Reading(value: nil, diagnostics: [.notASpreadsheet(at: whole)])
    }
    var diagnostics: [Diagnostic] = []
    func part(_ path: String) -> XMLElement? {
      do {
        guard let bytes = try zip.file(path, byteCountMax: partByteCountMax) else { return nil }
        let reading = XMLReader.read(bytes, named: name)
        guard !reading.hasErrors, let root = reading.value else {
          diagnostics.append(.partBroken(path, at: whole))
          return nil
        }
        return root
      } catch {
        diagnostics.append(error == .tooLarge ? .partTooLarge(path, at: whole) : .partBroken(path, at: whole))
        return nil
      }
    }
    guard let workbook = part("xl/workbook.xml"), let first = workbook.first("sheets", "sheet") else {
      return Reading(value: nil, diagnostics: diagnostics.isEmpty ? [.notASpreadsheet(at: whole)] : diagnostics)
    }
    let relations = part("xl/_rels/workbook.xml.rels")?.all("Relationship") ?? []
    let target = relations.first { $0.attributes["Id"] == first.attributes["id"] }?.attributes["Target"] ?? ""
    let path = target.utf8.first == UInt8(ascii: "/") ? String(target.dropFirst()) : "xl/" + target
    let strings = part("xl/sharedStrings.xml")?.all("si").map(words) ?? []
    guard let root = part(target.isEmpty ? "xl/worksheets/sheet1.xml" : path), let data = root.first("sheetData") else {
      return Reading(value: nil, diagnostics: diagnostics.isEmpty ? [.partBroken(path, at: whole)] : diagnostics)
    }
    var sheet = XLSXSheet(name: first.attributes["name"] ?? "", cells: [])
    var row = 0
    for element in data.children where element.name == "row" {
      row = element.attributes["r"].flatMap { Int($0) }.flatMap { (1...rowMax).contains($0) ? $0 : nil } ?? row + 1
      var column = 0
      for cell in element.children where cell.name == "c" {
        column = cell.attributes["r"].flatMap(columnNumber) ?? column + 1
        guard let value = value(of: cell, strings: strings), !value.text.isEmpty else { continue }
        guard sheet.cells.count < cellCountMax, column <= columnMax, row <= rowMax else {
          diagnostics.append(.tooManyCells(at: whole))
          return Reading(value: nil, diagnostics: diagnostics)
        }
        sheet.cells.append(Cell(row: row, column: column, text: value.text, isNumber: value.isNumber))
      }
    }
    return Reading(value: sheet, diagnostics: diagnostics)
  }

  /// What a cell says: a shared string, one of its own, a truth value, or a number.
  private static func value(of cell: XMLElement, strings: [String]) -> (text: String, isNumber: Bool)? {
    let value = cell.first("v")?.words ?? ""
    switch cell.attributes["t"] ?? "n" {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? (strings[$0], false) : nil }
    case "inlineStr": return cell.first("is").map { (words($0), false) }
    case "str": return (value, false)
    case "e": return (value, false)
    case "b": return (value == "1" ? "SANT" : "FALSKT", false)
    default: return (value, true)
    }
  }

  /// The words of a string: its own, or those of its runs; not how they are read aloud in Japanese.
  private static func words(_ element: XMLElement) -> String {
    element.children.map { child in
      switch child.name {
      case "t": child.text
      case "r": child.all("t").map(\.text).joined()
      default: ""
      }
    }.joined()
  }

  /// The column of a cell's name: 28 for `AB12`. Nil where there are no letters, or more than a column has.
  static func columnNumber(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8 {
      guard (65...90).contains(byte) else { break }
      number = number * 26 + Int(byte - 64)
      guard number <= columnMax else { return nil }
    }
    return number > 0 ? number : nil
  }

  /// The name of a column: `AB` for 28.
  static func columnName(_ number: Int) -> String {
    var rest = number
    var bytes: [UInt8] = []
    while rest > 0 {
      bytes.insert(UInt8(65 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func notASpreadsheet(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xlsx-ingen", severity: .error, place: place,
      message: "Filen är inget kalkylblad som kan läsas. Spara den i Excel som ”Excel-arbetsbok (.xlsx)” utan lösenord."
    )
  }

  fileprivate static func partBroken(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xlsx-trasig", severity: .error, place: place,
      message: "Kalkylbladets del \(path) går inte att läsa. Öppna filen i Excel och spara den på nytt.")
  }

  fileprivate static func partTooLarge(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xlsx-storlek", severity: .error, place: place,
      message:
        "Kalkylbladets del \(path) är större än \(XLSXSheet.partByteCountMax) byte uppackad. Spara bara det bladet i "
        + "en egen fil.")
  }

  fileprivate static func tooManyCells(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xlsx-celler", severity: .error, place: place,
      message:
        "Kalkylbladet har fler än \(XLSXSheet.cellCountMax) ifyllda celler. Spara bara det bladet i en egen fil."
    )
  }
}
