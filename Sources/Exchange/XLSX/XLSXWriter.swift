import Ledger

/// Writes one sheet as a spreadsheet in Office Open XML (ECMA-376), with what Excel needs and nothing more. The same
/// cells give the same bytes.
enum XLSXWriter {
  /// What stands in a cell.
  enum Cell: Hashable {
    case empty
    case text(String)
    /// A heading, in bold.
    case heading(String)
    case amount(Money)
    /// A whole number.
    case count(Int)
    /// A formula and what it comes to.
    case formula(String, Money)
  }

  /// The spreadsheet; nil only where it is larger than an archive can be. Widths are in characters, column by column.
  static func bytes(sheet name: String, rows: [[Cell]], widths: [Int], on day: CalendarDate) -> [UInt8]? {
    StoredZIP.archive(
      [
        FolderFile(path: "[Content_Types].xml", text: head + contentTypes),
        FolderFile(path: "_rels/.rels", text: head + relations),
        FolderFile(
          path: "xl/workbook.xml",
          text: head
            + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(documents)/relationships\"><sheets><sheet name=\"\(escaped(name))\" "
            + "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        FolderFile(path: "xl/_rels/workbook.xml.rels", text: head + bookRelations),
        FolderFile(path: "xl/styles.xml", text: head + styles),
        FolderFile(path: "xl/worksheets/sheet1.xml", text: head + sheet(rows, widths: widths)),
      ], on: day)
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let documents = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static var contentTypes: String {
    "<Types xmlns=\"\(packages)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind).worksheet+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/></Types>"
  }

  private static var relations: String {
    "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(documents)/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  }

  private static var bookRelations: String {
    "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(documents)/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
      + "Type=\"\(documents)/relationships/styles\" Target=\"styles.xml\"/></Relationships>"
  }

  /// Style 0 is plain, 1 an amount with its thousands apart, 2 bold, 3 a bold amount.
  private static var styles: String {
    "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/>"
      + "<sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
      + "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
      + "<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf "
      + "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\"><xf "
      + "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" "
      + "borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" "
      + "xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"3\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
      + "applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"
  }

  private static func sheet(_ rows: [[Cell]], widths: [Int]) -> String {
    var text = "<worksheet xmlns=\"\(main)\"><cols>"
    for (index, width) in widths.enumerated() {
      text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    text += "</cols><sheetData>"
    for (index, row) in rows.enumerated() {
      text += "<row r=\"\(index + 1)\">"
      for (column, cell) in row.enumerated() {
        text += xml(cell, reference: "\(XLSXSheet.columnName(column + 1))\(index + 1)")
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private static func xml(_ cell: Cell, reference: String) -> String {
    func string(_ words: String, style: Int) -> String {
      "<c r=\"\(reference)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(words))</t></is></c>"
    }
    switch cell {
    case .empty: return ""
    case .text(let words): return words.isEmpty ? "" : string(words, style: 0)
    case .heading(let words): return string(words, style: 2)
    case .amount(let amount): return "<c r=\"\(reference)\" s=\"1\"><v>\(amount.decimalText)</v></c>"
    case .count(let count): return "<c r=\"\(reference)\" s=\"1\"><v>\(count)</v></c>"
    case .formula(let formula, let amount):
      return "<c r=\"\(reference)\" s=\"3\"><f>\(escaped(formula))</f><v>\(amount.decimalText)</v></c>"
    }
  }

  /// Words in XML: five signs as references; what XML cannot say at all is left out.
  private static func escaped(_ words: String) -> String {
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
