import Association
import Foundation
import Ledger
import Press
import Report
import Statements
import TestKit
import Testing

/// The statistics as data, as a web page and as an archive PDF.
@Suite struct StatisticsPressTests {
  /// The example's statistics, with a small count, a survey of another year and every kind of figure.
  static let statistics: Statistics = {
    let source = AnnualReport.Source.example
    var association = source.association
    association.countTables.append(
      CountTable(
        id: "kommun", year: 2022, title: "Kommun", kind: .parts, rowHeading: "Kommun",
        rows: [
          .init(id: "a", title: "Norrby", tally: Tally(women: 17, men: 28, notStated: 6)),
          .init(id: "b", title: "Söderby; \"väst\"", tally: Tally(women: 27, men: 15)),
          .init(id: "c", title: "Österby", tally: Tally(women: 32, men: 3)),
        ], remark: "Sju deltagare är inte med, för att samtycket kom sent."))
    var earlier = association.countTables
    for index in earlier.indices { earlier[index].year = 2021 }
    association.countTables += earlier
    return Statistics(of: association, year: source.books.year)
  }()

  @Test func `the same statistics give the same bytes`() {
    #expect(StatisticsPress.json(of: Self.statistics) == StatisticsPress.json(of: Self.statistics))
    #expect(HTMLPress.page(Self.statistics.document) == HTMLPress.page(Self.statistics.document))
  }

  @Test(.enabled(if: Workshop.hasEngine, Workshop.absence))
  func `the data are as the schema says`() throws {
    let schema = try Data(contentsOf: Workshop.package.appendingPathComponent("docs/reference/statistics.schema.json"))
    let checker = """
      import json, jsonschema
      schema = json.load(open("schema.json", encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open("data.json", encoding="utf-8"))):
          print(list(error.path), error.message[:200])
      """
    let (said, _) = try Workshop.runPython(
      checker, files: ["schema.json": Array(schema), "data.json": StatisticsPress.json(of: Self.statistics)])
    #expect(said.isEmpty)
  }

  @Test func `what is withheld is a value of its own, in data and in a spreadsheet`() throws {
    let json = String(decoding: StatisticsPress.json(of: Self.statistics), as: UTF8.self)
    let csv = String(decoding: StatisticsPress.csv(of: Self.statistics), as: UTF8.self)

    #expect(json.contains("\"kind\": \"fewerThan\"") && json.contains("\"k\": 5"))
    #expect(json.contains("\"kind\": \"withheld\""))
    #expect(csv.contains("Kommun;;Kommun;Österby;män;färre än 5;–"))
    #expect(csv.contains("\"Söderby; \"\"väst\"\"\""))
  }

  @Test(.enabled(if: Workshop.hasEngine, Workshop.absence))
  func `the appendix is both PDF/UA-1 and PDF/A-3a, says an independent validator`() throws {
    let attachment = PDFAttachment(
      name: "statistik-2022.json", mediaType: "application/json", description: "Statistiken som data",
      relationship: .data, bytes: StatisticsPress.json(of: Self.statistics))
    let pdf = try Workshop.press.pdf(of: Self.statistics.document, attachments: [attachment])

    #expect(try Workshop.press.validate(pdf) == [])
  }

  @Test func `every figure of the page opens, and the places are those of the page`() throws {
    let document = Self.statistics.document
    let page = String(decoding: HTMLPress.page(document), as: UTF8.self)
    let places = FigurePlaces(document)

    #expect(page.contains("<h1>Statistik 2022</h1>"))
    for figure in document.tables.flatMap(\.rows).flatMap(\.cells).compactMap(\.figure) {
      let fragment = try #require(places.fragment(of: figure))
      #expect(page.contains("id=\"\(fragment)\""), "\(figure)")
    }
  }
}
