import Foundation
import Review
import TestKit
import Testing

/// Numbers, columns and tables as reports print them.
struct ReadingTests {
  private func row(_ line: String, head: String = "Belopp i kr\tNot\t2023\t2022") -> [String] {
    let report = ReportReader.read("# Resultaträkning\n\n\(head)\n\(line)\nÅrets resultat\t\t100 000\t200 000\n")
    return report.tables.first?.rows.first?.cells.map { $0?.value.map(\.json) ?? ($0 == nil ? "inget" : "-") } ?? []
  }

  @Test(arguments: [
    ("Verksamhetens kostnader\t2\t-9 700 000\t-9 500 000", ["-9700000", "-9500000"]),
    (
      "Verksamhetens kostnader\t2\t\u{2212}9\u{00A0}700\u{00A0}000\t\u{2013} 9\u{202F}500\u{202F}000",
      ["-9700000", "-9500000"]
    ),
    ("Verksamhetens kostnader\t2\t(9 700 000)\t9 500 000-", ["-9700000", "-9500000"]),
    ("Verksamhetens kostnader\t2\t9.700.000\t9700000", ["9700000", "9700000"]),
    ("Verksamhetens kostnader\t2\t-\t9 500 000,50", ["-", "9500000.5"]),
    ("Verksamhetens kostnader\t2\t9 7O0 OOO\t9 500 000", ["9700000", "9500000"]),
    ("Verksamhetens kostnader\t\t\t9 500 000", ["inget", "9500000"]),
  ])
  func `a cell is read as it is meant`(line: String, expected: [String]) { #expect(row(line) == expected) }

  @Test func `columns are found where blanks part them, and where a single blank does`() {
    for (head, line) in [
      (
        "Belopp i kr                   Not        2023          2022",
        "Verksamhetens intäkter          1   13 880 000    13 879 994"
      ),
      ("Belopp i kr. Not 2023-12-31 2022-12-31", "Verksamhetens intäkter 1 13 880 000 13 879 994"),
      ("Belopp i kr. Not 2023-12-31 2022-12-31", "Verksamhetens intakter 1 13 880 000 13 879 994"),
    ] {
      let text =
        "Resultaträkning\n\n\(head)\n\(line)\nVerksamhetens kostnader 2 -694 000 -694 000\nÅrets resultat 100 000 200 000\n"
      let table = ReportReader.read(text).tables.first
      #expect(table?.kind == .incomeStatement, "\(head)")
      let row = table?.rows.first { $0.key == "operating_income" }
      #expect(row?.cells.compactMap { $0?.value?.json } == ["13880000", "13879994"], "\(head)")
      #expect(row?.note == "1", "\(head)")
      #expect(
        table?.rows.first { $0.key == "operating_costs" }?.cells.compactMap { $0?.value?.json } == [
          "-694000", "-694000",
        ])
    }
  }

  @Test func `a web page and our own layout of it read alike`() {
    let page = """
      <!doctype html><html><body><h1>Resultaträkning</h1><table><tr><th>Belopp i kr</th><th>2023</th><th>2022</th></tr>
      <tr><td>Verksamhetens intäkter</td><td>10&nbsp;000</td><td>9 000</td></tr>
      <tr><td>Verksamhetens kostnader</td><td>−8 000</td><td>−7 000</td></tr></table></body></html>
      """
    let table = ReportReader.read(HTMLText.text(of: page)).tables.first
    #expect(table?.kind == .incomeStatement)
    #expect(table?.rows.map { $0.cells.compactMap { $0?.value?.json } } == [["10000", "9000"], ["-8000", "-7000"]])
  }

  @Test func `a number in a sentence has its unit and place`() {
    let report = ReportReader.read(
      "Förbundet hade intäkter på 5 222 000 kr\nunder 2023 och 72 procent av lagen (2018:597) § 3.")
    let numbers = Review(of: report).figures.map { "\($0.value?.json ?? "") \($0.unit.rawValue) \($0.place.line)" }
    #expect(numbers.contains("5222000 kr 1") && numbers.contains("72 procent 2"), "\(numbers)")
    #expect(!numbers.contains { $0.hasPrefix("2018") || $0.hasPrefix("597") })
  }
}
