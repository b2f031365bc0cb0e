import Association
import Ledger
import Report
import Statements
import TestKit
import Testing

struct AssemblyTests {
  private let report = AnnualReport.example

  @Test func `the chapters stand in the template's order with their numbers`() {
    let numbered = report.chapters.filter { !$0.number.isEmpty }.map { "\($0.number) \($0.id)" }

    #expect(
      numbered == [
        "1 forvaltningsberattelse", "1.1 oversikt", "1.2 viktiga-forhallanden", "1.3 handelser", "1.4 styrning",
        "1.5 hushallning", "1.5.1 finansiella-mal", "1.5.2 balanskrav", "1.5.3 verksamhet", "1.5.4 insatser",
        "1.5.5 uppfoljning-individ", "1.5.6 uppfoljning-struktur", "1.5.7 eget-kapital", "1.6 personal",
        "1.7 forvantad-utveckling", "1.8 avvikelser", "2 resultatrakning", "3 balansrakning", "4 kassaflode",
        "5 driftredovisning", "6 investeringsredovisning", "7 noter", "8 underskrift", "9 revisorernas-pateckning",
        "10 bilagor",
      ])
    #expect(report.chapters.first?.id == "ordforande")
    #expect(report.chapters.last?.title == "Bilaga A. \(report.table("budget")?.title ?? "")")
  }

  @Test func `chapters of the law are there even for a newcomer with balances only, and the others are not`() {
    let newcomer = AnnualReport.assembled(from: .newcomer)

    let required = Set(Template.entries.filter(\.isRequired).map(\.id))
    #expect(Set(newcomer.chapters.map(\.id)) == required)
    #expect(newcomer.chapters.map(\.number).filter { $0.utf8.count == 1 } == ["1", "2", "3", "4", "5", "6", "7", "8"])
    #expect(newcomer.table("resultatrakning")?.figure("arets-resultat")?.amount == Money(ore: -42_067_696))
    #expect(newcomer.textDiagnostics.isEmpty)
    #expect(newcomer.gaps.isEmpty)
  }

  @Test func `the first year of an association, without a year before, is assembled`() {
    var source = AnnualReport.Source.newcomer
    source.previousBooks = nil

    #expect(AnnualReport.assembled(from: source).gaps.isEmpty)
  }

  @Test func `books without a single balance are assembled`() {
    var source = AnnualReport.Source.newcomer
    source.previousBooks = nil
    source.books.balances = []

    #expect(AnnualReport.assembled(from: source).gaps.isEmpty)
  }

  @Test func `no name in the example's texts is unknown`() {
    #expect(report.textDiagnostics.map(\.text) == [])
    #expect(report.gaps == [])
  }

  @Test func `every sum adds up as it is printed`() {
    for table in report.tables {
      for row in table.rows where !row.sumOf.isEmpty {
        for index in table.columns.indices {
          guard let sum = table.printed(row.id, index) else { continue }
          let parts = row.sumOf.reduce(Int64(0)) { total, part in
            let id = String(decoding: part.utf8.dropFirst(), as: UTF8.self)
            let value = table.printed(id, index) ?? 0
            return part.utf8.first == UInt8(ascii: "-") ? total - value : total + value
          }
          #expect(parts == sum, "\(table.id)/\(row.id), \(table.columns[index].id)")
        }
      }
    }
  }

  @Test func `a table that a text has placed stands there and nowhere else`() {
    let holders = report.chapters.filter { chapter in
      chapter.blocks.contains { if case .table(let table) = $0 { table.id == "insatser" } else { false } }
    }

    #expect(holders.map(\.id) == ["verksamhet"])
  }

  @Test func `each table and diagram stands in the report once`() {
    let ids = report.tables.map(\.id)

    #expect(ids.count == Set(ids).count)
    for id in ["maluppfyllelse", "antal-alder", "antal-rorelse", "antal-avslut", "enkat-deltagare", "aktiviteter"] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test func `nothing in the report tells anybody what to write`() {
    let words = report.chapters.flatMap(\.blocks).map(\.plainText).joined(separator: "\n").lowercased()

    for phrase in ["skriv här", "fyll i", "exempelvis kan", "här beskriv", "ska ni", "ange ", "todo", "lorem", "xxx"] {
      #expect(!words.contains(phrase), "\(phrase)")
    }
  }

  @Test func `signatures are by function, and a substitute does not sign where nobody is told`() {
    var source = AnnualReport.Source.example
    source.association.reports[0].signatories = []

    let chapter = AnnualReport.assembled(from: source).chapters.first { $0.id == "underskrift" }

    guard case .signatures(let signatories)? = chapter?.blocks.last else {
      Issue.record("the chapter ends with signatures")
      return
    }
    #expect(signatories.map(\.function) == ["Ordförande", "Vice ordförande", "Ledamot", "Ledamot", "Ledamot"])
  }

  @Test func `a text of a chapter that does not exist is said and not lost in silence`() {
    var source = AnnualReport.Source.example
    source.association.texts.append(ReportText(year: 2022, chapterID: "handelse", markdown: "Ord"))

    #expect(AnnualReport.assembled(from: source).textDiagnostics.map(\.code) == ["text-kapitel"])
  }

  @Test func `an appendix of the association's own gets the next letter and its own heading`() {
    var source = AnnualReport.Source.example
    source.association.texts.append(
      ReportText(year: 2022, chapterID: "bilaga-bron", markdown: "# Rapport från Bron\n\nOrd."))

    let last = AnnualReport.assembled(from: source).chapters.last

    #expect(last?.title == "Bilaga B. Rapport från Bron")
    #expect(last?.blocks == [.paragraph([.text("Ord.")])])
  }

  @Test func `texts of other years are not printed`() {
    var source = AnnualReport.Source.example
    source.association.texts.append(ReportText(year: 2021, chapterID: "handelser", markdown: "I fjol."))

    #expect(AnnualReport.assembled(from: source).chapters == report.chapters)
  }

  @Test func `the same source gives the same report`() {
    #expect(AnnualReport.assembled(from: .example) == AnnualReport.assembled(from: .example))
  }

  @Test func `names with marks of Markdown are printed as they are`() {
    var source = AnnualReport.Source.example
    source.association.name = "Förbundet *Å_ä* [ö] & <b> {{x"
    source.association.texts = []

    let chapter = AnnualReport.assembled(from: source).chapters.first { $0.id == "forvaltningsberattelse" }

    #expect(chapter?.blocks.first?.plainText.contains("Förbundet *Å_ä* [ö] & <b> {{x") == true)
  }
}

extension AnnualReport {
  /// The names of all gaps, wherever they stand.
  var gaps: [String] { chapters.flatMap(\.blocks).flatMap(\.gaps) }
}

extension Block {
  var gaps: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.gaps)
    case .list(_, let items): items.flatMap { $0 }.flatMap(\.gaps)
    case .quote(let blocks): blocks.flatMap(\.gaps)
    case .table, .diagram, .signatures: []
    }
  }
}

extension Inline {
  var gaps: [String] {
    switch self {
    case .missingFigure(let name): [name]
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): inlines.flatMap(\.gaps)
    case .text, .figure, .lineBreak: []
    }
  }
}

extension Table {
  /// The whole number printed in a cell: an amount in the table's unit, or a count.
  fileprivate func printed(_ row: String, _ column: Int) -> Int64? {
    guard let row = self.row(row), column < row.cells.count, let figure = row.cells[column].figure else { return nil }
    return printedUnits(of: figure) ?? figure.count
  }
}
