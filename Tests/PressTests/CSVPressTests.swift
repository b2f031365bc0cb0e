import Ledger
import Press
import Report
import Statements
import TestKit
import Testing

@Suite struct CSVPressTests {
  @Test func `a table is semicolons, decimal commas and plain minus, after the mark of UTF-8`() throws {
    let table = try #require(AnnualReport.small.table("resultatrakning"))
    let bytes = CSVPress.csv(of: table)

    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let expected = """
      ;Not;2022;2021
      Verksamhetens intäkter;1;1388000;1388000
      Verksamhetens kostnader;;-1600201;-1400000
      Avskrivningar;;0;
      Årets resultat;;-212201;-12000

      """
    #expect(lines(bytes) == expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  @Test func `balances are to the öre, with their objects`() throws {
    let books = try #require(AnnualReport.small.source).books
    let lines = lines(CSVPress.csv(of: books))

    #expect(lines.first == "Konto;Namn;Insats;Part;Ingående;Debet;Kredit;Utgående")
    #expect(lines.contains("4010;Bidrag till insatser;SAMSA;KOM;0,00;1250000,50;0,00;1250000,50"))
    #expect(lines.contains("1930;Bank;;;1200000,00;0,00;262200,50;937799,50"))
  }

  @Test(
    arguments: [
      ("a;b", "\"a;b\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("=1+1", "'=1+1"), ("-x", "'-x"), ("-12,5", "-12,5"),
      ("@a", "'@a"), ("+46 8", "'+46 8"), ("a\nb", "\"a\nb\""),
    ] as [(String, String)])
  func `words are quoted where they must be, and never run as a formula`(words: String, written: String) {
    let table = Table(
      id: "t", title: "", unit: .none, rowHeading: "R", columns: [],
      rows: [Table.Row(id: "a", title: words)])
    let bytes = CSVPress.csv(of: table)
    #expect(bytes.elementsEqual(Array("\u{FEFF}R\r\n\(written)\r\n".utf8)))
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.dropFirst(3).split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}
