import Association
import Ledger
import Press
import Report
import Statements
import TestKit
import Testing

@Suite struct HTMLPressTests {
  static let reports: [(name: String, report: AnnualReport)] = [
    ("small", .small), ("example", AnnualReport.example.checked()),
  ]

  @Test(arguments: ["small", "example"])
  func `every id is of one element, and every link on the page leads to one`(name: String) throws {
    let page = try page(name)

    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = page.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(Set(targets.map { String($0.dropFirst()) }).subtracting(ids).isEmpty)
    let named = page.elements.compactMap { $0.attributes["aria-labelledby"] }.flatMap { $0.split(separator: " ") }
    #expect(Set(named.map(String.init)).subtracting(ids).isEmpty)
  }

  @Test(arguments: ["small", "example"])
  func `the same report gives the same bytes`(name: String) throws {
    let report = try #require(HTMLPressTests.reports.first { $0.name == name }).report
    #expect(HTMLPress.page(report) == HTMLPress.page(report))
  }

  @Test func `the page is one file: no script, no picture, no style from elsewhere`() throws {
    let page = try page("example")

    let names = Set(page.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "form"]))
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" } })
    let style = try #require(page.elements.first { $0.name == "style" })
    let css = page.text(ofElement: "style", after: style.end)
    #expect(!css.contains("url(") && !css.contains("@import"))
  }

  @Test func `the page says its language, its landmarks and how to skip to the content`() throws {
    let page = try page("example")

    #expect(page.elements.first { $0.name == "html" }?.attributes["lang"] == "sv")
    for landmark in ["header", "nav", "main"] {
      #expect(page.elements.filter { $0.name == landmark }.count == 1, "\(landmark)")
    }
    #expect(page.elements.filter { $0.name == "h1" }.count == 1)
    let firstLink = page.elements.first { $0.name == "a" }
    #expect(firstLink?.attributes["href"] == "#innehall")
  }

  @Test(arguments: ["small", "example"])
  func `no heading skips a level`(name: String) throws {
    let levels = try page(name).elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func `every word of every block is printed`() throws {
    let printed = PageReader.text(HTMLPress.page(.small)).squeezed
    for block in AnnualReport.small.chapters.flatMap(\.blocks) {
      for words in SmallWords.words(of: block) { #expect(printed.contains(words.squeezed), "\(words)") }
    }
  }

  @Test func `words of a user never become markup`() {
    let page = HTMLPress.page(.small)
    #expect(!String(decoding: page, as: UTF8.self).contains("<b>"))
    #expect(!PageReader(page).elements.contains { $0.attributes["onfocus"] != nil })
  }

  @Test func `every figure, in tables and sentences, is a link to its origin`() throws {
    let report = AnnualReport.small
    let page = PageReader(HTMLPress.page(report))

    let inTables = report.tables.flatMap { table in
      table.rows.filter { $0.role != .heading }.flatMap(\.cells).filter { $0.figure != nil }
    }
    let inText = report.chapters.flatMap(\.blocks).flatMap(SmallWords.figureNames)
    let links = page.elements.filter { $0.attributes["class"] == "figure" }
    #expect(links.count == inTables.count + inText.count)
    #expect(links.allSatisfy { $0.attributes["href"]?.hasPrefix("#u-") == true })
  }

  @Test func `an amount opens to its formula, that to accounts, those to vouchers, and each leads back`() throws {
    let page = PageReader(HTMLPress.page(.small))
    func section(titled title: String) throws -> String {
      let id = try #require(
        page.elements.first {
          $0.name == "h3" && page.text(ofElement: "h3", after: $0.end) == title
            && ($0.attributes["id"]?.hasSuffix("-rubrik") ?? false)
        }?.attributes["id"], "\(title)")
      let start = try #require(page.elements.first { $0.attributes["aria-labelledby"] == id })
      return page.text(ofElement: "section", after: start.end)
    }

    let result = try section(titled: "Årets resultat")
    #expect(result.contains("Verksamhetens intäkter") && result.contains("−212\u{A0}200,50\u{A0}kr"))
    let revenue = try section(titled: "Verksamhetens intäkter, 2022")
    #expect(revenue.contains("3010 Medlemsbidrag") && revenue.contains("Part Försäkringskassan"))
    #expect(revenue.contains("är tecknet omvänt"))
    let costs = try section(titled: "5010 Kanslikostnader")
    #expect(costs.contains("A 4") && costs.contains("Papper & Penna <AB>") && costs.contains("350\u{A0}200,00\u{A0}kr"))
    let corrected = try section(titled: "A 5 Rättelse av A 4")
    #expect(corrected.contains("Rättar") && corrected.contains("Fel konto") && corrected.contains("Ingår i"))
    let documented = try section(titled: "A 3 Rekvisition Samsa")
    #expect(documented.contains(String(repeating: "ab", count: 32)))
    #expect(try section(titled: "A 6 Kansli, hela året").contains("Struken rad: 5010"))
  }

  @Test func `equal origins are written once`() {
    let titles = PageReader(HTMLPress.page(.small)).elements.filter { $0.attributes["id"] == "u-1-rubrik" }
    #expect(titles.count == 1)
    let panels = PageReader(HTMLPress.page(.small)).elements.filter {
      $0.attributes["class"] == "panel" && $0.attributes["id"]?.hasPrefix("u-") == true
    }
    let links = PageReader(HTMLPress.page(.small)).elements.filter { $0.attributes["class"] == "figure" }
    #expect(panels.count < links.count)
  }

  @Test func `a year of more vouchers than a page can hold lists its accounts and says where the vouchers are`() throws
  {
    var report = AnnualReport.small
    let voucher = try #require(report.source?.vouchers.last)
    for number in 8...5001 {
      report.source?.vouchers.append(
        PostedVoucher(
          id: ID(rawValue: Int64(number)), number: Voucher.Number(series: "A", number: number),
          voucher: voucher.voucher))
    }
    let text = PageReader.text(HTMLPress.page(report))

    #expect(text.contains("verifikationer. De är för många"))
    #expect(!text.contains("A 5001"))
  }

  @Test func `a draft says so with the number of open errors, and lists them outside the report`() throws {
    let page = PageReader(HTMLPress.page(.small))
    let text = PageReader.text(page.bytes)

    #expect(text.contains("UTKAST"))
    #expect(text.contains("1 anmärkning är varken åtgärdad eller besvarad."))
    #expect(text.contains("Besvarad av förbundschef 2023-03-20: Skrivfel i protokollet, rättat."))
    #expect(page.elements.contains { $0.name == "aside" && $0.attributes["id"] == "anmarkningar" })
  }

  @Test func `a complete report has neither the mark nor the list`() {
    var report = AnnualReport.small
    report.findings = []
    let text = PageReader.text(HTMLPress.page(report))
    #expect(!text.contains("UTKAST") && !text.contains("Anmärkningar"))
  }

  @Test func `what stands at the edges of a printed sheet cannot end the style`() {
    var report = AnnualReport.small
    report.associationName = "</style><script>\"\\"
    let page = PageReader(HTMLPress.page(report))
    #expect(!page.elements.contains { $0.name == "script" })
    #expect(page.elements.filter { $0.name == "style" }.count == 1)
  }

  private func page(_ name: String) throws -> PageReader {
    PageReader(HTMLPress.page(try #require(HTMLPressTests.reports.first { $0.name == name }).report))
  }
}

/// The words of the small report's blocks, found in another way than the printers find them.
enum SmallWords {
  static func words(of block: Block) -> [String] {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(words)
    case .list(_, let items): items.flatMap { $0 }.flatMap(words)
    case .quote(let blocks): blocks.flatMap(words)
    case .table(let table):
      [table.title, table.remark] + table.rows.map(\.title) + table.columns.map(\.title)
        + table.rows.flatMap { row in row.cells.enumerated().map { table.printed($1, column: $0) } }
    case .diagram(let diagram):
      [diagram.title] + diagram.series.map(\.title)
        + diagram.series.flatMap { $0.values.compactMap { $0 }.map(diagram.printed) }
    case .signatures(let signatories): signatories.flatMap { [$0.function, $0.appointedBy] }
    }
  }

  static func figureNames(_ block: Block) -> [String] {
    guard case .paragraph(let inlines) = block else { return [] }
    return inlines.compactMap { if case .figure(let name, _, _) = $0 { name } else { nil } }
  }

  private static func words(_ inline: Inline) -> [String] {
    switch inline {
    case .text(let words): [words]
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): inlines.flatMap(words)
    case .figure(_, _, let printed): [printed]
    case .missingFigure(let name): [name]
    case .lineBreak: []
    }
  }
}
