import Foundation
import Press
import Report
import Statements
import TestKit
import Testing

/// One table value, many printers: no number may be printed differently in two of them.
@Suite struct OneFormTests {
  @Test(arguments: ["small", "example"])
  func `every cell says the same in HTML, JSON and CSV`(name: String) throws {
    let report = name == "small" ? AnnualReport.small : AnnualReport.example.checked()
    let page = PageReader(HTMLPress.page(report))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(JSONPress.json(of: report))) as? [String: Any])
    let inJSON = OneFormTests.tables(in: json)

    for table in report.tables {
      let start = try #require(page.elements.first { $0.attributes["id"] == "tabell-" + table.id })
      let html = OneFormTests.cells(page, after: start.end)
      let rows = table.rows.filter { $0.role != .heading }
      let expected = rows.flatMap { row in
        table.columns.indices.map { table.printed($0 < row.cells.count ? row.cells[$0] : .empty, column: $0) }
      }
      #expect(html == expected, "\(table.id)")

      let printed = try #require(inJSON[table.id]).flatMap { row in
        (row["cells"] as? [[String: Any]] ?? []).compactMap { $0["printed"] as? String }
      }
      #expect(printed == expected, "\(table.id)")

      let csv = String(decoding: CSVPress.csv(of: table), as: UTF8.self)
      for words in expected where words != "–" && !words.isEmpty {
        #expect(csv.contains(words) || csv.contains(OneFormTests.plain(words)) || words.contains("\""), "\(words)")
      }
    }
  }

  @Test(.enabled(if: Workshop.hasEngine, Workshop.absence))
  func `every cell and every word of the text stands in the PDF as on the page`() throws {
    let pdf = try Workshop.smallPDF.get()
    let (said, files) = try Workshop.run(
      "/usr/bin/pdftotext", ["-enc", "UTF-8", "report.pdf", "out.txt"], files: ["report.pdf": pdf])
    let text = OneFormTests.unhyphenated(String(decoding: try #require(files["out.txt"], "\(said)"), as: UTF8.self))

    let words = AnnualReport.small.chapters.flatMap(\.blocks).flatMap(SmallWords.words).filter { !$0.squeezed.isEmpty }
    #expect(words.count > 100)
    let missing = words.filter { !text.contains(OneFormTests.unhyphenated($0)) }
    #expect(missing == [])
    #expect(text.contains("Sida2av"))
    #expect(text.contains("UTKAST"))
  }

  /// The words without blanks and hyphens: pdftotext takes away the one that a line ends with, also where the word
  /// has it everywhere. A minus is another sign and stays.
  private static func unhyphenated(_ words: String) -> String { words.squeezed.replacing("-", with: "") }

  private static func plain(_ words: String) -> String {
    String(
      String.UnicodeScalarView(
        words.unicodeScalars.compactMap { $0 == "\u{A0}" ? nil : $0 == "\u{2212}" ? "-" : $0 }))
  }

  /// The data cells of the table that begins there, notes left out, row by row.
  private static func cells(_ page: PageReader, after start: Int) -> [String] {
    guard let body = page.elements.first(where: { $0.name == "tbody" && $0.end > start }) else { return [] }
    let end = page.end(ofElement: "table", after: start)
    return page.elements.filter {
      $0.name == "td" && $0.end > body.end && $0.end < end && $0.attributes["class"] != "note"
    }.map { page.text(ofElement: "td", after: $0.end) }
  }

  private static func tables(in value: Any) -> [String: [[String: Any]]] {
    var found: [String: [[String: Any]]] = [:]
    if let object = value as? [String: Any] {
      if object["kind"] as? String == "table", let id = object["id"] as? String {
        found[id] = object["rows"] as? [[String: Any]]
      }
      for member in object.values { found.merge(tables(in: member)) { first, _ in first } }
    } else if let list = value as? [Any] {
      for member in list { found.merge(tables(in: member)) { first, _ in first } }
    }
    return found
  }
}
