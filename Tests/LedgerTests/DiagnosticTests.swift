import Ledger
import Testing

struct DiagnosticTests {
  private func diagnostic(
    _ severity: Diagnostic.Severity, line: Int, column: Int, excerpt: String = ""
  ) -> Diagnostic {
    Diagnostic(
      code: "sie-amount", severity: severity, place: Place(file: "2025.se", line: line, column: column),
      message: "Beloppet 12,5 har ett komma. Skriv 12.50.", excerpt: excerpt)
  }

  @Test func `a diagnostic is printed with place, grade, sentence and code, and a marker under the line`() {
    let text = diagnostic(.error, line: 4, column: 12, excerpt: "#IB 0 1930 12,5").text
    #expect(
      text == """
        2025.se:4:12: fel: Beloppet 12,5 har ett komma. Skriv 12.50. [sie-amount]
          #IB 0 1930 12,5
                     ^
        """)
  }

  @Test func `after Swedish letters the marker stands under the character, and the column still counts bytes`() {
    let utf8 = diagnostic(.error, line: 1, column: 11, excerpt: "namn: Målö")

    #expect(utf8.place.column == 11)
    #expect(utf8.text.hasSuffix("\n  namn: Målö\n           ^"))
  }

  @Test func `a letter made of two scalars takes one column`() {
    #expect(diagnostic(.error, line: 1, column: 4, excerpt: "a\u{30A}x").text.hasSuffix("\n   ^"))
  }

  @Test func `who knows the file's own encoding says where the marker stands`() {
    let place = Place(file: "2025.se", line: 1, column: 4)
    let codePage437 = Diagnostic(
      code: "sie-amount", severity: .error, place: place, message: "Å.", excerpt: "åäöx", marker: 4)

    #expect(codePage437.text == "2025.se:1:4: fel: Å. [sie-amount]\n  åäöx\n     ^")
  }

  @Test func `what concerns a whole line or a whole file names no more than that`() {
    #expect(diagnostic(.warning, line: 4, column: 0).text.hasPrefix("2025.se:4: varning: "))
    #expect(diagnostic(.note, line: 0, column: 3).text.hasPrefix("2025.se: upplysning: "))
    #expect(!diagnostic(.error, line: 4, column: 0, excerpt: "#IB").text.contains("^"))
  }

  @Test func `graver is larger, and places are ordered by file, line and column`() {
    #expect([Diagnostic.Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    let places = [
      Place(file: "b", line: 1), Place(file: "a", line: 2, column: 1), Place(file: "a", line: 2),
      Place(file: "a", line: 10),
    ]
    #expect(places.sorted().map { "\($0.file)\($0.line).\($0.column)" } == ["a2.0", "a2.1", "a10.0", "b1.0"])
  }

  @Test func `a reading has errors only where a diagnostic is one`() {
    #expect(!Reading(value: 1).hasErrors)
    #expect(!Reading(value: 1, diagnostics: [diagnostic(.warning, line: 1, column: 1)]).hasErrors)
    #expect(Reading(value: 1, diagnostics: [diagnostic(.error, line: 1, column: 1)]).hasErrors)
  }
}
