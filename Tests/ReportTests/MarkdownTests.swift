import Ledger
import Statements
import TestKit
import Testing

@testable import Report

struct MarkdownTests {
  private let markdown: Markdown = {
    var catalogue = FigureCatalogue()
    let origin = Origin.nothing(why: "test")
    catalogue.add("eget-kapital", "Eget kapital", Figure(.amount(Money(ore: 161_155_450)), origin: origin))
    catalogue.add("moten.styrelsen", "Möten", Figure(.count(7), origin: origin))
    let table = Table(id: "projektnot", title: "Insatser", unit: .kronor, columns: [], rows: [])
    let diagram = Diagram(id: "tak", title: "Tak", form: .bars, unit: .kronor, categories: [], series: [])
    return Markdown(catalogue: catalogue, tables: ["projektnot": table], diagrams: ["tak": diagram])
  }()

  private func read(_ text: String) -> Reading<[Block]> { markdown.blocks(of: text, file: "text/handelser") }
  private func codes(_ text: String) -> [String] { read(text).diagnostics.map(\.code) }

  @Test func `paragraphs, headings, lists, quotations and emphasis are kept`() {
    let blocks = read("# Rubrik\n\nEtt **starkt** och *kursivt* ord.\n\n1. Ett\n2. Två\n\n> Citat").value

    #expect(
      blocks == [
        .heading(level: 1, [.text("Rubrik")]),
        .paragraph([
          .text("Ett "), .strong([.text("starkt")]), .text(" och "), .emphasis([.text("kursivt")]), .text(" ord."),
        ]),
        .list(isOrdered: true, [[.paragraph([.text("Ett")])], [.paragraph([.text("Två")])]]),
        .quote([.paragraph([.text("Citat")])]),
      ])
  }

  @Test func `a line that wraps is one line, and two spaces break it`() {
    #expect(read("ett\ntvå").value == [.paragraph([.text("ett två")])])
    #expect(read("ett  \ntvå").value == [.paragraph([.text("ett"), .lineBreak, .text("två")])])
  }

  @Test func `a named figure is replaced by its value in the form asked for`() throws {
    let block = try #require(read("Kapitalet är {{eget-kapital}}, {{ eget-kapital | mnkr }}.").value.first)

    #expect(block.plainText == "Kapitalet är 1\u{00A0}611\u{00A0}555\u{00A0}kr, 1,6\u{00A0}mnkr.")
  }

  @Test func `a named figure stands as well in strong words and in a link`() throws {
    let block = try #require(read("**{{moten.styrelsen|ord}}** [{{moten.styrelsen}}](https://exempel.se)").value.first)

    #expect(block.plainText == "sju 7")
  }

  @Test func `a misspelt name becomes a gap that says which name was meant`() throws {
    let reading = read("Kapitalet är {{eget-kapitel}}.")

    #expect(
      reading.value == [.paragraph([.text("Kapitalet är "), .missingFigure(name: "eget-kapitel"), .text(".")])])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.code == "text-namn")
    #expect(diagnostic.place == Place(file: "text/handelser", line: 1))
    #expect(diagnostic.message.contains("Menades eget-kapital?"))
  }

  @Test func `a form that does not fit becomes a gap`() {
    #expect(read("{{eget-kapital|procent}}").value == [.paragraph([.missingFigure(name: "eget-kapital|procent")])])
    #expect(codes("{{eget-kapital|procent}}") == ["text-form"])
  }

  @Test func `braces that are not closed are said once`() {
    #expect(codes("{{eget {{kapital {{ och {{") == ["text-klammer"])
  }

  @Test func `a paragraph of nothing else places a table or a diagram`() {
    let blocks = read("Före\n\n[[tabell: projektnot]]\n\n[[diagram:tak]]\n\nEfter").value

    guard blocks.count == 4, case .table(let table) = blocks[1], case .diagram(let diagram) = blocks[2] else {
      Issue.record("expected a table and a diagram, got \(blocks)")
      return
    }
    #expect(table.id == "projektnot")
    #expect(diagram.id == "tak")
  }

  @Test func `a table that is not there becomes a gap`() {
    #expect(read("[[tabell: finns-inte]]").value == [.paragraph([.missingFigure(name: "tabell:finns-inte")])])
    #expect(codes("[[tabell: finns-inte]]") == ["text-tabell"])
  }

  @Test func `a table in the middle of a sentence is refused as such`() {
    #expect(codes("Se [[tabell: projektnot]] här.") == ["text-placering"])
  }

  @Test func `tags are dropped, their words kept, and both are said`() {
    let reading = read("Ett <b>fett</b> ord.\n\n<div>\nRuta\n</div>\n\n<!-- skriv här -->")

    #expect(reading.value.map(\.plainText) == ["Ett fett ord.", "Ruta"])
    #expect(reading.diagnostics.map(\.code) == ["text-html", "text-html", "text-html", "text-html"])
  }

  @Test func `an image becomes its description`() {
    let reading = read("![En bild av torget](torget.jpg)")

    #expect(reading.value == [.paragraph([.text("En bild av torget")])])
    #expect(reading.diagnostics.map(\.code) == ["text-bild"])
  }

  @Test(arguments: ["http://exempel.se", "javascript:alert(1)", "fil.pdf"])
  func `a link to anything but https and mailto becomes its words`(address: String) {
    #expect(read("[ord](\(address))").value == [.paragraph([.text("ord")])])
    #expect(codes("[ord](\(address))") == ["text-lank"])
  }

  @Test func `code becomes its words`() {
    let words = read("Kör `finsam`.\n\n    rad ett\n    rad två").value.map(\.plainText)

    #expect(words == ["Kör finsam.", "rad ett rad två"])
  }

  @Test func `a text beyond the limit is kept as plain paragraphs`() {
    let reading = read(String(repeating: "ord ", count: 70_000) + "\n\n# Slut")

    #expect(reading.value.count == 2)
    #expect(reading.diagnostics.map(\.code) == ["text-langd"])
  }

  @Test func `too deep a nesting becomes its words`() throws {
    let blocks = read(String(repeating: "> ", count: 500) + "djupt").value

    #expect(blocks.map(\.plainText) == ["djupt"])
  }
}
